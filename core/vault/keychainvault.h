// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The operating system's keychain, by QtKeychain. A keychain that does not answer within the time
// limit counts as unavailable; the window never waits for it. Window thread.
#pragma once

#include "core/vault/vault.h"

#include <chrono>
#include <memory>

namespace authdesk::vault {

class KeychainJobs;

class KeychainVault final : public Vault
{
public:
    /// `service`: the name that people see in their keychain's program.
    explicit KeychainVault(QString service,
                           std::chrono::milliseconds timeLimit = std::chrono::seconds(10));
    ~KeychainVault() override;

    [[nodiscard]] QFuture<Availability> availability() override;
    [[nodiscard]] QFuture<base::Result<std::optional<base::Secret>>>
    read(const QString &name) override;
    [[nodiscard]] QFuture<base::Result<void>> write(const QString &name,
                                                    const base::Secret &secret) override;
    [[nodiscard]] QFuture<base::Result<void>> remove(const QString &name) override;

private:
    std::shared_ptr<KeychainJobs> m_jobs; ///< outlives this where a call is under way
};

} // namespace authdesk::vault
