// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the steps of signing in lead to. Plain values.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/user.h"

#include <QtCore/QStringList>

#include <variant>

namespace authdesk::server::service {

struct SignedIn
{
    base::Secret accessToken;
    base::Secret refreshToken;   ///< empty where the system's sign-in knows none
    qint64 expiresIn = 0;        ///< seconds, of the access token
    qint64 refreshExpiresIn = 0; ///< seconds; 0: there is no refresh token
    model::User user;
    bool mfaEnrollmentRequired = false;
};

struct SecondFactorRequired
{
    base::Secret mfaToken; ///< unused by Pipelit, which finishes by name
    QStringList methods;   ///< "totp", "backup_code"; none where it must be set up first
    /// There is no second factor yet and must be one: the token is good for setting it up, by
    /// EnrollmentService. Only for who can be sent there (Caller::setsUpFactorFirst).
    bool mustSetUp = false;
};

struct PasswordChangeRequired
{
    base::Secret changeToken;
};

using SignInOutcome = std::variant<SignedIn, SecondFactorRequired, PasswordChangeRequired>;

/// A secret that gets a person in once more, and until when.
struct OneTimeSecret
{
    base::Secret secret;
    QDateTime expiresAt; ///< UTC
};

} // namespace authdesk::server::service
