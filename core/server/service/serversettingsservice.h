// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a server is told about its place in the network: read, changed, kept. What is stored counts
// again at the next start. Thread-safe; blocks.
#pragma once

#include "core/base/result.h"
#include "core/model/serversettings.h"
#include "core/server/service/caller.h"

#include <QtCore/QMutex>

namespace authdesk::server::service {

class ServerControl;
class Toolbox;

class ServerSettingsService final
{
public:
    explicit ServerSettingsService(Toolbox &tools)
        : m_tools(tools)
    {
    }

    /// Who carries the settings out; outlives the service, or is taken back by null. Without one
    /// there is nothing to read or change (NotSupported).
    void setControl(ServerControl *control);
    /// What was stored, in `values` and `set`. For the start, which has no actor.
    [[nodiscard]] base::Result<model::ServerSettingsChange> stored();

    [[nodiscard]] base::Result<model::ServerSettingsState> read(const Actor &actor);
    /// In force when this returns. Forbidden; SettingGiven, naming the fields that are given from
    /// outside; InvalidFields. In every one of these cases nothing changed.
    [[nodiscard]] base::Result<model::ServerSettingsState>
    change(const Actor &actor, const Caller &caller, const model::ServerSettingsChange &change);

private:
    [[nodiscard]] base::Result<ServerControl *> control();
    [[nodiscard]] base::Result<model::ServerSettingsState> state(const ServerControl &control);
    [[nodiscard]] base::Result<> store(const Actor &actor, const Caller &caller,
                                       const model::ServerSettingsChange &change,
                                       const model::ServerSettings &before);

    Toolbox &m_tools;
    QMutex m_changing; ///< held by one change at a time
    QMutex m_mutex;    ///< guards m_control
    ServerControl *m_control = nullptr;
};

} // namespace authdesk::server::service
