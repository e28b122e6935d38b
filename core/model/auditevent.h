// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One line of the audit: who did what to whom, from where, with what result. Plain values.
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace authdesk::model {

struct AuditEvent
{
    qint64 id = 0;    ///< grows without gaps
    QDateTime at;     ///< UTC
    QString action;   ///< "user.created", "sign_in.failed", …
    QString result;   ///< "ok" or "refused"
    QString reason;   ///< why refused, also what the caller is not told ("unknown_user",
                      ///< "locked", "wrong_password"); empty with "ok"
    QString actorUid; ///< empty: nobody signed in, or the command line
    QString actorName;
    QString targetUid; ///< empty: no person is concerned
    QString targetName;
    QString system; ///< the API it came by, "command" for the command line
    QString address;
    QString requestId;
    QJsonObject changes;      ///< field → {"old": …, "new": …}; never a secret
    bool sealedLater = false; ///< written without the master key, sealed at a later start

    bool operator==(const AuditEvent &) const = default;
};

} // namespace authdesk::model
