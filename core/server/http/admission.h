// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a request must bring before its handler sees it: a body of the right type, a bearer token, a
// right. Pure functions, any thread.
#pragma once

#include "core/server/http/authenticator.h"
#include "core/server/http/requesthead.h"
#include "core/server/http/route.h"

namespace authdesk::server::http {

/// application/json, with no parameter but charset=utf-8.
[[nodiscard]] bool isJsonType(QByteArrayView contentType);

/// The token of the one Authorization header with the scheme Bearer (RFC 6750 section 2.1); empty
/// when there is none, when there are two, or when it is of another kind.
[[nodiscard]] QByteArrayView bearerToken(const RequestHead &head);

/// What a request shows of itself: the mount's own header if it has one and it came, otherwise
/// the bearer token.
[[nodiscard]] QByteArray shownToken(const RequestHead &head, const Mount *mount,
                                    const Request &request);

/// Nothing where the principal may call that row, otherwise EnrollmentRequired or Forbidden. A key
/// with limits changes nothing of its owner's own account, whatever the row asks for.
[[nodiscard]] base::Result<> checkRight(const Route &route, const Principal &principal,
                                        const Authenticator &authenticator);

/// The status line and body for an error that no system words: both `detail` and `error`.
[[nodiscard]] Response plainError(const base::Error &error);
/// Worded by the mount's encoder, or plainly without one; with Retry-After and WWW-Authenticate
/// where they belong. Never throws.
[[nodiscard]] Response wordError(const base::Error &error, const Mount *mount,
                                 const Request &request);
/// Tells the operator of a failure of the server's own (5xx), once, under the request's id. Busy is
/// none: the line of the request says it.
void logFailure(const base::Error &error, const QString &requestId);
/// What the handler says, whatever it does: an exception is Internal.
[[nodiscard]] base::Result<Response> callGuarded(const Handler::Call &call, const Request &request);

} // namespace authdesk::server::http
