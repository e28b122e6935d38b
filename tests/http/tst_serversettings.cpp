// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The settings of a server over HTTP, where it takes more than one call to see them at work.

#include "core/server/host/owncertificate.h"
#include "tests/http/cast.h"

#include <QtCore/QFile>
#include <QtCore/QSemaphore>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslSocket>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;
using server::http::Handler;
using server::http::Method;
using server::http::Request;
using server::http::Response;
using server::http::Right;

namespace {

const QByteArray path = "/admin/v1/settings/server";

QUrl addressIn(const HttpAnswer &answer, int place = 0)
{
    return QUrl(answer.json()
                    .value("addresses"_L1)
                    .toArray()
                    .at(place)
                    .toObject()
                    .value("url"_L1)
                    .toString());
}

QString fingerprintIn(const HttpAnswer &answer)
{
    return answer.json().value("certificate"_L1).toObject().value("fingerprint"_L1).toString();
}

/// What a server shows there over TLS, and that it answers.
QString fingerprintShown(const QUrl &server)
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(server.host(), quint16(server.port()));
    if (!socket.waitForEncrypted(10'000))
        return {};
    socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    if (!socket.waitForReadyRead(10'000) || !socket.readAll().startsWith("HTTP/1.1 200 "))
        return {};
    return QString::fromLatin1(
        socket.peerCertificate().digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

bool canListen(const QUrl &address)
{
    QTcpServer stranger;
    return QTest::qWaitFor([&] {
        return stranger.isListening()
               || stranger.listen(QHostAddress(address.host()), quint16(address.port()));
    });
}

} // namespace

class TestServerSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSlowRequestOutlivesItsListener();
    void aTakenPortIsNamedAndNothingChanges();
    void whatIsGivenFromOutsideIsReadOnly_data();
    void whatIsGivenFromOutsideIsReadOnly();
    void tlsGoesOnAndOff();
    void theCertificateStaysUntilItMustChange();
    void theKeyIsItsOwnersAlone();
    void aRefusedChangeLeavesTheCertificate();
    void proxiesCountAtOnce();
    void originsCountAtOnce();
    void theNameIsToldAtOnce();
    void theAuditTellsOldAndNew();
    void statsTellTheNewAddressesAndACertificateNearItsEnd();
    void whatCannotBeStoredIsNotInForce();
};

void TestServerSettings::aSlowRequestOutlivesItsListener()
{
    QSemaphore begun;
    QSemaphore gate;
    TestServerOptions options;
    options.mounts = {{.prefix = {},
                       .system = u"test"_s,
                       .routes = {{Method::Get, "/slow", Right::anyone(),
                                   Handler::onPool([&](const Request &) -> base::Result<Response> {
                                       begun.release();
                                       gate.acquire();
                                       return Response::json(200, QJsonObject{{u"slow"_s, true}});
                                   })}}}};
    TestServer server(options);
    Cast cast(server);
    const QByteArray token = cast.value("admin", "token");
    QTcpSocket slow;
    slow.connectToHost(server.url().host(), quint16(server.url().port()));
    QVERIFY(slow.waitForConnected(5000));
    slow.write("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
    slow.flush();
    QVERIFY(begun.tryAcquire(1, 10'000));
    const HttpAnswer changed = server.call({.method = "PATCH",
                                            .path = path,
                                            .token = token,
                                            .body = "{\"listeners\":[\"127.0.0.2:0\"]}"});
    QCOMPARE(changed.status, 200);
    QCOMPARE(addressIn(changed).host(), u"127.0.0.2"_s);
    QCOMPARE(exchange(addressIn(changed), {.method = "GET", .path = path, .token = token}).status,
             200);
    const bool isPortFree = canListen(server.url());
    gate.release();
    QVERIFY(isPortFree);
    QByteArray answer;
    while (!answer.contains("true") && slow.waitForReadyRead(10'000))
        answer += slow.readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.constData());
}

void TestServerSettings::aTakenPortIsNamedAndNothingChanges()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("admin", "token");
    QTcpServer stranger;
    QVERIFY(stranger.listen(QHostAddress::LocalHost));
    const QByteArray taken = "127.0.0.1:" + QByteArray::number(stranger.serverPort());
    const HttpAnswer refused = server.call(
        {.method = "PATCH",
         .path = path,
         .token = token,
         .body = "{\"name\":\"Acme\",\"listeners\":[\"127.0.0.1:0\",\"" + taken + "\"]}"});
    QCOMPARE(refused.status, 422);
    QVERIFY2(refused.body.contains("\"listeners\":{\"code\":\"taken\""), refused.body.constData());
    QVERIFY(refused.body.contains(taken));
    const HttpAnswer after = server.call({.method = "GET", .path = path, .token = token});
    QVERIFY(after.body.contains("\"source\":\"default\",\"value\":[\"127.0.0.1:0\"]"));
    QVERIFY(after.body.contains("\"value\":\"Authdesk\""));
}

void TestServerSettings::whatIsGivenFromOutsideIsReadOnly_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("name") << u"name"_s << "name"_ba << "\"Acme\""_ba;
    QTest::newRow("public address") << u"public-url"_s << "public_url"_ba
                                    << "\"https://id.example.org\""_ba;
    QTest::newRow("listeners") << u"listen"_s << "listeners"_ba << "[\"127.0.0.1:0\"]"_ba;
    QTest::newRow("TLS") << u"tls-cert"_s << "tls"_ba << "{\"mode\":\"self-signed\"}"_ba;
    QTest::newRow("proxies") << u"trusted-proxies"_s << "trusted_proxies"_ba << "[]"_ba;
    QTest::newRow("origins") << u"cors-origins"_s << "cors_origins"_ba << "[]"_ba;
}

void TestServerSettings::whatIsGivenFromOutsideIsReadOnly()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    TestServerOptions options;
    options.given = {{option, u"--"_s + option}};
    TestServer server(options);
    Cast cast(server);
    const QByteArray token = cast.value("admin", "token");
    const HttpAnswer told = server.call({.method = "GET", .path = path, .token = token});
    const QByteArray wantedText =
        "\"" + field + "\":{\"given_by\":\"--" + option.toLatin1() + "\",\"source\":\"outside\"";
    QVERIFY2(told.body.contains(wantedText), told.body.constData());
    const QByteArray refusedText = '"' + field + "\":{\"code\":\"given\"";
    for (const QByteArray &wanted : {value, "null"_ba}) {
        const HttpAnswer refused = server.call({.method = "PATCH",
                                                .path = path,
                                                .token = token,
                                                .body = "{\"" + field + "\":" + wanted + '}'});
        QCOMPARE(refused.status, 409);
        QVERIFY2(refused.body.contains("\"code\":\"setting_given\""), refused.body.constData());
        QVERIFY2(refused.body.contains(refusedText), refused.body.constData());
    }
}

void TestServerSettings::tlsGoesOnAndOff()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("admin", "token");
    const HttpAnswer on = server.call({.method = "PATCH",
                                       .path = path,
                                       .token = token,
                                       .body = "{\"tls\":{\"mode\":\"self-signed\"}}"});
    QCOMPARE(on.status, 200);
    const QUrl address = addressIn(on);
    QCOMPARE(address.scheme(), u"https"_s);
    QCOMPARE(address.port(), server.url().port());
    QCOMPARE(fingerprintIn(on).size(), 32 * 3 - 1);
    QCOMPARE(fingerprintShown(address), fingerprintIn(on));
    // The test's own client does not speak TLS.
    model::ServerSettingsChange off;
    off.reset = {model::ServerSetting::Tls};
    QVERIFY(server.listening().apply(off));
    QCOMPARE(server.call({.method = "GET", .path = "/healthz"}).status, 200);
}

void TestServerSettings::theCertificateStaysUntilItMustChange()
{
    TestServer server;
    auto &listening = server.listening();
    const auto fingerprintWith = [&](const QStringList &names, bool renew) {
        model::ServerSettingsChange change;
        change.values.tls = {
            .mode = model::TlsMode::SelfSigned, .certificate = {}, .key = {}, .names = names};
        change.set = {model::ServerSetting::Tls};
        change.renewCertificate = renew;
        if (!listening.apply(change))
            return QByteArray();
        return listening.state().certificate.value_or(model::CertificateFacts()).fingerprint;
    };
    const QByteArray first = fingerprintWith({}, false);
    QVERIFY(!first.isEmpty());
    QCOMPARE(fingerprintWith({}, false), first);
    const QByteArray named = fingerprintWith({u"id.example.org"_s}, false);
    QVERIFY(named != first);
    QVERIFY(listening.state().certificate->names.contains(u"id.example.org"_s));
    // Nobody has to compare again because a name is not needed any more.
    QCOMPARE(fingerprintWith({}, false), named);
    model::ServerSettingsChange off;
    off.reset = {model::ServerSetting::Tls};
    QVERIFY(listening.apply(off));
    QVERIFY(!listening.state().certificate);
    QCOMPARE(fingerprintWith({}, false), named);
    const QByteArray renewed = fingerprintWith({}, true);
    QVERIFY(renewed != named);
    server.clock().advanceDays(800);
    QVERIFY(fingerprintWith({}, false) != renewed);
}

void TestServerSettings::theKeyIsItsOwnersAlone()
{
    TestServer server;
    model::ServerSettingsChange change;
    change.values.tls.mode = model::TlsMode::SelfSigned;
    change.set = {model::ServerSetting::Tls};
    QVERIFY(server.listening().apply(change));
    const QString file = server::host::ownCertificateFile(server.folder());
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
                                      | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(file) & others, QFile::Permissions());
    QCOMPARE(QDir(server.folder()).entryList(QDir::Files), QStringList{u"tls.pem"_s});
}

void TestServerSettings::aRefusedChangeLeavesTheCertificate()
{
    TestServer server;
    QTcpServer stranger;
    QVERIFY(stranger.listen(QHostAddress::LocalHost));
    model::ServerSettingsChange change;
    change.values.tls.mode = model::TlsMode::SelfSigned;
    change.values.listeners = {u"127.0.0.1:0"_s, u"127.0.0.1:%1"_s.arg(stranger.serverPort())};
    change.set = {model::ServerSetting::Tls, model::ServerSetting::Listeners};
    QVERIFY(!server.listening().apply(change));
    const QString file = server::host::ownCertificateFile(server.folder());
    QVERIFY(!QFile::exists(file));
    QVERIFY(!server.listening().state().certificate);
    change.values.listeners.removeLast();
    QVERIFY(server.listening().apply(change));
    const auto before = server.listening().state().certificate;
    change.values.listeners = {u"127.0.0.1:0"_s, u"127.0.0.1:%1"_s.arg(stranger.serverPort())};
    change.renewCertificate = true;
    QVERIFY(!server.listening().apply(change));
    QCOMPARE(server.listening().state().certificate, before);
    QCOMPARE(fingerprintShown(server.listening().addresses().first()),
             model::fingerprintText(before->fingerprint));
}

void TestServerSettings::proxiesCountAtOnce()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("admin", "token");
    const auto addressLogged = [&] {
        (void)server.call({.method = "GET",
                           .path = "/admin/v1/users",
                           .token = token,
                           .headers = {"X-Forwarded-For: 192.0.2.7"}});
        const HttpAnswer log =
            server.call({.method = "GET", .path = "/admin/v1/requests?limit=1", .token = token});
        return log.json()
            .value("items"_L1)
            .toArray()
            .at(0)
            .toObject()
            .value("address"_L1)
            .toString();
    };
    QCOMPARE(addressLogged(), u"127.0.0.1"_s);
    QCOMPARE(server
                 .call({.method = "PATCH",
                        .path = path,
                        .token = token,
                        .body = "{\"trusted_proxies\":[\"127.0.0.1\"]}"})
                 .status,
             200);
    QCOMPARE(addressLogged(), u"192.0.2.7"_s);
}

void TestServerSettings::originsCountAtOnce()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("admin", "token");
    const HttpCall asked{
        .method = "GET", .path = "/healthz", .headers = {"Origin: https://app.example.org"}};
    QVERIFY(server.call(asked).header("Access-Control-Allow-Origin").isEmpty());
    QCOMPARE(server
                 .call({.method = "PATCH",
                        .path = path,
                        .token = token,
                        .body = "{\"cors_origins\":[\"https://app.example.org\"]}"})
                 .status,
             200);
    QCOMPARE(server.call(asked).header("Access-Control-Allow-Origin"),
             "https://app.example.org"_ba);
}

void TestServerSettings::theNameIsToldAtOnce()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("admin", "token");
    (void)server.call({.method = "GET", .path = "/admin/v1/stats", .token = token});
    QCOMPARE(
        server
            .call({.method = "PATCH", .path = path, .token = token, .body = "{\"name\":\"Acme\"}"})
            .status,
        200);
    const HttpAnswer stats =
        server.call({.method = "GET", .path = "/admin/v1/stats", .token = token});
    QVERIFY(stats.body.contains("\"name\":\"Acme\""));
}

