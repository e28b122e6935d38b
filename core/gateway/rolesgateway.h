// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Roles and their statements. Implemented by the clients whose server has them; window thread;
// futures as in signingateway.h.
#pragma once

#include "core/base/result.h"
#include "core/model/role.h"

#include <QtCore/QFuture>

#include <optional>

namespace authdesk::gateway {

/// A role as it was read; what is changed later is told by its version.
struct ReadRole
{
    model::Role role;
    QByteArray version; ///< opaque; empty where the server keeps none
    bool operator==(const ReadRole &) const = default;
};

struct RoleRequest
{
    QString name;
    QList<model::Statement> statements;
};

/// Why somebody may do something, or may not.
struct RoleVerdict
{
    bool allowed = false;
    std::optional<qsizetype> statement; ///< of `role`; none: none speaks of it
    model::Role role;                   ///< of the person asked about
};

struct RoleQuestion
{
    qint64 userId = 0;
    model::Action action = model::Action::Read;
    model::Subject subject = model::Subject::Users;
    std::optional<qint64> aboutUserId; ///< the person whom it would be done to; none: anybody
};

class RolesGateway
{
public:
    RolesGateway() = default;
    RolesGateway(const RolesGateway &) = delete;
    RolesGateway &operator=(const RolesGateway &) = delete;
    virtual ~RolesGateway() = default;

    template <typename T>
    using Answer = QFuture<base::Result<T>>;

    [[nodiscard]] virtual Answer<QList<model::Role>> list() = 0;
    [[nodiscard]] virtual Answer<ReadRole> read(qint64 id) = 0;
    /// InvalidFields: name, or statements with the place of the mistake.
    [[nodiscard]] virtual Answer<ReadRole> create(const RoleRequest &wanted) = 0;
    /// VersionConflict where `before` is not the newest; LastAdmin.
    [[nodiscard]] virtual Answer<ReadRole> update(const ReadRole &before,
                                                  const RoleRequest &wanted) = 0;
    /// Its people get the role `replacement` (a slug); an empty one where it has nobody.
    [[nodiscard]] virtual Answer<void> remove(const ReadRole &role,
                                              const QString &replacement) = 0;
    /// NotSupported where the server does not tell.
    [[nodiscard]] virtual Answer<RoleVerdict> check(const RoleQuestion &question) = 0;
};

} // namespace authdesk::gateway
