// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/client/ownconnection.h"
#include "core/systems/authdesk/client/ownprobe.h"

#include "core/net/relay.h"
#include "core/systems/authdesk/messages/records.h"
#include "core/systems/authdesk/messages/signin.h"
#include "core/systems/authdesk/messages/users.h"
#include "tests/support/fakeclock.h"
#include "tests/support/recordedserver.h"

#include <QtTest/QTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace messages = systems::own::messages;

namespace {

base::Secret secret(const QString &text)
{
    return base::Secret::fromString(text);
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

model::User anna()
{
    model::User user;
    user.id = 7;
    user.uid = u"2f9f4c9e-1111-4222-8333-444455556666"_s;
    user.username = u"anna"_s;
    user.email = u"anna@acme.example"_s;
    user.role = {.id = 5, .slug = u"user"_s, .name = u"User"_s};
    user.createdAt = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
    user.updatedAt = user.createdAt;
    user.version = 3;
    return user;
}

QByteArray signedInBody()
{
    return bytes(messages::encode(
        messages::SignInAnswer(messages::SignedIn{.accessToken = secret(u"access"_s),
                                                  .refreshToken = secret(u"refresh"_s),
                                                  .expiresIn = 900,
                                                  .user = anna()})));
}

} // namespace

class TestOwnClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void setsUpWithTheSetupCodeInItsHeader();
    void leadsThroughEveryStepOfSigningIn();
    void asksForAPageAsTheContractSaysIt();
    void sendsTheVersionThatItChanges();
    void keepsAProblemWithAFieldAtItsField();
    void renewsARefusedTokenButNotAWrongCode();
    void waitsForRequestsAsLongAsItSaid();
    void recognisesOnlyItsOwnKind();

private:
    template <typename T>
    base::Result<T> wait(QFuture<base::Result<T>> future)
    {
        return tests::finishes(future)
                   ? future.result()
                   : base::Result<T>(base::fail(ErrorCode::Internal, u"It never finished."_s));
    }

    tests::FakeClock m_clock;
    std::unique_ptr<tests::RecordedServer> m_server;
    std::unique_ptr<systems::own::client::OwnConnection> m_connection;
};

void TestOwnClient::init()
{
    m_server = std::make_unique<tests::RecordedServer>();
    m_connection = std::make_unique<systems::own::client::OwnConnection>(
        m_server->address(), m_clock, gateway::RequestObserver());
}

void TestOwnClient::setsUpWithTheSetupCodeInItsHeader()
{
    m_server->on("POST /admin/v1/setup", tests::answer(201, signedInBody()));
    const auto done = wait(m_connection->signIn().setUp({.username = u"anna"_s,
                                                         .email = {},
                                                         .password = secret(u"p"_s),
                                                         .serverName = u"Acme"_s,
                                                         .setupCode = u"ABCD-EFGH"_s}));
    QVERIFY2(done, done ? "" : qPrintable(done.error().message + done.error().detail));
    QCOMPARE(done->tokens.expiresInSeconds, 900);
    QCOMPARE(done->user->username, u"anna"_s);
    const auto &request = m_server->requests.constFirst();
    QVERIFY(request.hasHeader("x-setup-code: abcd-efgh\r\n"));
    QCOMPARE(request.json().value(u"server_name"_s).toString(), u"Acme"_s);
    QVERIFY(!request.json().contains(u"email"_s));
}

void TestOwnClient::leadsThroughEveryStepOfSigningIn()
{
    m_server->on(
        "POST /admin/v1/sign-in",
        tests::answer(200, bytes(messages::encode(messages::SignInAnswer(messages::MfaRequired{
                               .mfaToken = secret(u"m"_s), .methods = {u"totp"_s}})))));
    m_server->on(
        "POST /admin/v1/sign-in/verify",
        tests::answer(200, bytes(messages::encode(messages::SignInAnswer(
                               messages::PasswordChangeRequired{.changeToken = secret(u"c"_s)})))));
    m_server->on("POST /admin/v1/sign-in/change-password", tests::answer(200, signedInBody()));
    const auto first = wait(m_connection->signIn().signIn(u"anna"_s, secret(u"p"_s)));
    QVERIFY(first);
    const auto factor = std::get<gateway::SecondFactorNeeded>(*first);
    QCOMPARE(factor.login, u"anna"_s);
    const auto second = wait(m_connection->signIn().verify(factor, u"123456"_s));
    QVERIFY(second);
    const auto change = std::get<gateway::PasswordChangeNeeded>(*second);
    const auto third = wait(m_connection->signIn().changePassword(change, secret(u"n"_s)));
    QVERIFY(third);
    QVERIFY(std::holds_alternative<gateway::SignedIn>(*third));
    QCOMPARE(m_server->requests.constLast().json().value(u"change_token"_s).toString(), u"c"_s);
}

