// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/requesthead.h"

#include "core/server/http/requesttarget.h"

#include <QtCore/QUtf8StringView>

#include <algorithm>
#include <array>

namespace authdesk::server::http {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<bool, 256> makeTokenTable()
{
    std::array<bool, 256> table{};
    for (std::size_t c = '0'; c <= '9'; ++c)
        table[c] = true;
    for (std::size_t c = 'a'; c <= 'z'; ++c)
        table[c] = true;
    for (std::size_t c = 'A'; c <= 'Z'; ++c)
        table[c] = true;
    for (const char c :
         {'!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~'})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}

constexpr std::array<bool, 256> tokenTable = makeTokenTable();

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return tokenTable[static_cast<unsigned char>(c)];
    });
}

bool equals(QByteArrayView text, QByteArrayView lowerCase)
{
    return text.size() == lowerCase.size() && text.compare(lowerCase, Qt::CaseInsensitive) == 0;
}

std::optional<Method> methodOf(QByteArrayView name)
{
    for (const Method method : {Method::Get, Method::Post, Method::Put, Method::Patch,
                                Method::Delete, Method::Head, Method::Options}) {
        if (name == methodName(method))
            return method;
    }
    return std::nullopt;
}

Refusal readVersion(QByteArrayView version, RequestHead &head)
{
    if (version == "HTTP/1.1")
        return {};
    if (version == "HTTP/1.0") {
        head.isHttp10 = true;
        head.keepAlive = false;
        return {};
    }
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (version.size() == 8 && version.startsWith("HTTP/") && isDigit(version[5])
        && version[6] == '.' && isDigit(version[7]))
        return {505, "Only HTTP/1.1 and HTTP/1.0 are spoken here."_L1};
    return badRequest("The request line does not name an HTTP version."_L1);
}

Refusal readConnection(QByteArrayView value, RequestHead &head)
{
    while (!value.isEmpty()) {
        const qsizetype comma = value.indexOf(',');
        const QByteArrayView option = (comma < 0 ? value : value.first(comma)).trimmed();
        value = comma < 0 ? QByteArrayView() : value.sliced(comma + 1);
        if (equals(option, "close"))
            head.keepAlive = false;
        else if (head.isHttp10 && equals(option, "keep-alive"))
            head.keepAlive = true;
    }
    return {};
}

/// Remembers what the headers that steer the server say.
Refusal note(const Header &header, RequestHead &head)
{
    const QByteArrayView name = header.name;
    switch (name.size()) {
    case 3:
        head.wasForwarded = head.wasForwarded || equals(name, "via");
        break;
    case 4:
        if (equals(name, "host")) {
            ++head.hostCount;
            head.host = header.value;
        }
        break;
    case 6:
        if (equals(name, "origin")) {
            if (!head.origin.isNull())
                return badRequest("Origin came twice."_L1);
            head.origin = header.value;
        } else if (equals(name, "expect") && !head.isHttp10) {
            if (!equals(header.value, "100-continue"))
                return {417, "Only 100-continue may be expected."_L1};
            head.expectsContinue = true;
        }
        break;
    case 9:
        head.wasForwarded =
            head.wasForwarded || equals(name, "forwarded") || equals(name, "x-real-ip");
        break;
    case 10:
        if (equals(name, "connection"))
            return readConnection(header.value, head);
        break;
    case 12:
        if (equals(name, "content-type")) {
            if (!head.contentType.isNull())
                return badRequest("Content-Type came twice."_L1);
            head.contentType = header.value;
        }
        break;
    case 13:
        if (equals(name, "authorization")) {
            ++head.authorizationCount;
            head.authorization = header.value;
        }
        break;
    case 14:
        if (equals(name, "content-length")) {
            ++head.lengthCount;
            head.lengthText = header.value;
        }
        break;
    case 17:
        if (equals(name, "transfer-encoding")) {
            ++head.transferEncodingCount;
            head.transferEncoding = header.value;
        }
        break;
    default:
        break;
    }
    if (name.size() > 12 && equals(name.first(12), "x-forwarded-"))
        head.wasForwarded = true;
    return {};
}

