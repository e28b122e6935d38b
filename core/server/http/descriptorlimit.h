// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How many sockets and files the process may have open at once.
#pragma once

namespace authdesk::server::http {

/// Raises the process's own limit, where it has one and may, so that this many connections fit
/// beside everything else. Linux gives 1,024 by default, and a thousand connections are promised.
void allowConnections(int connections);

} // namespace authdesk::server::http
