// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes sessions and their tokens, the last step of every way in. Inside this room only.
#pragma once

#include "core/base/result.h"
#include "core/server/service/caller.h"
#include "core/server/service/outcome.h"
#include "core/server/service/tokenmint.h"
#include "core/server/store/userrecord.h"

namespace authdesk::server::store {
class Connection;
}

namespace authdesk::server::service {

class Toolbox;

/// How long what a system's sign-in gives out is good for.
struct Lifetimes
{
    qint64 access = 0;   ///< seconds
    qint64 idle = 0;     ///< seconds a refresh token may lie unused; 0: there is none
    qint64 absolute = 0; ///< seconds from the sign-in
    TokenForm form = TokenForm::Opaque;
    bool rotates = true; ///< whether a refresh gives a new refresh token for the old one
};

[[nodiscard]] Lifetimes lifetimesOf(const QString &system);

enum class Enrollment { Done, Required };

/// Signs the person in, who was read in this transaction: session, last sign-in, known address,
/// audit row. Inside Database::write().
[[nodiscard]] base::Result<SignedIn> startSession(store::Connection &connection, Toolbox &tools,
                                                  const store::UserRecord &person,
                                                  Enrollment enrollment, const Caller &caller,
                                                  const QString &action);
/// New tokens for an old refresh token of the same system; without a refresh token where the
/// system's does not rotate. `accessToken`, where the system asks for
/// it: a signed one of the same sign-in, which may be over. Unauthenticated, RefreshReused.
[[nodiscard]] base::Result<SignedIn> renewSession(Toolbox &tools, const base::Secret &refreshToken,
                                                  const base::Secret *accessToken,
                                                  const Caller &caller);

} // namespace authdesk::server::service
