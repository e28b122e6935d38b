// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where a server listens, how people reach it and what TLS shows, and changing that. Implemented by
// the clients whose server tells; window thread; futures as in signingateway.h.
#pragma once

#include "core/base/result.h"
#include "core/model/serversettings.h"

#include <QtCore/QFuture>

namespace authdesk::gateway {

class ServerSettingsGateway
{
public:
    ServerSettingsGateway() = default;
    ServerSettingsGateway(const ServerSettingsGateway &) = delete;
    ServerSettingsGateway &operator=(const ServerSettingsGateway &) = delete;
    virtual ~ServerSettingsGateway() = default;

    template <typename T>
    using Answer = QFuture<base::Result<T>>;

    /// Forbidden for whoever may not read settings.
    [[nodiscard]] virtual Answer<model::ServerSettingsState> read() = 0;
    /// All of it or nothing; what holds afterwards. The server may answer elsewhere from then on:
    /// the answer still comes over the connection that asked. InvalidFields names the settings
    /// ("listeners", "tls", "public_url"); SettingGiven for one that is given from outside.
    [[nodiscard]] virtual Answer<model::ServerSettingsState>
    change(const model::ServerSettingsChange &change) = 0;
};

} // namespace authdesk::gateway
