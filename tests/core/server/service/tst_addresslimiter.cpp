// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/addresslimiter.h"
#include "core/server/service/lockrule.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QtTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;
using namespace authdesk::server::service;

class AddressLimiterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAfterTheLimitUntilAMinutePassed();
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
    limiter.countFailure(address);
    clock.advanceSeconds(10);
    limiter.countFailure(address);
    QCOMPARE(limiter.secondsToWait(address), 0);
    limiter.countFailure(address);
    QCOMPARE(limiter.secondsToWait(address), 50);
    clock.advanceSeconds(49);
    QCOMPARE(limiter.secondsToWait(address), 1);
    clock.advanceSeconds(1);
    QCOMPARE(limiter.secondsToWait(address), 0);
}

void AddressLimiterTest::countsAddressesApart()
{
    FakeClock clock;
    AddressLimiter limiter(clock, 1);
    limiter.countFailure(QHostAddress(u"192.0.2.1"_s));
    QVERIFY(limiter.secondsToWait(QHostAddress(u"192.0.2.1"_s)) > 0);
    QCOMPARE(limiter.secondsToWait(QHostAddress(u"192.0.2.2"_s)), 0);
}

void AddressLimiterTest::countsAnIpv6NetworkAsOne()
{
    FakeClock clock;
    AddressLimiter limiter(clock, 1);
    limiter.countFailure(QHostAddress(u"2001:db8:0:1::1"_s));
    QVERIFY(limiter.secondsToWait(QHostAddress(u"2001:db8:0:1:ffff::9"_s)) > 0);
    QCOMPARE(limiter.secondsToWait(QHostAddress(u"2001:db8:0:2::1"_s)), 0);
}

void AddressLimiterTest::countsAnIpv4AddressInIpv6AsItself()
{
    FakeClock clock;
    AddressLimiter limiter(clock, 1);
    limiter.countFailure(QHostAddress(u"::ffff:192.0.2.1"_s));
    QVERIFY(limiter.secondsToWait(QHostAddress(u"192.0.2.1"_s)) > 0);
    QCOMPARE(limiter.secondsToWait(QHostAddress(u"::ffff:192.0.2.2"_s)), 0);
}

void AddressLimiterTest::countsNothingWithoutALimit()
{
    FakeClock clock;
    AddressLimiter limiter(clock, 0);
    for (int i = 0; i < 1000; ++i)
        limiter.countFailure(QHostAddress(u"192.0.2.1"_s));
    QCOMPARE(limiter.secondsToWait(QHostAddress(u"192.0.2.1"_s)), 0);
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
