// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way back in for whoever owns the data folder: no sign-in, no master key, beside a running
// server. Audit rows carry the system "command". Thread-safe; blocks.
#pragma once

#include "core/server/service/caller.h"
#include "core/server/service/outcome.h"
#include "core/server/service/userservice.h"

namespace authdesk::server::service {

class Toolbox;

class RescueService final
{
public:
    explicit RescueService(Toolbox &tools);

    /// The first one is Super Admin, then User, where `roleSlug` is empty. Closes the first run.
    [[nodiscard]] base::Result<CreatedUser> createUser(const NewUser &wanted);
    [[nodiscard]] base::Result<QList<model::User>> listUsers();
    /// `login`: username or e-mail. NotFound.
    [[nodiscard]] base::Result<OneTimeSecret> resetPassword(const QString &login);
    [[nodiscard]] base::Result<OneTimeSecret> resetSecondFactor(const QString &login);
    [[nodiscard]] base::Result<model::User> unlock(const QString &login);
    /// LastAdmin.
    [[nodiscard]] base::Result<model::User> disable(const QString &login);
    [[nodiscard]] base::Result<model::User> enable(const QString &login);

private:
    [[nodiscard]] base::Result<model::User> setStatus(const QString &login,
                                                      model::UserStatus status);

    Toolbox &m_tools;
};

} // namespace authdesk::server::service
