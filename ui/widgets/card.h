// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A group on a page: Base, a hairline around it, radius 6, margins 16. Give it a layout or use
// body().
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QVBoxLayout;

namespace authdesk::ui::widgets {

class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);
    /// With a section title at the top.
    explicit Card(const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    void setTitle(const QString &title);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title = nullptr;
    QVBoxLayout *m_body;
};

} // namespace authdesk::ui::widgets
