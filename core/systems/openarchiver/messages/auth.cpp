// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/auth.h"

#include "core/base/json.h"
#include "core/systems/openarchiver/messages/body.h"
#include "core/systems/openarchiver/messages/errors.h"
#include "core/systems/openarchiver/messages/mfa.h"

namespace authdesk::systems::openarchiver::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;

Result<SetupRequest> decodeSetup(const QJsonObject &body)
{
    JsonFields fields(body);
    SetupRequest request{.email = fields.text("email"_L1, {.atLeast = 1}),
                         .firstName = fields.text("first_name"_L1, {.atLeast = 1}),
                         .lastName = fields.text("last_name"_L1, {.atLeast = 1}),
                         .password = fields.secret("password"_L1)};
    if (fields.hasErrors() || request.password.isEmpty())
        return missing(setupFieldsMissing);
    return request;
}

Result<Credentials> decodeCredentials(const QJsonObject &body)
{
    JsonFields fields(body);
    Credentials credentials{.email = fields.text("email"_L1, {.atLeast = 1}),
                            .password = fields.secret("password"_L1)};
    if (fields.hasErrors() || credentials.password.isEmpty())
        return missing(loginFieldsMissing);
    return credentials;
}

Result<VerifyRequest> decodeVerify(const QJsonObject &body)
{
    JsonFields fields(body);
    VerifyRequest request{.mfaToken =
                              fields.optionalSecret("mfa_token"_L1).value_or(base::Secret()),
                          .code = fields.secret("code"_L1).toString()};
    if (fields.hasErrors() || request.code.isEmpty())
        return missing(codeMissing);
    return request;
}

QJsonObject encode(const SignedIn &answer)
{
    QJsonObject object{{u"accessToken"_s, answer.accessToken.toString()},
                       {u"user"_s, encodeSignedIn(answer.person)}};
    if (answer.mfaEnrollmentRequired)
        object.insert(u"mfa_enrollment_required"_s, true);
    if (!answer.backupCodes.isEmpty())
        object.insert(u"backupCodes"_s,
                      encodeBackupCodes(answer.backupCodes).value("backupCodes"_L1));
    return object;
}

QJsonObject encodeMfaRequired(bool enrollmentRequired)
{
    return {{u"requiresMfa"_s, true}, {u"enrollmentRequired"_s, enrollmentRequired}};
}

QJsonObject encodeSetupState(bool needsSetup)
{
    return {{u"needsSetup"_s, needsSetup}};
}

bool saysPending(QByteArrayView token)
{
    const QByteArrayList parts = token.toByteArray().split('.');
    if (parts.size() != 3)
        return false;
    const QByteArray payload = QByteArray::fromBase64(parts.at(1), QByteArray::Base64UrlEncoding);
    const auto claims = base::parseJsonObject(payload);
    return claims && claims->value("mfaPending"_L1).toBool();
}

} // namespace authdesk::systems::openarchiver::messages
