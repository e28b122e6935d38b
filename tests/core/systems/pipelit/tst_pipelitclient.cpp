// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/client/pipelitconnection.h"
#include "core/systems/pipelit/client/pipelitprobe.h"

#include "tests/support/fakeclock.h"
#include "tests/support/recordedserver.h"

#include <QtTest/QTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using gateway::SecondFactorNeeded;
using gateway::SignedIn;

namespace {

constexpr auto key = R"({"key":"a1b2c3d4-e5f6-7890-abcd-ef1234567890","requires_mfa":false})";

base::Secret secret(const QString &text)
{
    return base::Secret::fromString(text);
}

} // namespace

class TestPipelitClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void signsInWithAndWithoutASecondFactor();
    void wordsRefusalsOfEveryGeneration_data();
    void wordsRefusalsOfEveryGeneration();
    void findsTheSetupOfEveryGeneration_data();
    void findsTheSetupOfEveryGeneration();
    void trustsNoPageOfHtml();
    void sendsNoMoreThanFiveCodesAMinute();
    void sendsNoAcceptedCodeAgain();
    void turnsTheSecondFactorOnAndOff();
    void takesBothFormsOfAMissingKeyAsSignedOut_data();
    void takesBothFormsOfAMissingKeyAsSignedOut();
    void saysHonestlyWhatItCannotDo();
    void recognisesEveryGeneration_data();
    void recognisesEveryGeneration();

private:
    template <typename T>
    base::Result<T> wait(QFuture<base::Result<T>> future)
    {
        return tests::finishes(future)
                   ? future.result()
                   : base::Result<T>(base::fail(ErrorCode::Internal, u"It never finished."_s));
    }

    /// The body of the last request of that line.
    QJsonObject sent(const QByteArray &line) const
    {
        QJsonObject body;
        for (const auto &request : m_server->requests) {
            if (request.line == line)
                body = request.json();
        }
        return body;
    }

    tests::FakeClock m_clock;
    std::unique_ptr<tests::RecordedServer> m_server;
    std::unique_ptr<systems::pipelit::client::PipelitConnection> m_connection;
};

void TestPipelitClient::init()
{
    m_server = std::make_unique<tests::RecordedServer>();
    m_connection = std::make_unique<systems::pipelit::client::PipelitConnection>(
        m_server->address(), m_clock, gateway::RequestObserver());
}

void TestPipelitClient::signsInWithAndWithoutASecondFactor()
{
    m_server->on("POST /api/v1/auth/token/", tests::answer(200, key));
    const auto plain = wait(m_connection->signIn().signIn(u"admin"_s, secret(u"mypassword"_s)));
    QVERIFY(plain);
    QCOMPARE(std::get<SignedIn>(*plain).tokens.access.toString(),
             u"a1b2c3d4-e5f6-7890-abcd-ef1234567890"_s);
    QVERIFY(std::get<SignedIn>(*plain).tokens.refresh.isEmpty());
    QCOMPARE(sent("POST /api/v1/auth/token/"),
             (QJsonObject{{u"username"_s, u"admin"_s}, {u"password"_s, u"mypassword"_s}}));

    m_server->on("POST /api/v1/auth/token/",
                 tests::answer(200, R"({"key":"","requires_mfa":true})"));
    m_server->on("POST /api/v1/auth/mfa/login-verify/", tests::answer(200, key));
    const auto asked = wait(m_connection->signIn().signIn(u"admin"_s, secret(u"mypassword"_s)));
    QVERIFY(asked);
    const auto step = std::get<SecondFactorNeeded>(*asked);
    const auto done = wait(m_connection->signIn().verify(step, u"123456"_s));
    QVERIFY(done && std::holds_alternative<SignedIn>(*done));
    QCOMPARE(sent("POST /api/v1/auth/mfa/login-verify/"),
             (QJsonObject{{u"username"_s, u"admin"_s}, {u"code"_s, u"123456"_s}}));
}

