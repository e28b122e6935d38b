// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/account.h"

#include "core/systems/authdesk/messages/pages.h"

namespace authdesk::systems::own::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;
using base::Secret;

namespace {

constexpr QLatin1StringView pngUrlStart{"data:image/png;base64,"};
constexpr qsizetype longestPicture = 256 * 1024;

QJsonArray encodeCodes(const QList<Secret> &codes)
{
    QJsonArray texts;
    for (const Secret &code : codes)
        texts.append(code.toString());
    return texts;
}

QList<Secret> decodeCodes(JsonFields &fields)
{
    QList<Secret> codes;
    for (const QString &text : fields.texts("backup_codes"_L1, 100))
        codes.append(Secret::fromString(text));
    return codes;
}

QJsonObject encodeMethod(const model::MfaMethod &method)
{
    return {{u"id"_s, method.id},
            {u"type"_s, QString(model::mfaKindName(method.kind))},
            {u"name"_s, method.name},
            {u"created_at"_s, base::timeToJson(method.createdAt)},
            {u"last_used_at"_s, base::timeToJson(method.lastUsedAt)}};
}

/// nullopt for a kind that this program does not know.
std::optional<model::MfaMethod> decodeMethod(JsonFields &fields)
{
    const auto kind = model::mfaKindFromName(fields.text("type"_L1, {}));
    model::MfaMethod method{.id = fields.text("id"_L1, {.atLeast = 1}),
                            .kind = kind.value_or(model::MfaKind::Totp),
                            .name = fields.optionalText("name"_L1, {}).value_or(QString()),
                            .createdAt = fields.time("created_at"_L1),
                            .lastUsedAt = fields.optionalTime("last_used_at"_L1)};
    if (!kind)
        return std::nullopt;
    return method;
}

/// A picture of at most 256 KiB as a data URL; empty for anything else. Longer than the fields
/// that JsonFields::secret() takes.
Secret decodePicture(const QJsonValue &value)
{
    const QString url = value.toString();
    if (!url.startsWith(pngUrlStart) || url.size() > longestPicture)
        return {};
    auto decoded = QByteArray::fromBase64Encoding(url.sliced(pngUrlStart.size()).toLatin1(),
                                                  QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? Secret(std::move(*decoded)) : Secret();
}

} // namespace

QJsonObject encode(const PasswordChange &change)
{
    return {{u"current_password"_s, change.currentPassword.toString()},
            {u"new_password"_s, change.newPassword.toString()},
            {u"end_other_sessions"_s, change.endOtherSessions}};
}

QJsonObject encode(const MfaState &state)
{
    QJsonArray methods;
    for (const model::MfaMethod &method : state.methods)
        methods.append(encodeMethod(method));
    return {{u"mfa_enabled"_s, state.enabled},
            {u"methods"_s, methods},
            {u"backup_codes_remaining"_s, state.backupCodesRemaining}};
}

QJsonObject encode(const TotpEnrollment &enrollment)
{
    const QByteArray picture = enrollment.qrPng.view().toByteArray().toBase64();
    return {{u"secret"_s, enrollment.secret.toString()},
            {u"provisioning_uri"_s, enrollment.provisioningUri.toString()},
            {u"qr_code"_s, QString(pngUrlStart + QLatin1StringView(picture))}};
}

QJsonObject encode(const CodeRequest &request)
{
    return {{u"code"_s, request.code.toString()}};
}

QJsonObject encode(const MfaChanged &changed)
{
    QJsonObject object{{u"mfa_enabled"_s, changed.enabled}};
    if (!changed.backupCodes.isEmpty())
        object.insert(u"backup_codes"_s, encodeCodes(changed.backupCodes));
    return object;
}

QJsonObject encodeBackupCodes(const QList<Secret> &codes)
{
    return {{u"backup_codes"_s, encodeCodes(codes)}};
}

Result<MfaState> decodeMfaState(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    MfaState state{.enabled = fields.flag("mfa_enabled"_L1),
                   .methods = {},
                   .backupCodesRemaining =
                       int(fields.integer("backup_codes_remaining"_L1, 0, 1000))};
    for (const QJsonValue item : fields.array("methods"_L1, 100)) {
        JsonFields inner(item.toObject());
        const auto method = decodeMethod(inner);
        if (inner.hasErrors())
            return base::unexpectedAnswer(inner.failure().error());
        if (method)
            state.methods.append(*method);
    }
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return state;
}

Result<TotpEnrollment> decodeTotpEnrollment(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    TotpEnrollment enrollment{.secret = fields.secret("secret"_L1),
                              .provisioningUri = fields.secret("provisioning_uri"_L1),
                              .qrPng = decodePicture(object->value("qr_code"_L1))};
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return enrollment;
}

Result<MfaChanged> decodeMfaChanged(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    MfaChanged changed{.enabled = fields.flag("mfa_enabled"_L1), .backupCodes = {}};
    if (fields.has("backup_codes"_L1))
        changed.backupCodes = decodeCodes(fields);
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return changed;
}

Result<QList<Secret>> decodeBackupCodes(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    QList<Secret> codes = decodeCodes(fields);
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return codes;
}

Result<PasswordChange> decodePasswordChange(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    PasswordChange change{.currentPassword = fields.secret("current_password"_L1),
                          .newPassword = fields.secret("new_password"_L1),
                          .endOtherSessions =
                              fields.optionalFlag("end_other_sessions"_L1).value_or(false)};
    if (fields.hasErrors())
        return fields.failure();
    return change;
}

Result<CodeRequest> decodeCodeRequest(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    CodeRequest request{.code = fields.secret("code"_L1)};
    if (fields.hasErrors())
        return fields.failure();
    return request;
}

} // namespace authdesk::systems::own::messages
