// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefixture.h"

#include "core/server/store/factorrepository.h"
#include "core/server/store/recoverycoderepository.h"
#include "core/server/store/sessionrepository.h"

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Result;
using model::UserStatus;

class TestUserRepository final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryField();
    void findsByNameAndAddressFolded_data();
    void findsByNameAndAddressFolded();
    void namesAndAddressesAreOneNamespace();
    void sameInstantCreatesOneOfAName();
    void updateChangesOnlyWhatItNames();
    void anOldVersionChangesNothing();
    void oneTimePasswordReplacesTheLastingOne();
    void signingInIsNoNewVersion();
    void theFirstSignInEndsAnInvitation();
    void removingTakesEverythingAlong();
    void idsAreNeverUsedAgain();
    void countsWhoIsLeft();
    void refusesAnUnknownRole();
    void predefinedRolesAreThere();

private:
    Result<void> update(StoreFixture &store, qint64 id, const UserRecordChange &change,
                        std::optional<qint64> version = std::nullopt)
    {
        return store.database().write([&](Connection &connection) {
            return UserRepository(connection).update(id, change, version, store.now());
        });
    }
};

void TestUserRepository::keepsEveryField()
{
    StoreFixture store;
    NewUserRecord user = store.person(u"Ann"_s, 3);
    user.email = u"Ann@Example.com"_s;
    user.firstName = u"Ann"_s;
    user.lastName = u"O'Neil 李"_s;
    user.validUntil = store.now().addDays(3);
    user.mustChangePassword = true;
    user.passwordHash = QByteArray("$argon2id$\0x", 12);
    user.oneTimePasswordHash = "one";
    user.oneTimePasswordExpiresAt = store.now().addSecs(60);
    const Result<qint64> id = store.add(user);
    QVERIFY(id);
    store.reopen();
    const UserRecord found = *store.find(*id);
    QCOMPARE(found.user.uid, user.uid);
    QCOMPARE(found.user.username, u"Ann"_s);
    QCOMPARE(found.user.email, user.email);
    QCOMPARE(found.user.displayName(), u"Ann O'Neil 李"_s);
    QCOMPARE(found.user.role.slug, u"help_desk"_s);
    QCOMPARE(found.user.role.name, u"Help desk"_s);
    QCOMPARE(found.user.validUntil, user.validUntil);
    QCOMPARE(found.user.status, UserStatus::Invited);
    QCOMPARE(found.user.createdAt, store.now());
    QCOMPARE(found.user.updatedAt, store.now());
    QCOMPARE(found.user.version, 1);
    QVERIFY(!found.user.lastLoginAt);
    QCOMPARE(found.passwordHash, user.passwordHash);
    QCOMPARE(found.oneTimePasswordHash, user.oneTimePasswordHash);
    QCOMPARE(found.oneTimePasswordExpiresAt, user.oneTimePasswordExpiresAt);
    const auto byUid = store.read([&](Connection &connection) {
        return UserRepository(connection).findByUid(user.uid, store.now());
    });
    QCOMPARE(byUid, std::optional(found));
}

void TestUserRepository::findsByNameAndAddressFolded_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<bool>("found");
    QTest::newRow("as given") << u"Straße"_s << true;
    QTest::newRow("folded") << u"STRASSE"_s << true;
    QTest::newRow("full width") << u"ｓｔｒａｓｓｅ"_s << true;
    QTest::newRow("e-mail in capitals") << u"ANN@EXAMPLE.COM"_s << true;
    QTest::newRow("part") << u"stra"_s << false;
    QTest::newRow("pattern") << u"%"_s << false;
    QTest::newRow("empty") << u""_s << false;
    QTest::newRow("quoted") << u"' OR '1'='1"_s << false;
}

