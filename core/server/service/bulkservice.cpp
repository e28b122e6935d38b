// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/bulkservice.h"

#include "core/server/service/rights.h"
#include "core/server/service/toolbox.h"
#include "core/server/service/userstep.h"
#include "core/server/store/userrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;
using model::Action;
using model::BulkAction;
using model::Subject;

namespace {

/// So many share a commit, and nobody else's write waits for more of them.
constexpr qsizetype peoplePerCommit = 50;

base::Result<> demandRightFor(const Actor &actor, BulkAction action)
{
    const auto demand = [&](Action what, Subject subject) {
        return subject == Subject::Users ? demandSomeRight(actor.statements, what, subject)
                                         : demandRight(actor.statements, what, subject);
    };
    if (action == BulkAction::Delete)
        return demand(Action::Delete, Subject::Users);
    if (action == BulkAction::RevokeSessions) {
        if (auto allowed = demand(Action::Delete, Subject::Sessions); !allowed)
            return allowed;
    }
    return demand(Action::Update, Subject::Users);
}

std::optional<OneTimeKind> secretOf(BulkAction action)
{
    if (action == BulkAction::ResetPassword)
        return OneTimeKind::Password;
    if (action == BulkAction::ResetMfa)
        return OneTimeKind::Code;
    return std::nullopt;
}

UserChange changeOf(const BulkRequest &request)
{
    UserChange change;
    if (request.action == BulkAction::SetRole)
        change.roleSlug = request.roleSlug;
    else
        change.status = request.action == BulkAction::Disable ? model::UserStatus::Disabled
                                                              : model::UserStatus::Active;
    return change;
}

/// What no secret comes of.
base::Result<> take(UserStep &step, qint64 id, const BulkRequest &request)
{
    const auto withoutValue = [](const auto &done) -> base::Result<> {
        if (!done)
            return base::fail(done.error());
        return {};
    };
    switch (request.action) {
    case BulkAction::Disable:
    case BulkAction::Enable:
    case BulkAction::SetRole:
        return withoutValue(step.update(id, changeOf(request)));
    case BulkAction::Delete:
        return step.remove(id);
    case BulkAction::Unlock:
        return withoutValue(step.unlock(id));
    case BulkAction::RevokeSessions:
        return withoutValue(step.revokeSessions(id));
    case BulkAction::ResetPassword:
    case BulkAction::ResetMfa:
        break;
    }
    Q_UNREACHABLE();
}

base::Error tooMany()
{
    const QString message = u"The filter finds more than %1 people."_s.arg(model::mostPeopleAtOnce);
    return {.code = base::ErrorCode::InvalidFields,
            .message = message,
            .detail = {},
            .fields = {{.field = u"filter"_s, .code = u"too_many"_s, .message = message}}};
}

} // namespace

BulkService::BulkService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<QList<BulkResult>> BulkService::perform(const Actor &actor, const BulkRequest &request,
                                                     const Caller &caller)
{
    if (auto allowed = demandRightFor(actor, request.action); !allowed)
        return base::fail(allowed.error());
    const auto ids = people(actor, request);
    if (!ids)
        return base::fail(ids.error());
    QList<BulkResult> results;
    results.reserve(ids->size());
    for (qsizetype from = 0; from < ids->size(); from += peoplePerCommit) {
        const QList<qint64> some = ids->mid(from, peoplePerCommit);
        const std::vector<Done> done = performSome(actor, some, request, caller);
        for (qsizetype i = 0; i < some.size(); ++i) {
            BulkResult result{.id = some[i], .outcome = {}, .oneTimeSecret = std::nullopt};
            if (const Done &one = done[std::size_t(i)])
                result.oneTimeSecret = *one;
            else
                result.outcome = base::fail(one.error());
            if (result.outcome)
                m_tools.cache.forgetUser(result.id);
            results.append(std::move(result));
        }
    }
    return results;
}

base::Result<QList<qint64>> BulkService::people(const Actor &actor, const BulkRequest &request)
{
    if (!request.filter)
        return request.ids;
    if (auto allowed = demandRight(actor.statements, Action::Read, Subject::Users); !allowed)
        return base::fail(allowed.error());
    store::UserListQuery wanted;
    wanted.search = request.filter->search;
    wanted.roleSlug = request.filter->roleSlug;
    wanted.status = request.filter->status;
    wanted.secondFactor = request.filter->mfa;
    auto ids = store::listUserIds(m_tools.ground.database, wanted, model::mostPeopleAtOnce + 1,
                                  m_tools.now());
    if (ids && ids->size() > model::mostPeopleAtOnce)
        return base::fail(tooMany());
    return ids;
}

std::vector<BulkService::Done> BulkService::performSome(const Actor &actor,
                                                        const QList<qint64> &ids,
                                                        const BulkRequest &request,
                                                        const Caller &caller)
{
    const std::optional<OneTimeKind> kind = secretOf(request.action);
    std::vector<base::Result<PreparedSecret>> secrets;
    for (qsizetype i = 0; kind && i < ids.size(); ++i)
        secrets.push_back(prepareOneTime(m_tools, *kind));
    return m_tools.writeEach(int(ids.size()), [&](store::Connection &connection, int i) -> Done {
        UserStep step(connection, m_tools, actor, caller);
        if (!kind) {
            if (const auto taken = take(step, ids[i], request); !taken)
                return base::fail(taken.error());
            return std::optional<OneTimeSecret>();
        }
        const base::Result<PreparedSecret> &secret = secrets[std::size_t(i)];
        if (!secret)
            return base::fail(secret.error());
        const auto handedOut = step.handOut(ids[i], *kind, *secret);
        if (!handedOut)
            return base::fail(handedOut.error());
        return std::optional(*handedOut);
    });
}

} // namespace authdesk::server::service
