// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/totppicture.h"
#include "core/systems/authdesk/messages/account.h"
#include "core/systems/authdesk/routes/rows.h"

namespace authdesk::systems::own::routes {

using namespace Qt::StringLiterals;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;

namespace {

Answer mfaState(Services &services, const Request &request)
{
    const auto state = services.mfa().mfaState(bridge::actorOf(request));
    if (!state)
        return std::unexpected(state.error());
    return Response::json(200, messages::encode(messages::MfaState{.enabled = state->enabled,
                                                                   .methods = state->methods,
                                                                   .backupCodesRemaining =
                                                                       state->recoveryCodesLeft}));
}

Answer enableTotp(Services &services, const Request &request)
{
    const auto started = services.mfa().beginTotp(bridge::actorOf(request), callerOf(request));
    if (!started)
        return std::unexpected(started.error());
    const auto picture = server::service::totpPicture(started->provisioningUri);
    if (!picture)
        return std::unexpected(picture.error());
    return Response::json(200, messages::encode(messages::TotpEnrollment{
                                   .secret = started->key,
                                   .provisioningUri = started->provisioningUri,
                                   .qrPng = *picture}))
        .carriesSecret();
}

Answer confirmTotp(Services &services, const Request &request)
{
    const auto wanted = messages::decodeCodeRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto done = services.mfa().confirmTotp(bridge::actorOf(request), wanted->code.toString(),
                                                 callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    return Response::json(
               200, messages::encode(messages::MfaChanged{.enabled = done->mfaEnabled,
                                                          .backupCodes = done->recoveryCodes}))
        .carriesSecret();
}

Answer disableTotp(Services &services, const Request &request)
{
    const auto wanted = messages::decodeCodeRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto actor = bridge::actorOf(request);
    const auto done = services.mfa().disableTotp(actor, wanted->code.toString(), callerOf(request));
    if (!done)
        return std::unexpected(done.error());
    const auto state = services.mfa().mfaState(actor);
    if (!state)
        return std::unexpected(state.error());
    return Response::json(
        200, messages::encode(messages::MfaChanged{.enabled = state->enabled, .backupCodes = {}}));
}

Answer regenerateBackupCodes(Services &services, const Request &request)
{
    const auto wanted = messages::decodeCodeRequest(request.body);
    if (!wanted)
        return std::unexpected(wanted.error());
    const auto codes = services.mfa().regenerateRecoveryCodes(
        bridge::actorOf(request), wanted->code.toString(), callerOf(request));
    if (!codes)
        return std::unexpected(codes.error());
    return Response::json(200, messages::encodeBackupCodes(*codes)).carriesSecret();
}

} // namespace

void appendMfaRows(QList<server::http::Route> &rows, Services &services)
{
    rows += {
        {Method::Get, "/admin/v1/me/mfa", Right::signedInOrEnrolling(),
         Handler::onPool(bound(services, &mfaState))},
        {Method::Post, "/admin/v1/me/mfa/totp/enable", Right::signedInOrEnrolling(),
         Handler::onPool(bound(services, &enableTotp))},
        // These three wait for hashes of recovery codes.
        {Method::Post, "/admin/v1/me/mfa/totp/confirm", Right::signedInOrEnrolling(),
         Handler::onSignInPool(bound(services, &confirmTotp))},
        {Method::Post, "/admin/v1/me/mfa/totp/disable", Right::signedInOrEnrolling(),
         Handler::onSignInPool(bound(services, &disableTotp))},
        {Method::Post, "/admin/v1/me/mfa/backup-codes/regenerate", Right::signedInOrEnrolling(),
         Handler::onSignInPool(bound(services, &regenerateBackupCodes))},
    };
}

} // namespace authdesk::systems::own::routes