void TestUserRepository::findsByNameAndAddressFolded()
{
    QFETCH(QString, login);
    QFETCH(bool, found);
    StoreFixture store;
    NewUserRecord user = store.person(u"Straße"_s);
    user.email = u"ann@example.com"_s;
    QVERIFY(store.add(user));
    QVERIFY(store.add(store.person(u"somebody"_s))); // has no e-mail
    const auto record = store.read([&](Connection &connection) {
        return UserRepository(connection).findByLogin(login, store.now());
    });
    QCOMPARE(record.has_value(), found);
}

void TestUserRepository::namesAndAddressesAreOneNamespace()
{
    StoreFixture store;
    NewUserRecord ann = store.person(u"ann"_s);
    ann.email = u"ann@example.com"_s;
    QVERIFY(store.add(ann));
    const auto codeOf = [&](const QString &username, const std::optional<QString> &email) {
        NewUserRecord user = store.person(username);
        user.email = email;
        const Result<qint64> added = store.add(user);
        return added ? std::nullopt : std::optional(added.error().code);
    };
    QCOMPARE(codeOf(u"ANN"_s, {}), ErrorCode::UsernameTaken);
    QCOMPARE(codeOf(u"ann@example.COM"_s, {}), ErrorCode::UsernameTaken);
    QCOMPARE(codeOf(u"ben"_s, u"Ann@example.com"_s), ErrorCode::EmailTaken);
    QCOMPARE(codeOf(u"ben"_s, u"ann"_s), ErrorCode::EmailTaken);
    QCOMPARE(codeOf(u"ben@example.com"_s, u"ben@example.com"_s), std::nullopt);
}

void TestUserRepository::sameInstantCreatesOneOfAName()
{
    StoreFixture store;
    QList<NewUserRecord> candidates;
    for (int i = 0; i < 12; ++i)
        candidates.append(store.person(i % 2 ? u"ann"_s : u"ANN"_s));
    const int created =
        StoreFixture::countWinners(12, [&](int i) { return store.add(candidates[i]).has_value(); });
    QCOMPARE(created, 1);
}

void TestUserRepository::updateChangesOnlyWhatItNames()
{
    StoreFixture store;
    NewUserRecord user = store.person(u"ann"_s, 2);
    user.email = u"ann@example.com"_s;
    user.firstName = u"Ann"_s;
    user.passwordHash = "hash";
    const qint64 id = *store.add(user);
    const UserRecord before = *store.find(id);
    store.advance(5);
    QVERIFY(update(store, id, {.lastName = u"Smith"_s}));
    UserRecord expected = before;
    expected.user.lastName = u"Smith"_s;
    expected.user.updatedAt = store.now();
    expected.user.version = 2;
    QCOMPARE(*store.find(id), expected);

    QVERIFY(update(store, id,
                   {.email = std::optional<QString>(), .disabled = true, .disabledBy = u"root"_s}));
    const UserRecord disabled = *store.find(id);
    QVERIFY(!disabled.user.email);
    QCOMPARE(disabled.user.status, UserStatus::Disabled);
    QCOMPARE(disabled.disabledAt, store.now());
    QCOMPARE(disabled.disabledBy, u"root"_s);
    QVERIFY(update(store, id, {.disabled = false}));
    QCOMPARE(store.find(id)->user.status, UserStatus::Active);
    QCOMPARE(store.find(id)->disabledBy, QString());
    // One's own name in another spelling is not taken.
    QVERIFY(update(store, id, {.username = u"ANN"_s}));
    QCOMPARE(store.find(id)->user.username, u"ANN"_s);
    QCOMPARE(update(store, id + 1, {}).error().code, ErrorCode::NotFound);
}

void TestUserRepository::anOldVersionChangesNothing()
{
    StoreFixture store;
    const qint64 id = store.addPerson(u"ann"_s);
    QVERIFY(update(store, id, {.firstName = u"First"_s}, 1));
    const UserRecord before = *store.find(id);
    const Result<void> late = update(store, id, {.firstName = u"Late"_s}, 1);
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::VersionConflict);
    QCOMPARE(*store.find(id), before);
    const int winners = StoreFixture::countWinners(8, [&](int i) {
        return update(store, id, {.firstName = QString::number(i)}, 2).has_value();
    });
    QCOMPARE(winners, 1);
    QCOMPARE(store.find(id)->user.version, 3);
}

