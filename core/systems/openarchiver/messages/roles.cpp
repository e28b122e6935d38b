// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/roles.h"

#include "core/model/statementjson.h"
#include "core/systems/openarchiver/messages/body.h"
#include "core/systems/openarchiver/messages/errors.h"
#include "core/systems/openarchiver/messages/identifiers.h"
#include "core/systems/openarchiver/messages/people.h"

namespace authdesk::systems::openarchiver::messages {

using namespace Qt::StringLiterals;
using base::Result;
using model::StatementFault;

namespace {

/// A list of one is written as its people write it, as a text.
QJsonArray encodePolicies(const QList<model::Statement> &statements)
{
    QJsonArray policies;
    for (const model::Statement &statement : statements) {
        QJsonObject policy = model::writeStatement(statement, model::StatementSpelling::Casl);
        for (const QString &member : {u"action"_s, u"subject"_s}) {
            const QJsonArray names = policy.value(member).toArray();
            if (names.size() == 1)
                policy.insert(member, names.first());
        }
        policies.append(policy);
    }
    return policies;
}

QString reasonOf(const model::StatementProblem &problem)
{
    const bool namesWhat = problem.member == "action"_L1 || problem.member == "subject"_L1;
    if (problem.fault == StatementFault::NotAnObject || problem.fault == StatementFault::Missing
        || (namesWhat && problem.fault == StatementFault::Empty))
        return u"Policy is missing required fields \"action\" or \"subject\"."_s;
    if (problem.fault == StatementFault::UnknownAction)
        return u"Action '%1' is not a valid action."_s.arg(problem.word);
    if (problem.fault == StatementFault::UnknownSubject)
        return u"Subject '%1' is not a valid subject."_s.arg(problem.word);
    const base::FieldError error = model::fieldErrorOf(problem, "policies"_L1);
    return error.field + u": "_s + error.message;
}

Result<QList<model::Statement>> decodePolicies(const QJsonArray &policies)
{
    auto statements = model::readStatements(policies, model::StatementSpelling::Casl);
    if (!statements)
        return base::fail(base::ErrorCode::InvalidFields,
                          QString(invalidPolicy) + reasonOf(statements.error()));
    return *std::move(statements);
}

} // namespace

QJsonObject encode(const model::Role &role)
{
    return {{u"id"_s, roleUuid(role.id)},
            {u"slug"_s, role.slug},
            {u"name"_s, role.name},
            {u"policies"_s, encodePolicies(role.statements)},
            {u"createdAt"_s, timeToJson(role.createdAt)},
            {u"updatedAt"_s, timeToJson(role.updatedAt)}};
}

Result<NewRole> decodeNewRole(const QJsonObject &body)
{
    const QString name = body.value("name"_L1).toString();
    if (name.isEmpty() || !body.value("policies"_L1).isArray())
        return missing(roleFieldsMissing);
    auto policies = decodePolicies(body.value("policies"_L1).toArray());
    if (!policies)
        return base::fail(policies.error());
    return NewRole{.name = name, .policies = *std::move(policies)};
}

Result<RoleChange> decodeRoleChange(const QJsonObject &body)
{
    RoleChange change;
    if (const QString name = body.value("name"_L1).toString(); !name.isEmpty())
        change.name = name;
    if (body.value("policies"_L1).isArray()) {
        auto policies = decodePolicies(body.value("policies"_L1).toArray());
        if (!policies)
            return base::fail(policies.error());
        change.policies = *std::move(policies);
    }
    if (!change.name && !change.policies)
        return missing(roleChangeMissing);
    return change;
}

} // namespace authdesk::systems::openarchiver::messages
