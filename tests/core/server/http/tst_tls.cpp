// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The same server over TLS: what it says, what it refuses, and clients that misbehave.
#include "tests/support/certificates.h"
#include "testserver.h"

#include <QtCore/QProcess>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslSocket>
#include <QtTest/QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace authdesk;
using namespace authdesk::server::http;
using namespace authdesk::server::http::testing;
using authdesk::tests::Certificates;

namespace {

std::unique_ptr<QSslSocket> encryptedSocket(quint16 port)
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    socket->connectToHostEncrypted(u"127.0.0.1"_s, port);
    socket->waitForEncrypted(10'000);
    return socket;
}

class EncryptedClient final : public RawClient
{
public:
    explicit EncryptedClient(quint16 port)
        : RawClient(encryptedSocket(port))
    {
    }
    [[nodiscard]] QString shownName()
    {
        const QSslCertificate certificate = static_cast<QSslSocket &>(socket()).peerCertificate();
        return certificate.subjectInfo(QSslCertificate::CommonName).value(0);
    }
};

/// `openssl s_client` against that port: both its channels.
QByteArray talk(quint16 port, const QStringList &options, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_s,
                  QStringList{u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(port),
                              u"-servername"_s, u"localhost"_s}
                      + options);
    process.write(input);
    if (input.isEmpty())
        process.closeWriteChannel();
    if (!process.waitForFinished(20'000))
        process.kill();
    return process.readAllStandardOutput();
}

} // namespace

class TestTls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsHttpsAndAnswers();
    void answersLeaveInOrder();
    void s43_httpsAnswersDemandHttpsFromNowOn();
    void requestsAreSecureAndTheOwnOriginIsHttps();
    void s47_speaksTls12AndAboveAlone_data();
    void s47_speaksTls12AndAboveAlone();
    void s47_weakCiphersAreRefused_data();
    void s47_weakCiphersAreRefused();
    void plainHttpEndsAtOnce();
    void whatIsNoTlsAnyMoreEndsAtOnce();
    void s45_unfinishedGreetingIsCutOff_data();
    void s45_unfinishedGreetingIsCutOff();
    void s45_slowSenderGets408OverTls();
    void s45_slowReaderIsCutOffOverTls();
    void s45_connectionsAreCappedOverTls();
    void refusalsArriveAndEndCleanly();
    void goesOnAfterALongAnswerWasRead();
    void clientsMayLeaveAtAnyMoment_data();
    void clientsMayLeaveAtAnyMoment();
    void aNewCertificateCountsFromTheNextConnectionOn();
    void refusesWhatTlsCannotUse();
    void stopFinishesWhatIsInFlightAndNoGreeting();

private:
    [[nodiscard]] HttpServerOptions options() const
    {
        HttpServerOptions options;
        options.tls = {std::shared_ptr<const void>(), &m_identity};
        return options;
    }
    [[nodiscard]] bool show(const Certificates::Files &files)
    {
        return m_identity
            .show(Certificates::contentOf(files.certificate),
                  base::Secret::copyOf(Certificates::contentOf(files.key)))
            .has_value();
    }

    Certificates m_certificates;
    Certificates::Files m_first;
    TlsIdentity m_identity;
};

void TestTls::initTestCase()
{
    m_first = m_certificates.make(u"first"_s, Certificates::rsa());
    QVERIFY(show(m_first));
}

void TestTls::tellsHttpsAndAnswers()
{
    TestServer server({}, options());
    EncryptedClient client(server.port);
    QCOMPARE(client.shownName(), u"first"_s);
    QCOMPARE(client.ask(get("/own/open")).body, "\"open\""_ba);
    QCOMPARE(client
                 .ask(post("/own/users", "{}",
                           "Authorization: Bearer stored\r\nContent-Type: application/json\r\n"))
                 .status,
             201);
    server.server->stop();
    const auto urls = server.server->start();
    QVERIFY(urls);
    QCOMPARE(urls->first().scheme(), u"https"_s);
}