void TestUserRepository::oneTimePasswordReplacesTheLastingOne()
{
    StoreFixture store;
    NewUserRecord user = store.person(u"ann"_s);
    user.passwordHash = "old";
    const qint64 id = *store.add(user);
    const QDateTime expiry = store.now().addDays(7);
    store.write([&](Connection &connection) {
        UserRepository(connection).setOneTimePassword(id, "once", expiry, store.now());
        return 0;
    });
    UserRecord record = *store.find(id);
    QVERIFY(record.passwordHash.isEmpty());
    QCOMPARE(record.oneTimePasswordHash, QByteArray("once"));
    QCOMPARE(record.oneTimePasswordExpiresAt, expiry);
    QVERIFY(record.user.mustChangePassword);
    QCOMPARE(record.user.status, UserStatus::Invited);
    store.write([&](Connection &connection) {
        UserRepository(connection).setPassword(id, "new", store.now());
        return 0;
    });
    record = *store.find(id);
    QCOMPARE(record.passwordHash, QByteArray("new"));
    QVERIFY(record.oneTimePasswordHash.isEmpty());
    QVERIFY(!record.oneTimePasswordExpiresAt);
    QVERIFY(!record.user.mustChangePassword);
    QCOMPARE(record.user.status, UserStatus::Active);
}

void TestUserRepository::signingInIsNoNewVersion()
{
    StoreFixture store;
    const qint64 id = store.addPerson(u"ann"_s);
    store.advance(60);
    store.write([&](Connection &connection) {
        UserRepository users(connection);
        users.setLastSignIn(users.find(id, store.now())->user, store.now());
        UserRepository(connection).setPasswordHash(id, "renewed");
        return 0;
    });
    QCOMPARE(store.find(id)->user.version, 1);
    QCOMPARE(store.find(id)->user.lastLoginAt, store.now());
    QCOMPARE(store.find(id)->passwordHash, QByteArray("renewed"));
}

void TestUserRepository::theFirstSignInEndsAnInvitation()
{
    StoreFixture store;
    NewUserRecord invited = store.person(u"ann"_s);
    invited.mustChangePassword = true;
    NewUserRecord disabled = store.person(u"ben"_s);
    disabled.mustChangePassword = true;
    disabled.disabled = true;
    const qint64 ann = *store.add(invited);
    const qint64 ben = *store.add(disabled);
    const auto idsWith = [&](UserStatus status) {
        const auto page = listUsers(store.database(), {.status = status}, store.now()).value();
        QList<qint64> ids;
        for (const model::User &user : page.items)
            ids.append(user.id);
        return ids;
    };
    QCOMPARE(idsWith(UserStatus::Invited), QList<qint64>{ann});
    store.write([&](Connection &connection) {
        UserRepository users(connection);
        for (const qint64 id : {ann, ben})
            users.setLastSignIn(users.find(id, store.now())->user, store.now());
        return 0;
    });
    QCOMPARE(idsWith(UserStatus::Invited), QList<qint64>{});
    QCOMPARE(idsWith(UserStatus::Active), QList<qint64>{ann});
    QCOMPARE(idsWith(UserStatus::Disabled), QList<qint64>{ben});
}

