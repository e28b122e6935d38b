// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hosting/folderremoval.h"
#include "core/server/host/datafolder.h"
#include "core/server/host/localserverimpl.h"
#include "tests/support/httpclient.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using authdesk::base::ErrorCode;
using authdesk::base::Result;
using authdesk::base::Secret;
using authdesk::hosting::FolderState;
using authdesk::hosting::LocalServerOptions;
using authdesk::server::host::LocalServerImpl;
using authdesk::tests::exchange;
namespace host = authdesk::server::host;

class TestLocalServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startsAndStops();
    void followsItsSettings();
    void namesItselfInTheNetwork();
    void aTakenPortIsToldAndMayBeTriedAgain();
    void tellsWhatAFolderHolds();
    void twoServersDoNotShareAFolder();
    void goesWithItsServerRunning();
    void theKeyOfAKeychainLeavesNoFile();
    void removesAFolderWithItsServerRunning();
    void saysWhatStaysOfAFolderAndWhy();
    void rescuesBesideTheRunningServer();
    void rescuesWithoutAServer();
    void findsFreePorts();

private:
    [[nodiscard]] LocalServerOptions options(quint16 port = 0) const
    {
        return {.dataFolder = m_folder->filePath(u"data"_s),
                .port = port,
                .serverName = u"Our office"_s,
                .masterKey = {}};
    }
    [[nodiscard]] QString data() const { return options().dataFolder; }
    static QByteArray setUp(const QUrl &address);

    static constexpr authdesk::server::crypto::HashParameters quick{.memoryKiB = 8, .passes = 1};
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLocalServer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QByteArray TestLocalServer::setUp(const QUrl &address)
{
    const auto done = exchange(
        address,
        {"POST", "/admin/v1/setup", {}, R"({"username":"ada","password":"viola under willows"})"});
    if (done.status != 201)
        QTest::qFail("the server is not set up", __FILE__, __LINE__);
    return done.text("access_token"_L1);
}

void TestLocalServer::startsAndStops()
{
    LocalServerImpl server(quick);
    QVERIFY(!server.isRunning());
    for (int round = 0; round < 2; ++round) {
        const Result<QUrl> address = server.start(options()).result();
        QVERIFY(address);
        QVERIFY(server.isRunning());
        QCOMPARE(server.address(), *address);
        QCOMPARE(address->host(), u"127.0.0.1"_s);
        QCOMPARE(exchange(*address, {"GET", "/healthz"}).status, 200);
        QVERIFY(server.stop().result());
        QVERIFY(!server.isRunning());
        QVERIFY(server.address().isEmpty());
        QCOMPARE(exchange(*address, {"GET", "/healthz"}).status, 0);
    }
}

void TestLocalServer::followsItsSettings()
{
    LocalServerImpl server(quick);
    const QUrl before = server.start(options()).result().value_or(QUrl());
    QVERIFY(server.startedAt().isValid());
    QVERIFY(server.certificate().isEmpty());
    const QByteArray token = setUp(before);
    const auto change = [&](const QByteArray &body) {
        return exchange(before, {"PATCH", "/admin/v1/settings/server", token, body}).status;
    };
    const QByteArray body =
        R"({"tls":{"mode":"self-signed"},"public_url":"https:\/\/desk.local:8443"})";
    QCOMPARE(change(body), 200);
    QCOMPARE(server.address(), before); // nobody has looked yet
    QUrl now = before;
    now.setScheme(u"https"_s);
    QCOMPARE(server.lookAgain().result(), now);
    QCOMPARE(server.address(), now);
    QCOMPARE(server.certificate().size(), 32);
    QCOMPARE(server.publicAddress(), QUrl(u"https://desk.local:8443"_s));
    const QByteArray shown = server.certificate();

    // The next start finds it so.
    QVERIFY(server.stop().result());
    QVERIFY(!server.startedAt().isValid());
    QVERIFY(server.certificate().isEmpty());
    QCOMPARE(server.lookAgain().result(), QUrl());
    QCOMPARE(server.start(options(quint16(before.port()))).result().value_or(QUrl()), now);
    QCOMPARE(server.certificate(), shown);
}

void TestLocalServer::namesItselfInTheNetwork()
{
    const QStringList names = authdesk::hosting::namesInNetwork();
    QVERIFY(!names.contains(u"localhost"_s));
    QVERIFY(!names.contains(u"127.0.0.1"_s));
    QCOMPARE(QSet(names.begin(), names.end()).size(), names.size());
}

void TestLocalServer::aTakenPortIsToldAndMayBeTriedAgain()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    LocalServerImpl server(quick);
    const auto refused = server.start(options(other.serverPort())).result();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::PortTaken);
    QVERIFY(!server.isRunning());
    const quint16 port = other.serverPort();
    other.close();
    const auto address = server.start(options(port)).result();
    QVERIFY(address);
    QCOMPARE(address->port(), int(port));
}

void TestLocalServer::tellsWhatAFolderHolds()
{
    LocalServerImpl server(quick);
    QCOMPARE(server.inspect(data()).result(), FolderState::Empty);
    QVERIFY(!QDir(data()).exists());
    QVERIFY(server.start(options()).result());
    QCOMPARE(server.inspect(data()).result(), FolderState::InUse);
    QVERIFY(server.stop().result());
    QCOMPARE(server.inspect(data()).result(), FolderState::HasServer);

    QFile database(host::databaseFile(data()));
    QVERIFY(database.open(QIODevice::WriteOnly));
    database.write(QByteArray(4096, 'x'));
    database.close();
    QCOMPARE(server.inspect(data()).result(), FolderState::Damaged);
    QCOMPARE(server.inspect(database.fileName() + u"/below"_s).result(), FolderState::NotWritable);
    const auto refused = server.start(options()).result();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseDamaged);
}

