// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/client/pipelitprobe.h"

#include "core/base/json.h"
#include "core/base/sentences.h"
#include "core/net/relay.h"
#include "core/systems/pipelit/client/pipelitconnection.h"
#include "core/systems/pipelit/messages/auth.h"

namespace authdesk::systems::pipelit::client {

using namespace Qt::StringLiterals;
using base::Sentences;
using Seen = base::Result<gateway::Sighting>;

namespace {

QString replacesSignIn()
{
    return Sentences::tr(
        "Signing in with a password ends this person's other sign-in to Pipelit, if there is "
        "one; an API key does not.");
}

QString onlyOneself()
{
    return Sentences::tr("This version of Pipelit has no way to manage other people: here you can "
                         "only protect your own account.");
}

std::optional<gateway::Sighting> fromSetupStatus(const net::Answer &answer)
{
    if (answer.status != 200 || !answer.isJson())
        return std::nullopt;
    const auto state = messages::decodeSetupState(answer.body);
    if (!state)
        return std::nullopt;
    return gateway::Sighting{
        .recognised = true,
        .setup = gateway::SetupState{.needsSetup = state->needsSetup, .codeRequired = false},
        .hint = state->needsSetup ? QString() : replacesSignIn(),
        .reasons = {Sentences::tr("It answers as Pipelit does at /api/v1/auth/setup-status/.")},
        .capabilities = pipelitCapabilities()};
}

gateway::Sighting newestGeneration(const QString &reason)
{
    gateway::Capabilities capabilities = pipelitCapabilities();
    capabilities.setFlag(gateway::Capability::Setup, false);
    return {.recognised = true,
            .setup = std::nullopt,
            .hint = replacesSignIn() + u' ' + commandLineSetupHint(),
            .reasons = {reason},
            .capabilities = capabilities};
}

std::optional<gateway::Sighting> fromHealth(const net::Answer &answer)
{
    const auto health = answer.isJson() ? base::parseJsonObject(answer.body)
                                        : base::Result<QJsonObject>(QJsonObject());
    if (!health || !health->contains("redis"_L1) || !health->contains("database"_L1))
        return std::nullopt;
    return newestGeneration(Sentences::tr("It answers as Pipelit does at /health."));
}

std::optional<gateway::Sighting> fromOpenApi(const net::Answer &answer)
{
    const auto document = answer.status == 200 && answer.isJson()
                              ? base::parseJsonObject(answer.body)
                              : base::Result<QJsonObject>(QJsonObject());
    if (!document
        || document->value("info"_L1)["title"_L1].toString() != "Workflow Platform API"_L1)
        return std::nullopt;
    return newestGeneration(
        Sentences::tr("Its description calls itself \"Workflow Platform API\", as "
                      "Pipelit's does."));
}

} // namespace

/// One look: three questions, each only when the one before said nothing, and one more of a
/// Pipelit.
class PipelitProbe::Looking final : public std::enable_shared_from_this<Looking>
{
public:
    Looking(std::weak_ptr<net::HttpClient> http, QUrl address)
        : m_http(std::move(http))
        , m_address(std::move(address))
    {
        m_promise.start();
    }

    QFuture<Seen> begin()
    {
        const QFuture<Seen> future = m_promise.future();
        net::onCancelRequest(future, [self = weak_from_this()] {
            if (const auto still = self.lock())
                still->m_call.cancel();
        });
        ask();
        return future;
    }

private:
    struct Question
    {
        QLatin1StringView path;
        std::optional<gateway::Sighting> (*read)(const net::Answer &);
        qint64 limit;
    };
    static constexpr qint64 small = 64LL * 1024;
    /// Asked of every Pipelit: a path that only those with users and keys have.
    static constexpr QLatin1StringView peoplePath{"/api/v1/users/me"};
    static constexpr std::array questions{
        Question{"/api/v1/auth/setup-status/"_L1, fromSetupStatus, small},
        Question{"/health"_L1, fromHealth, small},
        // A description of this size is 300 kB.
        Question{"/openapi.json"_L1, fromOpenApi, 64 * small}};

    void ask()
    {
        const auto http = m_http.lock();
        if (!http || m_next >= questions.size())
            return finish(gateway::Sighting{});
        const Question question = questions[m_next++];
        QUrl url = m_address;
        url.setPath(m_address.path(QUrl::FullyEncoded) + question.path, QUrl::TolerantMode);
        m_call = http->send(
            {.address = url, .timeLimit = std::chrono::seconds(8), .answerLimit = question.limit});
        m_call
            .then([self = shared_from_this(), question](const base::Result<net::Answer> &answer) {
                self->read(answer, question);
            })
            .onCanceled([self = shared_from_this()] {
                self->finish(base::fail(base::ErrorCode::Cancelled,
                                        Sentences::tr("The search was cancelled.")));
            });
    }

    void read(const base::Result<net::Answer> &answer, const Question &question)
    {
        if (!answer && answer.error().code != base::ErrorCode::TooLarge)
            return finish(std::unexpected(answer.error()));
        if (answer) {
            if (auto sighting = question.read(*answer)) {
                m_sighting = std::move(*sighting);
                return askForPeople();
            }
        }
        ask();
    }

    void askForPeople()
    {
        const auto http = m_http.lock();
        if (!http)
            return finish(m_sighting);
        QUrl url = m_address;
        url.setPath(m_address.path(QUrl::FullyEncoded) + peoplePath, QUrl::TolerantMode);
        m_call = http->send(
            {.address = url, .timeLimit = std::chrono::seconds(8), .answerLimit = small});
        m_call
            .then([self = shared_from_this()](const base::Result<net::Answer> &answer) {
                self->readPeople(answer);
            })
            .onCanceled([self = shared_from_this()] {
                self->finish(base::fail(base::ErrorCode::Cancelled,
                                        Sentences::tr("The search was cancelled.")));
            });
    }

    /// Nobody is signed in: a server that has the path asks for a key.
    void readPeople(const base::Result<net::Answer> &answer)
    {
        const bool asksForKey =
            answer && answer->isJson() && (answer->status == 401 || answer->status == 403);
        if (asksForKey)
            m_sighting.capabilities |= pipelitPeopleCapabilities();
        else
            m_sighting.hint = (m_sighting.hint + u' ' + onlyOneself()).trimmed();
        finish(m_sighting);
    }

    void finish(Seen seen)
    {
        m_promise.addResult(std::move(seen));
        m_promise.finish();
    }

    std::weak_ptr<net::HttpClient> m_http;
    QUrl m_address;
    QPromise<Seen> m_promise;
    QFuture<base::Result<net::Answer>> m_call;
    std::size_t m_next = 0;
    gateway::Sighting m_sighting;
};

PipelitProbe::PipelitProbe(const base::Clock &clock, gateway::RequestObserver observer,
                           net::CertificatePins *pins)
    : m_http(std::make_shared<net::HttpClient>(clock, std::move(observer), pins))
{
}

PipelitProbe::~PipelitProbe() = default;

QString PipelitProbe::system() const
{
    return u"pipelit"_s;
}

QString PipelitProbe::displayName() const
{
    return u"Pipelit"_s;
}

QFuture<Seen> PipelitProbe::look(const QUrl &address)
{
    return std::make_shared<Looking>(m_http, address)->begin();
}

} // namespace authdesk::systems::pipelit::client
