// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/host/serverprogram.h"
#include "tests/support/httpclient.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>
#include <QtTest/QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using authdesk::tests::exchange;
using authdesk::tests::ServerProgram;

class TestTransferCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void movesEverybodyToAnotherServer_data();
    void movesEverybodyToAnotherServer();
    void tellsWhatIsRefusedAndTakesTheRest();
    void aDryRunChangesNothing();
    void endsBetweenTwoCallsWhenItIsStopped();
    void endsWhenItIsStoppedBeforeTheFirstLine();
    void aRunningServerSeesIt();
    void aRunningServerForgetsThatHashesWereImported();
    void s08_hashesAreExportedOnlyWhereAskedFor();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    [[nodiscard]] static ServerProgram::Outcome run(const QStringList &arguments,
                                                    const QString &folder)
    {
        return ServerProgram::runToEnd(
            {.arguments = arguments + QStringList{u"--data-dir"_s, folder}});
    }
    [[nodiscard]] static QJsonObject object(const ServerProgram::Outcome &outcome)
    {
        return QJsonDocument::fromJson(outcome.output).object();
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// What one number of the folder's file is, seen from outside.
    [[nodiscard]] static int number(const QString &folder, const QString &statement)
    {
        int found = -1;
        {
            QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"count"_s);
            file.setDatabaseName(folder + u"/authdesk.sqlite"_s);
            file.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
            if (file.open()) {
                QSqlQuery query(statement, file);
                if (query.next())
                    found = query.value(0).toInt();
            }
        }
        QSqlDatabase::removeDatabase(u"count"_s);
        return found;
    }
    [[nodiscard]] static int count(const QString &folder)
    {
        return number(folder, u"SELECT count(*) FROM users"_s);
    }
    [[nodiscard]] static QByteArray numberedPeople(int from, int to)
    {
        QByteArray lines;
        for (int i = from; i < to; ++i)
            lines += "user" + QByteArray::number(i) + ",Given,Name\n";
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTransferCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestTransferCommand::movesEverybodyToAnotherServer_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("CSV") << u"people.csv"_s;
    QTest::newRow("JSON") << u"people.json"_s;
}

void TestTransferCommand::movesEverybodyToAnotherServer()
{
    QFETCH(QString, file);
    write(u"first.csv"_s, "username,email,first_name,role,valid_until,password_hash\n"
                          "root,root@example.org,Ruth,predefined_super_admin,,"
                          "$2b$04$QQhbhCv6LZ4dYydKBwOn/Os0nvRZwZvT13PqCMVf6.O9rTd9JXCkK\n"
                          "anna,,'=Anna,auditor,2030-01-31T12:00:00Z,\n");
    const auto imported = run({u"import"_s, path(u"first.csv"_s)}, path(u"one"_s));
    QVERIFY2(imported.exitCode == 0, imported.errors.constData());
    QCOMPARE(object(imported).value("created"_L1).toInt(), 2);
    QCOMPARE(object(imported).value("complete"_L1).toBool(), true);
    QVERIFY(imported.errors.isEmpty());

    const auto exported = run({u"export"_s, path(file), u"--password-hashes"_s}, path(u"one"_s));
    QVERIFY2(exported.exitCode == 0, exported.errors.constData());
    QCOMPARE(object(exported).value("exported"_L1).toInt(), 2);
    const auto permissions = QFile(path(file)).permissions();
    QVERIFY(!(permissions & (QFile::ReadGroup | QFile::ReadOther)));
    const auto again = run({u"import"_s, path(file)}, path(u"two"_s));
    QVERIFY2(again.exitCode == 0, again.errors.constData());
    const QByteArray first = read(file);
    QVERIFY(run({u"export"_s, path(file), u"--password-hashes"_s}, path(u"two"_s)).exitCode == 0);
    QCOMPARE(read(file), first);
    QVERIFY(first.contains("$2b$04$"));
}

void TestTransferCommand::tellsWhatIsRefusedAndTakesTheRest()
{
    write(u"people.csv"_s, "username,shoe size\nanna,38\nbad@name,40\nben,43\n");
    const auto imported = run({u"import"_s, path(u"people.csv"_s)}, path(u"data"_s));
    QCOMPARE(imported.exitCode, 0);
    QCOMPARE(object(imported).value("created"_L1).toInt(), 2);
    QCOMPARE(object(imported).value("refused"_L1).toInt(), 1);
    QVERIFY(imported.errors.contains("row 2 (bad@name) is refused: username: "));
    QVERIFY(imported.errors.contains("mean nothing here: shoe size"));
    // Nobody could sign in to manage them.
    QVERIFY(imported.errors.contains("nobody may manage people here yet"));
    QCOMPARE(count(path(u"data"_s)), 2);
}

