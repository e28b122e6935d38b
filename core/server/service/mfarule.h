// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether everybody must have a second factor: whoever signs in without one then only gets as far
// as setting one up. Inside this room only; the functions run inside Database::read() and write().
#pragma once

namespace authdesk::server::store {
class Connection;
}

namespace authdesk::server::service {

[[nodiscard]] bool isSecondFactorRequired(store::Connection &connection);
void setSecondFactorRequired(store::Connection &connection, bool isRequired);

} // namespace authdesk::server::service
