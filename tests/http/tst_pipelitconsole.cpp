// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The console's Pipelit client against Pipelit as it was recorded, in its three generations, and
// against our own server that speaks like it: on a port of its own and under its prefix.

#include "core/systems/pipelit/client/pipelitconnection.h"
#include "core/systems/pipelit/client/pipelitprobe.h"
#include "tests/support/pipelitstandin.h"
#include "tests/support/testserver.h"

#include <QtTest/QTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using gateway::Capability;
using Generation = PipelitStandIn::Generation;

namespace {

base::Secret secret(const QByteArray &text)
{
    return base::Secret::copyOf(text);
}

} // namespace

/// One server that has people, whoever made it; the first of them is "admin".
class Place
{
public:
    Place() = default;
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;
    virtual ~Place() = default;

    [[nodiscard]] virtual QUrl address() const = 0;
    [[nodiscard]] virtual const base::Clock &clock() const = 0;
    [[nodiscard]] virtual QByteArray adminPassword() const = 0;
    /// As somebody who signs in from elsewhere; empty: refused.
    [[nodiscard]] virtual QByteArray signIn(const QByteArray &name, const QByteArray &password) = 0;
    [[nodiscard]] virtual bool isGood(const QByteArray &token) = 0;
};

class RecordedPlace final : public Place
{
public:
    explicit RecordedPlace(Generation generation)
        : m_standIn(generation)
    {
    }
    [[nodiscard]] QUrl address() const override { return m_standIn.address(); }
    [[nodiscard]] const base::Clock &clock() const override { return m_clock; }
    [[nodiscard]] QByteArray adminPassword() const override { return "mypassword"; }
    [[nodiscard]] QByteArray signIn(const QByteArray &name, const QByteArray &password) override
    {
        return m_standIn.signIn(name, password);
    }
    [[nodiscard]] bool isGood(const QByteArray &token) override { return m_standIn.isGood(token); }

private:
    FakeClock m_clock;
    PipelitStandIn m_standIn;
};

class OurPlace final : public Place
{
public:
    explicit OurPlace(bool isOwnPort)
        : m_server({.ownListeners = {u"pipelit"_s}})
    {
        m_address = isOwnPort ? m_server.ownUrl() : m_server.url();
        if (!isOwnPort)
            m_address.setPath(u"/pipelit"_s);
        const HttpAnswer made = post("/auth/setup/", "{\"username\":\"admin\",\"password\":\""
                                                         + adminPassword() + "\"}");
        if (made.status != 200)
            qFatal("no setup: %s", made.body.constData());
    }
    [[nodiscard]] QUrl address() const override { return m_address; }
    [[nodiscard]] const base::Clock &clock() const override { return m_server.clock(); }
    [[nodiscard]] QByteArray adminPassword() const override { return "correct-horse-battery"; }
    [[nodiscard]] QByteArray signIn(const QByteArray &name, const QByteArray &password) override
    {
        return post("/auth/token/",
                    "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}")
            .text("key"_L1);
    }
    [[nodiscard]] bool isGood(const QByteArray &token) override
    {
        return m_server.call({.method = "GET", .path = "/pipelit/api/v1/users/me", .token = token})
                   .status
               == 200;
    }

private:
    HttpAnswer post(const QByteArray &path, const QByteArray &body)
    {
        return m_server.call({.method = "POST", .path = "/pipelit/api/v1" + path, .body = body});
    }

    mutable TestServer m_server;
    QUrl m_address;
};

