// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/vault/memoryvault.h"

#include "core/base/sentences.h"

namespace authdesk::vault {

using namespace Qt::StringLiterals;
using base::Sentences;

namespace {

template <typename T>
QFuture<T> finished(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace

MemoryVault::MemoryVault(Availability told)
    : m_told(told)
{
}

QFuture<Availability> MemoryVault::availability()
{
    return finished(m_told);
}

QFuture<base::Result<std::optional<base::Secret>>> MemoryVault::read(const QString &name)
{
    using Answer = base::Result<std::optional<base::Secret>>;
    if (const auto refused = refusal(); !refused)
        return finished<Answer>(std::unexpected(refused.error()));
    const auto entry = m_entries.constFind(name);
    if (entry == m_entries.constEnd())
        return finished<Answer>(std::optional<base::Secret>());
    return finished<Answer>(std::optional(*entry));
}

QFuture<base::Result<void>> MemoryVault::write(const QString &name, const base::Secret &secret)
{
    const auto refused = refusal();
    if (refused)
        m_entries.insert(name, secret);
    return finished(refused);
}

QFuture<base::Result<void>> MemoryVault::remove(const QString &name)
{
    const auto refused = refusal();
    if (refused)
        m_entries.remove(name);
    return finished(refused);
}

base::Result<void> MemoryVault::refusal() const
{
    switch (m_told) {
    case Availability::Available:
        return {};
    case Availability::Locked:
        return base::fail(base::ErrorCode::KeychainLocked,
                          Sentences::tr("The keychain is locked."));
    case Availability::Unavailable:
        return base::fail(base::ErrorCode::KeychainUnavailable,
                          Sentences::tr("This computer has no keychain that answers."));
    }
    return {};
}

} // namespace authdesk::vault
