// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/codes.h"
#include "core/server/crypto/passwordhasher.h"
#include "core/server/crypto/tokens.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QUuid>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using authdesk::base::Secret;
using authdesk::base::SystemRandom;
namespace crypto = authdesk::server::crypto;

class TestCodes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s23_makesTenDifferentRecoveryCodes();
    void readsARecoveryCodeAsPeopleTypeIt_data();
    void readsARecoveryCodeAsPeopleTypeIt();
    void s23_storesSaltedHashes();
    void s23_findsTheCodeWithOneHash();
    void aStoredSetOfAnotherSaltIsFoundToo();
    void readsAOneTimeCode_data();
    void readsAOneTimeCode();
    void s30_tokensHaveEnoughBits();
    void s30_uuidTokensKeepAll128Bits();
    void uidsAreVersion4();
    void tokenHashesDifferByToken();
    void keyersOfTwoProcessesDisagree();
    void setupCodesLookAsDocumented();

private:
    SystemRandom m_random;
    crypto::PasswordHasher m_hasher{crypto::HashParameters{.memoryKiB = 8, .passes = 1}};
};

void TestCodes::s23_makesTenDifferentRecoveryCodes()
{
    static const QRegularExpression form(u"^[2-9a-hjkmnp-tw-z]{5}-[2-9a-hjkmnp-tw-z]{5}$"_s);
    QSet<QString> seen;
    for (const Secret &code : crypto::newRecoveryCodes(m_random)) {
        QVERIFY2(form.match(code.toString()).hasMatch(), code.view().data());
        seen.insert(code.toString());
    }
    QCOMPARE(seen.size(), 10);
}

void TestCodes::readsARecoveryCodeAsPeopleTypeIt_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("read");
    const QByteArray code = "ab2cd-ef3gh";
    QTest::newRow("as printed") << code << code;
    QTest::newRow("capitals") << QByteArray("AB2CD-EF3GH") << code;
    QTest::newRow("without the dash") << QByteArray("ab2cdef3gh") << code;
    QTest::newRow("with blanks") << QByteArray(" ab2cd ef3gh ") << code;
    QTest::newRow("too short") << QByteArray("ab2cd-ef3g") << QByteArray();
    QTest::newRow("too long") << QByteArray("ab2cd-ef3ghh") << QByteArray();
    QTest::newRow("six digits") << QByteArray("287082") << QByteArray();
    QTest::newRow("a letter that we never print") << QByteArray("ob2cd-ef3gh") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TestCodes::readsARecoveryCodeAsPeopleTypeIt()
{
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, read);
    const auto code = crypto::readRecoveryCode(Secret(std::move(typed)));
    QCOMPARE(code.has_value(), !read.isEmpty());
    if (code)
        QCOMPARE(code->view().toByteArray(), read);
}

void TestCodes::s23_storesSaltedHashes()
{
    const auto codes = crypto::newRecoveryCodes(m_random);
    const auto first = crypto::hashRecoveryCodes(codes, m_hasher, m_random);
    const auto second = crypto::hashRecoveryCodes(codes, m_hasher, m_random);
    QVERIFY(first && second);
    QCOMPARE(first->size(), codes.size());
    for (qsizetype i = 0; i < codes.size(); ++i) {
        QVERIFY(first->at(i) != second->at(i));
        QVERIFY(!first->at(i).contains(codes[i].view().toByteArray()));
    }
}

void TestCodes::s23_findsTheCodeWithOneHash()
{
    const auto codes = crypto::newRecoveryCodes(m_random);
    const auto stored = crypto::hashRecoveryCodes(codes, m_hasher, m_random);
    QVERIFY(stored);
    const quint64 before = m_hasher.count();
    const auto found = crypto::findRecoveryCode(codes[7], *stored, m_hasher);
    QCOMPARE(m_hasher.count() - before, 1U);
    QVERIFY(found);
    QCOMPARE(*found, std::optional<qsizetype>(7));
    const auto unknown =
        crypto::findRecoveryCode(crypto::newRecoveryCodes(m_random).first(), *stored, m_hasher);
    QVERIFY(unknown);
    QCOMPARE(*unknown, std::nullopt);
}