class TestPipelitConsole final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        m_connection.reset();
        m_place.reset();
    }

    void seesWhatAServerCan_data();
    void seesWhatAServerCan();
    void managesOnlyOneselfWhereThereIsNoMore_data();
    void managesOnlyOneselfWhereThereIsNoMore();
    void signsInWithAKeyOfItsOwn_data() { places(); }
    void signsInWithAKeyOfItsOwn();
    void signsInWithAKeyThatWasMadeElsewhere_data() { places(); }
    void signsInWithAKeyThatWasMadeElsewhere();
    void listsAndFindsPeople_data() { places(); }
    void listsAndFindsPeople();
    void createsAndEditsPeople_data() { places(); }
    void createsAndEditsPeople();
    void blocksForGood_data() { places(); }
    void blocksForGood();
    void givesANewPassword_data() { places(); }
    void givesANewPassword();
    void revokesKeys_data() { places(); }
    void revokesKeys();
    void leavesTheLastAdmin_data() { places(); }
    void leavesTheLastAdmin();
    void changesOnesOwnPassword_data() { places(); }
    void changesOnesOwnPassword();
    void saysWhyItCannot_data() { places(); }
    void saysWhyItCannot();

private:
    static void places()
    {
        QTest::addColumn<int>("where");
        QTest::newRow("Pipelit's newest generation") << 0;
        QTest::newRow("our own port") << 1;
        QTest::newRow("our prefix") << 2;
    }
    void open()
    {
        QFETCH(int, where);
        if (where == 0)
            openAt(std::make_unique<RecordedPlace>(Generation::C));
        else
            openAt(std::make_unique<OurPlace>(where == 1));
    }
    void openAt(std::unique_ptr<Place> place)
    {
        m_place = std::move(place);
        m_connection = std::make_unique<systems::pipelit::client::PipelitConnection>(
            m_place->address(), m_place->clock(), gateway::RequestObserver());
    }
    template <typename T>
    base::Result<T> wait(QFuture<base::Result<T>> future)
    {
        return finishes(future)
                   ? future.result()
                   : base::Result<T>(base::fail(ErrorCode::Internal, u"It never finished."_s));
    }
    std::optional<gateway::SignedIn> signIn()
    {
        const auto outcome =
            wait(m_connection->signIn().signIn(u"admin"_s, secret(m_place->adminPassword())));
        if (!outcome || !std::holds_alternative<gateway::SignedIn>(*outcome))
            return std::nullopt;
        const auto in = std::get<gateway::SignedIn>(*outcome);
        m_connection->setAccessToken(in.tokens.access);
        return in;
    }
    /// Signed in, and bob is there.
    model::User openWithBob()
    {
        open();
        if (!signIn())
            qFatal("nobody is signed in");
        const auto made = wait(m_connection->users()->create({.username = u"bob"_s,
                                                              .email = {},
                                                              .firstName = u"Bob"_s,
                                                              .lastName = u"B"_s,
                                                              .roleSlug = u"user"_s}));
        if (!made)
            qFatal("bob is not made: %s", qPrintable(made.error().message));
        m_bobsPassword = made->oneTimePassword.view().toByteArray();
        return made->user;
    }
    template <typename Ask>
    static gateway::UserQuery query(Ask ask)
    {
        gateway::UserQuery query;
        query.sort = gateway::UserSort::Username;
        ask(query);
        return query;
    }
    template <typename Ask>
    QStringList names(Ask ask)
    {
        const gateway::UserQuery query = this->query(ask);
        QStringList names;
        const auto page = wait(m_connection->users()->list(query));
        if (page) {
            for (const model::User &user : page->items)
                names.append(user.username);
        }
        return names;
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<systems::pipelit::client::PipelitConnection> m_connection;
    QByteArray m_bobsPassword;
};

void TestPipelitConsole::seesWhatAServerCan_data()
{
    QTest::addColumn<int>("where");
    QTest::addColumn<bool>("people");
    QTest::addColumn<bool>("setup");
    QTest::newRow("generation A") << 0 << false << true;
    QTest::newRow("generation B") << 1 << false << true;
    QTest::newRow("generation C") << 2 << true << false;
    QTest::newRow("our own port") << 3 << true << true;
    QTest::newRow("our prefix") << 4 << true << true;
}

