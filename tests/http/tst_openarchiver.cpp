// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// OpenArchiver's API from one call to the next: what its tokens, cookies, keys and roles are good
// for.

#include "tests/http/cast.h"

#include <QtCore/QMessageAuthenticationCode>
#include <QtTest/QTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

class TestOpenArchiver final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsFrontEndVerifiesTheTokens();
    void s36_aPendingTokenIsNoAccessToken();
    void s36_aTokenSignedElsewhereOpensNothing();
    void s42_thePendingCookieIsSecureWherePeopleComeByHttps();
    void s42_thePendingCookieOpensNothing();
    void s32_aTokenStopsWithItsPerson();
    void aTokenLivesForAWeek();
    void s27_whoMustHaveAFactorSetsItUpBeforeThereIsAToken();
    void s24_aChallengeToSetUpAFactorOpensNothingElse();
    void aClearedPersonSetsUpAFactorAndIsIn();
    void aGracePeriodPutsItOff();
    void unknownPathsOfItsOwnPortAreInItsWords();
    void aRoleIsChangedAndItsPeopleLoseItWithIt();
    void aKeyWorksUntilItIsDeleted();
    void nobodyDeletesAnotherPersonsKey();
    void everybodyIsListedHoweverMany();
    void theAuditHasPages();
};

namespace {

HttpAnswer archive(const TestServer &server, const QByteArray &method, const QByteArray &path,
                   const QByteArray &token, const QByteArray &body = {})
{
    return server.call(
        {.method = method, .path = "/openarchiver/v1" + path, .token = token, .body = body});
}

QJsonArray listOf(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).array();
}

QJsonObject payloadOf(const QByteArray &token)
{
    return QJsonDocument::fromJson(
               QByteArray::fromBase64(token.split('.').value(1), QByteArray::Base64UrlEncoding))
        .object();
}

QByteArray macOf(const QByteArray &token, const QByteArray &secret)
{
    return QMessageAuthenticationCode::hash(token.left(token.lastIndexOf('.')), secret,
                                            QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

int statusOfProfile(const TestServer &server, const QByteArray &token)
{
    return archive(server, "GET", "/users/profile", token).status;
}

const QByteArray sharedSecret = "a-secret-that-the-front-end-knows-as-well";

QByteArray codeFor(TestServer &server, const HttpAnswer &begun)
{
    const QByteArray uri = begun.text("otpAuthUrl"_L1);
    const QByteArray secret = uri.mid(uri.indexOf("secret=") + 7).split('&').first();
    return server::crypto::totpCode(Cast::secretOf(secret),
                                    server::crypto::totpStepAt(server.clock().now()))
        .toLatin1();
}

QByteArray codeBody(const QByteArray &code)
{
    return "{\"code\":\"" + code + "\"}";
}

/// The admin gets a factor and asks everybody for one.
void demandFactors(TestServer &server, const QByteArray &admin, int graceDays)
{
    const QByteArray mfa = "/enterprise/advanced-security/mfa";
    const HttpAnswer begun = archive(server, "POST", mfa + "/setup", admin);
    QCOMPARE(
        archive(server, "POST", mfa + "/enroll", admin, codeBody(codeFor(server, begun))).status,
        200);
    const HttpAnswer changed = archive(
        server, "PUT", "/enterprise/advanced-security/policy", admin,
        "{\"totpEnforced\":true,\"gracePeriodDays\":" + QByteArray::number(graceDays) + '}');
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json()["totpEnforced"_L1].toBool(), true);
    QVERIFY(changed.json()["enforcedAt"_L1].isString());
}

HttpAnswer loginOf(const TestServer &server, Cast &cast, const QByteArray &who)
{
    return archive(server, "POST", "/auth/login", {},
                   "{\"email\":\"" + who + "-person\",\"password\":\"" + cast.value(who, "password")
                       + "\"}");
}

HttpAnswer withCookie(const TestServer &server, const QByteArray &path, const QByteArray &pending,
                      const QByteArray &body = {})
{
    return server.call({.method = "POST",
                        .path = "/openarchiver/v1" + path,
                        .body = body,
                        .headers = {"Cookie: mfaPending=" + pending}});
}

QByteArray cookieOf(const HttpAnswer &in)
{
    return in.header("Set-Cookie").split(';').first().split('=').last();
}

TestServerOptions withSecret()
{
    server::service::Options options;
    options.sharedTokenKey = base::Secret::copyOf(sharedSecret);
    return {.service = options};
}

} // namespace

