// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/apiclient.h"

#include "core/base/sentences.h"
#include "core/net/relay.h"

#include <QtCore/QLocale>

namespace authdesk::net {

using namespace Qt::StringLiterals;
using base::Sentences;

struct ApiClient::Waiting
{
    ApiCall call;
    QPromise<base::Result<Answer>> promise;
    QFuture<base::Result<Answer>> sent;
    base::Secret token; ///< that the last attempt carried
    bool triedAgain = false;

    void finish(const base::Result<Answer> &result)
    {
        promise.addResult(result);
        promise.finish();
    }
    void cancel()
    {
        promise.future().cancel();
        promise.finish();
    }
};

ApiClient::ApiClient(QUrl base, const base::Clock &clock, HttpClient::Observer observer,
                     Refusal refusal, CertificatePins *pins)
    : m_base(std::move(base))
    , m_refusal(std::move(refusal))
    , m_alive(std::make_shared<bool>(true))
    , m_http(clock, std::move(observer), pins)
{
}

ApiClient::~ApiClient()
{
    *m_alive = false;
    m_http.cancelAll();
    for (const auto &waiting : std::exchange(m_waiting, {}))
        waiting->finish(
            base::fail(base::ErrorCode::Cancelled, Sentences::tr("The request was cancelled.")));
}

QFuture<base::Result<Answer>> ApiClient::call(const ApiCall &call)
{
    auto waiting = std::make_shared<Waiting>();
    waiting->call = call;
    waiting->promise.start();
    onCancelRequest(waiting->promise.future(), [weak = std::weak_ptr(waiting)] {
        if (const auto still = weak.lock())
            still->sent.cancel();
    });
    attempt(waiting);
    return waiting->promise.future();
}

void ApiClient::attempt(const std::shared_ptr<Waiting> &waiting)
{
    const ApiCall &call = waiting->call;
    QUrl address = m_base;
    address.setPath(m_base.path(QUrl::FullyEncoded) + call.path, QUrl::TolerantMode);
    address.setQuery(call.query);
    Outgoing outgoing{.method = call.method,
                      .address = address,
                      .headers = call.headers,
                      .body = call.body,
                      .timeLimit = call.timeLimit,
                      .sink = call.sink};
    outgoing.bearer = call.as == CallAs::SignedIn ? m_token : call.bearer;
    waiting->token = m_token;
    waiting->sent = m_http.send(outgoing);
    waiting->sent
        .then([this, alive = m_alive, waiting](const base::Result<Answer> &result) {
            if (*alive && result)
                noteTime(*result);
            const bool refused =
                *alive && waiting->call.as == CallAs::SignedIn && result && m_refusal(*result);
            if (refused && !waiting->triedAgain && m_renewal && !waiting->token.isEmpty())
                renewFor(waiting);
            else
                waiting->finish(result);
        })
        .onCanceled([waiting] { waiting->cancel(); });
}

void ApiClient::noteTime(const Answer &answer)
{
    // RFC 9110 §5.6.7, in English whatever the window's language is.
    const QDateTime told = QLocale::c().toDateTime(QString::fromLatin1(answer.header("date")),
                                                   u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (told.isValid())
        m_serverTime = QDateTime(told.date(), told.time(), Qt::UTC);
}

void ApiClient::renewFor(const std::shared_ptr<Waiting> &waiting)
{
    waiting->triedAgain = true;
    // Somebody else's call has brought a new token meanwhile.
    if (!(waiting->token == m_token)) {
        attempt(waiting);
        return;
    }
    m_waiting.append(waiting);
    if (m_waiting.size() > 1)
        return;
    m_renewal()
        .then([this, alive = m_alive](const base::Result<base::Secret> &token) {
            if (*alive)
                renewed(token);
        })
        .onCanceled([this, alive = m_alive] {
            if (*alive)
                renewed(base::fail(base::ErrorCode::Cancelled,
                                   Sentences::tr("The sign-in was not renewed.")));
        });
}

void ApiClient::renewed(const base::Result<base::Secret> &token)
{
    if (token)
        m_token = *token;
    for (const auto &waiting : std::exchange(m_waiting, {})) {
        if (token)
            attempt(waiting);
        else
            waiting->finish(std::unexpected(token.error()));
    }
}

} // namespace authdesk::net
