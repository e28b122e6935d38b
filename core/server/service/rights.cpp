// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/rights.h"

#include "core/policy/attributes.h"
#include "core/policy/policy.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 recentSeconds = 15 * 60;

base::Result<> demand(bool isAllowed)
{
    if (!isAllowed)
        return base::fail(base::ErrorCode::Forbidden, u"You may not do this."_s);
    return {};
}

} // namespace

base::Result<> demandRight(const QList<model::Statement> &statements, model::Action action,
                           model::Subject subject)
{
    return demand(policy::allowsAll(statements, action, subject));
}

base::Result<> demandSomeRight(const QList<model::Statement> &statements, model::Action action,
                               model::Subject subject)
{
    return demand(policy::allows(statements, action, subject));
}

base::Result<> demandRightOn(const QList<model::Statement> &statements, model::Action action,
                             const model::User &person, QStringView field)
{
    return demand(allowsOn(statements, action, person, field));
}

bool allowsOn(const QList<model::Statement> &statements, model::Action action,
              const model::User &person, QStringView field)
{
    // Most rights have no conditions: then nobody needs the attributes.
    if (policy::allowsAll(statements, action, model::Subject::Users))
        return true;
    const QJsonObject resource = policy::attributesOf(person);
    return policy::allows(statements, {.action = action,
                                       .subject = model::Subject::Users,
                                       .resource = &resource,
                                       .field = field});
}

base::Result<> demandNoMoreRights(const QList<model::Statement> &holder,
                                  const QList<model::Statement> &other)
{
    if (!policy::covers(holder, other)) {
        return base::fail(base::ErrorCode::Forbidden,
                          u"This role holds rights that you do not hold yourself."_s);
    }
    return {};
}

bool mayManageUsers(const QList<model::Statement> &statements)
{
    return policy::allowsAll(statements, model::Action::Manage, model::Subject::Users);
}

QList<model::Statement> withinLevel(QList<model::Statement> statements, model::KeyLevel level)
{
    using model::Action;
    using model::Subject;
    // The last that matches wins, so what is added here is never opened again.
    const auto forbid = [&statements](const QList<Action> &actions,
                                      const QList<Subject> &subjects) {
        statements.append({.actions = actions, .subjects = subjects, .inverted = true});
    };
    const QList<Action> changing{Action::Create, Action::Update, Action::Delete, Action::Export,
                                 Action::Sync};
    switch (level) {
    case model::KeyLevel::Read:
        forbid(changing, {Subject::All});
        break;
    case model::KeyLevel::Write:
        forbid(changing, {Subject::Roles, Subject::Keys, Subject::Settings, Subject::Backups});
        forbid({Action::Create, Action::Delete, Action::Export, Action::Sync}, {Subject::Users});
        break;
    case model::KeyLevel::Admin:
        break;
    }
    return statements;
}

base::Result<> demandRecentSignIn(const Actor &actor, const QDateTime &now)
{
    if (actor.signedInAt.secsTo(now) > recentSeconds) {
        return base::fail(base::ErrorCode::RecentSignInRequired,
                          u"Recent sign-in required. Sign in again and repeat this."_s);
    }
    return {};
}

} // namespace authdesk::server::service
