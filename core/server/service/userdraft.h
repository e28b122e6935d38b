// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A change of a person's fields, compared with what is there. Inside this room only; free functions
// over plain values.
#pragma once

#include "core/base/result.h"
#include "core/model/auditevent.h"
#include "core/server/service/userservice.h"
#include "core/server/store/userrecord.h"

namespace authdesk::server::service {

struct UserDraft
{
    store::UserRecordChange change; ///< only what differs; the role is not looked at
    model::AuditEvent event;        ///< its `changes`: old → new
    bool disabledAfter = false;
    std::optional<QDateTime> validUntilAfter;
    bool endsSessions = false;    ///< the person may not sign in any more
    bool touchesStanding = false; ///< may take away the last one who manages users
};

/// InvalidFields with every problem. A username that is the e-mail follows the e-mail.
[[nodiscard]] base::Result<UserDraft> draftOf(const store::UserRecord &person,
                                              const UserChange &change, const QDateTime &now);

/// "invalid" for a status that cannot be set: only active and disabled can.
[[nodiscard]] std::optional<base::FieldError> statusProblem(model::UserStatus status);

} // namespace authdesk::server::service
