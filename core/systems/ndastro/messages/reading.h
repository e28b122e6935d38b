// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How every body of ndastro's is read, inside this room only.
#pragma once

#include "core/base/json.h"

namespace authdesk::systems::ndastro::messages {

/// Its framework tells a body that it cannot read as a mistake in a field without a name.
[[nodiscard]] inline base::Result<QJsonObject> readRequest(const QByteArray &body)
{
    auto object = base::parseJsonObject(body);
    if (object)
        return object;
    const bool isMissing = body.trimmed().isEmpty();
    return std::unexpected(base::Error{
        .code = base::ErrorCode::InvalidFields,
        .message = object.error().message,
        .detail = object.error().detail,
        .fields = {{QString(),
                    isMissing ? QStringLiteral("required") : QStringLiteral("json_invalid"),
                    object.error().message}}});
}

} // namespace authdesk::systems::ndastro::messages
