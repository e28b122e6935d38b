// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policy/policy.h"

#include "core/model/statementjson.h"
#include "core/policy/bound.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using authdesk::model::Action;
using authdesk::model::Statement;
using authdesk::model::Subject;
namespace policy = authdesk::policy;

namespace {

using Statements = QList<Statement>;

const Statements superAdmin{{{Action::Manage}, {Subject::All}}};
const Statements admin{
    {{Action::Manage}, {Subject::All}},
    {{Action::Manage}, {Subject::Roles, Subject::Settings, Subject::Backups}, true}};
const Statements helpDesk{{{Action::Read, Action::Update}, {Subject::Users}},
                          {{Action::Read, Action::Delete}, {Subject::Sessions}}};
const Statements auditor{{{Action::Read}, {Subject::All}}};

Statements parsed(const QByteArray &json)
{
    const auto statements = authdesk::model::readStatements(
        QJsonDocument::fromJson(json).array(), authdesk::model::StatementSpelling::Casl);
    if (!statements)
        qFatal("%s is not read", json.constData());
    return *statements;
}

/// Updating users under a condition.
Statements updating(const QByteArray &conditions, const QByteArray &rest = {})
{
    return parsed(R"([{"action":"update","subject":"users","conditions":)" + conditions + rest
                  + "}]");
}

bool maySome(const Statements &statements, const QByteArray &resource, QStringView field = {})
{
    const QJsonObject attributes = QJsonDocument::fromJson(resource).object();
    return policy::allows(statements, {.action = Action::Update,
                                       .subject = Subject::Users,
                                       .resource = &attributes,
                                       .field = field});
}

} // namespace

class TestPolicy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void laterStatementsWin();
    void tellsTheDecidingStatement();
    void looksAtAResource_data();
    void looksAtAResource();
    void aKindIsAllowedPerhaps();
    void fieldsLimit();
    void putsThePersonInPlace();
    void aPlaceholderWithoutAValueEqualsNothing();
    void attributesAreValuesOnly();
    void knowsWhatIsAllowedAlways();
    void covers_data();
    void covers();
    void coversConditions_data();
    void coversConditions();
};

void TestPolicy::decides_data()
{
    QTest::addColumn<Statements>("statements");
    QTest::addColumn<Action>("action");
    QTest::addColumn<Subject>("subject");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("nothing is said") << Statements() << Action::Read << Subject::Users << false;
    QTest::newRow("manage covers delete") << superAdmin << Action::Delete << Subject::Users << true;
    QTest::newRow("all covers backups") << superAdmin << Action::Read << Subject::Backups << true;
    QTest::newRow("manage all") << superAdmin << Action::Manage << Subject::All << true;
    QTest::newRow("admin manages users") << admin << Action::Manage << Subject::Users << true;
    QTest::newRow("admin reads no roles") << admin << Action::Read << Subject::Roles << false;
    QTest::newRow("admin not manage all") << admin << Action::Manage << Subject::All << false;
    QTest::newRow("admin not read all") << admin << Action::Read << Subject::All << false;
    QTest::newRow("help desk reads users") << helpDesk << Action::Read << Subject::Users << true;
    QTest::newRow("help desk cannot delete users")
        << helpDesk << Action::Delete << Subject::Users << false;
    QTest::newRow("help desk cannot manage users")
        << helpDesk << Action::Manage << Subject::Users << false;
    QTest::newRow("auditor reads all") << auditor << Action::Read << Subject::All << true;
    QTest::newRow("auditor updates nothing")
        << auditor << Action::Update << Subject::Audit << false;
    QTest::newRow("four actions are not manage")
        << Statements{{{Action::Create, Action::Read, Action::Update, Action::Delete},
                       {Subject::Users}}}
        << Action::Manage << Subject::Users << false;
}

void TestPolicy::decides()
{
    QFETCH(Statements, statements);
    QFETCH(Action, action);
    QFETCH(Subject, subject);
    QFETCH(bool, allowed);
    QCOMPARE(policy::allows(statements, action, subject), allowed);
}

void TestPolicy::laterStatementsWin()
{
    const Statement allow{{Action::Read}, {Subject::Users}};
    const Statement forbid{{Action::Read}, {Subject::Users}, true};
    QVERIFY(!policy::allows({allow, forbid}, Action::Read, Subject::Users));
    QVERIFY(policy::allows({forbid, allow}, Action::Read, Subject::Users));
    QVERIFY(policy::allows({allow, forbid, allow}, Action::Read, Subject::Users));
}

