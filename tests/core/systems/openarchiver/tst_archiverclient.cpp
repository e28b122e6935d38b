// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/client/archiverconnection.h"
#include "core/systems/openarchiver/client/archiverprobe.h"

#include "tests/support/fakeclock.h"
#include "tests/support/recordedserver.h"

#include <QtTest/QTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using systems::openarchiver::client::ArchiverConnection;

namespace {

// As recorded of its own service, what nobody may see included.
const QByteArray strangers = R"({"message":"Unauthorized: No token provided"})";
const QByteArray loginAnswer =
    R"({"accessToken":"a.b.c","user":{"id":"u-1","email":"ada@example.org","role":null,)"
    R"("password":"$2b$10$hash","totpSecret":null}})";
const QByteArray ada =
    R"({"id":"u-1","email":"ada@example.org","first_name":"Ada","last_name":"L",)"
    R"("createdAt":"2026-01-31T12:00:00.000Z","totpEnabled":false,"userRoles":[],"role":)"
    R"({"id":"r-1","name":"Super Admin","policies":[{"action":"manage","subject":"all"}],)"
    R"("slug":"predefined_super_admin"}})";
const QByteArray bob =
    R"({"id":"u-2","email":"bob@example.org","first_name":"Bob","last_name":"B",)"
    R"("createdAt":"2026-01-31T12:00:00.000Z","totpEnabled":false,"userRoles":[],"role":null})";
const QByteArray page = "<!DOCTYPE html><pre>Not Found</pre>";

QByteArray rolesWith(const QByteArray &subject)
{
    return R"([{"id":"r-1","name":"Mail Auditor","slug":null,"policies":[)"
           R"({"action":"read","subject":"archive"},{"action":["read"],"subject":")"
           + subject + R"("}]}])";
}

} // namespace

class TestArchiverClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isFoundAtBothRoots_data();
    void isFoundAtBothRoots();
    void isNotSeenInOthers();
    void signsInAndSeesPeople();
    void goesThroughTheSecondFactorByTheCookie();
    void signsInWithAKeyInItsHeader();
    void namesThePlaceOfAnUnknownSubject();
    void refusesMalformedPeople();

private:
    template <typename T>
    base::Result<T> wait(QFuture<base::Result<T>> future)
    {
        return tests::finishes(future)
                   ? future.result()
                   : base::Result<T>(base::fail(ErrorCode::Internal, u"It never finished."_s));
    }
    void answerAs(const QByteArray &root);
    base::Result<gateway::SignInOutcome> signIn()
    {
        return wait(
            m_connection->signIn().signIn(u"ada@example.org"_s, base::Secret::fromString(u"p"_s)));
    }

    tests::FakeClock m_clock;
    std::unique_ptr<tests::RecordedServer> m_server;
    std::unique_ptr<ArchiverConnection> m_connection;
};

void TestArchiverClient::init()
{
    m_connection.reset();
    m_server = std::make_unique<tests::RecordedServer>();
    m_server->otherwise(
        [](const tests::RecordedRequest &) { return tests::answer(404, page, "text/html"); });
    m_connection = std::make_unique<ArchiverConnection>(m_server->address(), m_clock,
                                                        gateway::RequestObserver());
}

void TestArchiverClient::answerAs(const QByteArray &root)
{
    m_server->on("GET " + root + "/users/profile", [](const tests::RecordedRequest &request) {
        const bool isKnown =
            request.hasHeader("authorization: bearer a.b.c") || request.hasHeader("x-api-key: 0f");
        return isKnown ? tests::answer(200, ada) : tests::answer(401, strangers);
    });
    m_server->on("GET " + root + "/auth/status", tests::answer(200, "{\"needsSetup\":false}"));
    m_server->on("POST " + root + "/auth/login", tests::answer(200, loginAnswer));
    m_server->on("GET " + root + "/users", tests::answer(200, '[' + bob + ',' + ada + ']'));
}

void TestArchiverClient::isFoundAtBothRoots_data()
{
    QTest::addColumn<QByteArray>("root");
    QTest::newRow("back end") << QByteArray("/v1");
    QTest::newRow("front end") << QByteArray("/api/v1");
}

void TestArchiverClient::isFoundAtBothRoots()
{
    QFETCH(QByteArray, root);
    answerAs(root);
    systems::openarchiver::client::ArchiverProbe probe(m_clock, {});
    const auto seen = wait(probe.look(m_server->address()));
    QVERIFY(seen && seen->recognised && seen->setup);
    QVERIFY(!seen->setup->needsSetup);
    QVERIFY(seen->reasons.constFirst().contains(QString::fromLatin1(root)));
    // What could make an admin is asked last, and only of an OpenArchiver.
    QVERIFY(m_server->requests.constLast().line.endsWith("/auth/status"));
    QVERIFY(signIn());
}

