// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/systemdservices.h"

#include "core/hosting/serviceunit.h"
#include "core/server/host/masterkeystore.h"
#include "core/server/host/serviceserver.h"

#include <QtConcurrent/QtConcurrentRun>

namespace authdesk::server::host {

using base::Result;
using base::Secret;

SystemdServices::SystemdServices(hosting::UserManagerPrograms programs, const base::Clock *clock)
    : m_manager(std::make_shared<const hosting::UserManager>(std::move(programs)))
    , m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
}

SystemdServices::~SystemdServices()
{
    m_pool.waitForDone();
}

QFuture<hosting::ServiceSupport> SystemdServices::support()
{
    return QtConcurrent::run(&m_pool, [this] { return m_manager->support(); });
}

bool SystemdServices::isInstalled(const QString &id) const
{
    return !m_manager->unit(id).isEmpty();
}

bool SystemdServices::staysWhenSignedOut(const QString &id) const
{
    return hosting::staysWhenSignedOut(m_manager->unit(id));
}

QFuture<Result<void>> SystemdServices::install(const hosting::ServiceSpec &spec)
{
    return QtConcurrent::run(&m_pool, [this, spec] { return m_manager->install(spec); });
}

QFuture<Result<void>> SystemdServices::remove(const QString &id)
{
    return QtConcurrent::run(&m_pool, [this, id] { return m_manager->remove(id); });
}

std::unique_ptr<hosting::LocalServer> SystemdServices::makeServer(const hosting::ServiceSpec &spec)
{
    return std::make_unique<ServiceServer>(
        m_manager, spec, std::make_unique<LocalServerImpl>(crypto::HashParameters{}, m_clock));
}

QFuture<Result<bool>> SystemdServices::writeMasterKey(const QString &dataFolder, const Secret &key)
{
    return QtConcurrent::run(&m_pool, [dataFolder, key] { return keepMasterKey(dataFolder, key); });
}

QFuture<Result<Secret>> SystemdServices::readMasterKey(const QString &dataFolder)
{
    return QtConcurrent::run(&m_pool, [dataFolder] { return keptMasterKey(dataFolder); });
}

QFuture<Result<void>> SystemdServices::removeMasterKey(const QString &dataFolder, const Secret &key)
{
    return QtConcurrent::run(&m_pool,
                             [dataFolder, key] { return forgetMasterKey(dataFolder, key); });
}

} // namespace authdesk::server::host
