// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakehostedserver.h"
#include "ui/pages/server/serverviewmodel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using model::ServerSetting;
using test::stateHere;
using test::stateOpen;
using ui::pages::server::ServerViewModel;
using Failure = ServerViewModel::Failure;

class TestServerViewModel final : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FakeServerControl> m_control;
    std::unique_ptr<test::FakeSettingsGateway> m_settings;
    std::unique_ptr<test::FakeSessions> m_sessions;
    std::unique_ptr<ServerViewModel> m_model;

private Q_SLOTS:
    void init()
    {
        m_control = std::make_unique<test::FakeServerControl>();
        m_settings = std::make_unique<test::FakeSettingsGateway>();
        m_sessions = std::make_unique<test::FakeSessions>();
        m_model = std::make_unique<ServerViewModel>(*m_control, *m_settings, m_sessions.get());
    }
    void cleanup() { m_model.reset(); }

    void readsWhatHolds()
    {
        m_model->refresh();
        QCOMPARE(m_model->state(), std::optional(stateHere()));
        QCOMPARE(m_model->failure(), Failure::None);
    }

    void forgetsItsPlaceWhileItIsStopped()
    {
        m_model->refresh();
        m_model->stop();
        QCOMPARE(m_control->stops, 1);
        QVERIFY(!m_model->isRunning());
        QVERIFY(!m_model->state());
        const int reads = m_settings->reads;
        m_model->refresh();
        QCOMPARE(m_settings->reads, reads); // nobody is there to be asked
        m_model->start();
        QVERIFY(m_model->isRunning());
        QCOMPARE(m_model->state(), std::optional(stateHere()));
    }

    void saysWhyItDoesNotStartAndTriesAgain()
    {
        m_control->running = false;
        m_control->startError = base::Error{.code = ErrorCode::PortTaken, .message = {}};
        m_model->start();
        QCOMPARE(m_model->failure(), Failure::Starting);
        QCOMPARE(m_model->error().code, ErrorCode::PortTaken);
        m_control->startError.reset();
        m_model->start();
        QCOMPARE(m_model->failure(), Failure::None);
        QVERIFY(m_model->isRunning());
    }

    void closesItToOthersAndFollows()
    {
        m_settings->state = stateOpen();
        m_settings->next = stateHere();
        m_model->refresh();
        QSignalSpy closed(m_model.get(), &ServerViewModel::closedToOthers);
        m_model->closeToOthers();
        QCOMPARE(m_settings->changes.size(), 1);
        QCOMPARE(m_settings->changes.first().reset,
                 (QSet{ServerSetting::Listeners, ServerSetting::Tls, ServerSetting::PublicUrl}));
        QVERIFY(m_settings->changes.first().set.isEmpty());
        QCOMPARE(m_control->follows, 1);
        QCOMPARE(closed.count(), 1);
        QCOMPARE(m_model->state(), std::optional(stateHere()));
    }

    void followsWhenTheAnswerIsLost()
    {
        m_settings->changeError = base::Error{.code = ErrorCode::Unreachable, .message = {}};
        m_settings->state = stateOpen();
        m_model->closeToOthers();
        QCOMPARE(m_control->follows, 1);
        QCOMPARE(m_model->failure(), Failure::Closing);
        QCOMPARE(m_model->state(), std::optional(stateOpen())); // what really holds
    }

    void readsAgainWhenItMoved()
    {
        m_model->refresh();
        m_settings->state = stateOpen();
        Q_EMIT m_control->changed();
        QCOMPARE(m_model->state(), std::optional(stateOpen()));
    }

    void namesEverybodyElseOnce()
    {
        for (const auto &[name, current] :
             {std::pair(u"karl"_s, true), std::pair(u"anna"_s, false), std::pair(u"ben"_s, false),
              std::pair(u"anna"_s, false)}) {
            model::Session session;
            session.username = name;
            session.current = current;
            m_sessions->sessions.append(session);
        }
        std::optional<QStringList> names;
        connect(m_model.get(), &ServerViewModel::whoIsIn, this,
                [&names](const std::optional<QStringList> &told) { names = told; });
        m_model->askWhoIsIn();
        QCOMPARE(names, std::optional(QStringList{u"anna"_s, u"ben"_s}));
        m_sessions->error = base::Error{.code = ErrorCode::Forbidden, .message = {}};
        m_model->askWhoIsIn();
        QVERIFY(!names); // not known is not nobody
    }

    void keepsWhatItKnewWhenAnAnswerFails()
    {
        m_model->refresh();
        m_settings->readError = base::Error{.code = ErrorCode::TimedOut, .message = {}};
        m_model->refresh();
        QCOMPARE(m_model->failure(), Failure::Reading);
        QCOMPARE(m_model->state(), std::optional(stateHere()));
        m_settings->readError.reset();
        m_model->refresh();
        QCOMPARE(m_model->failure(), Failure::None);
    }
};

QTEST_GUILESS_MAIN(TestServerViewModel)
#include "tst_serverviewmodel.moc"
