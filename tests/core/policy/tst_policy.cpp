// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policy/policy.h"

#include <QtTest/QTest>

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

} // namespace

class TestPolicy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void laterStatementsWin();
    void tellsTheDecidingStatement();
    void covers_data();
    void covers();
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

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
