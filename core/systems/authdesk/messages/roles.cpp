// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/pages.h"
#include "core/systems/authdesk/messages/users.h"

namespace authdesk::systems::own::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;

namespace {

QJsonObject encodeStatement(const model::Statement &statement)
{
    QJsonArray actions;
    for (const model::Action action : statement.actions)
        actions.append(QString(model::actionName(action)));
    QJsonArray subjects;
    for (const model::Subject subject : statement.subjects)
        subjects.append(QString(model::subjectName(subject)));
    return {
        {u"actions"_s, actions}, {u"subjects"_s, subjects}, {u"inverted"_s, statement.inverted}};
}

/// nullopt: names something unknown, and what a statement does not say must not be guessed.
std::optional<model::Statement> decodeStatement(const QJsonObject &object)
{
    JsonFields fields(object);
    model::Statement statement{
        .actions = {}, .subjects = {}, .inverted = fields.flag("inverted"_L1)};
    for (const QString &name : fields.texts("actions"_L1, 16)) {
        const auto action = model::actionFromName(name);
        if (!action)
            return std::nullopt;
        statement.actions.append(*action);
    }
    for (const QString &name : fields.texts("subjects"_L1, 64)) {
        const auto subject = model::subjectFromName(name);
        if (!subject)
            return std::nullopt;
        statement.subjects.append(*subject);
    }
    if (fields.hasErrors())
        return std::nullopt;
    return statement;
}

} // namespace

QJsonObject encode(const model::Role &role)
{
    QJsonArray statements;
    for (const model::Statement &statement : role.statements)
        statements.append(encodeStatement(statement));
    return {{u"id"_s, role.id},
            {u"slug"_s, role.slug},
            {u"name"_s, role.name},
            {u"predefined"_s, role.predefined},
            {u"statements"_s, statements}};
}

QJsonObject encodeRoles(const QList<model::Role> &roles)
{
    const model::Page<model::Role> page{.items = roles, .nextCursor = {}};
    return encodePage<model::Role>(page, &encode);
}

Result<model::Role> decodeRole(const QJsonObject &object)
{
    JsonFields fields(object);
    model::Role role{.id = fields.integer("id"_L1, 1, 1LL << 53),
                     .slug = fields.text("slug"_L1, {.atLeast = 1}),
                     .name = fields.text("name"_L1, {}),
                     .statements = {},
                     .predefined = fields.flag("predefined"_L1)};
    for (const QJsonValue item : fields.array("statements"_L1, 200)) {
        const auto statement = decodeStatement(item.toObject());
        if (!statement) {
            fields.addError("statements"_L1, "unknown_value"_L1, {});
            break;
        }
        role.statements.append(*statement);
    }
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return role;
}

Result<model::Page<model::Role>> decodeRoles(const QByteArray &body)
{
    return decodePage<model::Role>(body, &decodeRole);
}

} // namespace authdesk::systems::own::messages
