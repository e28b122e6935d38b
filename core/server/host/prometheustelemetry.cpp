// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/prometheustelemetry.h"

#include <QtCore/QMutex>
#include <QtCore/QMutexLocker>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <vector>

namespace authdesk::server::host {

using base::SignInEnd;
using prometheus::Counter;
using prometheus::Gauge;

namespace {

/// 1xx to 5xx.
constexpr int statusClasses = 5;

prometheus::Counter &counter(prometheus::Registry &registry, const char *name, const char *help)
{
    return prometheus::BuildCounter().Name(name).Help(help).Register(registry).Add({});
}

prometheus::Gauge &gauge(prometheus::Registry &registry, const char *name, const char *help)
{
    return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
}

/// Brings a counter up to what another part has counted.
void countUpTo(Counter &counter, double value)
{
    if (value > counter.Value())
        counter.Increment(value - counter.Value());
}

} // namespace

struct PrometheusTelemetry::Parts
{
    using StatusCounters = std::array<Counter *, statusClasses>;

    explicit Parts(const QStringList &told)
    {
        auto &requests = prometheus::BuildCounter()
                             .Name("authdesk_requests_total")
                             .Help("Requests answered, by whose path it was and class of status.")
                             .Register(registry);
        // Made now, so that counting is an addition and nothing a caller sends becomes a label.
        systems = told;
        systems.prepend(QString());
        for (const QString &system : std::as_const(systems)) {
            StatusCounters counters{};
            for (int status = 0; status < statusClasses; ++status) {
                counters[std::size_t(status)] =
                    &requests.Add({{"system", system.isEmpty() ? "none" : system.toStdString()},
                                   {"status", std::to_string(status + 1) + "xx"}});
            }
            answered.push_back(counters);
        }
        auto &signIns = prometheus::BuildCounter()
                            .Name("authdesk_sign_ins_total")
                            .Help("Sign-ins that succeeded, and passwords and codes refused.")
                            .Register(registry);
        succeeded = &signIns.Add({{"result", "succeeded"}});
        refused = &signIns.Add({{"result", "refused"}});
        prometheus::BuildGauge()
            .Name("authdesk_build_info")
            .Help("Always 1; the version is its label.")
            .Register(registry)
            .Add({{"version", AUTHDESK_VERSION}})
            .Set(1);
    }

    prometheus::Registry registry;
    QStringList systems; ///< the first is nobody's
    std::vector<StatusCounters> answered;
    Counter *succeeded = nullptr;
    Counter *refused = nullptr;
    Gauge &connections = gauge(registry, "authdesk_connections", "Connections that are open.");
    Gauge &started = gauge(registry, "process_start_time_seconds",
                           "When the server started, in seconds since 1970.");
    Counter &hashes = counter(registry, "authdesk_hashes_total", "Passwords and codes hashed.");
    Gauge &waiting =
        gauge(registry, "authdesk_hash_queue_length", "Hashes that wait for a thread.");
    Counter &waited = counter(registry, "authdesk_hash_wait_seconds_total",
                              "How long all hashes together waited for a thread.");
    Counter &writes = counter(registry, "authdesk_database_writes_total", "Writes asked for.");
    Counter &groups = counter(registry, "authdesk_database_write_groups_total",
                              "Groups that writes were committed in.");
    Gauge &sessions = gauge(registry, "authdesk_sessions", "Sign-ins that are still good.");
    QMutex reading; ///< one exposition at a time
};

PrometheusTelemetry::PrometheusTelemetry(const QStringList &systems, const QDateTime &startedAt)
    : m_parts(std::make_unique<Parts>(systems))
{
    m_parts->started.Set(double(startedAt.toMSecsSinceEpoch()) / 1000);
}

PrometheusTelemetry::~PrometheusTelemetry() = default;

void PrometheusTelemetry::requestAnswered(const QString &system, int status)
{
    const qsizetype known = std::max<qsizetype>(m_parts->systems.indexOf(system), 0);
    const int statusClass = std::clamp(status / 100, 1, statusClasses) - 1;
    m_parts->answered[std::size_t(known)][std::size_t(statusClass)]->Increment();
}

void PrometheusTelemetry::signInEnded(SignInEnd end)
{
    (end == SignInEnd::Succeeded ? m_parts->succeeded : m_parts->refused)->Increment();
}

void PrometheusTelemetry::connectionOpened()
{
    m_parts->connections.Increment();
}

void PrometheusTelemetry::connectionClosed()
{
    m_parts->connections.Decrement();
}

QByteArray PrometheusTelemetry::exposition(const TelemetryReadings &readings)
{
    const QMutexLocker locker(&m_parts->reading);
    countUpTo(m_parts->hashes, double(readings.hashes));
    countUpTo(m_parts->waited, readings.hashWaitSeconds);
    countUpTo(m_parts->writes, double(readings.writes));
    countUpTo(m_parts->groups, double(readings.writeGroups));
    m_parts->waiting.Set(double(readings.hashesWaiting));
    if (readings.sessions)
        m_parts->sessions.Set(double(*readings.sessions));
    std::ostringstream text;
    prometheus::TextSerializer().Serialize(text, m_parts->registry.Collect());
    return QByteArray::fromStdString(text.str());
}

} // namespace authdesk::server::host
