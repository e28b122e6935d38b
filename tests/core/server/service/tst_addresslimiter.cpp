// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/addresslimiter.h"
#include "core/server/service/lockrule.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QtTest>

#include <atomic>
#include <thread>

namespace authdesk::tests {

using namespace Qt::StringLiterals;
using namespace authdesk::server::service;

class AddressLimiterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAfterTheLimitUntilAMinutePassed();
    void whatIsGivenBackCountsNoMore();
    void whatOtherServersRefusedCountsToo();
    void s12_parallelGuessesGetNoFurtherThanTheLimit();
    void countsAddressesApart();
    void countsAnIpv6NetworkAsOne();
    void countsAnIpv4AddressInIpv6AsItself();
    void countsNothingWithoutALimit();
    void s10_locksLongerWithEveryFurtherGuess_data();
    void s10_locksLongerWithEveryFurtherGuess();
};

void AddressLimiterTest::refusesAfterTheLimitUntilAMinutePassed()
{
    FakeClock clock;
    AddressLimiter limiter(clock, 3);
    const QHostAddress address(u"192.0.2.1"_s);
    QCOMPARE(limiter.reserve(address).retryAfterSeconds, 0);
    clock.advanceSeconds(10);
    QCOMPARE(limiter.reserve(address).retryAfterSeconds, 0);
    QCOMPARE(limiter.reserve(address).retryAfterSeconds, 0);
    QCOMPARE(limiter.reserve(address).retryAfterSeconds, 50);
    clock.advanceSeconds(49);
    QCOMPARE(limiter.reserve(address).retryAfterSeconds, 1);
    clock.advanceSeconds(1);
    QCOMPARE(limiter.reserve(address).retryAfterSeconds, 0);
}

void AddressLimiterTest::whatOtherServersRefusedCountsToo()
{
    FakeClock clock;
    AddressLimiter limiter(clock, 3);
    const QHostAddress address(u"192.0.2.1"_s);
    limiter.countElsewhere(address);
    limiter.countElsewhere(QHostAddress(u"192.0.2.2"_s));
    clock.advanceSeconds(10);
    QCOMPARE(limiter.reserve(address).retryAfterSeconds, 0);
    limiter.countElsewhere(address);
    QCOMPARE(limiter.reserve(address).retryAfterSeconds, 50);
    clock.advanceSeconds(50);
    QCOMPARE(limiter.reserve(address).retryAfterSeconds, 0);
}

void AddressLimiterTest::whatIsGivenBackCountsNoMore()
{
    FakeClock clock;
    AddressLimiter limiter(clock, 1);
    const QHostAddress address(u"192.0.2.1"_s);
    const AddressTicket ticket = limiter.reserve(address);
    const AddressTicket refused = limiter.reserve(address);
    QCOMPARE(refused.retryAfterSeconds, 60);
    limiter.giveBack(refused); // was never counted, so nothing comes back
    QCOMPARE(limiter.reserve(address).retryAfterSeconds, 60);
    limiter.giveBack(ticket);
    QCOMPARE(limiter.reserve(address).retryAfterSeconds, 0);
}

void AddressLimiterTest::s12_parallelGuessesGetNoFurtherThanTheLimit()
{
    FakeClock clock;
    AddressLimiter limiter(clock, 10);
    std::atomic<int> through = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 30; ++i) {
            threads.emplace_back([&] {
                if (limiter.reserve(QHostAddress(u"192.0.2.1"_s)).retryAfterSeconds == 0)
                    ++through;
            });
        }
    }
    QCOMPARE(through.load(), 10);
}

void AddressLimiterTest::countsAddressesApart()
{
    FakeClock clock;
    AddressLimiter limiter(clock, 1);
    (void)limiter.reserve(QHostAddress(u"192.0.2.1"_s));
    QVERIFY(limiter.reserve(QHostAddress(u"192.0.2.1"_s)).retryAfterSeconds > 0);
    QCOMPARE(limiter.reserve(QHostAddress(u"192.0.2.2"_s)).retryAfterSeconds, 0);
}

void AddressLimiterTest::countsAnIpv6NetworkAsOne()
{
    FakeClock clock;
    AddressLimiter limiter(clock, 1);
    (void)limiter.reserve(QHostAddress(u"2001:db8:0:1::1"_s));
    QVERIFY(limiter.reserve(QHostAddress(u"2001:db8:0:1:ffff::9"_s)).retryAfterSeconds > 0);
    QCOMPARE(limiter.reserve(QHostAddress(u"2001:db8:0:2::1"_s)).retryAfterSeconds, 0);
}

void AddressLimiterTest::countsAnIpv4AddressInIpv6AsItself()
{
    FakeClock clock;
    AddressLimiter limiter(clock, 1);
    (void)limiter.reserve(QHostAddress(u"::ffff:192.0.2.1"_s));
    QVERIFY(limiter.reserve(QHostAddress(u"192.0.2.1"_s)).retryAfterSeconds > 0);
    QCOMPARE(limiter.reserve(QHostAddress(u"::ffff:192.0.2.2"_s)).retryAfterSeconds, 0);
}

void AddressLimiterTest::countsNothingWithoutALimit()
{
    FakeClock clock;
    AddressLimiter limiter(clock, 0);
    for (int i = 0; i < 1000; ++i)
        (void)limiter.reserve(QHostAddress(u"192.0.2.1"_s));
    QCOMPARE(limiter.reserve(QHostAddress(u"192.0.2.1"_s)).retryAfterSeconds, 0);
}

void AddressLimiterTest::s10_locksLongerWithEveryFurtherGuess_data()
{
    QTest::addColumn<int>("guesses");
    QTest::addColumn<int>("seconds");
    QTest::newRow("ninth") << 9 << 0;
    QTest::newRow("tenth") << 10 << 60;
    QTest::newRow("eleventh") << 11 << 120;
    QTest::newRow("thirteenth") << 13 << 480;
    QTest::newRow("fourteenth") << 14 << 900;
    QTest::newRow("ninety-ninth") << 99 << 900;
}

void AddressLimiterTest::s10_locksLongerWithEveryFurtherGuess()
{
    QFETCH(int, guesses);
    QFETCH(int, seconds);
    QCOMPARE(lockSeconds(guesses), qint64(seconds));
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::AddressLimiterTest)
#include "tst_addresslimiter.moc"
