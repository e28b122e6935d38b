// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/routes/wording.h"

#include "core/server/http/route.h"
#include "core/server/service/services.h"
#include "core/server/text/texts.h"
#include "core/systems/authdesk/messages/errors.h"

#include <array>

namespace authdesk::systems::own::routes {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using server::http::Request;
using server::http::Response;
using server::service::Services;

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

/// An error without what only the log may say.
Error withoutSecrets(Error error)
{
    error = server::http::forClients(std::move(error));
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

/// Lines of the same name are one list (RFC 9110 §5.3).
QByteArray acceptedLanguages(const Request &request)
{
    QByteArray wanted;
    for (const server::http::Header &header : request.headers) {
        if (header.name.compare("Accept-Language", Qt::CaseInsensitive) != 0)
            continue;
        if (!wanted.isEmpty())
            wanted += ',';
        wanted += header.value;
    }
    return wanted;
}

} // namespace

Wording::Wording(const Services &services, const Request &request)
    : m_texts(services.texts())
    , m_language(m_texts.languageFor(acceptedLanguages(request)))
    , m_isSignedIn(request.principal != nullptr)
{
}

Error Wording::told(Error error) const
{
    nameTheField(error);
    return m_texts.say(withoutSecrets(std::move(error)), m_language);
}

Response Wording::refused(const Error &error) const
{
    // A code on the way in is a credential like any other; 401 to someone who is signed in would
    // say that the token is not good any more.
    const bool isOnTheWayIn = error.code == ErrorCode::InvalidCode && !m_isSignedIn;
    const Error said = isOnTheWayIn ? m_texts.say(withoutSecrets(error), m_language) : told(error);
    const int status = isOnTheWayIn ? 401 : server::http::statusOf(error.code);
    return marked(Response::json(status, messages::encodeError(said)));
}

Response Wording::marked(Response response) const
{
    return std::move(response)
        .withHeader("Content-Language"_ba, m_language)
        .withHeader("Vary"_ba, "Accept-Language"_ba);
}

} // namespace authdesk::systems::own::routes
