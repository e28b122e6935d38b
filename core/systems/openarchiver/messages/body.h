// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a request brings: JSON, at sign-in and setup also a form; and cookies. Free functions, any
// thread.
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>

namespace authdesk::systems::openarchiver::messages {

/// An urlencoded form (the URL standard) as texts; of those that come twice the last one counts.
/// Malformed for what is no text.
[[nodiscard]] base::Result<QJsonObject> readForm(const QByteArray &body);
/// The body as an object; of an empty one the empty object. Malformed.
[[nodiscard]] base::Result<QJsonObject> readBody(const QByteArray &body);
/// The value of a cookie of a Cookie header (RFC 6265 section 4.2.1); empty when it is not there.
[[nodiscard]] QByteArray cookieOf(const QByteArray &header, QByteArrayView name);

/// InvalidFields with one sentence for all of them.
[[nodiscard]] std::unexpected<base::Error> missing(QLatin1StringView sentence);

} // namespace authdesk::systems::openarchiver::messages
