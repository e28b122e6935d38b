// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Moving a server between the window and a service, with every step failing once: afterwards it is
// as it was, and the key is never in neither place.

#include "fakeserver.h"

#include "core/vault/memoryvault.h"
#include "ui/shell/servicemove.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace authdesk;
using namespace authdesk::tests;
using base::ErrorCode;
using base::Result;
using base::Secret;
using ui::shell::HostedServers;
using ui::shell::ServiceMove;
using Remark = ServiceMove::Remark;

static Result<void> outcome(const QString &failing, const QString &now)
{
    if (failing.split(u' ').contains(now))
        return base::fail(ErrorCode::UnexpectedAnswer, u"%1 fails"_s.arg(now));
    return {};
}

/// What systemd and the folder would hold.
class FakeServices final : public hosting::ServiceManager
{
public:
    class Server final : public hosting::LocalServer
    {
    public:
        explicit Server(FakeServices &services)
            : m_services(services)
        {
        }
        bool isRunning() const override { return m_services.runs; }
        QUrl address() const override
        {
            return m_services.runs ? QUrl(u"http://127.0.0.1:8000"_s) : QUrl();
        }
        QFuture<hosting::FolderState> inspect(const QString &) override
        {
            return answered(hosting::FolderState::InUse);
        }
        QFuture<Result<QUrl>> start(const hosting::LocalServerOptions &) override
        {
            const auto started = outcome(m_services.failing, u"start"_s);
            m_services.runs = started && m_services.installed;
            return answered(started ? Result<QUrl>(address())
                                    : Result<QUrl>(std::unexpected(started.error())));
        }
        QFuture<Result<void>> stop() override
        {
            const auto stopped = outcome(m_services.failing, u"stop"_s);
            m_services.runs = m_services.runs && !stopped;
            return answered(stopped);
        }
        QFuture<Result<void>> removeFolder(const QString &) override
        {
            return answered(Result<void>());
        }
        QFuture<Result<QList<hosting::RescueUser>>> listUsers(const QString &) override
        {
            return answered(Result<QList<hosting::RescueUser>>({}));
        }
        QFuture<Result<Secret>> resetPassword(const QString &, const QString &) override
        {
            return answered(Result<Secret>({}));
        }
        QFuture<Result<Secret>> resetSecondFactor(const QString &, const QString &) override
        {
            return answered(Result<Secret>({}));
        }
        QFuture<Result<void>> unlock(const QString &, const QString &) override
        {
            return answered(Result<void>());
        }

    private:
        FakeServices &m_services;
    };

    QFuture<hosting::ServiceSupport> support() override
    {
        return answered(hosting::ServiceSupport::Available);
    }
    bool isInstalled(const QString &) const override { return installed.has_value(); }
    bool staysWhenSignedOut(const QString &) const override
    {
        return installed && installed->staysWhenSignedOut;
    }
    QFuture<Result<void>> install(const hosting::ServiceSpec &spec) override
    {
        const auto done = outcome(failing, u"install"_s);
        if (done)
            installed = spec;
        return answered(done);
    }
    QFuture<Result<void>> remove(const QString &) override
    {
        const auto done = outcome(failing, u"remove"_s);
        if (done) {
            installed.reset();
            runs = false;
        }
        return answered(done);
    }
    std::unique_ptr<hosting::LocalServer> makeServer(const hosting::ServiceSpec &) override
    {
        return std::make_unique<Server>(*this);
    }
    QFuture<Result<bool>> writeMasterKey(const QString &, const Secret &key) override
    {
        if (failing == u"writeKey"_s)
            return answered(Result<bool>(base::fail(ErrorCode::MasterKeyWrong)));
        const bool isNew = file.isEmpty();
        file = key;
        return answered(Result<bool>(isNew));
    }
    QFuture<Result<Secret>> readMasterKey(const QString &) override
    {
        return answered(file.isEmpty() ? Result<Secret>(base::fail(ErrorCode::MasterKeyMissing))
                                       : Result<Secret>(file));
    }
    QFuture<Result<void>> removeMasterKey(const QString &, const Secret &key) override
    {
        const auto done = outcome(failing, u"removeKey"_s);
        if (done && file.view() == key.view())
            file = {};
        return answered(done);
    }

    QString failing;
    std::optional<hosting::ServiceSpec> installed;
    bool runs = false;
    Secret file;
};

class TestServiceMove final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void movesAndComesBack();
    void aKeyInTheFileStaysThere();
    void whatFailsIsUndone_data();
    void whatFailsIsUndone();
    void theWayBackIsUndoneToo_data();
    void theWayBackIsUndoneToo();
    void whatCannotBeUndoneIsTold();
    void aKeychainThatLostTheKeyIsTold();
    void isCalledOffBetweenSteps();
    void aHalfMoveIsSettledAtTheNextStart();
    void aServiceIsNothingToAskAboutWhenClosing();

