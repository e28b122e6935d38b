// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include <QtTest/QtTest>

#include <thread>

namespace authdesk::tests {

class SetupServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s50_makesASuperAdminWhoIsSignedIn();
    void r01_networkCallerNeedsTheSetupCode();
    void r02_parallelSetupCreatesOneAdmin();
    void forcedCodeIsAskedOnLoopbackToo();
    void s04_refusesABadPasswordAndMakesNobody();
    void rescueClosesTheFirstRun();

private:
    static service::SetupRequest request(const ServiceFixture &fixture, const QString &name)
    {
        return {.username = name,
                .email = {},
                .firstName = {},
                .lastName = {},
                .password = fixture.password,
                .serverName = {},
                .setupCode = {}};
    }
};

void SetupServiceTest::s50_makesASuperAdminWhoIsSignedIn()
{
    ServiceFixture fixture;
    QVERIFY(fixture.services->setup().needsSetup());
    const auto signedIn = fixture.setUp();
    QCOMPARE(signedIn.user.role.slug, QString(model::superAdminSlug));
    QCOMPARE(fixture.actorOf(signedIn).username, u"root"_s);
    QVERIFY(!fixture.services->setup().needsSetup());
    const auto again = fixture.services->setup().setUp(request(fixture, u"second"_s),
                                                       ServiceFixture::caller(u"127.0.0.1"_s));
    QCOMPARE(again.error().code, ErrorCode::SetupAlreadyDone);
}

void SetupServiceTest::r01_networkCallerNeedsTheSetupCode()
{
    ServiceFixture fixture;
    auto wanted = request(fixture, u"root"_s);
    const auto caller = ServiceFixture::caller();
    QCOMPARE(fixture.services->setup().setUp(wanted, caller).error().code,
             ErrorCode::SetupCodeRequired);
    wanted.setupCode = u"AAAA-AAAA"_s;
    QCOMPARE(fixture.services->setup().setUp(wanted, caller).error().code,
             ErrorCode::SetupCodeRequired);
    QVERIFY(fixture.services->setup().needsSetup());
    wanted.setupCode = fixture.services->setup().setupCode().toLower();
    QVERIFY(fixture.services->setup().setUp(wanted, caller).has_value());
}

void SetupServiceTest::r02_parallelSetupCreatesOneAdmin()
{
    ServiceFixture fixture;
    constexpr int callers = 8;
    std::atomic<int> done = 0;
    std::atomic<int> refused = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < callers; ++i) {
            threads.emplace_back([&, i] {
                const auto result = fixture.services->setup().setUp(
                    request(fixture, u"root%1"_s.arg(i)), ServiceFixture::caller(u"127.0.0.1"_s));
                if (result)
                    ++done;
                else if (result.error().code == ErrorCode::SetupAlreadyDone)
                    ++refused;
            });
        }
    }
    QCOMPARE(done.load(), 1);
    QCOMPARE(refused.load(), callers - 1);
    QCOMPARE(fixture.services->rescue().listUsers()->size(), 1);
}

void SetupServiceTest::forcedCodeIsAskedOnLoopbackToo()
{
    ServiceFixture fixture({.serverName = {},
                            .passwordPolicy = password::PasswordPolicy::Standard,
                            .setupCode = service::SetupCodeRule::Everyone,
                            .addressLimit = 100});
    const auto caller = ServiceFixture::caller(u"127.0.0.1"_s);
    QVERIFY(fixture.services->setup().codeRequired(caller));
    QCOMPARE(fixture.services->setup().setUp(request(fixture, u"root"_s), caller).error().code,
             ErrorCode::SetupCodeRequired);
}

void SetupServiceTest::s04_refusesABadPasswordAndMakesNobody()
{
    ServiceFixture fixture;
    auto wanted = request(fixture, u"root"_s);
    wanted.password = secret(u"password123"_s);
    const auto result =
        fixture.services->setup().setUp(wanted, ServiceFixture::caller(u"127.0.0.1"_s));
    QCOMPARE(result.error().code, ErrorCode::InvalidFields);
    QCOMPARE(result.error().fields.first().field, u"password"_s);
    QVERIFY(fixture.services->setup().needsSetup());
}

void SetupServiceTest::rescueClosesTheFirstRun()
{
    ServiceFixture fixture;
    const auto rescue = fixture.withoutKey();
    service::NewUser wanted;
    wanted.username = u"owner"_s;
    const auto created = rescue->rescue().createUser(wanted);
    QVERIFY(created.has_value());
    QCOMPARE(created->user.role.slug, QString(model::superAdminSlug));
    QVERIFY(!fixture.services->setup().needsSetup());
    wanted.username = u"other"_s;
    QCOMPARE(rescue->rescue().createUser(wanted)->user.role.slug, QString(model::userSlug));
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::SetupServiceTest)
#include "tst_setupservice.moc"
