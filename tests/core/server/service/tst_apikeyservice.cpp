// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include <QtTest/QtTest>

#include <functional>
#include <latch>
#include <thread>

namespace authdesk::tests {

using service::ApiKeyService;
using service::CreatedApiKey;
using service::OutsideChange;
using service::Standing;

class ApiKeyServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ServiceFixture>();
        m_root = m_fixture->actorOf(m_fixture->setUp());
    }

    void s30_aKeyIsStoredAsAHash();
    void aKeyOpensWhatItsOwnerMay();
    void aKeyOutlivesSignInsAndSignOut();
    void aKeyEndsAtItsTime();
    void s32_whatEndsRightsEndsKeys_data();
    void s32_whatEndsRightsEndsKeys();
    void s32_aRevokedKeyIsRefusedOnOtherServersToo();
    void s25_aKeyIsNeverARecentSignIn();
    void keysOfOnePersonAreLimited();
    void lastUseIsWritten();
    void everyKeyIsInTheAudit();

    void theStandingThatIsShownChangesNothing_data();
    void theStandingThatIsShownChangesNothing();
    void aPasswordFromOutsideLastsAndEndsTheOldOne();
    void s46_parallelDemotionsLeaveAnAdmin();

private:
    CreatedApiKey make(const service::Actor &actor, const QString &name = u"console"_s,
                       const std::optional<QDateTime> &end = std::nullopt)
    {
        return m_fixture->services->keys()
            .createMine(actor, {.name = name, .expiresAt = end}, ServiceFixture::caller())
            .value();
    }
    QString refusal(const base::Secret &key)
    {
        const auto found = m_fixture->services->tokens().lookUp(key.view());
        return found ? QString() : found.error().message;
    }
    QStringList actions()
    {
        QStringList actions;
        const auto page = m_fixture->services->audit().list(m_root, {}).value();
        for (const auto &event : page.items)
            actions.append(event.action);
        return actions;
    }

    std::unique_ptr<ServiceFixture> m_fixture;
    service::Actor m_root;
};

void ApiKeyServiceTest::s30_aKeyIsStoredAsAHash()
{
    const CreatedApiKey made = make(m_root);
    QCOMPARE(made.secret.view().size(), 43);
    QCOMPARE(made.key.prefix, made.secret.toString().first(8));
    const auto mine = m_fixture->services->keys().mine(m_root).value();
    QCOMPARE(mine.size(), 1);
    QCOMPARE(mine.first(), made.key);
    QVERIFY(!m_fixture->storedBytes().contains(made.secret.view().toByteArray()));
}

void ApiKeyServiceTest::aKeyOpensWhatItsOwnerMay()
{
    const service::Actor actor = m_fixture->actorOf(make(m_root).secret);
    QCOMPARE(actor.userId, m_root.userId);
    QCOMPARE(actor.statements, m_root.statements);
    QCOMPARE(actor.sessionId, 0);
    QVERIFY(actor.keyId > 0);
    QVERIFY(m_fixture->services->users().list(actor, {}).has_value());
}

void ApiKeyServiceTest::aKeyOutlivesSignInsAndSignOut()
{
    const CreatedApiKey made = make(m_root);
    const service::Actor byKey = m_fixture->actorOf(made.secret);
    const auto signedIn = m_fixture->enter(u"root"_s);
    // Signing out with a key ends nothing: neither the key nor somebody's session.
    QVERIFY(m_fixture->services->signIn().signOut(byKey, ServiceFixture::caller()).has_value());
    QVERIFY(m_fixture->isGood(signedIn.accessToken));
    QVERIFY(m_fixture->services->signIn()
                .signOut(m_fixture->actorOf(signedIn), ServiceFixture::caller())
                .has_value());
    QVERIFY(!m_fixture->isGood(signedIn.accessToken));
    QVERIFY(m_fixture->isGood(made.secret));
}

void ApiKeyServiceTest::aKeyEndsAtItsTime()
{
    const CreatedApiKey made = make(m_root, u"console"_s, m_fixture->clock.now().addSecs(3600));
    m_fixture->clock.advanceSeconds(3599);
    QVERIFY(m_fixture->isGood(made.secret));
    m_fixture->clock.advanceSeconds(1);
    QVERIFY(!m_fixture->isGood(made.secret));
    QCOMPARE(refusal(made.secret), QString(service::keyExpiredText));
    const auto past = m_fixture->services->keys().createMine(
        m_root, {.name = u"k"_s, .expiresAt = m_fixture->clock.now()}, ServiceFixture::caller());
    QCOMPARE(past.error().code, ErrorCode::InvalidFields);
    QCOMPARE(past.error().fields.first().code, u"past"_s);
}

