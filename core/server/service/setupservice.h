// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first run: makes the first person, Super Admin, exactly once. Thread-safe; blocks.
#pragma once

#include "core/server/service/caller.h"
#include "core/server/service/outcome.h"

#include <QtCore/QMutex>

#include <atomic>

namespace authdesk::server::service {

class Toolbox;

struct SetupRequest
{
    QString username; ///< empty: the e-mail is the username
    std::optional<QString> email;
    QString firstName;
    QString lastName;
    base::Secret password;
    QString serverName; ///< empty: unchanged
    QString setupCode;  ///< as typed, with or without the dash
};

class SetupService final
{
public:
    explicit SetupService(Toolbox &tools);

    /// True while no user exists. From memory once it is false.
    [[nodiscard]] bool needsSetup();
    /// Whether this caller must bring the setup code.
    [[nodiscard]] bool codeRequired(const Caller &caller) const;
    /// Whether anyone must, so that the program prints it.
    [[nodiscard]] bool codeRequiredByAnyone() const;
    /// XXXX-XXXX, made at the first call; the same until the program ends.
    [[nodiscard]] QString setupCode();

    /// Makes the first user and signs it in. SetupAlreadyDone, SetupCodeRequired (missing or
    /// wrong), InvalidFields, TooManyRequests.
    [[nodiscard]] base::Result<SignedIn> setUp(const SetupRequest &request, const Caller &caller);

private:
    [[nodiscard]] base::Result<> checkCode(const QString &typed, const Caller &caller);

    Toolbox &m_tools;
    QMutex m_mutex;
    QByteArray m_code;
    std::atomic<bool> m_done = false;
};

} // namespace authdesk::server::service
