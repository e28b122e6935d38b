// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/auditseal.h"
#include "core/server/crypto/masterkey.h"
#include "core/server/crypto/sealer.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using authdesk::base::ErrorCode;
using authdesk::base::Secret;
using authdesk::base::SystemRandom;
using authdesk::server::crypto::AuditSeal;
using authdesk::server::crypto::MasterKey;
using authdesk::server::crypto::Sealer;

class TestMasterKey final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHexAndBase64();
    void refusesOtherTexts_data();
    void refusesOtherTexts();
    void subkeysDifferByPurpose();
    void s48_sealedSecretsDoNotShowAndOpenAgain();
    void s48_sealedSecretsOpenNowhereElse();
    void everyChangedByteIsNoticed();
    void s49_auditSealsChain();

private:
    SystemRandom m_random;
    const MasterKey m_key = MasterKey::generate(m_random);
};

void TestMasterKey::readsHexAndBase64()
{
    const Secret text = m_key.toText();
    QCOMPARE(text.view().size(), 64);
    const auto fromHex = MasterKey::fromText(Secret(QByteArray(text.view().toByteArray() + '\n')));
    QVERIFY(fromHex);
    QCOMPARE(fromHex->checkValue(), m_key.checkValue());
    const auto fromBase64 =
        MasterKey::fromText(Secret(QByteArray::fromHex(text.view().toByteArray()).toBase64()));
    QVERIFY(fromBase64);
    QCOMPARE(fromBase64->checkValue(), m_key.checkValue());
}

void TestMasterKey::refusesOtherTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("short hex") << QByteArray(62, 'a');
    QTest::newRow("long hex") << QByteArray(66, 'a');
    QTest::newRow("no hex") << QByteArray(64, 'z');
    QTest::newRow("a pass phrase") << QByteArray("correct horse battery staple");
}

void TestMasterKey::refusesOtherTexts()
{
    QFETCH(QByteArray, text);
    const auto key = MasterKey::fromText(Secret(std::move(text)));
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::MasterKeyWrong);
}

void TestMasterKey::subkeysDifferByPurpose()
{
    const Secret sealing = m_key.subkey(MasterKey::Purpose::Sealing);
    const Secret audit = m_key.subkey(MasterKey::Purpose::Audit);
    QVERIFY(!(sealing == audit));
    QVERIFY(m_key.checkValue() != sealing.view());
    QVERIFY(m_key.checkValue() != MasterKey::generate(m_random).checkValue());
}

void TestMasterKey::s48_sealedSecretsDoNotShowAndOpenAgain()
{
    const Sealer sealer(m_key);
    const Secret plain("GEZDGNBVGY3TQOJQ");
    const QByteArray sealed = sealer.seal(plain, "totp/7", m_random);
    QVERIFY(!sealed.contains("GEZDG"));
    QVERIFY(sealed != sealer.seal(plain, "totp/7", m_random));
    const auto opened = sealer.open(sealed, "totp/7");
    QVERIFY(opened);
    QCOMPARE(*opened, plain);
}

void TestMasterKey::s48_sealedSecretsOpenNowhereElse()
{
    const Sealer sealer(m_key);
    const QByteArray sealed = sealer.seal(Secret("secret"), "totp/7", m_random);
    QVERIFY(!sealer.open(sealed, "totp/8"));
    const auto otherKey = Sealer(MasterKey::generate(m_random)).open(sealed, "totp/7");
    QVERIFY(!otherKey);
    QCOMPARE(otherKey.error().code, ErrorCode::MasterKeyWrong);
}

void TestMasterKey::everyChangedByteIsNoticed()
{
    const Sealer sealer(m_key);
    const QByteArray sealed = sealer.seal(Secret("secret"), "totp/7", m_random);
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray changed = sealed;
        changed[i] = char(changed[i] ^ 1);
        QVERIFY(!sealer.open(changed, "totp/7"));
        QVERIFY(!sealer.open(sealed.left(i), "totp/7"));
    }
}

void TestMasterKey::s49_auditSealsChain()
{
    const AuditSeal seal(m_key);
    const QByteArray first = seal.seal({}, "row 1");
    const QByteArray second = seal.seal(first, "row 2");
    QVERIFY(seal.isSealOf(second, first, "row 2"));
    QVERIFY(!seal.isSealOf(second, first, "row 3"));
    QVERIFY(!seal.isSealOf(second, {}, "row 2"));
    // The same bytes, split elsewhere.
    QVERIFY(seal.seal("ab", "c") != seal.seal("a", "bc"));
    QVERIFY(!AuditSeal(MasterKey::generate(m_random)).isSealOf(second, first, "row 2"));
}

QTEST_GUILESS_MAIN(TestMasterKey)
#include "tst_masterkey.moc"
