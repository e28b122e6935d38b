// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The server's settings on our own API. Plain values, any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/serversettings.h"

#include <QtCore/QJsonObject>

namespace authdesk::systems::own::messages {

[[nodiscard]] QJsonObject encode(const model::ServerSettingsState &state);
[[nodiscard]] base::Result<model::ServerSettingsState> decodeServerSettings(const QByteArray &body);

[[nodiscard]] QJsonObject encode(const model::ServerSettingsChange &change);
/// Absent fields stay, null ones go back to their defaults. Malformed; InvalidFields.
[[nodiscard]] base::Result<model::ServerSettingsChange>
decodeServerSettingsChange(const QByteArray &body);

} // namespace authdesk::systems::own::messages
