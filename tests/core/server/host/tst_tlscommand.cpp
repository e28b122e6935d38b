// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// `authdesk-server serve` with a certificate, as curl and others meet it.
#include "tests/core/server/host/serverprogram.h"
#include "tests/support/certificates.h"

#include <QtCore/QFileInfo>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslSocket>
#include <QtTest/QTest>

#include <memory>

using namespace Qt::StringLiterals;
using authdesk::tests::Certificates;
using authdesk::tests::ServerProgram;

namespace {

const QByteArray setupBody = R"({"username":"ada","password":"viola under willows"})";

/// What curl prints, the head of the answer first; its own words where there is none.
QByteArray curl(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"curl"_s, QStringList{u"-sS"_s, u"-i"_s, u"--max-time"_s, u"20"_s} + arguments);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

std::unique_ptr<QSslSocket> connectTo(const QUrl &server)
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    socket->connectToHostEncrypted(server.host(), quint16(server.port()));
    socket->waitForEncrypted(10'000);
    return socket;
}

QString shownName(const QSslSocket &socket)
{
    return socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
}

bool isAnswered(QSslSocket &socket)
{
    socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    return socket.waitForReadyRead(10'000) && socket.readAll().startsWith("HTTP/1.1 200 ");
}

} // namespace

class TestTlsCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void servesCurl();
    void r01_tlsAsksEveryoneForTheSetupCode();
    void saysInOneLineWhatIsWrong_data();
    void saysInOneLineWhatIsWrong();
    void needsBothFiles_data();
    void needsBothFiles();
    void followsTheFiles();

private:
    [[nodiscard]] QStringList arguments(const Certificates::Files &files) const
    {
        return {u"serve"_s,        u"--data-dir"_s,  m_certificates->path(u"data"_s),
                u"--listen"_s,     u"127.0.0.1:0"_s, u"--tls-cert"_s,
                files.certificate, u"--tls-key"_s,   files.key};
    }
    void replace(const Certificates::Files &shown, const Certificates::Files &by) const
    {
        m_certificates->write(QFileInfo(shown.certificate).fileName(),
                              Certificates::contentOf(by.certificate));
        m_certificates->write(QFileInfo(shown.key).fileName(), Certificates::contentOf(by.key));
    }

    std::unique_ptr<Certificates> m_certificates;
};

void TestTlsCommand::init()
{
    m_certificates = std::make_unique<Certificates>();
}

void TestTlsCommand::servesCurl()
{
    const auto files = m_certificates->make(u"first"_s);
    ServerProgram server({arguments(files)});
    const QUrl address = server.nextAddress();
    QCOMPARE(address.scheme(), u"https"_s);
    const QString port = QString::number(address.port());
    const QStringList trusting{u"--cacert"_s, files.certificate};
    for (const QString &host : {u"localhost"_s, u"127.0.0.1"_s}) {
        const QByteArray answer =
            curl(trusting + QStringList{u"https://%1:%2/healthz"_s.arg(host, port)});
        QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.constData());
        QVERIFY(answer.contains("\r\nStrict-Transport-Security: max-age="));
    }
    const QByteArray untrusting = curl({u"https://localhost:%1/healthz"_s.arg(port)});
    QVERIFY2(untrusting.contains("certificate"), untrusting.constData());
    const QByteArray plain = curl({u"http://localhost:%1/healthz"_s.arg(port)});
    QVERIFY2(plain.startsWith("curl: "), plain.constData());
    const QByteArray old =
        curl(trusting
             + QStringList{u"--tls-max"_s, u"1.1"_s, u"--ciphers"_s, u"DEFAULT:@SECLEVEL=0"_s,
                           u"https://localhost:%1/healthz"_s.arg(port)});
    QVERIFY2(old.contains("alert protocol version"), old.constData());
    QCOMPARE(server.stop(), 0);
}

void TestTlsCommand::r01_tlsAsksEveryoneForTheSetupCode()
{
    const auto files = m_certificates->make(u"first"_s);
    ServerProgram server({arguments(files)});
    const QUrl address = server.nextAddress();
    const QByteArray line = server.nextLine();
    QVERIFY2(line.startsWith("authdesk-server: setup code "), line.constData());
    const QStringList call{u"--cacert"_s,
                           files.certificate,
                           u"-H"_s,
                           u"Content-Type: application/json"_s,
                           u"-d"_s,
                           QString::fromLatin1(setupBody),
                           u"https://localhost:%1/admin/v1/setup"_s.arg(address.port())};
    QVERIFY(curl(call).startsWith("HTTP/1.1 403 "));
    const QString header = u"X-Setup-Code: "_s + QString::fromLatin1(line.last(9));
    QVERIFY(curl(QStringList{u"-H"_s, header} + call).startsWith("HTTP/1.1 201 "));
    QCOMPARE(server.stop(), 0);
}