void TestUserRepository::removingTakesEverythingAlong()
{
    StoreFixture store;
    const qint64 id = store.addPerson(u"ann"_s);
    store.write([&](Connection &connection) {
        (void)FactorRepository(connection)
            .createPending(id, model::MfaKind::Totp, "s", {}, store.now(), store.now());
        RecoveryCodeRepository(connection).replace(id, {"a"}, store.now());
        SessionRecord session;
        session.session.userId = id;
        session.session.createdAt = session.signedInAt = store.now();
        session.session.expiresAt = session.accessExpiresAt = store.now().addDays(1);
        session.accessHash = "token";
        return SessionRepository(connection).create(session);
    });
    const auto remove = [&](Connection &connection) {
        return UserRepository(connection).remove(id);
    };
    QVERIFY(store.write(remove));
    QVERIFY(!store.write(remove));
    QVERIFY(!store.find(id));
    store.read([&](Connection &connection) {
        [&] {
            QVERIFY(!SessionRepository(connection).findByAccess("token"));
            QCOMPARE(RecoveryCodeRepository(connection).countUnspent(id), 0);
            QVERIFY(!FactorRepository(connection)
                         .findPending(id, model::MfaKind::Totp, store.now().addDays(-1)));
        }();
        return 0;
    });
    // The name is free again.
    QVERIFY(store.addPerson(u"ann"_s) > 0);
}

void TestUserRepository::idsAreNeverUsedAgain()
{
    StoreFixture store;
    const qint64 first = store.addPerson(u"ann"_s);
    QVERIFY(store.write(
        [&](Connection &connection) { return UserRepository(connection).remove(first); }));
    QVERIFY(store.addPerson(u"ben"_s) > first);
}

void TestUserRepository::countsWhoIsLeft()
{
    StoreFixture store;
    const qint64 root = *store.add(store.person(u"root"_s, 1));
    NewUserRecord guest = store.person(u"guest"_s, 2);
    guest.validUntil = store.now().addSecs(10);
    const qint64 guestId = *store.add(guest);
    const qint64 other = *store.add(store.person(u"other"_s, 2));
    (void)store.add(store.person(u"person"_s, 5));
    const auto usable = [&](std::optional<qint64> except) {
        return store.read([&](Connection &connection) {
            return UserRepository(connection).countUsable({1, 2}, except, store.now());
        });
    };
    QCOMPARE(usable(std::nullopt), 3);
    QCOMPARE(usable(root), 2);
    QVERIFY(update(store, other, {.disabled = true}));
    QCOMPARE(usable(root), 1);
    QCOMPARE(usable(guestId), 1);
    store.advance(10);
    QCOMPARE(usable(root), 0);
}

void TestUserRepository::refusesAnUnknownRole()
{
    StoreFixture store;
    const Result<qint64> added = store.add(store.person(u"ann"_s, 99));
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::NotFound);
    const qint64 id = store.addPerson(u"ben"_s);
    QCOMPARE(update(store, id, {.roleId = 99}).error().code, ErrorCode::NotFound);
    QCOMPARE(store.find(id)->user.role.slug, u"user"_s);
}

void TestUserRepository::predefinedRolesAreThere()
{
    StoreFixture store;
    const QList<model::Role> roles =
        store.read([](Connection &connection) { return RoleRepository(connection).list(); });
    QStringList slugs;
    for (const model::Role &role : roles) {
        QVERIFY(role.predefined);
        slugs.append(role.slug);
    }
    QCOMPARE(slugs, (QStringList{model::superAdminSlug, model::adminSlug, model::helpDeskSlug,
                                 model::auditorSlug, model::userSlug}));
    const auto admin = store.read(
        [](Connection &connection) { return RoleRepository(connection).findBySlug(u"admin"_s); });
    QCOMPARE(admin->statements.size(), 2);
    QVERIFY(admin->statements[1].inverted);
    QCOMPARE(admin->statements[1].subjects,
             (QList{model::Subject::Roles, model::Subject::Settings, model::Subject::Backups}));
    QVERIFY(roles.last().statements.isEmpty());
}

} // namespace authdesk::server::store

QTEST_GUILESS_MAIN(authdesk::server::store::TestUserRepository)
#include "tst_userrepository.moc"
