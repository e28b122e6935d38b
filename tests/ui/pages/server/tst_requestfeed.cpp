// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakehostedserver.h"
#include "ui/pages/server/requestfeed.h"
#include "ui/pages/server/requesttablemodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorCode;
using test::FakeRequests;
using ui::pages::server::RequestFeed;
using ui::pages::server::RequestTableModel;

class TestRequestFeed final : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeRequests> m_requests;
    std::unique_ptr<RequestFeed> m_feed;
    QList<model::RequestEntry> m_arrived;

private Q_SLOTS:
    void init()
    {
        m_requests = std::make_unique<FakeRequests>();
        m_feed = std::make_unique<RequestFeed>(*m_requests, 1ms);
        m_arrived.clear();
        connect(m_feed.get(), &RequestFeed::arrived, this,
                [this](const auto &entries) { m_arrived = entries + m_arrived; });
    }
    void cleanup() { m_feed.reset(); }

    void asksOnlyWhileSomebodyLooks()
    {
        QVERIFY(m_requests->asked.isEmpty());
        m_feed->setWatched(true);
        QCOMPARE(m_requests->asked.size(), 1);
        QCOMPARE(m_requests->asked.first().second, 0s); // what is there, at once
        m_feed->setWatched(false);
        QVERIFY(m_requests->isCancelled());
    }

    void followsFromTheNewest()
    {
        m_feed->setWatched(true);
        m_requests->answer(FakeRequests::Entries{FakeRequests::entry(4, u"/a"_s),
                                                 FakeRequests::entry(3, u"/b"_s)});
        QTRY_COMPARE(m_requests->asked.size(), 2);
        QCOMPARE(m_requests->asked.at(1).first, 4);
        QVERIFY(m_requests->asked.at(1).second > 1s);
        m_requests->answer(FakeRequests::Entries{FakeRequests::entry(5, u"/c"_s)});
        QTRY_COMPARE(m_arrived.size(), 3);
        QCOMPARE(m_arrived.first().path, u"/c"_s);
        QCOMPARE(m_arrived.last().path, u"/b"_s);
    }

    void leavesItsOwnQuestionsOut()
    {
        m_feed->setWatched(true);
        m_requests->answer(FakeRequests::Entries{FakeRequests::entry(1, u"/admin/v1/requests"_s),
                                                 FakeRequests::entry(2, u"/admin/v1/users"_s)});
        QTRY_COMPARE(m_requests->asked.size(), 2);
        QCOMPARE(m_requests->asked.at(1).first, 2);
        QCOMPARE(m_arrived.size(), 1);
        QCOMPARE(m_arrived.first().path, u"/admin/v1/users"_s);
    }

    void readsOnAtOnceWhenThereIsMore()
    {
        RequestFeed patient(*m_requests, 1h);
        patient.setWatched(true);
        FakeRequests::Entries full;
        for (int id = 1; id <= 100; ++id)
            full.append(FakeRequests::entry(id, u"/a"_s));
        m_requests->answer(full);
        QTRY_COMPARE(m_requests->asked.size(), 2);
        QCOMPARE(m_requests->asked.at(1).first, 100);
    }

    void holdsStillAndGoesOnWhereItWas()
    {
        m_feed->setWatched(true);
        m_requests->answer(FakeRequests::Entries{FakeRequests::entry(7, u"/a"_s)});
        QTRY_COMPARE(m_requests->asked.size(), 2);
        QSignalSpy changed(m_feed.get(), &RequestFeed::changed);
        m_feed->setPaused(true);
        QCOMPARE(changed.count(), 1);
        QVERIFY(m_requests->isCancelled());
        m_feed->setPaused(false);
        QCOMPARE(m_requests->asked.size(), 3);
        QCOMPARE(m_requests->asked.at(2).first, 7);
    }

    void beginsAnewWithTheServer()
    {
        m_feed->setWatched(true);
        m_requests->answer(FakeRequests::Entries{FakeRequests::entry(900, u"/a"_s)});
        QTRY_COMPARE(m_requests->asked.size(), 2);
        QSignalSpy restarted(m_feed.get(), &RequestFeed::restarted);
        m_feed->restart();
        QCOMPARE(restarted.count(), 1);
        QCOMPARE(m_requests->asked.size(), 3);
        QCOMPARE(m_requests->asked.at(2).first, 0);
    }

    void triesAgainAfterWhatPasses()
    {
        m_feed->setWatched(true);
        m_requests->answer(base::fail(ErrorCode::Unreachable));
        QTRY_COMPARE(m_requests->asked.size(), 2);
        QVERIFY(!m_feed->error());
    }

    void saysWhenItMayNotLook()
    {
        m_feed->setWatched(true);
        m_requests->answer(base::fail(ErrorCode::Forbidden));
        QTRY_VERIFY(m_feed->error());
        m_feed->setWatched(false);
        m_feed->setWatched(true);
        QCOMPARE(m_requests->asked.size(), 1);
    }

    void theTableKeepsTheLastTwoHundred()
    {
        RequestTableModel table;
        const QAbstractItemModelTester tester(&table);
        FakeRequests::Entries first;
        for (int id = 150; id >= 1; --id)
            first.append(FakeRequests::entry(id, u"/a"_s));
        table.insert(first);
        QCOMPARE(table.rowCount(), 150);
        FakeRequests::Entries more;
        for (int id = 250; id >= 151; --id)
            more.append(FakeRequests::entry(id, u"/b"_s));
        table.insert(more);
        QCOMPARE(table.rowCount(), RequestTableModel::mostRows);
        QCOMPARE(table.entryAt(0).id, 250);
        QCOMPARE(table.entryAt(199).id, 51);
        QCOMPARE(table.rowOf(51), 199);
        QCOMPARE(table.rowOf(50), -1);
        QCOMPARE(table.index(0, 1).data().toString(), u"GET /b"_s);
        table.clear();
        QCOMPARE(table.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRequestFeed)
#include "tst_requestfeed.moc"
