// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server that runs as a service of this user: systemd starts and stops it, and where it answers
// stands in its data folder. It goes on when this object goes. Every call is done in turn on one
// thread; the futures finish there.
#pragma once

#include "core/hosting/usermanager.h"
#include "core/server/host/localserverimpl.h"
#include "core/server/host/place.h"

#include <QtCore/QMutex>
#include <QtCore/QThreadPool>

#include <atomic>
#include <optional>

namespace authdesk::server::host {

class ServiceServer final : public hosting::LocalServer
{
public:
    /// `rescuer` works in the data folder beside the service.
    ServiceServer(std::shared_ptr<const hosting::UserManager> manager, hosting::ServiceSpec spec,
                  std::unique_ptr<LocalServerImpl> rescuer);
    /// Leaves the service as it is.
    ~ServiceServer() override;

    /// As looked at last.
    [[nodiscard]] bool isRunning() const override { return place().has_value(); }
    [[nodiscard]] QUrl address() const override;
    [[nodiscard]] QByteArray certificate() const override;
    [[nodiscard]] QUrl publicAddress() const override;
    [[nodiscard]] QDateTime startedAt() const override;
    [[nodiscard]] QFuture<QUrl> lookAgain() override;

    /// Finds it running, or starts it; what the options say stands in the service already.
    [[nodiscard]] QFuture<base::Result<QUrl>>
    start(const hosting::LocalServerOptions &options) override;
    [[nodiscard]] QFuture<base::Result<void>> stop() override;

    [[nodiscard]] QFuture<hosting::FolderState> inspect(const QString &dataFolder) override
    {
        return m_rescuer->inspect(dataFolder);
    }
    /// The service is made unknown before.
    [[nodiscard]] QFuture<base::Result<void>> removeFolder(const QString &dataFolder) override;
    [[nodiscard]] QFuture<base::Result<QList<hosting::RescueUser>>>
    listUsers(const QString &dataFolder) override
    {
        return m_rescuer->listUsers(dataFolder);
    }
    [[nodiscard]] QFuture<base::Result<base::Secret>>
    resetPassword(const QString &dataFolder, const QString &username) override
    {
        return m_rescuer->resetPassword(dataFolder, username);
    }
    [[nodiscard]] QFuture<base::Result<base::Secret>>
    resetSecondFactor(const QString &dataFolder, const QString &username) override
    {
        return m_rescuer->resetSecondFactor(dataFolder, username);
    }
    [[nodiscard]] QFuture<base::Result<void>> unlock(const QString &dataFolder,
                                                     const QString &username) override
    {
        return m_rescuer->unlock(dataFolder, username);
    }

private:
    [[nodiscard]] std::optional<Place> place() const;
    std::optional<Place> lookNow();
    [[nodiscard]] base::Result<QUrl> startNow(int number);
    [[nodiscard]] base::Result<QUrl> awaitReadiness(int number);
    /// Ends every start() that was asked for so far, also one that waits for its turn.
    void callOff();
    [[nodiscard]] base::Result<void> stopNow();

    const std::shared_ptr<const hosting::UserManager> m_manager;
    const hosting::ServiceSpec m_spec;
    const std::unique_ptr<LocalServerImpl> m_rescuer;
    std::atomic_int m_starts = 0;    ///< how many were asked for
    std::atomic_int m_calledOff = 0; ///< the last of them that is not wanted any more
    mutable QMutex m_mutex;          ///< guards m_place
    std::optional<Place> m_place;    ///< nullopt: it does not run
    QThreadPool m_pool;              ///< one thread
};

} // namespace authdesk::server::host