void TestOpenArchiver::itsFrontEndVerifiesTheTokens()
{
    TestServer server(withSecret());
    Cast cast(server);
    const QByteArray token = cast.value("admin", "archiver");
    QCOMPARE(token.split('.').value(2), macOf(token, sharedSecret));
    const QJsonObject payload = payloadOf(token);
    QCOMPARE(payload["sub"_L1].toString().toLatin1(), cast.value("admin", "uid"));
    QCOMPARE(payload["email"_L1].toString(), u"ada@example.org"_s);
    QCOMPARE(payload["roles"_L1].toArray(), QJsonArray{u"Super Admin"_s});
    QCOMPARE(payload["exp"_L1].toInteger() - payload["iat"_L1].toInteger(), 7 * 24 * 60 * 60);
    QVERIFY(!payload["jti"_L1].toString().isEmpty());
    const QByteArray pending = cast.value("mfa", "archiver_challenge");
    QCOMPARE(pending.split('.').value(2), macOf(pending, sharedSecret));
    QCOMPARE(payloadOf(pending)["mfaPending"_L1].toBool(), true);
    QCOMPARE(payloadOf(pending)["exp"_L1].toInteger() - payloadOf(pending)["iat"_L1].toInteger(),
             300);
    QCOMPARE(statusOfProfile(server, token), 200);
}

void TestOpenArchiver::s36_aPendingTokenIsNoAccessToken()
{
    TestServer server;
    Cast cast(server);
    const QByteArray pending = cast.value("mfa", "archiver_challenge");
    QCOMPARE(statusOfProfile(server, pending), 401);
    QCOMPARE(server.call({.method = "GET", .path = "/admin/v1/me", .token = pending}).status, 401);
    QCOMPARE(server
                 .call({.method = "GET",
                        .path = "/openarchiver/v1/users/profile",
                        .headers = {"X-API-KEY: " + pending}})
                 .status,
             401);
}

void TestOpenArchiver::s36_aTokenSignedElsewhereOpensNothing()
{
    TestServer server(withSecret());
    Cast cast(server);
    const QByteArray token = cast.value("admin", "archiver");
    const QByteArray front = token.left(token.lastIndexOf('.') + 1);
    QCOMPARE(statusOfProfile(server, front + macOf(token, "another secret")), 401);
    // Whoever knows the secret can sign, and is still not looked up.
    QJsonObject payload = payloadOf(token);
    payload["jti"_L1] = u"another"_s;
    QByteArray forged =
        token.split('.').first() + '.'
        + QJsonDocument(payload)
              .toJson(QJsonDocument::Compact)
              .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        + ".x";
    forged = forged.left(forged.lastIndexOf('.') + 1) + macOf(forged, sharedSecret);
    QCOMPARE(statusOfProfile(server, forged), 401);
    QCOMPARE(statusOfProfile(server, token), 200);
}

void TestOpenArchiver::s42_thePendingCookieIsSecureWherePeopleComeByHttps()
{
    TestServer server({.publicUrl = QUrl(u"https://id.example.org"_s)});
    Cast cast(server);
    (void)cast.value("mfa", "id");
    const HttpAnswer in =
        archive(server, "POST", "/auth/login", {},
                R"({"email":"mfa-person","password":")" + cast.value("mfa", "password") + "\"}");
    QVERIFY2(in.head.contains("HttpOnly; SameSite=Strict; Secure"), in.head.constData());
}

void TestOpenArchiver::s42_thePendingCookieOpensNothing()
{
    TestServer server;
    Cast cast(server);
    for (const QByteArray &token :
         {cast.value("mfa", "archiver_challenge"), cast.value("admin", "archiver")}) {
        const HttpAnswer answer =
            server.call({.method = "GET",
                         .path = "/openarchiver/v1/users/profile",
                         .headers = {"Cookie: mfaPending=" + token + "; accessToken=" + token}});
        QCOMPARE(answer.status, 401);
    }
}

