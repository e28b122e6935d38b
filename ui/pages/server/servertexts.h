// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be said of a server from its settings: who reaches it, and a line that asks it
// something. Pure functions.
#pragma once

#include "core/model/serversettings.h"

namespace authdesk::ui::pages::server {

/// Which an address need not name.
inline constexpr int usualTlsPort = 443;

/// Whether somebody from another machine can come to it.
[[nodiscard]] bool isOpenToOthers(const model::ServerSettingsState &state);
/// Where people come to it, the address they are told first; without those of one API alone where
/// there is another.
[[nodiscard]] QList<model::ListenerAddress> shownAddresses(const model::ServerSettingsState &state);
/// What the one who shares it last was told: the name that people type; empty: none is set.
[[nodiscard]] QString sharedName(const model::ServerSettingsState &state);
/// A line for a terminal of this computer that is answered 200; it trusts exactly the certificate
/// that the server shows. `dataFolder` is where a certificate made here lies.
[[nodiscard]] QString curlLine(const model::ServerSettingsState &state, const QString &dataFolder);

} // namespace authdesk::ui::pages::server