private:
    [[nodiscard]] settings::ServerProfile now() const { return *m_profiles->find(m_id); }
    [[nodiscard]] QString entry() const { return vault::masterKeyName(u"/data"_s); }
    [[nodiscard]] bool isInKeychain() const { return m_vault.names().contains(entry()); }
    void add(bool keyInKeychain);
    [[nodiscard]] static Result<Remark> ended(const QFuture<Result<Remark>> &move);
    void expectInWindow();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::ServerProfiles> m_profiles;
    vault::MemoryVault m_vault;
    FakeServices m_services;
    FakeLocalServer *m_local = nullptr; ///< made last
    std::unique_ptr<HostedServers> m_hosted;
    std::unique_ptr<ServiceMove> m_move;
    QString m_id;
};

void TestServiceMove::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profiles = std::make_unique<settings::ServerProfiles>(m_folder->path());
    m_services.failing.clear();
    m_services.installed.reset();
    m_services.runs = false;
    m_services.file = {};
    m_vault.setAvailability(vault::Availability::Available);
    QVERIFY(m_vault.remove(entry()).result());
    m_hosted = std::make_unique<HostedServers>(
        [this]() -> std::unique_ptr<hosting::LocalServer> {
            auto local = std::make_unique<FakeLocalServer>();
            m_local = local.get();
            return local;
        },
        *m_profiles, m_vault, &m_services);
}

void TestServiceMove::cleanup()
{
    m_move.reset();
    m_hosted.reset();
}

void TestServiceMove::add(bool keyInKeychain)
{
    const Secret key("k");
    if (keyInKeychain)
        QVERIFY(m_vault.write(entry(), key).result());
    else
        m_services.file = key;
    const auto added =
        m_profiles->add({.name = u"acme"_s,
                         .address = QUrl(u"http://127.0.0.1:8000"_s),
                         .system = u"authdesk"_s,
                         .hosted = settings::HostedServer{
                             .folder = u"/data"_s, .port = 8000, .keyInKeychain = keyInKeychain}});
    QVERIFY(added);
    m_id = added->id;
    const auto started = m_hosted->start(*added);
    QTRY_VERIFY(started.isFinished());
    QVERIFY(started.result());
    m_move = std::make_unique<ServiceMove>(*m_hosted, m_services, m_vault, *added);
}

Result<Remark> TestServiceMove::ended(const QFuture<Result<Remark>> &move)
{
    if (!QTest::qWaitFor([&move] { return move.isFinished(); }))
        return base::fail(ErrorCode::TimedOut, u"the move does not end"_s);
    return move.result();
}

void TestServiceMove::expectInWindow()
{
    QVERIFY(!now().hosted->asService);
    QVERIFY(!m_move->isService());
    QVERIFY(!m_services.installed);
    QVERIFY(!m_services.runs);
    QVERIFY(m_local->running);
    QVERIFY(m_hosted->anyRunning());
}

void TestServiceMove::movesAndComesBack()
{
    add(true);
    QSignalSpy steps(m_move.get(), &ServiceMove::stepBegan);
    const auto moved = ended(m_move->keepRunning(true));
    QVERIFY(moved && *moved == Remark::None);
    QCOMPARE(steps.size(), 6);
    QVERIFY(now().hosted->asService);
    QVERIFY(!now().hosted->keyInKeychain);
    QVERIFY(m_services.runs && m_services.installed->staysWhenSignedOut);
    QCOMPARE(m_services.installed->dataFolder, u"/data"_s);
    QVERIFY(!isInKeychain());
    QCOMPARE(m_services.file.view(), QByteArrayView("k"));

    const auto back = ended(m_move->runHere(true));
    QVERIFY(back && *back == Remark::None);
    expectInWindow();
    QVERIFY(now().hosted->keyInKeychain);
    QVERIFY(isInKeychain());
    QVERIFY(m_services.file.isEmpty());
    QCOMPARE(m_local->started->masterKey.view(), QByteArrayView("k"));
}

void TestServiceMove::aKeyInTheFileStaysThere()
{
    add(false);
    QVERIFY(ended(m_move->keepRunning(false)));
    QVERIFY(ended(m_move->runHere(false)));
    expectInWindow();
    QVERIFY(!isInKeychain());
    QVERIFY(!now().hosted->keyInKeychain);
    QCOMPARE(m_services.file.view(), QByteArrayView("k"));
}

void TestServiceMove::whatFailsIsUndone_data()
{
    QTest::addColumn<QString>("failing");
    for (const char *step : {"writeKey", "install", "start", "list"})
        QTest::newRow(step) << QString::fromLatin1(step);
}

