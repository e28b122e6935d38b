// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A part of a list on the wire: {"items": […], "next_cursor": text or null, "total"?,
// "total_at_least"?}. Shared by every list of our own API.
#pragma once

#include "core/base/json.h"
#include "core/model/page.h"

namespace authdesk::systems::own::messages {

template <typename T>
[[nodiscard]] QJsonObject encodePage(const model::Page<T> &page,
                                     QJsonObject (*encodeItem)(const T &))
{
    QJsonArray items;
    for (const T &item : page.items)
        items.append(encodeItem(item));
    QJsonObject object{{QStringLiteral("items"), items},
                       {QStringLiteral("next_cursor"), page.nextCursor.isEmpty()
                                                           ? QJsonValue(QJsonValue::Null)
                                                           : QJsonValue(page.nextCursor)}};
    if (page.total >= 0)
        object.insert(QStringLiteral("total"), page.total);
    if (page.totalAtLeast)
        object.insert(QStringLiteral("total_at_least"), true);
    return object;
}

/// UnexpectedAnswer when anything in it, a single item included, is not as it must be.
template <typename T>
[[nodiscard]] base::Result<model::Page<T>>
decodePage(const QByteArray &body, base::Result<T> (*decodeItem)(const QJsonObject &))
{
    constexpr qsizetype longestPage = 1000;
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    base::JsonFields fields(*object);
    const QJsonArray items = fields.array(QLatin1StringView("items"), longestPage);
    model::Page<T> page;
    page.nextCursor =
        fields.optionalText(QLatin1StringView("next_cursor"), {.atMost = 4096}).value_or(QString());
    page.total = fields.optionalInteger(QLatin1StringView("total"), 0, 1LL << 52).value_or(-1);
    page.totalAtLeast = fields.optionalFlag(QLatin1StringView("total_at_least")).value_or(false);
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    page.items.reserve(items.size());
    for (const QJsonValue item : items) {
        auto decoded = decodeItem(item.toObject());
        if (!decoded)
            return std::unexpected(decoded.error());
        page.items.append(std::move(*decoded));
    }
    return page;
}

} // namespace authdesk::systems::own::messages
