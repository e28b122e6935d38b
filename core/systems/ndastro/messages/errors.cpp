// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/ndastro/messages/errors.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <array>

namespace authdesk::systems::ndastro::messages {

using namespace Qt::StringLiterals;
using base::FieldError;

namespace {

struct FrameworkWording
{
    QLatin1StringView ours;
    QLatin1StringView type;
    QLatin1StringView message; ///< empty: our own sentence
};
constexpr std::array frameworkWordings{
    FrameworkWording{"required"_L1, "missing"_L1, "Field required"_L1},
    FrameworkWording{"wrong_type"_L1, "string_type"_L1, "Input should be a valid string"_L1},
    FrameworkWording{"out_of_range"_L1, "int_parsing"_L1, "Input should be a valid integer"_L1},
    FrameworkWording{"too_short"_L1, "string_too_short"_L1, {}},
    FrameworkWording{"too_long"_L1, "string_too_long"_L1, {}},
    FrameworkWording{"json_invalid"_L1, "json_invalid"_L1, "JSON decode error"_L1},
    FrameworkWording{"pattern"_L1, "string_pattern_mismatch"_L1, {}},
    FrameworkWording{"not_an_integer"_L1, "int_parsing"_L1, "Input should be a valid integer"_L1},
    FrameworkWording{"too_small"_L1, "greater_than_equal"_L1, {}},
    FrameworkWording{"too_large"_L1, "less_than_equal"_L1, {}},
    FrameworkWording{"unknown_field"_L1, "extra_forbidden"_L1, "Extra inputs are not permitted"_L1},
};

/// "query:page" is no field of the body.
QJsonArray locationOf(const QString &field)
{
    if (field.isEmpty())
        return {u"body"_s};
    const qsizetype colon = field.indexOf(u':');
    if (field.first(std::max<qsizetype>(colon, 0)) == "query"_L1)
        return {field.first(colon), field.sliced(colon + 1)};
    return {u"body"_s, field};
}

QJsonObject encodeField(const FieldError &field)
{
    QString type = u"value_error"_s;
    QString message = u"Value error, "_s + field.message;
    for (const FrameworkWording &wording : frameworkWordings) {
        if (field.code != wording.ours)
            continue;
        type = wording.type;
        message = wording.message.isEmpty() ? field.message : QString(wording.message);
    }
    return {{u"type"_s, type},
            {u"loc"_s, locationOf(field.field)},
            {u"msg"_s, message},
            {u"input"_s, QJsonValue::Null}};
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

QJsonObject encodeMfaRequired(const base::Secret &mfaToken, const QStringList &methods)
{
    return {{u"detail"_s, QString(mfaRequired)},
            {u"mfa_required"_s, true},
            {u"mfa_token"_s, mfaToken.toString()},
            {u"methods"_s, QJsonArray::fromStringList(methods)}};
}

QJsonObject encodePasswordChange(const base::Secret &changeToken)
{
    return {{u"detail"_s, QString(passwordMustChange)},
            {u"password_change_required"_s, true},
            {u"change_token"_s, changeToken.toString()}};
}

} // namespace authdesk::systems::ndastro::messages
