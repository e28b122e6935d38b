// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json.h"
#include "core/model/statementjson.h"
#include "core/systems/authdesk/messages/roles.h"

namespace authdesk::systems::own::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;

namespace {

constexpr JsonFields::TextLimits roleName{.atLeast = 1, .atMost = 100};
constexpr JsonFields::TextLimits roleWord{.atLeast = 1, .atMost = 64};

Result<QList<model::Statement>> readPolicy(JsonFields &fields)
{
    const QJsonArray values = fields.array("statements"_L1, model::mostStatements);
    QList<base::FieldError> problems = fields.errors();
    auto statements = model::readStatements(values, model::StatementSpelling::Own);
    if (!statements)
        problems.append(model::fieldErrorOf(statements.error(), "statements"_L1));
    if (problems.isEmpty())
        return *std::move(statements);
    return base::fail(base::Error{.code = base::ErrorCode::InvalidFields,
                                  .message = u"Some fields are missing or wrong."_s,
                                  .fields = problems});
}

} // namespace

Result<NewRole> decodeNewRole(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    fields.refuseOthers({"name"_L1, "slug"_L1, "statements"_L1});
    NewRole role{.name = fields.text("name"_L1, roleName),
                 .slug = fields.optionalText("slug"_L1, roleWord).value_or(QString()),
                 .statements = {}};
    auto statements = readPolicy(fields);
    if (!statements)
        return std::unexpected(statements.error());
    role.statements = *std::move(statements);
    return role;
}

Result<RoleChange> decodeRoleChange(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    fields.refuseOthers({"name"_L1, "statements"_L1});
    RoleChange change;
    if (fields.has("name"_L1))
        change.name = fields.text("name"_L1, roleName);
    if (fields.has("statements"_L1)) {
        auto statements = readPolicy(fields);
        if (!statements)
            return std::unexpected(statements.error());
        change.statements = *std::move(statements);
    }
    if (fields.hasErrors())
        return fields.failure();
    return change;
}

Result<RoleQuestion> decodeRoleQuestion(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    fields.refuseOthers({"user"_L1, "action"_L1, "subject"_L1, "resource"_L1, "field"_L1});
    RoleQuestion question;
    question.userId = fields.integer("user"_L1, 1, 1LL << 53);
    const QString action = fields.text("action"_L1, roleWord);
    const QString subject = fields.text("subject"_L1, roleWord);
    const auto knownAction = model::actionFromName(action);
    if (!action.isEmpty() && !knownAction)
        fields.addError("action"_L1, "unknown_action"_L1, u"There is no action %1."_s.arg(action));
    const auto knownSubject = model::subjectFromName(subject);
    if (!subject.isEmpty() && !knownSubject) {
        fields.addError("subject"_L1, "unknown_subject"_L1,
                        u"There is no subject %1."_s.arg(subject));
    }
    question.action = knownAction.value_or(question.action);
    question.subject = knownSubject.value_or(question.subject);
    if (fields.has("resource"_L1) && !fields.isNull("resource"_L1))
        question.resource = fields.object("resource"_L1);
    question.field = fields.optionalText("field"_L1, roleName);
    if (fields.hasErrors())
        return fields.failure();
    return question;
}

QJsonObject encode(const RoleVerdict &verdict)
{
    QJsonValue decided = QJsonValue::Null;
    if (verdict.statement) {
        QJsonObject statement = model::writeStatement(verdict.role.statements[*verdict.statement],
                                                      model::StatementSpelling::Own);
        statement.insert("index"_L1, *verdict.statement);
        decided = statement;
    }
    return {{u"allowed"_s, verdict.allowed},
            {u"statement"_s, decided},
            {u"role"_s, QJsonObject{{u"id"_s, verdict.role.id},
                                    {u"slug"_s, verdict.role.slug},
                                    {u"name"_s, verdict.role.name}}}};
}

} // namespace authdesk::systems::own::messages
