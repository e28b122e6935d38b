// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/roleanswers.h"

#include "core/base/sentences.h"
#include "core/model/statementjson.h"
#include "core/systems/openarchiver/messages/answerreading.h"
#include "core/systems/openarchiver/messages/errors.h"

#include <algorithm>

namespace authdesk::systems::openarchiver::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;
using base::Sentences;

namespace {

constexpr qsizetype mostRoles = 10'000;
constexpr qsizetype mostPolicies = 1'000;

base::Error notUnderstood(const QString &role, const model::StatementProblem &problem)
{
    base::FieldError field = model::fieldErrorOf(problem, "policies"_L1);
    const QString said =
        problem.word.isEmpty()
            ? Sentences::tr("This console does not understand a policy of the role %1: see %2. "
                            "Nothing was changed.")
                  .arg(role, field.field)
            : Sentences::tr("This console does not understand a policy of the role %1: \"%2\" at "
                            "%3. Nothing was changed.")
                  .arg(role, problem.word, field.field);
    return {.code = base::ErrorCode::UnexpectedAnswer,
            .message = said,
            .detail = field.message,
            .fields = {field}};
}

Result<RoleAnswer> readRole(const QJsonObject &object)
{
    JsonFields fields(object);
    RoleAnswer role{.id = readId(fields, "id"_L1),
                    .slug = fields.optionalText("slug"_L1, {}).value_or(QString()),
                    .name = fields.text("name"_L1, {}),
                    .statements = {}};
    const QJsonArray policies = fields.array("policies"_L1, mostPolicies);
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    auto statements = model::readStatements(policies, model::StatementSpelling::Casl);
    if (!statements)
        return std::unexpected(notUnderstood(role.name, statements.error()));
    role.statements = *std::move(statements);
    if (role.slug.isEmpty())
        role.slug = role.id;
    return role;
}

/// "x" of "Subject 'x' is not …".
QString quotedIn(const QString &text)
{
    return text.section(u'\'', 1, 1);
}

bool names(const model::Statement &statement, const QString &word, bool isAction)
{
    if (isAction)
        return std::ranges::any_of(statement.actions, [&word](model::Action action) {
            return word == model::actionName(action);
        });
    return std::ranges::any_of(statement.subjects, [&word](model::Subject subject) {
        return word == model::subjectName(subject);
    });
}

} // namespace

Result<RoleAnswer> decodeRole(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    return readRole(*object);
}

Result<QList<RoleAnswer>> decodeRoles(const QByteArray &body)
{
    const auto values = readArray(body, mostRoles);
    if (!values)
        return std::unexpected(values.error());
    QList<RoleAnswer> roles;
    for (const QJsonValue value : *values) {
        auto role = readRole(value.toObject());
        if (!role)
            return std::unexpected(std::move(role.error()));
        roles.append(*std::move(role));
    }
    return roles;
}

QJsonObject encodeRole(const QString &name, const QList<model::Statement> &statements)
{
    return {{u"name"_s, name},
            {u"policies"_s, model::writeStatements(statements, model::StatementSpelling::Casl)}};
}

base::Error placed(base::Error refusal, const QList<model::Statement> &statements)
{
    if (!refusal.message.startsWith(invalidPolicy))
        return refusal;
    const QString reason = refusal.message.sliced(invalidPolicy.size());
    const bool isAction = reason.startsWith("Action "_L1);
    const QString word = quotedIn(reason);
    QString place = u"statements"_s;
    for (qsizetype i = 0; i < statements.size(); ++i) {
        if (!word.isEmpty() && names(statements[i], word, isAction)) {
            place = u"statements[%1].%2"_s.arg(i).arg(isAction ? "action"_L1 : "subject"_L1);
            break;
        }
    }
    refusal.code = base::ErrorCode::InvalidFields;
    refusal.fields = {{place, isAction ? u"unknown_action"_s : u"unknown_subject"_s, reason}};
    return refusal;
}

} // namespace authdesk::systems::openarchiver::messages
