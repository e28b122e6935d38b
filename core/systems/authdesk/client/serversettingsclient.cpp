// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/client/serversettingsclient.h"

#include "core/net/decoding.h"
#include "core/systems/authdesk/messages/errors.h"
#include "core/systems/authdesk/messages/serversettings.h"

namespace authdesk::systems::own::client {

using namespace Qt::StringLiterals;

ServerSettingsClient::Answer<model::ServerSettingsState> ServerSettingsClient::read()
{
    return net::decoded<model::ServerSettingsState>(m_api.call({.path = u"/settings/server"_s}),
                                                    messages::decodeError,
                                                    messages::decodeServerSettings);
}

ServerSettingsClient::Answer<model::ServerSettingsState>
ServerSettingsClient::change(const model::ServerSettingsChange &change)
{
    return net::decoded<model::ServerSettingsState>(
        m_api.call(
            {.method = "PATCH", .path = u"/settings/server"_s, .body = messages::encode(change)}),
        messages::decodeError, messages::decodeServerSettings);
}

} // namespace authdesk::systems::own::client
