// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/base/passwordtext.h"
#include "core/base/random.h"
#include "core/base/secret.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk::base;

class TestSecret final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wipesWhatItTakesOver();
    void copiesShareOneBuffer();
    void comparesByContent_data();
    void comparesByContent();
    void wipesBuffers();
    void s02_normalisesPasswords_data();
    void s02_normalisesPasswords();
    void numbersBelowAreAllDrawn();
    void randomBytesDiffer();
    void errorCodesHaveNamesOfTheirOwn();
};

void TestSecret::wipesWhatItTakesOver()
{
    QByteArray given(32, 'k');
    const Secret secret(std::move(given));
    QVERIFY(given.isEmpty()); // NOLINT(bugprone-use-after-move): what is left is the point
    QCOMPARE(secret.view().toByteArray(), QByteArray(32, 'k'));
}

void TestSecret::copiesShareOneBuffer()
{
    const Secret secret("key");
    const Secret copy = secret; // NOLINT(performance-unnecessary-copy-initialization)
    QVERIFY(copy.view().data() == secret.view().data());
    QCOMPARE(copy, secret);
}

void TestSecret::comparesByContent_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::newRow("same") << QByteArray("abc") << QByteArray("abc");
    QTest::newRow("last byte") << QByteArray("abc") << QByteArray("abd");
    QTest::newRow("first byte") << QByteArray("abc") << QByteArray("xbc");
    QTest::newRow("shorter") << QByteArray("abc") << QByteArray("ab");
    QTest::newRow("empty") << QByteArray() << QByteArray("a");
    QTest::newRow("both empty") << QByteArray() << QByteArray("");
    QTest::newRow("with NUL") << QByteArray("a\0b", 3) << QByteArray("a\0c", 3);
}

void TestSecret::comparesByContent()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QCOMPARE(equalInConstantTime(left, right), left == right);
    QCOMPARE(Secret::copyOf(left) == Secret::copyOf(right), left == right);
}

void TestSecret::wipesBuffers()
{
    std::array<char, 16> bytes{};
    bytes.fill('x');
    wipe(bytes.data(), bytes.size());
    QVERIFY(std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == 0; }));
    QString text = u"secret"_s;
    text.detach();
    wipe(text);
    QVERIFY(text.isEmpty());
    // A buffer that somebody else still holds stays as it is for them.
    QByteArray mine("shared");
    const QByteArray theirs = mine;
    wipe(mine);
    QCOMPARE(theirs, QByteArray("shared"));
}

void TestSecret::s02_normalisesPasswords_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("normalised");
    QTest::newRow("plain") << QByteArray(" as it is ") << QByteArray(" as it is ");
    QTest::newRow("combining") << QByteArray("e\xcc\x81") << QByteArray("\xc3\xa9");
    QTest::newRow("full width") << QByteArray("\xef\xbc\xa1") << QByteArray("A");
    QTest::newRow("no UTF-8") << QByteArray("a\xff") << QByteArray("a\xff");
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TestSecret::s02_normalisesPasswords()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, normalised);
    QCOMPARE(normalisedPassword(Secret::copyOf(given)).view().toByteArray(), normalised);
}

void TestSecret::numbersBelowAreAllDrawn()
{
    SystemRandom random;
    QSet<quint32> drawn;
    for (int i = 0; i < 2000; ++i)
        drawn.insert(random.below(7));
    QCOMPARE(drawn.size(), 7);
    QVERIFY(!drawn.contains(7));
    QCOMPARE(random.below(1), 0U);
}

void TestSecret::randomBytesDiffer()
{
    SystemRandom random;
    const QByteArray first = random.bytes(32);
    QCOMPARE(first.size(), 32);
    QVERIFY(first != random.bytes(32));
    // Every byte of a word is drawn, not only its lowest.
    const QByteArray many = random.bytes(4096);
    QVERIFY(QSet<char>(many.begin(), many.end()).size() > 200);
}

void TestSecret::errorCodesHaveNamesOfTheirOwn()
{
    QSet<QString> names;
    for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
        const QString name = errorCodeName(ErrorCode(code));
        names.insert(name);
        QCOMPARE(errorCodeFromName(name), ErrorCode(code));
    }
    QCOMPARE(names.size(), int(ErrorCode::Internal) + 1);
    QCOMPARE(errorCodeFromName(u"no such code"), ErrorCode::Internal);
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
