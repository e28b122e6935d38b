// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bad days of the real program: each ends with one clear line, leaves the data as it was, and is
// over as soon as its cause is.
#include "tests/core/server/host/serverprogram.h"
#include "tests/support/httpclient.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>
#include <QtTest/QTest>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using authdesk::tests::exchange;
using authdesk::tests::ServerProgram;

class TestBadGround final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aTakenPortIsNamed();
    void aFolderThatCannotBeMadeIsNamed();
    void aSecondServerOnTheFolderSaysSo();
    void aKilledServerLetsGoOfTheFolder();
    void aNewerDatabaseIsLeftAlone();
    void aDamagedDatabaseIsLeftAlone();
    void s48_aMissingMasterKeyIsNotReplaced();
    void s48_aWrongMasterKeyIsRefused_data();
    void s48_aWrongMasterKeyIsRefused();
    void aMasterKeyFromOutsideLeavesNoFile();
    void aFullDiskIsToldAndOverWhenThereIsRoomAgain();
    void s49_anAuditWhoseEndWasCutOffIsNoticed();

private:
    [[nodiscard]] QString path(const QString &name = {}) const
    {
        return m_folder->filePath(u"data"_s) + (name.isEmpty() ? QString() : u'/' + name);
    }
    [[nodiscard]] QStringList serveArguments(const QString &listen = u"127.0.0.1:0"_s) const
    {
        return {u"serve"_s, u"--data-dir"_s, path(), u"--listen"_s, listen};
    }
    [[nodiscard]] ServerProgram::Outcome
    failingStart(const QList<QPair<QString, QString>> &more = {})
    {
        return ServerProgram::runToEnd({.arguments = serveArguments(), .variables = more});
    }
    /// A folder with one person in it, the server stopped.
    void makeServer();
    [[nodiscard]] bool startsAndKnowsTheSetup();
    /// Ada's access token.
    [[nodiscard]] static QByteArray signIn(const QUrl &address);
    [[nodiscard]] static QByteArray contentOf(const QString &file);
    static bool write(const QString &file, const QByteArray &content);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBadGround::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestBadGround::makeServer()
{
    ServerProgram server({serveArguments()});
    const QUrl address = server.nextAddress();
    QVERIFY2(address.isValid(), server.errors().constData());
    const auto done = exchange(
        address,
        {"POST", "/admin/v1/setup", {}, R"({"username":"ada","password":"viola under willows"})"});
    QCOMPARE(done.status, 201);
    QCOMPARE(server.stop(), 0);
}

bool TestBadGround::startsAndKnowsTheSetup()
{
    ServerProgram server({serveArguments()});
    const QUrl address = server.nextAddress();
    const auto state = exchange(address, {"GET", "/admin/v1/setup"});
    return state.status == 200 && !state.json().value("needs_setup"_L1).toBool(true);
}

QByteArray TestBadGround::signIn(const QUrl &address)
{
    return exchange(address, {"POST",
                              "/admin/v1/sign-in",
                              {},
                              R"({"login":"ada","password":"viola under willows"})"})
        .text("access_token"_L1);
}

QByteArray TestBadGround::contentOf(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

bool TestBadGround::write(const QString &file, const QByteArray &content)
{
    QFile opened(file);
    return opened.open(QIODevice::WriteOnly) && opened.write(content) == content.size();
}

void TestBadGround::aTakenPortIsNamed()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString listen = u"127.0.0.1:%1"_s.arg(other.serverPort());
    const ServerProgram::Run run{.arguments = serveArguments(listen)};
    const auto outcome = ServerProgram::runToEnd(run);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.isOneLine(), outcome.errors.constData());
    QVERIFY2(outcome.errors.contains(listen.toLatin1()), outcome.errors.constData());
    QVERIFY(outcome.output.isEmpty());
    other.close();
    ServerProgram again(run);
    QVERIFY(again.nextAddress().isValid());
}

void TestBadGround::aFolderThatCannotBeMadeIsNamed()
{
    QVERIFY(write(m_folder->filePath(u"data"_s), "a file"));
    const auto outcome = ServerProgram::runToEnd(
        {{u"serve"_s, u"--data-dir"_s, path(u"below"_s), u"--listen=127.0.0.1:0"_s}});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.isOneLine(), outcome.errors.constData());
    QVERIFY(outcome.errors.contains(path(u"below"_s).toUtf8()));
    QCOMPARE(contentOf(m_folder->filePath(u"data"_s)), QByteArray("a file"));
}