void TestOpenArchiver::s32_aTokenStopsWithItsPerson()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("user", "archiver");
    QCOMPARE(statusOfProfile(server, token), 200);
    QCOMPARE(archive(server, "DELETE", "/users/" + cast.value("user", "uid"),
                     cast.value("admin", "archiver"))
                 .status,
             204);
    QCOMPARE(statusOfProfile(server, token), 401);
}

void TestOpenArchiver::aTokenLivesForAWeek()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("admin", "archiver");
    constexpr qint64 week = 7 * 24 * 60 * 60;
    server.clock().advanceSeconds(week - 1);
    QCOMPARE(statusOfProfile(server, token), 200);
    server.clock().advanceSeconds(1);
    QCOMPARE(statusOfProfile(server, token), 401);
}

void TestOpenArchiver::s27_whoMustHaveAFactorSetsItUpBeforeThereIsAToken()
{
    TestServer server;
    Cast cast(server);
    (void)cast.value("user", "password");
    demandFactors(server, cast.value("admin", "archiver"), 0);
    const HttpAnswer in = loginOf(server, cast, "user");
    QCOMPARE(in.status, 200);
    QCOMPARE(in.json()["requiresMfa"_L1].toBool(), true);
    QCOMPARE(in.json()["enrollmentRequired"_L1].toBool(), true);
    QVERIFY(!in.json().contains("accessToken"_L1));
    QVERIFY(in.header("Set-Cookie").contains("Max-Age=600; HttpOnly; SameSite=Strict"));
    const QByteArray pending = cookieOf(in);
    QCOMPARE(payloadOf(pending)["mfaEnrollmentRequired"_L1].toBool(), true);

    const QByteArray path = "/auth/mfa/enroll-forced";
    QCOMPARE(withCookie(server, path + "/confirm", pending, codeBody("123456")).status, 409);
    const HttpAnswer begun = withCookie(server, path, pending);
    QCOMPARE(begun.status, 200);
    const QByteArray right = codeBody(codeFor(server, begun));
    QCOMPARE(withCookie(server, path + "/confirm", pending, codeBody("12345")).status, 401);
    const HttpAnswer done = withCookie(server, path + "/confirm", pending, right);
    QCOMPARE(done.status, 200);
    QCOMPARE(done.json()["backupCodes"_L1].toArray().size(), 10);
    QVERIFY(done.header("Set-Cookie").startsWith("mfaPending=; Path=/; Max-Age=0"));
    QCOMPARE(archive(server, "GET", "/api-keys", done.text("accessToken"_L1)).status, 200);
    // It ends with its success.
    QCOMPARE(withCookie(server, path, pending).status, 401);
}

void TestOpenArchiver::s24_aChallengeToSetUpAFactorOpensNothingElse()
{
    TestServer server;
    Cast cast(server);
    (void)cast.value("user", "password");
    demandFactors(server, cast.value("admin", "archiver"), 0);
    const QByteArray pending = cookieOf(loginOf(server, cast, "user"));
    QCOMPARE(statusOfProfile(server, pending), 401);
    QCOMPARE(withCookie(server, "/auth/mfa/verify", pending, codeBody("123456")).status, 401);
    const QByteArray confirm = "/auth/mfa/enroll-forced/confirm";
    const QByteArray right =
        codeBody(codeFor(server, withCookie(server, "/auth/mfa/enroll-forced", pending)));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(withCookie(server, confirm, pending, codeBody("12345")).status, 401);
    QCOMPARE(withCookie(server, confirm, pending, right).status, 401);

    const QByteArray late = cookieOf(loginOf(server, cast, "user"));
    server.clock().advanceSeconds(600);
    QCOMPARE(withCookie(server, "/auth/mfa/enroll-forced", late).status, 401);
}

void TestOpenArchiver::aGracePeriodPutsItOff()
{
    TestServer server;
    Cast cast(server);
    const QByteArray before = cast.value("user", "archiver");
    demandFactors(server, cast.value("admin", "archiver"), 2);
    const HttpAnswer status =
        archive(server, "GET", "/enterprise/advanced-security/mfa/status", before);
    QCOMPARE(status.json()["totpEnabled"_L1].toBool(), false);
    QCOMPARE(QDateTime::fromString(status.json()["graceDeadline"_L1].toString(), Qt::ISODate),
             server.clock().now().addDays(2));
    QVERIFY(loginOf(server, cast, "user").json().contains("accessToken"_L1));
    server.clock().advanceSeconds(2 * 24 * 60 * 60);
    QCOMPARE(loginOf(server, cast, "user").json()["enrollmentRequired"_L1].toBool(), true);
    // Whoever was in stays in.
    QCOMPARE(statusOfProfile(server, before), 200);
}