void TestPipelitClient::wordsRefusalsOfEveryGeneration_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::newRow("wrong password") << 401 << QByteArray(R"({"detail":"Invalid credentials."})")
                                    << int(ErrorCode::InvalidCredentials);
    QTest::newRow("a wording of its own")
        << 401 << QByteArray(R"({"detail":"Nope"})") << int(ErrorCode::InvalidCredentials);
    QTest::newRow("must choose a password")
        << 401
        << QByteArray(R"({"detail":"Password change required.","password_change_required":true,)"
                      R"("change_token":"t"})")
        << int(ErrorCode::PasswordChangeRequired);
    QTest::newRow("pydantic 1")
        << 422
        << QByteArray(R"({"detail":[{"loc":["body","password"],"msg":"field required",)"
                      R"("type":"value_error.missing"}]})")
        << int(ErrorCode::InvalidFields);
    QTest::newRow("a mistake of the server")
        << 500 << QByteArray("Internal Server Error") << int(ErrorCode::Internal);
    QTest::newRow("busy") << 503 << QByteArray(R"({"detail":"x"})") << int(ErrorCode::Busy);
    QTest::newRow("200 without a key") << 200 << QByteArray(R"({"key":"","requires_mfa":false})")
                                       << int(ErrorCode::UnexpectedAnswer);
    QTest::newRow("200 with something else")
        << 200 << QByteArray(R"([1,2])") << int(ErrorCode::UnexpectedAnswer);
}

void TestPipelitClient::wordsRefusalsOfEveryGeneration()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    m_server->on("POST /api/v1/auth/token/", tests::answer(status, body));
    const auto outcome = wait(m_connection->signIn().signIn(u"admin"_s, secret(u"p"_s)));
    QVERIFY(!outcome);
    QCOMPARE(int(outcome.error().code), code);
}

void TestPipelitClient::findsTheSetupOfEveryGeneration_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("supported");
    QTest::addColumn<bool>("needed");
    QTest::newRow("A, not set up")
        << tests::answer(200, R"({"needs_setup":true})").bytes << true << true;
    QTest::newRow("B, set up")
        << tests::answer(200, R"({"needs_setup":false,"environment":null})").bytes << true << false;
    QTest::newRow("C, gone") << tests::answer(404, R"({"detail":"Not Found"})").bytes << false
                             << false;
    QTest::newRow("C, the web page instead")
        << tests::answer(200, "<!doctype html>", "text/html").bytes << false << false;
}

void TestPipelitClient::findsTheSetupOfEveryGeneration()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, supported);
    QFETCH(bool, needed);
    m_server->on("GET /api/v1/auth/setup-status/", tests::RecordedAnswer{answer});
    const auto state = wait(m_connection->signIn().setupState());
    QCOMPARE(state.has_value(), supported);
    if (supported)
        QCOMPARE(state->needsSetup, needed);
    else
        QVERIFY(state.error().message.contains(u"python -m cli setup"_s));
}

void TestPipelitClient::trustsNoPageOfHtml()
{
    m_server->on("GET /api/v1/auth/me/", tests::answer(200, "<html></html>", "text/html"));
    const auto me = wait(m_connection->account().me());
    QCOMPARE(me.error().code, ErrorCode::UnexpectedAnswer);
}

void TestPipelitClient::sendsNoMoreThanFiveCodesAMinute()
{
    m_server->on("POST /api/v1/auth/mfa/login-verify/",
                 tests::answer(401, R"({"detail":"Invalid TOTP code."})"));
    const SecondFactorNeeded step{.challenge = {}, .login = u"admin"_s, .methods = {}};
    for (int i = 0; i < 5; ++i) {
        const auto refused = wait(m_connection->signIn().verify(step, u"00000%1"_s.arg(i)));
        QCOMPARE(refused.error().code, ErrorCode::InvalidCode);
    }
    const auto sixth = wait(m_connection->signIn().verify(step, u"123456"_s));
    QCOMPARE(sixth.error().code, ErrorCode::TooManyRequests);
    QCOMPARE(sixth.error().retryAfterSeconds, 60);
    QCOMPARE(m_server->requests.size(), 5);
    m_clock.advanceSeconds(61);
    QCOMPARE(wait(m_connection->signIn().verify(step, u"123456"_s)).error().code,
             ErrorCode::InvalidCode);
    QCOMPARE(m_server->requests.size(), 6);
}

void TestPipelitClient::sendsNoAcceptedCodeAgain()
{
    m_connection->setAccessToken(secret(u"k"_s));
    m_server->on("POST /api/v1/auth/mfa/verify/", tests::answer(200, R"({"mfa_enabled":true})"));
    QVERIFY(wait(m_connection->account().confirmTotp(u"123456"_s)));
    const SecondFactorNeeded step{.challenge = {}, .login = u"admin"_s, .methods = {}};
    const auto again = wait(m_connection->signIn().verify(step, u"123456"_s));
    QCOMPARE(again.error().code, ErrorCode::InvalidCode);
    QVERIFY(again.error().message.contains(u"next one"_s));
    QCOMPARE(m_server->requests.size(), 1);
}