void TestServiceMove::whatFailsIsUndone()
{
    QFETCH(const QString, failing);
    add(true);
    m_services.failing = failing;
    if (failing == u"list"_s) {
        // The list cannot be written where a folder lies in its place.
        QVERIFY(QFile::remove(m_folder->filePath(u"profiles.json"_s)));
        QVERIFY(QDir(m_folder->path()).mkpath(u"profiles.json/in-the-way"_s));
    }
    const auto moved = ended(m_move->keepRunning(false));
    QVERIFY(!moved);
    QVERIFY(moved.error().code != ErrorCode::TimedOut);
    expectInWindow();
    QVERIFY(now().hosted->keyInKeychain);
    QVERIFY(isInKeychain());
    QVERIFY(m_services.file.isEmpty());
    QCOMPARE(m_local->started->masterKey.view(), QByteArrayView("k"));
}

void TestServiceMove::theWayBackIsUndoneToo_data()
{
    QTest::addColumn<QString>("failing");
    for (const char *step : {"stop", "remove", "list"})
        QTest::newRow(step) << QString::fromLatin1(step);
}

void TestServiceMove::theWayBackIsUndoneToo()
{
    QFETCH(const QString, failing);
    add(true);
    QVERIFY(ended(m_move->keepRunning(true)));
    m_services.failing = failing;
    if (failing == u"list"_s) {
        QVERIFY(QFile::remove(m_folder->filePath(u"profiles.json"_s)));
        QVERIFY(QDir(m_folder->path()).mkpath(u"profiles.json/in-the-way"_s));
    }
    const auto back = ended(m_move->runHere(true));
    QVERIFY(!back);
    QVERIFY(back.error().code != ErrorCode::TimedOut);
    QVERIFY(m_move->isService());
    QVERIFY(m_services.installed && m_services.installed->staysWhenSignedOut);
    QVERIFY(m_services.runs);
    QVERIFY(!isInKeychain());
    QCOMPARE(m_services.file.view(), QByteArrayView("k"));
    QVERIFY(!m_hosted->anyRunning());
}

void TestServiceMove::whatCannotBeUndoneIsTold()
{
    add(true);
    m_services.failing = u"start remove"_s;
    const auto moved = ended(m_move->keepRunning(false));
    QVERIFY(!moved);
    QVERIFY(!m_move->isAsBefore());
    QCOMPARE(moved.error().message, u"start fails"_s);
    QCOMPARE(moved.error().detail, u"remove fails"_s);
    // Beside a service that is left nothing starts in the window; the key is back.
    QVERIFY(m_services.installed && !m_services.runs);
    QVERIFY(!m_hosted->anyRunning());
    QVERIFY(isInKeychain());
    QVERIFY(m_services.file.isEmpty());

    // When the cause is mended, Start on the page makes it whole.
    m_services.failing.clear();
    const auto started = m_hosted->start(now());
    QTRY_VERIFY(started.isFinished());
    QVERIFY(started.result());
    expectInWindow();
}

void TestServiceMove::aKeychainThatLostTheKeyIsTold()
{
    add(true);
    QVERIFY(m_vault.remove(entry()).result());
    const auto moved = ended(m_move->keepRunning(false));
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, ErrorCode::MasterKeyMissing);
    QVERIFY(moved.error().message.contains(entry()));
    expectInWindow();
}

void TestServiceMove::isCalledOffBetweenSteps()
{
    add(true);
    connect(m_move.get(), &ServiceMove::stepBegan, this, [this](ServiceMove::Step step) {
        if (step == ServiceMove::Step::Registering)
            m_move->cancel();
    });
    const auto moved = ended(m_move->keepRunning(false));
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, ErrorCode::Cancelled);
    expectInWindow();
    QVERIFY(isInKeychain());
    QVERIFY(m_services.file.isEmpty());
}

void TestServiceMove::aHalfMoveIsSettledAtTheNextStart()
{
    add(true);
    QVERIFY(m_hosted->stop(m_id).isValid());
    QTRY_VERIFY(!m_local->running);
    // The program ended before the list said so.
    m_services.installed = HostedServers::specOf(now());
    m_services.runs = true;
    const auto started = m_hosted->start(now());
    QTRY_VERIFY(started.isFinished());
    QVERIFY(started.result());
    expectInWindow();

    // And the other way round: the list still names a service that is gone.
    QVERIFY(ended(m_move->keepRunning(false)));
    m_services.installed.reset();
    m_services.runs = false;
    const auto again = m_hosted->start(now());
    QTRY_VERIFY(again.isFinished());
    QVERIFY(again.result());
    expectInWindow();
    QVERIFY(!now().hosted->keyInKeychain);
}

void TestServiceMove::aServiceIsNothingToAskAboutWhenClosing()
{
    add(true);
    QVERIFY(m_hosted->anyRunning());
    QVERIFY(ended(m_move->keepRunning(false)));
    QVERIFY(!m_hosted->anyRunning());
    QVERIFY(m_hosted->runningNames().isEmpty());
    m_hosted->stopAll();
    QVERIFY(m_services.runs);
}

QTEST_GUILESS_MAIN(TestServiceMove)
#include "tst_servicemove.moc"
