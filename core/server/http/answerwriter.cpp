// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/answerwriter.h"

#include <QtCore/QFile>
#include <QtCore/QLocale>

#include <algorithm>

namespace authdesk::server::http {

namespace {

struct Reason
{
    int status;
    const char *phrase;
};

constexpr Reason reasons[] = {
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
};

QByteArrayView phraseOf(int status)
{
    const auto *const reason =
        std::find_if(std::begin(reasons), std::end(reasons),
                     [status](const Reason &r) { return r.status == status; });
    return reason == std::end(reasons) ? QByteArrayView("Answer") : QByteArrayView(reason->phrase);
}

/// On every answer, unless the answer says something else by the same name (pages for browsers
/// bring their own Content-Security-Policy).
struct DefaultHeader
{
    QByteArrayView name;
    QByteArrayView line;
};

const DefaultHeader defaultHeaders[] = {
    {"X-Content-Type-Options", "X-Content-Type-Options: nosniff\r\n"},
    {"Cache-Control", "Cache-Control: no-store\r\n"},
    {"Referrer-Policy", "Referrer-Policy: no-referrer\r\n"},
    {"Content-Security-Policy",
     "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"},
};

constexpr QByteArrayView allDefaultHeaders =
    "X-Content-Type-Options: nosniff\r\n"
    "Cache-Control: no-store\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";

/// A value that would end its line would be a second header: never from us, whatever a handler put
/// into it.
bool isSafe(const Header &header)
{
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t'; };
    return std::none_of(header.name.begin(), header.name.end(), isControl)
           && std::none_of(header.value.begin(), header.value.end(), isControl);
}

void appendDefaults(QByteArray &bytes, const QList<Header> &own)
{
    if (own.isEmpty()) {
        bytes.append(allDefaultHeaders);
        return;
    }
    for (const DefaultHeader &header : defaultHeaders) {
        if (std::none_of(own.begin(), own.end(), [&header](const Header &candidate) {
                return candidate.name.compare(header.name, Qt::CaseInsensitive) == 0;
            }))
            bytes.append(header.line);
    }
}

void appendNumber(QByteArray &bytes, qint64 number)
{
    char digits[20];
    char *at = std::end(digits);
    do {
        *--at = static_cast<char>('0' + number % 10);
        number /= 10;
    } while (number > 0);
    bytes.append(at, std::end(digits) - at);
}

} // namespace

AnswerWriter::AnswerWriter(const base::Clock &clock)
    : m_clock(clock)
{
}

const QByteArray &AnswerWriter::date()
{
    const qint64 second = m_clock.monotonicMs() / 1000;
    if (second != m_dateSecond) {
        m_dateSecond = second;
        m_date = "Date: "
                 + QLocale::c()
                       .toString(m_clock.now().toUTC(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss"))
                       .toLatin1()
                 + " GMT\r\n";
    }
    return m_date;
}

QByteArray AnswerWriter::encode(const Response &response, const Context &context)
{
    QByteArray bytes;
    bytes.reserve(512 + response.body.size());
    if (response.status == 200) {
        bytes.append("HTTP/1.1 200 OK\r\n");
    } else {
        bytes.append("HTTP/1.1 ");
        appendNumber(bytes, response.status);
        bytes.append(' ').append(phraseOf(response.status)).append("\r\n");
    }
    appendDefaults(bytes, response.headers);
    bytes.append(date());
    bytes.append("X-Request-Id: ").append(context.requestId).append("\r\n");
    const bool mayHaveBody = response.status != 204 && response.status != 304;
    if (mayHaveBody) {
        if (!response.contentType.isEmpty() && isSafe({QByteArray(), response.contentType}))
            bytes.append("Content-Type: ").append(response.contentType).append("\r\n");
        bytes.append("Content-Length: ");
        appendNumber(bytes, response.file ? response.file->size() : response.body.size());
        bytes.append("\r\n");
    }
    for (const Header &header : response.headers) {
        if (isSafe(header))
            bytes.append(header.name).append(": ").append(header.value).append("\r\n");
    }
    if (!context.allowedOrigin.isEmpty())
        bytes.append("Access-Control-Allow-Origin: ")
            .append(context.allowedOrigin)
            .append("\r\nAccess-Control-Expose-Headers: ETag, Retry-After, X-Request-Id\r\n"
                    "Vary: Origin\r\n");
    if (context.isEncrypted)
        bytes.append("Strict-Transport-Security: max-age=31536000\r\n");
    if (context.close)
        bytes.append("Connection: close\r\n");
    else if (context.isHttp10)
        bytes.append("Connection: keep-alive\r\n");
    bytes.append("\r\n");
    if (mayHaveBody && !context.withoutBody)
        bytes.append(response.body);
    return bytes;
}

} // namespace authdesk::server::http
