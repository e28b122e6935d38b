// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/hostedservers.h"

#include "core/base/whenanswered.h"

#include <QtCore/QDir>
#include <QtCore/QPointer>
#include <QtCore/QPromise>

#include <tuple>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

/// A certificate that was renewed is taken after this long at the latest.
constexpr auto lookEvery = std::chrono::seconds(3);

template <typename T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

/// The cure depends on the place where the key was kept.
base::Error keyError(const settings::ServerProfile &profile, ErrorCode code)
{
    const bool missing = code == ErrorCode::MasterKeyMissing;
    QString text;
    if (profile.hosted->keyInKeychain) {
        const QString entry = vault::masterKeyName(profile.hosted->folder);
        text = missing
                   ? HostedServers::tr(
                         "The key that seals its secrets was kept in this computer's keychain, and "
                         "the entry \"%1\" is not there any more. Restore the keychain of the "
                         "account that created the server, and try again. A master.key in the "
                         "folder does not help: there never was one.")
                         .arg(entry)
                   : HostedServers::tr("The entry \"%1\" of this computer's keychain is not the "
                                       "key of this server's data. Restore the keychain, or the "
                                       "folder that belongs to it, and try again.")
                         .arg(entry);
    } else {
        const QString file =
            QDir::toNativeSeparators(QDir(profile.hosted->folder).filePath(u"master.key"_s));
        text = missing ? HostedServers::tr("The key that seals its secrets is missing. Put back "
                                           "the file %1, from a backup for example, and try again.")
                             .arg(file)
                       : HostedServers::tr("The file %1 is not the key of this server's data. Put "
                                           "back the right one and try again.")
                             .arg(file);
    }
    return {.code = code, .message = text, .detail = {}};
}

} // namespace

HostedServers::HostedServers(Maker make, settings::ServerProfiles &profiles, vault::Vault &vault,
                             hosting::ServiceManager *services, QObject *parent)
    : QObject(parent)
    , m_make(std::move(make))
    , m_profiles(profiles)
    , m_vault(vault)
    , m_services(services)
{
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, [this] {
        for (const auto &[id, server] : m_servers) {
            // A service also starts and stops without us.
            if (server->isRunning() || isService(id))
                lookAgain(id);
        }
    });
    m_look.start();
}

HostedServers::~HostedServers() = default;

QFuture<base::Result<QUrl>> HostedServers::start(const settings::ServerProfile &profile)
{
    if (!profile.hosted)
        return ready(base::Result<QUrl>(profile.address));
    // In the middle of a move it is known how it runs.
    if (!m_services || m_asService.contains(profile.id))
        return startSettled(profile);
    return settled(profile)
        .then(this,
              [this](const base::Result<settings::ServerProfile> &now) {
                  if (!now)
                      return ready(base::Result<QUrl>(std::unexpected(now.error())));
                  return startSettled(*now);
              })
        .unwrap();
}

QFuture<base::Result<settings::ServerProfile>>
HostedServers::settled(const settings::ServerProfile &profile)
{
    using Settled = base::Result<settings::ServerProfile>;
    const bool isInstalled = m_services->isInstalled(profile.id);
    if (isInstalled == profile.hosted->asService)
        return ready(Settled(profile));
    settings::ServerProfile now = profile;
    now.hosted->asService = false;
    if (!isInstalled) {
        m_servers.erase(profile.id);
        // Not written, it is found out anew at the next start.
        std::ignore = m_profiles.update(now);
        return ready(Settled(now));
    }
    // Whoever removes it may outlive this.
    auto promise = std::make_shared<QPromise<Settled>>();
    promise->start();
    base::whenAnswered(
        m_services->remove(profile.id), this, [promise, now](const base::Result<void> &removed) {
            promise->addResult(removed ? Settled(now) : Settled(std::unexpected(removed.error())));
            promise->finish();
        });
    return promise->future();
}

QFuture<base::Result<QUrl>> HostedServers::startSettled(const settings::ServerProfile &profile)
{
    hosting::LocalServer &local = server(profile.id);
    if (local.isRunning())
        return ready(base::Result<QUrl>(local.address()));
    if (isService(profile.id))
        return startService(profile);
    if (!profile.hosted->keyInKeychain)
        return startWith(profile, {});
    return m_vault.read(vault::masterKeyName(profile.hosted->folder))
        .then(this,
              [this, profile](const base::Result<std::optional<base::Secret>> &key) {
                  if (!key)
                      return ready(base::Result<QUrl>(std::unexpected(key.error())));
                  if (!*key)
                      return ready(base::Result<QUrl>(
                          std::unexpected(keyError(profile, ErrorCode::MasterKeyMissing))));
                  return startWith(profile, **key);
              })
        .unwrap();
}

QFuture<base::Result<QUrl>> HostedServers::startService(const settings::ServerProfile &profile)
{
    const auto took = [this, profile](const base::Result<QUrl> &started) {
        if (started) {
            takePlace(profile.id);
            m_ran[profile.id] = true;
            Q_EMIT stateChanged(profile.id);
        }
        return started;
    };
    return server(profile.id)
        .start({.dataFolder = profile.hosted->folder,
                .port = profile.hosted->port,
                .serverName = profile.name,
                .masterKey = {}})
        .then(this, took);
}

hosting::ServiceSpec HostedServers::specOf(const settings::ServerProfile &profile)
{
    return {.id = profile.id,
            .name = profile.name,
            .dataFolder = profile.hosted->folder,
            .port = profile.hosted->port};
}

