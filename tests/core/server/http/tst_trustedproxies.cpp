// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/trustedproxies.h"
#include "testserver.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;
using namespace authdesk::server::http;
using namespace authdesk::server::http::testing;

namespace {

TrustedProxies someProxies()
{
    return TrustedProxies({{QHostAddress(u"10.0.0.0"_s), 8},
                           {QHostAddress(u"192.0.2.7"_s), 32},
                           {QHostAddress(u"2001:db8:1::"_s), 48}});
}

RequestHead headOf(const QByteArrayList &lines)
{
    RequestHead head;
    for (const QByteArray &line : QByteArrayList{"Host: id.example"} + lines) {
        if (readHeaderLine(line, head))
            qFatal("%s is refused", line.constData());
    }
    return head;
}

/// A server that takes the test itself for a proxy.
HttpServerOptions behindUs()
{
    HttpServerOptions options;
    options.publicUrl = QUrl(u"http://id.example"_s);
    options.proxies = TrustedProxies({{QHostAddress(QHostAddress::LocalHost), 8}});
    return options;
}

} // namespace

class TestTrustedProxies final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsItsNetworks_data();
    void knowsItsNetworks();
    void s44_theRightMostStrangerIsTheSender_data();
    void s44_theRightMostStrangerIsTheSender();
    void s44_onlyProxiesTellAddresses_data();
    void s44_onlyProxiesTellAddresses();
    void readsWhatTheSenderSaw_data();
    void readsWhatTheSenderSaw();
    void s44_serverKnowsTheSenderBehindAProxy();
    void s44_strangersForwardNothing();
    void s44_forwardedHostsAreChecked();
    void aProxyMayHoldManyConnections();
};

void TestTrustedProxies::knowsItsNetworks_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isTrusted");
    QTest::newRow("in the network") << u"10.255.0.1"_s << true;
    QTest::newRow("beside the network") << u"11.0.0.1"_s << false;
    QTest::newRow("the address") << u"192.0.2.7"_s << true;
    QTest::newRow("its neighbour") << u"192.0.2.8"_s << false;
    QTest::newRow("mapped into IPv6") << u"::ffff:10.0.0.1"_s << true;
    QTest::newRow("mapped, beside it") << u"::ffff:11.0.0.1"_s << false;
    QTest::newRow("IPv6") << u"2001:db8:1:2::3"_s << true;
    QTest::newRow("another IPv6") << u"2001:db8:2::3"_s << false;
    QTest::newRow("loopback") << u"127.0.0.1"_s << false;
}

void TestTrustedProxies::knowsItsNetworks()
{
    QFETCH(QString, address);
    QTEST(someProxies().contains(QHostAddress(address)), "isTrusted");
    QVERIFY(!TrustedProxies().contains(QHostAddress(address)));
}

