// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policy/policy.h"

#include "core/policy/matching.h"
#include "core/policy/singles.h"

namespace authdesk::policy {

using model::Action;
using model::Statement;
using model::Subject;

namespace {

/// An allowing statement that may match counts, a forbidding one must match for certain.
bool matches(const Statement &statement, const Question &question)
{
    if (!statement.fields.isEmpty()) {
        if (question.field.isNull() ? statement.inverted
                                    : !statement.fields.contains(question.field))
            return false;
    }
    if (statement.conditions.isEmpty())
        return true;
    return question.resource ? isMetBy(statement.conditions, *question.resource)
                             : !statement.inverted;
}

Decision decideSingle(const QList<Statement> &statements, Action action, Subject subject,
                      const Question &question)
{
    for (qsizetype i = statements.size() - 1; i >= 0; --i) {
        if (speaksOf(statements[i], action, subject) && matches(statements[i], question))
            return {.allowed = !statements[i].inverted, .statement = i};
    }
    return {};
}

bool allowsAllOf(const QList<Statement> &statements, Action action, Subject subject)
{
    for (qsizetype i = statements.size() - 1; i >= 0; --i) {
        const Statement &statement = statements[i];
        if (!speaksOf(statement, action, subject))
            continue;
        if (statement.inverted)
            return false;
        if (isUnlimited(statement))
            return true;
    }
    return false;
}

} // namespace

Decision decide(const QList<Statement> &statements, const Question &question)
{
    Decision decision;
    (void)everySingle(question.action, question.subject, [&](Action action, Subject subject) {
        decision = decideSingle(statements, action, subject, question);
        return decision.allowed;
    });
    return decision;
}

bool allows(const QList<Statement> &statements, const Question &question)
{
    return decide(statements, question).allowed;
}

Decision decide(const QList<Statement> &statements, Action action, Subject subject)
{
    return decide(statements, Question{.action = action, .subject = subject});
}

bool allows(const QList<Statement> &statements, Action action, Subject subject)
{
    return decide(statements, action, subject).allowed;
}

bool allowsAll(const QList<Statement> &statements, Action action, Subject subject)
{
    return everySingle(action, subject, [&](Action singleAction, Subject singleSubject) {
        return allowsAllOf(statements, singleAction, singleSubject);
    });
}

} // namespace authdesk::policy