Refusal splitHeader(QByteArrayView line, Header &header)
{
    if (line.startsWith(' ') || line.startsWith('\t'))
        return badRequest("A header must not be folded over two lines."_L1);
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon)))
        return badRequest("A header has no proper name."_L1);
    QByteArrayView value = line.sliced(colon + 1);
    bool isAscii = true;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && byte != '\t') || byte == 0x7f)
            return badRequest("A header holds a control character."_L1);
        isAscii = isAscii && byte < 0x80;
    }
    if (!isAscii && !QUtf8StringView(value.data(), value.size()).isValidUtf8())
        return badRequest("A header is not UTF-8."_L1);
    while (value.startsWith(' ') || value.startsWith('\t'))
        value = value.sliced(1);
    while (value.endsWith(' ') || value.endsWith('\t'))
        value.chop(1);
    header.name = line.first(colon).toByteArray();
    header.value = QByteArray(value.data(), value.size());
    if (header.value.isNull())
        header.value = ""_ba;
    return {};
}

Refusal decideTransferEncoding(RequestHead &head)
{
    if (head.lengthCount > 0)
        return badRequest("Content-Length and Transfer-Encoding exclude each other."_L1);
    if (head.transferEncodingCount > 1 || head.isHttp10)
        return badRequest("Transfer-Encoding cannot stand like that."_L1);
    int chunked = 0;
    for (const QByteArray &part : head.transferEncoding.split(',')) {
        const QByteArray coding = part.trimmed();
        if (coding.isEmpty())
            return badRequest("Transfer-Encoding names nothing."_L1);
        if (!equals(coding, "chunked"))
            return {501, "Only the chunked transfer encoding is known."_L1};
        ++chunked;
    }
    if (chunked != 1)
        return badRequest("Transfer-Encoding names chunked twice."_L1);
    head.body = RequestHead::Body::Chunked;
    return {};
}

} // namespace

Refusal readRequestLine(QByteArrayView line, RequestHead &head)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 0 || last == first || !isToken(line.first(first)))
        return badRequest("The request line is not METHOD PATH VERSION."_L1);
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    head.knownMethod = methodOf(line.first(first));
    head.method = line.first(first).toByteArray();
    if (const Refusal refusal = readVersion(line.sliced(last + 1), head))
        return refusal;
    return readTarget(target, head);
}

Refusal readHeaderLine(QByteArrayView line, RequestHead &head)
{
    Header header;
    if (const Refusal refusal = splitHeader(line, header))
        return refusal;
    const Refusal refusal = note(header, head);
    head.headers.append(std::move(header));
    return refusal;
}

Refusal readTrailerLine(QByteArrayView line)
{
    Header header;
    if (const Refusal refusal = splitHeader(line, header))
        return refusal;
    for (const QByteArrayView name : {"content-length", "transfer-encoding", "host",
                                      "authorization", "content-type", "origin", "connection"}) {
        if (equals(header.name, name))
            return badRequest("A trailer must not say what a header decides."_L1);
    }
    return {};
}

Refusal finishHead(RequestHead &head)
{
    if (head.hostCount != 1 || !isHost(head.host))
        return badRequest("The request must name one Host."_L1);
    if (head.transferEncodingCount > 0)
        return decideTransferEncoding(head);
    if (head.lengthCount == 0)
        return {};
    const QByteArray &text = head.lengthText;
    if (head.lengthCount > 1 || text.isEmpty() || text.size() > 18
        || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return badRequest("Content-Length must be one number."_L1);
    head.contentLength = text.toLongLong();
    head.body = head.contentLength > 0 ? RequestHead::Body::Length : RequestHead::Body::None;
    return {};
}

} // namespace authdesk::server::http
