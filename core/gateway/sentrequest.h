// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the console itself asked a server, for the window's own log. Window thread.
#pragma once

#include "core/net/exchange.h"

#include <functional>

namespace authdesk::gateway {

using SentRequest = net::Exchange;
/// Told once of every request that a connection sent, when it ended.
using RequestObserver = std::function<void(const SentRequest &)>;

} // namespace authdesk::gateway