void TestOwnClient::asksForAPageAsTheContractSaysIt()
{
    model::Page<model::User> page{.items = {anna()}, .nextCursor = u"n&x"_s, .total = 2};
    m_server->on("GET /admin/v1/users", tests::answer(200, bytes(messages::encodeUsers(page))));
    m_connection->setAccessToken(secret(u"access"_s));
    const auto read = wait(m_connection->users()->list({.search = u"a+b&c"_s,
                                                        .roleSlug = {},
                                                        .status = model::UserStatus::Locked,
                                                        .secondFactor = false,
                                                        .sort = gateway::UserSort::LastSignIn,
                                                        .order = Qt::DescendingOrder,
                                                        .limit = 50,
                                                        .cursor = u"n&x"_s}));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message + read.error().detail));
    QCOMPARE(*read, page);
    QCOMPARE(m_server->requests.constFirst().line,
             QByteArray("GET /admin/v1/users?search=a%2Bb%26c&status=locked&mfa=false"
                        "&sort=-last_login_at&limit=50&cursor=n%26x"));
    QVERIFY(m_server->requests.constFirst().hasHeader("authorization: bearer access\r\n"));
}

void TestOwnClient::sendsTheVersionThatItChanges()
{
    m_server->on(
        "PATCH /admin/v1/users/7",
        tests::answer(412, R"({"error":{"code":"version_conflict","message":"Changed."}})"));
    gateway::UserChange change;
    change.firstName = u"Anna"_s;
    const auto refused = wait(m_connection->users()->update(7, change, 3));
    QCOMPARE(refused.error().code, ErrorCode::VersionConflict);
    const auto &request = m_server->requests.constFirst();
    QVERIFY(request.hasHeader("if-match: \"3\"\r\n"));
    QCOMPARE(request.json(), (QJsonObject{{u"first_name"_s, u"Anna"_s}}));
}

void TestOwnClient::keepsAProblemWithAFieldAtItsField()
{
    m_server->on("POST /admin/v1/users",
                 tests::answer(422, R"({"error":{"code":"invalid_fields","message":"Wrong.",)"
                                    R"("fields":{"email":{"code":"not_an_address",)"
                                    R"("message":"This is no address."}}}})"));
    const auto refused = wait(m_connection->users()->create(
        {.username = u"x"_s, .email = u"x@"_s, .firstName = {}, .lastName = {}, .roleSlug = {}}));
    QCOMPARE(refused.error().code, ErrorCode::InvalidFields);
    QCOMPARE(refused.error().fields.size(), 1);
    QCOMPARE(refused.error().fields.constFirst().field, u"email"_s);
}

void TestOwnClient::renewsARefusedTokenButNotAWrongCode()
{
    int asked = 0;
    m_connection->setAccessToken(secret(u"old"_s));
    m_connection->setRenewal([&asked] {
        ++asked;
        return net::readyFuture<base::Result<base::Secret>>(secret(u"new"_s));
    });
    m_server->on("GET /admin/v1/me", [](const tests::RecordedRequest &request) {
        return request.hasHeader("authorization: bearer new\r\n")
                   ? tests::answer(200, bytes(messages::encode(anna())))
                   : tests::answer(401, R"({"error":{"code":"unauthenticated","message":"No."}})");
    });
    const auto me = wait(m_connection->account().me());
    QVERIFY(me);
    QCOMPARE(*me, anna());
    QCOMPARE(asked, 1);
    m_server->on("POST /admin/v1/me/mfa/totp/confirm",
                 tests::answer(401, R"({"error":{"code":"invalid_code","message":"No."}})"));
    QCOMPARE(wait(m_connection->account().confirmTotp(u"123456"_s)).error().code,
             ErrorCode::InvalidCode);
    QCOMPARE(asked, 1);
}

void TestOwnClient::waitsForRequestsAsLongAsItSaid()
{
    model::RequestEntry entry;
    entry.id = 12;
    entry.at = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
    entry.requestId = u"r"_s;
    entry.method = u"GET"_s;
    entry.path = u"/healthz"_s;
    entry.status = 200;
    entry.durationMicroseconds = 3000;
    entry.address = u"127.0.0.1"_s;
    model::Page<model::RequestEntry> page;
    page.items = {entry};
    m_server->on("GET /admin/v1/requests",
                 tests::answer(200, bytes(messages::encodeRequests(page))));
    const auto read = wait(m_connection->requests()->newerThan(11, std::chrono::seconds(20)));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message + read.error().detail));
    QCOMPARE(read->constFirst(), entry);
    QCOMPARE(m_server->requests.constFirst().line,
             QByteArray("GET /admin/v1/requests?after=11&wait=20"));
}

void TestOwnClient::recognisesOnlyItsOwnKind()
{
    systems::own::client::OwnProbe probe(m_clock, {});
    QVERIFY(!wait(probe.look(m_server->address()))->recognised);
    m_server->on("GET /admin/v1/setup", tests::answer(200, "<html>", "text/html"));
    QVERIFY(!wait(probe.look(m_server->address()))->recognised);
    m_server->on("GET /admin/v1/setup",
                 tests::answer(200, R"({"needs_setup":true,"code_required":true})"));
    const auto seen = wait(probe.look(m_server->address()));
    QVERIFY(seen->recognised);
    QVERIFY(seen->setup->needsSetup && seen->setup->codeRequired);
}

QTEST_GUILESS_MAIN(TestOwnClient)
#include "tst_ownclient.moc"