void ApiKeyServiceTest::s32_whatEndsRightsEndsKeys_data()
{
    using Act = std::function<void(ServiceFixture &, const service::Actor &, qint64)>;
    QTest::addColumn<Act>("act");
    const auto row = [](const char *name, const Act &act) { QTest::newRow(name) << act; };
    const auto update = [](ServiceFixture &all, const service::Actor &by, qint64 id,
                           const service::UserChange &change) {
        QVERIFY(all.services->users().update(by, id, change, {}, ServiceFixture::caller()));
    };
    row("disabled, and enabled again", [update](auto &all, const auto &by, qint64 id) {
        service::UserChange change;
        change.status = model::UserStatus::Disabled;
        update(all, by, id, change);
        change.status = model::UserStatus::Active;
        update(all, by, id, change);
    });
    row("past the end, and prolonged", [update](auto &all, const auto &by, qint64 id) {
        service::UserChange change;
        change.validUntil = all.clock.now().addSecs(-1);
        update(all, by, id, change);
        change.validUntil = std::optional<QDateTime>();
        update(all, by, id, change);
    });
    row("another role", [update](auto &all, const auto &by, qint64 id) {
        service::UserChange change;
        change.roleSlug = QString(model::auditorSlug);
        update(all, by, id, change);
    });
    row("deleted", [](auto &all, const auto &by, qint64 id) {
        QVERIFY(all.services->users().remove(by, id, {}, ServiceFixture::caller()));
    });
    row("password reset", [](auto &all, const auto &by, qint64 id) {
        QVERIFY(all.services->users().resetPassword(by, id, ServiceFixture::caller()));
    });
    row("second factor reset", [](auto &all, const auto &by, qint64 id) {
        QVERIFY(all.services->users().resetSecondFactor(by, id, ServiceFixture::caller()));
    });
    row("password set from outside", [](auto &all, const auto &by, qint64 id) {
        service::OutsideChange change;
        change.password = secret(u"quite another sentence"_s);
        QVERIFY(all.services->outside().update(by, id, change, ServiceFixture::caller()));
    });
    row("revoked", [](auto &all, const auto &by, qint64 id) {
        const auto keys = all.services->keys().listOf(by, id).value();
        QVERIFY(all.services->keys().revokeOf(by, id, keys.first().id, ServiceFixture::caller()));
    });
}

void ApiKeyServiceTest::s32_whatEndsRightsEndsKeys()
{
    using Act = std::function<void(ServiceFixture &, const service::Actor &, qint64)>;
    QFETCH(Act, act);
    const model::User bob = m_fixture->addUser(m_root, u"bob"_s);
    const CreatedApiKey made = make(m_fixture->actorOf(m_fixture->enter(u"bob"_s)));
    const CreatedApiKey mine = make(m_root);
    QVERIFY(m_fixture->isGood(made.secret)); // and in memory from now on
    act(*m_fixture, m_root, bob.id);
    QVERIFY(!m_fixture->isGood(made.secret));
    QVERIFY(m_fixture->isGood(mine.secret));
}

void ApiKeyServiceTest::s32_aRevokedKeyIsRefusedOnOtherServersToo()
{
    const auto other = m_fixture->otherServer();
    service::TokenService &tokens = other.services->tokens();
    other.database->watch([&tokens](const store::Change &change) { tokens.forget(change); });
    QVERIFY(QTest::qWaitFor([&] { return other.database->isToldOfChanges(); }, 5000));
    // A file's changes are noticed by the host, by their number.
    const qint64 version = other.database->dataVersion().value();
    const auto isNoticed = [&](const CreatedApiKey &key) {
        if (other.database->dataVersion().value() != version)
            tokens.forgetAll();
        return !tokens.recall(key.secret.view());
    };
    const CreatedApiKey made = make(m_root);
    QVERIFY(tokens.lookUp(made.secret.view()).has_value());
    QVERIFY(m_fixture->services->keys()
                .revokeMine(m_root, made.key.id, ServiceFixture::caller())
                .has_value());
    QVERIFY(QTest::qWaitFor([&] { return isNoticed(made); }, 1000));
    QCOMPARE(tokens.lookUp(made.secret.view()).error().message, QString(service::keyRevokedText));
    other.database->watch({});
}

void ApiKeyServiceTest::s25_aKeyIsNeverARecentSignIn()
{
    (void)m_fixture->enroll(m_root);
    const service::Actor byKey = m_fixture->actorOf(make(m_root).secret);
    const auto codes = m_fixture->services->mfa().regenerateRecoveryCodes(byKey, std::nullopt,
                                                                          ServiceFixture::caller());
    QCOMPARE(codes.error().code, ErrorCode::RecentSignInRequired);
}

void ApiKeyServiceTest::keysOfOnePersonAreLimited()
{
    for (int i = 0; i < ApiKeyService::mostActive; ++i)
        (void)make(m_root, u"key %1"_s.arg(i));
    const auto more = m_fixture->services->keys().createMine(
        m_root, {.name = u"one more"_s, .expiresAt = {}}, ServiceFixture::caller());
    QCOMPARE(more.error().code, ErrorCode::Forbidden);
    const auto first = m_fixture->services->keys().mine(m_root)->last();
    QVERIFY(m_fixture->services->keys().revokeMine(m_root, first.id, ServiceFixture::caller()));
    (void)make(m_root, u"one more"_s);
}

