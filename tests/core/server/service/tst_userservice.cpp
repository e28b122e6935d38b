// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include <QtTest/QtTest>

#include <thread>

namespace authdesk::tests {

class UserServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsWithAOneTimePassword();
    void takesTheEmailAsUsernameAndFollowsIt();
    void namesEveryWrongField();
    void sameValueIsNoChange();
    void oldVersionChangesNothing();
    void s46_lastAdminCanBeLostByNoPath();
    void s46_lastAdminSurvivesARace();
    void s46_nobodyActsOnSomebodyMightier();
    void s46_nobodyGrantsRightsTheyLack();
    void s32_roleChangeEndsTokens();
    void s33_passwordChangeMayEndTheOthers();
    void s07_passwordChangeNeedsTheCurrentOne();
    void s34_sessionsAreListedAndEnded();

private:
    static base::Result<model::User> change(ServiceFixture &fixture, const service::Actor &by,
                                            qint64 id, const service::UserChange &wanted)
    {
        return fixture.services->users().update(by, id, wanted, std::nullopt, fixture.caller());
    }
    static service::UserChange toRole(QLatin1StringView slug)
    {
        service::UserChange wanted;
        wanted.roleSlug = QString(slug);
        return wanted;
    }
    static service::UserChange toStatus(model::UserStatus status)
    {
        service::UserChange wanted;
        wanted.status = status;
        return wanted;
    }
};

void UserServiceTest::createsWithAOneTimePassword()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    service::NewUser wanted;
    wanted.username = u"alice"_s;
    const auto created = fixture.services->users().create(root, wanted, fixture.caller()).value();
    QVERIFY(created.oneTimePassword.has_value());
    QCOMPARE(created.user.status, model::UserStatus::Invited);
    QVERIFY(created.user.mustChangePassword);
    wanted.username = u"ALICE"_s;
    const auto taken = fixture.services->users().create(root, wanted, fixture.caller());
    QCOMPARE(taken.error().code, ErrorCode::UsernameTaken);
    QCOMPARE(taken.error().fields.first().field, u"username"_s);
}

void UserServiceTest::takesTheEmailAsUsernameAndFollowsIt()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    service::NewUser wanted;
    wanted.email = u"alice@example.org"_s;
    const auto created = fixture.services->users().create(root, wanted, fixture.caller()).value();
    QCOMPARE(created.user.username, u"alice@example.org"_s);
    service::UserChange moved;
    moved.email = u"alice@example.net"_s;
    QCOMPARE(change(fixture, root, created.user.id, moved)->username, u"alice@example.net"_s);
    moved.email = QString();
    QCOMPARE(change(fixture, root, created.user.id, moved).error().code, ErrorCode::InvalidFields);
}

void UserServiceTest::namesEveryWrongField()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    service::NewUser wanted;
    wanted.username = u"bob@example.org"_s;
    wanted.email = u"not an address"_s;
    wanted.firstName = QString(151, u'x');
    const auto refused = fixture.services->users().create(root, wanted, fixture.caller());
    QCOMPARE(refused.error().code, ErrorCode::InvalidFields);
    QStringList fields;
    for (const base::FieldError &field : refused.error().fields)
        fields << field.field;
    QCOMPARE(fields, (QStringList{u"email"_s, u"username"_s, u"first_name"_s}));
}

void UserServiceTest::sameValueIsNoChange()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto user = fixture.addUser(root, u"alice"_s);
    const auto before = fixture.services->audit().head()->id;
    auto same = toRole(model::userSlug);
    same.username = u"alice"_s;
    same.status = model::UserStatus::Active;
    QCOMPARE(change(fixture, root, user.id, same)->version, user.version);
    QCOMPARE(fixture.services->audit().head()->id, before);
}

