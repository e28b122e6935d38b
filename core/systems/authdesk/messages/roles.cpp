// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/statementjson.h"
#include "core/systems/authdesk/messages/pages.h"
#include "core/systems/authdesk/messages/users.h"

namespace authdesk::systems::own::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;

namespace {

constexpr auto spelling = model::StatementSpelling::Own;

} // namespace

QJsonObject encode(const model::Role &role)
{
    return {{u"id"_s, role.id},
            {u"slug"_s, role.slug},
            {u"name"_s, role.name},
            {u"predefined"_s, role.predefined},
            {u"statements"_s, model::writeStatements(role.statements, spelling)}};
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
    // What a statement does not say must not be guessed.
    if (auto statements =
            model::readStatements(fields.array("statements"_L1, model::mostStatements), spelling))
        role.statements = *std::move(statements);
    else
        fields.addError("statements"_L1, "unknown_value"_L1, {});
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return role;
}

Result<model::Page<model::Role>> decodeRoles(const QByteArray &body)
{
    return decodePage<model::Role>(body, &decodeRole);
}

} // namespace authdesk::systems::own::messages
