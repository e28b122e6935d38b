// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/server/crypto/passwordhasher.h"

#include <QtTest/QTest>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using authdesk::base::ErrorCode;
using authdesk::base::Secret;
using authdesk::server::crypto::HashParameters;
using authdesk::server::crypto::PasswordHasher;

class TestPasswordHasher final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s08_storesArgon2idWithItsParameters();
    void s08_asksForRenewalWhenParametersRise();
    void s06_takesThePasswordByteExact_data();
    void s06_takesThePasswordByteExact();
    void s02_normalisesBeforeHashing();
    void refusesWhatIsNoHash_data();
    void refusesWhatIsNoHash();
    void s14_unknownNamesCostOneHashToo();
    void s17_refusesWhenTooManyWait();
    void answersManyThreadsAtOnce();
    void tellsItsBacklogWhileMoreWaitThanThereAreThreads();
    void readsWhatTheReferenceImplementationWrote();

private:
    PasswordHasher m_hasher{HashParameters{.memoryKiB = 8, .passes = 1}};
};

void TestPasswordHasher::s08_storesArgon2idWithItsParameters()
{
    const HashParameters parameters;
    QVERIFY(parameters.memoryKiB >= 19 * 1024);
    QVERIFY(parameters.passes >= 2);
    PasswordHasher hasher(parameters, {.threads = 1, .mostWaiting = 1});
    const auto first = hasher.hash(Secret("a long enough one"));
    const auto second = hasher.hash(Secret("a long enough one"));
    QVERIFY(first && second);
    QVERIFY(first->startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    QVERIFY(*first != *second);
    const QByteArray salt = QByteArray::fromBase64(first->split('$').at(4));
    QVERIFY(salt.size() >= 16);
}

void TestPasswordHasher::s08_asksForRenewalWhenParametersRise()
{
    const auto weak = m_hasher.hash(Secret("a long enough one"));
    QVERIFY(weak);
    QVERIFY(!m_hasher.needsRehash(*weak));
    const PasswordHasher stronger({.memoryKiB = 16, .passes = 2}, {.threads = 1});
    QVERIFY(stronger.needsRehash(*weak));
}

void TestPasswordHasher::s06_takesThePasswordByteExact_data()
{
    QTest::addColumn<QByteArray>("guess");
    QTest::newRow("a blank behind") << QByteArray("correct horse ");
    QTest::newRow("a blank before") << QByteArray(" correct horse");
    QTest::newRow("other case") << QByteArray("Correct horse");
    QTest::newRow("cut short") << QByteArray("correct hors");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a NUL behind") << QByteArray("correct horse\0", 14);
}

void TestPasswordHasher::s06_takesThePasswordByteExact()
{
    QFETCH(QByteArray, guess);
    const auto stored = m_hasher.hash(Secret("correct horse"));
    QVERIFY(stored);
    QCOMPARE(m_hasher.verify(Secret("correct horse"), *stored).value(), true);
    QCOMPARE(m_hasher.verify(Secret(std::move(guess)), *stored).value(), false);
}

void TestPasswordHasher::s02_normalisesBeforeHashing()
{
    // The same letters, composed and decomposed, as two keyboards send them.
    const auto stored = m_hasher.hash(Secret::fromString(u"\u00e9t\u00e9 \ufb01n"_s));
    QVERIFY(stored);
    QCOMPARE(m_hasher.verify(Secret::fromString(u"e\u0301te\u0301 fin"_s), *stored).value(), true);
}

void TestPasswordHasher::refusesWhatIsNoHash_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("plain text") << QByteArray("correct horse");
    QTest::newRow("cut short") << QByteArray("$argon2id$v=19$m=8,t=1,p=1$");
    QTest::newRow("far too long") << QByteArray(5000, '$');
}

void TestPasswordHasher::refusesWhatIsNoHash()
{
    QFETCH(QByteArray, stored);
    QCOMPARE(m_hasher.verify(Secret("correct horse"), stored).value(), false);
}

void TestPasswordHasher::s14_unknownNamesCostOneHashToo()
{
    const auto stored = m_hasher.hash(Secret("correct horse"));
    const quint64 before = m_hasher.count();
    QCOMPARE(m_hasher.verify(Secret("wrong"), *stored).value(), false);
    const quint64 afterKnown = m_hasher.count();
    QCOMPARE(m_hasher.verifyDummy(Secret("wrong")).value(), false);
    QCOMPARE(afterKnown - before, 1U);
    QCOMPARE(m_hasher.count() - afterKnown, 1U);
}

void TestPasswordHasher::s17_refusesWhenTooManyWait()
{
    // One thread, nobody may wait: of many callers at once most are refused, and every one is
    // answered.
    PasswordHasher hasher({.memoryKiB = 64 * 1024, .passes = 4}, {.threads = 1, .mostWaiting = 1});
    std::atomic<int> done = 0;
    std::atomic<int> refused = 0;
    std::vector<std::thread> callers;
    for (int i = 0; i < 12; ++i) {
        callers.emplace_back([&] {
            const auto answer = hasher.verifyDummy(Secret("x"));
            if (answer)
                ++done;
            else if (answer.error().code == ErrorCode::Busy && answer.error().retryAfterSeconds > 0)
                ++refused;
        });
    }
    for (std::thread &caller : callers)
        caller.join();
    QCOMPARE(done + refused, 12);
    QVERIFY(done >= 1);
    QVERIFY(refused >= 1);
    QCOMPARE(hasher.verifyDummy(Secret("x")).has_value(), true);
}

void TestPasswordHasher::answersManyThreadsAtOnce()
{
    const auto stored = m_hasher.hash(Secret("correct horse"));
    std::atomic<int> right = 0;
    std::vector<std::thread> callers;
    for (int i = 0; i < 16; ++i) {
        callers.emplace_back([&, i] {
            const Secret typed = Secret(i % 2 ? "correct horse" : "wrong horse");
            for (int round = 0; round < 20; ++round) {
                if (m_hasher.verify(typed, *stored).value_or(!(i % 2)) == bool(i % 2))
                    ++right;
            }
        });
    }
    for (std::thread &caller : callers)
        caller.join();
    QCOMPARE(right.load(), 16 * 20);
}

void TestPasswordHasher::tellsItsBacklogWhileMoreWaitThanThereAreThreads()
{
    PasswordHasher hasher({.memoryKiB = 16 * 1024, .passes = 2}, {.threads = 1});
    QCOMPARE(hasher.backlog().count(), 0);
    QVERIFY(hasher.verifyDummy(Secret("x")));
    QCOMPARE(hasher.backlog().count(), 0);
    std::atomic<bool> seen = false;
    {
        std::vector<std::jthread> callers;
        for (int i = 0; i < 4; ++i) {
            callers.emplace_back([&] {
                while (!seen)
                    QVERIFY(hasher.verifyDummy(Secret("x")));
            });
        }
        while (hasher.backlog().count() == 0)
            std::this_thread::yield();
        seen = true;
    }
    QCOMPARE(hasher.backlog().count(), 0);
}

void TestPasswordHasher::readsWhatTheReferenceImplementationWrote()
{
    // argon2 (the reference program): echo -n password | argon2 somesalt… -id -t 2 -k 65536 -p 1
    const QByteArray known =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    QCOMPARE(m_hasher.verify(Secret("password"), known).value(), true);
    QCOMPARE(m_hasher.verify(Secret("Password"), known).value(), false);
    QVERIFY(m_hasher.needsRehash(known));
}

QTEST_GUILESS_MAIN(TestPasswordHasher)
#include "tst_passwordhasher.moc"
