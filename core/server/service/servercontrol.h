// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the settings of a server are carried out by: whoever holds its listeners. Implemented by
// core/server/host. Thread-safe, except that apply() is never called twice at once.
#pragma once

#include "core/base/result.h"
#include "core/model/serversettings.h"

namespace authdesk::server::service {

class ServerControl
{
public:
    ServerControl() = default;
    ServerControl(const ServerControl &) = delete;
    ServerControl &operator=(const ServerControl &) = delete;
    virtual ~ServerControl() = default;

    /// What is in force, all but the name.
    [[nodiscard]] virtual model::ServerSettingsState state() const = 0;
    /// Puts a change in force, all of it or nothing, and returns its values as they are to be
    /// stored. What is in flight comes to its end. InvalidFields, with the field; Busy.
    [[nodiscard]] virtual base::Result<model::ServerSettings>
    apply(const model::ServerSettingsChange &change) = 0;
};

} // namespace authdesk::server::service
