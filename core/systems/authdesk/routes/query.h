// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads the query of a request strictly: what is unknown, given twice or wrong is remembered by
// its name, so that one answer names them all. Plain values, any thread.
#pragma once

#include "core/base/result.h"
#include "core/server/http/request.h"

#include <QtCore/QDateTime>
#include <QtCore/QHash>

#include <initializer_list>
#include <optional>

namespace authdesk::systems::own::routes {

class QueryFields final
{
public:
    /// `known`: every parameter that the endpoint takes.
    QueryFields(const server::http::Request &request,
                std::initializer_list<QLatin1StringView> known);

    /// Absent is nullopt; at most 255 characters, otherwise "too_long".
    [[nodiscard]] std::optional<QString> text(QLatin1StringView name);
    /// "not_a_number", "out_of_range".
    [[nodiscard]] std::optional<qint64> integer(QLatin1StringView name, qint64 atLeast,
                                                qint64 atMost);
    /// true or false, otherwise "not_allowed".
    [[nodiscard]] std::optional<bool> flag(QLatin1StringView name);
    /// RFC 3339, otherwise "not_a_time".
    [[nodiscard]] std::optional<QDateTime> time(QLatin1StringView name);
    [[nodiscard]] bool has(QLatin1StringView name) const { return m_values.contains(name); }

    /// `limit` and `cursor` of a list whose query has members of these names.
    template <typename Query>
    void page(Query &query)
    {
        using namespace Qt::StringLiterals;
        query.limit = int(integer("limit"_L1, 1, 200).value_or(query.limit));
        query.cursor = text("cursor"_L1).value_or(QString());
    }

    void addError(QLatin1StringView name, QLatin1StringView code, const QString &message);
    [[nodiscard]] bool hasErrors() const { return !m_errors.isEmpty(); }
    [[nodiscard]] std::unexpected<base::Error> failure() const;

private:
    QHash<QString, QString> m_values;
    QList<base::FieldError> m_errors;
};

} // namespace authdesk::systems::own::routes