void TestPipelitClient::turnsTheSecondFactorOnAndOff()
{
    m_connection->setAccessToken(secret(u"k"_s));
    m_server->on("POST /api/v1/auth/mfa/setup/",
                 tests::answer(200, R"({"secret":"JBSWY3DPEHPK3PXP","provisioning_uri":)"
                                    R"("otpauth://totp/Pipelit:admin?secret=JBSWY3DPEHPK3PXP"})"));
    m_server->on("POST /api/v1/auth/mfa/disable/", tests::answer(200, R"({"mfa_enabled":false})"));
    const auto enrollment = wait(m_connection->account().beginTotp());
    QVERIFY(enrollment);
    QCOMPARE(enrollment->key.toString(), u"JBSWY3DPEHPK3PXP"_s);
    QVERIFY(wait(m_connection->account().disableTotp(u"123456"_s)));
    m_server->on("POST /api/v1/auth/mfa/disable/", tests::answer(200, R"({"mfa_enabled":true})"));
    QCOMPARE(wait(m_connection->account().disableTotp(u"654321"_s)).error().code,
             ErrorCode::UnexpectedAnswer);
}

void TestPipelitClient::takesBothFormsOfAMissingKeyAsSignedOut_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("newer frameworks") << 401 << QByteArray(R"({"detail":"Not authenticated"})");
    QTest::newRow("older frameworks") << 403 << QByteArray(R"({"detail":"Not authenticated"})");
    QTest::newRow("a revoked key")
        << 401 << QByteArray(R"({"detail":"API key has been revoked."})");
}

void TestPipelitClient::takesBothFormsOfAMissingKeyAsSignedOut()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_server->on("GET /api/v1/auth/me/", tests::answer(status, body));
    m_connection->setAccessToken(secret(u"k"_s));
    bool asked = false;
    m_connection->setRenewal([&asked] {
        asked = true;
        return net::readyFuture<base::Result<base::Secret>>(
            base::fail(ErrorCode::Unauthenticated, u"Ended."_s));
    });
    QCOMPARE(wait(m_connection->account().me()).error().code, ErrorCode::Unauthenticated);
    QVERIFY(asked);
}

void TestPipelitClient::saysHonestlyWhatItCannotDo()
{
    using enum gateway::Capability;
    const auto can = m_connection->capabilities();
    QVERIFY(can.testFlag(Setup) && can.testFlag(OwnSecondFactor));
    QVERIFY(!can.testFlag(Users) && !can.testFlag(Refresh) && !can.testFlag(RecoveryCodes)
            && !can.testFlag(OwnSessions) && !can.testFlag(OwnPassword));
    QVERIFY(!m_connection->users());
    QVERIFY(!m_connection->requests());
    QCOMPARE(wait(m_connection->account().sessions()).error().code, ErrorCode::NotSupported);
    QCOMPARE(wait(m_connection->signIn().refresh(secret(u"r"_s))).error().code,
             ErrorCode::NotSupported);
    QVERIFY(wait(m_connection->signIn().signOut()));
    QVERIFY(m_server->requests.isEmpty());
}

void TestPipelitClient::recognisesEveryGeneration_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("recognised");
    QTest::addColumn<bool>("setUp");
    QTest::newRow("A or B") << QByteArray("GET /api/v1/auth/setup-status/")
                            << QByteArray(R"({"needs_setup":true})") << true << true;
    QTest::newRow("C by its health")
        << QByteArray("GET /health")
        << QByteArray(R"({"status":"degraded","version":"1","redis":false,"database":true})")
        << true << false;
    QTest::newRow("C by its description")
        << QByteArray("GET /openapi.json")
        << QByteArray(R"({"info":{"title":"Workflow Platform API"}})") << true << false;
    QTest::newRow("something else")
        << QByteArray("GET /openapi.json") << QByteArray(R"({"info":{"title":"Other"}})") << false
        << false;
}

void TestPipelitClient::recognisesEveryGeneration()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(bool, recognised);
    QFETCH(bool, setUp);
    m_server->on(path, tests::answer(200, body));
    systems::pipelit::client::PipelitProbe probe(m_clock, {});
    const auto seen = wait(probe.look(m_server->address()));
    QVERIFY(seen);
    QCOMPARE(seen->recognised, recognised);
    QCOMPARE(seen->setup.has_value(), setUp);
    if (recognised && !setUp)
        QVERIFY(!seen->capabilities.testFlag(gateway::Capability::Setup));
    for (const auto &request : std::as_const(m_server->requests))
        QVERIFY(request.line.startsWith("GET ") && request.body.isEmpty());
}

QTEST_GUILESS_MAIN(TestPipelitClient)
#include "tst_pipelitclient.moc"
