// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/statementjson.h"

#include <algorithm>

namespace authdesk::model {

using namespace Qt::StringLiterals;

namespace {

using Fault = StatementFault;

constexpr qsizetype mostNames = 32;
constexpr qsizetype longestText = 500; // as Qt counts: UTF-16
constexpr qsizetype longestName = 100;
constexpr qsizetype mostParts = 8;

QLatin1StringView actionMember(StatementSpelling spelling)
{
    return spelling == StatementSpelling::Own ? "actions"_L1 : "action"_L1;
}

QLatin1StringView subjectMember(StatementSpelling spelling)
{
    return spelling == StatementSpelling::Own ? "subjects"_L1 : "subject"_L1;
}

bool isPrintable(const QString &text)
{
    return std::none_of(text.begin(), text.end(),
                        [](QChar c) { return c.category() == QChar::Other_Control; });
}

struct FaultText
{
    Fault fault;
    QLatin1StringView code;
    QLatin1StringView message;
};

constexpr std::array faultTexts{
    FaultText{Fault::NotAnObject, "wrong_type"_L1, "A statement must be an object."_L1},
    FaultText{Fault::Missing, "required"_L1, "A statement names what may be done and to what."_L1},
    FaultText{Fault::UnknownAction, "unknown_action"_L1, "There is no action %1."_L1},
    FaultText{Fault::UnknownSubject, "unknown_subject"_L1, "There is no subject %1."_L1},
    FaultText{Fault::UnknownMember, "unknown_field"_L1, "A statement has no %1."_L1},
    FaultText{Fault::UnknownComparison, "unknown_operator"_L1,
              "A condition compares by $eq, $ne, $in or $nin, and not by %1."_L1},
    FaultText{Fault::UnknownPlaceholder, "unknown_placeholder"_L1,
              "Nothing is known to put in place of %1."_L1},
    FaultText{Fault::WrongType, "wrong_type"_L1, "This part of a statement is of another type."_L1},
    FaultText{Fault::Empty, "empty"_L1, "This part of a statement must not be empty."_L1},
    FaultText{Fault::TooMany, "too_many"_L1, "This part of a statement holds too much."_L1},
    FaultText{Fault::TooLong, "too_long"_L1, "This part of a statement is too long."_L1},
    FaultText{Fault::NotAName, "not_a_name"_L1, "A field cannot be called %1."_L1},
};

/// Reads the members of one statement; the first problem stays.
class Reader final
{
public:
    explicit Reader(StatementSpelling spelling, qsizetype index)
        : m_spelling(spelling)
    {
        m_problem.index = index;
    }

    std::expected<Statement, StatementProblem> read(const QJsonValue &value)
    {
        if (!value.isObject()) {
            complain({}, Fault::NotAnObject);
            return std::unexpected(m_problem);
        }
        const QJsonObject object = value.toObject();
        Statement statement;
        statement.actions =
            names<Action>(object, actionMember(m_spelling), Fault::UnknownAction, &actionFromName);
        statement.subjects = names<Subject>(object, subjectMember(m_spelling),
                                            Fault::UnknownSubject, &subjectFromName);
        statement.inverted = flag(object.value("inverted"_L1));
        statement.conditions = conditions(object.value("conditions"_L1));
        statement.fields = fields(object.value("fields"_L1));
        statement.reason = reason(object.value("reason"_L1));
        refuseOthers(object);
        if (m_isWrong)
            return std::unexpected(m_problem);
        return statement;
    }

private:
    void complain(const QString &member, Fault fault, const QString &word = {})
    {
        if (m_isWrong)
            return;
        m_isWrong = true;
        m_problem.member = member;
        m_problem.fault = fault;
        m_problem.word = word.left(longestName);
    }

    void refuseOthers(const QJsonObject &object)
    {
        const std::array known{actionMember(m_spelling),
                               subjectMember(m_spelling),
                               "inverted"_L1,
                               "conditions"_L1,
                               "fields"_L1,
                               "reason"_L1};
        for (const QString &key : object.keys()) {
            const bool isKnown =
                std::ranges::any_of(known, [&key](QLatin1StringView one) { return key == one; });
            if (!isKnown)
                complain(key.left(longestName), Fault::UnknownMember, key);
        }
    }

