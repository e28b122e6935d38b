// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/statementjson.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk::model;

namespace {

QJsonArray arrayOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).array();
}

} // namespace

class TestStatementJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads();
    void readsOneNameAsAList();
    void tellsWhatIsWrongAndWhere_data();
    void tellsWhatIsWrongAndWhere();
    void refusesMoreThanAPolicyHolds();
    void writes();
    void writesSeveralComparisonsOfAField();
    void takesTextApart();
};

void TestStatementJson::reads()
{
    const auto statements = readStatements(
        arrayOf(R"([{"action":["read","search"],"subject":["archive"],"inverted":true,)"
                R"("conditions":{"userEmail":{"$in":["a","${user.email}"]},"n":{"$ne":null}},)"
                R"("fields":["subject","from.name"],"reason":"Why."}])"),
        StatementSpelling::Casl);
    QVERIFY(statements.has_value());
    const Statement wanted{.actions = {Action::Read, Action::Search},
                           .subjects = {Subject::Archive},
                           .inverted = true,
                           .conditions = {{.field = u"n"_s,
                                           .comparison = Comparison::NotEqual,
                                           .value = QJsonValue::Null},
                                          {.field = u"userEmail"_s,
                                           .comparison = Comparison::In,
                                           .value = QJsonArray{u"a"_s, u"${user.email}"_s}}},
                           .fields = {u"subject"_s, u"from.name"_s},
                           .reason = u"Why."_s};
    QCOMPARE(*statements, QList<Statement>{wanted});
}

void TestStatementJson::readsOneNameAsAList()
{
    const auto statements = readStatements(arrayOf(R"([{"actions":"manage","subjects":"all"}])"),
                                           StatementSpelling::Own);
    QVERIFY(statements.has_value());
    QCOMPARE(*statements, (QList<Statement>{{{Action::Manage}, {Subject::All}}}));
}