void UserServiceTest::oldVersionChangesNothing()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto user = fixture.addUser(root, u"alice"_s);
    auto &users = fixture.services->users();
    service::UserChange first;
    first.firstName = u"Alice"_s;
    const auto updated = users.update(root, user.id, first, user.version, fixture.caller());
    QVERIFY(updated.has_value());
    QVERIFY(updated->version > user.version);
    first.firstName = u"Alicia"_s;
    QCOMPARE(users.update(root, user.id, first, user.version, fixture.caller()).error().code,
             ErrorCode::VersionConflict);
    QCOMPARE(users.remove(root, user.id, user.version, fixture.caller()).error().code,
             ErrorCode::VersionConflict);
    QCOMPARE(users.find(root, user.id)->firstName, u"Alice"_s);
}

void UserServiceTest::s46_lastAdminCanBeLostByNoPath()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    auto &users = fixture.services->users();
    service::UserChange ending;
    ending.validUntil = std::optional(fixture.clock.now().addDays(1));
    for (const auto &wanted :
         {toRole(model::helpDeskSlug), toStatus(model::UserStatus::Disabled), ending})
        QCOMPARE(change(fixture, root, root.userId, wanted).error().code, ErrorCode::LastAdmin);
    QCOMPARE(users.remove(root, root.userId, std::nullopt, fixture.caller()).error().code,
             ErrorCode::LastAdmin);
    QCOMPARE(fixture.withoutKey()->rescue().disable(u"root"_s).error().code, ErrorCode::LastAdmin);
    fixture.addUser(root, u"second"_s, model::adminSlug);
    QVERIFY(change(fixture, root, root.userId, toRole(model::adminSlug)).has_value());
}

void UserServiceTest::s46_lastAdminSurvivesARace()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto other = fixture.addUser(root, u"second"_s, model::superAdminSlug);
    const auto second = fixture.actorOf(fixture.enter(u"second"_s));
    std::atomic<int> done = 0;
    {
        const std::jthread one([&] {
            done += change(fixture, root, other.id, toStatus(model::UserStatus::Disabled)) ? 1 : 0;
        });
        const std::jthread two([&] {
            done +=
                change(fixture, second, root.userId, toStatus(model::UserStatus::Disabled)) ? 1 : 0;
        });
    }
    QCOMPARE(done.load(), 1);
}

void UserServiceTest::s46_nobodyActsOnSomebodyMightier()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    fixture.addUser(root, u"helper"_s, model::helpDeskSlug);
    const auto helper = fixture.actorOf(fixture.enter(u"helper"_s));
    auto &users = fixture.services->users();
    const auto caller = fixture.caller();
    QCOMPARE(users.resetPassword(helper, root.userId, caller).error().code, ErrorCode::Forbidden);
    QCOMPARE(users.resetSecondFactor(helper, root.userId, caller).error().code,
             ErrorCode::Forbidden);
    QCOMPARE(users.unlock(helper, root.userId, caller).error().code, ErrorCode::Forbidden);
    QCOMPARE(users.revokeSessions(helper, root.userId, caller).error().code, ErrorCode::Forbidden);
    QCOMPARE(
        change(fixture, helper, root.userId, toStatus(model::UserStatus::Disabled)).error().code,
        ErrorCode::Forbidden);
    QCOMPARE(fixture.services->sessions().end(helper, root.sessionId, caller).error().code,
             ErrorCode::Forbidden);
    const auto plain = fixture.addUser(root, u"alice"_s);
    QVERIFY(users.resetPassword(helper, plain.id, caller).has_value());
    QCOMPARE(users.remove(helper, plain.id, std::nullopt, caller).error().code,
             ErrorCode::Forbidden);
}

