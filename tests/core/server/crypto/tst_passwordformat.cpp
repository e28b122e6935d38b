// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The hashes were written by argon2-cffi, bcrypt, passlib, Django and Python's hashlib, all of
// "correct horse" where nothing else is said.
#include "core/server/crypto/passwordformat.h"
#include "core/server/crypto/passwordhasher.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk::server::crypto;
using authdesk::base::Secret;
using Kind = PasswordFormat::Kind;

class TestPasswordFormat final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksWhatOtherSystemsWrote_data();
    void checksWhatOtherSystemsWrote();
    void standsInForEveryFormWithoutTellingIt_data() { checksWhatOtherSystemsWrote_data(); }
    void standsInForEveryFormWithoutTellingIt();
    void refusesWhatIsNoHash_data();
    void refusesWhatIsNoHash();
    void s17_refusesWhatWouldTakeTooMuch_data();
    void s17_refusesWhatWouldTakeTooMuch();
    void takesWhatOthersUseToday_data();
    void takesWhatOthersUseToday();
    void s06_bcryptLooksAt72BytesAndAtNoZero();
    void s02_importedHashesAreTriedRawThenNormalised();
    void s14_bothTriesAreMadeWhateverCameOfTheFirst();
    void s14_theSlowestFormIsMeasuredOnce();

private:
    PasswordHasher m_hasher{HashParameters{.memoryKiB = 8, .passes = 1}, {.threads = 1}};
};

void TestPasswordFormat::checksWhatOtherSystemsWrote_data()
{
    QTest::addColumn<QByteArray>("hash");
    QTest::newRow("argon2id of four lanes")
        << QByteArray("$argon2id$v=19$m=256,t=2,p=4$dgb7aqhvI0NwgUy6BuDrjQ$0DxMdsvncJzsKtz70p"
                      "hGlQ");
    QTest::newRow("argon2i") << QByteArray(
        "$argon2i$v=19$m=256,t=3,p=1$XMrHtm+0/+iaUlBQHZt9/g$KQ69hbpGay/YxP36QOk"
        "6xQ");
    QTest::newRow("argon2id with a long salt and digest")
        << QByteArray("$argon2id$v=19$m=64,t=1,p=1$hhLHJvWi3nHstHFvoJSjwJx1a0Ue1HkGBV5jdvXwBP"
                      "Y$E+OXH6YnBxMtf69X8D7O1ACVknAkC14aimlDZzshd9vUsb+1Dv6852qtBtO6ACT9USme"
                      "6sT+OqdrlYASnf2k7g");
    QTest::newRow("bcrypt $2b$") << QByteArray(
        "$2b$04$QQhbhCv6LZ4dYydKBwOn/Os0nvRZwZvT13PqCMVf6.O9rTd9JXCkK");
    QTest::newRow("bcrypt $2a$") << QByteArray(
        "$2a$04$piIOi7koHT7QuQC1uWGWdeREhOn2pf7/gC9G.Jsa6eq6Ror5QPL5K");
    QTest::newRow("PBKDF2 as passlib writes it, pbkdf2-sha256")
        << QByteArray("$pbkdf2-sha256$100$JYSQ8r63trZWSsl5L8U4pw$i5Dl44xeDVLB9/MM3UxeCE/TQULy"
                      "Rq2KZ4zGJqE8iQk");
    QTest::newRow("PBKDF2 as passlib writes it, pbkdf2-sha512")
        << QByteArray("$pbkdf2-sha512$100$LwXAeK/1vjeGUArB.J8TQg$IqlDPwG8OJtH/IZA/3ATjo5fi1uN"
                      "TgubKWigvCP/Rh3ByivSUPXTJbSCWLRAXdB9OJWcLwEzZscgavIb8SqY9g");
    QTest::newRow("PBKDF2 as passlib writes it, pbkdf2")
        << QByteArray("$pbkdf2$100$dA4hxBhj7L13zvnfG.P8fw$dQ8ZJ8PxAz6iIAlILT7PfmHQh/0");
    QTest::newRow("scrypt as passlib and PHC write it")
        << QByteArray("$scrypt$ln=4,r=8,p=1$YwzhfK9VCiFESCklJIQQAg$NrehxaT+zL77zos9QgATmAhcU9"
                      "hHiyfWYm9mNwhgHxA");
    QTest::newRow("PBKDF2 as Django writes it, pbkdf2_sha256")
        << QByteArray("pbkdf2_sha256$100$saltsaltsalt$TXYwD75fv6gZxZH92y2jwST5izlOjVSxqtKH1bA"
                      "LLeQ=");
    QTest::newRow("PBKDF2 as Django writes it, pbkdf2_sha1")
        << QByteArray("pbkdf2_sha1$100$saltsaltsalt$Leh1FFiGLYj0iHZDVPGzYA1nc6U=");
    QTest::newRow("scrypt as Django writes it")
        << QByteArray("scrypt$16$saltsaltsalt$8$1$E7/5hFKyIa/qZwRipZ2wJ8zG6C7W2+ArzZNltex+xis"
                      "13mqjwzOtafqTxE6mGMWVKJDn3fAYhB0x6xnnt03cPw==");
    QTest::newRow("argon2 as Django writes it")
        << QByteArray("argon2$argon2id$v=19$m=64,t=1,p=2$c2FsdHNhbHRzYWx0$IGE8+LQ7dBjw3ynrBZN"
                      "zew");
    QTest::newRow("bcrypt of a SHA-256, as Django writes it")
        << QByteArray("bcrypt_sha256$$2b$04$6nffD5myeJFuRiGfHxkAsOuLZ/bRhnXRkz8ZAKoS2xj5FuwVC"
                      "3pg2");
    QTest::newRow("bcrypt as Django writes it")
        << QByteArray("bcrypt$$2b$04$guz98Oo8l7iMiGepcNELze6H/gpynpPEPgTYZByaZjzuIZNrXoOwq");
    QTest::newRow("PBKDF2 as Werkzeug writes it")
        << QByteArray("pbkdf2:sha256:100$saltsaltsalt$4d76300fbe5fbfa819c591fddb2da3c124f98b3"
                      "94e8d54b1aad287d5b00b2de4");
    QTest::newRow("scrypt as Werkzeug writes it")
        << QByteArray("scrypt:16:8:1$saltsaltsalt$13bff98452b221afea670462a59db027ccc6e82ed6d"
                      "be02bcd9365b5ec7ec62b35de6aa3c333ad69fa93c44ea618c5952890e7ddf018841d3"
                      "1eb19e7b74ddc3f");
    QTest::newRow("bcrypt $2y$") << QByteArray(
        "$2y$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e");
    QTest::newRow("PBKDF2 as PHC writes it")
        << QByteArray("$pbkdf2-sha256$i=100,l=32$c2FsdHNhbHRzYWx0$TXYwD75fv6gZxZH92y2jwST5izl"
                      "OjVSxqtKH1bALLeQ");
}

