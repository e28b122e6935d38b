// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/client/archivercalls.h"

#include "core/base/sentences.h"
#include "core/systems/openarchiver/messages/answers.h"
#include "core/systems/openarchiver/messages/refusals.h"

namespace authdesk::systems::openarchiver::client {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Sentences;

namespace {

bool refusesKey(const net::Answer &answer)
{
    return messages::refusesToken(answer.status, answer.body);
}

QFuture<base::Result<QString>> noRoot(const base::Error &error)
{
    return net::readyFuture<base::Result<QString>>(std::unexpected(error));
}

base::Error closed()
{
    return {.code = ErrorCode::Cancelled, .message = Sentences::tr("The connection was closed.")};
}

} // namespace

qint64 Numbers::of(const QString &id)
{
    if (const auto known = m_numbers.constFind(id); known != m_numbers.constEnd())
        return *known;
    m_ids.append(id);
    m_numbers.insert(id, m_ids.size());
    return m_ids.size();
}

QString Numbers::idOf(qint64 number) const
{
    return m_ids.value(number - 1);
}

bool asksForToken(const net::Answer &answer)
{
    return answer.isJson() && answer.body.contains("Unauthorized: ")
           && messages::refusesToken(answer.status, answer.body);
}

base::Error errorOf(int status, const QByteArray &body, int retryAfterSeconds)
{
    return messages::decodeError(status, body, retryAfterSeconds);
}

base::Error codeErrorOf(int status, const QByteArray &body, int retryAfterSeconds)
{
    base::Error error = errorOf(status, body, retryAfterSeconds);
    if (status == 404) {
        error.code = ErrorCode::NotSupported;
        error.message = Sentences::tr("This edition of OpenArchiver has no second factors.");
    } else if ((status == 400 || status == 401) && !messages::refusesToken(status, body)) {
        error.code = ErrorCode::InvalidCode;
    }
    return error;
}

ArchiverCalls::ArchiverCalls(const QUrl &address, const base::Clock &clock,
                             net::HttpClient::Observer observer, net::CertificatePins *pins)
    : m_clock(clock)
    , m_api(address, clock, std::move(observer), refusesKey, pins)
    , m_standing(std::make_shared<ArchiverStanding>())
{
}

void ArchiverCalls::setAccessToken(const base::Secret &token)
{
    // A token of a sign-in has dots; a key is 64 hexadecimal digits.
    const bool isKey = !token.isEmpty() && !token.view().contains('.');
    m_key = isKey ? token : base::Secret();
    m_api.setAccessToken(token);
    if (!(token == m_standing->pending))
        m_standing->pending = {};
}

QFuture<ArchiverCalls::Sent> ArchiverCalls::call(const net::ApiCall &call)
{
    if (!m_standing->root.isEmpty())
        return send(m_standing->root, call);
    return net::chain<Sent>(findRoot(0), [this, alive = std::weak_ptr(m_standing),
                                          call](const base::Result<QString> &root) {
        if (!root)
            return net::readyFuture<Sent>(std::unexpected(root.error()));
        if (alive.expired())
            return net::readyFuture<Sent>(std::unexpected(closed()));
        return send(*root, call);
    });
}

QFuture<ArchiverCalls::Sent> ArchiverCalls::get(const QString &path)
{
    return call({.path = path});
}

QFuture<ArchiverCalls::Sent> ArchiverCalls::post(const QString &path,
                                                 std::optional<QJsonObject> body, net::CallAs as)
{
    return call({.method = "POST", .path = path, .body = std::move(body), .as = as});
}

QFuture<ArchiverCalls::Sent> ArchiverCalls::getWith(const base::Secret &token, const QString &path)
{
    net::ApiCall wanted{.path = path, .as = net::CallAs::Nobody};
    wanted.bearer = token;
    return call(wanted);
}

QFuture<ArchiverCalls::Sent> ArchiverCalls::postPending(const QString &path,
                                                        std::optional<QJsonObject> body,
                                                        const base::Secret &pending)
{
    net::ApiCall wanted{
        .method = "POST", .path = path, .body = std::move(body), .as = net::CallAs::Nobody};
    wanted.headers.append({QByteArray("Cookie"), messages::pendingCookieName.toByteArray() + '='
                                                     + pending.view().toByteArray()});
    return call(wanted);
}

QFuture<ArchiverCalls::Sent> ArchiverCalls::send(const QString &root, net::ApiCall call)
{
    call.path = root + call.path;
    if (call.as == net::CallAs::SignedIn && !m_key.isEmpty())
        call.headers.append({QByteArray("X-API-KEY"), m_key.view().toByteArray()});
    return m_api.call(call);
}

QFuture<base::Result<QString>> ArchiverCalls::findRoot(std::size_t next)
{
    const QString root(archiverRoots[next]);
    return net::chain<base::Result<QString>>(
        m_api.call({.path = root + profilePath, .as = net::CallAs::Nobody}),
        [this, alive = std::weak_ptr(m_standing), root, next](const Sent &answer) {
            if (!answer)
                return noRoot(answer.error());
            const auto standing = alive.lock();
            if (!standing)
                return noRoot(closed());
            if (asksForToken(*answer)) {
                standing->root = root;
                return net::readyFuture<base::Result<QString>>(root);
            }
            if (answer->status == 429)
                return noRoot(errorOf(429, answer->body, net::retryAfterOf(*answer)));
            if (next + 1 < archiverRoots.size())
                return findRoot(next + 1);
            return noRoot({.code = ErrorCode::UnexpectedAnswer,
                           .message = Sentences::tr(
                               "Something answers at this address, but not as OpenArchiver does. "
                               "Check the address.")});
        });
}

} // namespace authdesk::systems::openarchiver::client
