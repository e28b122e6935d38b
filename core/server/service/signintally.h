// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How signing in went in the hours of the last day, told from the audit. Remembers how far it has
// counted, so that only the first call of a day with many sign-ins takes long. Inside this room
// only. Thread-safe; blocks.
#pragma once

#include "core/base/result.h"
#include "core/model/serverstats.h"

#include <QtCore/QMutex>

#include <map>

namespace authdesk::server::service {

class Toolbox;

class SignInTally final
{
public:
    explicit SignInTally(Toolbox &tools);

    /// The 24 hours of the clock that end with the current one, oldest first.
    [[nodiscard]] base::Result<QList<model::SignInHour>> lastDay();

private:
    [[nodiscard]] base::Result<void> countOn(const QDateTime &from);

    Toolbox &m_tools;
    QMutex m_mutex;
    qint64 m_countedTo = 0; ///< the last audit row that is in m_hours
    std::map<QDateTime, model::SignInHour> m_hours;
};

} // namespace authdesk::server::service
