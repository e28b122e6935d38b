// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/bloqd/messages/auth.h"

#include "core/base/json.h"

namespace authdesk::systems::bloqd::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;
using base::Secret;

namespace {

constexpr QLatin1StringView pngUrlStart{"data:image/png;base64,"};

QJsonValue emailOf(const Person &person)
{
    return person.email ? QJsonValue(*person.email) : QJsonValue(QJsonValue::Null);
}

/// A body with one secret in it.
Result<Secret> decodeSecret(const QByteArray &body, QLatin1StringView key)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    Secret secret = fields.secret(key);
    if (fields.hasErrors())
        return fields.failure();
    return secret;
}

} // namespace

QJsonObject encode(const SignedIn &answer, SignInStep step)
{
    QJsonObject user{{u"id"_s, answer.user.id},
                     {u"username"_s, answer.user.username},
                     {u"role"_s, QString(roleName(answer.user.role))}};
    if (step == SignInStep::Password)
        user.insert(u"email"_s, emailOf(answer.user));
    QJsonObject object{{u"access_token"_s, answer.accessToken.toString()},
                       {u"refresh_token"_s, answer.refreshToken.toString()},
                       {u"expires_in"_s, answer.expiresIn},
                       {u"user"_s, user}};
    if (answer.mfaEnrollmentRequired)
        object.insert(u"mfa_enrollment_required"_s, true);
    return object;
}

QJsonObject encodeMfaRequired(const Secret &mfaToken, const QStringList &methods)
{
    return {{u"mfa_required"_s, true},
            {u"mfa_token"_s, mfaToken.toString()},
            {u"methods"_s, QJsonArray::fromStringList(methods)}};
}

QJsonObject encodeRefreshed(const Secret &accessToken, qint64 expiresIn)
{
    return {{u"access_token"_s, accessToken.toString()}, {u"expires_in"_s, expiresIn}};
}

QJsonObject encodeMe(const Person &person)
{
    return {{u"id"_s, person.id},
            {u"username"_s, person.username},
            {u"email"_s, emailOf(person)},
            {u"role"_s, QString(roleName(person.role))},
            {u"mfa_enabled"_s, person.mfaEnabled},
            {u"created_at"_s, base::timeToJson(person.createdAt)},
            {u"last_login"_s, base::timeToJson(person.lastLogin)}};
}

QJsonObject encode(const MfaStarted &started)
{
    QJsonArray codes;
    for (const Secret &code : started.backupCodes)
        codes.append(code.toString());
    QByteArray picture = started.qrPng.view().toByteArray().toBase64();
    const QString url = pngUrlStart + QString::fromLatin1(picture);
    base::wipe(picture);
    return {
        {u"secret"_s, started.secret.toString()}, {u"qr_code"_s, url}, {u"backup_codes"_s, codes}};
}

QJsonObject encodeMfaChanged(bool enabled)
{
    return {
        {u"message"_s, enabled ? u"MFA enabled successfully"_s : u"MFA disabled successfully"_s},
        {u"mfa_enabled"_s, enabled}};
}

QJsonObject encodeMessage(const QString &text)
{
    return {{u"message"_s, text}};
}

Result<Credentials> decodeCredentials(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    Credentials credentials{.username = fields.text("username"_L1, {}),
                            .password = fields.secret("password"_L1)};
    if (fields.hasErrors())
        return fields.failure();
    return credentials;
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

Result<Secret> decodeRefreshRequest(const QByteArray &body)
{
    return decodeSecret(body, "refresh_token"_L1);
}

Result<Secret> decodeCodeRequest(const QByteArray &body)
{
    return decodeSecret(body, "code"_L1);
}

Result<Secret> decodePasswordRequest(const QByteArray &body)
{
    return decodeSecret(body, "password"_L1);
}

Result<PasswordChange> decodePasswordChange(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    PasswordChange change{.current = fields.secret("current_password"_L1),
                          .wanted = fields.secret("new_password"_L1)};
    if (fields.hasErrors())
        return fields.failure();
    return change;
}

} // namespace authdesk::systems::bloqd::messages
