// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The calls of one signed-in person to one API: base address, bearer token, and its renewal. When
// the server refuses the token, one renewal is asked for on behalf of all calls that wait, and each
// call is sent once more. Futures as in httpclient.h. Window thread.
#pragma once

#include "core/net/httpclient.h"

#include <QtCore/QUrlQuery>

namespace authdesk::net {

/// Whose call it is.
enum class CallAs {
    Nobody,  ///< no token, and no renewal: the steps of signing in
    SignedIn ///< with the access token
};

struct ApiCall
{
    QByteArray method = "GET";
    QString path; ///< below the base address, beginning with a slash; percent-encoded already
    QUrlQuery query = {};
    std::optional<QJsonObject> body = {};
    CallAs as = CallAs::SignedIn;
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    std::chrono::milliseconds timeLimit = std::chrono::seconds(15);
    BodySink sink = {};       ///< as in Outgoing
    base::Secret bearer = {}; ///< with CallAs::Nobody: a token that is only being tried out
};

class ApiClient final
{
public:
    using Renewal = std::function<QFuture<base::Result<base::Secret>>()>;
    /// Whether an answer says that the token is no longer good (and not, say, the code).
    using Refusal = std::function<bool(const Answer &)>;

    /// `pins` as in HttpClient.
    ApiClient(QUrl base, const base::Clock &clock, HttpClient::Observer observer, Refusal refusal,
              CertificatePins *pins = nullptr);
    ~ApiClient();
    ApiClient(const ApiClient &) = delete;
    ApiClient &operator=(const ApiClient &) = delete;

    [[nodiscard]] const QUrl &base() const { return m_base; }
    /// For later calls; what is under way stays where it was sent.
    void setBase(const QUrl &base) { m_base = base; }
    void setAccessToken(const base::Secret &token) { m_token = token; }
    [[nodiscard]] bool hasAccessToken() const { return !m_token.isEmpty(); }
    void setRenewal(Renewal renewal) { m_renewal = std::move(renewal); }
    /// The Date of the last answer that had one, UTC.
    [[nodiscard]] std::optional<QDateTime> serverTime() const { return m_serverTime; }

    /// Any status is an answer. The renewal's own error where a renewal was tried and failed.
    [[nodiscard]] QFuture<base::Result<Answer>> call(const ApiCall &call);

private:
    struct Waiting;
    void attempt(const std::shared_ptr<Waiting> &waiting);
    void renewFor(const std::shared_ptr<Waiting> &waiting);
    void renewed(const base::Result<base::Secret> &token);
    void noteTime(const Answer &answer);

    QUrl m_base;
    Refusal m_refusal;
    Renewal m_renewal;
    base::Secret m_token;
    std::optional<QDateTime> m_serverTime;
    QList<std::shared_ptr<Waiting>> m_waiting; ///< for the renewal under way
    std::shared_ptr<bool> m_alive;             ///< false once this object is gone
    HttpClient m_http;
};

} // namespace authdesk::net
