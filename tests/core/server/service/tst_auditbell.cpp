// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/auditbell.h"

#include <QtTest/QtTest>

#include <array>
#include <atomic>

namespace authdesk::tests {

using server::service::AuditBell;

class AuditBellTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attemptsAgainAfterARing();
    void attemptsALastTimeWhenTheTimeIsUp();
    void waitsThatComeOneByOneDisturbNoOther();
    void finishesEveryWaitWhenItGoes();
};

void AuditBellTest::attemptsAgainAfterARing()
{
    AuditBell bell;
    std::atomic<int> attempts = 0;
    std::atomic<bool> ready = false;
    std::atomic<bool> done = false;
    bell.wait(
        [&](bool) {
            ++attempts;
            done = ready.load();
            return done.load();
        },
        std::chrono::seconds(600));
    QTRY_VERIFY(attempts >= 1);
    QVERIFY(!done);
    ready = true;
    bell.ring();
    QTRY_VERIFY(done);
}

void AuditBellTest::attemptsALastTimeWhenTheTimeIsUp()
{
    AuditBell bell;
    std::atomic<bool> last = false;
    bell.wait(
        [&](bool isLast) {
            last = isLast;
            return isLast;
        },
        std::chrono::seconds(0));
    QTRY_VERIFY(last);
}

void AuditBellTest::waitsThatComeOneByOneDisturbNoOther()
{
    // Each one comes while the bell waits for the time of one before.
    constexpr int waits = 60;
    std::array<std::atomic<int>, waits> attempts{};
    std::atomic<bool> ready = false;
    AuditBell bell;
    for (int i = 0; i < waits; ++i) {
        bell.wait(
            [&attempts, &ready, i](bool) {
                ++attempts[std::size_t(i)];
                return ready.load();
            },
            std::chrono::seconds(600 - i));
        QTRY_VERIFY(attempts[std::size_t(i)] > 0);
    }
    ready = true;
    for (std::atomic<int> &count : attempts)
        count = 0;
    bell.ring();
    for (const std::atomic<int> &count : attempts)
        QTRY_COMPARE(count.load(), 1);
}

void AuditBellTest::finishesEveryWaitWhenItGoes()
{
    std::atomic<int> finished = 0;
    {
        AuditBell bell;
        for (int i = 0; i < 3; ++i) {
            bell.wait(
                [&](bool isLast) {
                    finished += isLast ? 1 : 0;
                    return isLast;
                },
                std::chrono::seconds(600));
        }
    }
    QCOMPARE(finished.load(), 3);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::AuditBellTest)
#include "tst_auditbell.moc"
