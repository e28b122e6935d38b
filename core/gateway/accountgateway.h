// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One's own account. Implemented by each system's client; window thread; futures as in
// signingateway.h.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/session.h"
#include "core/model/user.h"

#include <QtCore/QFuture>

namespace authdesk::gateway {

struct MfaState
{
    bool enabled = false;
    QList<model::MfaMethod> methods;
    int recoveryCodesLeft = -1; ///< -1: the server does not say
    bool operator==(const MfaState &) const = default;
};

struct TotpEnrollment
{
    base::Secret key;       ///< Base32, for typing
    base::Secret setupLink; ///< otpauth://…, for the QR code and password managers
    bool operator==(const TotpEnrollment &) const = default;
};

/// Recovery codes, shown once; empty where the server gives none.
struct RecoveryCodes
{
    QList<base::Secret> codes;
    bool operator==(const RecoveryCodes &) const = default;
};

struct ProfileChange
{
    std::optional<QString> username;
    std::optional<QString> email; ///< empty text: none
    std::optional<QString> firstName;
    std::optional<QString> lastName;
};

class AccountGateway
{
public:
    AccountGateway() = default;
    AccountGateway(const AccountGateway &) = delete;
    AccountGateway &operator=(const AccountGateway &) = delete;
    virtual ~AccountGateway() = default;

    template <typename T>
    using Answer = QFuture<base::Result<T>>;

    [[nodiscard]] virtual Answer<model::User> me() = 0;
    [[nodiscard]] virtual Answer<model::User> updateMe(const ProfileChange &change) = 0;
    [[nodiscard]] virtual Answer<void> changePassword(const base::Secret &current,
                                                      const base::Secret &wanted,
                                                      bool endOtherSessions) = 0;
    [[nodiscard]] virtual Answer<MfaState> mfaState() = 0;
    [[nodiscard]] virtual Answer<TotpEnrollment> beginTotp() = 0;
    [[nodiscard]] virtual Answer<RecoveryCodes> confirmTotp(const QString &code) = 0;
    /// `code`: of the app, or a recovery code.
    [[nodiscard]] virtual Answer<void> disableTotp(const QString &code) = 0;
    [[nodiscard]] virtual Answer<RecoveryCodes> regenerateRecoveryCodes(const QString &code) = 0;
    [[nodiscard]] virtual Answer<QList<model::Session>> sessions() = 0;
    [[nodiscard]] virtual Answer<void> endSession(qint64 id) = 0;
    [[nodiscard]] virtual Answer<void> endOtherSessions() = 0;
};

} // namespace authdesk::gateway
