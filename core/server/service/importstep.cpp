// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/importstep.h"

#include "core/policy/policy.h"
#include "core/server/crypto/passwordformat.h"
#include "core/server/crypto/tokens.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/folding.h"
#include "core/server/store/rolerepository.h"
#include "core/server/store/userrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;
using model::Action;
using model::ImportedRow;
using model::ImportResult;
using model::Subject;
using transfer::PersonRow;

namespace {

base::Error invalid(const base::FieldError &problem)
{
    return {.code = base::ErrorCode::InvalidFields,
            .message = problem.message,
            .detail = {},
            .fields = {problem}};
}

NewUser newUserOf(const PersonRow &row)
{
    NewUser wanted;
    wanted.username = row.username.value_or(QString());
    wanted.email = row.email;
    wanted.firstName = row.firstName.value_or(QString());
    wanted.lastName = row.lastName.value_or(QString());
    wanted.status =
        row.disabled.value_or(false) ? model::UserStatus::Disabled : model::UserStatus::Active;
    wanted.validUntil = row.validUntil.value_or(std::nullopt);
    return wanted;
}

UserChange changeOf(const PersonRow &row)
{
    UserChange change;
    if (row.username && !row.username->isEmpty())
        change.username = row.username;
    change.email = row.email;
    change.firstName = row.firstName;
    change.lastName = row.lastName;
    if (row.disabled)
        change.status = *row.disabled ? model::UserStatus::Disabled : model::UserStatus::Active;
    change.validUntil = row.validUntil;
    return change;
}

} // namespace

ImportStep::ImportStep(store::Connection &connection, Toolbox &tools, const Rights *rights,
                       model::AuditEvent event)
    : m_connection(connection)
    , m_tools(tools)
    , m_rights(rights)
    , m_event(std::move(event))
{
}

base::Result<QList<ImportedRow>> ImportStep::take(const QList<PersonRow> &rows)
{
    readRoles();
    readKnown(rows);
    QList<ImportedRow> results;
    results.reserve(rows.size());
    for (const PersonRow &row : rows)
        results.append(takeOne(row));
    m_slowest.store(m_connection, m_tools);
    if (auto recorded = record(results); !recorded)
        return base::fail(recorded.error());
    return results;
}

void ImportStep::readRoles()
{
    for (model::Role &role : store::RoleRepository(m_connection).list()) {
        const bool isCovered = !m_rights || policy::covers(*m_rights, role.statements);
        m_roles.push_back({.role = std::move(role), .isCovered = isCovered});
    }
}

void ImportStep::readKnown(const QList<PersonRow> &rows)
{
    QStringList uids;
    QStringList names;
    for (const PersonRow &row : rows) {
        if (!row.uid.isEmpty())
            uids.append(row.uid);
        for (const std::optional<QString> &name : {row.username, row.email}) {
            if (name && !name->isEmpty())
                names.append(store::folded(*name));
        }
    }
    m_known.reserve(std::size_t(rows.size()));
    for (store::UserRecord &record :
         store::UserRepository(m_connection).findAny(uids, names, m_tools.now()))
        remember(std::move(record), false);
}

void ImportStep::remember(store::UserRecord record, bool isHandled)
{
    const std::size_t index = m_known.size();
    m_byUid.insert(record.user.uid, index);
    m_byName.insert(store::folded(record.user.username), index);
    if (record.user.email)
        m_byName.insert(store::folded(*record.user.email), index);
    m_known.push_back({.record = std::move(record), .isHandled = isHandled});
}

ImportStep::Known *ImportStep::match(const PersonRow &row)
{
    if (const auto found = m_byUid.constFind(row.uid); found != m_byUid.cend())
        return &m_known[*found];
    for (const std::optional<QString> &name : {row.username, row.email}) {
        if (!name || name->isEmpty())
            continue;
        if (const auto found = m_byName.constFind(store::folded(*name)); found != m_byName.cend())
            return &m_known[*found];
    }
    return nullptr;
}

base::Result<const ImportStep::RoleFacts *> ImportStep::roleOf(const QString &name) const
{
    const QString wanted = name.isEmpty() ? QString(model::userSlug) : name;
    for (const RoleFacts &facts : m_roles) {
        if (facts.role.slug == wanted
            || facts.role.name.compare(wanted, Qt::CaseInsensitive) == 0) {
            if (facts.isCovered)
                return &facts;
            return base::fail(base::ErrorCode::Forbidden,
                              u"This role holds rights that you do not hold yourself."_s);
        }
    }
    return base::fail(invalid(
        {.field = u"role"_s, .code = u"unknown"_s, .message = u"There is no such role."_s}));
}

