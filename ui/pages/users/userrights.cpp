// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/userrights.h"

#include "core/policy/attributes.h"
#include "core/policy/bound.h"
#include "core/policy/policy.h"

#include <algorithm>

namespace authdesk::ui::pages::users {

using model::Action;
using model::Statement;
using model::Subject;

namespace {

/// The predefined roles as contracts.md says them, for a server that shows its roles only to some.
QList<Statement> predefinedStatements(const QString &slug)
{
    if (slug == model::adminSlug) {
        return {{.actions = {Action::Manage}, .subjects = {Subject::All}},
                {.actions = {Action::Manage},
                 .subjects = {Subject::Roles, Subject::Settings, Subject::Backups},
                 .inverted = true}};
    }
    if (slug == model::helpDeskSlug) {
        return {{.actions = {Action::Read, Action::Update}, .subjects = {Subject::Users}},
                {.actions = {Action::Read, Action::Delete}, .subjects = {Subject::Sessions}}};
    }
    if (slug == model::auditorSlug)
        return {{.actions = {Action::Read}, .subjects = {Subject::All}}};
    if (slug == model::userSlug)
        return {};
    return {{.actions = {Action::Manage}, .subjects = {Subject::All}}};
}

const model::Role *findRole(const QList<model::Role> &roles, const QString &slug)
{
    const auto found = std::find_if(roles.cbegin(), roles.cend(),
                                    [&](const model::Role &role) { return role.slug == slug; });
    return found == roles.cend() ? nullptr : &*found;
}

} // namespace

UserRights::UserRights(gateway::Capabilities capabilities, model::User me, QList<model::Role> roles)
    : m_capabilities(capabilities)
    , m_me(std::move(me))
    , m_roles(std::move(roles))
{
}

bool UserRights::canCreate() const
{
    return mayAct(Action::Create, Subject::Users);
}

bool UserRights::mayEdit() const
{
    return mayAct(Action::Update, Subject::Users);
}

bool UserRights::mayRemove() const
{
    return mayAct(Action::Delete, Subject::Users);
}

bool UserRights::mayEndSessions() const
{
    return mayAct(Action::Delete, Subject::Sessions);
}

bool UserRights::canEdit(const model::User &person) const
{
    return mayTouch(person, Action::Update);
}

bool UserRights::canRemove(const model::User &person) const
{
    return mayTouch(person, Action::Delete);
}

bool UserRights::canResetPassword(const model::User &person) const
{
    return !isMe(person) && mayTouch(person, Action::Update);
}

bool UserRights::canResetSecondFactor(const model::User &person) const
{
    return m_capabilities.testFlag(gateway::Capability::ResetSecondFactor) && !isMe(person)
           && mayTouch(person, Action::Update);
}

bool UserRights::managesUsers(const QString &roleSlug) const
{
    return policy::allowsAll(statementsOf(roleSlug), Action::Manage, Subject::Users);
}

QStringList UserRights::managingRoles() const
{
    QStringList slugs{model::superAdminSlug, model::adminSlug};
    for (const model::Role &role : m_roles) {
        if (managesUsers(role.slug) && !slugs.contains(role.slug))
            slugs.append(role.slug);
    }
    return slugs;
}

QList<model::Role> UserRights::grantableRoles() const
{
    const QList<Statement> mine = statementsOf(m_me.role.slug);
    QList<model::Role> roles;
    std::copy_if(
        m_roles.cbegin(), m_roles.cend(), std::back_inserter(roles),
        [&](const model::Role &role) { return policy::covers(mine, statementsOf(role.slug)); });
    return roles;
}

QString UserRights::grantableAdminRole() const
{
    QString slug;
    for (const model::Role &role : grantableRoles()) {
        if (role.slug == model::adminSlug)
            return role.slug;
        if (slug.isEmpty() && managesUsers(role.slug))
            slug = role.slug;
    }
    return slug;
}

QList<Statement> UserRights::statementsOf(const QString &roleSlug) const
{
    const model::Role *role = findRole(m_roles, roleSlug);
    return role ? role->statements : predefinedStatements(roleSlug);
}

bool UserRights::mayAct(Action action, Subject subject) const
{
    return m_capabilities.testFlag(gateway::Capability::EditUsers)
           && policy::allows(statementsOf(m_me.role.slug), action, subject);
}

bool UserRights::mayTouch(const model::User &person, Action action) const
{
    const QList<Statement> mine =
        policy::bound(statementsOf(m_me.role.slug), policy::attributesOf(m_me));
    const QJsonObject resource = policy::attributesOf(person);
    return mayAct(action, Subject::Users)
           && policy::allows(mine,
                             {.action = action, .subject = Subject::Users, .resource = &resource})
           && policy::covers(mine, policy::bound(statementsOf(person.role.slug), resource));
}

} // namespace authdesk::ui::pages::users
