// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Finds out where an HTTP/1.x request begins and ends, before anything else reads it (RFC 9112).
// Pure: bytes go in, a complete message or a refusal comes out, and every way of cutting the input
// into pieces gives the same result. One per connection, one thread.
#pragma once

#include "core/server/http/limits.h"
#include "core/server/http/requesthead.h"

#include <functional>

namespace authdesk::server::http {

class FramingGuard final
{
public:
    enum class State {
        Idle,     ///< not one byte of the next message has come
        Head,     ///< in the request line or the headers
        Body,     ///< the head is good, the body is not complete
        Complete, ///< takeHead() and takeBody(), then reset()
        Refused,  ///< refusal() says why; the connection has to go
    };
    /// How long a body may be, asked once its head is known.
    using BodyLimit = std::function<qint64(const RequestHead &)>;

    explicit FramingGuard(const Limits &limits, BodyLimit bodyLimit = {});

    /// Takes what belongs to the current message from the front and returns how many bytes that
    /// were: fewer than given when the message ended, none once Complete or Refused.
    qsizetype feed(QByteArrayView bytes);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Refusal &refusal() const { return m_refusal; }
    /// As far as it was read; complete in the states Body and Complete.
    [[nodiscard]] const RequestHead &head() const { return m_head; }
    [[nodiscard]] RequestHead takeHead() { return std::move(m_head); }
    [[nodiscard]] QByteArray takeBody() { return std::move(m_body); }
    void reset();

private:
    enum class Step { RequestLine, Headers, Length, ChunkSize, ChunkData, ChunkEnd, Trailers };

    bool takeLine(QByteArrayView &bytes, qsizetype limit, int statusBeyond);
    bool takeBodyBytes(QByteArrayView &bytes);
    void advance(QByteArrayView &bytes);
    void readLine(QByteArrayView line);
    void endHead();
    void readChunkSize(QByteArrayView line);
    void refuse(Refusal refusal);

    const Limits &m_limits;
    BodyLimit m_bodyLimit;
    State m_state = State::Idle;
    Step m_step = Step::RequestLine;
    Refusal m_refusal;
    RequestHead m_head;
    QByteArray m_body;
    QByteArray m_partial;  ///< the beginning of a line whose end has not come
    QByteArrayView m_line; ///< what takeLine() found, without its line end
    qsizetype m_headerBytes = 0;
    qsizetype m_headerCount = 0;
    qint64 m_bodyLimitBytes = 0;
    qint64 m_remaining = 0; ///< of the body or of the chunk
    bool m_skippedEmptyLine = false;
};

} // namespace authdesk::server::http