ImportedRow ImportStep::takeOne(const PersonRow &row)
{
    ImportedRow result{.row = row.row, .username = row.username.value_or(QString())};
    if (result.username.isEmpty())
        result.username = row.email.value_or(row.uid);
    const auto done = [&]() -> base::Result<> {
        if (!row.problems.isEmpty()) {
            base::Error problem = invalid(row.problems.first());
            problem.fields = row.problems;
            return base::fail(std::move(problem));
        }
        if (Known *const known = match(row)) {
            if (known->isHandled) {
                return base::fail(
                    invalid({.field = u"row"_s,
                             .code = u"duplicate"_s,
                             .message = u"An earlier row is about the same person."_s}));
            }
            known->isHandled = true;
            return update(row, *known, result);
        }
        const auto id = create(row, result);
        if (!id)
            return base::fail(id.error());
        result.id = *id;
        result.result = ImportResult::Created;
        return {};
    }();
    if (!done) {
        result.result = ImportResult::Refused;
        result.changes = {};
        result.error = done.error();
    }
    return result;
}

base::Result<qint64> ImportStep::create(const PersonRow &row, ImportedRow &result)
{
    if (m_rights) {
        if (auto allowed = demandRight(*m_rights, Action::Create, Subject::Users); !allowed)
            return base::fail(allowed.error());
    }
    const auto wanted = checkedNewUser(m_tools, newUserOf(row));
    if (!wanted)
        return base::fail(wanted.error());
    const auto role = roleOf(row.role);
    if (!role)
        return base::fail(role.error());
    if (auto taken = checkHash(row.passwordHash); !taken)
        return base::fail(taken.error());
    m_slowest.note(m_tools.ground.hasher, row.passwordHash);
    const QDateTime now = m_tools.now();
    const bool isOneTime = row.oneTimeExpiresAt.has_value();
    store::NewUserRecord record;
    record.uid = row.uid.isEmpty() ? crypto::newUid(m_tools.ground.random) : row.uid;
    record.username = wanted->username;
    record.email = wanted->email;
    record.firstName = wanted->firstName;
    record.lastName = wanted->lastName;
    record.roleId = (*role)->role.id;
    record.validUntil = wanted->validUntil;
    record.disabled = wanted->status == model::UserStatus::Disabled;
    record.disabledBy = record.disabled ? m_event.actorName : QString();
    record.mustChangePassword =
        isOneTime || row.passwordHash.isEmpty() || row.mustChangePassword.value_or(false);
    (isOneTime ? record.oneTimePasswordHash : record.passwordHash) = row.passwordHash;
    if (isOneTime && !row.passwordHash.isEmpty())
        record.oneTimePasswordExpiresAt = row.oneTimeExpiresAt;
    // Nothing has happened yet that lies ahead.
    record.createdAt = std::min(row.createdAt.value_or(now), now);
    if (row.lastLoginAt)
        record.lastLoginAt = std::min(*row.lastLoginAt, now);
    const qint64 id = store::UserRepository(m_connection).createKnownFree(record, now);
    result.username = record.username;

    store::UserRecord known;
    known.user.id = id;
    known.user.uid = record.uid;
    known.user.username = record.username;
    known.user.email = record.email;
    if (!(*role)->role.statements.isEmpty()) {
        // Who may do something is told one by one; the others are counted.
        model::AuditEvent event = m_event;
        event.action = u"user.created"_s;
        setTarget(event, known.user);
        addChange(event, u"username"_s, {}, record.username);
        addChange(event, u"role"_s, {}, (*role)->role.slug);
        if (auto recorded = recordAudit(m_connection, m_tools, event); !recorded)
            return base::fail(recorded.error());
    }
    remember(std::move(known), true);
    return id;
}

