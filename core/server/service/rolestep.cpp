// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/rolestep.h"

#include "core/model/statementjson.h"
#include "core/server/service/audittrail.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/folding.h"
#include "core/server/store/rolerepository.h"
#include "core/server/store/userrepository.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;
using model::Action;
using model::Role;
using model::Subject;

namespace {

constexpr qsizetype longestSlug = 64;

base::Error invalid(QLatin1StringView field, QLatin1StringView code, const QString &message)
{
    return {.code = base::ErrorCode::InvalidFields,
            .message = message,
            .detail = {},
            .fields = {{.field = field, .code = code, .message = message}}};
}

/// Lower case, what is neither letter nor digit of ASCII as one line.
QString slugOf(const QString &name)
{
    QString slug;
    for (const QChar c : name.toLower()) {
        const bool isPlain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (isPlain)
            slug += c;
        else if (!slug.isEmpty() && !slug.endsWith(u'_'))
            slug += u'_';
    }
    while (slug.endsWith(u'_'))
        slug.chop(1);
    return slug.left(longestSlug);
}

base::Result<QString> chosenSlug(const NewRole &wanted)
{
    const QString slug = wanted.slug.isEmpty() ? slugOf(wanted.name) : wanted.slug;
    if (slug.isEmpty() || slug.startsWith("predefined_"_L1) || slug != slugOf(slug)) {
        return base::fail(invalid(
            "slug"_L1, "invalid"_L1,
            u"Use a to z, 0 to 9 and _ for the slug, and nothing that begins with predefined."_s));
    }
    return slug;
}

QJsonArray written(const QList<model::Statement> &statements)
{
    return model::writeStatements(statements, model::StatementSpelling::Own);
}

} // namespace

QByteArray versionOf(const Role &role)
{
    const QJsonObject content{{u"name"_s, role.name}, {u"statements"_s, written(role.statements)}};
    return QCryptographicHash::hash(QJsonDocument(content).toJson(QJsonDocument::Compact),
                                    QCryptographicHash::Sha256)
        .first(16)
        .toHex();
}

RoleStep::RoleStep(store::Connection &connection, Toolbox &tools, const Actor &actor,
                   const Caller &caller)
    : m_connection(connection)
    , m_tools(tools)
    , m_actor(actor)
    , m_caller(caller)
{
}

base::Result<Role> RoleStep::create(const NewRole &wanted)
{
    auto rights = currentRights(m_connection, m_actor, m_tools.now());
    if (!rights)
        return base::fail(rights.error());
    if (auto may = demandRight(*rights, Action::Create, Subject::Roles); !may)
        return base::fail(may.error());
    if (auto held = demandNoMoreRights(*rights, wanted.statements); !held)
        return base::fail(held.error());
    if (auto good = checkName(wanted.name, 0); !good)
        return base::fail(good.error());
    const auto slug = chosenSlug(wanted);
    if (!slug)
        return base::fail(slug.error());
    store::RoleRepository roles(m_connection);
    if (roles.findBySlug(*slug))
        return base::fail(invalid("slug"_L1, "taken"_L1, u"Another role has this slug."_s));
    const auto role =
        roles.find(roles.create(*slug, wanted.name, wanted.statements, m_tools.now()));
    if (!role)
        return base::fail(base::ErrorCode::DatabaseFailed, u"The role was not stored."_s);
    model::AuditEvent event = auditEvent(u"role.created"_s, m_caller, m_actor);
    addChange(event, u"slug"_s, {}, role->slug);
    addChange(event, u"name"_s, {}, role->name);
    addChange(event, u"statements"_s, {}, written(role->statements));
    if (auto recorded = recordAudit(m_connection, m_tools, event); !recorded)
        return base::fail(recorded.error());
    return *role;
}

base::Result<Role> RoleStep::update(qint64 id, const RoleChange &change,
                                    const std::optional<QByteArray> &version)
{
    const auto role = reach(id, Action::Update, version);
    if (!role)
        return role;
    Role after = *role;
    after.name = change.name.value_or(role->name);
    after.statements = change.statements.value_or(role->statements);
    if (auto held = demandNoMoreRights(m_rights, after.statements); !held)
        return base::fail(held.error());
    if (auto good = checkName(after.name, id); !good)
        return base::fail(good.error());
    if (after == *role)
        return after;
    after.updatedAt = m_tools.now();
    store::RoleRepository(m_connection).update(id, after.name, after.statements, after.updatedAt);
    if (mayManageUsers(role->statements) && !mayManageUsers(after.statements)) {
        if (auto kept = demandSomeAdmin(); !kept)
            return base::fail(kept.error());
    }
    model::AuditEvent event = auditEvent(u"role.updated"_s, m_caller, m_actor);
    addChange(event, u"slug"_s, role->slug, role->slug);
    if (after.name != role->name)
        addChange(event, u"name"_s, role->name, after.name);
    if (after.statements != role->statements)
        addChange(event, u"statements"_s, written(role->statements), written(after.statements));
    if (auto recorded = recordAudit(m_connection, m_tools, event); !recorded)
        return base::fail(recorded.error());
    return after;
}

