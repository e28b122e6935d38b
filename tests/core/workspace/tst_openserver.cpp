// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/workspace/workspace.h"

#include "core/net/relay.h"
#include "core/vault/memoryvault.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using gateway::SignedIn;
using gateway::SignInOutcome;

namespace {

template <typename T>
QFuture<base::Result<T>> ready(base::Result<T> result)
{
    return net::readyFuture<base::Result<T>>(std::move(result));
}

base::Secret secret(const QString &text)
{
    return base::Secret::fromString(text);
}

SignedIn tokens(const QString &access, const QString &refresh, qint64 expires = 900)
{
    return {.tokens = {.access = secret(access),
                       .refresh = refresh.isEmpty() ? base::Secret() : secret(refresh),
                       .expiresInSeconds = expires},
            .user = std::nullopt};
}

} // namespace

namespace openservertest {

/// A server whose answers a test sets; counts what it was asked.
class FakeConnection final : public gateway::Connection,
                             public gateway::SignInGateway,
                             public gateway::AccountGateway
{
public:
    template <typename T>
    using Answer = QFuture<base::Result<T>>;

    QString system() const override { return u"fake"_s; }
    QUrl address() const override { return place; }
    bool moveTo(const QUrl &address) override
    {
        if (mayMove)
            place = address;
        return mayMove;
    }
    gateway::Capabilities capabilities() const override { return {}; }
    void setAccessToken(const base::Secret &token) override { *accessToken = token; }
    void setRenewal(Renewal wanted) override { renewal = std::move(wanted); }
    gateway::SignInGateway &signIn() override { return *this; }
    gateway::AccountGateway &account() override { return *this; }
    gateway::UsersGateway *users() override { return nullptr; }

    Answer<gateway::SetupState> setupState() override { return {}; }
    Answer<SignedIn> setUp(const gateway::SetupRequest &) override { return {}; }
    Answer<SignInOutcome> signIn(const QString &, const base::Secret &) override
    {
        return ready<SignInOutcome>(SignInOutcome(nextSignIn));
    }
    Answer<SignInOutcome> verify(const gateway::SecondFactorNeeded &, const QString &) override
    {
        return ready<SignInOutcome>(SignInOutcome(nextSignIn));
    }
    Answer<SignInOutcome> changePassword(const gateway::PasswordChangeNeeded &,
                                         const base::Secret &) override
    {
        return ready<SignInOutcome>(SignInOutcome(nextSignIn));
    }
    Answer<SignedIn> refresh(const base::Secret &token) override
    {
        refreshedWith.append(token.toString());
        return nextRefresh();
    }
    Answer<void> signOut() override
    {
        signedOutWith = accessToken->toString();
        return ready<void>(nextSignOut);
    }

    Answer<model::User> me() override { return ready<model::User>(user); }
    Answer<model::User> updateMe(const gateway::ProfileChange &) override { return {}; }
    Answer<void> changePassword(const base::Secret &, const base::Secret &, bool) override
    {
        return {};
    }
    Answer<gateway::MfaState> mfaState() override { return {}; }
    Answer<gateway::TotpEnrollment> beginTotp() override { return {}; }
    Answer<gateway::RecoveryCodes> confirmTotp(const QString &) override { return {}; }
    Answer<void> disableTotp(const QString &) override { return {}; }
    Answer<gateway::RecoveryCodes> regenerateRecoveryCodes(const QString &) override { return {}; }
    Answer<QList<model::Session>> sessions() override { return {}; }
    Answer<void> endSession(qint64) override { return {}; }
    Answer<void> endOtherSessions() override { return {}; }

    /// Shared, so that a test can look after the connection has gone.
    std::shared_ptr<base::Secret> accessToken = std::make_shared<base::Secret>();
    QUrl place = QUrl(u"http://localhost:1"_s);
    bool mayMove = true;
    Renewal renewal;
    SignInOutcome nextSignIn = tokens(u"a1"_s, u"r1"_s);
    std::function<Answer<SignedIn>()> nextRefresh = [] {
        return ready<SignedIn>(tokens(u"a2"_s, u"r2"_s));
    };
    base::Result<void> nextSignOut;
    model::User user;
    QStringList refreshedWith;
    QString signedOutWith;
};

class FakeFactory final : public gateway::ConnectionFactory
{
public:
    std::unique_ptr<gateway::Connection> create(const QString &system, const QUrl &,
                                                gateway::RequestObserver observer) override
    {
        if (system != u"fake"_s)
            return nullptr;
        auto made = std::make_unique<FakeConnection>();
        last = made.get();
        lastObserver = std::move(observer);
        return made;
    }
    void trustCertificate(const QUrl &address, const QByteArray &fingerprint) override
    {
        trusted[address] = fingerprint;
    }
    QString displayName(const QString &system) const override { return system; }

