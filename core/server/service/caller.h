// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where a call comes from and who makes it, as the services see it; the routes fill both from the
// request. Plain values.
#pragma once

#include "core/model/apikey.h"
#include "core/model/role.h"

#include <QtCore/QDateTime>
#include <QtCore/QString>
#include <QtNetwork/QHostAddress>

namespace authdesk::server::service {

struct Caller
{
    QHostAddress address; ///< the peer
    QString userAgent;    ///< untrusted text
    QString system;       ///< the API it comes by: "authdesk", "pipelit", "bloqd", …, "command"
    QString requestId;
    bool loopback = false; ///< "this computer" as contracts, First run, means it
    /// Whose answer has no place for a refresh token: none is made.
    bool takesAccessOnly = false;
    /// Whose answer can send somebody to set up a second factor before there is a session.
    bool setsUpFactorFirst = false;
};

/// Whoever a good token belongs to.
struct Actor
{
    qint64 userId = 0;
    QString uid;
    QString username;
    qint64 sessionId = 0;                              ///< 0: an API key, no sign-in
    qint64 keyId = 0;                                  ///< 0: a sign-in
    model::KeyLevel keyLevel = model::KeyLevel::Admin; ///< below Admin: a key with limits
    QString system;                                    ///< the API whose sign-in made the token
    QDateTime signedInAt;               ///< UTC; what "recent" is counted from; of a key: 1970
    QList<model::Statement> statements; ///< within the level of the key
    bool enrollmentRequired = false;    ///< may only see itself and set up a second factor
};

} // namespace authdesk::server::service