void TestTls::answersLeaveInOrder()
{
    TestServer server({}, options());
    EncryptedClient client(server.port);
    client.send(get("/own/gate") + get("/own/open") + get("/own/users/7") + get("/own/none"));
    QTRY_COMPARE(server.inGate.load(), 1);
    server.gate.release();
    QCOMPARE(client.receive().body, "\"gate\""_ba);
    QCOMPARE(client.receive().body, "\"open\""_ba);
    QCOMPARE(client.receive().body, "7"_ba);
    QCOMPARE(client.receive().status, 404);
}

void TestTls::s43_httpsAnswersDemandHttpsFromNowOn()
{
    TestServer server({}, options());
    TestServer plain;
    for (const QByteArray &request :
         {get("/own/open"), get("/own/none"), get("/own/me"), get("/own/throw"),
          get("/own/open", {}, "TRACE"), "GET\r\n\r\n"_ba}) {
        QCOMPARE(EncryptedClient(server.port).ask(request).header("Strict-Transport-Security"),
                 "max-age=31536000"_ba);
        // RFC 6797 section 7.2: not over plain HTTP.
        QVERIFY(!RawClient(plain.port).ask(request).head.contains("Strict-Transport-Security"));
    }
}

void TestTls::requestsAreSecureAndTheOwnOriginIsHttps()
{
    TestServer server({}, options());
    TestServer plain;
    QCOMPARE(EncryptedClient(server.port).ask(get("/own/secure")).body, "true"_ba);
    QCOMPARE(RawClient(plain.port).ask(get("/own/secure")).body, "false"_ba);
    const QByteArray host = "://127.0.0.1:" + QByteArray::number(server.port) + "\r\n";
    EncryptedClient client(server.port);
    QCOMPARE(client.ask(get("/own/where", "Origin: https" + host)).body, "true"_ba);
    QCOMPARE(client.ask(get("/own/where", "Origin: http" + host)).body, "false"_ba);
}

void TestTls::s47_speaksTls12AndAboveAlone_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("1.0") << u"-tls1"_s << "alert protocol version"_ba;
    QTest::newRow("1.1") << u"-tls1_1"_s << "alert protocol version"_ba;
    QTest::newRow("1.2") << u"-tls1_2"_s << "New, TLSv1.2, Cipher is ECDHE-"_ba;
    QTest::newRow("1.3") << u"-tls1_3"_s << "New, TLSv1.3, Cipher is TLS_"_ba;
}

void TestTls::s47_speaksTls12AndAboveAlone()
{
    QFETCH(QString, version);
    QFETCH(QByteArray, said);
    TestServer server({}, options());
    // Without the level the client would not even ask for the old ones.
    const QByteArray output = talk(server.port, {version, u"-cipher"_s, u"ALL:@SECLEVEL=0"_s});
    QVERIFY2(output.contains(said), output.constData());
    QVERIFY(!output.contains("Acceptable client certificate CA names"));
}

void TestTls::s47_weakCiphersAreRefused_data()
{
    QTest::addColumn<QString>("ciphers");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("no forward secrecy") << u"AES128-GCM-SHA256:AES256-SHA"_s << false;
    QTest::newRow("no authenticated encryption") << u"ECDHE-RSA-AES128-SHA256"_s << false;
    QTest::newRow("no encryption") << u"NULL"_s << false;
    QTest::newRow("nobody's certificate") << u"aNULL"_s << false;
    QTest::newRow("GCM") << u"ECDHE-RSA-AES128-GCM-SHA256"_s << true;
    QTest::newRow("ChaCha") << u"ECDHE-RSA-CHACHA20-POLY1305"_s << true;
}

void TestTls::s47_weakCiphersAreRefused()
{
    QFETCH(QString, ciphers);
    QFETCH(bool, isTaken);
    TestServer server({}, options());
    const QByteArray output =
        talk(server.port, {u"-tls1_2"_s, u"-cipher"_s, ciphers + u":@SECLEVEL=0"_s});
    QCOMPARE(output.contains("New, TLSv1.2, Cipher is ECDHE-"), isTaken);
    QCOMPARE(output.contains("alert handshake failure"), !isTaken);
}

