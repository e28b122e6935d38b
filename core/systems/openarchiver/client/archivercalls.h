// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the clients of one OpenArchiver server share: its calls, where its API begins, and the
// numbers by which the console knows what the server calls by a UUID. Window thread.
#pragma once

#include "core/net/apiclient.h"
#include "core/net/decoding.h"

#include <array>
#include <memory>

namespace authdesk::systems::openarchiver::client {

/// A number for each id, the same as long as the connection lives; 0 is none.
class Numbers final
{
public:
    [[nodiscard]] qint64 of(const QString &id);
    /// Empty for a number that none has.
    [[nodiscard]] QString idOf(qint64 number) const;

private:
    QHash<QString, qint64> m_numbers;
    QStringList m_ids;
};

/// What is known of the server and of the sign-in; shared with the calls that are under way.
struct ArchiverStanding
{
    QString root; ///< "/v1" or "/api/v1"; empty: not asked yet
    Numbers numbers;
    /// It has second factors (the enterprise edition, and servers of ours); nullopt: not asked yet.
    std::optional<bool> hasSecondFactors;
    QString me; ///< the id of whoever is signed in; empty: not known
    /// Of a sign-in that must set up a second factor before it is one; empty: none.
    base::Secret pending;
};

/// Its back end answers at the first, its front end passes the second on.
inline constexpr std::array archiverRoots{QLatin1StringView("/v1"), QLatin1StringView("/api/v1")};
inline constexpr QLatin1StringView profilePath{"/users/profile"};
inline constexpr QLatin1StringView mfaPath{"/enterprise/advanced-security/mfa"};

/// Whether an answer to somebody without a token is OpenArchiver's.
[[nodiscard]] bool asksForToken(const net::Answer &answer);
[[nodiscard]] base::Error errorOf(int status, const QByteArray &body, int retryAfterSeconds);
/// Of a call with a code: a refusal is a wrong code, no such path means no second factors.
[[nodiscard]] base::Error codeErrorOf(int status, const QByteArray &body, int retryAfterSeconds);

class ArchiverCalls final
{
public:
    using Sent = base::Result<net::Answer>;

    /// `pins` as in net::HttpClient.
    ArchiverCalls(const QUrl &address, const base::Clock &clock, net::HttpClient::Observer observer,
                  net::CertificatePins *pins = nullptr);

    [[nodiscard]] net::ApiClient &api() { return m_api; }
    [[nodiscard]] std::optional<QDateTime> serverTime() const { return m_api.serverTime(); }
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] const std::shared_ptr<ArchiverStanding> &standing() const { return m_standing; }
    /// A token of a sign-in, or an API key, which goes into a header of its own.
    void setAccessToken(const base::Secret &token);

    /// Finds out first where the API begins; the path is below that.
    [[nodiscard]] QFuture<Sent> call(const net::ApiCall &call);
    [[nodiscard]] QFuture<Sent> get(const QString &path);
    [[nodiscard]] QFuture<Sent> post(const QString &path, std::optional<QJsonObject> body,
                                     net::CallAs as);
    /// With a token of its own instead of the connection's: while signing in.
    [[nodiscard]] QFuture<Sent> getWith(const base::Secret &token, const QString &path);
    /// With the cookie of a sign-in that waits for its second factor.
    [[nodiscard]] QFuture<Sent> postPending(const QString &path, std::optional<QJsonObject> body,
                                            const base::Secret &pending);

private:
    [[nodiscard]] QFuture<Sent> send(const QString &root, net::ApiCall call);
    [[nodiscard]] QFuture<base::Result<QString>> findRoot(std::size_t next);

    const base::Clock &m_clock;
    net::ApiClient m_api;
    base::Secret m_key;
    std::shared_ptr<ArchiverStanding> m_standing;
};

} // namespace authdesk::systems::openarchiver::client
