// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One request that a server answered, as the log and the Requests view show it. Plain values.
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>

namespace authdesk::model {

struct RequestEntry
{
    qint64 id = 0; ///< grows with every request since the start
    QDateTime at;  ///< UTC
    QString requestId;
    QString method;
    QString path; ///< without query; parts that may be secret are masked
    int status = 0;
    qint64 durationMicroseconds = 0;
    QString address;
    QString system;   ///< which API answered; empty where none matched
    QString username; ///< empty: not signed in

    bool operator==(const RequestEntry &) const = default;
};

} // namespace authdesk::model
