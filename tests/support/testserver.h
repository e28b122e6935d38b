// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A whole server for tests: a database that goes, every service, every route, on a free
// port of this computer, with a clock that the test moves and hashing that takes no time.
#pragma once

#include "core/server/crypto/auditseal.h"
#include "core/server/crypto/passwordhasher.h"
#include "core/server/crypto/sealer.h"
#include "core/server/host/hostroutes.h"
#include "core/server/host/listening.h"
#include "core/server/host/prometheustelemetry.h"
#include "core/server/host/tokenauthenticator.h"
#include "core/server/service/services.h"
#include "core/server/store/database.h"
#include "core/systems/routes/catalogue.h"
#include "tests/support/fakeclock.h"
#include "tests/support/freshdatabase.h"
#include "tests/support/httpclient.h"

#include <QtCore/QMutex>
#include <QtCore/QTemporaryDir>

#include <algorithm>

namespace authdesk::tests {

struct TestServerOptions
{
    server::service::Options service = {};
    /// As `--listen …=SYSTEM`; empty: everything at the root and under the prefixes.
    QString system = {};
    /// Systems that get a listener of their own beside the first.
    QStringList ownListeners = {};
    QUrl publicUrl = {};
    QList<server::config::Network> proxies = {};
    /// What else is given from outside, by option: {"listen", "--listen"}.
    QHash<QString, QString> given = {};
    /// Event loops; at least as many as LOOPS_OF_THE_TESTS says.
    int loops = 1;
    /// Rows of the test's own.
    QList<server::http::Mount> mounts = {};
};

class TestServer final
{
public:
    explicit TestServer(const TestServerOptions &options = {})
        : m_hasher({.memoryKiB = 8, .passes = 1})
        , m_masterKey(server::crypto::MasterKey::generate(m_random))
        , m_sealer(m_masterKey)
        , m_seal(m_masterKey)
        , m_requestLog(m_clock)
    {
        const int loops =
            std::max(options.loops, qEnvironmentVariableIntValue("LOOPS_OF_THE_TESTS"));
        server::store::DatabaseOptions where = m_fresh.options();
        where.readers = std::max(where.readers, loops);
        auto database = server::store::Database::open(where);
        if (!database)
            qFatal("The test's database does not open: %s",
                   qUtf8Printable(database.error().message + database.error().detail));
        m_database = std::move(*database);
        server::service::Options service = options.service;
        if (service.sharedTokenKey.isEmpty())
            service.sharedTokenKey =
                m_masterKey.subkey(server::crypto::MasterKey::Purpose::SharedTokens);
        m_services.emplace(server::service::Ground{.database = *m_database,
                                                   .hasher = m_hasher,
                                                   .sealer = &m_sealer,
                                                   .seal = &m_seal,
                                                   .clock = m_clock,
                                                   .random = m_random,
                                                   .options = service,
                                                   .telemetry = &m_telemetry},
                           &server::host::TokenAuthenticator::makePrincipal);
        m_authenticator.emplace(m_services->tokens());
        server::config::Configuration configuration;
        configuration.dataFolder = m_folder.path();
        configuration.listeners = {{.address = QHostAddress(QHostAddress::LocalHost),
                                    .port = 0,
                                    .system = options.system}};
        for (const QString &system : options.ownListeners) {
            configuration.listeners.append(
                {.address = QHostAddress(QHostAddress::LocalHost), .port = 0, .system = system});
        }
        configuration.workers = loops;
        configuration.publicUrl = options.publicUrl;
        configuration.trustedProxies = options.proxies;
        configuration.given = options.given;
        m_listening.emplace(
            server::host::Listening::Parts{
                .services = *m_services,
                .authenticator = *m_authenticator,
                .clock = m_clock,
                .requestLog = m_requestLog,
                .telemetry = &m_telemetry,
                .logLine = [this](const model::RequestEntry &entry) { keepLine(entry); },
                .mounts = [this, own = options.mounts](
                              const QString &system) { return mountsOf(system) + own; }},
            std::move(configuration));
        if (const auto started = m_listening->start(); !started)
            qFatal("The test's server does not start: %s", qUtf8Printable(started.error().message));
        m_url = m_listening->addresses().first();
        m_ownUrls = m_listening->addresses().sliced(1);
    }
    ~TestServer() { m_listening->stop(); }
    TestServer(const TestServer &) = delete;
    TestServer &operator=(const TestServer &) = delete;

    [[nodiscard]] const QUrl &url() const { return m_url; }
    /// In the order of TestServerOptions::ownListeners.
    [[nodiscard]] const QUrl &ownUrl(qsizetype index = 0) const { return m_ownUrls.at(index); }
    [[nodiscard]] server::host::Listening &listening() { return *m_listening; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] FakeClock &clock() { return m_clock; }
    [[nodiscard]] server::service::Services &services() { return *m_services; }
    [[nodiscard]] const server::crypto::PasswordHasher &hasher() const { return m_hasher; }
    [[nodiscard]] server::http::Mount metricsMount()
    {
        return server::host::metricsMount(m_telemetry, *m_services, *m_database, m_hasher);
    }
    [[nodiscard]] HttpAnswer call(const HttpCall &call) const { return exchange(m_url, call); }

    /// From now on nothing can be read or written.
    void breakDatabase() { m_database->close(); }

    /// Every byte that lies in the data folder, the database's log of writes included.
    [[nodiscard]] QByteArray storedBytes() const { return m_fresh.storedBytes(); }
    /// Every line of the log and every entry that the requests view would show, as one text.
    [[nodiscard]] QString logged()
    {
        const QMutexLocker locker(&m_mutex);
        return m_lines;
    }

private:
    [[nodiscard]] QList<server::http::Mount> mountsOf(const QString &system)
    {
        auto mounts = system.isEmpty()
                          ? systems::routes::rootMounts(*m_services, m_requestLog)
                          : systems::routes::mountsOf(system, *m_services, m_requestLog);
        if (system.isEmpty()) {
            mounts.append(server::host::readinessMount(*m_services));
            mounts.append(server::host::signingKeysMount(*m_services));
            mounts.append(metricsMount());
        }
        mounts.append(server::host::hostMount(systems::routes::openApiDocument(system)));
        return mounts;
    }
    void keepLine(const model::RequestEntry &entry)
    {
        const QMutexLocker locker(&m_mutex);
        m_lines += entry.method + QLatin1Char(' ') + entry.path + QLatin1Char(' ')
                   + QString::number(entry.status) + QLatin1Char(' ') + entry.username
                   + QLatin1Char('\n');
    }

    FreshDatabase m_fresh;
    QTemporaryDir m_folder; ///< the server's own
    FakeClock m_clock;
    server::host::PrometheusTelemetry m_telemetry{systems::routes::systemNames(), m_clock.now()};
    base::SystemRandom m_random;
    server::crypto::PasswordHasher m_hasher;
    server::crypto::MasterKey m_masterKey;
    server::crypto::Sealer m_sealer;
    server::crypto::AuditSeal m_seal;
    server::http::RequestLog m_requestLog;
    std::unique_ptr<server::store::Database> m_database;
    std::optional<server::service::Services> m_services;
    std::optional<server::host::TokenAuthenticator> m_authenticator;
    QMutex m_mutex;
    QString m_lines;
    QUrl m_url;
    QList<QUrl> m_ownUrls;
    std::optional<server::host::Listening> m_listening;
};

} // namespace authdesk::tests
