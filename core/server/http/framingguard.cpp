// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/framingguard.h"

#include <algorithm>

namespace authdesk::server::http {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestChunkLine = 256;

} // namespace

FramingGuard::FramingGuard(const Limits &limits, BodyLimit bodyLimit)
    : m_limits(limits)
    , m_bodyLimit(std::move(bodyLimit))
{
}

void FramingGuard::reset()
{
    m_state = State::Idle;
    m_step = Step::RequestLine;
    m_refusal = {};
    m_head = {};
    m_body = {};
    m_partial.clear();
    m_headerBytes = 0;
    m_headerCount = 0;
    m_remaining = 0;
    m_skippedEmptyLine = false;
}

void FramingGuard::refuse(Refusal refusal)
{
    m_refusal = refusal;
    m_state = State::Refused;
}

qsizetype FramingGuard::feed(QByteArrayView bytes)
{
    QByteArrayView rest = bytes;
    if (m_state == State::Idle && !rest.isEmpty())
        m_state = State::Head;
    while (!rest.isEmpty() && (m_state == State::Head || m_state == State::Body))
        advance(rest);
    return bytes.size() - rest.size();
}

void FramingGuard::advance(QByteArrayView &bytes)
{
    switch (m_step) {
    case Step::RequestLine:
        if (takeLine(bytes, m_limits.requestLineBytes, 414))
            readLine(m_line);
        break;
    case Step::Headers:
    case Step::Trailers:
        if (takeLine(bytes, m_limits.headerBytes - m_headerBytes, 431))
            readLine(m_line);
        break;
    case Step::ChunkSize:
    case Step::ChunkEnd:
        if (takeLine(bytes, longestChunkLine, 400))
            readLine(m_line);
        break;
    case Step::Length:
        if (takeBodyBytes(bytes))
            m_state = State::Complete;
        break;
    case Step::ChunkData:
        if (takeBodyBytes(bytes))
            m_step = Step::ChunkEnd;
        break;
    }
}

/// Moves one line out of `bytes`. The limit is looked at before the content, so that a long line is
/// refused for the same reason wherever it was cut.
bool FramingGuard::takeLine(QByteArrayView &bytes, qsizetype limit, int statusBeyond)
{
    const qsizetype end = bytes.indexOf('\n');
    const qsizetype taken = end < 0 ? bytes.size() : end + 1;
    if (m_partial.size() + taken > limit) {
        refuse({statusBeyond, "The request line or its headers are too long."_L1});
        return false;
    }
    QByteArrayView line = bytes.first(taken);
    bytes = bytes.sliced(taken);
    if (end < 0) {
        m_partial.append(line);
        return false;
    }
    if (!m_partial.isEmpty()) {
        m_partial.append(line);
        line = m_partial;
    }
    if (m_step == Step::Headers || m_step == Step::Trailers)
        m_headerBytes += line.size();
    if (line.size() < 2 || line[line.size() - 2] != '\r') {
        refuse({400, "A line must end with CR LF."_L1});
        return false;
    }
    m_line = line.chopped(2);
    return true;
}

bool FramingGuard::takeBodyBytes(QByteArrayView &bytes)
{
    const qsizetype taken = static_cast<qsizetype>(std::min<qint64>(bytes.size(), m_remaining));
    m_body.append(bytes.first(taken));
    bytes = bytes.sliced(taken);
    m_remaining -= taken;
    return m_remaining == 0;
}

void FramingGuard::readLine(QByteArrayView line)
{
    Refusal refusal;
    switch (m_step) {
    case Step::RequestLine:
        // RFC 9112 section 2.2: some clients send one empty line too many after a body.
        if (line.isEmpty() && !m_skippedEmptyLine) {
            m_skippedEmptyLine = true;
            break;
        }
        refusal = readRequestLine(line, m_head);
        m_step = Step::Headers;
        break;
    case Step::Headers:
        if (line.isEmpty())
            endHead();
        else if (++m_headerCount > m_limits.headerCount)
            refusal = {431, "The request has too many headers."_L1};
        else
            refusal = readHeaderLine(line, m_head);
        break;
    case Step::ChunkSize:
        readChunkSize(line);
        break;
    case Step::ChunkEnd:
        if (!line.isEmpty())
            refusal = {400, "A chunk is longer than it says."_L1};
        m_step = Step::ChunkSize;
        break;
    case Step::Trailers:
        if (line.isEmpty())
            m_state = State::Complete;
        else if (++m_headerCount > m_limits.headerCount)
            refusal = {431, "The request has too many headers."_L1};
        else
            refusal = readTrailerLine(line);
        break;
    case Step::Length:
    case Step::ChunkData:
        Q_UNREACHABLE();
    }
    m_partial.clear();
    if (refusal)
        refuse(refusal);
}

void FramingGuard::endHead()
{
    if (const Refusal refusal = finishHead(m_head)) {
        refuse(refusal);
        return;
    }
    if (m_head.body == RequestHead::Body::None) {
        m_state = State::Complete;
        return;
    }
    m_state = State::Body;
    m_bodyLimitBytes = m_bodyLimit ? m_bodyLimit(m_head) : m_limits.bodyBytes;
    if (m_head.body == RequestHead::Body::Chunked) {
        m_step = Step::ChunkSize;
    } else if (m_head.contentLength > m_bodyLimitBytes) {
        refuse({413, "The body is too large."_L1});
    } else {
        m_step = Step::Length;
        m_remaining = m_head.contentLength;
    }
}

void FramingGuard::readChunkSize(QByteArrayView line)
{
    qsizetype digits = 0;
    qint64 size = 0;
    for (; digits < line.size() && line[digits] != ';'; ++digits) {
        const char c = line[digits];
        const int value = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (value < 0 || digits >= 15) {
            refuse({400, "A chunk's size must be a hexadecimal number."_L1});
            return;
        }
        size = size * 16 + value;
    }
    const QByteArrayView extension = line.sliced(digits);
    if (digits == 0 || std::any_of(extension.begin(), extension.end(), [](char c) {
            return (static_cast<unsigned char>(c) < 0x20 && c != '\t')
                   || static_cast<unsigned char>(c) >= 0x7f;
        })) {
        refuse({400, "A chunk's size must be a hexadecimal number."_L1});
    } else if (size > m_bodyLimitBytes - m_body.size()) {
        refuse({413, "The body is too large."_L1});
    } else if (size == 0) {
        m_step = Step::Trailers;
    } else {
        m_step = Step::ChunkData;
        m_remaining = size;
    }
}

} // namespace authdesk::server::http
