// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/routes/routes.h"

#include "core/systems/authdesk/messages/errors.h"
#include "core/systems/authdesk/routes/query.h"
#include "core/systems/authdesk/routes/rows.h"

#include <array>

namespace authdesk::systems::own::routes {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using server::http::Mount;
using server::http::Request;
using server::http::RequestLog;
using server::http::Response;

namespace {

/// The field that an error without fields is about, so that it can be shown beside it.
struct FieldOfCode
{
    ErrorCode code;
    QLatin1StringView field;
    QLatin1StringView fieldCode;
    QLatin1StringView message;
};
constexpr std::array fieldsOfCodes{
    FieldOfCode{ErrorCode::UsernameTaken, "username"_L1, "taken"_L1, "This username is taken."_L1},
    FieldOfCode{ErrorCode::EmailTaken, "email"_L1, "taken"_L1, "This e-mail address is taken."_L1},
    FieldOfCode{ErrorCode::InvalidCode, "code"_L1, "invalid"_L1, "This code is not accepted."_L1},
    FieldOfCode{ErrorCode::WrongCurrentPassword, "current_password"_L1, "wrong"_L1,
                "The current password is wrong."_L1},
};

void nameTheField(Error &error)
{
    if (!error.fields.isEmpty())
        return;
    for (const FieldOfCode &row : fieldsOfCodes) {
        if (row.code == error.code)
            error.fields.append({row.field, row.fieldCode, row.message});
    }
}

} // namespace

base::Error toldError(Error error)
{
    nameTheField(error);
    if (error.code == ErrorCode::InvalidCredentials) {
        // Whatever the reason was: told alike.
        error.message = u"The name or the password is wrong."_s;
        error.fields.clear();
    } else if (server::http::statusOf(error.code) == 500) {
        error.message = u"Something went wrong on the server. The log says what."_s;
        error.code = ErrorCode::Internal;
        error.fields.clear();
    } else if (error.message.isEmpty()) {
        error.message = u"The request was refused."_s;
    }
    return error;
}

Response encodeError(const Error &error, const Request &request)
{
    Error told = toldError(error);
    int status = server::http::statusOf(error.code);
    // A code on the way in is a credential like any other; 401 to someone who is signed in would
    // say that the token is not good any more.
    if (error.code == ErrorCode::InvalidCode && !request.principal) {
        status = 401;
        told.fields = error.fields;
    }
    return Response::json(status, messages::encodeError(told));
}

base::Result<> refuseQuery(const Request &request)
{
    if (request.query.isEmpty())
        return {};
    const QueryFields fields(request, {});
    if (fields.hasErrors())
        return fields.failure();
    return {};
}

base::Result<qint64> idOf(const Request &request)
{
    const std::optional<qint64> id = request.idParameter(0);
    if (!id)
        return base::fail(ErrorCode::NotFound, u"There is nothing at this address."_s);
    return *id;
}

QByteArray etagOf(qint64 version)
{
    return '"' + QByteArray::number(version) + '"';
}

std::optional<qint64> versionAskedFor(const Request &request)
{
    QByteArray tag = request.header("If-Match").trimmed();
    if (tag.isEmpty() || tag == "*")
        return std::nullopt;
    if (tag.size() > 2 && tag.startsWith('"') && tag.endsWith('"'))
        tag = tag.mid(1, tag.size() - 2);
    bool isNumber = false;
    const qint64 version = tag.toLongLong(&isNumber);
    // A weak tag or one of somebody else's never matches (RFC 9110 §13.1.1).
    return isNumber && version >= 0 ? version : unmatchable;
}

Mount mount(QByteArray prefix, Services &services, RequestLog &requestLog)
{
    Mount mount{.prefix = std::move(prefix),
                .system = systemName,
                .routes = {},
                .encodeError = &encodeError};
    appendSignInRows(mount.routes, services);
    appendAccountRows(mount.routes, services);
    appendMfaRows(mount.routes, services);
    appendUserRows(mount.routes, services);
    appendUserActionRows(mount.routes, services);
    appendBulkRows(mount.routes, services);
    appendRoleRows(mount.routes, services);
    appendSessionRows(mount.routes, services);
    appendAuditRows(mount.routes, services);
    appendStatsRows(mount.routes, services);
    appendSettingsRows(mount.routes, services);
    appendRequestRows(mount.routes, requestLog);
    return mount;
}

} // namespace authdesk::systems::own::routes
