// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/client/pipelitcalls.h"

#include "core/base/sentences.h"
#include "core/systems/pipelit/messages/errors.h"

#include <algorithm>

namespace authdesk::systems::pipelit::client {

using namespace Qt::StringLiterals;
using base::Sentences;

namespace {

QUrl apiBase(QUrl address)
{
    address.setPath(address.path(QUrl::FullyEncoded) + "/api/v1"_L1, QUrl::TolerantMode);
    return address;
}

/// A code is refused with 400 by some generations and 401 by others; a token by 401, or by the 403
/// of older frameworks for a missing header.
bool refusesKey(const net::Answer &answer)
{
    return (answer.status == 401 || answer.status == 403)
           && errorOf(answer.status, answer.body, 0).code == base::ErrorCode::Unauthenticated;
}

} // namespace

PipelitCalls::PipelitCalls(const QUrl &address, const base::Clock &clock,
                           net::HttpClient::Observer observer, net::CertificatePins *pins)
    : m_clock(clock)
    , m_api(apiBase(address), clock, std::move(observer), refusesKey, pins)
    , m_standing(std::make_shared<PipelitStanding>())
    , m_pacing(std::make_shared<CodePacing>(clock))
{
}

QFuture<base::Result<net::Answer>> PipelitCalls::get(const QString &path, net::CallAs as)
{
    return m_api.call({.path = path, .as = as});
}

QFuture<PipelitCalls::Sent> PipelitCalls::callWith(const base::Secret &key, net::ApiCall call)
{
    call.as = net::CallAs::Nobody;
    call.bearer = key;
    return m_api.call(call);
}

QFuture<base::Result<net::Answer>>
PipelitCalls::post(const QString &path, std::optional<QJsonObject> body, net::CallAs as)
{
    return m_api.call({.method = "POST", .path = path, .body = std::move(body), .as = as});
}

QFuture<base::Result<net::Answer>> PipelitCalls::postCode(const QString &path,
                                                          const QJsonObject &body,
                                                          const QString &code, net::CallAs as)
{
    if (const auto admitted = m_pacing->admit(code); !admitted)
        return net::readyFuture<Sent>(std::unexpected(admitted.error()));
    return net::relay<Sent>(post(path, body, as), [pacing = m_pacing, code](const Sent &answer) {
        if (answer && answer->status == 200)
            pacing->accepted(code);
        return answer;
    });
}

base::Error errorOf(int status, const QByteArray &body, int retryAfterSeconds)
{
    base::Error error = messages::decodeError(status, body, retryAfterSeconds);
    const bool onlyTheCode = error.code == base::ErrorCode::InvalidFields
                             && error.fields.size() == 1
                             && error.fields.constFirst().field == "code"_L1;
    if (onlyTheCode) {
        error.code = base::ErrorCode::InvalidCode;
        error.message =
            Sentences::tr("This server takes only the six digits of an authenticator app.");
    }
    return error;
}

QString commandLineSetupHint()
{
    return Sentences::tr(
        "This Pipelit is set up on the server's own command line: run \"python -m cli setup "
        "--username NAME\" there, then sign in here.");
}

} // namespace authdesk::systems::pipelit::client
