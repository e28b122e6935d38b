// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/mfa.h"

#include "core/base/json.h"
#include "core/systems/openarchiver/messages/body.h"
#include "core/systems/openarchiver/messages/people.h"

namespace authdesk::systems::openarchiver::messages {

using namespace Qt::StringLiterals;

QJsonObject encodeMfaStatus(const std::optional<QDateTime> &enrolledAt,
                            const std::optional<QDateTime> &graceDeadline)
{
    return {{u"totpEnabled"_s, enrolledAt.has_value()},
            {u"enrolledAt"_s, timeToJson(enrolledAt)},
            {u"graceDeadline"_s, timeToJson(graceDeadline)}};
}

QJsonObject encodeEnrollment(const base::Secret &uri, const base::Secret &qrPng)
{
    return {{u"otpAuthUrl"_s, uri.toString()},
            {u"qrCodeDataUrl"_s,
             QString(u"data:image/png;base64,"_s
                     + QString::fromLatin1(qrPng.view().toByteArray().toBase64()))}};
}

QJsonObject encodeBackupCodes(const QList<base::Secret> &codes)
{
    QJsonArray list;
    for (const base::Secret &code : codes)
        list.append(code.toString());
    return {{u"backupCodes"_s, list}};
}

QJsonObject encodeTotpEnabled(bool isEnabled)
{
    return {{u"totpEnabled"_s, isEnabled}};
}

QJsonObject encodeCleared(const base::Secret &oneTimeCode, const QDateTime &expiresAt)
{
    return {{u"message"_s, u"The second factor is cleared. The code gets the person in once, "
                           "beside the password, to set up a new one."_s},
            {u"one_time_code"_s, oneTimeCode.toString()},
            {u"expires_at"_s, timeToJson(expiresAt)}};
}

QJsonObject encode(const MfaPolicy &policy)
{
    // Everybody may have one.
    return {{u"totpEnabled"_s, true},
            {u"totpEnforced"_s, policy.totpEnforced},
            {u"gracePeriodDays"_s, policy.gracePeriodDays},
            {u"enforcedAt"_s, timeToJson(policy.enforcedAt)}};
}

base::Result<QString> decodeCode(const QJsonObject &body)
{
    base::JsonFields fields(body);
    const base::Secret code = fields.secret("code"_L1);
    if (fields.hasErrors() || code.isEmpty())
        return missing(codeMissing);
    return code.toString();
}

base::Result<MfaPolicyChange> decodeMfaPolicyChange(const QJsonObject &body)
{
    base::JsonFields fields(body);
    MfaPolicyChange change{.totpEnabled = fields.optionalFlag("totpEnabled"_L1),
                           .totpEnforced = fields.optionalFlag("totpEnforced"_L1)};
    const auto days = fields.optionalInteger("gracePeriodDays"_L1, 0, longestGraceDays);
    if (fields.hasErrors())
        return fields.failure();
    if (days)
        change.gracePeriodDays = int(*days);
    return change;
}

} // namespace authdesk::systems::openarchiver::messages
