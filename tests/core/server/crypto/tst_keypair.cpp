// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/keypair.h"
#include "tests/support/certificates.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;
using authdesk::tests::Certificates;
using server::crypto::KeyPairProblem;
using server::crypto::readKeyPair;

namespace {

base::Secret secretOf(const QByteArray &text)
{
    return base::Secret::copyOf(text);
}

} // namespace

class TestKeyPair final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatOpensslMakes_data();
    void takesWhatOpensslMakes();
    void tellsWhenTheCertificateIsGood();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();

private:
    Certificates m_certificates;
    const Certificates::Files m_ec = m_certificates.make(u"ec"_s);
    const Certificates::Files m_rsa = m_certificates.make(u"rsa"_s, Certificates::rsa());
    const Certificates::Files m_ed25519 =
        m_certificates.make(u"ed25519"_s, Certificates::ed25519());
};

void TestKeyPair::takesWhatOpensslMakes_data()
{
    QTest::addColumn<QByteArray>("certificates");
    QTest::addColumn<QByteArray>("key");
    const QByteArray ec = Certificates::contentOf(m_ec.certificate);
    const QByteArray rsa = Certificates::contentOf(m_rsa.certificate);
    const QByteArray ecKey = Certificates::contentOf(m_ec.key);
    const QString traditional = m_certificates.path(u"traditional.key"_s);
    QTest::newRow("EC") << ec << ecKey;
    QTest::newRow("RSA") << rsa << Certificates::contentOf(m_rsa.key);
    QTest::newRow("a chain") << ec + rsa << ecKey;
    QTest::newRow("both in one file") << ec + ecKey << ec + ecKey;
    QTest::newRow("words around it") << "ours:\n" + ec << "our key:\n" + ecKey;
    Certificates::openssl(
        {u"rsa"_s, u"-traditional"_s, u"-in"_s, m_rsa.key, u"-out"_s, traditional});
    QTest::newRow("traditional RSA") << rsa << Certificates::contentOf(traditional);
    Certificates::openssl({u"ec"_s, u"-in"_s, m_ec.key, u"-out"_s, traditional});
    QTest::newRow("traditional EC") << ec << Certificates::contentOf(traditional);
}

void TestKeyPair::takesWhatOpensslMakes()
{
    QFETCH(QByteArray, certificates);
    QFETCH(QByteArray, key);
    QVERIFY(readKeyPair(certificates, secretOf(key)));
}

void TestKeyPair::tellsWhenTheCertificateIsGood()
{
    const auto files = m_certificates.make(u"dated"_s, u"20200102030405Z"_s, u"20210203040506Z"_s);
    const auto pair = readKeyPair(Certificates::contentOf(files.certificate),
                                  secretOf(Certificates::contentOf(files.key)));
    QVERIFY(pair);
    QCOMPARE(pair->validFrom.toString(Qt::ISODate), u"2020-01-02T03:04:05Z"_s);
    QCOMPARE(pair->validUntil.toString(Qt::ISODate), u"2021-02-03T04:05:06Z"_s);
}

void TestKeyPair::tellsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("certificates");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<KeyPairProblem>("problem");
    const QByteArray ec = Certificates::contentOf(m_ec.certificate);
    const QByteArray rsa = Certificates::contentOf(m_rsa.certificate);
    const QByteArray ecKey = Certificates::contentOf(m_ec.key);
    const QString encrypted = m_certificates.path(u"encrypted.key"_s);
    QTest::newRow("nothing") << QByteArray() << ecKey << KeyPairProblem::NoCertificate;
    QTest::newRow("no PEM") << "ec"_ba << ecKey << KeyPairProblem::NoCertificate;
    QTest::newRow("a key for a certificate") << ecKey << ecKey << KeyPairProblem::NoCertificate;
    QTest::newRow("cut off") << ec.first(ec.size() / 2) << ecKey << KeyPairProblem::NoCertificate;
    QTest::newRow("no key") << ec << QByteArray() << KeyPairProblem::NoKey;
    QTest::newRow("a certificate for a key") << ec << ec << KeyPairProblem::NoKey;
    QTest::newRow("a key that is cut off")
        << ec << ecKey.first(ecKey.size() / 2) << KeyPairProblem::NoKey;
    QTest::newRow("another's key") << ec << Certificates::contentOf(m_certificates.make(u"b"_s).key)
                                   << KeyPairProblem::Mismatch;
    QTest::newRow("another kind's key") << rsa << ecKey << KeyPairProblem::Mismatch;
    QTest::newRow("a chain the wrong way round") << rsa + ec << ecKey << KeyPairProblem::Mismatch;
    QTest::newRow("Ed25519") << Certificates::contentOf(m_ed25519.certificate)
                             << Certificates::contentOf(m_ed25519.key) << KeyPairProblem::OtherKind;
    Certificates::openssl({u"pkcs8"_s, u"-topk8"_s, u"-in"_s, m_ec.key, u"-passout"_s, u"pass:x"_s,
                           u"-out"_s, encrypted});
    QTest::newRow("encrypted") << ec << Certificates::contentOf(encrypted)
                               << KeyPairProblem::EncryptedKey;
    Certificates::openssl({u"ec"_s, u"-in"_s, m_ec.key, u"-aes128"_s, u"-passout"_s, u"pass:x"_s,
                           u"-out"_s, encrypted});
    QTest::newRow("encrypted in the old way")
        << ec << Certificates::contentOf(encrypted) << KeyPairProblem::EncryptedKey;
}

void TestKeyPair::tellsWhatIsWrong()
{
    QFETCH(QByteArray, certificates);
    QFETCH(QByteArray, key);
    QFETCH(KeyPairProblem, problem);
    const auto pair = readKeyPair(certificates, secretOf(key));
    QVERIFY(!pair);
    QCOMPARE(int(pair.error()), int(problem));
}

QTEST_GUILESS_MAIN(TestKeyPair)
#include "tst_keypair.moc"