    /// A text or a list of texts; wrong ones are complained of.
    QStringList texts(const QJsonValue &value, const QString &member, qsizetype atMost)
    {
        if (value.isString())
            return {value.toString()};
        if (!value.isArray()) {
            complain(member, Fault::WrongType);
            return {};
        }
        const QJsonArray items = value.toArray();
        if (items.isEmpty())
            complain(member, Fault::Empty);
        else if (items.size() > atMost)
            complain(member, Fault::TooMany);
        QStringList found;
        for (const QJsonValue item : items) {
            if (m_isWrong)
                return {};
            if (!item.isString())
                complain(member, Fault::WrongType);
            found.append(item.toString());
        }
        return found;
    }

    template <typename Enum>
    QList<Enum> names(const QJsonObject &object, QLatin1StringView member, Fault unknown,
                      std::optional<Enum> (*fromName)(QStringView))
    {
        if (!object.contains(member)) {
            complain(member, Fault::Missing);
            return {};
        }
        QList<Enum> found;
        for (const QString &name : texts(object.value(member), member, mostNames)) {
            if (const auto known = fromName(name))
                found.append(*known);
            else
                complain(member, unknown, name);
        }
        return found;
    }

    bool flag(const QJsonValue &value)
    {
        if (!value.isUndefined() && !value.isBool())
            complain(u"inverted"_s, Fault::WrongType);
        return value.toBool();
    }

    QString reason(const QJsonValue &value)
    {
        if (value.isUndefined())
            return {};
        if (!value.isString() || !isPrintable(value.toString()))
            complain(u"reason"_s, Fault::WrongType);
        else if (value.toString().size() > longestText)
            complain(u"reason"_s, Fault::TooLong);
        return value.toString();
    }

    QStringList fields(const QJsonValue &value)
    {
        if (value.isUndefined())
            return {};
        if (!value.isArray()) {
            complain(u"fields"_s, Fault::WrongType);
            return {};
        }
        const QStringList found = texts(value, u"fields"_s, mostConditions);
        for (const QString &name : found)
            checkName(name, u"fields"_s);
        return found;
    }

    void checkName(const QString &name, const QString &member)
    {
        const QStringList parts = name.split(u'.');
        const bool isName =
            !name.contains(u'*') && !name.contains(u'$') && isPrintable(name)
            && parts.size() <= mostParts && name.size() <= longestName
            && std::ranges::none_of(parts, [](const QString &part) { return part.isEmpty(); });
        if (!isName)
            complain(member, Fault::NotAName, name);
    }

    QList<Condition> conditions(const QJsonValue &value)
    {
        const QString member = u"conditions"_s;
        if (value.isUndefined())
            return {};
        if (!value.isObject()) {
            complain(member, Fault::WrongType);
            return {};
        }
        const QJsonObject object = value.toObject();
        if (object.isEmpty())
            complain(member, Fault::Empty);
        QList<Condition> found;
        for (auto one = object.begin(); one != object.end() && !m_isWrong; ++one) {
            const QString place = member + u'.' + one.key().left(longestName);
            if (one.key().startsWith(u'$'))
                complain(place, Fault::UnknownComparison, one.key());
            else
                checkName(one.key(), member);
            if (one.value().isObject()) {
                found += comparisons(one.key(), one.value().toObject(), place);
            } else {
                checkValue(one.value(), place);
                found.append({.field = one.key(), .value = one.value()});
            }
            if (found.size() > mostConditions)
                complain(member, Fault::TooMany);
        }
        return found;
    }

    QList<Condition> comparisons(const QString &field, const QJsonObject &object,
                                 const QString &member)
    {
        if (object.isEmpty())
            complain(member, Fault::Empty);
        QList<Condition> found;
        for (auto one = object.begin(); one != object.end() && !m_isWrong; ++one) {
            const auto comparison = comparisonFromName(one.key());
            if (!comparison) {
                complain(member, Fault::UnknownComparison, one.key());
                return {};
            }
            const QString place = member + u'.' + one.key();
            const bool takesList =
                *comparison == Comparison::In || *comparison == Comparison::NotIn;
            if (takesList && !one.value().isArray())
                complain(place, Fault::WrongType);
            checkValue(one.value(), place);
            found.append({.field = field, .comparison = *comparison, .value = one.value()});
        }
        return found;
    }

