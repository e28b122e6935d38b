// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/rolerepository.h"

#include "core/base/log.h"
#include "core/model/statementjson.h"
#include "core/server/store/connection.h"
#include "core/server/store/folding.h"

#include <QtCore/QJsonDocument>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using model::Role;
using model::Statement;

namespace {

constexpr auto storedSpelling = model::StatementSpelling::Casl;

#define AUTHDESK_SELECT_ROLE                                                                       \
    "SELECT id, slug, name, statements, predefined, created_at, updated_at FROM roles "

/// A policy that is not read as a whole gives nothing: without one of its statements it may allow
/// more than was meant.
QList<Statement> statementsFromJson(const QString &json, const QString &slug)
{
    const auto statements =
        model::readStatements(QJsonDocument::fromJson(json.toUtf8()).array(), storedSpelling);
    if (statements)
        return *statements;
    const base::FieldError problem = model::fieldErrorOf(statements.error(), "statements"_L1);
    qCWarning(base::logStore).noquote()
        << "the role" << slug << "gives nothing: what is stored cannot be read:" << problem.field
        << problem.code;
    return {};
}

QString jsonOf(const QList<Statement> &statements)
{
    return QString::fromUtf8(QJsonDocument(model::writeStatements(statements, storedSpelling))
                                 .toJson(QJsonDocument::Compact));
}

Role roleFromRow(const Rows &rows)
{
    return {.id = rows.integer(0),
            .slug = rows.text(1),
            .name = rows.text(2),
            .statements = statementsFromJson(rows.text(3), rows.text(1)),
            .predefined = rows.flag(4),
            .createdAt = rows.time(5),
            .updatedAt = rows.time(6)};
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

qint64 RoleRepository::create(const QString &slug, const QString &name,
                              const QList<Statement> &statements, const QDateTime &now)
{
    return m_connection.insert(
        "INSERT INTO roles (slug, name, name_sort, statements, created_at, updated_at) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        {slug, name, folded(name), jsonOf(statements), now, now});
}

void RoleRepository::update(qint64 id, const QString &name, const QList<Statement> &statements,
                            const QDateTime &now)
{
    m_connection.execute(
        "UPDATE roles SET name = ?, name_sort = ?, statements = ?, updated_at = ? WHERE id = ?",
        {name, folded(name), jsonOf(statements), now, id});
}

void RoleRepository::remove(qint64 id)
{
    m_connection.execute("DELETE FROM roles WHERE id = ?", {id});
}

} // namespace authdesk::server::store
