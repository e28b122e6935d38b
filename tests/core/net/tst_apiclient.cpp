// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/apiclient.h"

#include "core/net/relay.h"
#include "tests/support/fakeclock.h"
#include "tests/support/recordedserver.h"

#include <QtTest/QTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using Token = base::Result<base::Secret>;

class TestApiClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void renewsOnceForAllCallsThatWait();
    void triesEachCallOnlyTwice();
    void givesTheRenewalsError();
    void renewsNothingForTheStepsOfSigningIn();
    void endsWaitingCallsAtDestruction();
    void cancelsTheCallBehindACancelledFuture();
    void remembersTheServersClock();

private:
    [[nodiscard]] QFuture<base::Result<net::Answer>> call()
    {
        return m_api->call({.path = u"/me"_s});
    }
    /// 200 for the token "new", 401 for every other.
    void acceptOnlyNew()
    {
        m_server->on("GET /base/me", [](const tests::RecordedRequest &request) {
            return request.hasHeader("authorization: bearer new\r\n") ? tests::answer(200, "{}")
                                                                      : tests::answer(401, "{}");
        });
    }

    tests::FakeClock m_clock;
    std::unique_ptr<tests::RecordedServer> m_server;
    std::unique_ptr<net::ApiClient> m_api;
};

void TestApiClient::init()
{
    m_server = std::make_unique<tests::RecordedServer>();
    QUrl address = m_server->address();
    address.setPath(u"/base"_s);
    m_api = std::make_unique<net::ApiClient>(
        address, m_clock, net::HttpClient::Observer(),
        [](const net::Answer &answer) { return answer.status == 401; });
    m_api->setAccessToken(base::Secret::fromString(u"old"_s));
}

void TestApiClient::renewsOnceForAllCallsThatWait()
{
    acceptOnlyNew();
    auto renewal = std::make_shared<QPromise<Token>>();
    renewal->start();
    int asked = 0;
    m_api->setRenewal([&] {
        ++asked;
        return renewal->future();
    });
    const auto first = call();
    const auto second = call();
    QTRY_COMPARE(m_server->requests.size(), 2);
    QTRY_COMPARE(asked, 1);
    QVERIFY(!first.isFinished());
    renewal->addResult(base::Secret::fromString(u"new"_s));
    renewal->finish();
    QVERIFY(tests::finishes(first) && tests::finishes(second));
    QCOMPARE(first.result()->status, 200);
    QCOMPARE(second.result()->status, 200);
    QCOMPARE(asked, 1);
    const auto third = call();
    QVERIFY(tests::finishes(third));
    QCOMPARE(third.result()->status, 200);
    QCOMPARE(m_server->requests.size(), 5);
}

void TestApiClient::triesEachCallOnlyTwice()
{
    m_server->on("GET /base/me", tests::answer(401, "{}"));
    int asked = 0;
    m_api->setRenewal([&] {
        ++asked;
        return net::readyFuture<Token>(base::Secret::fromString(u"other"_s));
    });
    const auto future = call();
    QVERIFY(tests::finishes(future));
    QCOMPARE(future.result()->status, 401);
    QCOMPARE(asked, 1);
    QCOMPARE(m_server->requests.size(), 2);
}

void TestApiClient::givesTheRenewalsError()
{
    m_server->on("GET /base/me", tests::answer(401, "{}"));
    m_api->setRenewal([] {
        return net::readyFuture<Token>(base::fail(ErrorCode::Unauthenticated, u"Ended."_s));
    });
    const auto future = call();
    QVERIFY(tests::finishes(future));
    QCOMPARE(future.result().error().code, ErrorCode::Unauthenticated);
    QCOMPARE(m_server->requests.size(), 1);
}

void TestApiClient::renewsNothingForTheStepsOfSigningIn()
{
    m_server->on("POST /base/sign-in", tests::answer(401, "{}"));
    bool asked = false;
    m_api->setRenewal([&] {
        asked = true;
        return net::readyFuture<Token>(base::Secret());
    });
    const auto future = m_api->call({.method = "POST",
                                     .path = u"/sign-in"_s,
                                     .body = QJsonObject(),
                                     .as = net::CallAs::Nobody});
    QVERIFY(tests::finishes(future));
    QCOMPARE(future.result()->status, 401);
    QVERIFY(!asked);
    QVERIFY(!m_server->requests.constFirst().hasHeader("authorization:"));
}

void TestApiClient::endsWaitingCallsAtDestruction()
{
    m_server->on("GET /base/me", tests::answer(401, "{}"));
    auto renewal = std::make_shared<QPromise<Token>>();
    renewal->start();
    bool asked = false;
    m_api->setRenewal([&] {
        asked = true;
        return renewal->future();
    });
    const auto future = call();
    QTRY_VERIFY(asked);
    m_api.reset();
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
    // A renewal that ends later finds nobody.
    renewal->addResult(base::Secret::fromString(u"new"_s));
    renewal->finish();
    QCOMPARE(m_server->requests.size(), 1);
}

void TestApiClient::cancelsTheCallBehindACancelledFuture()
{
    m_server->on("GET /base/me", {{}, tests::RecordedAnswer::How::Silence});
    QList<net::Exchange> seen;
    m_api = std::make_unique<net::ApiClient>(
        m_api->base(), m_clock, [&seen](const net::Exchange &exchange) { seen.append(exchange); },
        [](const net::Answer &) { return false; });
    auto future = call();
    QTRY_COMPARE(m_server->requests.size(), 1);
    future.cancel();
    QTRY_COMPARE(seen.size(), 1);
    QCOMPARE(seen.constFirst().problem, u"cancelled"_s);
}

void TestApiClient::remembersTheServersClock()
{
    QVERIFY(!m_api->serverTime());
    m_server->on("GET /base/me", tests::answer(200, "{}", "application/json",
                                               "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"));
    QVERIFY(tests::finishes(call()));
    QCOMPARE(m_api->serverTime(), QDateTime(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC));
}

QTEST_GUILESS_MAIN(TestApiClient)
#include "tst_apiclient.moc"
