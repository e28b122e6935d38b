// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs a server inside this program, on threads of its own, and does the rescue that needs no
// server. Every call is done in turn on one thread; the futures finish there.
#pragma once

#include "core/base/clock.h"
#include "core/hosting/localserver.h"
#include "core/server/crypto/passwordhasher.h"

#include <QtCore/QMutex>
#include <QtCore/QThreadPool>

#include <memory>

namespace authdesk::server::host {

class OpenFolder;
class ServerHost;

class LocalServerImpl final : public hosting::LocalServer
{
public:
    /// Weaker `hashing` is for tests only. `clock` outlives this; null: the system's.
    explicit LocalServerImpl(crypto::HashParameters hashing = {},
                             const base::Clock *clock = nullptr);
    ~LocalServerImpl() override;

    [[nodiscard]] bool isRunning() const override;
    [[nodiscard]] QUrl address() const override;
    [[nodiscard]] QByteArray certificate() const override;
    [[nodiscard]] QUrl publicAddress() const override;
    [[nodiscard]] QDateTime startedAt() const override;
    [[nodiscard]] QFuture<QUrl> lookAgain() override;
    [[nodiscard]] QFuture<hosting::FolderState> inspect(const QString &dataFolder) override;
    [[nodiscard]] QFuture<base::Result<QUrl>>
    start(const hosting::LocalServerOptions &options) override;
    [[nodiscard]] QFuture<base::Result<void>> stop() override;
    [[nodiscard]] QFuture<base::Result<void>> removeFolder(const QString &dataFolder) override;
    [[nodiscard]] QFuture<base::Result<QList<hosting::RescueUser>>>
    listUsers(const QString &dataFolder) override;
    [[nodiscard]] QFuture<base::Result<base::Secret>>
    resetPassword(const QString &dataFolder, const QString &username) override;
    [[nodiscard]] QFuture<base::Result<base::Secret>>
    resetSecondFactor(const QString &dataFolder, const QString &username) override;
    [[nodiscard]] QFuture<base::Result<void>> unlock(const QString &dataFolder,
                                                     const QString &username) override;

private:
    [[nodiscard]] base::Result<QUrl> startNow(const hosting::LocalServerOptions &options);
    void stopNow();
    void lookNow();
    [[nodiscard]] base::Result<std::unique_ptr<OpenFolder>> openForRescue(const QString &folder);

    const crypto::HashParameters m_hashing;
    const base::Clock *const m_clock;
    mutable QMutex m_mutex; ///< guards the four that follow
    QUrl m_address;
    QByteArray m_certificate;
    QUrl m_publicAddress;
    QDateTime m_startedAt;
    std::unique_ptr<ServerHost> m_host; ///< only on the pool's thread
    base::Secret m_masterKey;           ///< as given at the last start; only on the pool's thread
    QThreadPool m_pool;
};

} // namespace authdesk::server::host