void TestPolicy::tellsTheDecidingStatement()
{
    using policy::Decision;
    QCOMPARE(policy::decide(admin, Action::Read, Subject::Roles), (Decision{false, 1}));
    QCOMPARE(policy::decide(admin, Action::Read, Subject::Users), (Decision{true, 0}));
    QCOMPARE(policy::decide(helpDesk, Action::Delete, Subject::Sessions), (Decision{true, 1}));
    QCOMPARE(policy::decide(helpDesk, Action::Read, Subject::Audit),
             (Decision{false, std::nullopt}));
}

void TestPolicy::looksAtAResource_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<QByteArray>("resource");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const char *conditions, const char *resource, bool ok) {
        QTest::newRow(name) << QByteArray(conditions) << QByteArray(resource) << ok;
    };
    row("equal", R"({"role":"user"})", R"({"role":"user"})", true);
    row("not equal", R"({"role":"user"})", R"({"role":"admin"})", false);
    row("case counts", R"({"role":"user"})", R"({"role":"User"})", false);
    row("a number is no text", R"({"id":1})", R"({"id":"1"})", false);
    row("a whole number is one, however written", R"({"id":1})", R"({"id":1.0})", true);
    row("true is not 1", R"({"on":true})", R"({"on":1})", false);
    row("both of two", R"({"a":1,"b":2})", R"({"a":1,"b":2})", true);
    row("one of two", R"({"a":1,"b":2})", R"({"a":1,"b":3})", false);
    row("null is null", R"({"email":null})", R"({"email":null})", true);
    row("what is not there is null", R"({"email":null})", "{}", true);
    row("what is not there is nothing else", R"({"email":"x"})", "{}", false);
    row("$ne", R"({"role":{"$ne":"admin"}})", R"({"role":"user"})", true);
    row("$ne of the same", R"({"role":{"$ne":"admin"}})", R"({"role":"admin"})", false);
    row("$ne of what is not there", R"({"role":{"$ne":"admin"}})", "{}", true);
    row("$in", R"({"role":{"$in":["user","auditor"]}})", R"({"role":"auditor"})", true);
    row("not $in", R"({"role":{"$in":["user","auditor"]}})", R"({"role":"admin"})", false);
    row("$nin", R"({"role":{"$nin":["user","auditor"]}})", R"({"role":"admin"})", true);
    row("not $nin", R"({"role":{"$nin":["user","auditor"]}})", R"({"role":"user"})", false);
    row("two comparisons", R"({"id":{"$in":[1,2],"$ne":2}})", R"({"id":1})", true);
    row("the second comparison fails", R"({"id":{"$in":[1,2],"$ne":2}})", R"({"id":2})", false);
    row("a list contains it", R"({"tags":"a"})", R"({"tags":["a","b"]})", true);
    row("a list does not contain it", R"({"tags":"c"})", R"({"tags":["a","b"]})", false);
    row("a list is equal to itself", R"({"tags":["a","b"]})", R"({"tags":["a","b"]})", true);
    row("a list in another order", R"({"tags":["b","a"]})", R"({"tags":["a","b"]})", false);
    row("$ne of a list that contains it", R"({"tags":{"$ne":"a"}})", R"({"tags":["a","b"]})",
        false);
    row("$in of a list", R"({"tags":{"$in":["c","b"]}})", R"({"tags":["a","b"]})", true);
    row("$nin of a list", R"({"tags":{"$nin":["c","b"]}})", R"({"tags":["a","b"]})", false);
    row("dots lead inside", R"({"a.b.c":1})", R"({"a":{"b":{"c":1}}})", true);
    row("dots lead nowhere", R"({"a.b.c":1})", R"({"a":{"b":1}})", false);
    row("dots are no name", R"({"a.b":1})", R"({"a.b":1})", false);
    row("dots lead through a list", R"({"a.b":2})", R"({"a":[{"b":1},{"b":2},{}]})", true);
    row("a list without it", R"({"a.b":2})", R"({"a":[{"b":1},{"c":2}]})", false);
}

void TestPolicy::looksAtAResource()
{
    QFETCH(QByteArray, conditions);
    QFETCH(QByteArray, resource);
    QFETCH(bool, allowed);
    QCOMPARE(maySome(updating(conditions), resource), allowed);
    // The same conditions in a denial forbid exactly what they allowed.
    const Statements denying = parsed(R"([{"action":"manage","subject":"all"}])")
                               + updating(conditions, R"(,"inverted":true)");
    QCOMPARE(maySome(denying, resource), !allowed);
}