void TestCodes::aStoredSetOfAnotherSaltIsFoundToo()
{
    const auto codes = crypto::newRecoveryCodes(m_random);
    auto stored = *crypto::hashRecoveryCodes(codes.first(5), m_hasher, m_random);
    stored += *crypto::hashRecoveryCodes(codes.last(5), m_hasher, m_random);
    stored.prepend("damaged");
    const auto found = crypto::findRecoveryCode(codes[9], stored, m_hasher);
    QVERIFY(found);
    QCOMPARE(*found, std::optional<qsizetype>(10));
}

void TestCodes::readsAOneTimeCode_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<bool>("isCode");
    QTest::newRow("eight digits") << QByteArray("01234567") << true;
    QTest::newRow("in two groups") << QByteArray("0123 4567") << true;
    QTest::newRow("six digits") << QByteArray("012345") << false;
    QTest::newRow("nine digits") << QByteArray("012345678") << false;
    QTest::newRow("letters") << QByteArray("0123456a") << false;
}

void TestCodes::readsAOneTimeCode()
{
    QFETCH(QByteArray, typed);
    QFETCH(bool, isCode);
    QCOMPARE(crypto::readOneTimeCode(Secret(std::move(typed))).has_value(), isCode);
    const Secret made = crypto::newOneTimeCode(m_random);
    QCOMPARE(*crypto::readOneTimeCode(made), made);
}

void TestCodes::s30_tokensHaveEnoughBits()
{
    const Secret token = crypto::newToken(m_random);
    const QByteArray bytes =
        QByteArray::fromBase64(token.view().toByteArray(), QByteArray::Base64UrlEncoding);
    QCOMPARE(bytes.size(), 32);
    QVERIFY(!(token == crypto::newToken(m_random)));
}

void TestCodes::uidsAreVersion4()
{
    const QUuid first(crypto::newUid(m_random));
    QCOMPARE(first.version(), QUuid::Random);
    QCOMPARE(first.variant(), QUuid::DCE);
    QVERIFY(first != QUuid(crypto::newUid(m_random)));
}

void TestCodes::s30_uuidTokensKeepAll128Bits()
{
    static const QRegularExpression form(
        u"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"_s);
    QSet<QChar> versionDigits;
    for (int i = 0; i < 200; ++i) {
        const QString token = crypto::newUuidToken(m_random).toString();
        QVERIFY(form.match(token).hasMatch());
        versionDigits.insert(token.at(14));
    }
    // A version 4 UUID has a '4' there, and six bits less.
    QVERIFY(versionDigits.size() > 8);
}

void TestCodes::tokenHashesDifferByToken()
{
    QCOMPARE(crypto::tokenHash("abc"), crypto::tokenHash("abc"));
    QVERIFY(crypto::tokenHash("abc") != crypto::tokenHash("abd"));
    QCOMPARE(crypto::tokenHash("abc").size(), 32);
}

void TestCodes::keyersOfTwoProcessesDisagree()
{
    const crypto::TokenKeyer one(m_random);
    const crypto::TokenKeyer other(m_random);
    QVERIFY(one("token") == one("token"));
    QVERIFY(one("token") != one("tokem"));
    QVERIFY(one("token") != other("token"));
}

void TestCodes::setupCodesLookAsDocumented()
{
    static const QRegularExpression form(u"^[2-9A-Z]{4}-[2-9A-Z]{4}$"_s);
    QVERIFY(form.match(crypto::newSetupCode(m_random).toString()).hasMatch());
}

QTEST_GUILESS_MAIN(TestCodes)
#include "tst_codes.moc"
