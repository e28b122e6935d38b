// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Forms as browsers and OAuth clients send them: urlencoded (the URL standard) and multipart
// (RFC 7578) with texts only. Free functions, any thread.
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>

namespace authdesk::systems::ndastro::messages {

/// Its fields as texts; of those that come twice the last one counts. UnsupportedMediaType where
/// the type is no form's, Malformed where the body is not what the type says.
[[nodiscard]] base::Result<QJsonObject> readForm(const QByteArray &contentType,
                                                 const QByteArray &body);

} // namespace authdesk::systems::ndastro::messages