void TestPipelitConsole::seesWhatAServerCan()
{
    QFETCH(int, where);
    QFETCH(bool, people);
    QFETCH(bool, setup);
    if (where < 3)
        openAt(std::make_unique<RecordedPlace>(Generation(where)));
    else
        openAt(std::make_unique<OurPlace>(where == 3));
    systems::pipelit::client::PipelitProbe probe(m_place->clock(), {});
    const auto seen = wait(probe.look(m_place->address()));
    QVERIFY(seen && seen->recognised);
    QCOMPARE(seen->capabilities.testFlag(Capability::Users), people);
    QCOMPARE(seen->capabilities.testFlag(Capability::Setup), setup);
    // Signing in replaces a sign-in elsewhere: told before the first one.
    QVERIFY(seen->hint.contains(u"ends this person's other sign-in"_s));
    QCOMPARE(seen->hint.contains(u"no way to manage other people"_s), !people);
}

void TestPipelitConsole::managesOnlyOneselfWhereThereIsNoMore_data()
{
    QTest::addColumn<int>("generation");
    QTest::newRow("generation A") << int(Generation::A);
    QTest::newRow("generation B, with its web page") << int(Generation::B);
}

void TestPipelitConsole::managesOnlyOneselfWhereThereIsNoMore()
{
    QFETCH(int, generation);
    openAt(std::make_unique<RecordedPlace>(Generation(generation)));
    const auto in = signIn();
    QVERIFY(in);
    QVERIFY(!m_connection->capabilities().testFlag(Capability::Users));
    QVERIFY(!m_connection->users() && !m_connection->keys());
    const auto me = wait(m_connection->account().me());
    QVERIFY(me);
    QCOMPARE(me->username, u"admin"_s);
    QCOMPARE(
        wait(m_connection->account().changePassword(secret("a"), secret("b"), false)).error().code,
        ErrorCode::NotSupported);
    // The one key is the sign-in's: the next sign-in replaces it, and nothing is revoked.
    QVERIFY(wait(m_connection->signIn().signOut()));
    QVERIFY(m_place->isGood(in->tokens.access.view().toByteArray()));
    QVERIFY(!m_place->signIn("admin", "mypassword").isEmpty());
    QCOMPARE(wait(m_connection->account().me()).error().code, ErrorCode::Unauthenticated);
}

void TestPipelitConsole::signsInWithAKeyOfItsOwn()
{
    open();
    QVERIFY(!m_connection->users()); // not known before
    const auto in = signIn();
    QVERIFY(in && in->user);
    QCOMPARE(in->user->username, u"admin"_s);
    QCOMPARE(in->user->role.slug, QString(model::adminSlug));
    QVERIFY(m_connection->capabilities().testFlag(Capability::Users));
    const QByteArray token = in->tokens.access.view().toByteArray();
    // Somebody else signs in as the same person: Pipelit replaces the sign-in's key, not this one.
    QVERIFY(!m_place->signIn("admin", m_place->adminPassword()).isEmpty());
    QVERIFY(wait(m_connection->account().me()));
    const auto keys = wait(m_connection->keys()->list(in->user->id));
    QVERIFY(keys);
    const auto own = std::ranges::find_if(
        *keys, [](const model::ApiKey &key) { return key.name.startsWith(u"Authdesk on "_s); });
    QVERIFY(own != keys->cend());
    QVERIFY(own->expiresAt && *own->expiresAt > m_place->clock().now());
    QVERIFY(wait(m_connection->signIn().signOut()));
    QVERIFY(!m_place->isGood(token));
}

void TestPipelitConsole::signsInWithAKeyThatWasMadeElsewhere()
{
    open();
    const auto in = signIn();
    QVERIFY(in);
    const auto made =
        wait(m_connection->keys()->create(in->user->id, u"elsewhere"_s, std::nullopt));
    QVERIFY(made);
    systems::pipelit::client::PipelitConnection other(m_place->address(), m_place->clock(), {});
    other.setAccessToken(made->secret);
    const auto me = wait(other.account().me());
    QVERIFY(me);
    QCOMPARE(me->role.slug, QString(model::adminSlug));
    QVERIFY(other.users());
    // It is not this console's to revoke.
    QVERIFY(wait(other.signIn().signOut()));
    QVERIFY(m_place->isGood(made->secret.view().toByteArray()));
}