void TestServerSettings::theAuditTellsOldAndNew()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("admin", "token");
    QCOMPARE(
        server
            .call({.method = "PATCH",
                   .path = path,
                   .token = token,
                   .body = "{\"name\":\"Acme\",\"cors_origins\":[\"https://app.example.org\"]}"})
            .status,
        200);
    const HttpAnswer audit =
        server.call({.method = "GET", .path = "/admin/v1/audit-events?limit=1", .token = token});
    for (const QByteArray &part :
         {"\"action\":\"settings.updated\""_ba, "\"server.name\""_ba, "\"Authdesk\""_ba,
          "\"Acme\""_ba, "[\"https://app.example.org\"]"_ba})
        QVERIFY2(audit.body.contains(part), audit.body.constData());
}

void TestServerSettings::statsTellTheNewAddressesAndACertificateNearItsEnd()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("admin", "token");
    server::service::Actor reader;
    reader.statements = {{.actions = {model::Action::Manage}, .subjects = {model::Subject::All}}};
    const auto certificateConcern = [&]() -> std::optional<qint64> {
        const auto stats = server.services().stats().read(reader);
        if (!stats)
            return -1;
        for (const model::Attention &one : stats->attention) {
            if (one.concern == model::Concern::CertificateEnds)
                return one.count;
        }
        return std::nullopt;
    };
    QVERIFY(!certificateConcern());
    QCOMPARE(
        server
            .call({.method = "PATCH",
                   .path = path,
                   .token = token,
                   .body = "{\"listeners\":[\"127.0.0.2:0\"],\"tls\":{\"mode\":\"self-signed\"}}"})
            .status,
        200);
    const auto stats = server.services().stats().read(reader);
    QVERIFY(stats);
    QCOMPARE(stats->server.listeners.first().url.scheme(), u"https"_s);
    QCOMPARE(stats->server.listeners.first().url.host(), u"127.0.0.2"_s);
    QVERIFY(!certificateConcern());
    server.clock().advanceDays(825 - 31);
    QVERIFY(!certificateConcern());
    server.clock().advanceDays(1);
    QCOMPARE(certificateConcern(), 29);
    server.clock().advanceDays(40);
    QCOMPARE(certificateConcern(), 0);
}

void TestServerSettings::whatCannotBeStoredIsNotInForce()
{
    TestServer server;
    Cast cast(server);
    (void)cast.value("admin", "token");
    // Somebody whose rights ended a moment ago: the listeners are open by the time that shows.
    server::service::Actor stale;
    stale.userId = 4711;
    stale.statements = {{.actions = {model::Action::Manage}, .subjects = {model::Subject::All}}};
    model::ServerSettingsChange change;
    change.values.listeners = {u"127.0.0.2:0"_s};
    change.set = {model::ServerSetting::Listeners};
    QVERIFY(!server.services().serverSettings().change(stale, {}, change));
    const QUrl address = server.listening().addresses().first();
    QCOMPARE(address.host(), u"127.0.0.1"_s);
    QCOMPARE(exchange(address, {.method = "GET", .path = "/healthz"}).status, 200);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestServerSettings)
#include "tst_serversettings.moc"
