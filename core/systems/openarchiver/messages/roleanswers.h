// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Roles as a console reads and writes them. Plain values, any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/statement.h"

#include <QtCore/QJsonObject>

namespace authdesk::systems::openarchiver::messages {

struct RoleAnswer
{
    QString id;
    QString slug; ///< its own one, or the id where it has none
    QString name;
    QList<model::Statement> statements;
    bool operator==(const RoleAnswer &) const = default;
};

/// UnexpectedAnswer; for a policy that this program does not understand with a sentence that names
/// the role, what it is and its place: "policies[1].subject".
[[nodiscard]] base::Result<RoleAnswer> decodeRole(const QByteArray &body);
[[nodiscard]] base::Result<QList<RoleAnswer>> decodeRoles(const QByteArray &body);

/// {name, policies}: a new role, or the whole of one that is changed.
[[nodiscard]] QJsonObject encodeRole(const QString &name,
                                     const QList<model::Statement> &statements);

/// Where in `statements` it is what a refusal speaks of ("Invalid policy statement: Subject 'x' is
/// not a valid subject."): InvalidFields with that place; another error as it is.
[[nodiscard]] base::Error placed(base::Error refusal, const QList<model::Statement> &statements);

} // namespace authdesk::systems::openarchiver::messages