void TestPipelitConsole::listsAndFindsPeople()
{
    const model::User bob = openWithBob();
    QCOMPARE(names([](auto &) {}), (QStringList{u"admin"_s, u"bob"_s}));
    QCOMPARE(names([&](auto &query) { query.order = Qt::DescendingOrder; }),
             (QStringList{u"bob"_s, u"admin"_s}));
    QCOMPARE(names([&](auto &query) { query.search = u"BOB b"_s; }), QStringList{u"bob"_s});
    QCOMPARE(names([&](auto &query) { query.roleSlug = u"admin"_s; }), QStringList{u"admin"_s});
    QCOMPARE(names([&](auto &query) { query.secondFactor = true; }), QStringList());
    const auto first =
        wait(m_connection->users()->list(query([](auto &query) { query.limit = 1; })));
    QVERIFY(first);
    QCOMPARE(first->total, 2);
    QCOMPARE(names([&](auto &query) {
                 query.limit = 1;
                 query.cursor = first->nextCursor;
             }),
             QStringList{u"bob"_s});
    const auto found = wait(m_connection->users()->find(bob.id));
    QVERIFY(found);
    QCOMPARE(found->displayName(), u"Bob B"_s);
    QCOMPARE(wait(m_connection->users()->find(999)).error().code, ErrorCode::NotFound);
}

void TestPipelitConsole::createsAndEditsPeople()
{
    const model::User bob = openWithBob();
    gateway::UsersGateway &users = *m_connection->users();
    // The password that was handed out is good, and stays so.
    QVERIFY(!m_place->signIn("bob", m_bobsPassword).isEmpty());
    const auto again = wait(users.create({.username = u"bob"_s,
                                          .email = {},
                                          .firstName = {},
                                          .lastName = {},
                                          .roleSlug = u"user"_s}));
    QCOMPARE(again.error().code, ErrorCode::UsernameTaken);
    gateway::UserChange change;
    change.lastName = u"Builder"_s;
    change.roleSlug = QString(model::adminSlug);
    const auto edited = wait(users.update(bob.id, change, bob.version));
    QVERIFY(edited);
    QCOMPARE(edited->displayName(), u"Bob Builder"_s);
    QCOMPARE(edited->role.slug, QString(model::adminSlug));
    // What was seen before is not what is there now.
    change.lastName = u"Other"_s;
    QCOMPARE(wait(users.update(bob.id, change, bob.version)).error().code,
             ErrorCode::VersionConflict);
    QCOMPARE(wait(users.find(bob.id))->lastName, u"Builder"_s);
    QCOMPARE(names([&](auto &query) { query.search = u"builder"_s; }),
             QStringList{u"bob"_s}); // not the list from before
}

void TestPipelitConsole::blocksForGood()
{
    const model::User bob = openWithBob();
    gateway::UsersGateway &users = *m_connection->users();
    gateway::UserChange change;
    change.roleSlug = QString(model::adminSlug);
    QVERIFY(wait(users.update(bob.id, change, bob.version)));
    const QByteArray key = m_place->signIn("bob", m_bobsPassword);
    const auto named = wait(m_connection->keys()->create(bob.id, u"named"_s, std::nullopt));
    QVERIFY(named && m_place->isGood(key));
    gateway::UserChange block;
    block.status = model::UserStatus::Disabled;
    const auto blocked = wait(users.update(bob.id, block, bob.version));
    QVERIFY(blocked);
    QCOMPARE(blocked->role.slug, QString(model::userSlug));
    QVERIFY(!m_place->isGood(key));
    QVERIFY(!m_place->isGood(named->secret.view().toByteArray()));
    QVERIFY(m_place->signIn("bob", m_bobsPassword).isEmpty());
    QVERIFY(wait(users.find(bob.id))); // still there
}

