// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/messages/auth.h"

#include "core/systems/pipelit/messages/reading.h"

#include <algorithm>

namespace authdesk::systems::pipelit::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;
using base::Secret;

namespace {

bool isDigits(QByteArrayView code, qsizetype count)
{
    return code.size() == count
           && std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// xxxxx-xxxxx, in either case, or the eight digits that an administrator's reset hands out; what
/// a person types with spaces is a matter of the sign-in, not of the form.
bool isRecoveryCodeShaped(QByteArrayView code)
{
    if (isDigits(code, 8))
        return true;
    if (code.size() != 11 || code[5] != '-')
        return false;
    return std::all_of(code.begin(), code.end(), [](char c) {
        return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
               || (c >= 'A' && c <= 'Z');
    });
}

void refuseForm(JsonFields &fields)
{
    fields.addError("code"_L1, "pattern"_L1, u"The code must be six digits."_s);
}

} // namespace

QJsonObject encode(const CredentialsRequest &request)
{
    return {{u"username"_s, request.username}, {u"password"_s, request.password.toString()}};
}

QJsonObject encode(const LoginVerifyRequest &request)
{
    return {{u"username"_s, request.username}, {u"code"_s, request.code.toString()}};
}

QJsonObject encode(const CodeRequest &request)
{
    return {{u"code"_s, request.code.toString()}};
}

QJsonObject encode(const KeyAnswer &answer)
{
    QJsonObject object{{u"key"_s, answer.key.toString()}, {u"requires_mfa"_s, answer.requiresMfa}};
    if (answer.mfaEnrollmentRequired)
        object.insert(u"mfa_enrollment_required"_s, true);
    return object;
}

QJsonObject encode(const Me &me)
{
    return {{u"username"_s, me.username}, {u"mfa_enabled"_s, me.mfaEnabled}};
}

QJsonObject encode(const SetupState &state)
{
    return {{u"needs_setup"_s, state.needsSetup}};
}

QJsonObject encode(const MfaStatus &status)
{
    return {{u"mfa_enabled"_s, status.mfaEnabled}};
}

QJsonObject encode(const Health &health)
{
    return {{u"status"_s, health.redis && health.database ? u"ok"_s : u"degraded"_s},
            {u"version"_s, health.version},
            {u"redis"_s, health.redis},
            {u"database"_s, health.database}};
}

QJsonObject encode(const TotpSetup &setup)
{
    return {{u"secret"_s, setup.secret.toString()},
            {u"provisioning_uri"_s, setup.provisioningUri.toString()}};
}

Result<KeyAnswer> decodeKeyAnswer(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    KeyAnswer answer{.key = fields.secret("key"_L1),
                     .requiresMfa = fields.flag("requires_mfa"_L1),
                     .mfaEnrollmentRequired =
                         fields.optionalFlag("mfa_enrollment_required"_L1).value_or(false)};
    if (!answer.requiresMfa && answer.key.isEmpty())
        fields.addError("key"_L1, "too_short"_L1, {});
    return answered(fields, std::move(answer));
}

Result<Me> decodeMe(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    Me me{.username = fields.text("username"_L1, {.atLeast = 1}),
          .mfaEnabled = fields.flag("mfa_enabled"_L1)};
    return answered(fields, std::move(me));
}

Result<SetupState> decodeSetupState(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    const SetupState state{.needsSetup = fields.flag("needs_setup"_L1)};
    return answered(fields, state);
}

Result<MfaStatus> decodeMfaStatus(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    const MfaStatus status{.mfaEnabled = fields.flag("mfa_enabled"_L1)};
    return answered(fields, status);
}

Result<TotpSetup> decodeTotpSetup(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    TotpSetup setup{.secret = fields.secret("secret"_L1),
                    .provisioningUri = fields.secret("provisioning_uri"_L1)};
    return answered(fields, std::move(setup));
}

Result<CredentialsRequest> decodeCredentialsRequest(const QByteArray &body)
{
    const auto object = readRequest(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    CredentialsRequest request{.username = fields.text("username"_L1, {}),
                               .password = fields.secret("password"_L1)};
    if (fields.hasErrors())
        return fields.failure();
    return request;
}

Result<LoginVerifyRequest> decodeLoginVerifyRequest(const QByteArray &body)
{
    const auto object = readRequest(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    LoginVerifyRequest request{.username = fields.text("username"_L1, {}),
                               .code = fields.secret("code"_L1)};
    if (object->value("code"_L1).isString() && !isDigits(request.code.view(), 6)
        && !isRecoveryCodeShaped(request.code.view()))
        refuseForm(fields);
    if (fields.hasErrors())
        return fields.failure();
    return request;
}

Result<CodeRequest> decodeCodeRequest(const QByteArray &body)
{
    const auto object = readRequest(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    CodeRequest request{.code = fields.secret("code"_L1)};
    if (object->value("code"_L1).isString() && !isDigits(request.code.view(), 6))
        refuseForm(fields);
    if (fields.hasErrors())
        return fields.failure();
    return request;
}

} // namespace authdesk::systems::pipelit::messages
