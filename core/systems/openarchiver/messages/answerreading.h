// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the decoders of answers read: an object, a bare list, an id. For this room's sources only.
#pragma once

#include "core/base/json.h"

namespace authdesk::systems::openarchiver::messages {

/// A UUID, or another id of letters, digits and dashes that is fit for a path; records "not_an_id".
[[nodiscard]] QString readId(base::JsonFields &fields, QLatin1StringView key);
/// A bare list as the one field "list" of an object, so that the same limits hold.
/// UnexpectedAnswer.
[[nodiscard]] base::Result<QJsonArray> readArray(const QByteArray &body, qsizetype most);

template <typename T, typename Read>
[[nodiscard]] base::Result<T> readValue(const QJsonObject &object, Read read)
{
    base::JsonFields fields(object);
    T value = read(fields);
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return value;
}

template <typename T, typename Read>
[[nodiscard]] base::Result<T> readObject(const QByteArray &body, Read read)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    return readValue<T>(*object, read);
}

template <typename T, typename Read>
[[nodiscard]] base::Result<QList<T>> readList(const QByteArray &body, qsizetype most, Read read)
{
    const auto values = readArray(body, most);
    if (!values)
        return std::unexpected(values.error());
    QList<T> list;
    for (const QJsonValue value : *values) {
        auto one = readValue<T>(value.toObject(), read);
        if (!one)
            return std::unexpected(std::move(one.error()));
        list.append(*std::move(one));
    }
    return list;
}

} // namespace authdesk::systems::openarchiver::messages