void TestPasswordFormat::checksWhatOtherSystemsWrote()
{
    QFETCH(QByteArray, hash);
    QVERIFY(parsePasswordHash(hash));
    QVERIFY(!passwordHashProblem(hash));
    QCOMPARE(m_hasher.verify(Secret("correct horse"), hash).value(), true);
    QCOMPARE(m_hasher.verify(Secret("correct horsf"), hash).value(), false);
    QCOMPARE(m_hasher.verify(Secret(""), hash).value(), false);
    QVERIFY(m_hasher.needsRehash(hash));
}

void TestPasswordFormat::standsInForEveryFormWithoutTellingIt()
{
    QFETCH(QByteArray, hash);
    const auto format = parsePasswordHash(hash);
    const QByteArray work = sameWork(*format);
    const auto again = parsePasswordHash(work);
    QVERIFY(again);
    QCOMPARE(usualMicroseconds(*again), usualMicroseconds(*format));
    QCOMPARE(again->lanes, format->lanes);
    QCOMPARE(again->digest.size(), format->digest.size());
    QCOMPARE(sameWork(*again), work);
    QVERIFY(format->salt.isEmpty() || !work.contains(format->salt.toBase64().first(8)));
    QCOMPARE(m_hasher.verify(Secret("correct horse"), work).value(), false);
}

