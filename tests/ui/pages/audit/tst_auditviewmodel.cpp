// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeauditgateway.h"

#include "tests/support/fakeclock.h"
#include "ui/pages/audit/auditviewmodel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace authdesk;
using namespace authdesk::ui::pages::audit;
using namespace Qt::StringLiterals;
using test::FakeAuditGateway;

class tst_AuditViewModel final : public QObject
{
    Q_OBJECT

private:
    tests::FakeClock m_clock;
    std::unique_ptr<FakeAuditGateway> m_fake;
    std::unique_ptr<AuditViewModel> m_model;

private Q_SLOTS:
    void init()
    {
        m_fake = std::make_unique<FakeAuditGateway>();
        m_fake->fill(3);
        m_model = std::make_unique<AuditViewModel>(*m_fake, m_clock);
    }

    void cleanup() { m_model.reset(); }

    void everyFilterIsAskedForTogether()
    {
        m_model->setPerson(u" anna "_s);
        m_model->setAction(u"user."_s);
        m_model->setResult(u"refused"_s);
        m_model->setSpan(TimeSpan::Week);
        const gateway::AuditQuery &asked = m_fake->queries.constLast();
        QCOMPARE(asked.person, u"anna"_s);
        QCOMPARE(asked.action, u"user."_s);
        QCOMPARE(asked.result, u"refused"_s);
        QCOMPARE(asked.from, m_clock.now().addDays(-7));
        QVERIFY(!asked.until);
        QVERIFY(m_model->hasFilter());
        QCOMPARE(m_model->exportQuery().person, u"anna"_s);
        QCOMPARE(m_model->exportQuery().from, asked.from);
        m_model->clearFilters();
        QVERIFY(!m_model->hasFilter());
        QCOMPARE(m_fake->queries.constLast(), gateway::AuditQuery());
    }

    void asksForAPersonWhenNobodyTypesAnyMore()
    {
        m_model->setPerson(u"an"_s);
        m_model->setPerson(u"anna"_s);
        QCOMPARE(m_fake->queries.size(), 0);
        QTRY_COMPARE(m_fake->queries.size(), 1);
        QCOMPARE(m_fake->queries.constFirst().person, u"anna"_s);
        m_model->setPerson(u"ben"_s);
        m_model->searchNow();
        QCOMPARE(m_fake->queries.size(), 2);
    }

    void daysAreBothMeantAndPutInOrder()
    {
        const QDate first(2027, 3, 1);
        m_model->setDays(first.addDays(2), first);
        const gateway::AuditQuery &asked = m_fake->queries.constLast();
        QCOMPARE(asked.from, first.startOfDay());
        QCOMPARE(asked.until, first.addDays(3).startOfDay());
        QCOMPARE(m_model->filters().firstDay, first);
        m_model->setSpan(TimeSpan::Any);
        QVERIFY(!m_fake->queries.constLast().from && !m_fake->queries.constLast().until);
    }

    void tellsWhyThereIsNothing()
    {
        m_model->load();
        QVERIFY(m_model->emptiness() == AuditViewModel::Emptiness::NotEmpty);
        m_model->setResult(u"refused"_s);
        QVERIFY(m_model->emptiness() == AuditViewModel::Emptiness::NothingFound);
        m_fake->events.clear();
        m_model->clearFilters();
        QVERIFY(m_model->emptiness() == AuditViewModel::Emptiness::NothingYet);
    }

    void followsWhatHappensWhileSomebodyLooks()
    {
        m_model->load();
        QCOMPARE(m_fake->openWaits(), 0); // nobody looks
        m_model->setShown(true);
        QCOMPARE(m_fake->openWaits(), 1);
        QCOMPARE(m_fake->waits.constLast().after, 3);
        m_fake->happen(FakeAuditGateway::event(4));
        QTRY_COMPARE(m_model->table().rowCount(), 4);
        QTRY_COMPARE(m_fake->openWaits(), 1);
        QCOMPARE(m_fake->waits.constLast().after, 4);
        m_model->setShown(false);
        QCOMPARE(m_fake->openWaits(), 0);
        m_fake->happen(FakeAuditGateway::event(5));
        QTest::qWait(50);
        QCOMPARE(m_model->table().rowCount(), 4);
        m_model->setShown(true);
        QCOMPARE(m_fake->openWaits(), 1);
    }

    void nothingIsFollowedBeforeTheListWasAskedFor()
    {
        m_model->setShown(true);
        QCOMPARE(m_fake->waits.size(), 0);
        m_model->load();
        QCOMPARE(m_fake->openWaits(), 1);
    }

    void followsWithTheFiltersOfTheList()
    {
        m_model->setShown(true);
        m_model->setResult(u"refused"_s);
        QCOMPARE(m_fake->openWaits(), 1);
        QCOMPARE(m_fake->waits.constLast().query.result, u"refused"_s);
        m_model->setResult({});
        QCOMPARE(m_fake->openWaits(), 1); // the one of the query before is given up
        QCOMPARE(m_fake->waits.constLast().query.result, QString());
    }

    void moreNewsThanFitAreReadAsAList()
    {
        m_model->setShown(true);
        m_model->load();
        for (int i = 4; i < 300; ++i)
            m_fake->events.prepend(FakeAuditGateway::event(i));
        m_fake->happen(FakeAuditGateway::event(300));
        QTRY_COMPARE(m_model->table().newest(), 300);
        QCOMPARE(m_model->table().rowCount(), 100);
        QCOMPARE(m_model->table().itemAt(99).id, 201); // without a gap
    }

    void daysThatArePastBringNothingNew()
    {
        m_model->setShown(true);
        const QDate today = m_clock.now().toLocalTime().date();
        m_model->setDays(today.addDays(-3), today.addDays(-1));
        QVERIFY(!m_model->canBeLive());
        QCOMPARE(m_fake->openWaits(), 0);
        m_model->setDays(today.addDays(-3), today);
        QVERIFY(m_model->canBeLive());
        QCOMPARE(m_fake->openWaits(), 1);
    }

    void stopsFollowingWhenAskedTo()
    {
        m_model->setShown(true);
        m_model->load();
        m_model->setLive(false);
        QCOMPARE(m_fake->openWaits(), 0);
        m_model->refresh();
        QCOMPARE(m_fake->openWaits(), 0);
        m_model->setLive(true);
        QCOMPARE(m_fake->openWaits(), 1);
    }

    void saysWhyNewsDoNotComeIn()
    {
        m_fake->refuse.insert(u"newerThan"_s,
                              {.code = base::ErrorCode::Unreachable, .message = {}});
        m_model->setShown(true);
        m_model->load();
        QVERIFY(m_model->followError());
        QCOMPARE(m_model->followError()->code, base::ErrorCode::Unreachable);
        QCOMPARE(m_model->table().rowCount(), 3);
        m_model->load(); // "Try again"
        QVERIFY(!m_model->followError());
        QCOMPARE(m_fake->openWaits(), 1);
    }

    void checksTheChainOnceAtATime()
    {
        QSignalSpy verified(m_model.get(), &AuditViewModel::verified);
        QSignalSpy failed(m_model.get(), &AuditViewModel::verifyFailed);
        m_model->verify();
        QCOMPARE(verified.size(), 1);
        QVERIFY(!m_model->isVerifying());
        m_fake->refuse.insert(u"verify"_s,
                              {.code = base::ErrorCode::MasterKeyMissing, .message = {}});
        m_model->verify();
        QCOMPARE(failed.size(), 1);
        QVERIFY(!m_model->isVerifying());
    }
};

QTEST_MAIN(tst_AuditViewModel)
#include "tst_auditviewmodel.moc"
