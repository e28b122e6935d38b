// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the answer to one request words what went wrong: in the language that the request asks for,
// and without what only the log may say. The services outlive it. Any thread.
#pragma once

#include "core/base/error.h"
#include "core/server/http/response.h"

namespace authdesk::server::service {
class Services;
}
namespace authdesk::server::text {
class Texts;
}

namespace authdesk::systems::own::routes {

class Wording final
{
public:
    Wording(const server::service::Services &services, const server::http::Request &request);

    /// An error as somebody who is signed in is told it: with its field, and without what only the
    /// log may say.
    [[nodiscard]] base::Error told(base::Error error) const;
    /// {"error": {"code", "message", "fields"?}} with the status of the code.
    [[nodiscard]] server::http::Response refused(const base::Error &error) const;
    /// The answer, marked as one whose words depend on Accept-Language.
    [[nodiscard]] server::http::Response marked(server::http::Response response) const;

private:
    const server::text::Texts &m_texts;
    QByteArray m_language;
    bool m_isSignedIn;
};

/// Wording::refused(), for handlers that make their answers themselves.
[[nodiscard]] inline server::http::Response encodeError(const base::Error &error,
                                                        const server::service::Services &services,
                                                        const server::http::Request &request)
{
    return Wording(services, request).refused(error);
}

} // namespace authdesk::systems::own::routes
