// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way in: first run, sign-in, second factor, renewal, sign-out. Implemented by each system's
// client. Every future finishes exactly once: with a value, an error, or ErrorCode::Cancelled.
// Window thread.
#pragma once

#include "core/base/result.h"
#include "core/gateway/outcome.h"

#include <QtCore/QFuture>

namespace authdesk::gateway {

struct SetupState
{
    bool needsSetup = false;
    bool codeRequired = false;
    bool operator==(const SetupState &) const = default;
};

struct SetupRequest
{
    QString username;
    QString email; ///< may be empty
    base::Secret password;
    QString serverName; ///< may be empty
    QString setupCode;  ///< may be empty
};

class SignInGateway
{
public:
    SignInGateway() = default;
    SignInGateway(const SignInGateway &) = delete;
    SignInGateway &operator=(const SignInGateway &) = delete;
    virtual ~SignInGateway() = default;

    template <typename T>
    using Answer = QFuture<base::Result<T>>;

    [[nodiscard]] virtual Answer<SetupState> setupState() = 0;
    [[nodiscard]] virtual Answer<SignedIn> setUp(const SetupRequest &request) = 0;
    [[nodiscard]] virtual Answer<SignInOutcome> signIn(const QString &login,
                                                       const base::Secret &password) = 0;
    /// A code of an authenticator app or a recovery code.
    [[nodiscard]] virtual Answer<SignInOutcome> verify(const SecondFactorNeeded &step,
                                                       const QString &code) = 0;
    [[nodiscard]] virtual Answer<SignInOutcome> changePassword(const PasswordChangeNeeded &step,
                                                               const base::Secret &newPassword) = 0;
    /// NotSupported where the server knows no refresh tokens.
    [[nodiscard]] virtual Answer<SignedIn> refresh(const base::Secret &refreshToken) = 0;
    /// Ends the session on the server where it can; succeeds without a call where it cannot.
    [[nodiscard]] virtual Answer<void> signOut() = 0;
};

} // namespace authdesk::gateway
