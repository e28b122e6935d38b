// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/httpclient.h"

#include "core/base/sentences.h"
#include "core/net/exchanging.h"
#include "core/net/proxychoice.h"
#include "core/net/relay.h"

#include <QtCore/QPointer>
#include <QtNetwork/QNetworkAccessManager>

namespace authdesk::net {

using namespace Qt::StringLiterals;
using base::Sentences;

QByteArray Answer::header(const QByteArray &lowerCaseName) const
{
    return headers.value(lowerCaseName);
}

bool Answer::isJson() const
{
    const QByteArray type = header("content-type").split(';').constFirst().trimmed().toLower();
    return type == "application/json" || type.endsWith("+json");
}

HttpClient::HttpClient(const base::Clock &clock, Observer observer, CertificatePins *pins)
    : m_network(std::make_unique<QNetworkAccessManager>())
    , m_clock(clock)
    , m_observer(std::move(observer))
    , m_pins(pins)
{
    m_network->setProxyFactory(new ProxyChoice);
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setAutoDeleteReplies(false);
}

HttpClient::~HttpClient()
{
    cancelAll();
}

void HttpClient::cancelAll()
{
    // Ending one may let its owner start or end others.
    while (!m_open.isEmpty())
        m_open.takeLast()->end(base::ErrorCode::Cancelled);
}

QFuture<base::Result<Answer>> HttpClient::send(const Outgoing &request)
{
    const QString scheme = request.address.scheme();
    if (!request.address.isValid() || request.address.host().isEmpty()
        || (scheme != "http"_L1 && scheme != "https"_L1)) {
        return readyFuture<base::Result<Answer>>(
            base::fail(base::ErrorCode::Unreachable,
                       Sentences::tr("This is not an address that a server can have.")));
    }
    auto *exchanging = new Exchanging(*m_network, m_clock, request, m_pins);
    m_open.append(exchanging);
    exchanging->setEndObserver([this, exchanging](const Exchange &exchange) {
        m_open.removeOne(exchanging);
        if (m_observer)
            m_observer(exchange);
    });
    const QFuture<base::Result<Answer>> future = exchanging->future();
    onCancelRequest(future, [guard = QPointer(exchanging)] {
        if (guard)
            guard->end(base::ErrorCode::Cancelled);
    });
    exchanging->start();
    return future;
}

} // namespace authdesk::net