void TestTrustedProxies::s44_theRightMostStrangerIsTheSender_data()
{
    QTest::addColumn<QByteArrayList>("headers");
    QTest::addColumn<QString>("sender");
    const QString proxy = u"10.0.0.1"_s; // who is connected
    const auto row = [](const char *name, const QByteArrayList &headers, const QString &sender) {
        QTest::newRow(name) << headers << sender;
    };
    row("nothing", {}, proxy);
    row("one", {"X-Forwarded-For: 203.0.113.5"}, u"203.0.113.5"_s);
    row("invented ones in front", {"X-Forwarded-For: 198.51.100.1, 127.0.0.1, 203.0.113.5"},
        u"203.0.113.5"_s);
    row("through two proxies", {"X-Forwarded-For: 198.51.100.1, 203.0.113.5, 192.0.2.7"},
        u"203.0.113.5"_s);
    row("in two headers", {"X-Forwarded-For: 198.51.100.1", "X-Forwarded-For: 203.0.113.5"},
        u"203.0.113.5"_s);
    row("a proxy itself", {"X-Forwarded-For: 10.0.0.9"}, u"10.0.0.9"_s);
    row("proxies alone", {"X-Forwarded-For: 10.0.0.9, 192.0.2.7"}, u"10.0.0.9"_s);
    row("with a port", {"X-Forwarded-For: 203.0.113.5:4711"}, u"203.0.113.5"_s);
    row("IPv6", {"X-Forwarded-For: 2001:db8:9::1"}, u"2001:db8:9::1"_s);
    row("IPv6 with a port", {"X-Forwarded-For: [2001:db8:9::1]:4711"}, u"2001:db8:9::1"_s);
    row("mapped", {"X-Forwarded-For: ::ffff:203.0.113.5"}, u"203.0.113.5"_s);
    row("no address", {"X-Forwarded-For: 203.0.113.5, unknown"}, proxy);
    row("nothing behind the comma", {"X-Forwarded-For: 203.0.113.5,"}, proxy);
    row("not in full", {"X-Forwarded-For: 127.1"}, proxy);
    row("in hex", {"X-Forwarded-For: 0x7f.0.0.1"}, proxy);
    row("with a zone", {"X-Forwarded-For: fe80::1%eth0"}, proxy);
    row("a broken bracket", {"X-Forwarded-For: [2001:db8:9::1"}, proxy);
    row("behind a bracket", {"X-Forwarded-For: [2001:db8:9::1]x"}, proxy);
    row("unreadable behind a proxy", {"X-Forwarded-For: 203.0.113.5, x, 192.0.2.7"},
        u"192.0.2.7"_s);
    row("Forwarded", {"Forwarded: for=203.0.113.5"}, u"203.0.113.5"_s);
    row("Forwarded, in full", {R"(forwarded: For="[2001:db8:9::1]:4711";proto=https;by=10.0.0.1)"},
        u"2001:db8:9::1"_s);
    row("Forwarded through two",
        {"Forwarded: for=198.51.100.1, for=203.0.113.5;by=x, for=10.1.1.1"}, u"203.0.113.5"_s);
    row("a comma in quotes", {R"(Forwarded: for=203.0.113.5;host="a,for=198.51.100.1")"},
        u"203.0.113.5"_s);
    row("an escaped quote", {R"(Forwarded: for=198.51.100.1;host="\", x", for=203.0.113.5)"},
        u"203.0.113.5"_s);
    row("hidden", {"Forwarded: for=203.0.113.5, for=_hidden"}, proxy);
    row("without for", {"Forwarded: for=203.0.113.5, proto=https"}, proxy);
    row("both kinds agree", {"X-Forwarded-For: 203.0.113.5", "Forwarded: for=203.0.113.5"},
        u"203.0.113.5"_s);
    row("both kinds contradict", {"X-Forwarded-For: 203.0.113.5", "Forwarded: for=203.0.113.6"},
        proxy);
    row("other headers tell nothing", {"X-Real-IP: 203.0.113.5", "Via: 1.1 x"}, proxy);
}

void TestTrustedProxies::s44_theRightMostStrangerIsTheSender()
{
    QFETCH(QByteArrayList, headers);
    const auto sender = someProxies().senderOf(headOf(headers), QHostAddress(u"10.0.0.1"_s), false);
    QTEST(sender.address.toString(), "sender");
}

void TestTrustedProxies::s44_onlyProxiesTellAddresses_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("X-Forwarded-For") << "X-Forwarded-For: 198.51.100.1"_ba;
    QTest::newRow("a proxy's address") << "X-Forwarded-For: 198.51.100.1, 10.0.0.1"_ba;
    QTest::newRow("Forwarded") << "Forwarded: for=198.51.100.1;proto=https;host=b.example"_ba;
    QTest::newRow("X-Forwarded-Proto") << "X-Forwarded-Proto: https"_ba;
    QTest::newRow("X-Forwarded-Host") << "X-Forwarded-Host: b.example"_ba;
}

void TestTrustedProxies::s44_onlyProxiesTellAddresses()
{
    QFETCH(QByteArray, header);
    const QHostAddress stranger(u"203.0.113.5"_s);
    for (const TrustedProxies &proxies : {someProxies(), TrustedProxies()}) {
        const auto sender = proxies.senderOf(headOf({header}), stranger, false);
        QCOMPARE(sender.address, stranger);
        QVERIFY(!sender.isEncrypted);
        QCOMPARE(sender.host, "id.example"_ba);
    }
}

