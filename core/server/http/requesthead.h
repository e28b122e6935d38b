// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of an HTTP/1.x request before its body, checked line by line against RFC 9112. Strict
// where the RFC lets servers guess: what two programs could read differently is refused.
// Plain values and pure functions, any thread.
#pragma once

#include "core/server/http/request.h"

namespace authdesk::server::http {

/// Why a request is not let in. A status of 0 means that nothing is wrong.
struct Refusal
{
    int status = 0;
    QLatin1StringView reason = {}; ///< one sentence for people

    [[nodiscard]] explicit operator bool() const { return status != 0; }
};

struct RequestHead
{
    enum class Body { None, Length, Chunked };

    QByteArray method;                 ///< as sent; a token, but not always one that we know
    std::optional<Method> knownMethod; ///< nullopt: TRACE, CONNECT, anything else
    QByteArray path;                   ///< decoded; "*" for OPTIONS of the whole server
    QByteArray query;                  ///< as sent, its escapes checked
    QList<Header> headers;
    QByteArray host;        ///< the Host header as sent
    QByteArray origin;      ///< null: none came
    QByteArray contentType; ///< null: none came
    QByteArray authorization;
    int authorizationCount = 0;
    Body body = Body::None;
    qint64 contentLength = 0; ///< with Body::Length
    bool keepAlive = true;    ///< false: the client wants the connection closed
    bool isHttp10 = false;
    bool expectsContinue = false;
    bool wasForwarded = false; ///< Forwarded, X-Forwarded-*, X-Real-IP or Via came along

    // What finishHead() decides from.
    int hostCount = 0;
    int lengthCount = 0;
    int transferEncodingCount = 0;
    QByteArray transferEncoding;
    QByteArray lengthText;
};

/// "GET /path?query HTTP/1.1", without its line end.
[[nodiscard]] Refusal readRequestLine(QByteArrayView line, RequestHead &head);
/// "Name: value", without its line end.
[[nodiscard]] Refusal readHeaderLine(QByteArrayView line, RequestHead &head);
/// A line after a chunked body: checked like a header, forgotten afterwards.
[[nodiscard]] Refusal readTrailerLine(QByteArrayView line);
/// After the empty line: what only all headers together can tell.
[[nodiscard]] Refusal finishHead(RequestHead &head);

} // namespace authdesk::server::http
