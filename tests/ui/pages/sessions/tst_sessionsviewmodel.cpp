// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakesessionsgateway.h"

#include "core/base/clock.h"
#include "ui/pages/sessions/sessionsviewmodel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace authdesk;
using namespace authdesk::ui::pages::sessions;
using namespace Qt::StringLiterals;
using test::FakeSessionsGateway;

class tst_SessionsViewModel final : public QObject
{
    Q_OBJECT

private:
    base::SystemClock m_clock;
    std::unique_ptr<FakeSessionsGateway> m_fake;
    std::unique_ptr<SessionsViewModel> m_model;

    static model::User person(qint64 id, QLatin1StringView slug)
    {
        model::User user;
        user.id = id;
        user.username = u"karl"_s;
        user.role.slug = slug;
        return user;
    }

private Q_SLOTS:
    void init()
    {
        m_fake = FakeSessionsGateway::withFive();
        m_model =
            std::make_unique<SessionsViewModel>(*m_fake, person(1, model::superAdminSlug), m_clock);
        m_model->load();
    }

    void cleanup() { m_model.reset(); }

    void theNewestSearchStaysWhenOlderAnswersComeLate()
    {
        m_fake->holdLists = true;
        m_model->setSearch(u"an"_s);
        QTRY_COMPARE(m_fake->held.size(), 1);
        m_model->setSearch(u"ben"_s);
        m_model->searchNow();
        QCOMPARE(m_fake->held.size(), 2);
        m_fake->answerList(1);
        QTRY_COMPARE(m_model->table().rowCount(), 1);
        m_fake->answerList(0);
        QCoreApplication::processEvents();
        QCOMPARE(m_model->table().itemAt(0).username, u"ben"_s);
    }

    void endsOneAndReadsTheListAgain()
    {
        QSignalSpy ended(m_model.get(), &SessionsViewModel::ended);
        m_model->end(m_model->table().itemAt(1), Ending::One);
        QCOMPARE(m_fake->calls, QStringList{u"end 4"_s});
        QCOMPARE(ended.size(), 1);
        QCOMPARE(m_model->table().rowCount(), 4);
        QVERIFY(!m_model->isBusy());
    }

    void endsAllOfAPerson()
    {
        m_model->end(m_model->table().itemAt(1), Ending::AllOfPerson);
        QCOMPARE(m_fake->calls, QStringList{u"endAllOf 2"_s});
        QCOMPARE(m_model->table().rowCount(), 3);
    }

    void whatHasEndedMeanwhileIsAsItWasWanted()
    {
        QSignalSpy ended(m_model.get(), &SessionsViewModel::ended);
        QSignalSpy refused(m_model.get(), &SessionsViewModel::endRefused);
        m_fake->refuse.insert(u"end"_s, {.code = base::ErrorCode::NotFound, .message = {}});
        m_model->end(m_model->table().itemAt(1), Ending::One);
        QCOMPARE(ended.size(), 1);
        QCOMPARE(refused.size(), 0);
        // But a person who is gone is another matter.
        m_fake->refuse.insert(u"endAllOf"_s, {.code = base::ErrorCode::NotFound, .message = {}});
        m_model->end(m_model->table().itemAt(1), Ending::AllOfPerson);
        QCOMPARE(refused.size(), 1);
    }

    void aRefusalIsToldAndNothingIsEnded()
    {
        QSignalSpy refused(m_model.get(), &SessionsViewModel::endRefused);
        m_fake->refuse.insert(u"end"_s, {.code = base::ErrorCode::Forbidden, .message = {}});
        m_model->end(m_model->table().itemAt(1), Ending::One);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(m_model->table().rowCount(), 5);
        QVERIFY(!m_model->isBusy());
    }

    void knowsWhatEndsItsOwnWindow_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<bool>("one");
        QTest::addColumn<bool>("all");
        QTest::newRow("this window's") << 0 << true << true;
        QTest::newRow("another one of mine") << 4 << false << true;
        QTest::newRow("somebody else's") << 1 << false << false;
    }

    void knowsWhatEndsItsOwnWindow()
    {
        QFETCH(int, row);
        QFETCH(bool, one);
        QFETCH(bool, all);
        const model::Session &session = m_model->table().itemAt(row);
        QCOMPARE(m_model->endsOwn(session, Ending::One), one);
        QCOMPARE(m_model->endsOwn(session, Ending::AllOfPerson), all);
    }

    void auditorsOnlyLook()
    {
        QVERIFY(m_model->mayEnd());
        m_model->setMe(person(1, model::auditorSlug));
        QVERIFY(!m_model->mayEnd());
        m_model->setMe(person(1, model::helpDeskSlug));
        QVERIFY(m_model->mayEnd());
    }
};

QTEST_MAIN(tst_SessionsViewModel)
#include "tst_sessionsviewmodel.moc"
