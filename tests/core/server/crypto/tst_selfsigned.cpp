// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What we make, as `openssl` reads it.
#include "core/server/crypto/keypair.h"
#include "core/server/crypto/selfsigned.h"
#include "tests/support/certificates.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;
using authdesk::tests::Certificates;
using server::crypto::longestCertificateDays;
using server::crypto::makeSelfSigned;

namespace {

const QStringList names{u"id.example.org"_s, u"Büro.example"_s, u"192.168.1.20"_s, u"fe80::1"_s,
                        u"localhost"_s};
const QDateTime now(QDate(2026, 11, 27), QTime(12, 0), Qt::UTC);

} // namespace

class TestSelfSigned final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensslReadsIt();
    void theServersReaderReadsIt();
    void everyOneIsAnother();
    void refusesWhatIsNoCertificate_data();
    void refusesWhatIsNoCertificate();

private:
    Certificates m_certificates;
};

void TestSelfSigned::opensslReadsIt()
{
    const auto made = makeSelfSigned(names, now, 825);
    QVERIFY(made);
    const QString file = m_certificates.write(u"made.pem"_s, made->certificate);
    const QByteArray text =
        Certificates::openssl({u"x509"_s, u"-in"_s, file, u"-noout"_s, u"-text"_s});
    for (const char *const part :
         {"Version: 3", "ecdsa-with-SHA256", "prime256v1", "CN = id.example.org",
          "DNS:id.example.org", "DNS:xn--bro-hoa.example", "IP Address:192.168.1.20",
          "IP Address:FE80:0:0:0:0:0:0:1", "DNS:localhost", "CA:FALSE",
          "TLS Web Server Authentication", "Digital Signature",
          "Not Before: Nov 27 11:00:00 2026 GMT", "Not After : Mar  1 11:00:00 2029 GMT"})
        QVERIFY2(text.contains(part), (QByteArray(part) + " is not in\n" + text).constData());
    const QByteArray verdict = Certificates::openssl(
        {u"verify"_s, u"-attime"_s, QString::number(now.toSecsSinceEpoch()), u"-CAfile"_s, file,
         u"-purpose"_s, u"sslserver"_s, u"-verify_hostname"_s, u"id.example.org"_s, file});
    QVERIFY2(verdict.contains(": OK"), verdict.constData());
}

void TestSelfSigned::theServersReaderReadsIt()
{
    const auto made = makeSelfSigned(names, now, 30);
    QVERIFY(made);
    const auto pair = server::crypto::readKeyPair(made->certificate, made->key);
    QVERIFY(pair);
    QCOMPARE(pair->validFrom, now.addSecs(-3600));
    QCOMPARE(pair->validUntil, now.addSecs(-3600).addDays(30));
    QCOMPARE(pair->names, QStringList({u"id.example.org"_s, u"xn--bro-hoa.example"_s,
                                       u"192.168.1.20"_s, u"fe80::1"_s, u"localhost"_s}));
    const QString file = m_certificates.write(u"printed.pem"_s, made->certificate);
    const QByteArray printed = Certificates::openssl(
        {u"x509"_s, u"-in"_s, file, u"-noout"_s, u"-fingerprint"_s, u"-sha256"_s});
    QCOMPARE(printed.trimmed().split('=').last(), pair->fingerprint.toHex(':').toUpper());
}

void TestSelfSigned::everyOneIsAnother()
{
    const auto first = makeSelfSigned(names, now, 30);
    const auto second = makeSelfSigned(names, now, 30);
    QVERIFY(first);
    QVERIFY(second);
    QVERIFY(first->certificate != second->certificate);
    QVERIFY(!(first->key == second->key));
}

void TestSelfSigned::refusesWhatIsNoCertificate_data()
{
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<int>("days");
    QTest::newRow("no name") << QStringList() << 30;
    QTest::newRow("an empty name") << QStringList{QString()} << 30;
    QTest::newRow("a name that is none") << QStringList{u"a b"_s} << 30;
    QTest::newRow("no day") << names << 0;
    QTest::newRow("too many days") << names << longestCertificateDays + 1;
}

void TestSelfSigned::refusesWhatIsNoCertificate()
{
    QFETCH(QStringList, wanted);
    QFETCH(int, days);
    const auto made = makeSelfSigned(wanted, now, days);
    QVERIFY(!made);
    QCOMPARE(made.error().code, base::ErrorCode::Internal);
}

QTEST_GUILESS_MAIN(TestSelfSigned)
#include "tst_selfsigned.moc"