void TestTlsCommand::saysInOneLineWhatIsWrong_data()
{
    QTest::addColumn<QString>("certificate"); // their names in the folder
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("named");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const QString &certificate, const QString &key,
                        const QByteArray &named, const QByteArray &said) {
        QTest::newRow(name) << certificate << key << named << said;
    };
    const QString good = u"good.pem"_s;
    const QString goodKey = u"good.key"_s;
    row("no certificate", u"none.pem"_s, goodKey, "none.pem", "No such file");
    row("no key", good, u"none.key"_s, "none.key", "No such file");
    row("a folder", u"."_s, goodKey, "certificate", "Cannot read");
    row("empty", u"empty"_s, goodKey, "empty", "no certificate in PEM form");
    row("key and certificate exchanged", goodKey, good, "good.key", "no certificate in PEM form");
    row("no key in it", good, good, "good.pem", "no private key in PEM form");
    row("another's key", good, u"other.key"_s, "other.key", "does not belong to");
    row("ended", u"old-dated.pem"_s, u"old.key"_s, "old-dated.pem", "ended on 2020-01-02");
    row("not begun", u"new-dated.pem"_s, u"new.key"_s, "new-dated.pem", "begins only on 2099");
    row("encrypted", good, u"encrypted.key"_s, "encrypted.key", "asks for a passphrase");
    row("another kind", u"ed.pem"_s, u"ed.key"_s, "ed.key", "neither RSA nor EC");
}

void TestTlsCommand::saysInOneLineWhatIsWrong()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QByteArray, named);
    QFETCH(QByteArray, said);
    const auto good = m_certificates->make(u"good"_s);
    (void)m_certificates->make(u"other"_s);
    (void)m_certificates->make(u"ed"_s, Certificates::ed25519());
    (void)m_certificates->make(u"old"_s, u"20200101000000Z"_s, u"20200102000000Z"_s);
    (void)m_certificates->make(u"new"_s, u"20990101000000Z"_s, u"20990102000000Z"_s);
    m_certificates->write(u"empty"_s, {});
    Certificates::openssl({u"pkcs8"_s, u"-topk8"_s, u"-in"_s, good.key, u"-passout"_s, u"pass:x"_s,
                           u"-out"_s, m_certificates->path(u"encrypted.key"_s)});
    const auto outcome = ServerProgram::runToEnd(
        {arguments({m_certificates->path(certificate), m_certificates->path(key)})});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.isOneLine(), outcome.errors.constData());
    QVERIFY2(outcome.errors.contains(named), outcome.errors.constData());
    QVERIFY2(outcome.errors.contains(said), outcome.errors.constData());
    QVERIFY(outcome.output.isEmpty());
}

void TestTlsCommand::needsBothFiles_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QByteArray>("missing");
    QTest::newRow("certificate alone") << u"tls-cert"_s << "--tls-key"_ba;
    QTest::newRow("key alone") << u"tls-key"_s << "--tls-cert"_ba;
}

void TestTlsCommand::needsBothFiles()
{
    QFETCH(QString, given);
    QFETCH(QByteArray, missing);
    const auto line = ServerProgram::runToEnd({{u"serve"_s, u"--"_s + given, u"/a"_s}});
    const QString variable = u"AUTHDESK_"_s + given.toUpper().replace(u'-', u'_');
    const auto environment =
        ServerProgram::runToEnd({.arguments = {u"serve"_s}, .variables = {{variable, u"/a"_s}}});
    for (const auto &outcome : {line, environment}) {
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.isOneLine(), outcome.errors.constData());
        QVERIFY2(outcome.errors.contains(missing), outcome.errors.constData());
    }
    QVERIFY(environment.errors.contains(variable.toLatin1()));
}

void TestTlsCommand::followsTheFiles()
{
    const auto shown = m_certificates->make(u"shown"_s);
    ServerProgram server({arguments(shown)});
    const QUrl address = server.nextAddress();
    const auto before = connectTo(address);
    QCOMPARE(shownName(*before), u"shown"_s);
    QVERIFY(isAnswered(*before));

    replace(shown, m_certificates->make(u"second"_s, Certificates::rsa()));
    QTRY_COMPARE_WITH_TIMEOUT(shownName(*connectTo(address)), u"second"_s, 10'000);
    QCOMPARE(shownName(*before), u"shown"_s);
    QVERIFY(isAnswered(*before));

    // A broken pair changes nothing, and is told once however often it is looked at.
    m_certificates->write(u"shown.key"_s, "nonsense");
    QByteArray log;
    QTRY_VERIFY_WITH_TIMEOUT((log += server.errors()).contains("TLS keeps"), 10'000);
    QVERIFY2(log.contains("shown.key holds no private key in PEM form."), log.constData());
    QCOMPARE(shownName(*connectTo(address)), u"second"_s);
    QVERIFY(QFile::remove(shown.key));
    QTRY_VERIFY_WITH_TIMEOUT((log += server.errors()).contains("Cannot read"), 10'000);
    QCOMPARE(shownName(*connectTo(address)), u"second"_s);

    replace(shown, m_certificates->make(u"third"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shownName(*connectTo(address)), u"third"_s, 10'000);
    QVERIFY(isAnswered(*before));
    QCOMPARE(server.stop(), 0);
    log += server.errors();
    QCOMPARE(log.count("TLS keeps"), 2);
    QCOMPARE(log.count("TLS shows"), 2);
}

QTEST_GUILESS_MAIN(TestTlsCommand)
#include "tst_tlscommand.moc"
