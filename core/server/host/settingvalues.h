// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The settings of a server between the words they are stored in and what its parts are told. Pure
// functions but for spelledOut(), which looks at the computer's addresses; any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/serversettings.h"
#include "core/server/config/configuration.h"

namespace authdesk::server::host {

/// What stands in the settings as text, taken apart.
struct SettingAddresses
{
    QList<config::ListenAddress> listeners;
    QList<config::Network> proxies;

    /// Whether some listener answers our own API.
    [[nodiscard]] bool hasManagement() const;
};

/// The key of the option that gives a setting from outside.
[[nodiscard]] QString optionOf(model::ServerSetting setting);
/// As configured, whether by somebody or by default; all but the name.
[[nodiscard]] model::ServerSettings settingsOf(const config::Configuration &configuration);
/// Writes every value in `settings` in one way ("localhost" as an address). InvalidFields, naming
/// each setting that is wrong.
[[nodiscard]] base::Result<SettingAddresses> readSettings(model::ServerSettings &settings);
/// InvalidFields about that one.
[[nodiscard]] std::unexpected<base::Error>
refuseSetting(model::ServerSetting setting, QLatin1StringView code, const QString &message);
/// With an address for each one that a wildcard stands for, loopback first.
[[nodiscard]] QList<model::ListenerAddress>
spelledOut(const QList<model::ListenerAddress> &listeners);

} // namespace authdesk::server::host
