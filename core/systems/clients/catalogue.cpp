// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/clients/catalogue.h"

#include "core/systems/authdesk/client/ownconnection.h"
#include "core/systems/authdesk/client/ownprobe.h"
#include "core/systems/openarchiver/client/archiverconnection.h"
#include "core/systems/openarchiver/client/archiverprobe.h"
#include "core/systems/pipelit/client/pipelitconnection.h"
#include "core/systems/pipelit/client/pipelitprobe.h"

#include <array>

namespace authdesk::systems::clients {

using namespace Qt::StringLiterals;

namespace {

using MakeConnection = std::unique_ptr<gateway::Connection> (*)(const QUrl &, const base::Clock &,
                                                                gateway::RequestObserver,
                                                                net::CertificatePins *);
using MakeProbe = std::unique_ptr<gateway::Probe> (*)(const base::Clock &, gateway::RequestObserver,
                                                      net::CertificatePins *);

template <typename T>
std::unique_ptr<gateway::Connection> make(const QUrl &address, const base::Clock &clock,
                                          gateway::RequestObserver observer,
                                          net::CertificatePins *pins)
{
    return std::make_unique<T>(address, clock, std::move(observer), pins);
}

template <typename T>
std::unique_ptr<gateway::Probe>
makeProbe(const base::Clock &clock, gateway::RequestObserver observer, net::CertificatePins *pins)
{
    return std::make_unique<T>(clock, std::move(observer), pins);
}

struct Row
{
    QLatin1StringView system;
    QLatin1StringView displayName;
    MakeConnection connection;
    MakeProbe probe;
};

constexpr std::array rows{
    Row{"authdesk"_L1, "Authdesk"_L1, make<own::client::OwnConnection>,
        makeProbe<own::client::OwnProbe>},
    Row{"pipelit"_L1, "Pipelit"_L1, make<pipelit::client::PipelitConnection>,
        makeProbe<pipelit::client::PipelitProbe>},
    Row{"openarchiver"_L1, "OpenArchiver"_L1, make<openarchiver::client::ArchiverConnection>,
        makeProbe<openarchiver::client::ArchiverProbe>},
};

} // namespace

std::unique_ptr<gateway::Connection> Catalogue::create(const QString &system, const QUrl &address,
                                                       gateway::RequestObserver observer)
{
    for (const Row &row : rows) {
        if (system == row.system)
            return row.connection(address, m_clock, std::move(observer), &m_pins);
    }
    return nullptr;
}

std::optional<gateway::ShownCertificate> Catalogue::refusedCertificate(const QUrl &address) const
{
    const auto refused = m_pins.refused(address);
    if (!refused)
        return std::nullopt;
    return gateway::ShownCertificate{.fingerprint = refused->fingerprint,
                                     .text = net::groupedFingerprint(refused->fingerprint),
                                     .trustedText = net::groupedFingerprint(m_pins.pinned(address)),
                                     .names = refused->names,
                                     .validUntil = refused->validUntil};
}

QString Catalogue::displayName(const QString &system) const
{
    for (const Row &row : rows) {
        if (system == row.system)
            return QString(row.displayName);
    }
    return system;
}

QStringList Catalogue::systems() const
{
    QStringList names;
    for (const Row &row : rows)
        names.append(QString(row.system));
    return names;
}

std::vector<std::unique_ptr<gateway::Probe>>
Catalogue::probes(const gateway::RequestObserver &observer)
{
    std::vector<std::unique_ptr<gateway::Probe>> probes;
    for (const Row &row : rows)
        probes.push_back(row.probe(m_clock, observer, &m_pins));
    return probes;
}

} // namespace authdesk::systems::clients