void TestBadGround::aSecondServerOnTheFolderSaysSo()
{
    ServerProgram first({serveArguments()});
    QVERIFY(first.nextAddress().isValid());
    const auto second = failingStart();
    QCOMPARE(second.exitCode, 1);
    QVERIFY2(second.isOneLine(), second.errors.constData());
    QVERIFY(second.errors.contains("Another server"));
    QVERIFY(second.errors.contains(path().toUtf8()));
    QCOMPARE(first.stop(), 0);
    ServerProgram third({serveArguments()});
    QVERIFY(third.nextAddress().isValid());
}

void TestBadGround::aKilledServerLetsGoOfTheFolder()
{
    {
        ServerProgram first({serveArguments()});
        QVERIFY(first.nextAddress().isValid());
        first.kill();
    }
    ServerProgram second({serveArguments()});
    QVERIFY2(second.nextAddress().isValid(), second.errors().constData());
}

void TestBadGround::aNewerDatabaseIsLeftAlone()
{
    makeServer();
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
        database.setDatabaseName(path(u"authdesk.sqlite"_s));
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"INSERT INTO schema_versions (version, name, applied_at) "
                           "VALUES (9999, 'of_tomorrow', '2036-01-01T00:00:00Z')"_s));
        database.close();
    }
    QSqlDatabase::removeDatabase(u"test"_s);
    const QByteArray before = contentOf(path(u"authdesk.sqlite"_s));
    const auto outcome = failingStart();
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.isOneLine(), outcome.errors.constData());
    QVERIFY2(outcome.errors.contains("newer"), outcome.errors.constData());
    QVERIFY(contentOf(path(u"authdesk.sqlite"_s)) == before);
}

void TestBadGround::aDamagedDatabaseIsLeftAlone()
{
    makeServer();
    const QByteArray good = contentOf(path(u"authdesk.sqlite"_s));
    const QByteArray damaged = QByteArray("not a database ").repeated(1000);
    QVERIFY(write(path(u"authdesk.sqlite"_s), damaged));
    const auto outcome = failingStart();
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.isOneLine(), outcome.errors.constData());
    QVERIFY2(outcome.errors.contains("damaged"), outcome.errors.constData());
    QVERIFY(contentOf(path(u"authdesk.sqlite"_s)) == damaged);
    QVERIFY(write(path(u"authdesk.sqlite"_s), good));
    QVERIFY(startsAndKnowsTheSetup());
}

void TestBadGround::s48_aMissingMasterKeyIsNotReplaced()
{
    makeServer();
    QVERIFY(QFile::rename(path(u"master.key"_s), path(u"kept"_s)));
    const auto outcome = failingStart();
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.isOneLine(), outcome.errors.constData());
    QVERIFY(outcome.errors.contains(path(u"master.key"_s).toUtf8()));
    QVERIFY(outcome.errors.contains("AUTHDESK_MASTER_KEY"));
    QVERIFY(!QFile::exists(path(u"master.key"_s)));
    QVERIFY(QFile::rename(path(u"kept"_s), path(u"master.key"_s)));
    QVERIFY(startsAndKnowsTheSetup());
}

void TestBadGround::s48_aWrongMasterKeyIsRefused_data()
{
    QTest::addColumn<QByteArray>("inFile");
    QTest::addColumn<QString>("inEnvironment");
    QTest::newRow("another key in the file") << QByteArray(64, 'a') << QString();
    QTest::newRow("no key in the file") << QByteArray("nonsense") << QString();
    QTest::newRow("an empty file") << QByteArray() << QString();
    QTest::newRow("another key in the environment") << QByteArray() << QString(64, u'a');
    QTest::newRow("no key in the environment") << QByteArray() << u"nonsense"_s;
}