void TestTransferCommand::aDryRunChangesNothing()
{
    write(u"people.csv"_s, "username\nanna\n");
    QCOMPARE(run({u"import"_s, path(u"people.csv"_s)}, path(u"data"_s)).exitCode, 0);
    write(u"more.csv"_s, "username\nanna\nben\n");
    const auto planned = run({u"import"_s, path(u"more.csv"_s), u"--dry-run"_s}, path(u"data"_s));
    QCOMPARE(planned.exitCode, 0);
    QCOMPARE(object(planned).value("dry_run"_L1).toBool(), true);
    QCOMPARE(object(planned).value("created"_L1).toInt(), 1);
    QCOMPARE(object(planned).value("unchanged"_L1).toInt(), 1);
    QCOMPARE(count(path(u"data"_s)), 1);
}

void TestTransferCommand::endsBetweenTwoCallsWhenItIsStopped()
{
    // Through a pipe, so that the file comes only as far as the test lets it.
    const QByteArray pipe = QFile::encodeName(path(u"people.csv"_s));
    QCOMPARE(::mkfifo(pipe.constData(), S_IRUSR | S_IWUSR), 0);
    ServerProgram program(
        {.arguments = {u"import"_s, path(u"people.csv"_s), u"--data-dir"_s, path(u"data"_s)}});
    QFile writer(path(u"people.csv"_s));
    QVERIFY(writer.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    // All that the first call takes, and a beginning of the second one's.
    writer.write("username,first_name,last_name\n" + numberedPeople(0, 5100) + "half");
    QTRY_COMPARE_WITH_TIMEOUT(count(path(u"data"_s)), 5000, 20'000);
    // It waits for the pipe, which nobody fills or closes, and ends all the same.
    ::kill(program.processId(), SIGINT);
    const QJsonObject summary = QJsonDocument::fromJson(program.nextLine()).object();
    QCOMPARE(summary.value("created"_L1).toInt(), 5000);
    QCOMPARE(summary.value("complete"_L1).toBool(true), false);
    QCOMPARE(program.waitForEnd(), 1);
    QVERIFY(program.errors().contains("what was imported stays: 5000 people"));
    QCOMPARE(count(path(u"data"_s)), 5000);
}

void TestTransferCommand::endsWhenItIsStoppedBeforeTheFirstLine()
{
    const QByteArray pipe = QFile::encodeName(path(u"people.csv"_s));
    QCOMPARE(::mkfifo(pipe.constData(), S_IRUSR | S_IWUSR), 0);
    ServerProgram program(
        {.arguments = {u"import"_s, path(u"people.csv"_s), u"--data-dir"_s, path(u"data"_s)}});
    QFile writer(path(u"people.csv"_s));
    QVERIFY(writer.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    writer.write("user");
    ::kill(program.processId(), SIGINT);
    const QJsonObject summary = QJsonDocument::fromJson(program.nextLine()).object();
    QCOMPARE(summary.value("created"_L1).toInt(-1), 0);
    QCOMPARE(summary.value("complete"_L1).toBool(true), false);
    QCOMPARE(program.waitForEnd(), 1);
    QVERIFY(program.errors().contains("stopped"));
    QCOMPARE(count(path(u"data"_s)), 0);
}

void TestTransferCommand::aRunningServerSeesIt()
{
    ServerProgram server(
        {.arguments = {u"serve"_s, u"--data-dir"_s, path(u"data"_s), u"--listen=127.0.0.1:0"_s}});
    const QUrl address = server.nextAddress();
    QVERIFY(address.isValid());
    write(u"people.json"_s,
          R"([{"username":"root","role":"predefined_super_admin","password_hash":)"
          R"("$2b$04$QQhbhCv6LZ4dYydKBwOn/Os0nvRZwZvT13PqCMVf6.O9rTd9JXCkK"}])");
    QCOMPARE(run({u"import"_s, path(u"people.json"_s)}, path(u"data"_s)).exitCode, 0);
    const auto setup =
        exchange(address, {.method = "POST",
                           .path = "/admin/v1/setup",
                           .body = R"({"username":"eve","password":"viola under willows"})"});
    QCOMPARE(setup.status, 409);
    const auto signedIn =
        exchange(address, {.method = "POST",
                           .path = "/admin/v1/sign-in",
                           .body = R"({"login":"root","password":"correct horse"})"});
    QCOMPARE(signedIn.status, 200);
    // Renewed by that sign-in.
    QCOMPARE(
        run({u"export"_s, path(u"out.csv"_s), u"--password-hashes"_s}, path(u"data"_s)).exitCode,
        0);
    QVERIFY(read(u"out.csv"_s).contains("$argon2id$"));
    QVERIFY(!read(u"out.csv"_s).contains("$2b$"));
    QCOMPARE(server.stop(), 0);
}

void TestTransferCommand::aRunningServerForgetsThatHashesWereImported()
{
    const QString waits = u"SELECT count(*) FROM facts WHERE key = 'slowest_password_hash'"_s;
    write(u"people.csv"_s, "username,role,password_hash\nroot,predefined_super_admin,"
                           "$2b$04$QQhbhCv6LZ4dYydKBwOn/Os0nvRZwZvT13PqCMVf6.O9rTd9JXCkK\n");
    QCOMPARE(run({u"import"_s, path(u"people.csv"_s)}, path(u"data"_s)).exitCode, 0);
    QCOMPARE(number(path(u"data"_s), waits), 1);
    const QStringList serve{u"serve"_s, u"--data-dir"_s, path(u"data"_s),
                            u"--listen=127.0.0.1:0"_s};
    ServerProgram server({.arguments = serve});
    const auto signedIn =
        exchange(server.nextAddress(), {.method = "POST",
                                        .path = "/admin/v1/sign-in",
                                        .body = R"({"login":"root","password":"correct horse"})"});
    QCOMPARE(signedIn.status, 200);
    QCOMPARE(server.stop(), 0);
    // It is looked after soon after every start.
    ServerProgram again({.arguments = serve});
    QVERIFY(again.nextAddress().isValid());
    QTRY_COMPARE_WITH_TIMEOUT(number(path(u"data"_s), waits), 0, 20'000);
    QCOMPARE(again.stop(), 0);
}

void TestTransferCommand::s08_hashesAreExportedOnlyWhereAskedFor()
{
    write(u"people.csv"_s, "username,password_hash\nanna,"
                           "$2b$04$QQhbhCv6LZ4dYydKBwOn/Os0nvRZwZvT13PqCMVf6.O9rTd9JXCkK\n");
    QCOMPARE(run({u"import"_s, path(u"people.csv"_s)}, path(u"data"_s)).exitCode, 0);
    QCOMPARE(run({u"export"_s, path(u"out.csv"_s)}, path(u"data"_s)).exitCode, 0);
    QVERIFY(read(u"out.csv"_s).contains(",anna,"));
    QVERIFY(!read(u"out.csv"_s).contains("$2b$"));
    QVERIFY(!read(u"out.csv"_s).contains("password_hash"));
}

void TestTransferCommand::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no file") << QStringList{u"import"_s} << 2 << "needs the name"_ba;
    QTest::newRow("two files") << QStringList{u"export"_s, u"a"_s, u"b"_s} << 2
                               << "needs the name"_ba;
    QTest::newRow("a format") << QStringList{u"import"_s, u"a"_s, u"--format=xlsx"_s} << 2
                              << "--format"_ba;
    QTest::newRow("an option") << QStringList{u"import"_s, u"a"_s, u"--force"_s} << 2
                               << "--force"_ba;
    QTest::newRow("a file that is not there")
        << QStringList{u"import"_s, u"/nowhere/people.csv"_s} << 1 << "/nowhere/people.csv"_ba;
    QTest::newRow("no server") << QStringList{u"export"_s, u"/tmp/never.csv"_s} << 1
                               << "no server"_ba;
    QTest::newRow("no table") << QStringList{u"import"_s, QStringLiteral(AUTHDESK_SERVER)} << 1
                              << "cannot be read"_ba;
}

void TestTransferCommand::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, says);
    const auto outcome = run(arguments, path(u"data"_s));
    QCOMPARE(outcome.exitCode, exitCode);
    QVERIFY2(outcome.isOneLine() && outcome.errors.toLower().contains(says.toLower()),
             outcome.errors.constData());
}

QTEST_GUILESS_MAIN(TestTransferCommand)
#include "tst_transfercommand.moc"
