// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/ndastro/messages/auth.h"

#include "core/systems/ndastro/messages/reading.h"

#include <limits>

namespace authdesk::systems::ndastro::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;

namespace {

constexpr auto bearer = "bearer"_L1;

QJsonObject encodeToken(const Token &token)
{
    return {{u"token"_s, token.token.toString()},
            {u"expires_in"_s, token.expiresIn},
            {u"token_type"_s, QString(bearer)}};
}

} // namespace

QJsonObject encode(const SignedIn &answer)
{
    QJsonObject object{{u"username"_s, answer.username},
                       {u"access_token"_s, encodeToken(answer.access)},
                       {u"refresh_token"_s, encodeToken(answer.refresh)}};
    if (answer.mfaEnrollmentRequired)
        object.insert(u"mfa_enrollment_required"_s, true);
    return object;
}

QJsonObject encodeOAuth(const SignedIn &answer)
{
    QJsonObject object{{u"access_token"_s, answer.access.token.toString()},
                       {u"expires_in"_s, answer.access.expiresIn},
                       {u"token_type"_s, QString(bearer)}};
    if (answer.mfaEnrollmentRequired)
        object.insert(u"mfa_enrollment_required"_s, true);
    return object;
}

QJsonObject encode(const Me &me)
{
    return {{u"id"_s, me.id},
            {u"username"_s, me.username},
            {u"email"_s, me.email ? QJsonValue(*me.email) : QJsonValue()},
            {u"name"_s, me.name},
            {u"is_superuser"_s, me.isSuperuser},
            {u"is_active"_s, me.isActive}};
}

QJsonObject encodeMessage(const QString &text)
{
    return {{u"message"_s, text}};
}

Result<Credentials> decodeCredentials(const QJsonObject &form)
{
    JsonFields fields(form);
    Credentials credentials{.username = fields.text("username"_L1, {}),
                            .password = fields.secret("password"_L1)};
    const auto grant = fields.optionalText("grant_type"_L1, {});
    if (grant && *grant != "password"_L1)
        fields.addError("grant_type"_L1, "pattern"_L1,
                        u"String should match pattern '^password$'"_s);
    if (fields.hasErrors())
        return fields.failure();
    return credentials;
}

Result<base::Secret> decodeRefreshRequest(const QByteArray &body)
{
    const auto object = readRequest(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    base::Secret token = fields.secret("token"_L1);
    (void)fields.integer("expires_in"_L1, std::numeric_limits<int>::min(),
                         std::numeric_limits<int>::max());
    (void)fields.text("token_type"_L1, {});
    if (fields.hasErrors())
        return fields.failure();
    return token;
}

Result<VerifyRequest> decodeVerifyRequest(const QByteArray &body)
{
    const auto object = readRequest(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    VerifyRequest request{.mfaToken = fields.secret("mfa_token"_L1),
                          .code = fields.secret("code"_L1)};
    if (fields.hasErrors())
        return fields.failure();
    return request;
}

} // namespace authdesk::systems::ndastro::messages
