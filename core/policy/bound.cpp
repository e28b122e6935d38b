// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policy/bound.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace authdesk::policy {

using model::Condition;
using model::Statement;
using model::TextPiece;

namespace {

/// Undefined: there is no value.
QJsonValue boundText(const QString &text, const QJsonObject &person)
{
    const auto pieces = model::piecesOf(text);
    if (!pieces)
        return QJsonValue::Undefined;
    QString made;
    for (const TextPiece &piece : *pieces) {
        if (!piece.isPlaceholder) {
            made += piece.text;
            continue;
        }
        const QJsonValue value = person.value(piece.text);
        if (value.isNull() || value.isUndefined())
            return QJsonValue::Undefined;
        if (pieces->size() == 1)
            return value;
        made += value.toVariant().toString();
    }
    return made;
}

QJsonValue boundValue(const Condition &condition, const QJsonObject &person)
{
    const QJsonValue value = condition.value;
    if (value.isString())
        return boundText(value.toString(), person);
    if (!value.isArray())
        return value;
    const bool isChoice = condition.comparison == model::Comparison::In
                          || condition.comparison == model::Comparison::NotIn;
    QJsonArray made;
    for (const QJsonValue item : value.toArray()) {
        const QJsonValue one = item.isString() ? boundText(item.toString(), person) : item;
        // A choice that there is none of is left out; a list with a hole is equal to no list.
        if (!one.isUndefined())
            made.append(one);
        else if (!isChoice)
            return QJsonValue::Undefined;
    }
    return made;
}

bool isOpen(const Statement &statement)
{
    return std::ranges::any_of(statement.conditions, [](const Condition &condition) {
        return model::hasPlaceholder(condition.value);
    });
}

} // namespace

QList<Statement> bound(const QList<Statement> &statements, const QJsonObject &person)
{
    QList<Statement> made = statements;
    for (qsizetype i = 0; i < made.size(); ++i) {
        if (!isOpen(statements[i]))
            continue;
        for (Condition &condition : made[i].conditions)
            condition.value = boundValue(condition, person);
    }
    return made;
}

bool needsBinding(const QList<Statement> &statements)
{
    return std::ranges::any_of(statements, &isOpen);
}

} // namespace authdesk::policy
