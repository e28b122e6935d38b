// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Turns answers into bytes: the status line, the headers that every answer carries, the answer's
// own, the body. Belongs to one event loop.
#pragma once

#include "core/base/clock.h"
#include "core/server/http/response.h"

namespace authdesk::server::http {

class AnswerWriter final
{
public:
    struct Context
    {
        QByteArrayView requestId;
        QByteArrayView allowedOrigin; ///< empty: no page of another origin may read it
        bool withoutBody = false;     ///< HEAD: the length is told, the body is not sent
        bool close = false;           ///< the connection ends after this answer
        bool isHttp10 = false;
        bool isEncrypted = false; ///< from here on browsers come by TLS alone (RFC 6797)
    };

    explicit AnswerWriter(const base::Clock &clock);

    /// Without what a file holds: whoever sends the answer sends that behind it.
    [[nodiscard]] QByteArray encode(const Response &response, const Context &context);

private:
    [[nodiscard]] const QByteArray &date();

    const base::Clock &m_clock;
    QByteArray m_date; ///< the whole header line, renewed once a second
    qint64 m_dateSecond = -1;
};

} // namespace authdesk::server::http
