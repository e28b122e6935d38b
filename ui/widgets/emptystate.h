// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a list shows when there is nothing: a 48 px icon, one sentence, one primary button and at
// most two links, at 40 % of the height.
#pragma once

#include "ui/theme/icons.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace authdesk::ui::widgets {

class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(theme::Icon icon, QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    void setPrimary(const QString &text); ///< empty: no button
    /// Empty: no link.
    void setLinks(const QString &first, const QString &second = {});
    [[nodiscard]] QPushButton *primaryButton() const { return m_primary; }

Q_SIGNALS:
    void primaryClicked();
    void linkClicked();
    void secondLinkClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();

    theme::Icon m_name;
    QLabel *m_icon;
    QLabel *m_sentence;
    QPushButton *m_primary;
    QPushButton *m_link;
    QPushButton *m_secondLink;
};

} // namespace authdesk::ui::widgets
