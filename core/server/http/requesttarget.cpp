// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/requesttarget.h"

#include <QtCore/QUtf8StringView>

#include <algorithm>

namespace authdesk::server::http {

using namespace Qt::StringLiterals;

namespace {

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

} // namespace

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

} // namespace authdesk::server::http
