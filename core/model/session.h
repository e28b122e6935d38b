// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One sign-in that is still good, on whichever API it was made. Plain values.
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>

#include <optional>

namespace authdesk::model {

struct Session
{
    qint64 id = 0;
    qint64 userId = 0;
    QString username;
    QString system;    ///< the API that made it: "authdesk", "pipelit", …
    QString address;   ///< where it signed in from
    QString userAgent; ///< what with, as the client said; untrusted text
    QDateTime createdAt;
    std::optional<QDateTime> lastSeenAt; ///< exact to a minute
    QDateTime expiresAt;                 ///< the absolute end
    bool current = false;                ///< the one that asks

    bool operator==(const Session &) const = default;
};

} // namespace authdesk::model
