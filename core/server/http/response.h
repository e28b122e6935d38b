// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An answer as a handler makes it. Plain values, any thread.
#pragma once

#include "core/server/http/request.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace authdesk::server::http {

struct Response
{
    int status = 200;
    QByteArray contentType = {}; ///< empty: no body
    QByteArray body = {};
    QList<Header> headers = {}; ///< beside those that every answer carries

    [[nodiscard]] static Response json(int status, const QJsonObject &body);
    [[nodiscard]] static Response json(int status, const QJsonArray &body);
    /// JSON that is encoded already.
    [[nodiscard]] static Response encodedJson(int status, QByteArray body);
    [[nodiscard]] static Response empty(int status = 204);

    /// Marks an answer that carries a token or a secret: `Cache-Control: no-store` is on every
    /// answer of an API already; this adds what proxies of old need (`Pragma: no-cache`).
    Response &&carriesSecret() &&;
    Response &&withHeader(QByteArray name, QByteArray value) &&;
};

} // namespace authdesk::server::http