base::Result<> ImportStep::update(const PersonRow &row, Known &known, ImportedRow &result)
{
    const store::UserRecord &person = known.record;
    result.id = person.user.id;
    result.username = person.user.username;
    if (m_rights) {
        if (auto allowed = demandRight(*m_rights, Action::Update, Subject::Users); !allowed)
            return allowed;
        const auto role = std::ranges::find_if(
            m_roles, [&](const RoleFacts &facts) { return facts.role.id == person.user.role.id; });
        if (role == m_roles.end() || !role->isCovered) {
            return base::fail(base::ErrorCode::Forbidden,
                              u"This person holds rights that you do not hold yourself."_s);
        }
    }
    UserChange change = changeOf(row);
    if (!row.role.isEmpty()) {
        const auto role = roleOf(row.role);
        // What is shown already is no grant.
        if (role)
            change.roleSlug = (*role)->role.slug;
        else if (row.role != person.user.role.slug)
            return base::fail(role.error());
    }
    if (!m_rights) {
        if (auto taken = checkHash(row.passwordHash); !taken)
            return taken;
    }
    model::AuditEvent event = m_event;
    event.action = u"user.updated"_s;
    const auto edited = editPerson(m_connection, m_tools, person, change, m_rights, event);
    if (!edited)
        return base::fail(edited.error());
    const auto replaced = replacePassword(row, person);
    if (!replaced)
        return base::fail(replaced.error());
    result.passwordKept = !*replaced && !row.passwordHash.isEmpty()
                          && row.passwordHash != person.passwordHash
                          && row.passwordHash != person.oneTimePasswordHash;
    result.result = edited->changed || *replaced ? ImportResult::Updated : ImportResult::Unchanged;
    if (!edited->changed && !*replaced)
        return {};
    result.changes = edited->changes;
    if (*replaced)
        result.changes.insert(u"password_hash"_s, QJsonObject{{u"old"_s, {}}, {u"new"_s, {}}});
    result.username = edited->user.username;
    m_changedIds.append(person.user.id);
    // A later row may take the names that this one gave up.
    for (const QString &name : {person.user.username, person.user.email.value_or(QString())})
        m_byName.remove(store::folded(name));
    const std::size_t index = m_byUid.value(person.user.uid);
    known.record.user = edited->user;
    for (const QString &name : {edited->user.username, edited->user.email.value_or(QString())}) {
        if (!name.isEmpty())
            m_byName.insert(store::folded(name), index);
    }
    return {};
}

base::Result<bool> ImportStep::replacePassword(const PersonRow &row,
                                               const store::UserRecord &person)
{
    const bool isOneTime = row.oneTimeExpiresAt.has_value();
    const QByteArray &before = isOneTime ? person.oneTimePasswordHash : person.passwordHash;
    // Nobody who imports chooses a lasting password for somebody who is there; only the owner of
    // the data folder could anyway.
    if (m_rights || row.passwordHash.isEmpty() || row.passwordHash == before)
        return false;
    const QDateTime now = m_tools.now();
    store::UserRepository users(m_connection);
    if (isOneTime) {
        users.setOneTimePassword(person.user.id, row.passwordHash, *row.oneTimeExpiresAt, now);
    } else {
        users.setPassword(person.user.id, row.passwordHash, now);
        if (row.mustChangePassword.value_or(false))
            users.setMustChangePassword(person.user.id, true, now);
    }
    endSessions(m_connection, person.user.id);
    m_slowest.note(m_tools.ground.hasher, row.passwordHash);
    model::AuditEvent event = m_event;
    event.action = u"user.password_imported"_s;
    setTarget(event, person.user);
    if (auto recorded = recordAudit(m_connection, m_tools, event); !recorded)
        return base::fail(recorded.error());
    return true;
}

base::Result<> ImportStep::checkHash(const QByteArray &hash) const
{
    // One of our own form is read already.
    if (hash.isEmpty() || !m_tools.ground.hasher.needsRehash(hash))
        return {};
    if (auto problem = crypto::passwordHashProblem(hash))
        return base::fail(invalid(*problem));
    return {};
}

base::Result<> ImportStep::record(const QList<ImportedRow> &rows)
{
    const model::ImportReport report{.rows = rows};
    const qsizetype created = report.count(ImportResult::Created);
    const qsizetype updated = report.count(ImportResult::Updated);
    if (created == 0 && updated == 0)
        return {};
    model::AuditEvent event = m_event;
    event.action = u"users.imported"_s;
    addChange(event, u"created"_s, {}, qint64(created));
    addChange(event, u"updated"_s, {}, qint64(updated));
    addChange(event, u"unchanged"_s, {}, qint64(report.count(ImportResult::Unchanged)));
    addChange(event, u"refused"_s, {}, qint64(report.count(ImportResult::Refused)));
    return recordAudit(m_connection, m_tools, event);
}

} // namespace authdesk::server::service
