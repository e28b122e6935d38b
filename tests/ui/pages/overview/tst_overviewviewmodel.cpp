// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/pages/overview/fakeoverviewgateway.h"
#include "tests/ui/pages/users/fakeusersgateway.h"
#include "ui/pages/overview/overviewviewmodel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorCode;
using test::FakeOverviewGateway;
using test::FakeUsersGateway;
using ui::pages::overview::OverviewViewModel;

class tst_OverviewViewModel final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FakeOverviewGateway> m_server;
    std::unique_ptr<FakeUsersGateway> m_users;
    std::unique_ptr<OverviewViewModel> m_viewModel;

    /// Of five milliseconds each.
    static void letPausesPass(int pauses)
    {
        int passed = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, &timer, [&passed] { ++passed; });
        timer.start(5ms);
        QTRY_VERIFY(passed >= pauses);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FakeOverviewGateway>();
        m_users.reset(FakeUsersGateway::withFour());
        m_viewModel = std::make_unique<OverviewViewModel>(*m_server, m_users.get());
    }
    void cleanup() { m_viewModel.reset(); }

    void asksWhenSomebodyLooks()
    {
        QCOMPARE(m_server->statsCalls, 0);
        m_viewModel->setWatched(true);
        QCOMPARE(m_viewModel->stats(), std::optional(m_server->figures));
        QCOMPARE(m_viewModel->events(), std::optional(m_server->events));
        QCOMPARE(m_viewModel->lockedNames(), QStringList{u"Cho Min"_s});
        QCOMPARE(m_users->queries.constLast().status, std::optional(model::UserStatus::Locked));
    }

    void asksAgainWhileSomebodyLooks()
    {
        OverviewViewModel quick(*m_server, nullptr, 5ms);
        quick.setWatched(true);
        QTRY_VERIFY(m_server->statsCalls >= 3);
        QVERIFY(m_server->eventCalls >= 3);
        quick.setWatched(false);
        const int asked = m_server->statsCalls;
        letPausesPass(10);
        QCOMPARE(m_server->statsCalls, asked);
        QVERIFY(OverviewViewModel::usualPause == 30s);
    }

    void doesNotAskAgainWhileItWaits()
    {
        m_server->holds = true;
        OverviewViewModel quick(*m_server, nullptr, 5ms);
        quick.setWatched(true);
        QVERIFY(quick.isWaiting());
        QTRY_COMPARE(m_server->held.size(), 1);
        letPausesPass(10);
        QCOMPARE(m_server->statsCalls, 1);
        m_server->answer(0, m_server->figures);
        QTRY_VERIFY(!quick.isWaiting());
        QTRY_VERIFY(m_server->statsCalls > 1);
    }

    void aNewerQuestionGivesTheOlderUp()
    {
        m_server->holds = true;
        m_viewModel->refresh();
        m_viewModel->refresh();
        QVERIFY(m_server->held.at(0)->isCanceled());
        model::ServerStats newer = m_server->figures;
        newer.openSessions = 99;
        m_server->answer(1, newer);
        QTRY_COMPARE(m_viewModel->stats(), std::optional(newer));
        m_server->answer(0, m_server->figures);
        QCoreApplication::processEvents();
        QCOMPARE(m_viewModel->stats(), std::optional(newer));
    }

    void keepsTheFiguresWhenAnAnswerFails()
    {
        m_viewModel->refresh();
        m_server->statsError = base::Error{.code = ErrorCode::Unreachable, .message = u"gone"_s};
        QSignalSpy changed(m_viewModel.get(), &OverviewViewModel::changed);
        m_viewModel->refresh();
        QVERIFY(!changed.isEmpty());
        QCOMPARE(m_viewModel->statsError()->code, ErrorCode::Unreachable);
        QCOMPARE(m_viewModel->stats(), std::optional(m_server->figures));
        m_server->statsError.reset();
        m_viewModel->refresh();
        QVERIFY(!m_viewModel->statsError());
    }

    void eventsFailAlone()
    {
        m_server->eventsError = base::Error{.code = ErrorCode::Busy, .message = u"busy"_s};
        m_viewModel->refresh();
        QVERIFY(m_viewModel->stats());
        QCOMPARE(m_viewModel->eventsError()->code, ErrorCode::Busy);
        QVERIFY(!m_viewModel->statsError());
    }

    void asksNoMoreForEventsThatAreNotForThem()
    {
        m_server->eventsError = base::Error{.code = ErrorCode::Forbidden, .message = {}};
        m_viewModel->refresh();
        m_viewModel->refresh();
        QCOMPARE(m_server->eventCalls, 1);
        QVERIFY(!m_viewModel->events() && !m_viewModel->eventsError());
    }

    void namesNobodyWhereNobodyIsLocked()
    {
        m_viewModel->refresh();
        m_server->figures.users.locked = 0;
        const qsizetype asked = m_users->queries.size();
        m_viewModel->refresh();
        QVERIFY(m_viewModel->lockedNames().isEmpty());
        QCOMPARE(m_users->queries.size(), asked);
    }
};

QTEST_GUILESS_MAIN(tst_OverviewViewModel)
#include "tst_overviewviewmodel.moc"