void TestStatementJson::tellsWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<QString>("member");
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *json, const char *member,
                        StatementFault fault, const char *word, const char *code) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(member) << int(fault)
                            << QString::fromLatin1(word) << QString::fromLatin1(code);
    };
    using F = StatementFault;
    row("no object", R"("read")", "", F::NotAnObject, "", "wrong_type");
    row("no action", R"({"subject":"users"})", "action", F::Missing, "", "required");
    row("no subject", R"({"action":"read"})", "subject", F::Missing, "", "required");
    row("our own spelling", R"({"actions":["read"],"subjects":["users"]})", "action", F::Missing,
        "", "required");
    row("no such action", R"({"action":["read","fly"],"subject":"users"})", "action",
        F::UnknownAction, "fly", "unknown_action");
    row("a name in capitals", R"({"action":"Read","subject":"users"})", "action", F::UnknownAction,
        "Read", "unknown_action");
    row("no such subject", R"({"action":"read","subject":"birds"})", "subject", F::UnknownSubject,
        "birds", "unknown_subject");
    row("no actions", R"({"action":[],"subject":"users"})", "action", F::Empty, "", "empty");
    row("no subjects", R"({"action":"read","subject":[]})", "subject", F::Empty, "", "empty");
    row("an action that is a number", R"({"action":[1],"subject":"users"})", "action", F::WrongType,
        "", "wrong_type");
    row("an action that is null", R"({"action":null,"subject":"users"})", "action", F::WrongType,
        "", "wrong_type");
    row("another member", R"({"action":"read","subject":"users","condition":{"a":1}})", "condition",
        F::UnknownMember, "condition", "unknown_field");
    row("inverted as text", R"({"action":"read","subject":"users","inverted":"true"})", "inverted",
        F::WrongType, "", "wrong_type");
    row("inverted that is null", R"({"action":"read","subject":"users","inverted":null})",
        "inverted", F::WrongType, "", "wrong_type");
    row("a reason that is a number", R"({"action":"read","subject":"users","reason":1})", "reason",
        F::WrongType, "", "wrong_type");
    row("no fields", R"({"action":"read","subject":"users","fields":[]})", "fields", F::Empty, "",
        "empty");
    row("fields as text", R"({"action":"read","subject":"users","fields":"a"})", "fields",
        F::WrongType, "", "wrong_type");
    row("a field of many", R"({"action":"read","subject":"users","fields":["a","b*"]})", "fields",
        F::NotAName, "b*", "not_a_name");
    row("a field with an empty part", R"({"action":"read","subject":"users","fields":["a..b"]})",
        "fields", F::NotAName, "a..b", "not_a_name");
    const auto condition = [&](const char *name, const char *json, const char *member, F fault,
                               const char *word, const char *code) {
        const QByteArray whole =
            QByteArray(R"({"action":"read","subject":"users","conditions":)") + json + "}";
        row(name, whole.constData(), member, fault, word, code);
    };
    condition("conditions in a list", R"([{"a":1}])", "conditions", F::WrongType, "", "wrong_type");
    condition("conditions that are null", "null", "conditions", F::WrongType, "", "wrong_type");
    condition("no conditions", "{}", "conditions", F::Empty, "", "empty");
    condition("a condition on nothing", R"({"":1})", "conditions", F::NotAName, "", "not_a_name");
    condition("an operator over fields", R"({"$or":[{"a":1}]})", "conditions.$or",
              F::UnknownComparison, "$or", "unknown_operator");
    condition("an unknown operator", R"({"a":{"$gt":1}})", "conditions.a", F::UnknownComparison,
              "$gt", "unknown_operator");
    condition("an object as a value", R"({"a":{"b":1}})", "conditions.a", F::UnknownComparison, "b",
              "unknown_operator");
    condition("no operator", R"({"a":{}})", "conditions.a", F::Empty, "", "empty");
    condition("an object behind an operator", R"({"a":{"$eq":{"b":1}}})", "conditions.a.$eq",
              F::WrongType, "", "wrong_type");
    condition("a choice of nothing", R"({"a.b":{"$in":[]}})", "conditions.a.b.$in", F::Empty, "",
              "empty");
    condition("a choice that is none", R"({"a":{"$nin":"x"}})", "conditions.a.$nin", F::WrongType,
              "", "wrong_type");
    condition("a choice of lists", R"({"a":{"$in":[["x"]]}})", "conditions.a.$in", F::WrongType, "",
              "wrong_type");
    condition("equal to nothing", R"({"a":[]})", "conditions.a", F::Empty, "", "empty");
    condition("somebody else's attribute", R"({"a":"${owner.id}"})", "conditions.a",
              F::UnknownPlaceholder, "${owner.id}", "unknown_placeholder");
    condition("an unknown attribute", R"({"a":"${user.password}"})", "conditions.a",
              F::UnknownPlaceholder, "${user.password}", "unknown_placeholder");
    condition("a placeholder without an end", R"({"a":["x","${user.id"]})", "conditions.a",
              F::UnknownPlaceholder, "${user.id", "unknown_placeholder");
}

void TestStatementJson::tellsWhatIsWrongAndWhere()
{
    QFETCH(QByteArray, statement);
    QFETCH(QString, member);
    QFETCH(int, fault);
    QFETCH(QString, word);
    QFETCH(QString, code);
    const QByteArray good = R"({"action":"read","subject":"users"})";
    const QJsonArray all = arrayOf("[" + good + "," + statement + "," + good + "]");
    QCOMPARE(all.size(), 3);
    const auto read = readStatements(all, StatementSpelling::Casl);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error(),
             (StatementProblem{
                 .index = 1, .member = member, .fault = StatementFault(fault), .word = word}));
    const auto error = fieldErrorOf(read.error(), "statements"_L1);
    QCOMPARE(error.field, member.isEmpty() ? u"statements[1]"_s : u"statements[1]."_s + member);
    QCOMPARE(error.code, code);
    QVERIFY(error.message.endsWith(u'.'));
    QVERIFY(!error.message.contains(u"%1"));
    QVERIFY(word.isEmpty() || error.message.contains(word));
}

