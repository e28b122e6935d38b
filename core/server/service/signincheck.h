// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Looks for what keeps a person from signing in. Inside this room only; runs inside
// Database::read().
#pragma once

#include "core/base/result.h"
#include "core/model/signincheck.h"
#include "core/server/store/userrecord.h"

namespace authdesk::server::store {
class Connection;
}

namespace authdesk::server::service {

/// Who may be told how far a person's clock is off.
enum class ClockShown { No, Yes };

[[nodiscard]] base::Result<model::SignInCheck> checkSignIn(store::Connection &connection,
                                                           const store::UserRecord &person,
                                                           ClockShown clockShown,
                                                           const QDateTime &now);

} // namespace authdesk::server::service
