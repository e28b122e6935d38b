// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ndastro's API from one call to the next: what its tokens and its cookie are good for.

#include "tests/http/cast.h"

#include <QtTest/QTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

class TestNdastro final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s42_theCookieOpensNothing_data();
    void s42_theCookieOpensNothing();
    void theCookieIsSecureWherePeopleComeByHttps();
    void aSpentRefreshTokenEndsEverything();
    void logoutEndsBothTokens();
    void tokensAreSignedByPairsWhereAskedFor();
};

namespace {

QByteArray refreshBody(const QByteArray &token)
{
    return R"({"token":")" + token + R"(","expires_in":31536000,"token_type":"bearer"})";
}

QByteArray tokenIn(const HttpAnswer &answer, QLatin1StringView which)
{
    return answer.json()[which].toObject()["token"_L1].toString().toLatin1();
}

int statusOfMe(const TestServer &server, const QByteArray &token)
{
    return server.call({.method = "GET", .path = "/api/v1/auth/me", .token = token}).status;
}

} // namespace

void TestNdastro::s42_theCookieOpensNothing_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("me") << "GET"_ba << "/api/v1/auth/me"_ba << QByteArray();
    QTest::newRow("logout") << "POST"_ba << "/api/v1/auth/logout"_ba << QByteArray();
    QTest::newRow("refresh") << "POST"_ba << "/api/v1/auth/refresh"_ba << refreshBody("a");
    QTest::newRow("our own me") << "GET"_ba << "/admin/v1/me"_ba << QByteArray();
    QTest::newRow("Pipelit's me") << "GET"_ba << "/api/v1/auth/me/"_ba << QByteArray();
}

void TestNdastro::s42_theCookieOpensNothing()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    TestServer server;
    Cast cast(server);
    const QByteArray access = cast.value("admin", "jwt");
    for (const char *field : {"jwt", "jwtrefresh"}) {
        const HttpAnswer answer =
            server.call({.method = method,
                         .path = path,
                         .body = body,
                         .headers = {"Cookie: refresh_token=" + cast.value("admin", field)}});
        QCOMPARE(answer.status, 401);
    }
    QCOMPARE(statusOfMe(server, access), 200);
}

void TestNdastro::theCookieIsSecureWherePeopleComeByHttps()
{
    TestServer server({.publicUrl = QUrl(u"https://id.example.org"_s)});
    Cast cast(server);
    (void)cast.value("admin", "token");
    const HttpAnswer in =
        server.call({.method = "POST",
                     .path = "/api/v1/auth/login",
                     .body = "username=ada&password=correct-horse-battery",
                     .headers = {"Content-Type: application/x-www-form-urlencoded"}});
    QVERIFY2(in.head.contains("HttpOnly; SameSite=Lax; Secure"), in.head.constData());
}

void TestNdastro::aSpentRefreshTokenEndsEverything()
{
    TestServer server;
    Cast cast(server);
    const QByteArray access = cast.value("admin", "jwt");
    const QByteArray spent = cast.value("admin", "jwtrefresh");
    const HttpAnswer next = cast.post("/api/v1/auth/refresh", access, refreshBody(spent));
    QCOMPARE(next.status, 200);
    const QByteArray newer = tokenIn(next, "access_token"_L1);
    QCOMPARE(statusOfMe(server, access), 401);
    QCOMPARE(statusOfMe(server, newer), 200);
    QCOMPARE(cast.post("/api/v1/auth/refresh", access, refreshBody(spent)).status, 401);
    QCOMPARE(statusOfMe(server, newer), 401);
    QCOMPARE(
        cast.post("/api/v1/auth/refresh", newer, refreshBody(tokenIn(next, "refresh_token"_L1)))
            .status,
        401);
}

void TestNdastro::logoutEndsBothTokens()
{
    TestServer server;
    Cast cast(server);
    const QByteArray access = cast.value("admin", "jwt");
    QCOMPARE(cast.post("/api/v1/auth/logout", access).status, 200);
    QCOMPARE(statusOfMe(server, access), 401);
    QCOMPARE(
        cast.post("/api/v1/auth/refresh", access, refreshBody(cast.value("admin", "jwtrefresh")))
            .status,
        401);
}

void TestNdastro::tokensAreSignedByPairsWhereAskedFor()
{
    server::service::Options options;
    options.tokenAlgorithm = server::crypto::SigningAlgorithm::EdDsa;
    TestServer server({.service = options});
    Cast cast(server);
    const QByteArray header = QByteArray::fromBase64(cast.value("admin", "jwt").split('.').first());
    const HttpAnswer keys = server.call({.method = "GET", .path = "/.well-known/jwks.json"});
    QCOMPARE(keys.status, 200);
    const QJsonArray shown = keys.json()["keys"_L1].toArray();
    QCOMPARE(shown.size(), 1);
    const QJsonObject key = shown.first().toObject();
    QVERIFY(header.contains(key["kid"_L1].toString().toLatin1()));
    QCOMPARE(key["crv"_L1].toString(), u"Ed25519"_s);
    QCOMPARE(
        QByteArray::fromBase64(key["x"_L1].toString().toLatin1(), QByteArray::Base64UrlEncoding)
            .size(),
        32);
    QVERIFY(!key.contains("d"_L1));
    QCOMPARE(statusOfMe(server, cast.value("admin", "jwt")), 200);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestNdastro)
#include "tst_ndastro.moc"