void TestArchiverClient::isNotSeenInOthers()
{
    systems::openarchiver::client::ArchiverProbe probe(m_clock, {});
    const auto seen = wait(probe.look(m_server->address()));
    QVERIFY(seen && !seen->recognised);
    for (const auto &request : std::as_const(m_server->requests))
        QVERIFY(!request.line.endsWith("/auth/status"));
    QCOMPARE(signIn().error().code, ErrorCode::UnexpectedAnswer);
}

void TestArchiverClient::signsInAndSeesPeople()
{
    answerAs("/v1");
    const auto outcome = signIn();
    QVERIFY(outcome && std::holds_alternative<gateway::SignedIn>(*outcome));
    const auto in = std::get<gateway::SignedIn>(*outcome);
    QVERIFY(in.user);
    QCOMPARE(in.user->role.slug, QString(model::superAdminSlug));
    m_connection->setAccessToken(in.tokens.access);
    // The open edition has no second factors.
    QVERIFY(!m_connection->capabilities().testFlag(gateway::Capability::OwnSecondFactor));
    QVERIFY(!m_connection->capabilities().testFlag(gateway::Capability::EditUsers));
    const auto all = wait(m_connection->users()->list({}));
    QVERIFY(all);
    QCOMPARE(all->total, 2);
    QCOMPARE(all->items.first().id, in.user->id);
    QVERIFY(all->items.last().role.slug.isEmpty());
    QCOMPARE(wait(m_connection->keys()->list(all->items.last().id)).error().code,
             ErrorCode::NotSupported);
}

void TestArchiverClient::goesThroughTheSecondFactorByTheCookie()
{
    answerAs("/v1");
    m_server->on("POST /v1/auth/login",
                 tests::answer(200, "{\"requiresMfa\":true,\"enrollmentRequired\":false}",
                               "application/json",
                               "Set-Cookie: mfaPending=x.y.z; Path=/; HttpOnly; Secure\r\n"));
    m_server->on("POST /v1/auth/mfa/verify", [](const tests::RecordedRequest &request) {
        return request.hasHeader("cookie: mfapending=x.y.z")
                   ? tests::answer(200, loginAnswer)
                   : tests::answer(401, "{\"message\":\"No\"}");
    });
    const auto asked = signIn();
    QVERIFY(asked && std::holds_alternative<gateway::SecondFactorNeeded>(*asked));
    auto step = std::get<gateway::SecondFactorNeeded>(*asked);
    const auto done = wait(m_connection->signIn().verify(step, u"123456"_s));
    QVERIFY(done && std::holds_alternative<gateway::SignedIn>(*done));
    step.challenge = base::Secret::fromString(u"other"_s);
    QCOMPARE(wait(m_connection->signIn().verify(step, u"123456"_s)).error().code,
             ErrorCode::InvalidCode);
}

void TestArchiverClient::signsInWithAKeyInItsHeader()
{
    answerAs("/v1");
    m_connection->setAccessToken(base::Secret::fromString(u"0f"_s));
    const auto me = wait(m_connection->account().me());
    QVERIFY(me);
    QCOMPARE(me->username, u"ada@example.org"_s);
}

void TestArchiverClient::namesThePlaceOfAnUnknownSubject()
{
    answerAs("/v1");
    m_server->on("GET /v1/iam/roles", tests::answer(200, rolesWith("moon")));
    const auto refused = wait(m_connection->users()->roles());
    QCOMPARE(refused.error().code, ErrorCode::UnexpectedAnswer);
    QVERIFY(refused.error().message.contains(u"policies[1].subject"_s));
    QVERIFY(refused.error().message.contains(u"moon"_s));
    m_server->on("GET /v1/iam/roles", tests::answer(200, rolesWith("users")));
    const auto roles = wait(m_connection->users()->roles());
    QVERIFY(roles);
    QCOMPARE(roles->first().slug, u"r-1"_s); // it has none of its own
    QCOMPARE(roles->first().statements.size(), 2);
}

void TestArchiverClient::refusesMalformedPeople()
{
    answerAs("/v1");
    m_server->on("GET /v1/users", tests::answer(200, "[{\"id\":\"../x\",\"email\":7}]"));
    QCOMPARE(wait(m_connection->users()->list({})).error().code, ErrorCode::UnexpectedAnswer);
}

QTEST_GUILESS_MAIN(TestArchiverClient)
#include "tst_archiverclient.moc"