void TestLocalServer::twoServersDoNotShareAFolder()
{
    LocalServerImpl first(quick);
    LocalServerImpl second(quick);
    QVERIFY(first.start(options()).result());
    const auto refused = second.start(options()).result();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::FolderInUse);
    QVERIFY(first.stop().result());
    QVERIFY(second.start(options()).result());
}

void TestLocalServer::goesWithItsServerRunning()
{
    QUrl address;
    {
        LocalServerImpl server(quick);
        address = server.start(options()).result().value_or(QUrl());
        QVERIFY(address.isValid());
        setUp(address);
    }
    QCOMPARE(exchange(address, {"GET", "/healthz"}).status, 0);
    QVERIFY(QFile::exists(host::auditHeadFile(data())));
    LocalServerImpl server(quick);
    QCOMPARE(server.inspect(data()).result(), FolderState::HasServer);
}

void TestLocalServer::theKeyOfAKeychainLeavesNoFile()
{
    LocalServerOptions given = options();
    given.masterKey = Secret(QByteArray(64, 'c'));
    LocalServerImpl server(quick);
    QVERIFY(server.start(given).result());
    QVERIFY(server.stop().result());
    QVERIFY(!QFile::exists(host::masterKeyFile(data())));
    const auto without = server.start(options()).result();
    QVERIFY(!without);
    QCOMPARE(without.error().code, ErrorCode::MasterKeyMissing);
    given.masterKey = Secret(QByteArray(64, 'd'));
    const auto wrong = server.start(given).result();
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::MasterKeyWrong);
}

void TestLocalServer::removesAFolderWithItsServerRunning()
{
    LocalServerImpl server(quick);
    QVERIFY(server.start(options()).result());
    QVERIFY(QDir(data()).exists());
    QVERIFY(server.removeFolder(data()).result());
    QVERIFY(!server.isRunning());
    QVERIFY(!QDir(data()).exists());
    QVERIFY(server.removeFolder(data()).result());
}

void TestLocalServer::saysWhatStaysOfAFolderAndWhy()
{
    // Deleting an entry needs the right to write into its folder; that right goes away here, for
    // root by becoming somebody else.
    const QString keep = data() + u"/keep"_s;
    QVERIFY(QDir().mkpath(keep));
    QVERIFY(QDir().mkpath(data() + u"/away"_s));
    QFile file(keep + u"/file"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(chmod(qPrintable(m_folder->path()), 0777), 0);
    QCOMPARE(chmod(qPrintable(data()), 0777), 0);
    QCOMPARE(chmod(qPrintable(keep), 0555), 0);
    const bool root = geteuid() == 0;
    QCOMPARE(root ? seteuid(65534) : 0, 0);
    const Result<void> removed = authdesk::hosting::removeFolder(data());
    QCOMPARE(root ? seteuid(0) : 0, 0);
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::FileFailed);
    QCOMPARE(removed.error().message, keep + u"/file: Permission denied"_s);
    QVERIFY(file.exists());
    QVERIFY(!QDir(data() + u"/away"_s).exists());
    QCOMPARE(chmod(qPrintable(keep), 0777), 0);
    QVERIFY(authdesk::hosting::removeFolder(data()));
    QVERIFY(!QDir(data()).exists());
}

void TestLocalServer::rescuesBesideTheRunningServer()
{
    LocalServerImpl server(quick);
    const QUrl address = server.start(options()).result().value_or(QUrl());
    setUp(address);
    const auto users = server.listUsers(data()).result();
    QVERIFY(users);
    QCOMPARE(users->size(), 1);
    QCOMPARE(users->first().username, u"ada"_s);
    QCOMPARE(users->first().roleName, u"Super Admin"_s);
    const auto oneTime = server.resetPassword(data(), u"ada"_s).result();
    QVERIFY(oneTime);
    const auto step = exchange(
        address, {"POST",
                  "/admin/v1/sign-in",
                  {},
                  "{\"login\":\"ada\",\"password\":\"" + oneTime->view().toByteArray() + "\"}"});
    QCOMPARE(step.json().value("password_change_required"_L1).toBool(), true);
    QVERIFY(server.isRunning());
}

void TestLocalServer::rescuesWithoutAServer()
{
    LocalServerImpl server(quick);
    const auto none = server.listUsers(data()).result();
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::NotFound);
    QVERIFY(!QDir(data()).exists());
    setUp(server.start(options()).result().value_or(QUrl()));
    QVERIFY(server.stop().result());

    const auto code = server.resetSecondFactor(data(), u"ada"_s).result();
    QVERIFY(code);
    QCOMPARE(code->view().size(), 8);
    QVERIFY(server.unlock(data(), u"ada"_s).result());
    const auto unknown = server.unlock(data(), u"nobody"_s).result();
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
}

void TestLocalServer::findsFreePorts()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QVERIFY(!authdesk::hosting::isPortFree(other.serverPort()));
    const quint16 next = authdesk::hosting::freePortFrom(other.serverPort());
    QVERIFY(next == 0 || next > other.serverPort());
    QVERIFY(next == 0 || authdesk::hosting::isPortFree(next));
}

QTEST_GUILESS_MAIN(TestLocalServer)
#include "tst_localserver.moc"