void ApiKeyServiceTest::lastUseIsWritten()
{
    const CreatedApiKey made = make(m_root);
    m_fixture->clock.advanceSeconds(61);
    QVERIFY(m_fixture->isGood(made.secret));
    const QDateTime used = m_fixture->clock.now();
    m_fixture->services->tokens().writeLastSeen();
    QCOMPARE(m_fixture->services->keys().mine(m_root)->first().lastUsedAt, std::optional(used));
}

void ApiKeyServiceTest::everyKeyIsInTheAudit()
{
    const CreatedApiKey made = make(m_root);
    auto &keys = m_fixture->services->keys();
    QVERIFY(keys.revokeMine(m_root, made.key.id, ServiceFixture::caller()));
    QVERIFY(keys.revokeMine(m_root, made.key.id, ServiceFixture::caller())); // changes nothing
    QCOMPARE(actions().first(2), (QStringList{u"key.revoked"_s, u"key.created"_s}));
}

void ApiKeyServiceTest::theStandingThatIsShownChangesNothing_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<Standing>("wanted");
    QTest::addColumn<QString>("after");
    QTest::newRow("helper stays") << u"help_desk"_s << Standing::Normal << u"help_desk"_s;
    QTest::newRow("helper rises") << u"help_desk"_s << Standing::Admin << u"admin"_s;
    QTest::newRow("Super Admin stays")
        << u"predefined_super_admin"_s << Standing::Admin << u"predefined_super_admin"_s;
    QTest::newRow("Super Admin falls")
        << u"predefined_super_admin"_s << Standing::Normal << u"user"_s;
}

void ApiKeyServiceTest::theStandingThatIsShownChangesNothing()
{
    QFETCH(QString, role);
    QFETCH(Standing, wanted);
    QFETCH(QString, after);
    const model::User bob =
        m_fixture->addUser(m_root, u"bob"_s, QLatin1StringView(role.toLatin1()));
    const auto signedIn = m_fixture->enter(u"bob"_s);
    OutsideChange change;
    change.standing = wanted;
    const auto seen =
        m_fixture->services->outside().update(m_root, bob.id, change, ServiceFixture::caller());
    QVERIFY(seen.has_value());
    QCOMPARE(seen->standing, wanted);
    const auto now = m_fixture->services->users().find(m_root, bob.id).value();
    QCOMPARE(now.role.slug, after);
    QCOMPARE(m_fixture->isGood(signedIn.accessToken), role == after);
}

void ApiKeyServiceTest::aPasswordFromOutsideLastsAndEndsTheOldOne()
{
    auto &outside = m_fixture->services->outside();
    const auto bob = outside.create(m_root,
                                    {.username = u"bob"_s,
                                     .firstName = {},
                                     .lastName = {},
                                     .standing = Standing::Normal,
                                     .password = m_fixture->password},
                                    ServiceFixture::caller());
    QVERIFY(bob.has_value());
    const auto signedIn = m_fixture->enter(u"bob"_s); // straight in: nothing to change first
    OutsideChange change;
    change.password = secret(u"quite another sentence"_s);
    QVERIFY(outside.update(m_root, bob->user.id, change, ServiceFixture::caller()).has_value());
    QVERIFY(!m_fixture->isGood(signedIn.accessToken));
    QVERIFY(!m_fixture->signIn(u"bob"_s, m_fixture->password).has_value());
    QVERIFY(std::holds_alternative<service::SignedIn>(
        m_fixture->signIn(u"bob"_s, *change.password).value()));
    QVERIFY(actions().contains(u"user.password_set"_s));
    // One's own password is changed with a proof, elsewhere.
    QCOMPARE(outside.update(m_root, m_root.userId, change, ServiceFixture::caller()).error().code,
             ErrorCode::Forbidden);
}

void ApiKeyServiceTest::s46_parallelDemotionsLeaveAnAdmin()
{
    const model::User bob = m_fixture->addUser(m_root, u"bob"_s, model::superAdminSlug);
    const service::Actor other = m_fixture->actorOf(m_fixture->enter(u"bob"_s));
    OutsideChange change;
    change.standing = Standing::Normal;
    std::latch start(2);
    std::atomic<int> demoted = 0;
    const auto demote = [&](const service::Actor &actor, qint64 id) {
        start.arrive_and_wait();
        if (m_fixture->services->outside().update(actor, id, change, ServiceFixture::caller()))
            ++demoted;
    };
    {
        const std::jthread one([&] { demote(m_root, bob.id); });
        const std::jthread two([&] { demote(other, m_root.userId); });
    }
    QCOMPARE(demoted.load(), 1);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::ApiKeyServiceTest)
#include "tst_apikeyservice.moc"