void UserServiceTest::s46_nobodyGrantsRightsTheyLack()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    fixture.addUser(root, u"boss"_s, model::adminSlug);
    const auto boss = fixture.actorOf(fixture.enter(u"boss"_s));
    const auto plain = fixture.addUser(root, u"alice"_s);
    QCOMPARE(change(fixture, boss, plain.id, toRole(model::superAdminSlug)).error().code,
             ErrorCode::Forbidden);
    QCOMPARE(change(fixture, boss, boss.userId, toRole(model::superAdminSlug)).error().code,
             ErrorCode::Forbidden);
    service::NewUser wanted;
    wanted.username = u"mighty"_s;
    wanted.roleSlug = QString(model::superAdminSlug);
    QCOMPARE(fixture.services->users().create(boss, wanted, fixture.caller()).error().code,
             ErrorCode::Forbidden);
    QVERIFY(change(fixture, boss, plain.id, toRole(model::helpDeskSlug)).has_value());
}

void UserServiceTest::s32_roleChangeEndsTokens()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto user = fixture.addUser(root, u"helper"_s, model::helpDeskSlug);
    const auto signedIn = fixture.enter(u"helper"_s);
    const auto stale = fixture.actorOf(signedIn);
    QVERIFY(change(fixture, root, user.id, toRole(model::userSlug)).has_value());
    QVERIFY(!fixture.isGood(signedIn.accessToken));
    const auto plain = fixture.addUser(root, u"alice"_s);
    QCOMPARE(fixture.services->users().unlock(stale, plain.id, fixture.caller()).error().code,
             ErrorCode::Forbidden); // a call that was under way has lost the right too
}

void UserServiceTest::s33_passwordChangeMayEndTheOthers()
{
    ServiceFixture fixture;
    const auto first = fixture.setUp();
    const auto second = fixture.enter(u"root"_s);
    const auto root = fixture.actorOf(first);
    const auto next = secret(u"amber canoe 52 thistle"_s);
    auto &account = fixture.services->account();
    QVERIFY(account
                .changePassword(root, fixture.password, next, service::OtherSessions::Keep,
                                fixture.caller())
                .has_value());
    QVERIFY(fixture.isGood(second.accessToken));
    QVERIFY(account
                .changePassword(root, next, fixture.password, service::OtherSessions::End,
                                fixture.caller())
                .has_value());
    QVERIFY(!fixture.isGood(second.accessToken));
    QVERIFY(fixture.isGood(first.accessToken));
}

void UserServiceTest::s07_passwordChangeNeedsTheCurrentOne()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto next = secret(u"amber canoe 52 thistle"_s);
    auto &account = fixture.services->account();
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(
            account.changePassword(root, next, next, service::OtherSessions::Keep, fixture.caller())
                .error()
                .code,
            ErrorCode::WrongCurrentPassword);
    }
    // Ten wrong ones lock it, as at a sign-in.
    QCOMPARE(account
                 .changePassword(root, fixture.password, next, service::OtherSessions::Keep,
                                 fixture.caller())
                 .error()
                 .code,
             ErrorCode::WrongCurrentPassword);
}

void UserServiceTest::s34_sessionsAreListedAndEnded()
{
    ServiceFixture fixture;
    const auto first = fixture.setUp();
    const auto second = fixture.enter(u"root"_s);
    const auto root = fixture.actorOf(first);
    auto &account = fixture.services->account();
    QCOMPARE(account.sessions(root)->size(), 2);
    const qint64 secondId = fixture.actorOf(second).sessionId;
    QVERIFY(account.endSession(root, secondId, fixture.caller()).has_value());
    QVERIFY(!fixture.isGood(second.accessToken));
    QCOMPARE(account.endSession(root, secondId, fixture.caller()).error().code,
             ErrorCode::NotFound);
    fixture.addUser(root, u"alice"_s);
    const auto alice = fixture.actorOf(fixture.enter(u"alice"_s));
    QCOMPARE(account.endSession(alice, root.sessionId, fixture.caller()).error().code,
             ErrorCode::NotFound);
    QVERIFY(fixture.services->sessions().end(root, alice.sessionId, fixture.caller()).has_value());
    QVERIFY(fixture.isGood(first.accessToken));
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::UserServiceTest)
#include "tst_userservice.moc"