    QHash<QUrl, QByteArray> trusted;
    FakeConnection *last = nullptr;
    gateway::RequestObserver lastObserver;
};

} // namespace openservertest

using openservertest::FakeConnection;
using openservertest::FakeFactory;

class TestOpenServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takesTokensAfterEverySignIn();
    void renewsOnceForAllWhoWait();
    void renewsBeforeTheTokenEnds();
    void endsTheSessionWhenTheServerRefusesTheRenewal();
    void keepsTheSessionWhileTheServerIsAway();
    void r18_keepsNothingUnlessAskedTo();
    void keepsTheNewestRefreshTokenInTheVaultOnly();
    void saysThatThereIsNoKeychain();
    void resumesWithTheKeptToken();
    void forgetsAKeptTokenThatIsRefused();
    void forgetsEverythingAtSignOutEvenWhenTheServerIsAway();
    void saysWhatItCannotKeep();
    void followsAServerThatMovedAndStaysSignedIn();
    void opensEachServerOnceAndLogsWhatItSends();

private:
    [[nodiscard]] QByteArray everythingWritten() const;
    void signIn() { std::ignore = m_server->signIn(u"karl"_s, secret(u"p"_s)).result(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::ServerProfiles> m_profiles;
    std::unique_ptr<vault::MemoryVault> m_vault;
    FakeFactory m_factory;
    std::unique_ptr<workspace::Workspace> m_workspace;
    workspace::OpenServer *m_server = nullptr;
    FakeConnection *m_fake = nullptr;
};

void TestOpenServer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profiles = std::make_unique<settings::ServerProfiles>(m_folder->path());
    m_vault = std::make_unique<vault::MemoryVault>();
    m_workspace = std::make_unique<workspace::Workspace>(m_factory, *m_profiles, *m_vault);
    const auto profile = m_profiles->add({.id = {},
                                          .name = u"acme"_s,
                                          .address = QUrl(u"http://localhost:1"_s),
                                          .system = u"fake"_s,
                                          .login = {}});
    m_server = m_workspace->open(*profile);
    m_fake = m_factory.last;
}

void TestOpenServer::cleanup()
{
    m_workspace.reset();
}

