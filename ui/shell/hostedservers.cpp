// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/hostedservers.h"

#include <QtCore/QDir>
#include <QtCore/QPointer>
#include <QtCore/QPromise>

#include <tuple>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

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
                             QObject *parent)
    : QObject(parent)
    , m_make(std::move(make))
    , m_profiles(profiles)
    , m_vault(vault)
{
}

HostedServers::~HostedServers() = default;

QFuture<base::Result<QUrl>> HostedServers::start(const settings::ServerProfile &profile)
{
    if (!profile.hosted)
        return ready(base::Result<QUrl>(profile.address));
    hosting::LocalServer &local = server(profile.id);
    if (local.isRunning())
        return ready(base::Result<QUrl>(local.address()));
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
    return local.start(options).then(this, [this, profile, port = options.port](
                                               const base::Result<QUrl> &started) {
        const auto known = m_servers.find(profile.id);
        const QByteArray certificate =
            known == m_servers.end() ? QByteArray() : known->second->certificate();
        if (started && (*started != profile.address || certificate != profile.trustedCertificate)) {
            settings::ServerProfile moved = profile;
            moved.address = *started;
            moved.trustedCertificate = certificate;
            moved.hosted->port = port;
            // Not written, it will move again at the next start.
            std::ignore = m_profiles.update(moved);
        }
        if (!started
            && (started.error().code == ErrorCode::MasterKeyMissing
                || started.error().code == ErrorCode::MasterKeyWrong))
            return base::Result<QUrl>(std::unexpected(keyError(profile, started.error().code)));
        return started;
    });
}

void HostedServers::adopt(const QString &profileId, std::unique_ptr<hosting::LocalServer> server)
{
    m_servers[profileId] = std::move(server);
}

bool HostedServers::anyRunning() const
{
    return !runningNames().isEmpty();
}

QStringList HostedServers::runningNames() const
{
    QStringList names;
    for (const auto &[id, server] : m_servers) {
        if (!server->isRunning())
            continue;
        if (const auto profile = m_profiles.find(id))
            names += profile->name;
    }
    return names;
}

hosting::LocalServer &HostedServers::server(const QString &profileId)
{
    auto &server = m_servers[profileId];
    if (!server)
        server = m_make();
    return *server;
}

void HostedServers::stopAll()
{
    m_servers.clear();
}

} // namespace authdesk::ui::shell