void TestPipelitConsole::givesANewPassword()
{
    const model::User bob = openWithBob();
    const QByteArray key = m_place->signIn("bob", m_bobsPassword);
    const auto handedOut = wait(m_connection->users()->resetPassword(bob.id));
    QVERIFY(handedOut);
    QVERIFY(!handedOut->expiresAt.isValid());
    QCOMPARE(handedOut->secret.view().size(), 23);
    QVERIFY(!m_place->isGood(key));
    QVERIFY(m_place->signIn("bob", m_bobsPassword).isEmpty());
    QVERIFY(!m_place->signIn("bob", handedOut->secret.view().toByteArray()).isEmpty());
}

void TestPipelitConsole::revokesKeys()
{
    const model::User bob = openWithBob();
    gateway::KeysGateway &keys = *m_connection->keys();
    const auto one = wait(keys.create(bob.id, u"one"_s, m_place->clock().now().addDays(1)));
    const auto two = wait(keys.create(bob.id, u"two"_s, std::nullopt));
    QVERIFY(one && two);
    QVERIFY(one->key.expiresAt && !two->key.expiresAt);
    QVERIFY(wait(keys.revoke(bob.id, one->key.id)));
    QVERIFY(!m_place->isGood(one->secret.view().toByteArray()));
    QVERIFY(m_place->isGood(two->secret.view().toByteArray()));
    QCOMPARE(wait(keys.revoke(bob.id, 9999)).error().code, ErrorCode::NotFound);
    const QByteArray signedIn = m_place->signIn("bob", m_bobsPassword);
    QVERIFY(wait(m_connection->users()->endSessions(bob.id)));
    QVERIFY(!m_place->isGood(two->secret.view().toByteArray()));
    QVERIFY(!m_place->isGood(signedIn));
    QVERIFY(!m_place->signIn("bob", m_bobsPassword).isEmpty()); // the password is as it was
}

void TestPipelitConsole::leavesTheLastAdmin()
{
    open();
    const auto in = signIn();
    QVERIFY(in);
    gateway::UserChange change;
    change.roleSlug = QString(model::userSlug);
    const auto refused =
        wait(m_connection->users()->update(in->user->id, change, in->user->version));
    QCOMPARE(refused.error().code, ErrorCode::LastAdmin);
}

void TestPipelitConsole::changesOnesOwnPassword()
{
    open();
    QVERIFY(signIn());
    const QByteArray wanted = "quite another sentence";
    QVERIFY(wait(m_connection->account().changePassword(secret(m_place->adminPassword()),
                                                        secret(wanted), false)));
    QVERIFY(m_place->signIn("admin", m_place->adminPassword()).isEmpty());
    QVERIFY(!m_place->signIn("admin", wanted).isEmpty());
}

void TestPipelitConsole::saysWhyItCannot()
{
    const model::User bob = openWithBob();
    gateway::UsersGateway &users = *m_connection->users();
    const gateway::AccountTraits traits = users.traits();
    QVERIFY(!traits.canBeDeleted && !traits.hasStatus && !traits.hasEmail && !traits.hasEnd);
    QVERIFY(!traits.limits.isEmpty());
    QCOMPARE(wait(users.remove(bob.id)).error().code, ErrorCode::NotSupported);
    QCOMPARE(wait(users.unlock(bob.id)).error().code, ErrorCode::NotSupported);
    QCOMPARE(wait(users.resetSecondFactor(bob.id, {})).error().code, ErrorCode::NotSupported);
    gateway::UserChange change;
    change.username = u"robert"_s;
    QCOMPARE(wait(users.update(bob.id, change, bob.version)).error().code, ErrorCode::NotSupported);
    QVERIFY(wait(users.find(bob.id)));
    const auto roles = wait(users.roles());
    QVERIFY(roles);
    QCOMPARE(roles->size(), 2);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestPipelitConsole)
#include "tst_pipelitconsole.moc"