QByteArray TestOpenServer::everythingWritten() const
{
    QByteArray all;
    QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

void TestOpenServer::takesTokensAfterEverySignIn()
{
    QSignalSpy signedIn(m_server, &workspace::OpenServer::signedIn);
    m_fake->nextSignIn =
        gateway::SecondFactorNeeded{.challenge = secret(u"c"_s), .login = u"karl"_s, .methods = {}};
    const auto first = m_server->signIn(u"karl"_s, secret(u"p"_s)).result();
    QVERIFY(!m_server->isSignedIn());
    m_fake->nextSignIn = tokens(u"a1"_s, u"r1"_s);
    QVERIFY(m_server->verify(std::get<gateway::SecondFactorNeeded>(*first), u"1"_s).result());
    QVERIFY(m_server->isSignedIn());
    QCOMPARE(signedIn.count(), 1);
    QCOMPARE(m_fake->accessToken->toString(), u"a1"_s);
    QCOMPARE(m_profiles->all().constFirst().login, u"karl"_s);
}

void TestOpenServer::renewsOnceForAllWhoWait()
{
    signIn();
    auto later = std::make_shared<QPromise<base::Result<SignedIn>>>();
    later->start();
    m_fake->nextRefresh = [later] { return later->future(); };
    const auto first = m_fake->renewal();
    const auto second = m_fake->renewal();
    QCOMPARE(m_fake->refreshedWith, QStringList{u"r1"_s});
    later->addResult(tokens(u"a2"_s, u"r2"_s));
    later->finish();
    QCOMPARE(first.result()->toString(), u"a2"_s);
    QCOMPARE(second.result()->toString(), u"a2"_s);
    m_fake->nextRefresh = [] { return ready<SignedIn>(tokens(u"a3"_s, u"r3"_s)); };
    QCOMPARE(m_fake->renewal().result()->toString(), u"a3"_s);
    QCOMPARE(m_fake->refreshedWith, (QStringList{u"r1"_s, u"r2"_s}));
}

void TestOpenServer::renewsBeforeTheTokenEnds()
{
    m_fake->nextSignIn = tokens(u"a1"_s, u"r1"_s, 1);
    signIn();
    QTRY_COMPARE(m_fake->refreshedWith, QStringList{u"r1"_s});
    QTRY_COMPARE(m_fake->accessToken->toString(), u"a2"_s);
}

void TestOpenServer::endsTheSessionWhenTheServerRefusesTheRenewal()
{
    signIn();
    QSignalSpy ended(m_server, &workspace::OpenServer::sessionEnded);
    m_fake->nextRefresh = [] {
        return ready<SignedIn>(base::fail(ErrorCode::Unauthenticated, u"Ended."_s));
    };
    QVERIFY(!m_fake->renewal().result());
    QCOMPARE(ended.count(), 1);
    QVERIFY(!m_server->isSignedIn());
    QVERIFY(m_fake->accessToken->isEmpty());
    // Nobody is signed in any more: no second word about it.
    QVERIFY(!m_fake->renewal().result());
    QCOMPARE(ended.count(), 1);
}

void TestOpenServer::keepsTheSessionWhileTheServerIsAway()
{
    signIn();
    QSignalSpy ended(m_server, &workspace::OpenServer::sessionEnded);
    m_fake->nextRefresh = [] {
        return ready<SignedIn>(base::fail(ErrorCode::Unreachable, u"Away."_s));
    };
    QCOMPARE(m_fake->renewal().result().error().code, ErrorCode::Unreachable);
    QCOMPARE(ended.count(), 0);
    QVERIFY(m_server->isSignedIn());
}

void TestOpenServer::r18_keepsNothingUnlessAskedTo()
{
    signIn();
    QVERIFY(m_fake->renewal().result());
    QVERIFY(m_vault->names().isEmpty());
    QVERIFY(!m_server->isKept());
    for (const char *value : {"r1", "r2", "a1", "a2"})
        QVERIFY(!everythingWritten().contains('"' + QByteArray(value) + '"'));
}

void TestOpenServer::keepsTheNewestRefreshTokenInTheVaultOnly()
{
    m_fake->nextSignIn = tokens(u"access-one"_s, u"refresh-one"_s);
    m_fake->nextRefresh = [] { return ready<SignedIn>(tokens(u"access-two"_s, u"refresh-two"_s)); };
    signIn();
    QVERIFY(m_server->setKeepSignedIn(true).result());
    QVERIFY(m_server->isKept());
    QVERIFY(m_fake->renewal().result());
    const QString name = vault::refreshTokenName(m_server->profile().id);
    QCOMPARE(m_vault->read(name).result()->value().toString(), u"refresh-two"_s);
    QVERIFY(!everythingWritten().contains("refresh-"));
    QVERIFY(!everythingWritten().contains("access-"));
    QVERIFY(m_server->setKeepSignedIn(false).result());
    QVERIFY(m_vault->names().isEmpty());
}

void TestOpenServer::saysThatThereIsNoKeychain()
{
    m_vault->setAvailability(vault::Availability::Unavailable);
    signIn();
    QCOMPARE(m_server->setKeepSignedIn(true).result().error().code, ErrorCode::KeychainUnavailable);
    QVERIFY(!m_server->isKept());
    QVERIFY(m_server->isSignedIn());
}

void TestOpenServer::resumesWithTheKeptToken()
{
    QCOMPARE(m_server->resume().result().error().code, ErrorCode::NotFound);
    const QString name = vault::refreshTokenName(m_server->profile().id);
    QVERIFY(m_vault->write(name, secret(u"kept"_s)).result());
    QSignalSpy signedIn(m_server, &workspace::OpenServer::signedIn);
    QVERIFY(m_server->resume().result());
    QCOMPARE(signedIn.count(), 1);
    QCOMPARE(m_fake->refreshedWith, QStringList{u"kept"_s});
    QCOMPARE(m_fake->accessToken->toString(), u"a2"_s);
    // It rotated: what is kept is the new one.
    QCOMPARE(m_vault->read(name).result()->value().toString(), u"r2"_s);
}

void TestOpenServer::forgetsAKeptTokenThatIsRefused()
{
    const QString name = vault::refreshTokenName(m_server->profile().id);
    QVERIFY(m_vault->write(name, secret(u"kept"_s)).result());
    m_fake->nextRefresh = [] {
        return ready<SignedIn>(base::fail(ErrorCode::RefreshReused, u"Old."_s));
    };
    QCOMPARE(m_server->resume().result().error().code, ErrorCode::RefreshReused);
    QVERIFY(m_vault->names().isEmpty());
    // A server that is away is no reason to forget.
    QVERIFY(m_vault->write(name, secret(u"kept"_s)).result());
    m_fake->nextRefresh = [] {
        return ready<SignedIn>(base::fail(ErrorCode::Unreachable, u"Away."_s));
    };
    QCOMPARE(m_server->resume().result().error().code, ErrorCode::Unreachable);
    QCOMPARE(m_vault->names().size(), 1);
}

void TestOpenServer::forgetsEverythingAtSignOutEvenWhenTheServerIsAway()
{
    signIn();
    QVERIFY(m_server->setKeepSignedIn(true).result());
    QSignalSpy ended(m_server, &workspace::OpenServer::sessionEnded);
    QSignalSpy signedOut(m_server, &workspace::OpenServer::signedOut);
    m_fake->nextSignOut = base::fail(ErrorCode::Unreachable, u"Away."_s);
    QCOMPARE(m_server->signOut().result().error().code, ErrorCode::Unreachable);
    QCOMPARE(m_fake->signedOutWith, u"a1"_s);
    QVERIFY(m_vault->names().isEmpty());
    QVERIFY(m_fake->accessToken->isEmpty());
    QVERIFY(!m_server->isSignedIn());
    QCOMPARE(signedOut.count(), 1);
    QCOMPARE(ended.count(), 0);
}

void TestOpenServer::saysWhatItCannotKeep()
{
    m_fake->nextSignIn = tokens(u"key"_s, {}, 0);
    signIn();
    QCOMPARE(m_server->setKeepSignedIn(true).result().error().code, ErrorCode::NotSupported);
    QVERIFY(m_vault->names().isEmpty());
}

void TestOpenServer::followsAServerThatMovedAndStaysSignedIn()
{
    signIn();
    auto moved = m_server->profile();
    moved.address = QUrl(u"https://127.0.0.1:8443"_s);
    moved.trustedCertificate = QByteArray(32, 'f');
    QSignalSpy changed(m_server, &workspace::OpenServer::profileChanged);
    QVERIFY(m_workspace->follow(moved));
    QCOMPARE(m_fake->place, moved.address);
    QCOMPARE(m_server->profile(), moved);
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_server->isSignedIn());
    QCOMPARE(m_fake->accessToken->toString(), u"a1"_s);
    QCOMPARE(m_factory.trusted.value(moved.address), moved.trustedCertificate);
    // Back to plain http: nothing is trusted by its fingerprint there any more.
    moved.address = QUrl(u"http://127.0.0.1:8443"_s);
    moved.trustedCertificate.clear();
    QVERIFY(m_workspace->follow(moved));
    QVERIFY(m_factory.trusted.value(moved.address).isEmpty());

    m_fake->mayMove = false;
    moved.address = QUrl(u"http://127.0.0.1:9"_s);
    QVERIFY(!m_workspace->follow(moved));
    moved.id = u"nobody"_s;
    QVERIFY(!m_workspace->follow(moved));
}

