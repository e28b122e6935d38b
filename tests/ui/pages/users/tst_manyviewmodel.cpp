// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakemanyusersgateway.h"

#include "ui/pages/users/manyviewmodel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using model::BulkAction;
using test::FakeManyUsersGateway;
using test::FakeUsersGateway;
using ui::pages::users::ManyViewModel;
using ui::pages::users::UserRights;

class tst_ManyViewModel final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FakeManyUsersGateway> m_fake;
    std::unique_ptr<ManyViewModel> m_many;

    static QList<model::User> people(int count)
    {
        QList<model::User> all;
        for (int i = 1; i <= count; ++i)
            all.append(FakeUsersGateway::person(i, u"P%1"_s.arg(i), u"X"_s, model::userSlug));
        return all;
    }

    static UserRights rightsOf(const model::User &me)
    {
        return {gateway::Capability::Users | gateway::Capability::EditUsers, me,
                FakeUsersGateway::predefinedRoles()};
    }

private Q_SLOTS:
    void init()
    {
        m_fake = std::make_unique<FakeManyUsersGateway>();
        m_many = std::make_unique<ManyViewModel>(*m_fake);
        m_many->setRights(
            rightsOf(FakeUsersGateway::person(900, u"Me"_s, u"Too"_s, model::superAdminSlug)));
    }

    void cleanup() { m_many.reset(); }

    void goesOnCallByCall()
    {
        QSignalSpy finished(m_many.get(), &ManyViewModel::finished);
        m_many->run({.action = BulkAction::SetRole, .roleSlug = u"auditor"_s}, people(1100));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_fake->calls.size(), 5);
        for (const auto &call : std::as_const(m_fake->calls)) {
            QVERIFY(call.ids.size() <= ManyViewModel::peopleAtOnce);
            QCOMPARE(call.order.roleSlug, u"auditor"_s);
        }
        QCOMPARE(m_fake->calls.last().ids.last(), 1100);
        QCOMPARE(m_many->done().size(), 1100);
        QVERIFY(m_many->refused().isEmpty());
        QVERIFY(!m_many->interruption());
    }

    void aCancelStopsBetweenTwoCalls()
    {
        m_fake->holdCalls = true;
        QSignalSpy finished(m_many.get(), &ManyViewModel::finished);
        m_many->run({.action = BulkAction::Disable}, people(600));
        QVERIFY(m_fake->isAsked());
        m_many->cancel();
        QVERIFY(m_many->isStopping() && m_many->isRunning());
        m_fake->answerCall();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_fake->calls.size(), 1);
        QCOMPARE(m_many->done().size(), ManyViewModel::peopleAtOnce);
        QCOMPARE(m_many->interruption()->code, ErrorCode::Cancelled);
    }

    void tellsWhoIsRefusedAndWhy()
    {
        m_fake->refuse.insert(2, {.code = ErrorCode::LastAdmin, .message = u"The last one."_s});
        m_many->run({.action = BulkAction::Disable}, people(3));
        QTRY_VERIFY(!m_many->isRunning());
        QCOMPARE(m_many->done().size(), 2);
        QCOMPARE(m_many->refused().size(), 1);
        QCOMPARE(m_many->refused().first().person.id, 2);
        QCOMPARE(m_many->refused().first().why.code, ErrorCode::LastAdmin);
    }

    void aCallThatFailsEndsIt()
    {
        m_fake->refuseNext = base::Error{.code = ErrorCode::Unreachable, .message = {}};
        m_many->run({.action = BulkAction::Disable}, people(3));
        QTRY_VERIFY(!m_many->isRunning());
        QCOMPARE(m_many->tried(), 0);
        QCOMPARE(m_many->interruption()->code, ErrorCode::Unreachable);
    }

    void anAnswerThatLacksSomebodyIsNoSuccess()
    {
        m_fake->forgetLast = true;
        m_many->run({.action = BulkAction::Disable}, people(2));
        QTRY_VERIFY(!m_many->isRunning());
        QCOMPARE(m_many->interruption()->code, ErrorCode::UnexpectedAnswer);
    }

    void leavesOutOneselfAndTheMightier()
    {
        const model::User me =
            FakeUsersGateway::person(900, u"Me"_s, u"Too"_s, model::helpDeskSlug);
        m_many->setRights(rightsOf(me));
        QList<model::User> selected = people(2);
        selected.append(me);
        selected.append(FakeUsersGateway::person(901, u"Big"_s, u"Boss"_s, model::adminSlug));
        const auto meant = m_many->peopleFor(BulkAction::Disable, selected);
        QCOMPARE(meant.meant.size(), 2);
        QVERIFY(meant.leavesMeOut);
        QCOMPARE(meant.mightier, 1);
        QVERIFY(m_many->peopleFor(BulkAction::Delete, selected).meant.isEmpty());
    }

    void offersWhatTheRoleAllows_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QList<BulkAction>>("offered");
        using enum BulkAction;
        QTest::newRow("super admin")
            << QString(model::superAdminSlug)
            << QList<BulkAction>{Disable, Enable, Delete, SetRole, Unlock, RevokeSessions};
        QTest::newRow("help desk")
            << QString(model::helpDeskSlug)
            << QList<BulkAction>{Disable, Enable, SetRole, Unlock, RevokeSessions};
        QTest::newRow("auditor") << QString(model::auditorSlug) << QList<BulkAction>{};
    }

    void offersWhatTheRoleAllows()
    {
        QFETCH(QString, role);
        QFETCH(QList<BulkAction>, offered);
        m_many->setRights(rightsOf(FakeUsersGateway::person(900, u"Me"_s, u"Too"_s, role)));
        using enum BulkAction;
        for (const BulkAction action :
             {Disable, Enable, Delete, SetRole, ResetPassword, ResetMfa, Unlock, RevokeSessions}) {
            QCOMPARE(m_many->offers(action), offered.contains(action));
        }
    }

    void onlyFewGoBackTogether()
    {
        using ui::pages::users::canGoBack;
        QVERIFY(canGoBack(BulkAction::Disable, 50));
        QVERIFY(!canGoBack(BulkAction::Disable, 51));
        QVERIFY(!canGoBack(BulkAction::Delete, 1));
        QVERIFY(!canGoBack(BulkAction::RevokeSessions, 1));
    }
};

QTEST_MAIN(tst_ManyViewModel)
#include "tst_manyviewmodel.moc"
