// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/auth.h"
#include "core/systems/openarchiver/routes/rows.h"

namespace authdesk::systems::openarchiver::routes {

using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::http::Route;
using server::service::Actor;
using server::service::Services;

namespace {

/// Whoever has a token already that is good for setting up a factor: after a code that an admin
/// gave, or from another API. The rows are open, because most come with the cookie alone.
base::Result<Actor> actorByToken(Services &services, const Request &request)
{
    if (request.bearer.isEmpty())
        return base::fail(base::ErrorCode::Unauthenticated, QStringLiteral("Sign in first."));
    auto entry = services.tokens().recall(request.bearer.view());
    if (!entry) {
        const auto found = services.tokens().lookUp(request.bearer.view());
        if (!found)
            return std::unexpected(found.error());
        entry = *found;
    }
    if (entry->actor.keyId != 0)
        return base::fail(base::ErrorCode::Forbidden,
                          QStringLiteral("This key may not change its owner's account."));
    return entry->actor;
}

Answer begin(Services &services, const Request &request)
{
    const base::Secret challenge = pendingChallenge(request);
    if (!challenge.isEmpty())
        return enrollmentAnswer(services.enrollment().begin(challenge, callerOf(request)));
    const auto actor = actorByToken(services, request);
    if (!actor)
        return std::unexpected(actor.error());
    return enrollmentAnswer(services.mfa().beginTotp(*actor, callerOf(request)));
}

Answer confirmByCookie(Services &services, const Request &request, const base::Secret &challenge)
{
    const auto code = codeOf(request);
    if (!code)
        return std::unexpected(code.error());
    const auto done = services.enrollment().confirm(challenge, *code, callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return withoutPendingCookie(signInAnswer(services, done->outcome, request, done->recoveryCodes),
                                request);
}

/// The end of a sign-in that was good for nothing else: its token becomes a whole one.
Answer confirmByToken(Services &services, const Request &request)
{
    const auto actor = actorByToken(services, request);
    if (!actor)
        return std::unexpected(actor.error());
    const auto code = codeOf(request);
    if (!code)
        return std::unexpected(code.error());
    const auto done = services.mfa().confirmTotp(*actor, *code, callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    const auto person = services.peopleWithRoles().me(*actor);
    if (!person)
        return std::unexpected(person.error());
    return Response::json(200,
                          messages::encode(messages::SignedIn{.accessToken = request.bearer,
                                                              .person = shown(*person),
                                                              .backupCodes = done->recoveryCodes}))
        .carriesSecret();
}

Answer confirm(Services &services, const Request &request)
{
    const base::Secret challenge = pendingChallenge(request);
    return challenge.isEmpty() ? confirmByToken(services, request)
                               : confirmByCookie(services, request, challenge);
}

} // namespace

void addForcedRows(Rows &rows, Services &services)
{
    rows << Route{Method::Post, "/auth/mfa/enroll-forced", Right::anyone(),
                  Handler::onSignInPool(bound(services, &begin))}
         << Route{Method::Post, "/auth/mfa/enroll-forced/confirm", Right::anyone(),
                  Handler::onSignInPool(bound(services, &confirm))};
}

} // namespace authdesk::systems::openarchiver::routes
