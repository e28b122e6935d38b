// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A QR code, black on white with its quiet zone in both themes, in whole pixels per module.
#pragma once

#include "core/base/secret.h"

#include <QtGui/QImage>
#include <QtWidgets/QWidget>

namespace authdesk::ui::widgets {

class QrView final : public QWidget
{
    Q_OBJECT

public:
    explicit QrView(QWidget *parent = nullptr);

    /// Shows `content`; an empty one shows nothing.
    void setContent(const base::Secret &content);
    /// Edge length in pixels, 200 by default.
    void setEdge(int pixels);
    [[nodiscard]] QSize sizeHint() const override { return {m_edge, m_edge}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_matrix; ///< one pixel a module, quiet zone included
    int m_edge = 200;
};

} // namespace authdesk::ui::widgets
