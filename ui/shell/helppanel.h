// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// "Can't get in?": the ways back in that this server has, and no others.
#pragma once

#include "core/gateway/connection.h"
#include "core/settings/serverprofiles.h"
#include "ui/widgets/card.h"

class QLabel;

namespace authdesk::ui::widgets {
class CopyButton;
}

namespace authdesk::ui::shell {

class HelpPanel final : public widgets::Card
{
    Q_OBJECT

public:
    HelpPanel(const settings::ServerProfile &profile, gateway::Capabilities capabilities,
              QWidget *parent = nullptr);

    /// The name in the command to copy follows what is typed.
    void setLogin(const QString &login);
    /// What the command line of the server needs; empty for a server that has none of ours.
    [[nodiscard]] QString command() const { return m_command; }

Q_SIGNALS:
    void recoveryRequested();

private:
    QString m_login;
    QString m_command;
    QLabel *m_commandLabel = nullptr;
};

} // namespace authdesk::ui::shell
