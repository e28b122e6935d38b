// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/signin.h"

#include "core/base/json.h"
#include "core/systems/authdesk/messages/users.h"

namespace authdesk::systems::own::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;

namespace {

constexpr JsonFields::TextLimits typedText{.atMost = 255};
constexpr qsizetype mostMethods = 16;

} // namespace

QJsonObject encode(const SetupState &state)
{
    return {{u"needs_setup"_s, state.needsSetup}, {u"code_required"_s, state.codeRequired}};
}

QJsonObject encode(const SetupRequest &request)
{
    QJsonObject object{{u"username"_s, request.username},
                       {u"password"_s, request.password.toString()}};
    if (request.email)
        object.insert(u"email"_s, *request.email);
    if (!request.firstName.isEmpty())
        object.insert(u"first_name"_s, request.firstName);
    if (!request.lastName.isEmpty())
        object.insert(u"last_name"_s, request.lastName);
    if (!request.serverName.isEmpty())
        object.insert(u"server_name"_s, request.serverName);
    return object;
}

QJsonObject encode(const SignInRequest &request)
{
    return {{u"login"_s, request.login}, {u"password"_s, request.password.toString()}};
}

QJsonObject encode(const VerifyRequest &request)
{
    return {{u"mfa_token"_s, request.mfaToken.toString()}, {u"code"_s, request.code.toString()}};
}

QJsonObject encode(const RefreshRequest &request)
{
    return {{u"refresh_token"_s, request.refreshToken.toString()}};
}

QJsonObject encode(const ForcedPasswordRequest &request)
{
    return {{u"change_token"_s, request.changeToken.toString()},
            {u"new_password"_s, request.newPassword.toString()}};
}

QJsonObject encode(const SignInAnswer &answer)
{
    if (const auto *mfa = std::get_if<MfaRequired>(&answer))
        return {{u"mfa_required"_s, true},
                {u"mfa_token"_s, mfa->mfaToken.toString()},
                {u"methods"_s, QJsonArray::fromStringList(mfa->methods)}};
    if (const auto *change = std::get_if<PasswordChangeRequired>(&answer))
        return {{u"password_change_required"_s, true},
                {u"change_token"_s, change->changeToken.toString()}};
    const auto &in = std::get<SignedIn>(answer);
    QJsonObject object{{u"access_token"_s, in.accessToken.toString()},
                       {u"refresh_token"_s, in.refreshToken.toString()},
                       {u"expires_in"_s, in.expiresIn},
                       {u"user"_s, encode(in.user)}};
    if (in.mfaEnrollmentRequired)
        object.insert(u"mfa_enrollment_required"_s, true);
    return object;
}

Result<SetupState> decodeSetupState(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    const SetupState state{.needsSetup = fields.flag("needs_setup"_L1),
                           .codeRequired = fields.flag("code_required"_L1)};
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return state;
}

Result<SignInAnswer> decodeSignInAnswer(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    SignInAnswer answer;
    if (fields.optionalFlag("mfa_required"_L1).value_or(false)) {
        answer = MfaRequired{.mfaToken = fields.secret("mfa_token"_L1),
                             .methods = fields.texts("methods"_L1, mostMethods)};
    } else if (fields.optionalFlag("password_change_required"_L1).value_or(false)) {
        answer = PasswordChangeRequired{.changeToken = fields.secret("change_token"_L1)};
    } else {
        SignedIn in{.accessToken = fields.secret("access_token"_L1),
                    .refreshToken = fields.secret("refresh_token"_L1),
                    .expiresIn = fields.integer("expires_in"_L1, 0, 1LL << 40),
                    .user = {},
                    .mfaEnrollmentRequired =
                        fields.optionalFlag("mfa_enrollment_required"_L1).value_or(false)};
        const auto user = decodeUser(fields.object("user"_L1));
        if (!user)
            return std::unexpected(user.error());
        in.user = *user;
        answer = std::move(in);
    }
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return answer;
}

Result<SetupRequest> decodeSetupRequest(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    SetupRequest request{
        .username = fields.text("username"_L1, typedText),
        .email = fields.optionalText("email"_L1, typedText),
        .firstName = fields.optionalText("first_name"_L1, typedText).value_or(QString()),
        .lastName = fields.optionalText("last_name"_L1, typedText).value_or(QString()),
        .password = fields.secret("password"_L1),
        .serverName = fields.optionalText("server_name"_L1, typedText).value_or(QString())};
    if (request.email && request.email->isEmpty())
        request.email.reset();
    if (fields.hasErrors())
        return fields.failure();
    return request;
}

Result<SignInRequest> decodeSignInRequest(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    SignInRequest request{.login = fields.text("login"_L1, typedText),
                          .password = fields.secret("password"_L1)};
    if (fields.hasErrors())
        return fields.failure();
    return request;
}

Result<VerifyRequest> decodeVerifyRequest(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    VerifyRequest request{.mfaToken = fields.secret("mfa_token"_L1),
                          .code = fields.secret("code"_L1)};
    if (fields.hasErrors())
        return fields.failure();
    return request;
}

Result<RefreshRequest> decodeRefreshRequest(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    RefreshRequest request{.refreshToken = fields.secret("refresh_token"_L1)};
    if (fields.hasErrors())
        return fields.failure();
    return request;
}

Result<ForcedPasswordRequest> decodeForcedPasswordRequest(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    ForcedPasswordRequest request{.changeToken = fields.secret("change_token"_L1),
                                  .newPassword = fields.secret("new_password"_L1)};
    if (fields.hasErrors())
        return fields.failure();
    return request;
}

} // namespace authdesk::systems::own::messages
