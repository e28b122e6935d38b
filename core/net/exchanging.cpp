// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/exchanging.h"

#include "core/base/sentences.h"
#include "core/net/certificatepins.h"
#include "core/net/oncebody.h"

#include <QtCore/QJsonDocument>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>

#include <algorithm>

namespace authdesk::net {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Sentences;

namespace {

QNetworkRequest prepared(const Outgoing &outgoing)
{
    QUrl address = outgoing.address;
    address.setUserInfo({});
    address.setFragment({});
    QNetworkRequest request(address);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // A fixed coding keeps Qt from unpacking: what arrives is what is counted.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Language", Sentences::language());
    request.setRawHeader("User-Agent", "Authdesk/" AUTHDESK_VERSION);
    for (const auto &[name, value] : outgoing.headers)
        request.setRawHeader(name, value);
    if (!outgoing.bearer.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + outgoing.bearer.view().toByteArray());
    if (address.scheme() == "https"_L1) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        request.setSslConfiguration(tls);
    }
    return request;
}

constexpr int goodStatus = 200;

/// What comparing the fingerprint makes up for; not that a certificate has ended or was revoked.
bool isAboutWhoVouches(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::HostNameMismatch:
        return true;
    default:
        return false;
    }
}

QString hostOf(const QUrl &address)
{
    return address.authority(QUrl::FullyEncoded).section(u'@', -1);
}

} // namespace

Exchanging::Exchanging(QNetworkAccessManager &network, const base::Clock &clock, Outgoing request,
                       CertificatePins *pins)
    : m_network(network)
    , m_request(std::move(request))
    , m_pins(pins)
{
    m_exchange.at = clock.now();
    m_exchange.method = QString::fromLatin1(m_request.method);
    m_exchange.host = hostOf(m_request.address);
    m_exchange.path = m_request.address.path(QUrl::FullyEncoded);
    m_promise.start();
    m_since.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { end(ErrorCode::TimedOut); });
}

Exchanging::~Exchanging() = default;

void Exchanging::start()
{
    QNetworkRequest request = prepared(m_request);
    if (m_request.body) {
        QByteArray body = QJsonDocument(*m_request.body).toJson(QJsonDocument::Compact);
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_L1);
        request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        m_reply = m_network.sendCustomRequest(request, m_request.method,
                                              new OnceBody(std::move(body), this));
        m_request.body.reset();
    } else {
        m_reply = m_network.sendCustomRequest(request, m_request.method, QByteArray());
    }
    m_reply->setParent(this);
    m_reply->setReadBufferSize(1024 * 1024);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchanging::readMore);
    connect(m_reply, &QNetworkReply::finished, this, &Exchanging::finish);
    connect(m_reply, &QNetworkReply::sslErrors, this, &Exchanging::judge);
    connect(m_reply, &QNetworkReply::encrypted, this, &Exchanging::demandPinned);
    m_timer.start(m_request.timeLimit);
}

/// The system does not vouch for what is shown; somebody may have compared it.
void Exchanging::judge(const QList<QSslError> &errors)
{
    m_tlsErrors = errors;
    if (!m_pins || !std::ranges::all_of(errors, isAboutWhoVouches))
        return;
    const QSslCertificate shown = m_reply->sslConfiguration().peerCertificate();
    const QByteArray pinned = m_pins->pinned(m_request.address);
    const QByteArray fingerprint = shown.digest(QCryptographicHash::Sha256);
    if (!shown.isNull() && !pinned.isEmpty() && fingerprint == pinned) {
        m_tlsErrors.clear();
        m_reply->ignoreSslErrors(errors);
        return;
    }
    if (!pinned.isEmpty())
        m_shown = fingerprint;
    noteRefused(shown);
}

/// Before anything is sent: where one is pinned, no other will do, whoever vouches for it.
void Exchanging::demandPinned()
{
    const QByteArray pinned = m_pins ? m_pins->pinned(m_request.address) : QByteArray();
    if (m_ended || pinned.isEmpty())
        return;
    const QSslCertificate shown = m_reply->sslConfiguration().peerCertificate();
    m_shown = shown.digest(QCryptographicHash::Sha256);
    if (m_shown == pinned) {
        m_shown.clear();
        return;
    }
    noteRefused(shown);
    conclude(std::unexpected(networkError()), 0);
}

void Exchanging::noteRefused(const QSslCertificate &certificate)
{
    if (certificate.isNull())
        return;
    m_pins->noteRefused(m_request.address,
                        {.fingerprint = certificate.digest(QCryptographicHash::Sha256),
                         .names = certificate.subjectAlternativeNames().values(),
                         .validUntil = certificate.expiryDate().toUTC()});
}

void Exchanging::readMore()
{
    const bool wanted =
        m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == goodStatus;
    if (m_request.sink && wanted) {
        passOn(m_reply->readAll());
        return;
    }
    m_body += m_reply->readAll();
    if (m_body.size() > m_request.answerLimit)
        end(ErrorCode::TooLarge);
}