void TestOpenArchiver::unknownPathsOfItsOwnPortAreInItsWords()
{
    TestServer server({.ownListeners = {u"openarchiver"_s}});
    for (const QByteArray &path : {"/"_ba, "/nothing"_ba, "/v2/users"_ba}) {
        const HttpAnswer answer = exchange(server.ownUrl(), {.method = "GET", .path = path});
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.json().keys(), QStringList{u"message"_s});
    }
}

void TestOpenArchiver::aClearedPersonSetsUpAFactorAndIsIn()
{
    TestServer server;
    Cast cast(server);
    const HttpAnswer cleared = archive(
        server, "DELETE", "/enterprise/advanced-security/mfa/users/" + cast.value("mfa", "uid"),
        cast.value("admin", "archiver"));
    QCOMPARE(cleared.status, 200);
    const QByteArray pending = cast.value("mfa", "archiver_challenge");
    const HttpAnswer in =
        server.call({.method = "POST",
                     .path = "/openarchiver/v1/auth/mfa/verify",
                     .body = R"({"code":")" + cleared.text("one_time_code"_L1) + "\"}",
                     .headers = {"Cookie: mfaPending=" + pending}});
    QCOMPARE(in.status, 200);
    QCOMPARE(in.json()["mfa_enrollment_required"_L1].toBool(), true);
    const QByteArray token = in.text("accessToken"_L1);
    QCOMPARE(archive(server, "GET", "/api-keys", token).status, 403);
    QCOMPARE(statusOfProfile(server, token), 200);

    const HttpAnswer begun = archive(server, "POST", "/auth/mfa/enroll-forced", token);
    QCOMPARE(begun.status, 200);
    const QByteArray uri = begun.text("otpAuthUrl"_L1);
    const QByteArray secret = uri.mid(uri.indexOf("secret=") + 7).split('&').first();
    const QString code = server::crypto::totpCode(Cast::secretOf(secret),
                                                  server::crypto::totpStepAt(server.clock().now()));
    const HttpAnswer done = archive(server, "POST", "/auth/mfa/enroll-forced/confirm", token,
                                    R"({"code":")" + code.toLatin1() + "\"}");
    QCOMPARE(done.status, 200);
    QCOMPARE(done.json()["user"_L1].toObject()["id"_L1].toString().toLatin1(),
             cast.value("mfa", "uid"));
    QCOMPARE(archive(server, "GET", "/api-keys", done.text("accessToken"_L1)).status, 200);
}

void TestOpenArchiver::aRoleIsChangedAndItsPeopleLoseItWithIt()
{
    TestServer server;
    Cast cast(server);
    const QByteArray admin = cast.value("admin", "archiver");
    const HttpAnswer made =
        archive(server, "POST", "/iam/roles", admin,
                R"({"name":"Gate","policies":[{"action":"read","subject":"users"}]})");
    QCOMPARE(made.status, 201);
    const QByteArray role = made.text("id"_L1);
    server.clock().advanceSeconds(60);
    const HttpAnswer renamed =
        archive(server, "PUT", "/iam/roles/" + role, admin, R"({"name":"Door"})");
    QCOMPARE(renamed.status, 200);
    QCOMPARE(renamed.json()["slug"_L1].toString(), u"gate"_s);
    QCOMPARE(renamed.json().value("policies"_L1), made.json().value("policies"_L1));
    QCOMPARE(renamed.json().value("createdAt"_L1), made.json().value("createdAt"_L1));
    QVERIFY(renamed.json().value("updatedAt"_L1) != made.json().value("updatedAt"_L1));

    const QByteArray person = "/users/" + cast.value("user", "uid");
    const QByteArray given = R"({"roleId":")" + role + "\"}";
    QCOMPARE(archive(server, "PUT", person, admin, given).status, 200);
    QCOMPARE(archive(server, "GET", "/users", cast.value("user", "archiver")).status, 200);
    QCOMPARE(archive(server, "DELETE", "/iam/roles/" + role, admin).status, 204);
    QCOMPARE(archive(server, "GET", "/iam/roles/" + role, admin).status, 404);
    QCOMPARE(
        archive(server, "GET", person, admin).json()["role"_L1].toObject()["slug"_L1].toString(),
        u"user"_s);
}

