// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include <QtTest/QtTest>

#include <atomic>

namespace authdesk::tests {

class StatsServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatTheServerIs();
    void isForThoseWhoMayReadUsers();
    void countsGoodAndBadSignInsByTheHour();
    void forgetsHoursOfTheDayBefore();
    void namesWhatNeedsAttention();
    void aLockThatRanOutIsNoConcern();
    void aLaterStartCountsTheSame();
    void countsThatTakeLongAreKeptForAWhile();
};

namespace {

/// A look at it costs time, as counting a million people does.
class SlowClock final : public base::Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return base::SystemClock().now(); }
    [[nodiscard]] qint64 monotonicMs() const override { return m_ms += step; }

    qint64 step = 50;

private:
    mutable std::atomic<qint64> m_ms = 0;
};

model::ServerStats statsOf(ServiceFixture &fixture, const service::Actor &actor)
{
    return fixture.services->stats().read(actor).value();
}

qint64 succeeded(const model::ServerStats &stats)
{
    qint64 sum = 0;
    for (const model::SignInHour &hour : stats.signIns)
        sum += hour.succeeded;
    return sum;
}

} // namespace

void StatsServiceTest::tellsWhatTheServerIs()
{
    ServiceFixture fixture({.serverName = u"Acme"_s});
    const QDateTime start = fixture.clock.now();
    const auto root = fixture.actorOf(fixture.setUp());
    const QList<model::ListenerAddress> listeners{
        {.url = QUrl(u"http://127.0.0.1:8000"_s), .system = {}},
        {.url = QUrl(u"http://127.0.0.1:8001"_s), .system = u"pipelit"_s}};
    fixture.services->stats().setListeners(listeners);
    fixture.clock.advanceSeconds(600);
    const model::ServerFacts facts = statsOf(fixture, root).server;
    QCOMPARE(facts.name, u"Acme"_s);
    QCOMPARE(facts.version, QStringLiteral(AUTHDESK_VERSION));
    QCOMPARE(facts.startedAt, start);
    QCOMPARE(facts.listeners, listeners);
}

void StatsServiceTest::isForThoseWhoMayReadUsers()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    fixture.addUser(root, u"user"_s);
    fixture.addUser(root, u"desk"_s, model::helpDeskSlug);
    const auto user = fixture.services->stats().read(fixture.actorOf(fixture.enter(u"user"_s)));
    QCOMPARE(user.error().code, ErrorCode::Forbidden);
    const auto desk = fixture.services->stats().read(fixture.actorOf(fixture.enter(u"desk"_s)));
    QCOMPARE(desk->users.total(), 3);
}

void StatsServiceTest::countsGoodAndBadSignInsByTheHour()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    QCOMPARE(succeeded(statsOf(fixture, root)), 1);
    fixture.clock.advanceSeconds(3600);
    (void)fixture.signIn(u"root"_s, secret(u"wrong"_s));
    (void)fixture.signIn(u"nobody"_s, secret(u"wrong"_s));
    fixture.enter(u"root"_s);
    const auto stats = statsOf(fixture, root);
    QCOMPARE(stats.signIns.size(), 24);
    QCOMPARE(stats.signIns.last().succeeded, 1);
    QCOMPARE(stats.signIns.last().refused, 2);
    QCOMPARE(stats.signIns.at(22).succeeded, 1);
    QCOMPARE(stats.signIns.at(22).refused, 0);
    const QDateTime current = stats.signIns.last().from;
    QCOMPARE(current.time().minute(), 0);
    QVERIFY(current <= fixture.clock.now() && current.addSecs(3600) > fixture.clock.now());
    for (int hour = 0; hour < 24; ++hour)
        QCOMPARE(stats.signIns.at(hour).from, current.addSecs(3600 * (hour - 23)));
    // What was counted is not counted again.
    fixture.enter(u"root"_s);
    QCOMPARE(statsOf(fixture, root).signIns.last().succeeded, 2);
}

void StatsServiceTest::forgetsHoursOfTheDayBefore()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    (void)statsOf(fixture, root);
    fixture.clock.advanceSeconds(23 * 3600);
    fixture.enter(u"root"_s);
    QCOMPARE(succeeded(statsOf(fixture, root)), 2);
    fixture.clock.advanceSeconds(3600);
    QCOMPARE(succeeded(statsOf(fixture, root)), 1);
    fixture.clock.advanceDays(3);
    QCOMPARE(succeeded(statsOf(fixture, root)), 0);
}

void StatsServiceTest::namesWhatNeedsAttention()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    fixture.enroll(root);
    QCOMPARE(statsOf(fixture, root).attention,
             (QList<model::Attention>{{.concern = model::Concern::OneManager}}));
    fixture.addUser(root, u"second"_s, model::adminSlug);
    fixture.addUser(root, u"alice"_s);
    for (int guess = 0; guess < 10; ++guess)
        (void)fixture.signIn(u"alice"_s, secret(u"wrong"_s));
    const auto stats = statsOf(fixture, root);
    QCOMPARE(stats.attention,
             (QList<model::Attention>{{.concern = model::Concern::NoSecondFactor, .count = 2},
                                      {.concern = model::Concern::Locked, .count = 1}}));
    QCOMPARE(stats.users.mayManageUsers, 2);
    QCOMPARE(stats.users.active, 2);
    QCOMPARE(stats.users.locked, 1);
}

void StatsServiceTest::aLockThatRanOutIsNoConcern()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    fixture.addUser(root, u"alice"_s);
    for (int guess = 0; guess < 10; ++guess)
        (void)fixture.signIn(u"alice"_s, secret(u"wrong"_s));
    QCOMPARE(statsOf(fixture, root).users.locked, 1);
    fixture.clock.advanceSeconds(61);
    const auto stats = statsOf(fixture, root);
    QCOMPARE(stats.users.locked, 0);
    QCOMPARE(stats.users.active, 2);
}

void StatsServiceTest::aLaterStartCountsTheSame()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    for (int times = 0; times < 3; ++times)
        fixture.enter(u"root"_s);
    const auto other = fixture.withoutKey();
    QCOMPARE(other->stats().read(root)->signIns, statsOf(fixture, root).signIns);
}

void StatsServiceTest::countsThatTakeLongAreKeptForAWhile()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    SlowClock clock;
    service::Services services(service::Ground{fixture.database(),
                                               fixture.hasher,
                                               &fixture.sealer,
                                               &fixture.seal,
                                               clock,
                                               fixture.random,
                                               {}});
    const auto total = [&] { return services.stats().read(root)->users.total(); };
    QCOMPARE(total(), 1); // took 50 ms, so it is kept for a second
    fixture.addUser(root, u"alice"_s);
    QCOMPARE(total(), 1);
    clock.step = 1000;
    QCOMPARE(total(), 2); // the second is over
    clock.step = 0;
    fixture.addUser(root, u"bob"_s);
    QCOMPARE(total(), 2); // kept for five seconds at most, whatever it took
    clock.step = 5000;
    QCOMPARE(total(), 3);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::StatsServiceTest)
#include "tst_statsservice.moc"
