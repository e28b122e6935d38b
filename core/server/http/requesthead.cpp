// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/requesthead.h"

#include <QtCore/QUtf8StringView>

#include <algorithm>
#include <array>

namespace authdesk::server::http {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<bool, 256> makeTokenTable()
{
    std::array<bool, 256> table{};
    for (int c = '0'; c <= '9'; ++c)
        table[static_cast<std::size_t>(c)] = true;
    for (int c = 'a'; c <= 'z'; ++c) {
        table[static_cast<std::size_t>(c)] = true;
        table[static_cast<std::size_t>(c - 'a' + 'A')] = true;
    }
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

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

Refusal badRequest(QLatin1StringView reason)
{
    return {400, reason};
}

/// Decodes what stands in a path or a query; nothing that could end a string or a line, and no
/// escaped slash, because it would be a segment to one reader and not to the next.
Refusal decode(QByteArrayView text, QByteArray &decoded, bool isPath)
{
    decoded.reserve(text.size());
    bool isAscii = true;
    for (qsizetype i = 0; i < text.size(); ++i) {
        auto c = static_cast<unsigned char>(text[i]);
        if (c <= 0x20 || c == 0x7f || c == '"' || c == '<' || c == '>' || c == '#')
            return badRequest("The address holds a character that must be escaped."_L1);
        if (c == '%') {
            const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return badRequest("The address holds a broken escape."_L1);
            c = static_cast<unsigned char>(high * 16 + low);
            if (c == 0 || (isPath && (c < 0x20 || c == 0x7f || c == '/')))
                return badRequest("The address holds an escape that is not taken."_L1);
            i += 2;
        }
        isAscii = isAscii && c < 0x80;
        decoded.append(static_cast<char>(c));
    }
    if (!isAscii && !QUtf8StringView(decoded.constData(), decoded.size()).isValidUtf8())
        return badRequest("The address is not UTF-8."_L1);
    return {};
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

Refusal readTarget(QByteArrayView target, RequestHead &head)
{
    if (target == "*" && head.knownMethod == Method::Options) {
        head.path = "*"_ba;
        return {};
    }
    if (!target.startsWith('/'))
        return badRequest("The request must name a path, not a whole address."_L1);
    if (target.startsWith("//"))
        return badRequest("The path must not begin with two slashes."_L1);
    const qsizetype mark = target.indexOf('?');
    if (const Refusal refusal = decode(mark < 0 ? target : target.first(mark), head.path, true))
        return refusal;
    if (mark < 0)
        return {};
    const QByteArrayView query = target.sliced(mark + 1);
    head.query = query.toByteArray();
    QByteArray decoded;
    return decode(query, decoded, false);
}

/// reg-name, IPv4 or [IPv6], with or without a port (RFC 9110 section 7.2).
bool isHost(QByteArrayView host)
{
    if (host.isEmpty() || host.size() > 300)
        return false;
    qsizetype portAt = host.indexOf(':');
    if (host.startsWith('[')) {
        const qsizetype end = host.indexOf(']');
        if (end < 3
            || !std::all_of(
                host.begin() + 1, host.begin() + end,
                [](char c) { return hexDigit(c) >= 0 || c == ':' || c == '.'; }))
            return false;
        if (end + 1 == host.size())
            return true;
        portAt = end + 1;
        if (host[portAt] != ':')
            return false;
    } else {
        const QByteArrayView name = portAt < 0 ? host : host.first(portAt);
        if (name.isEmpty() || !std::all_of(name.begin(), name.end(), [](char c) {
                return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                       || c == '-' || c == '.' || c == '_';
            }))
            return false;
        if (portAt < 0)
            return true;
    }
    const QByteArrayView port = host.sliced(portAt + 1);
    return !port.isEmpty() && port.size() <= 5
           && std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
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
