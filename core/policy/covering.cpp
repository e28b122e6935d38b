// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policy/policy.h"
#include "core/policy/singles.h"

#include <QtCore/QJsonArray>

namespace authdesk::policy {

using model::Action;
using model::Comparison;
using model::Condition;
using model::Statement;
using model::Subject;

namespace {

using Statements = QList<Statement>;

/// What a placeholder without a value, or a choice of nothing, makes of a condition.
bool isOfNothing(const Condition &condition)
{
    return condition.value.isUndefined()
           || (condition.value.isArray() && condition.value.toArray().isEmpty());
}

bool isNeverMet(const Condition &condition)
{
    return isOfNothing(condition)
           && (condition.comparison == Comparison::Equal || condition.comparison == Comparison::In);
}

/// Whether whatever meets all of `others` meets the condition. One that somebody's attribute is
/// still to be put into says nothing yet.
bool follows(const Condition &condition, const QList<Condition> &others)
{
    if (isOfNothing(condition))
        return !isNeverMet(condition);
    return !model::hasPlaceholder(condition.value) && others.contains(condition);
}

bool areFieldsWithin(const QStringList &some, const QStringList &all)
{
    if (all.isEmpty())
        return true;
    return !some.isEmpty()
           && std::ranges::all_of(some, [&](const QString &one) { return all.contains(one); });
}

/// Whether `wide` matches whatever `narrow` matches.
bool isWithin(const Statement &narrow, const Statement &wide)
{
    return areFieldsWithin(narrow.fields, wide.fields)
           && std::ranges::all_of(wide.conditions, [&](const Condition &condition) {
                  return follows(condition, narrow.conditions);
              });
}

/// Pointers to the statements that speak of one action and subject, in their order.
QList<const Statement *> relevant(const Statements &statements, Action action, Subject subject)
{
    QList<const Statement *> found;
    for (const Statement &statement : statements) {
        if (speaksOf(statement, action, subject))
            found.append(&statement);
    }
    return found;
}

/// Whether `statements[at]` decides nothing: it meets nothing, or a later one forbids it all.
bool isIdle(const QList<const Statement *> &statements, qsizetype at)
{
    if (std::ranges::any_of(statements[at]->conditions, &isNeverMet))
        return true;
    for (qsizetype i = at + 1; i < statements.size(); ++i) {
        if (statements[i]->inverted && statements[i]->fields.isEmpty()
            && isWithin(*statements[at], *statements[i]))
            return true;
    }
    return false;
}

/// Whether whatever `forbidding` forbids the holder, `other` is forbidden too after `at`.
bool isSharedAfter(const Statement &forbidding, const QList<const Statement *> &other, qsizetype at)
{
    for (qsizetype i = at + 1; i < other.size(); ++i) {
        if (other[i]->inverted && isWithin(forbidding, *other[i]))
            return true;
    }
    return false;
}

/// Whether the holder has what `other[at]` allows. If that statement decides a question, the
/// holder's wider one matches it; and what forbids the holder later would, by its counterpart, have
/// decided the question for the other as well.
bool isHeld(const QList<const Statement *> &holder, const QList<const Statement *> &other,
            qsizetype at)
{
    for (qsizetype i = holder.size() - 1; i >= 0; --i) {
        const Statement &mine = *holder[i];
        if (!mine.inverted && isWithin(*other[at], mine))
            return true;
        if (mine.inverted && !isSharedAfter(mine, other, at))
            return false;
    }
    return false;
}

bool coversSingle(const Statements &holder, const Statements &other, Action action, Subject subject)
{
    const QList<const Statement *> theirs = relevant(other, action, subject);
    if (std::ranges::all_of(theirs, &Statement::inverted))
        return true;
    const QList<const Statement *> mine = relevant(holder, action, subject);
    for (qsizetype i = 0; i < theirs.size(); ++i) {
        if (!theirs[i]->inverted && !isIdle(theirs, i) && !isHeld(mine, theirs, i))
            return false;
    }
    return true;
}

} // namespace

bool covers(const Statements &holder, const Statements &other)
{
    return everySingle(Action::Manage, Subject::All, [&](Action action, Subject subject) {
        return coversSingle(holder, other, action, subject);
    });
}

} // namespace authdesk::policy
