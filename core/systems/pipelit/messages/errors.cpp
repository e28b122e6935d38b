// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/messages/errors.h"

#include "core/base/json.h"

#include <array>

namespace authdesk::systems::pipelit::messages {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::FieldError;

namespace {

struct Wording
{
    QLatin1StringView detail;
    ErrorCode code;
};
constexpr std::array wordings{
    Wording{invalidCredentials, ErrorCode::InvalidCredentials},
    Wording{invalidCode, ErrorCode::InvalidCode},
    Wording{notAuthenticated, ErrorCode::Unauthenticated},
    Wording{usernameTaken, ErrorCode::UsernameTaken},
    Wording{lastAdminDemoted, ErrorCode::LastAdmin},
    Wording{lastAdminDeleted, ErrorCode::LastAdmin},
    Wording{pastExpiry, ErrorCode::InvalidFields},
    // Of older frameworks, for a header that is no Bearer.
    Wording{"Invalid authentication credentials"_L1, ErrorCode::Unauthenticated},
    Wording{setupCompleted, ErrorCode::SetupAlreadyDone},
    Wording{mfaAlreadyEnabled, ErrorCode::MfaAlreadyEnabled},
    Wording{mfaNotEnabled, ErrorCode::MfaNotEnabled},
    Wording{mfaNotStarted, ErrorCode::MfaNotStarted},
    Wording{resetOnlyLocal, ErrorCode::NotLoopback},
    Wording{passwordMustChange, ErrorCode::PasswordChangeRequired},
};

struct PydanticWording
{
    QLatin1StringView ours;
    QLatin1StringView type;
    QLatin1StringView message; ///< empty: "Value error, " and our own sentence
};
constexpr std::array pydanticWordings{
    PydanticWording{"required"_L1, "missing"_L1, "Field required"_L1},
    PydanticWording{"wrong_type"_L1, "string_type"_L1, "Input should be a valid string"_L1},
    PydanticWording{"too_short"_L1, "string_too_short"_L1, {}},
    PydanticWording{"too_long"_L1, "string_too_long"_L1, {}},
    PydanticWording{"json_invalid"_L1, "json_invalid"_L1, "JSON decode error"_L1},
    PydanticWording{"not_a_role"_L1, "literal_error"_L1, "Input should be 'admin' or 'normal'"_L1},
    PydanticWording{"not_a_time"_L1, "datetime_parsing"_L1, "Input should be a valid datetime"_L1},
    PydanticWording{"not_an_integer"_L1, "int_parsing"_L1,
                    "Input should be a valid integer, unable to parse string as an integer"_L1},
    PydanticWording{"too_small"_L1, "greater_than_equal"_L1, {}},
    PydanticWording{"too_large"_L1, "less_than_equal"_L1, {}},
    PydanticWording{"pattern"_L1, "string_pattern_mismatch"_L1,
                    "String should match pattern '^\\d{6}$'"_L1},
};

QJsonArray locationOf(const QString &field)
{
    if (field.isEmpty())
        return {u"body"_s};
    const qsizetype colon = field.indexOf(u':');
    if (colon < 0)
        return {u"body"_s, field};
    return {field.first(colon), field.sliced(colon + 1)};
}

QJsonObject encodeField(const FieldError &field)
{
    QString type = u"value_error"_s;
    QString message = u"Value error, "_s + field.message;
    for (const PydanticWording &wording : pydanticWordings) {
        if (field.code != wording.ours)
            continue;
        type = wording.type;
        message = wording.message.isEmpty() ? field.message : QString(wording.message);
    }
    QJsonObject entry{{u"type"_s, type},
                      {u"loc"_s, locationOf(field.field)},
                      {u"msg"_s, message},
                      {u"input"_s, QJsonValue::Null}};
    if (field.code == "not_a_role"_L1)
        entry.insert(u"ctx"_s, QJsonObject{{u"expected"_s, u"'admin' or 'normal'"_s}});
    return entry;
}

/// The other way round, also from pydantic 1's names ("value_error.missing").
QString codeOfType(const QString &type)
{
    for (const PydanticWording &wording : pydanticWordings) {
        if (type == wording.type)
            return wording.ours;
    }
    if (type.endsWith(".missing"_L1))
        return u"required"_s;
    if (type.endsWith(".min_length"_L1))
        return u"too_short"_s;
    if (type.endsWith(".max_length"_L1))
        return u"too_long"_s;
    if (type.endsWith(".const"_L1))
        return u"not_a_role"_s;
    if (type.endsWith(".regex"_L1))
        return u"pattern"_s;
    return u"invalid"_s;
}

QList<FieldError> decodeFields(const QJsonArray &entries)
{
    constexpr qsizetype most = 50;
    QList<FieldError> fields;
    for (const QJsonValue entry : entries) {
        const QJsonArray where = entry["loc"_L1].toArray();
        base::JsonFields texts(entry.toObject());
        const QString type = texts.text("type"_L1, {});
        const QString message = texts.text("msg"_L1, {.atMost = 1000});
        if (texts.hasErrors() || !where.last().isString() || fields.size() >= most)
            continue;
        fields.append({where.last().toString().left(64), codeOfType(type), message});
    }
    return fields;
}

} // namespace

QJsonObject encodeDetail(const QString &detail)
{
    return {{u"detail"_s, detail}};
}

QJsonObject encodeFieldErrors(const QList<FieldError> &fields)
{
    QJsonArray entries;
    for (const FieldError &field : fields)
        entries.append(encodeField(field));
    return {{u"detail"_s, entries}};
}

QJsonObject encodePasswordChange(const base::Secret &changeToken)
{
    return {{u"detail"_s, QString(passwordMustChange)},
            {u"password_change_required"_s, true},
            {u"change_token"_s, changeToken.toString()}};
}

Error decodeError(int status, const QByteArray &body, int retryAfterSeconds)
{
    Error error = base::errorOfStatus(status, retryAfterSeconds);
    if (status == 409) // said of the first run only
        error.code = ErrorCode::SetupAlreadyDone;
    const auto parsed = base::parseJsonObject(body);
    if (!parsed)
        return error;
    const QJsonValue detail = parsed->value("detail"_L1);
    if (detail.isArray()) {
        error.fields = decodeFields(detail.toArray());
        return error;
    }
    base::JsonFields fields(*parsed);
    const QString text = fields.text("detail"_L1, {.atMost = 1000});
    if (fields.hasErrors())
        return error;
    error.message = text;
    for (const Wording &wording : wordings) {
        if (text == wording.detail)
            error.code = wording.code;
    }
    return error;
}

std::optional<base::Secret> decodePasswordChange(const QByteArray &body)
{
    const auto parsed = base::parseJsonObject(body);
    if (!parsed)
        return std::nullopt;
    base::JsonFields fields(*parsed);
    if (!fields.optionalFlag("password_change_required"_L1).value_or(false))
        return std::nullopt;
    return fields.optionalSecret("change_token"_L1);
}

} // namespace authdesk::systems::pipelit::messages
