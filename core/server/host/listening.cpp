// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/listening.h"

#include "core/base/log.h"
#include "core/server/host/owncertificate.h"
#include "core/server/host/settingvalues.h"
#include "core/server/host/tlskeeper.h"
#include "core/server/service/services.h"
#include "core/systems/routes/catalogue.h"

#include <QtCore/QMutexLocker>

#include <algorithm>
#include <utility>

namespace authdesk::server::host {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;
using model::ServerSetting;
using model::ServerSettings;
using model::ServerSettingsChange;
using model::SettingOrigin;
using model::TlsMode;

namespace {

bool isOpening(const ServerSettingsChange &change)
{
    return std::any_of(model::serverSettings.begin(), model::serverSettings.end(),
                       [&change](ServerSetting setting) {
                           return setting != ServerSetting::Name
                                  && (change.set.contains(setting)
                                      || change.reset.contains(setting));
                       });
}

bool isTouched(const ServerSettingsChange &change, ServerSetting setting)
{
    return change.set.contains(setting) || change.reset.contains(setting);
}

/// Why it cannot be opened, at the field that asks for it.
std::unexpected<base::Error> atField(const base::Error &error)
{
    using enum ErrorCode;
    if (error.code == PortTaken || error.code == Unreachable)
        return refuseSetting(ServerSetting::Listeners,
                             error.code == PortTaken ? "taken"_L1 : "unusable"_L1, error.message);
    return std::unexpected(error);
}

std::unexpected<base::Error> withHint(base::Error error)
{
    error.message += u" This is stored in the server's settings; --listen, --tls-cert and their "
                     "like come before them."_s;
    return std::unexpected(std::move(error));
}

} // namespace

Listening::Listening(Parts parts, config::Configuration configuration)
    : m_parts(std::move(parts))
    , m_configuration(std::move(configuration))
    , m_defaults(settingsOf(m_configuration))
{
}

Listening::~Listening()
{
    m_parts.services.setServerControl(nullptr);
    stop();
}

bool Listening::isGiven(ServerSetting setting) const
{
    return m_configuration.given.contains(optionOf(setting));
}

ServerSettings Listening::inForce(const ServerSettingsChange &stored) const
{
    ServerSettings values = m_defaults;
    for (const ServerSetting setting : stored.set) {
        if (!isGiven(setting))
            assignSetting(values, setting, stored.values);
    }
    return values;
}

Result<std::shared_ptr<TlsKeeper>> Listening::openTls(const model::TlsSetting &tls) const
{
    if (tls.mode == TlsMode::Off)
        return nullptr;
    TlsFiles files{.certificate = tls.certificate, .key = tls.key};
    if (tls.mode == TlsMode::SelfSigned)
        files.certificate = files.key = ownCertificateFile(m_configuration.dataFolder);
    auto keeper = TlsKeeper::start(std::move(files), m_parts.clock);
    if (!keeper)
        return fail(std::move(keeper).error());
    return *std::move(keeper);
}

http::HttpServerOptions Listening::optionsOf(const Ground &ground) const
{
    http::HttpServerOptions options{.listeners = {},
                                    .loops = m_configuration.workers,
                                    .publicUrl = QUrl(ground.values.publicUrl),
                                    .corsOrigins = {},
                                    .proxies = http::TrustedProxies(ground.addresses.proxies),
                                    .logLine = m_parts.logLine,
                                    .telemetry = m_parts.telemetry};
    if (ground.tls)
        options.tls = {ground.tls, &ground.tls->identity()};
    for (const QString &origin : ground.values.corsOrigins)
        options.corsOrigins.append(origin.toLatin1());
    for (const config::ListenAddress &listener : ground.addresses.listeners)
        options.listeners.append({.address = listener.address,
                                  .port = listener.port,
                                  .mounts = m_parts.mounts(listener.system)});
    return options;
}

Result<void> Listening::start()
{
    auto stored = m_parts.services.serverSettings().stored();
    if (!stored)
        return fail(stored.error());
    Ground ground{.values = inForce(*stored), .addresses = {}, .tls = {}};
    auto addresses = readSettings(ground.values);
    if (!addresses)
        return fail(addresses.error());
    ground.addresses = *std::move(addresses);
    if (ground.values.tls.mode == TlsMode::SelfSigned) {
        const auto provided =
            provideOwnCertificate(m_configuration.dataFolder, ground.values.tls.names,
                                  m_parts.clock.now(), Renewal::WhereNeeded);
        if (!provided)
            return fail(provided.error());
        if (provided->isNew)
            qCWarning(base::logServer, "TLS shows a new certificate of the server's own");
    }
    auto tls = openTls(ground.values.tls);
    if (!tls)
        return isStored(*stored, ServerSetting::Tls) ? withHint(tls.error()) : fail(tls.error());
    ground.tls = *std::move(tls);
    m_http = std::make_unique<http::HttpServer>(optionsOf(ground), m_parts.authenticator,
                                                m_parts.clock, m_parts.requestLog);
    auto urls = m_http->start();
    if (!urls)
        return isStored(*stored, ServerSetting::Listeners) ? withHint(urls.error())
                                                           : fail(urls.error());
    settle(*std::move(stored), std::move(ground), *std::move(urls));
    m_parts.services.setServerControl(this);
    return {};
}

bool Listening::isStored(const ServerSettingsChange &stored, ServerSetting setting) const
{
    return stored.set.contains(setting) && !isGiven(setting);
}

void Listening::stop()
{
    if (m_http)
        m_http->stop();
}

void Listening::settle(ServerSettingsChange stored, Ground ground, QList<QUrl> urls)
{
    QList<model::ListenerAddress> answering;
    for (qsizetype i = 0; i < urls.size(); ++i)
        answering.append({.url = urls.at(i), .system = ground.addresses.listeners.at(i).system});
    m_parts.services.stats().setListeners(answering);
    // What was in force ends outside of the lock: its thread is waited for.
    std::shared_ptr<TlsKeeper> before = ground.tls;
    const QMutexLocker locker(&m_mutex);
    before = std::exchange(m_ground, std::move(ground)).tls;
    m_stored = std::move(stored);
    m_answering = std::move(answering);
}

Result<ServerSettings> Listening::apply(const ServerSettingsChange &change)
{
    if (!isOpening(change))
        return change.values;
    ServerSettingsChange stored;
    Ground ground;
    {
        const QMutexLocker locker(&m_mutex);
        stored = m_stored;
        ground = m_ground;
    }
    for (const ServerSetting setting : model::serverSettings) {
        if (change.reset.contains(setting))
            stored.set.remove(setting);
        if (!change.set.contains(setting))
            continue;
        stored.set.insert(setting);
        assignSetting(stored.values, setting, change.values);
    }
    ground.values = inForce(stored);
    auto addresses = readSettings(ground.values);
    if (!addresses)
        return fail(addresses.error());
    ground.addresses = *std::move(addresses);
    if (isTouched(change, ServerSetting::Listeners) && !ground.addresses.hasManagement())
        return refuseSetting(ServerSetting::Listeners, "no_management"_L1,
                             u"Nothing would answer /admin/v1 any more."_s);
    OwnCertificate made;
    if (isTouched(change, ServerSetting::Tls)) {
        auto provided = provideTls(change, ground);
        if (!provided)
            return fail(provided.error());
        made = *std::move(provided);
    }
    auto urls = m_http->reopen(optionsOf(ground));
    if (!urls) {
        if (auto undone = takeBackOwnCertificate(m_configuration.dataFolder, made); !undone)
            qCCritical(base::logServer).noquote() << undone.error().message;
        return atField(urls.error());
    }
    // As they were read: "localhost" is an address by now.
    for (const ServerSetting setting : change.set)
        assignSetting(stored.values, setting, ground.values);
    ServerSettings values = stored.values;
    settle(std::move(stored), std::move(ground), *std::move(urls));
    m_parts.changed();
    return values;
}

Result<OwnCertificate> Listening::provideTls(const ServerSettingsChange &change,
                                             Ground &ground) const
{
    OwnCertificate made;
    const model::TlsSetting &wanted = ground.values.tls;
    if (wanted.mode == TlsMode::SelfSigned) {
        auto provided =
            provideOwnCertificate(m_configuration.dataFolder, wanted.names, m_parts.clock.now(),
                                  change.renewCertificate ? Renewal::Always : Renewal::WhereNeeded);
        if (!provided)
            return provided;
        made = *std::move(provided);
    }
    auto tls = openTls(wanted);
    if (!tls) {
        if (auto undone = takeBackOwnCertificate(m_configuration.dataFolder, made); !undone)
            qCCritical(base::logServer).noquote() << undone.error().message;
        return refuseSetting(ServerSetting::Tls, "unusable"_L1, tls.error().message);
    }
    ground.tls = *std::move(tls);
    return made;
}

QList<QUrl> Listening::addresses() const
{
    const QMutexLocker locker(&m_mutex);
    QList<QUrl> urls;
    for (const model::ListenerAddress &address : m_answering)
        urls.append(address.url);
    return urls;
}

bool Listening::listensBeyondLoopback() const
{
    const QMutexLocker locker(&m_mutex);
    return std::any_of(m_ground.addresses.listeners.begin(), m_ground.addresses.listeners.end(),
                       [](const config::ListenAddress &one) { return !one.address.isLoopback(); });
}

model::ServerSettingsState Listening::state() const
{
    model::ServerSettingsState state;
    std::shared_ptr<TlsKeeper> tls;
    {
        const QMutexLocker locker(&m_mutex);
        state.values = m_ground.values;
        for (const ServerSetting setting : model::serverSettings) {
            SettingOrigin &origin = state.origins[setting];
            if (isGiven(setting))
                origin = {.kind = SettingOrigin::Kind::Outside,
                          .givenBy = m_configuration.given.value(optionOf(setting))};
            else if (m_stored.set.contains(setting))
                origin.kind = SettingOrigin::Kind::Stored;
        }
        state.addresses = spelledOut(m_answering);
        tls = m_ground.tls;
    }
    if (tls)
        state.certificate = tls->shown();
    return state;
}

} // namespace authdesk::server::host
