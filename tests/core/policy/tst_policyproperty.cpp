// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The evaluator against a slow and obvious one, on random policies and questions from a fixed seed.
// Names and values are few, so that conditions are met about as often as not.

#include "slowpolicy.h"

#include "core/model/statementjson.h"
#include "core/policy/bound.h"
#include "core/policy/policy.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using authdesk::model::Statement;
using authdesk::model::StatementSpelling;
using authdesk::tests::SlowPolicy;
using authdesk::tests::SlowQuestion;
namespace model = authdesk::model;
namespace policy = authdesk::policy;

namespace {

constexpr int policies = 3000;
constexpr int questionsOfEach = 16;
constexpr int resources = 500;

using Statements = QList<Statement>;

/// Makes policies and questions; the same for the same seed.
class Dice final
{
public:
    explicit Dice(quint32 seed)
        : m_random(seed)
    {
        for (int i = 0; i < resources; ++i)
            m_resources.append(object(2));
    }

    bool oneIn(int sides) { return m_random.bounded(sides) == 0; }
    int upTo(int most) { return int(m_random.bounded(most + 1)); }

    QString one(const QStringList &choices)
    {
        return choices.at(m_random.bounded(int(choices.size())));
    }

    QJsonValue oneOrSome(const QStringList &choices)
    {
        if (oneIn(2))
            return one(choices);
        QJsonArray some;
        for (int i = 0; i <= upTo(2); ++i)
            some.append(one(choices));
        return some;
    }

    QJsonValue scalar()
    {
        switch (m_random.bounded(6)) {
        case 0:
            return QJsonValue::Null;
        case 1:
            return oneIn(2);
        case 2:
            return upTo(2);
        case 3:
            return 0.5 * upTo(4); // as often as not a whole number in another guise
        default:
            return one(words);
        }
    }

    QJsonArray list(int most)
    {
        QJsonArray items;
        for (int i = 0; i <= upTo(most - 1); ++i)
            items.append(wanted());
        return items;
    }

    /// What a condition compares with.
    QJsonValue wanted() { return oneIn(4) ? QJsonValue(one(placeholders)) : scalar(); }

    QJsonValue condition()
    {
        if (oneIn(2))
            return oneIn(8) ? QJsonValue(list(2)) : wanted();
        QJsonObject operators;
        for (int i = 0; i <= upTo(1); ++i) {
            const QString name = one(comparisons);
            operators.insert(name, name.endsWith(u"in") ? QJsonValue(list(3)) : wanted());
        }
        return operators;
    }

    QJsonObject statement()
    {
        QJsonObject made{{u"action"_s, oneOrSome(actions)}, {u"subject"_s, oneOrSome(subjects)}};
        if (oneIn(3))
            made.insert(u"inverted"_s, true);
        else if (oneIn(5))
            made.insert(u"inverted"_s, false);
        if (oneIn(4)) {
            QJsonArray some;
            for (int i = 0; i <= upTo(1); ++i)
                some.append(one(fields));
            made.insert(u"fields"_s, some);
        }
        if (!oneIn(3)) {
            QJsonObject conditions;
            for (int i = 0; i <= upTo(1); ++i)
                conditions.insert(one(paths), condition());
            made.insert(u"conditions"_s, conditions);
        }
        return made;
    }

    QJsonArray policy()
    {
        QJsonArray made;
        for (int i = 0; i < upTo(6); ++i)
            made.append(statement());
        return made;
    }

    QJsonValue attribute(int depth)
    {
        if (depth > 0 && oneIn(3))
            return object(depth - 1);
        if (oneIn(4)) {
            QJsonArray items;
            for (int i = 0; i < upTo(3); ++i)
                items.append(depth > 0 && oneIn(2) ? QJsonValue(object(depth - 1)) : scalar());
            return items;
        }
        return scalar();
    }

    QJsonObject object(int depth)
    {
        QJsonObject made;
        for (const QString &name : names) {
            if (!oneIn(4))
                made.insert(name, attribute(depth));
        }
        return made;
    }

    const QJsonObject &resource() { return m_resources.at(m_random.bounded(resources)); }

    QJsonObject person()
    {
        QJsonObject made{{u"id"_s, upTo(2)}, {u"username"_s, one(words)}};
        if (oneIn(2))
            made.insert(u"email"_s, oneIn(2) ? QJsonValue(one(words)) : QJsonValue::Null);
        return made;
    }

