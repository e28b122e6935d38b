// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Secrets kept for the person between two starts, by name. Implemented over the operating system's
// keychain, and in memory. Every future finishes exactly once and within the vault's time limit.
// Window thread.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QFuture>

#include <optional>

namespace authdesk::vault {

enum class Availability {
    Available,
    Locked,     ///< there is a keychain, but the person has not unlocked it
    Unavailable ///< there is none, it refuses, or it does not answer
};

class Vault
{
public:
    Vault() = default;
    Vault(const Vault &) = delete;
    Vault &operator=(const Vault &) = delete;
    virtual ~Vault() = default;

    /// Tries it out; quick after the first time while it stays available.
    [[nodiscard]] virtual QFuture<Availability> availability() = 0;
    /// nullopt: there is no such entry. KeychainUnavailable or KeychainLocked otherwise.
    [[nodiscard]] virtual QFuture<base::Result<std::optional<base::Secret>>>
    read(const QString &name) = 0;
    /// Afterwards read() gives it back, after a restart too.
    [[nodiscard]] virtual QFuture<base::Result<void>> write(const QString &name,
                                                            const base::Secret &secret) = 0;
    /// Succeeds as well when there was no such entry.
    [[nodiscard]] virtual QFuture<base::Result<void>> remove(const QString &name) = 0;
};

/// The entry that keeps somebody signed in to the server with this profile id.
[[nodiscard]] QString refreshTokenName(const QString &profileId);
/// The entry that keeps the API key that somebody signs in to the server with this profile id with.
[[nodiscard]] QString apiKeyName(const QString &profileId);
/// The entry that holds the master key of the server in this data folder.
[[nodiscard]] QString masterKeyName(const QString &dataFolder);

} // namespace authdesk::vault
