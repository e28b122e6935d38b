// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gateway/detection.h"

#include "core/base/sentences.h"
#include "core/net/relay.h"

namespace authdesk::gateway {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Sentences;
using Answer = base::Result<Found>;

/// Asks one probe after another at one address after another, and ends exactly once.
class Detector::Search final : public std::enable_shared_from_this<Search>
{
public:
    Search(QList<Candidate> candidates, std::vector<Probe *> probes)
        : m_candidates(std::move(candidates))
        , m_probes(std::move(probes))
    {
        m_promise.start();
    }

    QFuture<Answer> begin()
    {
        const QFuture<Answer> future = m_promise.future();
        net::onCancelRequest(future, [self = weak_from_this()] {
            if (const auto still = self.lock())
                still->cancel();
        });
        ask();
        return future;
    }

    void cancel()
    {
        QFuture<base::Result<Sighting>> asked = m_asked;
        finish(base::fail(ErrorCode::Cancelled, Sentences::tr("The search was cancelled.")));
        asked.cancel();
    }

private:
    void ask()
    {
        if (m_ended)
            return;
        if (m_candidate >= m_candidates.size())
            return giveUp();
        if (m_probe >= m_probes.size()) {
            m_probe = 0;
            ++m_candidate;
            return ask();
        }
        Probe *probe = m_probes[m_probe];
        m_asked = probe->look(m_candidates[m_candidate].address);
        QFuture<base::Result<Sighting>>(m_asked)
            .then([self = shared_from_this(), probe](const base::Result<Sighting> &sighting) {
                self->weigh(*probe, sighting);
            })
            .onCanceled([self = shared_from_this()] { self->cancel(); });
    }

    void weigh(const Probe &probe, const base::Result<Sighting> &sighting)
    {
        if (m_ended)
            return;
        const QUrl address = m_candidates[m_candidate].address;
        if (sighting && sighting->recognised) {
            Sighting seen = *sighting;
            // The person decides whether to go on unencrypted, and must know that this was tried.
            if (m_error && m_error->code == ErrorCode::TlsFailed)
                seen.reasons.append(m_error->message);
            return finish(Found{.system = probe.system(),
                                .displayName = probe.displayName(),
                                .address = address,
                                .encrypted = address.scheme() == "https"_L1,
                                .loopback = isLoopback(address),
                                .sighting = seen});
        }
        if (sighting) {
            m_somebodyAnswered = true;
            ++m_probe;
        } else {
            remember(sighting.error());
            // Nobody is there: the other probes need not knock, nor at another path.
            const QString scheme = address.scheme();
            while (m_candidate < m_candidates.size()
                   && m_candidates[m_candidate].address.scheme() == scheme)
                ++m_candidate;
            m_probe = 0;
        }
        ask();
    }

    /// A certificate that is not trusted says more than a closed port at the plain address.
    void remember(const base::Error &error)
    {
        if (!m_error || error.code == ErrorCode::TlsFailed)
            m_error = error;
    }

    void giveUp()
    {
        if (m_somebodyAnswered || !m_error)
            return finish(base::fail(
                ErrorCode::NotFound,
                Sentences::tr(
                    "A server answers at %1, but it is none that Authdesk knows. Check the address "
                    "and the port.")
                    .arg(m_candidates.constFirst().address.authority(QUrl::FullyEncoded))));
        finish(std::unexpected(*m_error));
    }

    void finish(Answer answer)
    {
        if (std::exchange(m_ended, true))
            return;
        m_promise.addResult(std::move(answer));
        m_promise.finish();
    }

    QList<Candidate> m_candidates;
    std::vector<Probe *> m_probes; ///< owned by the detector, which ends this first
    QPromise<Answer> m_promise;
    QFuture<base::Result<Sighting>> m_asked;
    std::optional<base::Error> m_error;
    qsizetype m_candidate = 0;
    std::size_t m_probe = 0;
    bool m_somebodyAnswered = false;
    bool m_ended = false;
};

Detector::Detector(std::vector<std::unique_ptr<Probe>> probes)
    : m_probes(std::move(probes))
{
}

Detector::~Detector()
{
    for (const auto &search : std::exchange(m_searches, {})) {
        if (const auto still = search.lock())
            still->cancel();
    }
}

QFuture<Answer> Detector::detect(const QString &typed)
{
    auto candidates = candidatesFor(typed);
    if (!candidates)
        return net::readyFuture<Answer>(std::unexpected(candidates.error()));
    std::vector<Probe *> probes;
    for (const auto &probe : m_probes)
        probes.push_back(probe.get());
    const auto search = std::make_shared<Search>(std::move(*candidates), std::move(probes));
    m_searches.removeIf([](const std::weak_ptr<Search> &known) { return known.expired(); });
    m_searches.append(search);
    return search->begin();
}

} // namespace authdesk::gateway