void TestOpenServer::opensEachServerOnceAndLogsWhatItSends()
{
    QCOMPARE(m_workspace->open(m_server->profile()), m_server);
    auto unknown = m_server->profile();
    unknown.id = u"other"_s;
    unknown.system = u"nobody"_s;
    QVERIFY(!m_workspace->open(unknown));
    m_factory.lastObserver(
        {.at = {}, .method = u"GET"_s, .host = {}, .path = u"/me"_s, .status = 200, .problem = {}});
    QCOMPARE(m_workspace->requestLog().entries().size(), 1);
    workspace::RequestLog small(2);
    for (int i = 0; i < 3; ++i)
        small.append({.at = {}, .method = {}, .host = {}, .path = {}, .status = i, .problem = {}});
    QCOMPARE(small.entries().size(), 2);
    QCOMPARE(small.entries().constFirst().status, 1);
    const auto renewal = m_fake->renewal;
    QSignalSpy closing(m_workspace.get(), &workspace::Workspace::closing);
    m_workspace->close(m_server->profile().id);
    QCOMPARE(closing.count(), 1);
    QVERIFY(m_workspace->servers().isEmpty());
    QCOMPARE(renewal().result().error().code, ErrorCode::Cancelled);
    m_factory.lastObserver({.at = {}, .method = {}, .host = {}, .path = {}, .problem = {}});
}

QTEST_GUILESS_MAIN(TestOpenServer)
#include "tst_openserver.moc"
