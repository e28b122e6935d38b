// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The two places where a request says what it is about: the path of its first line and its Host.
// Pure functions, any thread.
#pragma once

#include "core/server/http/requesthead.h"

namespace authdesk::server::http {

/// A 400 with that reason.
[[nodiscard]] inline Refusal badRequest(QLatin1StringView reason)
{
    return {.status = 400, .reason = reason};
}

/// Takes "/path?query" (RFC 9112 section 3.2.1), or "*" with OPTIONS; decodes the path.
[[nodiscard]] Refusal readTarget(QByteArrayView target, RequestHead &head);

/// Whether that is a name, an IPv4 address or [IPv6], with or without a port (RFC 9110
/// section 7.2).
[[nodiscard]] bool isHost(QByteArrayView host);

} // namespace authdesk::server::http
