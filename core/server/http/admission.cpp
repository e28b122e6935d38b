// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/admission.h"

#include "core/base/log.h"

#include <QtCore/QLoggingCategory>

#include <algorithm>
#include <exception>

namespace authdesk::server::http {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcHandler, "authdesk.http.handler")

constexpr qsizetype longestToken = 4096;

bool isSame(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() && left.compare(right, Qt::CaseInsensitive) == 0;
}

bool hasHeader(const Response &response, QByteArrayView name)
{
    return std::any_of(response.headers.begin(), response.headers.end(),
                       [name](const Header &header) { return isSame(header.name, name); });
}

base::Error internalError(const QString &detail)
{
    return {.code = base::ErrorCode::Internal,
            .message = u"Something went wrong in the server."_s,
            .detail = detail};
}

} // namespace

bool isJsonType(QByteArrayView contentType)
{
    const qsizetype end = contentType.indexOf(';');
    if (!isSame((end < 0 ? contentType : contentType.first(end)).trimmed(), "application/json"))
        return false;
    if (end < 0)
        return true;
    const QByteArrayView parameter = contentType.sliced(end + 1).trimmed();
    return isSame(parameter, "charset=utf-8") || isSame(parameter, "charset=\"utf-8\"");
}

QByteArrayView bearerToken(const RequestHead &head)
{
    constexpr QByteArrayView scheme = "bearer ";
    const QByteArrayView value = head.authorization;
    if (head.authorizationCount != 1 || value.size() <= scheme.size() || value.size() > longestToken
        || !isSame(value.first(scheme.size()), scheme))
        return {};
    QByteArrayView token = value.sliced(scheme.size());
    while (token.startsWith(' '))
        token = token.sliced(1);
    const bool isWhole = std::all_of(token.begin(), token.end(),
                                     [](char c) { return c > 0x20 && c < 0x7f && c != ','; });
    return isWhole ? token : QByteArrayView();
}

QByteArray shownToken(const RequestHead &head, const Mount *mount, const Request &request)
{
    if (mount && !mount->keyHeader.isEmpty()) {
        const QByteArray key = request.header(mount->keyHeader);
        if (!key.isEmpty())
            return key.left(longestToken);
    }
    return bearerToken(head).toByteArray();
}

base::Result<> checkRight(const Route &route, const Principal &principal,
                          const Authenticator &authenticator)
{
    const Right &right = route.right;
    if (principal.enrollmentRequired && right.kind() != Right::Kind::Enrolling) {
        return base::fail(base::ErrorCode::EnrollmentRequired, u"Set up a second factor first."_s);
    }
    if (right.kind() == Right::Kind::Statement
        && !authenticator.allows(principal, right.action(), right.subject()))
        return base::fail(base::ErrorCode::Forbidden, u"You may not do that."_s);
    // Password, second factor, other keys: else a key for looking on would make itself a whole one.
    if (right.kind() != Right::Kind::Statement && route.method != Method::Get
        && principal.keyLevel != model::KeyLevel::Admin)
        return base::fail(base::ErrorCode::Forbidden,
                          u"This key may not change its owner's account."_s);
    return {};
}

Response plainError(const base::Error &error)
{
    return Response::json(statusOf(error.code),
                          QJsonObject{{u"detail"_s, error.message}, {u"error"_s, error.message}});
}

Response wordError(const base::Error &error, const Mount *mount, const Request &request)
{
    Response response;
    try {
        response =
            mount && mount->encodeError ? mount->encodeError(error, request) : plainError(error);
    } catch (...) {
        const base::Error failure = internalError(u"an error encoder threw"_s);
        logFailure(failure, request.requestId);
        response = plainError(failure);
    }
    if (error.retryAfterSeconds > 0 && !hasHeader(response, "Retry-After"))
        response.headers.append({"Retry-After"_ba, QByteArray::number(error.retryAfterSeconds)});
    if (response.status == 401 && !hasHeader(response, "WWW-Authenticate"))
        response.headers.append({"WWW-Authenticate"_ba, "Bearer"_ba});
    return response;
}

void logFailure(const base::Error &error, const QString &requestId)
{
    if (statusOf(error.code) < 500 || error.code == base::ErrorCode::Busy)
        return;
    const base::LogRequest logRequest(requestId);
    const QByteArray code = base::errorCodeName(error.code).toString().toLatin1();
    qCWarning(lcHandler, "A request failed: %s: %ls", code.constData(),
              qUtf16Printable(error.detail.isEmpty() ? error.message : error.detail));
}

base::Result<Response> callGuarded(const Handler::Call &call, const Request &request)
{
    const base::LogRequest logRequest(request.requestId);
    try {
        return call(request);
    } catch (const std::exception &exception) {
        return std::unexpected(internalError(QString::fromUtf8(exception.what())));
    } catch (...) {
        return std::unexpected(internalError(u"an exception of no known type"_s));
    }
}

} // namespace authdesk::server::http
