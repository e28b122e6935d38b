// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the server's settings are written down in the store, and told in the audit. Pure functions.
#pragma once

#include "core/model/serversettings.h"

#include <QtCore/QJsonValue>

namespace authdesk::server::service {

/// "server.public_url"
[[nodiscard]] QString storedKey(model::ServerSetting setting);
[[nodiscard]] QString storedText(model::ServerSetting setting, const model::ServerSettings &values);
/// Fills that setting; false where the text is none of storedText()'s.
[[nodiscard]] bool readStoredText(model::ServerSetting setting, const QString &text,
                                  model::ServerSettings &values);
/// As the audit shows it: text, or a list of texts.
[[nodiscard]] QJsonValue toldValue(model::ServerSetting setting,
                                   const model::ServerSettings &values);

} // namespace authdesk::server::service