void TestPasswordFormat::refusesWhatIsNoHash_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a password") << "correct horse"_ba;
    QTest::newRow("MD5") << "5f4dcc3b5aa765d61d8327deb882cf99"_ba;
    QTest::newRow("MD5 of crypt") << "$1$saltsalt$qjXMvbEw8oaL.CzflDtaK/"_ba;
    QTest::newRow("SHA-512 of crypt")
        << "$6$saltsalt$qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2"_ba;
    QTest::newRow("argon2d") << "$argon2d$v=19$m=256,t=2,p=1$c29tZXNhbHQ$1nqVATiiVft7GN2GEqB9Gw"_ba;
    QTest::newRow("argon2 of another version")
        << "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$1nqVATiiVft7GN2GEqB9Gw"_ba;
    QTest::newRow("a number below zero")
        << "pbkdf2_sha256$-5$salt$TXYwD75fv6gZxZH92y2jwST5izlOjVSxqtKH1bALLeQ="_ba;
    QTest::newRow("no rounds")
        << "pbkdf2_sha256$0$salt$TXYwD75fv6gZxZH92y2jwST5izlOjVSxqtKH1bALLeQ="_ba;
    QTest::newRow("a digest that is cut") << "pbkdf2_sha256$100$salt$TXYwD75fv6g="_ba;
    QTest::newRow("a digest of another kind")
        << "pbkdf2_md5$100$salt$TXYwD75fv6gZxZH92y2jwST5izlOjVSxqtKH1bALLeQ="_ba;
    QTest::newRow("bcrypt cut") << "$2b$04$DrJUXPmMK2Kq60rofIrSZOFqhiwURYokoObaqWHDOn3UuBPhSYK"_ba;
    QTest::newRow("bcrypt of the bug")
        << "$2x$04$DrJUXPmMK2Kq60rofIrSZOFqhiwURYokoObaqWHDOn3UuBPhSYKxW"_ba;
    QTest::newRow("bcrypt with another letter")
        << "$2b$04$DrJUXPmMK2Kq60rofIrSZO:qhiwURYokoObaqWHDOn3UuBPhSYKxW"_ba;
    QTest::newRow("scrypt of no power of two")
        << "scrypt:15:8:1$salt$00112233445566778899aabbccddeeff"_ba;
    QTest::newRow("far too long") << QByteArray(100'000, '$');
    QTest::newRow("a zero byte") << QByteArray("$2b$04$\0", 8);
}

void TestPasswordFormat::refusesWhatIsNoHash()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parsePasswordHash(text));
    QCOMPARE(passwordHashProblem(text)->code, u"unknown_format"_s);
    QCOMPARE(m_hasher.verify(Secret("correct horse"), text).value(), false);
}

void TestPasswordFormat::s17_refusesWhatWouldTakeTooMuch_data()
{
    QTest::addColumn<QByteArray>("hash");
    const QByteArray rest = "$c29tZXNhbHQ$1nqVATiiVft7GN2GEqB9Gw";
    QTest::newRow("argon2 memory") << "$argon2id$v=19$m=2097152,t=1,p=1" + rest;
    QTest::newRow("argon2 passes") << "$argon2id$v=19$m=65536,t=400000,p=1" + rest;
    QTest::newRow("bcrypt") << "$2b$15$DrJUXPmMK2Kq60rofIrSZOFqhiwURYokoObaqWHDOn3UuBPhSYKxW"_ba;
    QTest::newRow("PBKDF2") << "$pbkdf2-sha256$i=999999999" + rest;
    QTest::newRow("PBKDF2 beyond any number") << "$pbkdf2-sha256$i=99999999999999999" + rest;
    QTest::newRow("scrypt memory") << "$scrypt$ln=20,r=8,p=1" + rest;
    QTest::newRow("scrypt lanes") << "$scrypt$ln=10,r=8,p=16777216" + rest;
    QTest::newRow("scrypt blocks") << "$scrypt$ln=1,r=16777216,p=16777216" + rest;
}

void TestPasswordFormat::s17_refusesWhatWouldTakeTooMuch()
{
    QFETCH(QByteArray, hash);
    QVERIFY(parsePasswordHash(hash));
    QCOMPARE(passwordHashProblem(hash)->code, u"too_costly"_s);
}

void TestPasswordFormat::takesWhatOthersUseToday_data()
{
    QTest::addColumn<QByteArray>("hash");
    const QByteArray rest = "$c29tZXNhbHQ$TXYwD75fv6gZxZH92y2jwST5izlOjVSxqtKH1bALLeQ";
    QTest::newRow("Django's argon2") << "argon2$argon2id$v=19$m=102400,t=2,p=8" + rest;
    QTest::newRow("argon2-cffi") << "$argon2id$v=19$m=65536,t=3,p=4" + rest;
    QTest::newRow("Django's PBKDF2") << "$pbkdf2-sha256$i=1200000" + rest;
    QTest::newRow("OWASP's bcrypt")
        << "$2b$10$DrJUXPmMK2Kq60rofIrSZOFqhiwURYokoObaqWHDOn3UuBPhSYKxW"_ba;
    QTest::newRow("a careful bcrypt")
        << "$2b$14$DrJUXPmMK2Kq60rofIrSZOFqhiwURYokoObaqWHDOn3UuBPhSYKxW"_ba;
    QTest::newRow("passlib's scrypt") << "$scrypt$ln=16,r=8,p=1" + rest;
    QTest::newRow("Werkzeug's scrypt") << "scrypt:32768:8:1$salt$" + QByteArray(128, 'a');
}

