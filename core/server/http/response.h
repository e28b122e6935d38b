// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An answer as a handler makes it. Plain values, any thread.
#pragma once

#include "core/server/http/request.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <memory>

class QFile;

namespace authdesk::server::http {

struct Response
{
    int status = 200;
    QByteArray contentType = {}; ///< empty: no body
    QByteArray body = {};
    QList<Header> headers = {}; ///< beside those that every answer carries
    /// Open for reading; instead of `body`, sent as fast as the client takes it. Only the
    /// connection reads it from then on, and it goes with the answer.
    std::shared_ptr<QFile> file = {};

    [[nodiscard]] static Response json(int status, const QJsonObject &body);
    [[nodiscard]] static Response json(int status, const QJsonArray &body);
    /// JSON that is encoded already.
    [[nodiscard]] static Response encodedJson(int status, QByteArray body);
    [[nodiscard]] static Response empty(int status = 204);
    /// 200 with a whole file, for answers that may be longer than memory is.
    [[nodiscard]] static Response ofFile(QByteArray contentType, std::shared_ptr<QFile> file);

    /// Marks an answer that carries a token or a secret: `Cache-Control: no-store` is on every
    /// answer of an API already; this adds what proxies of old need (`Pragma: no-cache`).
    Response &&carriesSecret() &&;
    Response &&withHeader(QByteArray name, QByteArray value) &&;
};

} // namespace authdesk::server::http