base::Result<> RoleStep::remove(qint64 id, const QString &replacement,
                                const std::optional<QByteArray> &version)
{
    const auto role = reach(id, Action::Delete, version);
    if (!role)
        return base::fail(role.error());
    store::UserListQuery having;
    having.roleSlug = role->slug;
    const QList<qint64> ids =
        store::UserRepository(m_connection).listIds(having, mostMoved + 1, m_tools.now());
    if (!ids.isEmpty()) {
        if (auto moved = movePeople(*role, replacement, ids); !moved)
            return moved;
    }
    store::RoleRepository(m_connection).remove(id);
    if (mayManageUsers(role->statements)) {
        if (auto kept = demandSomeAdmin(); !kept)
            return kept;
    }
    model::AuditEvent event = auditEvent(u"role.deleted"_s, m_caller, m_actor);
    addChange(event, u"slug"_s, role->slug, {});
    addChange(event, u"name"_s, role->name, {});
    addChange(event, u"statements"_s, written(role->statements), {});
    if (!ids.isEmpty()) {
        addChange(event, u"people"_s, ids.size(), 0);
        addChange(event, u"replacement"_s, {}, replacement);
    }
    return recordAudit(m_connection, m_tools, event);
}

base::Result<Role> RoleStep::reach(qint64 id, Action action,
                                   const std::optional<QByteArray> &version)
{
    auto rights = currentRights(m_connection, m_actor, m_tools.now());
    if (!rights)
        return base::fail(rights.error());
    m_rights = *std::move(rights);
    if (auto may = demandRight(m_rights, action, Subject::Roles); !may)
        return base::fail(may.error());
    auto role = store::RoleRepository(m_connection).find(id);
    if (!role)
        return base::fail(base::ErrorCode::NotFound, u"There is no such role."_s);
    if (role->predefined) {
        return base::fail(
            base::ErrorCode::Forbidden,
            u"This role is one of those that every server has. Make another one of your own."_s);
    }
    if (auto held = demandNoMoreRights(m_rights, role->statements); !held)
        return base::fail(held.error());
    if (version && *version != versionOf(*role)) {
        return base::fail(base::ErrorCode::VersionConflict,
                          u"Somebody else has changed this role meanwhile."_s);
    }
    return *std::move(role);
}

base::Result<> RoleStep::checkName(const QString &name, qint64 except)
{
    if (name.trimmed().isEmpty() || name != name.trimmed())
        return base::fail(invalid("name"_L1, "required"_L1, u"A role has a name."_s));
    for (const Role &role : store::RoleRepository(m_connection).list()) {
        if (role.id != except && store::folded(role.name) == store::folded(name))
            return base::fail(invalid("name"_L1, "taken"_L1, u"Another role has this name."_s));
    }
    return {};
}

base::Result<> RoleStep::movePeople(const Role &from, const QString &replacement, QList<qint64> ids)
{
    if (ids.size() > mostMoved) {
        return base::fail(invalid(
            "replacement"_L1, "too_many"_L1,
            u"More than %1 people have this role. Give some of them another one first."_s.arg(
                mostMoved)));
    }
    if (replacement.isEmpty()) {
        return base::fail(invalid("replacement"_L1, "required"_L1,
                                  u"People have this role. Say which one they get instead."_s));
    }
    const auto to = store::RoleRepository(m_connection).findBySlug(replacement);
    if (!to || to->id == from.id)
        return base::fail(invalid("replacement"_L1, "unknown"_L1, u"There is no such role."_s));
    if (auto held = demandNoMoreRights(m_rights, to->statements); !held)
        return held;
    const QDateTime now = m_tools.now();
    store::UserRepository users(m_connection);
    for (const qint64 id : ids) {
        const auto person = findPerson(m_connection, id, now);
        if (!person)
            return base::fail(person.error());
        store::UserRecordChange change;
        change.roleId = to->id;
        if (auto updated = users.update(id, change, std::nullopt, now); !updated)
            return updated;
        model::AuditEvent event = auditEvent(u"user.updated"_s, m_caller, m_actor);
        setTarget(event, person->user);
        addChange(event, u"role"_s, from.slug, to->slug);
        // As whenever somebody's role changes: nothing of before is good any more.
        endSessions(m_connection, id);
        endKeys(m_connection, id, now, event);
        if (auto recorded = recordAudit(m_connection, m_tools, event); !recorded)
            return recorded;
    }
    return {};
}

base::Result<> RoleStep::demandSomeAdmin()
{
    QList<qint64> managing;
    for (const Role &role : store::RoleRepository(m_connection).list()) {
        if (mayManageUsers(role.statements))
            managing.append(role.id);
    }
    if (store::UserRepository(m_connection).countUsable(managing, std::nullopt, m_tools.now()) > 0)
        return {};
    return base::fail(base::ErrorCode::LastAdmin,
                      u"This is the last person who may manage users."_s);
}

} // namespace authdesk::server::service