void TestTrustedProxies::readsWhatTheSenderSaw_data()
{
    QTest::addColumn<QByteArrayList>("headers");
    QTest::addColumn<bool>("isEncrypted"); // from the proxy to us
    QTest::addColumn<bool>("isSecure");
    QTest::addColumn<QByteArray>("host");
    const auto row = [](const char *name, const QByteArrayList &headers, bool isEncrypted,
                        bool isSecure, const QByteArray &host = "id.example") {
        QTest::newRow(name) << headers << isEncrypted << isSecure << host;
    };
    const QByteArray from = "X-Forwarded-For: 203.0.113.5";
    row("nothing", {}, false, false);
    row("nothing, by TLS", {}, true, true);
    row("untold", {from}, true, true);
    row("https", {from, "X-Forwarded-Proto: https"}, false, true);
    row("HTTPS", {from, "X-Forwarded-Proto: HTTPS"}, false, true);
    row("http, by TLS to us", {from, "X-Forwarded-Proto: http"}, true, false);
    row("an invented one in front", {from, "X-Forwarded-Proto: https, http"}, false, false);
    row("a host", {from, "X-Forwarded-Host: b.example:8443"}, false, false, "b.example:8443");
    row("an invented host in front", {from, "X-Forwarded-Host: evil.example, b.example"}, false,
        false, "b.example");
    row("no host", {from, "X-Forwarded-Host: b/example"}, false, false);
    row("Forwarded", {R"(Forwarded: for=203.0.113.5;proto=https;host="b.example:1")"}, false, true,
        "b.example:1");
    row("Forwarded, each its own",
        {"Forwarded: for=198.51.100.1;proto=http;host=a.example, "
         "for=203.0.113.5;proto=https;host=b.example, for=10.0.0.9;proto=http;host=c.example"},
        false, true, "b.example");
}

void TestTrustedProxies::readsWhatTheSenderSaw()
{
    QFETCH(QByteArrayList, headers);
    QFETCH(bool, isEncrypted);
    const auto sender =
        someProxies().senderOf(headOf(headers), QHostAddress(u"10.0.0.1"_s), isEncrypted);
    QTEST(sender.isEncrypted, "isSecure");
    QTEST(sender.host, "host");
}

void TestTrustedProxies::s44_serverKnowsTheSenderBehindAProxy()
{
    TestServer server({}, behindUs());
    RawClient client(server.port);
    const QByteArray forwarded = "X-Forwarded-For: 127.0.0.1, 203.0.113.5\r\n";
    const Answer plain = client.ask(get("/own/secure", forwarded));
    QCOMPARE(plain.body, "false"_ba);
    QVERIFY(plain.header("Strict-Transport-Security").isEmpty());
    const Answer secure =
        client.ask(get("/own/secure", forwarded + "X-Forwarded-Proto: https\r\n"));
    QCOMPARE(secure.body, "true"_ba);
    QVERIFY(!secure.header("Strict-Transport-Security").isEmpty());
    // A sender who claims to be this computer is not, whoever forwards the claim.
    QCOMPARE(client.ask(get("/own/where", "X-Forwarded-For: 127.0.0.1\r\n")).body, "false"_ba);
    QCOMPARE(client.ask("GET /own/open HTTP/1.1\r\nHost: a\r\n" + forwarded + "X :\r\n\r\n").status,
             400);
    const auto entries = server.log.after(0, 0).result();
    QCOMPARE(entries.size(), 4);
    QCOMPARE(entries[0].address, u"203.0.113.5"_s);
    QCOMPARE(entries[1].address, u"203.0.113.5"_s);
    QCOMPARE(entries[2].address, u"127.0.0.1"_s);
    QCOMPARE(entries[3].address, u"203.0.113.5"_s);
}

void TestTrustedProxies::s44_strangersForwardNothing()
{
    HttpServerOptions options = behindUs();
    options.proxies = someProxies();
    TestServer server({}, options);
    RawClient client(server.port);
    const Answer answer =
        client.ask(get("/own/secure", "X-Forwarded-For: 203.0.113.5\r\nX-Forwarded-Proto: https\r\n"
                                      "X-Forwarded-Host: evil.example\r\n"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, "false"_ba);
    QVERIFY(answer.header("Strict-Transport-Security").isEmpty());
    QCOMPARE(server.log.after(0, 0).result().at(0).address, u"127.0.0.1"_s);
}

void TestTrustedProxies::s44_forwardedHostsAreChecked()
{
    TestServer server({}, behindUs());
    RawClient client(server.port);
    QCOMPARE(client.ask(get("/own/open", "X-Forwarded-Host: id.example\r\n")).status, 200);
    QCOMPARE(client.ask(get("/own/open", "X-Forwarded-Host: evil.example\r\n")).status, 421);
    QCOMPARE(client.ask(get("/own/open", "Forwarded: host=evil.example\r\n")).status, 421);
}

void TestTrustedProxies::aProxyMayHoldManyConnections()
{
    Limits limits;
    limits.connectionsPerAddress = 2;
    limits.connections = 4;
    TestServer server(limits, behindUs());
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 4; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port));
        QCOMPARE(clients.back()->ask(get("/own/open")).status, 200);
    }
    QCOMPARE(RawClient(server.port).ask(get("/own/open")).status, 503);
}

QTEST_GUILESS_MAIN(TestTrustedProxies)
#include "tst_trustedproxies.moc"
