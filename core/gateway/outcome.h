// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a step of signing in can lead to, on any kind of server. Plain values.
#pragma once

#include "core/base/secret.h"
#include "core/model/user.h"

#include <QtCore/QStringList>

#include <variant>

namespace authdesk::gateway {

struct Tokens
{
    base::Secret access;
    base::Secret refresh;        ///< empty where the server knows none
    qint64 expiresInSeconds = 0; ///< of the access token; 0: not said
};

struct SignedIn
{
    Tokens tokens;
    std::optional<model::User> user; ///< where the answer says it
    bool mfaEnrollmentRequired = false;
};

struct SecondFactorNeeded
{
    base::Secret challenge; ///< empty on Pipelit, which knows the attempt by name
    QString login;          ///< what was typed, for servers that ask for it again
    QStringList methods;    ///< "totp", "backup_code", …
};

struct PasswordChangeNeeded
{
    base::Secret changeToken;
    QString login;
};

using SignInOutcome = std::variant<SignedIn, SecondFactorNeeded, PasswordChangeNeeded>;

} // namespace authdesk::gateway
