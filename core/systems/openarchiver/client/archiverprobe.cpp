// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/client/archiverprobe.h"

#include "core/base/sentences.h"
#include "core/systems/openarchiver/client/archiverconnection.h"
#include "core/systems/openarchiver/messages/answers.h"

namespace authdesk::systems::openarchiver::client {

using namespace Qt::StringLiterals;
using base::Sentences;
using Seen = base::Result<gateway::Sighting>;
using Sent = base::Result<net::Answer>;

namespace {

constexpr qint64 answerLimit = 64LL * 1024;

QFuture<Sent> ask(net::HttpClient &http, QUrl address, const QString &path)
{
    address.setPath(address.path(QUrl::FullyEncoded) + path, QUrl::TolerantMode);
    return http.send(
        {.address = address, .timeLimit = std::chrono::seconds(8), .answerLimit = answerLimit});
}

gateway::Sighting sightingOf(const QString &root, const Sent &status)
{
    gateway::Sighting sighting{
        .recognised = true,
        .setup = std::nullopt,
        .hint = {},
        .reasons = {Sentences::tr("It refuses strangers as OpenArchiver does at %1.")
                        .arg(root + profilePath)},
        .capabilities = archiverCapabilities()};
    if (!status || status->status != 200 || !status->isJson())
        return sighting;
    if (const auto needed = messages::decodeNeedsSetup(status->body)) {
        sighting.setup = gateway::SetupState{.needsSetup = *needed, .codeRequired = false};
        sighting.reasons.append(
            Sentences::tr("It tells at %1 whether it is set up.").arg(root + u"/auth/status"_s));
    }
    return sighting;
}

QFuture<Seen> lookBelow(const std::weak_ptr<net::HttpClient> &client, const QUrl &address,
                        std::size_t next)
{
    const auto http = client.lock();
    if (!http || next >= archiverRoots.size())
        return net::readyFuture<Seen>(gateway::Sighting{});
    const QString root(archiverRoots[next]);
    return net::chain<Seen>(
        ask(*http, address, root + profilePath),
        [client, address, next, root](const Sent &answer) -> QFuture<Seen> {
            if (!answer && answer.error().code != base::ErrorCode::TooLarge)
                return net::readyFuture<Seen>(std::unexpected(answer.error()));
            const auto still = client.lock();
            if (!still || !answer || !asksForToken(*answer))
                return lookBelow(client, address, next + 1);
            return net::relay<Seen>(
                ask(*still, address, root + u"/auth/status"_s),
                [root](const Sent &status) -> Seen { return sightingOf(root, status); });
        });
}

} // namespace

ArchiverProbe::ArchiverProbe(const base::Clock &clock, gateway::RequestObserver observer,
                             net::CertificatePins *pins)
    : m_http(std::make_shared<net::HttpClient>(clock, std::move(observer), pins))
{
}

ArchiverProbe::~ArchiverProbe() = default;

QString ArchiverProbe::system() const
{
    return u"openarchiver"_s;
}

QString ArchiverProbe::displayName() const
{
    return u"OpenArchiver"_s;
}

QFuture<Seen> ArchiverProbe::look(const QUrl &address)
{
    return lookBelow(m_http, address, 0);
}

} // namespace authdesk::systems::openarchiver::client
