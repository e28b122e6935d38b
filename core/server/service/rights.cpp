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

base::Result<> demandRecentSignIn(const Actor &actor, const QDateTime &now)
{
    if (actor.signedInAt.secsTo(now) > recentSeconds) {
        return base::fail(base::ErrorCode::RecentSignInRequired,
                          u"Recent sign-in required. Sign in again and repeat this."_s);
    }
    return {};
}

} // namespace authdesk::server::service
