// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/serverhost.h"

#include "core/server/host/audithead.h"
#include "core/server/host/datafolder.h"
#include "core/server/host/hostroutes.h"
#include "core/server/host/housekeeper.h"
#include "core/server/host/listening.h"
#include "core/server/host/prometheustelemetry.h"
#include "core/server/host/tokenauthenticator.h"
#include "core/systems/routes/catalogue.h"

#include <utility>

namespace authdesk::server::host {

using namespace Qt::StringLiterals;
using base::fail;
using base::Result;
using config::Configuration;

namespace {

bool isBeyondLoopback(const QUrl &url)
{
    const QHostAddress address(url.host());
    return !url.isEmpty() && url.host() != u"localhost"_s && !address.isLoopback();
}

/// Where others are meant to come too, whoever calls from this computer may be a proxy of theirs.
bool asksEveryoneForTheCode(const Configuration &configuration)
{
    return configuration.setupCodeAlways || isBeyondLoopback(configuration.publicUrl)
           || !configuration.tlsCertificate.isEmpty() || !configuration.trustedProxies.isEmpty();
}

void logRequest(const model::RequestEntry &entry)
{
    QJsonObject fields{{u"method"_s, entry.method},
                       {u"path"_s, entry.path},
                       {u"status"_s, entry.status},
                       {u"microseconds"_s, entry.durationMicroseconds},
                       {u"address"_s, entry.address}};
    if (!entry.username.isEmpty())
        fields.insert(u"username"_s, entry.username);
    const base::LogRequest request(entry.requestId);
    base::writeLog(entry.status >= 500 ? base::LogLevel::Warning : base::LogLevel::Info,
                   base::logRequests(), u"answered"_s, fields);
}

} // namespace

service::Options serviceOptions(const Configuration &configuration)
{
    return {
        .serverName = configuration.serverName,
        .passwordPolicy = configuration.basicPasswordPolicy ? password::PasswordPolicy::Basic
                                                            : password::PasswordPolicy::Standard,
        .setupCode = asksEveryoneForTheCode(configuration) ? service::SetupCodeRule::Everyone
                                                           : service::SetupCodeRule::BeyondLoopback,
        .addressLimit = configuration.addressLimit,
        .tokenAlgorithm = crypto::algorithmFromName(configuration.tokenAlgorithm)
                              .value_or(crypto::SigningAlgorithm::Hs256),
        .sharedTokenKey = configuration.openArchiverSecret};
}

ServerHost::ServerHost() = default;

ServerHost::~ServerHost()
{
    {
        const std::lock_guard lock(m_placeMutex);
        if (std::exchange(m_isKeepingPlace, false))
            removePlace(m_path);
    }
    if (m_listening)
        m_listening->stop();
}

void ServerHost::keepPlace()
{
    const std::lock_guard lock(m_placeMutex);
    if (!m_isKeepingPlace)
        return;
    Place place = placeOf(m_listening->state(), m_startedAt);
    if (m_place == place)
        return;
    if (const auto written = writePlace(m_path, place); !written) {
        qCWarning(base::logServer).noquote() << written.error().message;
        return;
    }
    m_place = std::move(place);
}

Result<std::unique_ptr<ServerHost>> ServerHost::start(const Configuration &configuration,
                                                      crypto::HashParameters hashing,
                                                      const base::Clock *clock)
{
    if (auto prepared = prepareFolder(configuration.dataFolder); !prepared)
        return fail(prepared.error());
    std::unique_ptr<ServerHost> host(new ServerHost);
    auto lock = FolderLock::take(configuration.dataFolder);
    if (!lock)
        return fail(lock.error());
    host->m_lock = *std::move(lock);
    host->m_path = configuration.dataFolder;
    host->m_startedAt = clock ? clock->now() : base::SystemClock().now();
    removePlace(host->m_path); // of one that was killed
    host->m_telemetry =
        std::make_unique<PrometheusTelemetry>(systems::routes::systemNames(), host->m_startedAt);
    auto folder = OpenFolder::open({.folder = configuration.dataFolder,
                                    .purpose = OpenFolder::Purpose::Serve,
                                    .databaseUrl = configuration.databaseUrl,
                                    .masterKey = configuration.masterKey,
                                    .service = serviceOptions(configuration),
                                    .hashing = hashing,
                                    .readers = configuration.workers,
                                    .mapsFile = !configuration.isInWindow,
                                    .clock = clock,
                                    .telemetry = host->m_telemetry.get()});
    if (!folder)
        return fail(folder.error());
    host->m_folder = *std::move(folder);

    service::AuditService &audit = host->m_folder->services().audit();
    audit.setKnownHead(readAuditHead(configuration.dataFolder));
    const auto sealed = audit.sealOutstanding();
    if (!sealed)
        return fail(sealed.error());
    if (*sealed > 0)
        qCInfo(base::logServer, "sealed %d audit events that were written without the key",
               *sealed);
    // First, so that no change of another program falls between its first look and the first
    // answer.
    host->m_housekeeper = std::make_unique<Housekeeper>(*host->m_folder, configuration.dataFolder,
                                                        [host = host.get()] { host->keepPlace(); });
    service::TokenService &tokens = host->m_folder->services().tokens();
    host->m_folder->database().watch(
        [&tokens](const store::Change &change) { tokens.forget(change); });
    if (auto listening = host->listen(configuration); !listening)
        return fail(listening.error());
    {
        const std::lock_guard lock(host->m_placeMutex);
        host->m_isKeepingPlace = true;
    }
    host->keepPlace();
    return host;
}

Result<void> ServerHost::listen(const Configuration &configuration)
{
    service::Services &services = m_folder->services();
    m_authenticator = std::make_unique<TokenAuthenticator>(services.tokens());
    m_requestLog = std::make_unique<http::RequestLog>(m_folder->clock());
    m_listening = std::make_unique<Listening>(
        Listening::Parts{.services = services,
                         .authenticator = *m_authenticator,
                         .clock = m_folder->clock(),
                         .requestLog = *m_requestLog,
                         .telemetry = m_telemetry.get(),
                         .logLine = &logRequest,
                         .mounts = [this](const QString &system) { return mountsOf(system); },
                         .changed = [this] { keepPlace(); }},
        configuration);
    return m_listening->start();
}

QList<http::Mount> ServerHost::mountsOf(const QString &system)
{
    service::Services &services = m_folder->services();
    QList<http::Mount> mounts = system.isEmpty()
                                    ? systems::routes::rootMounts(services, *m_requestLog)
                                    : systems::routes::mountsOf(system, services, *m_requestLog);
    if (system.isEmpty()) {
        mounts.append(readinessMount(services));
        mounts.append(signingKeysMount(services));
        mounts.append(
            metricsMount(*m_telemetry, services, m_folder->database(), m_folder->hasher()));
    }
    mounts.append(hostMount(systems::routes::openApiDocument(system)));
    return mounts;
}

QList<QUrl> ServerHost::addresses() const
{
    return m_listening->addresses();
}

model::ServerSettingsState ServerHost::settings() const
{
    model::ServerSettingsState state = m_listening->state();
    state.values.name = m_folder->services().serverName();
    return state;
}

QString ServerHost::setupCode()
{
    service::SetupService &setup = m_folder->services().setup();
    const bool isAskedFor = setup.codeRequiredByAnyone() || m_listening->listensBeyondLoopback();
    return isAskedFor && setup.needsSetup() ? setup.setupCode() : QString();
}

} // namespace authdesk::server::host
