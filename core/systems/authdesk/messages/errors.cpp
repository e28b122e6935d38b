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

/// What the object says, or else `error`.
Error told(Error error, const QJsonObject &object)
{
    if (!object.value("error"_L1).isObject())
        return error;
    const QJsonObject inner = object.value("error"_L1).toObject();
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

Error decodeError(const QJsonObject &object)
{
    return told({.code = ErrorCode::UnexpectedAnswer, .message = {}}, object);
}

Error decodeError(int status, const QByteArray &body, int retryAfterSeconds)
{
    const Error error = base::errorOfStatus(status, retryAfterSeconds);
    const auto parsed = base::parseJsonObject(body);
    return parsed ? told(error, *parsed) : error;
}

} // namespace authdesk::systems::own::messages
