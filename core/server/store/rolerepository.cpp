// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/rolerepository.h"

#include "core/server/store/connection.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using model::Role;
using model::Statement;

namespace {

#define AUTHDESK_SELECT_ROLE "SELECT id, slug, name, statements, predefined FROM roles "

QList<Statement> statementsFromJson(const QString &json)
{
    QList<Statement> statements;
    for (const auto &value : QJsonDocument::fromJson(json.toUtf8()).array()) {
        const QJsonObject object = value.toObject();
        Statement statement;
        for (const auto &action : object.value("action"_L1).toArray()) {
            if (const auto known = model::actionFromName(action.toString()))
                statement.actions.append(*known);
        }
        for (const auto &subject : object.value("subject"_L1).toArray()) {
            if (const auto known = model::subjectFromName(subject.toString()))
                statement.subjects.append(*known);
        }
        statement.inverted = object.value("inverted"_L1).toBool();
        statements.append(statement);
    }
    return statements;
}

Role roleFromRow(const Rows &rows)
{
    return {.id = rows.integer(0),
            .slug = rows.text(1),
            .name = rows.text(2),
            .statements = statementsFromJson(rows.text(3)),
            .predefined = rows.flag(4)};
}

std::optional<Role> oneRole(Rows rows)
{
    return rows.next() ? std::optional(roleFromRow(rows)) : std::nullopt;
}

} // namespace

std::optional<Role> RoleRepository::find(qint64 id)
{
    return oneRole(m_connection.select(AUTHDESK_SELECT_ROLE "WHERE id = ?", {id}));
}

std::optional<Role> RoleRepository::findBySlug(const QString &slug)
{
    return oneRole(m_connection.select(AUTHDESK_SELECT_ROLE "WHERE slug = ?", {slug}));
}

QList<Role> RoleRepository::list()
{
    QList<Role> roles;
    Rows rows = m_connection.select(AUTHDESK_SELECT_ROLE "ORDER BY id");
    while (rows.next())
        roles.append(roleFromRow(rows));
    return roles;
}

} // namespace authdesk::server::store