    void checkValue(const QJsonValue &value, const QString &member)
    {
        if (!value.isArray()) {
            checkScalar(value, member);
            return;
        }
        const QJsonArray items = value.toArray();
        if (items.isEmpty())
            complain(member, Fault::Empty);
        else if (items.size() > mostValues)
            complain(member, Fault::TooMany);
        for (const QJsonValue item : items) {
            if (m_isWrong)
                return;
            checkScalar(item, member);
        }
    }

    void checkScalar(const QJsonValue &value, const QString &member)
    {
        if (value.isArray() || value.isObject())
            complain(member, Fault::WrongType);
        if (!value.isString())
            return;
        const QString text = value.toString();
        if (text.size() > longestText)
            complain(member, Fault::TooLong);
        else if (!piecesOf(text))
            complain(member, Fault::UnknownPlaceholder, text);
    }

    StatementSpelling m_spelling;
    StatementProblem m_problem;
    bool m_isWrong = false;
};

QJsonObject writeConditions(const QList<Condition> &conditions)
{
    QJsonObject written;
    for (const Condition &condition : conditions) {
        const bool isAlone =
            std::ranges::count(conditions, condition.field, &Condition::field) == 1;
        if (isAlone && condition.comparison == Comparison::Equal) {
            written.insert(condition.field, condition.value);
            continue;
        }
        QJsonObject comparisons = written.value(condition.field).toObject();
        comparisons.insert(comparisonName(condition.comparison), condition.value);
        written.insert(condition.field, comparisons);
    }
    return written;
}

} // namespace

base::FieldError fieldErrorOf(const StatementProblem &problem, QLatin1StringView list)
{
    QString field = u"%1[%2]"_s.arg(list).arg(problem.index);
    if (!problem.member.isEmpty())
        field += u'.' + problem.member;
    const auto *const found = std::ranges::find(faultTexts, problem.fault, &FaultText::fault);
    QString message = found->message;
    message.replace("%1"_L1, problem.word);
    return {.field = field, .code = found->code, .message = message};
}

std::expected<Statement, StatementProblem>
readStatement(const QJsonValue &value, StatementSpelling spelling, qsizetype index)
{
    return Reader(spelling, index).read(value);
}

std::expected<QList<Statement>, StatementProblem> readStatements(const QJsonArray &values,
                                                                 StatementSpelling spelling)
{
    if (values.size() > mostStatements) {
        return std::unexpected(StatementProblem{
            .index = mostStatements, .member = {}, .fault = Fault::TooMany, .word = {}});
    }
    QList<Statement> statements;
    for (const QJsonValue value : values) {
        auto statement = readStatement(value, spelling, statements.size());
        if (!statement)
            return std::unexpected(statement.error());
        statements.append(*std::move(statement));
    }
    return statements;
}

QJsonObject writeStatement(const Statement &statement, StatementSpelling spelling)
{
    QJsonArray actions;
    for (const Action action : statement.actions)
        actions.append(QString(actionName(action)));
    QJsonArray subjects;
    for (const Subject subject : statement.subjects)
        subjects.append(QString(subjectName(subject)));
    QJsonObject written{{actionMember(spelling), actions}, {subjectMember(spelling), subjects}};
    if (statement.inverted || spelling == StatementSpelling::Own)
        written.insert("inverted"_L1, statement.inverted);
    if (!statement.conditions.isEmpty())
        written.insert("conditions"_L1, writeConditions(statement.conditions));
    if (!statement.fields.isEmpty())
        written.insert("fields"_L1, QJsonArray::fromStringList(statement.fields));
    if (!statement.reason.isEmpty())
        written.insert("reason"_L1, statement.reason);
    return written;
}

QJsonArray writeStatements(const QList<Statement> &statements, StatementSpelling spelling)
{
    QJsonArray written;
    for (const Statement &statement : statements)
        written.append(writeStatement(statement, spelling));
    return written;
}

} // namespace authdesk::model
