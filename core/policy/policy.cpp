// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policy/policy.h"

#include <array>

namespace authdesk::policy {

using model::Action;
using model::Statement;
using model::Subject;

namespace {

/// `Manage` stands for itself too: what none of the four others names (unlock, reset, grant).
constexpr std::array singleActions{Action::Create, Action::Read, Action::Update, Action::Delete,
                                   Action::Manage};
constexpr std::array singleSubjects{Subject::Users,  Subject::Roles, Subject::Sessions,
                                    Subject::Keys,   Subject::Audit, Subject::Settings,
                                    Subject::Backups};

bool speaksOf(const Statement &statement, Action action, Subject subject)
{
    return (statement.actions.contains(action) || statement.actions.contains(Action::Manage))
           && (statement.subjects.contains(subject) || statement.subjects.contains(Subject::All));
}

Decision decideSingle(const QList<Statement> &statements, Action action, Subject subject)
{
    for (qsizetype i = statements.size() - 1; i >= 0; --i) {
        if (speaksOf(statements[i], action, subject))
            return {.allowed = !statements[i].inverted, .statement = i};
    }
    return {};
}

} // namespace

Decision decide(const QList<Statement> &statements, Action action, Subject subject)
{
    Decision decision;
    for (const Action singleAction : singleActions) {
        if (action != Action::Manage && action != singleAction)
            continue;
        for (const Subject singleSubject : singleSubjects) {
            if (subject != Subject::All && subject != singleSubject)
                continue;
            decision = decideSingle(statements, singleAction, singleSubject);
            if (!decision.allowed)
                return decision;
        }
    }
    return decision;
}

bool allows(const QList<Statement> &statements, Action action, Subject subject)
{
    return decide(statements, action, subject).allowed;
}

bool covers(const QList<Statement> &holder, const QList<Statement> &other)
{
    for (const Action action : singleActions) {
        for (const Subject subject : singleSubjects) {
            if (decideSingle(other, action, subject).allowed
                && !decideSingle(holder, action, subject).allowed)
                return false;
        }
    }
    return true;
}

} // namespace authdesk::policy
