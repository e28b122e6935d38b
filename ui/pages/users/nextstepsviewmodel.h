// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a server of one's own still wants after its first minutes, without a widget: each step, and
// whether it is done. A later step is a row in steps() and its words in nextsteps.cpp. Window
// thread.
#pragma once

#include "core/settings/consolesettings.h"
#include "ui/pages/users/userrights.h"

#include <QtCore/QObject>

namespace authdesk::ui::pages::users {

enum class NextStep {
    SecondFactor, ///< of whoever is signed in
    SecondAdmin,  ///< somebody else who may manage users
};

class NextStepsViewModel final : public QObject
{
    Q_OBJECT

public:
    struct Step
    {
        NextStep step;
        bool done = false;
        bool operator==(const Step &) const = default;
    };

    /// `serverId`: under which a dismissal is remembered.
    NextStepsViewModel(gateway::UsersGateway &users, gateway::Capabilities capabilities,
                       settings::ConsoleSettings &settings, QString serverId,
                       QObject *parent = nullptr);

    /// Who is signed in and what they may; steps that they cannot take are left out.
    void setRights(const UserRights &rights);
    /// Asks the server again for what only it knows.
    void refresh();
    /// In the order in which they are shown; empty until everything is known.
    [[nodiscard]] QList<Step> steps() const;
    /// Something is to do, and nobody has put the list away.
    [[nodiscard]] bool isWanted() const;
    /// Puts the list away for good, for this server.
    void dismiss();

Q_SIGNALS:
    /// steps() or isWanted() may be different.
    void changed();

private:
    enum class Known { NotYet, No, Yes, Unreadable };

    [[nodiscard]] bool offersSecondAdmin() const;
    void countAdmins(const base::Result<model::Page<model::User>> &answer, quint64 generation);

    gateway::UsersGateway &m_users;
    gateway::Capabilities m_capabilities;
    settings::ConsoleSettings &m_settings;
    QString m_serverId;
    UserRights m_rights;
    Known m_secondAdmin = Known::NotYet;
    quint64 m_generation = 0;
    int m_answersMissing = 0;
    bool m_found = false;
    bool m_failed = false;
};

} // namespace authdesk::ui::pages::users