void TestTls::plainHttpEndsAtOnce()
{
    TestServer server({}, options());
    RawClient client(server.port);
    QElapsedTimer timer;
    timer.start();
    client.send(get("/own/open") + get("/own/gate"));
    QCOMPARE(client.receive().status, 0);
    QCOMPARE(client.socket().state(), QAbstractSocket::UnconnectedState);
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(server.inGate.load(), 0);
}

void TestTls::whatIsNoTlsAnyMoreEndsAtOnce()
{
    TestServer server({}, options());
    const auto socket = encryptedSocket(server.port);
    QVERIFY(socket->isEncrypted());
    // Past the encryption, onto the wire itself.
    const QByteArray nonsense = get("/own/open");
    QCOMPARE(qint64(::write(int(socket->socketDescriptor()), nonsense.constData(),
                            std::size_t(nonsense.size()))),
             qint64(nonsense.size()));
    QElapsedTimer timer;
    timer.start();
    while (socket->state() != QAbstractSocket::UnconnectedState && timer.elapsed() < 10'000)
        socket->waitForReadyRead(1000);
    QCOMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(server.log.after(0, 0).result().isEmpty());
}

void TestTls::s45_unfinishedGreetingIsCutOff_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("silent") << ""_ba;
    QTest::newRow("a piece of a greeting") << QByteArray::fromHex("1603010200010001fc0303");
}

void TestTls::s45_unfinishedGreetingIsCutOff()
{
    QFETCH(QByteArray, bytes);
    Limits limits;
    limits.requestMs = 100;
    TestServer server(limits, options());
    RawClient client(server.port);
    client.send(bytes);
    QVERIFY(client.isClosedByServer());
}

void TestTls::s45_slowSenderGets408OverTls()
{
    Limits limits;
    limits.requestMs = 1000; // the greeting has to come to its end in it too
    TestServer server(limits, options());
    EncryptedClient client(server.port);
    QCOMPARE(client.ask("GET /own/open HTT").status, 408);
    QVERIFY(client.isClosedByServer());
}

void TestTls::s45_slowReaderIsCutOffOverTls()
{
    Limits limits;
    limits.writeMs = 100;
    limits.slowestReader = 1'000'000;
    limits.connections = 1;
    TestServer server(limits, options());
    const auto reader = encryptedSocket(server.port);
    QVERIFY(reader->isEncrypted());
    reader->setReadBufferSize(1024);
    reader->write(get("/own/big"));
    QVERIFY(reader->waitForReadyRead());
    // It takes the only place until the server gives it up.
    bool isFree = false;
    QTRY_VERIFY(isFree
                || (isFree = EncryptedClient(server.port).ask(get("/own/open")).status == 200));
    reader->setReadBufferSize(0);
    qsizetype received = 0;
    do {
        received += reader->readAll().size();
    } while (reader->waitForReadyRead(1000));
    QVERIFY(received < 50'000'000);
}

void TestTls::s45_connectionsAreCappedOverTls()
{
    Limits limits;
    limits.connectionsPerAddress = 1;
    TestServer server(limits, options());
    {
        EncryptedClient client(server.port);
        QCOMPARE(client.ask(get("/own/open")).status, 200);
        EncryptedClient oneTooMany(server.port);
        const Answer answer = oneTooMany.receive();
        QCOMPARE(answer.status, 503);
        QVERIFY(!answer.header("Retry-After").isEmpty());
        QVERIFY(oneTooMany.isClosedByServer());
    }
    bool isFree = false;
    QTRY_VERIFY(isFree
                || (isFree = EncryptedClient(server.port).ask(get("/own/open")).status == 200));
}

void TestTls::refusalsArriveAndEndCleanly()
{
    Limits limits;
    limits.lingerMs = 300;
    TestServer server(limits, options());
    EncryptedClient client(server.port);
    const Answer answer = client.ask(post("/own/users", QByteArray(4 * 1024 * 1024, 'a')));
    QCOMPARE(answer.status, 413);
    QVERIFY(client.isClosedByServer());
    // A client that is not told of the end cannot know that nobody cut it off.
    for (const QByteArray &request :
         {"nonsense\r\n\r\n"_ba, get("/own/open", "Connection: close\r\n")}) {
        const QByteArray output = talk(server.port, {u"-quiet"_s, u"-ign_eof"_s}, request);
        QVERIFY2(output.contains("Connection: close"), output.constData());
        QVERIFY2(!output.contains("unexpected eof"), output.constData());
    }
}