bool HostedServers::isService(const QString &profileId) const
{
    if (!m_services)
        return false;
    if (const auto known = m_asService.find(profileId); known != m_asService.end())
        return known->second;
    const auto profile = m_profiles.find(profileId);
    return profile && profile->hosted && profile->hosted->asService;
}

base::Result<void> HostedServers::swap(const QString &profileId, bool asService)
{
    const auto profile = m_profiles.find(profileId);
    if (profile && profile->hosted && profile->hosted->asService == asService)
        m_asService.erase(profileId);
    else
        m_asService[profileId] = asService;
    m_servers.erase(profileId);
    m_ran.erase(profileId);
    return {};
}

base::Result<void> HostedServers::list(const settings::ServerProfile &profile)
{
    settings::ServerProfile now = this->profile(profile);
    now.hosted->asService = profile.hosted->asService;
    now.hosted->keyInKeychain = profile.hosted->keyInKeychain;
    auto written = m_profiles.update(now);
    if (written) {
        m_asService.erase(profile.id);
        // Whoever has it open keeps a copy of the profile, and would write that back.
        Q_EMIT moved(profile.id);
        Q_EMIT stateChanged(profile.id);
    }
    return written;
}

QFuture<base::Result<QUrl>> HostedServers::startWith(const settings::ServerProfile &profile,
                                                     const base::Secret &masterKey)
{
    hosting::LocalServer &local = server(profile.id);
    hosting::LocalServerOptions options{
        .dataFolder = profile.hosted->folder,
        .port = profile.hosted->port,
        .serverName = profile.name,
        .masterKey = masterKey,
    };
    if (!hosting::isPortFree(options.port))
        options.port = hosting::freePortFrom(options.port);
    return local.start(options).then(
        this, [this, profile, port = options.port](const base::Result<QUrl> &started) {
            if (started) {
                auto now = m_profiles.find(profile.id).value_or(profile);
                now.hosted->port = port;
                // Not written, it will move again at the next start.
                std::ignore = m_profiles.update(now);
                takePlace(profile.id);
                Q_EMIT stateChanged(profile.id);
            }
            if (!started
                && (started.error().code == ErrorCode::MasterKeyMissing
                    || started.error().code == ErrorCode::MasterKeyWrong))
                return base::Result<QUrl>(std::unexpected(keyError(profile, started.error().code)));
            return started;
        });
}

QFuture<base::Result<void>> HostedServers::stop(const QString &profileId)
{
    const auto known = m_servers.find(profileId);
    if (known == m_servers.end())
        return ready(base::Result<void>());
    return known->second->stop().then(this, [this, profileId](const base::Result<void> &stopped) {
        m_ran[profileId] = false;
        Q_EMIT stateChanged(profileId);
        return stopped;
    });
}

QFuture<QUrl> HostedServers::lookAgain(const QString &profileId)
{
    const auto known = m_servers.find(profileId);
    if (known == m_servers.end())
        return QtFuture::makeReadyFuture(QUrl());
    return known->second->lookAgain().then(this, [this, profileId](const QUrl &address) {
        takePlace(profileId);
        noticeState(profileId);
        return address;
    });
}

void HostedServers::noticeState(const QString &profileId)
{
    const auto known = m_servers.find(profileId);
    if (known == m_servers.end() || !isService(profileId))
        return;
    const bool runs = known->second->isRunning();
    const auto before = m_ran.find(profileId);
    const bool isNew = before != m_ran.end() && before->second != runs;
    m_ran[profileId] = runs;
    if (isNew)
        Q_EMIT stateChanged(profileId);
}

void HostedServers::takePlace(const QString &profileId)
{
    const auto known = m_servers.find(profileId);
    if (known == m_servers.end() || !known->second->isRunning())
        return;
    const hosting::LocalServer &local = *known->second;
    const QPair place(local.address(), local.certificate());
    if (auto profile = m_profiles.find(profileId); profile && profile->hosted) {
        profile->address = place.first;
        profile->trustedCertificate = place.second;
        profile->hosted->publicAddress = local.publicAddress();
        // Not written, it is found out anew at the next start.
        std::ignore = m_profiles.update(*profile);
    }
    const auto before = m_places.find(profileId);
    if (before != m_places.end() && before->second == place)
        return;
    m_places[profileId] = place;
    Q_EMIT moved(profileId);
}

void HostedServers::adopt(const QString &profileId, std::unique_ptr<hosting::LocalServer> server)
{
    m_servers[profileId] = std::move(server);
    takePlace(profileId);
    Q_EMIT stateChanged(profileId);
}

bool HostedServers::anyRunning() const
{
    return !runningNames().isEmpty();
}

QStringList HostedServers::runningNames() const
{
    QStringList names;
    for (const auto &[id, server] : m_servers) {
        if (!server->isRunning() || isService(id))
            continue;
        if (const auto profile = m_profiles.find(id))
            names += profile->name;
    }
    return names;
}

hosting::LocalServer &HostedServers::server(const QString &profileId)
{
    auto &server = m_servers[profileId];
    if (server)
        return *server;
    const auto profile = m_profiles.find(profileId);
    server = profile && isService(profileId) ? m_services->makeServer(specOf(*profile)) : m_make();
    return *server;
}

void HostedServers::stopAll()
{
    m_servers.clear();
}

} // namespace authdesk::ui::shell
