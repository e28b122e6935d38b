// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One thing done to many people, on our own API: {ids | filter, action, role?} and
// {results: [{id, ok, error?}]}. Plain values, any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/bulkaction.h"
#include "core/model/user.h"
#include "core/systems/authdesk/messages/users.h"

#include <QtCore/QJsonObject>

namespace authdesk::systems::own::messages {

/// What GET /users takes; at least one of them.
struct BulkFilter
{
    QString search = {};   ///< empty: not asked
    QString roleSlug = {}; ///< empty: every role
    std::optional<model::UserStatus> status = {};
    std::optional<bool> mfa = {};
    bool operator==(const BulkFilter &) const = default;
};

struct BulkRequest
{
    QList<qint64> ids = {};                ///< these people; or else
    std::optional<BulkFilter> filter = {}; ///< everybody whom it finds
    model::BulkAction action = model::BulkAction::Disable;
    QString roleSlug = {}; ///< of SetRole, and only there
    bool operator==(const BulkRequest &) const = default;
};

struct BulkResult
{
    qint64 id = 0;
    std::optional<base::Error> error = {}; ///< none: done
    /// What a reset hands out: one_time_password or one_time_code, with expires_at.
    std::optional<OneTimeSecret> oneTimeSecret = {};
    OneTimeKind kind = OneTimeKind::Password;
    bool operator==(const BulkResult &) const = default;
};

[[nodiscard]] QJsonObject encode(const BulkRequest &request);
[[nodiscard]] QJsonObject encodeBulkResults(const QList<BulkResult> &results);

/// At most model::mostPeopleAtOnce ids, each once.
[[nodiscard]] base::Result<BulkRequest> decodeBulkRequest(const QByteArray &body);
[[nodiscard]] base::Result<QList<BulkResult>> decodeBulkResults(const QByteArray &body);

} // namespace authdesk::systems::own::messages
