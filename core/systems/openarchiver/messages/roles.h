// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Roles with their policies. Plain values, any thread. decode…(): InvalidFields in one sentence.
#pragma once

#include "core/base/result.h"
#include "core/model/role.h"

#include <QtCore/QJsonObject>

#include <optional>

namespace authdesk::systems::openarchiver::messages {

struct NewRole
{
    QString name;
    QList<model::Statement> policies;
    bool operator==(const NewRole &) const = default;
};

/// Absent stays as it is; one of them is there.
struct RoleChange
{
    std::optional<QString> name;
    std::optional<QList<model::Statement>> policies;
    bool operator==(const RoleChange &) const = default;
};

[[nodiscard]] QJsonObject encode(const model::Role &role);
[[nodiscard]] base::Result<NewRole> decodeNewRole(const QJsonObject &body);
[[nodiscard]] base::Result<RoleChange> decodeRoleChange(const QJsonObject &body);

} // namespace authdesk::systems::openarchiver::messages