void TestBadGround::s48_aWrongMasterKeyIsRefused()
{
    QFETCH(QByteArray, inFile);
    QFETCH(QString, inEnvironment);
    makeServer();
    const QByteArray right = contentOf(path(u"master.key"_s));
    QList<QPair<QString, QString>> variables;
    if (inEnvironment.isEmpty())
        QVERIFY(write(path(u"master.key"_s), inFile));
    else
        variables = {{u"AUTHDESK_MASTER_KEY"_s, inEnvironment}};
    const auto outcome = failingStart(variables);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.isOneLine(), outcome.errors.constData());
    const QByteArray named =
        inEnvironment.isEmpty() ? QByteArray("master.key") : QByteArray("AUTHDESK_MASTER_KEY");
    QVERIFY2(outcome.errors.contains(named), outcome.errors.constData());
    QVERIFY(!outcome.errors.contains(right));
    QVERIFY(write(path(u"master.key"_s), right));
    QVERIFY(startsAndKnowsTheSetup());
}

void TestBadGround::aMasterKeyFromOutsideLeavesNoFile()
{
    const QList<QPair<QString, QString>> given{{u"AUTHDESK_MASTER_KEY"_s, QString(64, u'b')}};
    for (int round = 0; round < 2; ++round) {
        ServerProgram server({.arguments = serveArguments(), .variables = given});
        QVERIFY2(server.nextAddress().isValid(), server.errors().constData());
        QCOMPARE(server.stop(), 0);
        QVERIFY(!QFile::exists(path(u"master.key"_s)));
    }
    const auto without = failingStart();
    QCOMPARE(without.exitCode, 1);
    QVERIFY(without.isOneLine());
}

void TestBadGround::aFullDiskIsToldAndOverWhenThereIsRoomAgain()
{
#ifdef Q_OS_LINUX
    makeServer();
    ServerProgram server({serveArguments()});
    const QUrl address = server.nextAddress();
    const QByteArray admin = signIn(address);
    // No file may grow beyond its first page from here on: what a full disk does, too.
    rlimit limit{};
    QCOMPARE(prlimit(server.processId(), RLIMIT_FSIZE, nullptr, &limit), 0);
    const rlimit tight{.rlim_cur = 4096, .rlim_max = limit.rlim_max};
    QCOMPARE(prlimit(server.processId(), RLIMIT_FSIZE, &tight, nullptr), 0);
    const QByteArray bob = R"({"username":"bob"})";
    const auto refused = exchange(address, {"POST", "/admin/v1/users", admin, bob});
    QVERIFY2(refused.status >= 500, refused.head.constData());
    QVERIFY(!refused.json().contains("one_time_password"_L1));
    // Where the file lies is for the log.
    QVERIFY2(refused.body.contains("no space left on the server"), refused.body.constData());
    QVERIFY2(!refused.body.contains("authdesk.sqlite"), refused.body.constData());
    QCOMPARE(exchange(address, {"GET", "/admin/v1/users", admin}).status, 200);

    QCOMPARE(prlimit(server.processId(), RLIMIT_FSIZE, &limit, nullptr), 0);
    QCOMPARE(exchange(address, {"POST", "/admin/v1/users", admin, bob}).status, 201);
    const auto verdict = exchange(address, {"POST", "/admin/v1/audit-events/verify", admin});
    QCOMPARE(verdict.json().value("ok"_L1).toBool(), true);
    QCOMPARE(server.stop(), 0);
    QVERIFY(server.errors().contains("no space left"));
#else
    QSKIP("needs prlimit()");
#endif
}

void TestBadGround::s49_anAuditWhoseEndWasCutOffIsNoticed()
{
    makeServer();
    // Somebody with the database alone takes back what happened last, and leaves no trace in it.
    const QByteArray before = contentOf(path(u"authdesk.sqlite"_s));
    {
        ServerProgram server({serveArguments()});
        QVERIFY(!signIn(server.nextAddress()).isEmpty());
        QCOMPARE(server.stop(), 0);
    }
    QVERIFY(write(path(u"authdesk.sqlite"_s), before));
    for (int round = 0; round < 2; ++round) {
        ServerProgram server({serveArguments()});
        const QUrl address = server.nextAddress();
        const auto verdict =
            exchange(address, {"POST", "/admin/v1/audit-events/verify", signIn(address)});
        QCOMPARE(verdict.status, 200);
        QCOMPARE(verdict.json().value("ok"_L1).toBool(true), false);
        QCOMPARE(server.stop(), 0);
    }
}

QTEST_GUILESS_MAIN(TestBadGround)
#include "tst_badground.moc"
