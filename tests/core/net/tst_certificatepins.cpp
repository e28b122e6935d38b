// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Certificates that a person trusts by their fingerprints, against real TLS servers.
#include "core/net/certificatepins.h"
#include "core/net/httpclient.h"
#include "selfsignedserver.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;
using base::ErrorCode;

namespace {

/// Answers every request over TLS, by a certificate that nobody vouches for.
class TlsServer final : public QObject
{
public:
    explicit TlsServer(quint16 wantedPort = 0)
        : m_configuration(nettest::selfSigned())
    {
        m_server.setSslConfiguration(m_configuration);
        m_server.listen(QHostAddress::LocalHost, wantedPort);
        connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                received += socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                              "Content-Length: 2\r\nConnection: close\r\n\r\n{}");
                socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QUrl url() const { return QUrl(u"https://127.0.0.1:%1/a"_s.arg(port())); }
    [[nodiscard]] QByteArray fingerprint() const
    {
        return m_configuration.localCertificate().digest(QCryptographicHash::Sha256);
    }

    QByteArray received;

private:
    QSslConfiguration m_configuration;
    QSslServer m_server;
};

} // namespace

class TestCertificatePins final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s47_nothingIsSentBeforeSomebodyTrusts();
    void s47_takesTheOneThatIsPinned();
    void s47_stopsAtAnotherThanThePinned();
    void s47_aPinHoldsForItsAddressAlone();
    void s47_aPinCanBeTakenBack();
    void groupsAFingerprint();

private:
    base::Result<net::Answer> send(const QUrl &address)
    {
        net::HttpClient client(m_clock, {}, &m_pins);
        const auto future = client.send({.method = "POST",
                                         .address = address,
                                         .bearer = base::Secret::fromString(u"token"_s),
                                         .body = QJsonObject{{u"password"_s, u"secret"_s}}});
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000))
            return base::fail(ErrorCode::Internal);
        return future.result();
    }

    tests::FakeClock m_clock;
    net::CertificatePins m_pins;
};

void TestCertificatePins::s47_nothingIsSentBeforeSomebodyTrusts()
{
    TlsServer server;
    const auto answer = send(server.url());
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::TlsFailed);
    QCOMPARE(server.received, QByteArray());
    const auto refused = m_pins.refused(server.url());
    QVERIFY(refused);
    QCOMPARE(refused->fingerprint, server.fingerprint());
}

void TestCertificatePins::s47_takesTheOneThatIsPinned()
{
    TlsServer server;
    m_pins.pin(server.url(), server.fingerprint());
    const auto answer = send(server.url());
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
    QCOMPARE(answer->status, 200);
    QVERIFY(server.received.contains("secret"));
    QVERIFY(!m_pins.refused(server.url()));
}

void TestCertificatePins::s47_stopsAtAnotherThanThePinned()
{
    quint16 port = 0;
    QByteArray before;
    {
        TlsServer server;
        port = server.port();
        before = server.fingerprint();
        m_pins.pin(server.url(), before);
        QVERIFY(send(server.url()));
    }
    TlsServer server(port);
    QCOMPARE(server.port(), port);
    const auto answer = send(server.url());
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::TlsFailed);
    QVERIFY(answer.error().message.contains(net::groupedFingerprint(before)));
    QVERIFY(answer.error().message.contains(net::groupedFingerprint(server.fingerprint())));
    QCOMPARE(server.received, QByteArray());
    QCOMPARE(m_pins.pinned(server.url()), before);
    QCOMPARE(m_pins.refused(server.url())->fingerprint, server.fingerprint());
}

void TestCertificatePins::s47_aPinHoldsForItsAddressAlone()
{
    TlsServer first;
    TlsServer second;
    m_pins.pin(first.url(), second.fingerprint());
    m_pins.pin(second.url(), {});
    const auto answer = send(second.url());
    QVERIFY(!answer);
    QCOMPARE(second.received, QByteArray());
}

void TestCertificatePins::s47_aPinCanBeTakenBack()
{
    TlsServer server;
    m_pins.pin(server.url(), server.fingerprint());
    QVERIFY(send(server.url()));
    server.received.clear();
    m_pins.pin(server.url(), {});
    QVERIFY(!send(server.url()));
    QCOMPARE(server.received, QByteArray());
}

void TestCertificatePins::groupsAFingerprint()
{
    QCOMPARE(net::groupedFingerprint(QByteArray::fromHex("0102030405060708090a")),
             u"01:02:03:04 05:06:07:08 09:0A"_s);
}

QTEST_GUILESS_MAIN(TestCertificatePins)
#include "tst_certificatepins.moc"
