// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/vault/keychainvault.h"

#include "core/base/sentences.h"
#include "core/vault/keychainjobs.h"

#include <QtCore/QUuid>

namespace authdesk::vault {

using namespace Qt::StringLiterals;
using base::Sentences;

namespace {

using Written = base::Result<void>;
using ReadBack = base::Result<std::optional<base::Secret>>;

Availability availabilityAfter(const base::Error &error)
{
    return error.code == base::ErrorCode::KeychainLocked ? Availability::Locked
                                                         : Availability::Unavailable;
}

} // namespace

KeychainVault::KeychainVault(QString service, std::chrono::milliseconds timeLimit)
    : m_jobs(std::make_shared<KeychainJobs>(std::move(service), timeLimit))
{
}

KeychainVault::~KeychainVault()
{
    m_jobs->cancelAll();
}

QFuture<Availability> KeychainVault::availability()
{
    // A locked keychain answers some calls as if all were well; only what was written, read back
    // and taken away again shows that it works.
    auto promise = std::make_shared<QPromise<Availability>>();
    promise->start();
    const auto conclude = [promise](Availability told) {
        promise->addResult(told);
        promise->finish();
    };
    const QString name = u"probe/"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const base::Secret sample = base::Secret::fromString(name);
    m_jobs->write(name, sample).then([jobs = m_jobs, name, sample, conclude](const Written &wrote) {
        if (!wrote)
            return conclude(availabilityAfter(wrote.error()));
        jobs->read(name).then([jobs, name, sample, conclude](const ReadBack &read) {
            const bool same = read && *read && **read == sample;
            const Availability told = same   ? Availability::Available
                                      : read ? Availability::Unavailable
                                             : availabilityAfter(read.error());
            jobs->remove(name).then([told, conclude](const Written &) { conclude(told); });
        });
    });
    return promise->future();
}

QFuture<ReadBack> KeychainVault::read(const QString &name)
{
    return m_jobs->read(name);
}

QFuture<Written> KeychainVault::write(const QString &name, const base::Secret &secret)
{
    return m_jobs->write(name, secret);
}

QFuture<Written> KeychainVault::remove(const QString &name)
{
    // Removing answers "done" from a locked keychain too: look whether it is gone.
    auto promise = std::make_shared<QPromise<Written>>();
    promise->start();
    const auto conclude = [promise](Written told) {
        promise->addResult(std::move(told));
        promise->finish();
    };
    m_jobs->remove(name).then([jobs = m_jobs, name, conclude](const Written &removed) {
        if (!removed)
            return conclude(removed);
        jobs->read(name).then([conclude](const ReadBack &read) {
            if (!read)
                conclude(std::unexpected(read.error()));
            else if (*read)
                conclude(base::fail(
                    base::ErrorCode::KeychainLocked,
                    Sentences::tr("The keychain kept the entry. Unlock it and try again.")));
            else
                conclude({});
        });
    });
    return promise->future();
}

} // namespace authdesk::vault