void TestPasswordFormat::takesWhatOthersUseToday()
{
    QFETCH(QByteArray, hash);
    const auto problem = passwordHashProblem(hash);
    QVERIFY2(!problem, problem ? qPrintable(problem->code) : "");
}

void TestPasswordFormat::s06_bcryptLooksAt72BytesAndAtNoZero()
{
    // Of 72 times "x" and "tail" behind them.
    const QByteArray hash = "$2b$04$ydUOeEWAgrKSol6dO8fsJeY8GOvG.OvJ6qOUNX38gpBAM4UdI/dMm";
    QCOMPARE(m_hasher.verify(Secret::copyOf(QByteArray(72, 'x') + "tail"), hash).value(), true);
    QCOMPARE(
        m_hasher.verify(Secret::copyOf(QByteArray(72, 'x') + QByteArray(900, 'y')), hash).value(),
        true);
    QCOMPARE(m_hasher.verify(Secret(QByteArray(71, 'x')), hash).value(), false);
    const QByteArray other = "$2b$04$QQhbhCv6LZ4dYydKBwOn/Os0nvRZwZvT13PqCMVf6.O9rTd9JXCkK";
    QCOMPARE(m_hasher.verify(Secret(QByteArray("correct horse\0x", 15)), other).value(), false);
}

void TestPasswordFormat::s02_importedHashesAreTriedRawThenNormalised()
{
    const QByteArray ofDecomposed =
        "$pbkdf2-sha256$10$Ueo9Z0zJWYvRWuv9HyNESA$vWxxCpFjSnEQ0sCP8Ce/YHhtMd97FTIPPDjqvPgJqOk";
    const QByteArray ofComposed =
        "$pbkdf2-sha256$10$PwdAqJUS4nwPQchZ6x1DyA$YMmJKdd24.HigA6i26Vyv6gCDZvGUjrlUvU6GyYTSkM";
    const Secret composed = Secret::fromString(u"\u00e9t\u00e9"_s);
    const Secret decomposed = Secret::fromString(u"e\u0301te\u0301"_s);
    QCOMPARE(m_hasher.verify(decomposed, ofDecomposed).value(), true);
    QCOMPARE(m_hasher.verify(composed, ofDecomposed).value(), false);
    QCOMPARE(m_hasher.verify(composed, ofComposed).value(), true);
    QCOMPARE(m_hasher.verify(decomposed, ofComposed).value(), true);
}

void TestPasswordFormat::s14_bothTriesAreMadeWhateverCameOfTheFirst()
{
    const QByteArray ofDecomposed =
        "$pbkdf2-sha256$10$Ueo9Z0zJWYvRWuv9HyNESA$vWxxCpFjSnEQ0sCP8Ce/YHhtMd97FTIPPDjqvPgJqOk";
    const Secret decomposed = Secret::fromString(u"e\u0301te\u0301"_s);
    QCOMPARE(m_hasher.check(decomposed, ofDecomposed).value().tries, 2);
    QCOMPARE(m_hasher.check(decomposed, {}).value().tries, 2);
    QCOMPARE(m_hasher.check(Secret("plain"), ofDecomposed).value().tries, 1);
    QCOMPARE(m_hasher.check(Secret("plain"), {}).value().isRight, false);
}

void TestPasswordFormat::s14_theSlowestFormIsMeasuredOnce()
{
    PasswordHasher hasher({.memoryKiB = 8, .passes = 1}, {.threads = 1});
    const QByteArray slow = sameWork(
        *parsePasswordHash("$2b$10$QQhbhCv6LZ4dYydKBwOn/Os0nvRZwZvT13PqCMVf6.O9rTd9JXCkK"_ba));
    const auto own = hasher.slower({});
    QVERIFY(own);
    const quint64 before = hasher.count();
    const auto first = hasher.slower(slow);
    QVERIFY(first && *first > *own);
    QCOMPARE(hasher.count(), before + 1);
    QCOMPARE(hasher.slower(slow).value(), *first);
    QCOMPARE(hasher.count(), before + 1);
    // A form that is quicker than ours changes nothing.
    QVERIFY(
        hasher
            .slower(sameWork(*parsePasswordHash(
                "$pbkdf2-sha256$i=100,l=32$c2FsdHNhbHRzYWx0$TXYwD75fv6gZxZH92y2jwST5izlOjVSxqtKH1bALLeQ"_ba)))
            .value()
        >= *own);
}

QTEST_GUILESS_MAIN(TestPasswordFormat)
#include "tst_passwordformat.moc"
