// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/totp.h"

#include <QtCore/QUrlQuery>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using authdesk::base::Secret;
using authdesk::base::SystemRandom;
namespace crypto = authdesk::server::crypto;

class TestTotp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithRfc6238_data();
    void agreesWithRfc6238();
    void s19_takesOneStepEitherSide_data();
    void s19_takesOneStepEitherSide();
    void s18_takesAStepOnce();
    void s19_takesOnlySixAsciiDigits_data();
    void s19_takesOnlySixAsciiDigits();
    void s20_secretHas160Bits();
    void writesTheLinkThatAppsRead();
    void aColonDoesNotBreakTheLink();

private:
    const Secret m_secret{QByteArray("12345678901234567890")};
};

void TestTotp::agreesWithRfc6238_data()
{
    // RFC 6238 appendix B, the last six of its eight digits.
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("code");
    QTest::newRow("1970") << qint64(59) << u"287082"_s;
    QTest::newRow("2005") << qint64(1111111109) << u"081804"_s;
    QTest::newRow("2009") << qint64(1234567890) << u"005924"_s;
    QTest::newRow("2033") << qint64(2000000000) << u"279037"_s;
    QTest::newRow("2603") << qint64(20000000000) << u"353130"_s;
}

void TestTotp::agreesWithRfc6238()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, code);
    const QDateTime now = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    QCOMPARE(crypto::totpCode(m_secret, crypto::totpStepAt(now)), code);
    QCOMPARE(crypto::matchTotp(m_secret, code, now, -1), std::optional(seconds / 30));
}

void TestTotp::s19_takesOneStepEitherSide_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("two before") << -2 << false;
    QTest::newRow("one before") << -1 << true;
    QTest::newRow("now") << 0 << true;
    QTest::newRow("one after") << 1 << true;
    QTest::newRow("two after") << 2 << false;
}

void TestTotp::s19_takesOneStepEitherSide()
{
    QFETCH(int, offset);
    QFETCH(bool, accepted);
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'790'000'010, Qt::UTC);
    const qint64 step = crypto::totpStepAt(now) + offset;
    const auto match = crypto::matchTotp(m_secret, crypto::totpCode(m_secret, step), now, -1);
    QCOMPARE(match.has_value(), accepted);
    if (accepted)
        QCOMPARE(*match, step);
}

void TestTotp::s18_takesAStepOnce()
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'790'000'010, Qt::UTC);
    const qint64 step = crypto::totpStepAt(now);
    const QString code = crypto::totpCode(m_secret, step);
    QCOMPARE(crypto::matchTotp(m_secret, code, now, step - 1), std::optional(step));
    QCOMPARE(crypto::matchTotp(m_secret, code, now, step), std::nullopt);
    // Nor one that lies before the last one, though it is within the window.
    QCOMPARE(crypto::matchTotp(m_secret, crypto::totpCode(m_secret, step - 1), now, step),
             std::nullopt);
    QCOMPARE(crypto::matchTotp(m_secret, code, now.addSecs(30), step), std::nullopt);
}

void TestTotp::s19_takesOnlySixAsciiDigits_data()
{
    QTest::addColumn<QString>("code");
    const QString good = u"287082"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("five") << good.left(5);
    QTest::newRow("seven") << good + u'0';
    QTest::newRow("a zero before") << u'0' + good;
    QTest::newRow("a blank before") << u' ' + good;
    QTest::newRow("a blank behind") << good + u' ';
    QTest::newRow("a sign") << u'+' + good.mid(1);
    QTest::newRow("Arabic-Indic digits") << u"\u0662\u0668\u0667\u0660\u0668\u0662"_s;
    QTest::newRow("full-width digits") << u"\uff12\uff18\uff17\uff10\uff18\uff12"_s;
    QTest::newRow("a number") << u"287082.0"_s;
}

void TestTotp::s19_takesOnlySixAsciiDigits()
{
    QFETCH(QString, code);
    const QDateTime now = QDateTime::fromSecsSinceEpoch(59, Qt::UTC);
    QVERIFY(crypto::matchTotp(m_secret, u"287082", now, -1));
    QCOMPARE(crypto::matchTotp(m_secret, code, now, -1), std::nullopt);
}

void TestTotp::s20_secretHas160Bits()
{
    SystemRandom random;
    const Secret secret = crypto::newTotpSecret(random);
    QCOMPARE(secret.view().size() * 8, 160);
    QVERIFY(!(secret == crypto::newTotpSecret(random)));
    QCOMPARE(crypto::totpSecretText(secret).view().size(), 32);
}

void TestTotp::writesTheLinkThatAppsRead()
{
    const QUrl link(
        crypto::totpSetupLink(u"Authdesk"_s, u"ada@example.org"_s, m_secret).toString());
    QCOMPARE(link.scheme(), u"otpauth"_s);
    QCOMPARE(link.host(), u"totp"_s);
    QCOMPARE(link.path(), u"/Authdesk:ada@example.org"_s);
    const QUrlQuery query(link);
    QCOMPARE(query.queryItemValue(u"secret"_s), u"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"_s);
    QCOMPARE(query.queryItemValue(u"issuer"_s), u"Authdesk"_s);
    QCOMPARE(query.queryItems().size(), 2);
}

void TestTotp::aColonDoesNotBreakTheLink()
{
    const QString link =
        crypto::totpSetupLink(u"Our: server & co"_s, u"a:b"_s, m_secret).toString();
    QVERIFY(link.startsWith(u"otpauth://totp/Our%20%20server%20%26%20co:a%20b?"_s));
    QVERIFY(link.endsWith(u"&issuer=Our%20%20server%20%26%20co"_s));
}

QTEST_GUILESS_MAIN(TestTotp)
#include "tst_totp.moc"