void Exchanging::passOn(const QByteArray &part)
{
    if (part.isEmpty())
        return;
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    m_timer.start(m_request.timeLimit);
    // The sink may cancel, which ends this exchange under its feet.
    const net::BodySink sink = m_request.sink;
    if (auto taken = sink(part, length.isValid() ? length.toLongLong() : -1); !taken && !m_ended)
        conclude(std::unexpected(std::move(taken.error())), 0);
}

void Exchanging::finish()
{
    if (m_ended)
        return;
    readMore();
    if (m_ended)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0 && mayAskAgain())
        return askAgain();
    // 1xx to 5xx with a whole body is an answer, whatever Qt calls it.
    const QNetworkReply::NetworkError error = m_reply->error();
    const bool brokenOff =
        error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied;
    if (status == 0 || brokenOff)
        return conclude(std::unexpected(networkError()), 0);
    Answer answer{.status = status, .headers = {}, .body = std::move(m_body)};
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        answer.headers.insert(name.toLower(), value);
    conclude(std::move(answer), status);
}

/// A kept connection may be closed by a server that moves, or that has waited long enough, in the
/// moment it is used (RFC 9112, 9.3.1): what only reads is then asked once more.
bool Exchanging::mayAskAgain() const
{
    return !m_askedAgain && m_request.method == "GET"
           && m_reply->error() == QNetworkReply::RemoteHostClosedError;
}

void Exchanging::askAgain()
{
    m_askedAgain = true;
    m_reply->disconnect(this);
    m_reply->deleteLater();
    start();
}

void Exchanging::end(ErrorCode code)
{
    if (m_ended)
        return;
    base::Error error{.code = code, .message = {}};
    const QString host = m_exchange.host;
    switch (code) {
    case ErrorCode::TimedOut:
        error.message =
            Sentences::tr("%1 did not answer within %2 seconds. It may be overloaded or cut off "
                          "from the network; try again.")
                .arg(host)
                .arg(std::max<qint64>(1, m_request.timeLimit.count() / 1000));
        break;
    case ErrorCode::TooLarge:
        error.message =
            Sentences::tr("%1 sent a longer answer than this console takes, so it was dropped.")
                .arg(host);
        break;
    default:
        error.message = Sentences::tr("The request was cancelled.");
        break;
    }
    conclude(std::unexpected(std::move(error)), 0);
}

void Exchanging::conclude(base::Result<Answer> result, int status)
{
    m_ended = true;
    m_timer.stop();
    m_exchange.status = status;
    m_exchange.durationMs = m_since.elapsed();
    if (!result)
        m_exchange.problem = QString(base::errorCodeName(result.error().code));
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    base::wipe(m_body);
    // What follows may delete the client: nothing of ours is touched after the promise.
    deleteLater();
    if (const HttpClient::Observer observer = std::exchange(m_observer, {}))
        observer(m_exchange);
    m_promise.addResult(std::move(result));
    m_promise.finish();
}

base::Error Exchanging::networkError() const
{
    const QString host = m_exchange.host;
    const QString detail = m_reply->errorString();
    if (!m_shown.isEmpty())
        return {.code = ErrorCode::TlsFailed,
                .message =
                    Sentences::tr("%1 shows another certificate than the one that you trusted. "
                                  "Nothing was sent. Trusted: %2. Shown now: %3. Ask whoever runs "
                                  "the server whether it was renewed.")
                        .arg(host, groupedFingerprint(m_pins->pinned(m_request.address)),
                             groupedFingerprint(m_shown)),
                .detail = detail};
    if (!m_tlsErrors.isEmpty() || m_reply->error() == QNetworkReply::SslHandshakeFailedError) {
        const QString reason =
            m_tlsErrors.isEmpty() ? detail : m_tlsErrors.constFirst().errorString();
        return {.code = ErrorCode::TlsFailed,
                .message = Sentences::tr(
                               "No secure connection to %1 is possible: %2. Nothing was sent. Ask "
                               "whoever runs the server to renew or replace its certificate.")
                               .arg(host, reason),
                .detail = detail};
    }
    QString why;
    switch (m_reply->error()) {
    case QNetworkReply::HostNotFoundError:
        why = Sentences::tr(
            "%1 is not found: there is no such name, or this computer is offline. Check the "
            "address.");
        break;
    case QNetworkReply::ConnectionRefusedError:
        why = Sentences::tr(
            "Nothing accepts connections at %1. Check the address and the port, and whether "
            "the server is running.");
        break;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        why = Sentences::tr(
            "%1 closed the connection before it had answered. It is not known whether the "
            "request was carried out; look before you repeat it.");
        break;
    default:
        why = Sentences::tr("%1 cannot be reached. Check the network and the address.");
        break;
    }
    return {.code = ErrorCode::Unreachable, .message = why.arg(host), .detail = detail};
}

} // namespace authdesk::net
