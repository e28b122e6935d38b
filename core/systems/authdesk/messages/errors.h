// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What went wrong, as our own API says it: {"error": {"code", "message", "fields"?}}. Plain values,
// any thread.
//
// The API's folder is core/systems/authdesk; its namespace is `own`, because an inner `authdesk`
// would hide the outer one.
#pragma once

#include "core/base/result.h"

#include <QtCore/QJsonObject>

namespace authdesk::systems::own::messages {

[[nodiscard]] QJsonObject encodeError(const base::Error &error);

/// What `{"error": …}` says, inside an answer that is about more; UnexpectedAnswer where it is not
/// readable.
[[nodiscard]] base::Error decodeError(const QJsonObject &object);

/// The error in an answer with a status of 400 or above. Codes that a server has no business to
/// send, and bodies that are not ours, are told by their status alone.
[[nodiscard]] base::Error decodeError(int status, const QByteArray &body,
                                      int retryAfterSeconds = 0);

} // namespace authdesk::systems::own::messages
