// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who asks, once a token has been checked. Plain values, shared between threads.
#pragma once

#include "core/model/apikey.h"
#include "core/model/role.h"

#include <QtCore/QDateTime>
#include <QtCore/QString>

namespace authdesk::server::http {

struct Principal
{
    qint64 userId = 0;
    QString uid;
    QString username;
    qint64 sessionId = 0;                              ///< 0: an API key, no sign-in
    qint64 keyId = 0;                                  ///< 0: a sign-in
    model::KeyLevel keyLevel = model::KeyLevel::Admin; ///< below Admin: a key with limits
    QString system;                                    ///< the API whose sign-in made the token
    QDateTime signedInAt;                              ///< UTC; what "recent" is counted from
    /// Every right the role gives, decided by core/policy when the token was looked up.
    QList<model::Statement> statements;
    /// The token opens only /me and /me/mfa: a second factor must be set up first.
    bool enrollmentRequired = false;
};

} // namespace authdesk::server::http
