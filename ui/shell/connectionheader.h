// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The line above the pages: which server, where it is, who is signed in, and what is missing for
// safety. Its menu holds what belongs to no page.
#pragma once

#include "core/workspace/openserver.h"

#include <QtWidgets/QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace authdesk::ui::widgets {
class Chip;
class ElidedLabel;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::shell {

class ConnectionHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionHeader(QWidget *parent = nullptr);

    /// Shows what is known of the server now. `systemName`: "Pipelit", for people.
    void showServer(const workspace::OpenServer &server, const QString &systemName);
    /// Behind the name of the server and behind the person; owned by the caller.
    void setMenus(QMenu *serverMenu, QMenu *personMenu);

Q_SIGNALS:
    void secondFactorRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /// Names that are too long for the window end in "…", with the whole in the tooltip.
    void fitButtons();

    QToolButton *m_name;
    widgets::ElidedLabel *m_where;
    widgets::Chip *m_noSecondFactor;
    QToolButton *m_person;
    QString m_nameText;
    QString m_personText;
};

} // namespace authdesk::ui::shell
