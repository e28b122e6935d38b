// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a server listens on and answers for: from what is given from outside and what is stored, at
// its start and whenever somebody changes it. Made, started and stopped by one thread; state() and
// apply() in any, apply() never twice at once.
#pragma once

#include "core/base/clock.h"
#include "core/server/config/configuration.h"
#include "core/server/host/owncertificate.h"
#include "core/server/host/settingvalues.h"
#include "core/server/http/httpserver.h"
#include "core/server/service/servercontrol.h"

#include <QtCore/QMutex>

#include <memory>

namespace authdesk::server::service {
class Services;
}

namespace authdesk::server::host {

class TlsKeeper;

class Listening final : public service::ServerControl
{
public:
    struct Parts
    {
        service::Services &services;
        http::Authenticator &authenticator;
        const base::Clock &clock;
        http::RequestLog &requestLog;
        base::Telemetry *telemetry = nullptr;
        std::function<void(const model::RequestEntry &)> logLine = {};
        /// What a listener for that system answers; for the empty name the root.
        std::function<QList<http::Mount>(const QString &system)> mounts;
        /// Told after each change of what is in force, before whoever asked for it is answered.
        std::function<void()> changed = [] {};
    };

    /// Everything outlives this.
    Listening(Parts parts, config::Configuration configuration);
    /// Stops.
    ~Listening() override;

    /// On everything that is configured or stored, or on nothing. PortTaken, FileFailed (the
    /// certificate of TLS), InvalidFields (a stored value that is none any more), Internal.
    [[nodiscard]] base::Result<void> start();
    /// Finishes what is in flight.
    void stop();
    /// In the order of the listeners, with the real ports.
    [[nodiscard]] QList<QUrl> addresses() const;
    [[nodiscard]] bool listensBeyondLoopback() const;

    [[nodiscard]] model::ServerSettingsState state() const override;
    [[nodiscard]] base::Result<model::ServerSettings>
    apply(const model::ServerSettingsChange &change) override;

private:
    /// Everything that is in force together.
    struct Ground
    {
        model::ServerSettings values;
        SettingAddresses addresses;
        std::shared_ptr<TlsKeeper> tls; ///< null: plain http
    };

    [[nodiscard]] bool isGiven(model::ServerSetting setting) const;
    [[nodiscard]] bool isStored(const model::ServerSettingsChange &stored,
                                model::ServerSetting setting) const;
    [[nodiscard]] model::ServerSettings inForce(const model::ServerSettingsChange &stored) const;
    [[nodiscard]] base::Result<std::shared_ptr<TlsKeeper>>
    openTls(const model::TlsSetting &tls) const;
    [[nodiscard]] base::Result<OwnCertificate> provideTls(const model::ServerSettingsChange &change,
                                                          Ground &ground) const;
    [[nodiscard]] http::HttpServerOptions optionsOf(const Ground &ground) const;
    void settle(model::ServerSettingsChange stored, Ground ground, QList<QUrl> urls);

    const Parts m_parts;
    const config::Configuration m_configuration;
    const model::ServerSettings m_defaults; ///< what holds where nothing is stored
    std::unique_ptr<http::HttpServer> m_http;
    mutable QMutex m_mutex;               ///< guards what follows
    model::ServerSettingsChange m_stored; ///< `values` and `set`
    Ground m_ground;
    QList<model::ListenerAddress> m_answering; ///< in the order of the listeners
};

} // namespace authdesk::server::host
