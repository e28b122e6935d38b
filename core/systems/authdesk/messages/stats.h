// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a server is doing, on our own API. Plain values, any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/serverstats.h"

#include <QtCore/QJsonObject>

namespace authdesk::systems::own::messages {

[[nodiscard]] QJsonObject encode(const model::ServerStats &stats);
/// What needs attention by a code that is not known here is left out: a newer server may know more.
[[nodiscard]] base::Result<model::ServerStats> decodeServerStats(const QByteArray &body);

} // namespace authdesk::systems::own::messages