void TestPolicy::aKindIsAllowedPerhaps()
{
    using policy::Decision;
    const Statements some = updating(R"({"role":"user"})");
    QCOMPARE(policy::decide(some, Action::Update, Subject::Users), (Decision{true, 0}));
    const Statements butOne = Statements{{{Action::Update}, {Subject::Users}}}
                              + updating(R"({"role":"admin"})", R"(,"inverted":true)");
    QCOMPARE(policy::decide(butOne, Action::Update, Subject::Users), (Decision{true, 0}));
    const Statements denial = updating(R"({"role":"admin"})", R"(,"inverted":true)");
    QCOMPARE(policy::decide(denial, Action::Update, Subject::Users),
             (Decision{false, std::nullopt}));
}

void TestPolicy::fieldsLimit()
{
    const Statements some =
        parsed(R"([{"action":"update","subject":"users","fields":["email","name"]}])");
    QVERIFY(maySome(some, "{}", u"email"));
    QVERIFY(!maySome(some, "{}", u"role"));
    QVERIFY(maySome(some, "{}")); // some field of it
    QVERIFY(!maySome(some, "{}", policy::wholeResource));
    const Statements butRole =
        parsed(R"([{"action":"update","subject":"users"},)"
               R"({"action":"update","subject":"users","fields":["role"],"inverted":true}])");
    QVERIFY(maySome(butRole, "{}", u"email"));
    QVERIFY(!maySome(butRole, "{}", u"role"));
    QVERIFY(maySome(butRole, "{}"));
    QVERIFY(maySome(butRole, "{}", policy::wholeResource));
}

void TestPolicy::putsThePersonInPlace()
{
    const QJsonObject person{{u"id"_s, 7}, {u"username"_s, u"eva"_s}, {u"role"_s, u"user"_s}};
    const auto may = [&](const QByteArray &conditions, const QByteArray &resource) {
        return maySome(policy::bound(updating(conditions), person), resource);
    };
    QVERIFY(may(R"({"id":"${user.id}"})", R"({"id":7})"));
    QVERIFY(!may(R"({"id":"${user.id}"})", R"({"id":"7"})")); // the number itself
    QVERIFY(!may(R"({"id":"${user.id}"})", R"({"id":8})"));
    QVERIFY(may(R"({"key":"key-${user.id}-${user.username}"})", R"({"key":"key-7-eva"})"));
    QVERIFY(may(R"({"id":{"$in":[1,"${user.id}"]}})", R"({"id":7})"));
    QVERIFY(!may(R"({"id":{"$ne":"${user.id}"}})", R"({"id":7})"));
    QVERIFY(policy::needsBinding(updating(R"({"id":{"$in":[1,"${user.id}"]}})")));
    QVERIFY(!policy::needsBinding(updating(R"({"id":{"$in":[1,"user.id"]}})")));
}

void TestPolicy::aPlaceholderWithoutAValueEqualsNothing()
{
    const QJsonObject person{{u"id"_s, 7}, {u"email"_s, QJsonValue::Null}};
    const auto may = [&](const QByteArray &conditions, const QByteArray &resource) {
        return maySome(policy::bound(updating(conditions), person), resource);
    };
    for (const char *const resource : {"{}", R"({"email":null})", R"({"email":""})",
                                       R"({"email":"${user.email}"})", R"({"email":"x"})"}) {
        QVERIFY2(!may(R"({"email":"${user.email}"})", resource), resource);
        QVERIFY2(!may(R"({"email":{"$in":["${user.email}","y"]}})", resource), resource);
        QVERIFY2(!may(R"({"email":["${user.email}"]})", resource), resource);
        QVERIFY2(!may(R"({"email":"a${user.first_name}"})", resource), resource);
        QVERIFY2(may(R"({"email":{"$ne":"${user.email}"}})", resource), resource);
    }
}

void TestPolicy::attributesAreValuesOnly()
{
    const QJsonObject person{{u"id"_s, 7}, {u"username"_s, u"${user.id}\",\"x\":\"*"_s}};
    const Statements mine = policy::bound(updating(R"({"owner":"${user.username}"})"), person);
    QCOMPARE(mine.first().conditions.size(), 1);
    QCOMPARE(mine.first().conditions.first().value, person.value(u"username"));
    QVERIFY(!maySome(mine, R"({"owner":7})"));
}

