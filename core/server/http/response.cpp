// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/response.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

namespace authdesk::server::http {

Response Response::json(int status, const QJsonObject &body)
{
    return encodedJson(status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Response Response::json(int status, const QJsonArray &body)
{
    return encodedJson(status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Response Response::encodedJson(int status, QByteArray body)
{
    return {.status = status,
            .contentType = QByteArrayLiteral("application/json"),
            .body = std::move(body),
            .headers = {}};
}

Response Response::empty(int status)
{
    return {.status = status, .contentType = {}, .body = {}, .headers = {}};
}

Response Response::ofFile(QByteArray contentType, std::shared_ptr<QFile> file)
{
    file->seek(0);
    return {.contentType = std::move(contentType), .file = std::move(file)};
}

Response &&Response::carriesSecret() &&
{
    headers.append({QByteArrayLiteral("Pragma"), QByteArrayLiteral("no-cache")});
    return std::move(*this);
}

Response &&Response::withHeader(QByteArray name, QByteArray value) &&
{
    headers.append({std::move(name), std::move(value)});
    return std::move(*this);
}

} // namespace authdesk::server::http
