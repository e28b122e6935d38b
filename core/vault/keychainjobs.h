// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Single calls to QtKeychain as futures, each with a time limit. Window thread. Only for
// core/vault.
#pragma once

#include "core/vault/vault.h"

#include <QtCore/QObject>

#include <chrono>
#include <functional>

namespace QKeychain {
class Job;
}

namespace authdesk::vault {

class KeychainJobs final : public QObject
{
    Q_OBJECT

public:
    KeychainJobs(QString service, std::chrono::milliseconds timeLimit);

    [[nodiscard]] QFuture<base::Result<std::optional<base::Secret>>> read(const QString &name);
    [[nodiscard]] QFuture<base::Result<void>> write(const QString &name,
                                                    const base::Secret &secret);
    [[nodiscard]] QFuture<base::Result<void>> remove(const QString &name);
    /// Ends what is under way, and everything later, with Cancelled.
    void cancelAll();

private:
    template <typename T, typename Finished>
    QFuture<T> run(QKeychain::Job *job, const QString &name, Finished finished);

    QString m_service;
    std::chrono::milliseconds m_timeLimit;
    bool m_closed = false;

Q_SIGNALS:
    void cancelled();
};

} // namespace authdesk::vault
