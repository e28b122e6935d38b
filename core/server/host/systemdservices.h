// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Servers as services of this user's systemd. Every call is done in turn on one thread; the futures
// finish there.
#pragma once

#include "core/hosting/usermanager.h"
#include "core/server/host/localserverimpl.h"

#include <QtCore/QThreadPool>

namespace authdesk::server::host {

class SystemdServices final : public hosting::ServiceManager
{
public:
    /// `clock` outlives this; null: the system's.
    explicit SystemdServices(hosting::UserManagerPrograms programs = {},
                             const base::Clock *clock = nullptr);
    ~SystemdServices() override;

    [[nodiscard]] QFuture<hosting::ServiceSupport> support() override;
    [[nodiscard]] bool isInstalled(const QString &id) const override;
    [[nodiscard]] bool staysWhenSignedOut(const QString &id) const override;
    [[nodiscard]] QFuture<base::Result<void>> install(const hosting::ServiceSpec &spec) override;
    [[nodiscard]] QFuture<base::Result<void>> remove(const QString &id) override;
    [[nodiscard]] std::unique_ptr<hosting::LocalServer>
    makeServer(const hosting::ServiceSpec &spec) override;
    [[nodiscard]] QFuture<base::Result<bool>> writeMasterKey(const QString &dataFolder,
                                                             const base::Secret &key) override;
    [[nodiscard]] QFuture<base::Result<base::Secret>>
    readMasterKey(const QString &dataFolder) override;
    [[nodiscard]] QFuture<base::Result<void>> removeMasterKey(const QString &dataFolder,
                                                              const base::Secret &key) override;

private:
    const std::shared_ptr<const hosting::UserManager> m_manager;
    const base::Clock *const m_clock;
    QThreadPool m_pool; ///< one thread
};

} // namespace authdesk::server::host