void TestTls::goesOnAfterALongAnswerWasRead()
{
    TestServer server({}, options());
    EncryptedClient client(server.port);
    client.send(get("/own/medium") + get("/own/big") + get("/own/open"));
    QCOMPARE(client.receive().body.size(), 1'000'000);
    QCOMPARE(client.receive().body.size(), 50'000'000);
    QCOMPARE(client.receive().body, "\"open\""_ba);
}

void TestTls::clientsMayLeaveAtAnyMoment_data()
{
    QTest::addColumn<bool>("isGreeted");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("before anything") << false << ""_ba;
    QTest::newRow("in the greeting") << false << QByteArray::fromHex("1603010200010001fc0303");
    QTest::newRow("after the greeting") << true << ""_ba;
    QTest::newRow("in the head") << true << "GET /own/op"_ba;
    QTest::newRow("before the answer of a pool") << true << get("/own/users/7");
    QTest::newRow("while the pool works") << true << get("/own/gate");
    QTest::newRow("in the answer") << true << get("/own/medium");
    QTest::newRow("after a refusal") << true << "nonsense\r\n\r\n"_ba;
}

void TestTls::clientsMayLeaveAtAnyMoment()
{
    QFETCH(bool, isGreeted);
    QFETCH(QByteArray, bytes);
    TestServer server({}, options());
    for (int i = 0; i < 20; ++i) {
        std::unique_ptr<QTcpSocket> socket;
        if (isGreeted) {
            socket = encryptedSocket(server.port);
        } else {
            socket = std::make_unique<QTcpSocket>();
            socket->connectToHost(u"127.0.0.1"_s, server.port);
            QVERIFY(socket->waitForConnected());
        }
        socket->write(bytes);
        socket->flush();
        if (i % 2 == 0)
            socket->abort();
        else
            socket->disconnectFromHost();
        server.gate.release();
    }
    QCOMPARE(EncryptedClient(server.port).ask(get("/own/open")).status, 200);
}

void TestTls::aNewCertificateCountsFromTheNextConnectionOn()
{
    TestServer server({}, options());
    EncryptedClient before(server.port);
    QCOMPARE(before.ask(get("/own/open")).status, 200);
    QVERIFY(show(m_certificates.make(u"second"_s)));
    EncryptedClient after(server.port);
    QCOMPARE(after.shownName(), u"second"_s);
    QCOMPARE(after.ask(get("/own/open")).status, 200);
    QCOMPARE(before.shownName(), u"first"_s);
    QCOMPARE(before.ask(get("/own/open")).status, 200);
    QVERIFY(show(m_first));
}

void TestTls::refusesWhatTlsCannotUse()
{
    TlsIdentity identity;
    const QByteArray certificate = Certificates::contentOf(m_first.certificate);
    const auto key = base::Secret::copyOf(Certificates::contentOf(m_first.key));
    QVERIFY(!identity.show({}, key));
    QVERIFY(!identity.show(certificate, {}));
    QVERIFY(!identity.show(certificate, base::Secret::copyOf("nonsense")));
    QVERIFY(identity.show(certificate, key));
    QVERIFY(!identity.show(certificate, {}));
    QCOMPARE(identity.configuration().localCertificateChain().size(), 1);
}

void TestTls::stopFinishesWhatIsInFlightAndNoGreeting()
{
    TestServer server({}, options());
    RawClient greeting(server.port);
    EncryptedClient idle(server.port);
    QCOMPARE(idle.ask(get("/own/open")).status, 200);
    EncryptedClient client(server.port);
    client.send(get("/own/gate"));
    QTRY_COMPARE(server.inGate.load(), 1);
    std::unique_ptr<QThread> stopper(QThread::create([&server] { server.server->stop(); }));
    stopper->start();
    QVERIFY(idle.isClosedByServer());
    QVERIFY(greeting.isClosedByServer());
    server.gate.release();
    QCOMPARE(client.receive().body, "\"gate\""_ba);
    QVERIFY(client.isClosedByServer());
    QVERIFY(stopper->wait());
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
