// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/routes/query.h"

#include "core/base/json.h"

#include <QtCore/QUrlQuery>

#include <algorithm>

namespace authdesk::systems::own::routes {

using namespace Qt::StringLiterals;
using server::http::Request;

QueryFields::QueryFields(const Request &request, std::initializer_list<QLatin1StringView> known)
{
    QByteArray query = request.query;
    query.replace('+', ' ');
    const QUrlQuery parameters(QString::fromUtf8(query));
    for (const auto &[name, value] : parameters.queryItems(QUrl::FullyDecoded)) {
        const bool isKnown = std::any_of(
            known.begin(), known.end(), [&name](QLatin1StringView other) { return name == other; });
        // The name is the caller's own text and goes into the answer: kept short.
        if (!isKnown)
            m_errors.append(
                {name.left(64), u"unknown_field"_s, u"This parameter is not known here."_s});
        else if (m_values.contains(name))
            m_errors.append({name, u"repeated"_s, u"This parameter was given twice."_s});
        else
            m_values.insert(name, value);
    }
}

std::optional<QString> QueryFields::text(QLatin1StringView name)
{
    const auto value = m_values.constFind(name);
    if (value == m_values.constEnd())
        return std::nullopt;
    if (value->size() > 255) {
        addError(name, "too_long"_L1, u"This parameter takes at most 255 characters."_s);
        return std::nullopt;
    }
    return *value;
}

std::optional<qint64> QueryFields::integer(QLatin1StringView name, qint64 atLeast, qint64 atMost)
{
    const auto value = m_values.constFind(name);
    if (value == m_values.constEnd())
        return std::nullopt;
    bool isNumber =
        !value->isEmpty() && value->size() < 19
        && std::all_of(
            value->begin(), value->end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const qint64 number = isNumber ? value->toLongLong(&isNumber) : 0;
    if (!isNumber) {
        addError(name, "not_a_number"_L1, u"This parameter must be a whole number."_s);
        return std::nullopt;
    }
    if (number < atLeast || number > atMost) {
        addError(name, "out_of_range"_L1,
                 u"This parameter must be between %1 and %2."_s.arg(atLeast).arg(atMost));
        return std::nullopt;
    }
    return number;
}

std::optional<bool> QueryFields::flag(QLatin1StringView name)
{
    const auto value = m_values.constFind(name);
    if (value == m_values.constEnd())
        return std::nullopt;
    if (*value == "true"_L1 || *value == "false"_L1)
        return *value == "true"_L1;
    addError(name, "not_allowed"_L1, u"This parameter must be true or false."_s);
    return std::nullopt;
}

std::optional<QDateTime> QueryFields::time(QLatin1StringView name)
{
    const auto value = m_values.constFind(name);
    if (value == m_values.constEnd())
        return std::nullopt;
    const std::optional<QDateTime> time = base::timeFromText(*value);
    if (!time)
        addError(name, "not_a_time"_L1, u"This parameter must look like 2026-01-31T12:00:00Z."_s);
    return time;
}

void QueryFields::addError(QLatin1StringView name, QLatin1StringView code, const QString &message)
{
    m_errors.append({name, code, message});
}

std::unexpected<base::Error> QueryFields::failure() const
{
    return std::unexpected(base::Error{.code = base::ErrorCode::InvalidFields,
                                       .message = u"Some parameters are unknown or wrong."_s,
                                       .fields = m_errors});
}

} // namespace authdesk::systems::own::routes