void TestOpenArchiver::aKeyWorksUntilItIsDeleted()
{
    TestServer server;
    Cast cast(server);
    const QByteArray key = cast.value("user", "archiver_key");
    QCOMPARE(key.size(), 64);
    QCOMPARE(QByteArray::fromHex(key).toHex(), key);
    const HttpCall call{.method = "GET",
                        .path = "/openarchiver/v1/users/profile",
                        .headers = {"X-API-KEY: " + key}};
    QCOMPARE(server.call(call).status, 200);
    QCOMPARE(archive(server, "DELETE", "/api-keys/" + cast.value("user", "archiver_keyid"),
                     cast.value("user", "archiver"))
                 .status,
             204);
    QCOMPARE(server.call(call).status, 401);
    QVERIFY(listOf(archive(server, "GET", "/api-keys", cast.value("user", "archiver"))).isEmpty());
}

void TestOpenArchiver::nobodyDeletesAnotherPersonsKey()
{
    TestServer server;
    Cast cast(server);
    const QByteArray key = cast.value("admin", "archiver_key");
    QCOMPARE(archive(server, "DELETE", "/api-keys/" + cast.value("admin", "archiver_keyid"),
                     cast.value("user", "archiver"))
                 .status,
             204);
    QCOMPARE(server
                 .call({.method = "GET",
                        .path = "/openarchiver/v1/users/profile",
                        .headers = {"X-API-KEY: " + key}})
                 .status,
             200);
}

void TestOpenArchiver::everybodyIsListedHoweverMany()
{
    TestServer server;
    Cast cast(server);
    const QByteArray admin = cast.value("admin", "token");
    // More than one part of the reading.
    constexpr int many = 401;
    QByteArray rows = "username,email\n";
    for (int i = 0; i < many; ++i)
        rows += "p" + QByteArray::number(i) + ",p" + QByteArray::number(i) + "@example.org\n";
    const HttpAnswer imported = server.call({.method = "POST",
                                             .path = "/admin/v1/users/import",
                                             .token = admin,
                                             .body = rows,
                                             .headers = {"Content-Type: text/csv"}});
    QVERIFY2(imported.status == 200, imported.body.constData());
    const QJsonArray everybody = listOf(archive(server, "GET", "/users", admin));
    QSet<QString> ids;
    for (const QJsonValue person : everybody)
        ids.insert(person["id"_L1].toString());
    QCOMPARE(everybody.size(), many + 1);
    QCOMPARE(ids.size(), many + 1);
}

void TestOpenArchiver::theAuditHasPages()
{
    TestServer server;
    Cast cast(server);
    const QByteArray admin = cast.value("admin", "archiver");
    for (int i = 0; i < 3; ++i)
        (void)archive(server, "POST", "/auth/login", {}, R"({"email":"ada","password":"wrong"})");
    const auto page = [&](const QByteArray &query) {
        return archive(server, "GET", "/enterprise/audit-logs?" + query, admin).json();
    };
    const qint64 total = page("limit=1")["meta"_L1].toObject()["total"_L1].toInteger();
    QVERIFY(total >= 5);
    QStringList newestFirst;
    QStringList oldestFirst;
    for (qint64 number = 1; number <= (total + 1) / 2; ++number) {
        const QByteArray which = "limit=2&page=" + QByteArray::number(number);
        for (const QJsonValue event : page(which)["data"_L1].toArray())
            newestFirst.append(event["id"_L1].toString());
        for (const QJsonValue event : page(which + "&sort=asc")["data"_L1].toArray())
            oldestFirst.append(event["id"_L1].toString());
    }
    QCOMPARE(newestFirst.size(), total);
    std::ranges::reverse(oldestFirst);
    QCOMPARE(oldestFirst, newestFirst);
    QVERIFY(page("page=1000")["data"_L1].toArray().isEmpty());
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestOpenArchiver)
#include "tst_openarchiver.moc"
