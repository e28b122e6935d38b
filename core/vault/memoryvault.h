// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A vault that forgets everything when the program ends: for machines without a keychain, where
// nothing secret may be written, and for tests. Window thread.
#pragma once

#include "core/vault/vault.h"

#include <QtCore/QHash>

namespace authdesk::vault {

class MemoryVault final : public Vault
{
public:
    /// `told`: what availability() says; anything but Available also makes the calls fail.
    explicit MemoryVault(Availability told = Availability::Available);

    [[nodiscard]] QFuture<Availability> availability() override;
    [[nodiscard]] QFuture<base::Result<std::optional<base::Secret>>>
    read(const QString &name) override;
    [[nodiscard]] QFuture<base::Result<void>> write(const QString &name,
                                                    const base::Secret &secret) override;
    [[nodiscard]] QFuture<base::Result<void>> remove(const QString &name) override;

    void setAvailability(Availability told) { m_told = told; }
    [[nodiscard]] QStringList names() const { return m_entries.keys(); }

private:
    [[nodiscard]] base::Result<void> refusal() const;

    Availability m_told;
    QHash<QString, base::Secret> m_entries;
};

} // namespace authdesk::vault
