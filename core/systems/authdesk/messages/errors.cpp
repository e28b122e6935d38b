// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/errors.h"

#include "core/base/json.h"

namespace authdesk::systems::own::messages {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;

namespace {

/// Codes from Unreachable on are the console's own view of the world.
bool isServersToSay(ErrorCode code)
{
    return code < ErrorCode::Unreachable;
}

ErrorCode codeOfStatus(int status)
{
    switch (status) {
    case 400:
        return ErrorCode::Malformed;
    case 401:
        return ErrorCode::Unauthenticated;
    case 403:
        return ErrorCode::Forbidden;
    case 404:
        return ErrorCode::NotFound;
    case 405:
        return ErrorCode::MethodNotAllowed;
    case 412:
        return ErrorCode::VersionConflict;
    case 413:
        return ErrorCode::TooLarge;
    case 415:
        return ErrorCode::UnsupportedMediaType;
    case 421:
        return ErrorCode::Misdirected;
    case 422:
        return ErrorCode::InvalidFields;
    case 429:
        return ErrorCode::TooManyRequests;
    case 503:
        return ErrorCode::Busy;
    default:
        return status >= 500 ? ErrorCode::Internal : ErrorCode::UnexpectedAnswer;
    }
}

} // namespace

QJsonObject encodeError(const Error &error)
{
    QJsonObject inner{{u"code"_s, QString(base::errorCodeName(error.code))},
                      {u"message"_s, error.message}};
    if (!error.fields.isEmpty()) {
        QJsonObject fields;
        for (const base::FieldError &field : error.fields) {
            // The first complaint about a field is the one to act on.
            if (!fields.contains(field.field))
                fields.insert(field.field,
                              QJsonObject{{u"code"_s, field.code}, {u"message"_s, field.message}});
        }
        inner.insert(u"fields"_s, fields);
    }
    return {{u"error"_s, inner}};
}

Error decodeError(int status, const QByteArray &body, int retryAfterSeconds)
{
    Error error{.code = codeOfStatus(status),
                .message = u"The server refused the request."_s,
                .detail = u"status %1"_s.arg(status),
                .retryAfterSeconds = retryAfterSeconds};
    const auto parsed = base::parseJsonObject(body);
    if (!parsed || !parsed->value("error"_L1).isObject())
        return error;
    const QJsonObject inner = parsed->value("error"_L1).toObject();
    base::JsonFields fields(inner);
    const QString code = fields.text("code"_L1, {.atMost = 64});
    const QString message = fields.text("message"_L1, {.atMost = 1000});
    if (fields.hasErrors())
        return error;
    const ErrorCode known = base::errorCodeFromName(code);
    if (isServersToSay(known))
        error.code = known;
    error.message = message;
    const QJsonObject named = inner.value("fields"_L1).toObject();
    for (auto field = named.constBegin(); field != named.constEnd(); ++field) {
        base::JsonFields complaint(field.value().toObject());
        const QString fieldCode = complaint.text("code"_L1, {.atMost = 64});
        const QString fieldMessage = complaint.text("message"_L1, {.atMost = 1000});
        if (!complaint.hasErrors() && field.key().size() <= 64)
            error.fields.append({field.key(), fieldCode, fieldMessage});
    }
    return error;
}

} // namespace authdesk::systems::own::messages