void TestStatementJson::refusesMoreThanAPolicyHolds()
{
    QJsonArray statements;
    const QJsonObject one{{u"action"_s, u"read"_s}, {u"subject"_s, u"users"_s}};
    for (qsizetype i = 0; i < mostStatements; ++i)
        statements.append(one);
    QVERIFY(readStatements(statements, StatementSpelling::Casl).has_value());
    statements.append(one);
    const auto refused = readStatements(statements, StatementSpelling::Casl);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().fault, StatementFault::TooMany);
    QCOMPARE(fieldErrorOf(refused.error(), "statements"_L1).field, u"statements[100]"_s);

    QJsonArray values;
    for (qsizetype i = 0; i <= mostValues; ++i)
        values.append(int(i));
    QJsonObject many = one;
    many.insert(u"conditions"_s, QJsonObject{{u"a"_s, QJsonObject{{u"$in"_s, values}}}});
    QCOMPARE(readStatement(many, StatementSpelling::Casl).error().fault, StatementFault::TooMany);
    many.insert(u"conditions"_s, QJsonObject{{u"a"_s, QString(501, u'x')}});
    QCOMPARE(readStatement(many, StatementSpelling::Casl).error().fault, StatementFault::TooLong);
}

void TestStatementJson::writes()
{
    const Statement statement{.actions = {Action::Sync},
                              .subjects = {Subject::Ingestion},
                              .conditions = {{.field = u"id"_s, .value = u"s-1"_s}}};
    QCOMPARE(QJsonDocument(writeStatement(statement, StatementSpelling::Casl))
                 .toJson(QJsonDocument::Compact),
             R"({"action":["sync"],"conditions":{"id":"s-1"},"subject":["ingestion"]})"_ba);
    QCOMPARE(QJsonDocument(writeStatement(statement, StatementSpelling::Own))
                 .toJson(QJsonDocument::Compact),
             R"({"actions":["sync"],"conditions":{"id":"s-1"},"inverted":false,)"
             R"("subjects":["ingestion"]})"_ba);
}

void TestStatementJson::writesSeveralComparisonsOfAField()
{
    const QByteArray json =
        R"([{"action":["read"],"conditions":{"a":{"$eq":[1,true],"$ne":null}},)"
        R"("fields":["a"],"inverted":true,"reason":"No.","subject":["users"]}])";
    const auto statements = readStatements(arrayOf(json), StatementSpelling::Casl);
    QVERIFY(statements.has_value());
    QCOMPARE(statements->first().conditions.size(), 2);
    QCOMPARE(QJsonDocument(writeStatements(*statements, StatementSpelling::Casl))
                 .toJson(QJsonDocument::Compact),
             json);
}

void TestStatementJson::takesTextApart()
{
    using Pieces = QList<TextPiece>;
    QCOMPARE(piecesOf({}), Pieces());
    QCOMPARE(piecesOf(u"plain $ {user.id} }"_s), (Pieces{{u"plain $ {user.id} }"_s}}));
    QCOMPARE(piecesOf(u"${user.id}"_s), (Pieces{{u"id"_s, true}}));
    QCOMPARE(piecesOf(u"a${user.email}${user.id}b"_s),
             (Pieces{{u"a"_s}, {u"email"_s, true}, {u"id"_s, true}, {u"b"_s}}));
    QVERIFY(!piecesOf(u"${user.}"_s));
    QVERIFY(!piecesOf(u"${user.id }"_s));
    QVERIFY(!piecesOf(u"x${"_s));
}

QTEST_GUILESS_MAIN(TestStatementJson)
#include "tst_statementjson.moc"