    SlowQuestion question()
    {
        SlowQuestion made;
        made.action = one(singleActions);
        made.subject = one(singleSubjects);
        if (!oneIn(5))
            made.resource = resource();
        if (oneIn(2))
            made.field = oneIn(4) ? policy::wholeResource.toString() : one(fields);
        return made;
    }

private:
    const QStringList actions{u"manage"_s, u"read"_s, u"update"_s};
    const QStringList subjects{u"all"_s, u"users"_s, u"ingestion"_s};
    const QStringList singleActions{u"read"_s, u"update"_s};
    const QStringList singleSubjects{u"users"_s, u"ingestion"_s};
    const QStringList comparisons{u"$eq"_s, u"$ne"_s, u"$in"_s, u"$nin"_s};
    const QStringList names{u"a"_s, u"b"_s, u"c"_s};
    const QStringList fields{u"a"_s, u"b"_s, u"a.b"_s};
    const QStringList paths{u"a"_s, u"b"_s, u"a.b"_s, u"a.b.c"_s, u"c.a"_s};
    const QStringList words{u"x"_s, u"y"_s, u"1"_s, u""_s, u"x1"_s};
    const QStringList placeholders{u"${user.id}"_s, u"${user.email}"_s, u"x${user.id}"_s,
                                   u"${user.username}"_s, u"${user.username}${user.id}"_s};
    QRandomGenerator m_random;
    QList<QJsonObject> m_resources;
};

policy::Question quickOf(const SlowQuestion &question)
{
    return {.action = *model::actionFromName(question.action),
            .subject = *model::subjectFromName(question.subject),
            .resource = question.resource ? &*question.resource : nullptr,
            .field = question.field ? QStringView(*question.field) : QStringView()};
}

/// What a failed comparison is told with.
QByteArray told(const QJsonArray &statements, const SlowQuestion &question)
{
    const QJsonObject asked{
        {u"action"_s, question.action},
        {u"subject"_s, question.subject},
        {u"resource"_s, question.resource ? QJsonValue(*question.resource) : QJsonValue::Null},
        {u"field"_s, question.field ? QJsonValue(*question.field) : QJsonValue::Null},
        {u"user"_s, question.user}};
    return QJsonDocument(statements).toJson(QJsonDocument::Compact) + " asked "
           + QJsonDocument(asked).toJson(QJsonDocument::Compact);
}

Statements statementsOf(const QJsonArray &statements)
{
    return model::readStatements(statements, StatementSpelling::Casl).value_or(Statements());
}

} // namespace

class TestPolicyProperty final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decidesAsTheSlowOne();
    void writesWhatItReads();
    void coversOnlyWhatIsHeld();
    void allowsAllOnlyWhatIsAlwaysAllowed();
};

void TestPolicyProperty::decidesAsTheSlowOne()
{
    Dice dice(20261128);
    int allowed = 0;
    for (int i = 0; i < policies; ++i) {
        const QJsonArray json = dice.policy();
        const Statements statements = statementsOf(json);
        QCOMPARE(statements.size(), json.size());
        const SlowPolicy slow(json);
        const QJsonObject person = dice.person();
        const Statements mine = policy::bound(statements, person);
        for (int k = 0; k < questionsOfEach; ++k) {
            SlowQuestion question = dice.question();
            question.user = person;
            const policy::Decision decision = policy::decide(mine, quickOf(question));
            const int deciding = slow.deciding(question);
            const bool isSame = decision.allowed == slow.allows(question)
                                && int(decision.statement.value_or(-1)) == deciding;
            if (!isSame)
                QFAIL(told(json, question).constData());
            allowed += decision.allowed ? 1 : 0;
        }
    }
    // The dice are fair: both answers come often.
    QVERIFY(allowed > policies * questionsOfEach / 10);
    QVERIFY(allowed < policies * questionsOfEach * 9 / 10);
}

void TestPolicyProperty::writesWhatItReads()
{
    Dice dice(1);
    for (int i = 0; i < policies; ++i) {
        const Statements statements = statementsOf(dice.policy());
        for (const auto spelling : {StatementSpelling::Casl, StatementSpelling::Own}) {
            const auto again =
                model::readStatements(model::writeStatements(statements, spelling), spelling);
            QVERIFY(again.has_value());
            QCOMPARE(*again, statements);
        }
    }
}

void TestPolicyProperty::coversOnlyWhatIsHeld()
{
    Dice dice(2);
    int covered = 0;
    for (int i = 0; i < policies; ++i) {
        const QJsonArray theirs = dice.policy();
        // Nobody is covered by chance alone: the holder often has the same, and a little else.
        QJsonArray mine = dice.oneIn(3) ? dice.policy() : theirs;
        if (dice.oneIn(2))
            mine.prepend(dice.statement());
        if (dice.oneIn(3) && !mine.isEmpty())
            mine.removeAt(dice.upTo(int(mine.size()) - 1));
        if (dice.oneIn(3))
            mine.insert(dice.upTo(int(mine.size())), dice.statement());
        const QJsonObject person = dice.person();
        const QJsonObject other = dice.oneIn(2) ? person : dice.person();
        const Statements holder = policy::bound(statementsOf(mine), person);
        const Statements held = policy::bound(statementsOf(theirs), other);
        if (!policy::covers(holder, held))
            continue;
        covered += policy::allows(held, model::Action::Read, model::Subject::Users) ? 1 : 0;
        for (int k = 0; k < questionsOfEach; ++k) {
            SlowQuestion question = dice.question();
            if (!question.resource)
                question.resource = dice.resource();
            const policy::Question quick = quickOf(question);
            if (policy::allows(held, quick) && !policy::allows(holder, quick)) {
                QFAIL((told(theirs, question) + " by the holder of "
                       + QJsonDocument(mine).toJson(QJsonDocument::Compact))
                          .constData());
            }
        }
    }
    QVERIFY(covered > policies / 50);
}

void TestPolicyProperty::allowsAllOnlyWhatIsAlwaysAllowed()
{
    Dice dice(3);
    int all = 0;
    for (int i = 0; i < policies; ++i) {
        const QJsonArray json = dice.policy();
        const Statements statements = policy::bound(statementsOf(json), dice.person());
        for (int k = 0; k < questionsOfEach; ++k) {
            const SlowQuestion question = dice.question();
            const policy::Question quick = quickOf(question);
            if (!policy::allowsAll(statements, quick.action, quick.subject))
                continue;
            ++all;
            if (!policy::allows(statements, quick))
                QFAIL(told(json, question).constData());
        }
    }
    QVERIFY(all > policies);
}

QTEST_GUILESS_MAIN(TestPolicyProperty)
#include "tst_policyproperty.moc"