void TestPolicy::knowsWhatIsAllowedAlways()
{
    QVERIFY(policy::allowsAll(superAdmin, Action::Manage, Subject::All));
    QVERIFY(policy::allowsAll(admin, Action::Manage, Subject::Users));
    QVERIFY(!policy::allowsAll(admin, Action::Read, Subject::Roles));
    const Statements some = updating(R"({"role":"user"})");
    QVERIFY(!policy::allowsAll(some, Action::Update, Subject::Users));
    const Statements denial = updating(R"({"role":"admin"})", R"(,"inverted":true)");
    const Statements all{{{Action::Update}, {Subject::Users}}};
    QVERIFY(!policy::allowsAll(all + denial, Action::Update, Subject::Users));
    QVERIFY(policy::allowsAll(denial + all + some, Action::Update, Subject::Users));
    QVERIFY(!policy::allowsAll(parsed(R"([{"action":"update","subject":"users","fields":["a"]}])"),
                               Action::Update, Subject::Users));
}

void TestPolicy::covers_data()
{
    QTest::addColumn<Statements>("holder");
    QTest::addColumn<Statements>("other");
    QTest::addColumn<bool>("covered");
    QTest::newRow("super admin over admin") << superAdmin << admin << true;
    QTest::newRow("admin over super admin") << admin << superAdmin << false;
    QTest::newRow("admin over help desk") << admin << helpDesk << true;
    QTest::newRow("admin over auditor") << admin << auditor << false;
    QTest::newRow("help desk over user") << helpDesk << Statements() << true;
    QTest::newRow("help desk over admin") << helpDesk << admin << false;
    QTest::newRow("everybody over themselves") << helpDesk << helpDesk << true;
}

void TestPolicy::covers()
{
    QFETCH(Statements, holder);
    QFETCH(Statements, other);
    QFETCH(bool, covered);
    QCOMPARE(policy::covers(holder, other), covered);
}

void TestPolicy::coversConditions_data()
{
    QTest::addColumn<QByteArray>("holder");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("covered");
    const auto row = [](const char *name, const QByteArray &holder, const QByteArray &other,
                        bool covered) { QTest::newRow(name) << holder << other << covered; };
    const QByteArray users = R"({"action":"update","subject":"users")";
    const QByteArray all = users + "}";
    const QByteArray some = users + R"(,"conditions":{"role":"user"}})";
    const QByteArray fewer = users + R"(,"conditions":{"role":"user","status":"active"}})";
    const QByteArray others = users + R"(,"conditions":{"role":"auditor"}})";
    const QByteArray own = users + R"(,"conditions":{"id":"${user.id}"}})";
    const QByteArray name = users + R"(,"fields":["name"]})";
    const QByteArray names = users + R"(,"fields":["name","email"]})";
    const QByteArray noAdmins = users + R"(,"inverted":true,"conditions":{"role":"admin"}})";
    const QByteArray noRole = users + R"(,"inverted":true,"fields":["role"]})";
    row("all covers some", "[" + all + "]", "[" + some + "]", true);
    row("some does not cover all", "[" + some + "]", "[" + all + "]", false);
    row("some covers the same", "[" + some + "]", "[" + some + "]", true);
    row("some covers fewer", "[" + some + "]", "[" + fewer + "]", true);
    row("fewer does not cover some", "[" + fewer + "]", "[" + some + "]", false);
    row("some does not cover others", "[" + some + "]", "[" + others + "]", false);
    row("both cover either", "[" + some + "," + others + "]", "[" + others + "]", true);
    row("an open right is covered by all", "[" + all + "]", "[" + own + "]", true);
    row("an open right is not covered by itself", "[" + own + "]", "[" + own + "]", false);
    row("names cover a name", "[" + names + "]", "[" + name + "]", true);
    row("a name does not cover names", "[" + name + "]", "[" + names + "]", false);
    row("a name does not cover all", "[" + name + "]", "[" + all + "]", false);
    row("a forbidden part is a gap", "[" + all + "," + noAdmins + "]", "[" + all + "]", false);
    row("the same gap", "[" + all + "," + noAdmins + "]", "[" + all + "," + noAdmins + "]", true);
    row("the same gap, given back", "[" + all + "," + noAdmins + "]",
        "[" + all + "," + noAdmins + "," + all + "]", false);
    row("a gap that is filled", "[" + all + "," + noAdmins + "," + all + "]", "[" + all + "]",
        true);
    row("a gap of one field", "[" + all + "," + noRole + "]", "[" + all + "]", false);
    row("the same gap of one field", "[" + all + "," + noRole + "]", "[" + all + "," + noRole + "]",
        true);
    row("what is taken back at once is none", "[]",
        "[" + some + "," + users + R"(,"inverted":true,"conditions":{"role":"user"}}])", true);
    row("nothing covers a condition", "[]", "[" + some + "]", false);
}

void TestPolicy::coversConditions()
{
    QFETCH(QByteArray, holder);
    QFETCH(QByteArray, other);
    QFETCH(bool, covered);
    QCOMPARE(policy::covers(parsed(holder), parsed(other)), covered);
}

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
