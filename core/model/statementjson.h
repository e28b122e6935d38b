// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Statements as JSON, the one place that reads and writes them: for requests, answers, the store
// and files. Strict: what is not known is refused with its place and never guessed. Any thread.
#pragma once

#include "core/base/error.h"
#include "core/model/statement.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <expected>

namespace authdesk::model {

/// What the members with actions and subjects are called; everything else is called alike.
enum class StatementSpelling {
    Casl, ///< "action", "subject": CASL, OpenArchiver, the store
    Own,  ///< "actions", "subjects": /admin/v1
};

inline constexpr qsizetype mostStatements = 100; ///< in one policy
inline constexpr qsizetype mostConditions = 50;  ///< in one statement
inline constexpr qsizetype mostValues = 200;     ///< in one list of a condition

enum class StatementFault {
    NotAnObject,
    Missing, ///< `member` is required: one of the two that name actions and subjects
    UnknownAction,
    UnknownSubject,
    UnknownMember,
    UnknownComparison, ///< something that begins with "$", or an object where a value belongs
    UnknownPlaceholder,
    WrongType,
    Empty,
    TooMany,
    TooLong,
    NotAName, ///< a field's name that cannot be one: with an empty part, "*" or "$"
};

/// What is wrong, and where.
struct StatementProblem
{
    qsizetype index = 0; ///< of the statement
    QString member;      ///< "conditions.role.$in"; empty: the statement as a whole
    StatementFault fault = StatementFault::NotAnObject;
    QString word; ///< the action, subject, member, operator or text that is not accepted

    bool operator==(const StatementProblem &) const = default;
};

/// The same as a field's error: `list`[index].member, a stable code and a sentence.
[[nodiscard]] base::FieldError fieldErrorOf(const StatementProblem &problem,
                                            QLatin1StringView list);

/// `action` and `subject` are a text or a list of texts; `index` is told in the problem.
[[nodiscard]] std::expected<Statement, StatementProblem>
readStatement(const QJsonValue &value, StatementSpelling spelling, qsizetype index = 0);
/// The first problem of the list; its index is `mostStatements` where there are more than these.
[[nodiscard]] std::expected<QList<Statement>, StatementProblem>
readStatements(const QJsonArray &values, StatementSpelling spelling);

/// Lists for actions and subjects, the short form for equality; what is empty or false is left out,
/// but for `inverted` in our own spelling.
[[nodiscard]] QJsonObject writeStatement(const Statement &statement, StatementSpelling spelling);
[[nodiscard]] QJsonArray writeStatements(const QList<Statement> &statements,
                                         StatementSpelling spelling);

} // namespace authdesk::model
