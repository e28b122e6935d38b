// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/localserverimpl.h"

#include "core/hosting/folderremoval.h"
#include "core/server/host/datafolder.h"
#include "core/server/host/openfolder.h"
#include "core/server/host/place.h"
#include "core/server/host/serverhost.h"

#include <QtConcurrent/QtConcurrentRun>

namespace authdesk::server::host {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;
using base::Secret;
using hosting::FolderState;
using hosting::LocalServerOptions;
using hosting::RescueUser;

namespace {

FolderState look(const QString &folder)
{
    if (!isFolderUsable(folder))
        return FolderState::NotWritable;
    if (FolderLock::isTaken(folder))
        return FolderState::InUse;
    const auto checked = store::Database::check({.file = databaseFile(folder)});
    if (checked)
        return FolderState::HasServer;
    switch (checked.error().code) {
    case ErrorCode::NotFound:
        return FolderState::Empty;
    case ErrorCode::DatabaseNewer:
        return FolderState::Newer;
    case ErrorCode::FolderNotWritable:
        return FolderState::NotWritable;
    default:
        return FolderState::Damaged;
    }
}

} // namespace

LocalServerImpl::LocalServerImpl(crypto::HashParameters hashing, const base::Clock *clock)
    : m_hashing(hashing)
    , m_clock(clock)
{
    // One thread that never ends before the pool: what is made on it is ended on it.
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

LocalServerImpl::~LocalServerImpl()
{
    QtConcurrent::run(&m_pool, [this] { stopNow(); }).waitForFinished();
    m_pool.waitForDone();
}

bool LocalServerImpl::isRunning() const
{
    return !address().isEmpty();
}

QUrl LocalServerImpl::address() const
{
    const QMutexLocker locker(&m_mutex);
    return m_address;
}

QByteArray LocalServerImpl::certificate() const
{
    const QMutexLocker locker(&m_mutex);
    return m_certificate;
}

QUrl LocalServerImpl::publicAddress() const
{
    const QMutexLocker locker(&m_mutex);
    return m_publicAddress;
}

QDateTime LocalServerImpl::startedAt() const
{
    const QMutexLocker locker(&m_mutex);
    return m_startedAt;
}

QFuture<QUrl> LocalServerImpl::lookAgain()
{
    return QtConcurrent::run(&m_pool, [this] {
        lookNow();
        return address();
    });
}

void LocalServerImpl::lookNow()
{
    if (!m_host)
        return;
    const Place place = placeOf(m_host->settings(), {});
    const QMutexLocker locker(&m_mutex);
    m_address = place.address;
    m_certificate = place.certificate;
    m_publicAddress = place.publicAddress;
}

QFuture<FolderState> LocalServerImpl::inspect(const QString &dataFolder)
{
    return QtConcurrent::run(&m_pool, [dataFolder] { return look(dataFolder); });
}

QFuture<Result<QUrl>> LocalServerImpl::start(const LocalServerOptions &options)
{
    return QtConcurrent::run(&m_pool, [this, options] { return startNow(options); });
}

Result<QUrl> LocalServerImpl::startNow(const LocalServerOptions &options)
{
    stopNow();
    config::Configuration configuration;
    configuration.dataFolder = options.dataFolder;
    configuration.listeners = {{QHostAddress(QHostAddress::LocalHost), options.port, {}}};
    configuration.serverName = options.serverName;
    configuration.masterKey = options.masterKey;
    configuration.workers = config::defaultWorkers();
    configuration.isInWindow = true;
    auto host = ServerHost::start(configuration, m_hashing, m_clock);
    if (!host)
        return fail(host.error());
    m_host = *std::move(host);
    m_masterKey = options.masterKey;
    lookNow();
    const QMutexLocker locker(&m_mutex);
    m_startedAt = m_clock ? m_clock->now() : base::SystemClock().now();
    return m_address;
}

QFuture<Result<void>> LocalServerImpl::stop()
{
    return QtConcurrent::run(&m_pool, [this]() -> Result<void> {
        stopNow();
        return {};
    });
}

QFuture<Result<void>> LocalServerImpl::removeFolder(const QString &dataFolder)
{
    return QtConcurrent::run(&m_pool, [this, dataFolder] {
        stopNow();
        return hosting::removeFolder(dataFolder);
    });
}

void LocalServerImpl::stopNow()
{
    {
        const QMutexLocker locker(&m_mutex);
        m_address.clear();
        m_certificate.clear();
        m_publicAddress.clear();
        m_startedAt = {};
    }
    m_host.reset();
}

Result<std::unique_ptr<OpenFolder>> LocalServerImpl::openForRescue(const QString &folder)
{
    return OpenFolder::open({.folder = folder,
                             .purpose = OpenFolder::Purpose::Rescue,
                             .masterKey = m_masterKey,
                             .hashing = m_hashing,
                             .clock = m_clock});
}

QFuture<Result<QList<RescueUser>>> LocalServerImpl::listUsers(const QString &dataFolder)
{
    return QtConcurrent::run(&m_pool, [this, dataFolder]() -> Result<QList<RescueUser>> {
        const auto open = openForRescue(dataFolder);
        if (!open)
            return fail(open.error());
        const auto users = (*open)->services().rescue().listUsers();
        if (!users)
            return fail(users.error());
        QList<RescueUser> rows;
        for (const model::User &user : *users) {
            rows.append({.username = user.username,
                         .roleName = user.role.name,
                         .status = user.status,
                         .mfaEnabled = user.mfaEnabled});
        }
        return rows;
    });
}

QFuture<Result<Secret>> LocalServerImpl::resetPassword(const QString &dataFolder,
                                                       const QString &username)
{
    return QtConcurrent::run(&m_pool, [this, dataFolder, username]() -> Result<Secret> {
        const auto open = openForRescue(dataFolder);
        if (!open)
            return fail(open.error());
        const auto made = (*open)->services().rescue().resetPassword(username);
        if (!made)
            return fail(made.error());
        return made->secret;
    });
}

QFuture<Result<Secret>> LocalServerImpl::resetSecondFactor(const QString &dataFolder,
                                                           const QString &username)
{
    return QtConcurrent::run(&m_pool, [this, dataFolder, username]() -> Result<Secret> {
        const auto open = openForRescue(dataFolder);
        if (!open)
            return fail(open.error());
        const auto made = (*open)->services().rescue().resetSecondFactor(username);
        if (!made)
            return fail(made.error());
        return made->secret;
    });
}

QFuture<Result<void>> LocalServerImpl::unlock(const QString &dataFolder, const QString &username)
{
    return QtConcurrent::run(&m_pool, [this, dataFolder, username]() -> Result<void> {
        const auto open = openForRescue(dataFolder);
        if (!open)
            return fail(open.error());
        const auto unlocked = (*open)->services().rescue().unlock(username);
        if (!unlocked)
            return fail(unlocked.error());
        return {};
    });
}

} // namespace authdesk::server::host
