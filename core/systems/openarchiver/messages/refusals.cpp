// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/refusals.h"

#include "core/base/json.h"
#include "core/base/sentences.h"
#include "core/systems/openarchiver/messages/errors.h"

#include <array>

namespace authdesk::systems::openarchiver::messages {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::Sentences;

namespace {

constexpr QLatin1StringView aboutToken{"Unauthorized"};

struct Wording
{
    QLatin1StringView text;
    ErrorCode code;
};
constexpr std::array wordings{
    Wording{invalidCredentials, ErrorCode::InvalidCredentials},
    Wording{setupDone, ErrorCode::SetupAlreadyDone},
    Wording{invalidCurrentPassword, ErrorCode::WrongCurrentPassword},
    Wording{passwordMustChange, ErrorCode::PasswordChangeRequired},
    Wording{mfaRequired, ErrorCode::EnrollmentRequired},
};

/// Empty where the body is no {"message": text}.
QString messageOf(const QByteArray &body)
{
    const auto parsed = base::parseJsonObject(body);
    if (!parsed)
        return {};
    base::JsonFields fields(*parsed);
    return fields.optionalText("message"_L1, {.atMost = 1000}).value_or(QString());
}

} // namespace

Error decodeError(int status, const QByteArray &body, int retryAfterSeconds)
{
    Error error = base::errorOfStatus(status, retryAfterSeconds);
    if (status == 400 || status == 409)
        error.code = ErrorCode::InvalidFields;
    const QString text = messageOf(body);
    if (text.isEmpty()) {
        if (status >= 500)
            error.message =
                Sentences::tr("The server failed and does not say why. Its own log tells more.");
        return error;
    }
    error.message = text;
    for (const Wording &wording : wordings) {
        if (text == wording.text)
            error.code = wording.code;
    }
    return error;
}

bool refusesToken(int status, const QByteArray &body)
{
    if (status != 401)
        return false;
    const QString text = messageOf(body);
    return text.isEmpty() || (text.startsWith(aboutToken) && text != mfaRequired);
}

} // namespace authdesk::systems::openarchiver::messages
