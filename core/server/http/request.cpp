// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/request.h"

#include <algorithm>

namespace authdesk::server::http {

namespace {

/// Percent-decoding as forms do it ('+' is a space); the guard has refused broken escapes.
QString decodedQueryPart(QByteArrayView part)
{
    QByteArray text = part.toByteArray();
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

} // namespace

QByteArrayView methodName(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Head:
        return "HEAD";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Patch:
        return "PATCH";
    case Method::Delete:
        return "DELETE";
    case Method::Options:
        return "OPTIONS";
    }
    return {};
}

QByteArray Request::header(QByteArrayView name) const
{
    for (const Header &header : headers) {
        if (header.name.size() == name.size()
            && header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value.isNull() ? QByteArray("") : header.value;
    }
    return {};
}

std::optional<QString> Request::queryValue(QByteArrayView name) const
{
    const QString wanted = QString::fromUtf8(name);
    QByteArrayView rest = query;
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('&');
        const QByteArrayView pair = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        const qsizetype equals = pair.indexOf('=');
        if (decodedQueryPart(equals < 0 ? pair : pair.first(equals)) == wanted)
            return equals < 0 ? QString() : decodedQueryPart(pair.sliced(equals + 1));
    }
    return std::nullopt;
}

std::optional<qint64> Request::idParameter(qsizetype index) const
{
    if (index < 0 || index >= pathParameters.size())
        return std::nullopt;
    const QByteArray &text = pathParameters.at(index);
    // toLongLong() would take signs and spaces as well.
    if (text.isEmpty() || text.size() > 19
        || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    bool fits = false;
    const qint64 id = text.toLongLong(&fits);
    return fits && id > 0 ? std::optional(id) : std::nullopt;
}

} // namespace authdesk::server::http
