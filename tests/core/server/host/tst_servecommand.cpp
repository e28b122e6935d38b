// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/host/serverprogram.h"
#include "tests/support/httpclient.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using authdesk::tests::exchange;
using authdesk::tests::HttpCall;
using authdesk::tests::ServerProgram;

namespace {

const QByteArray setupBody = R"({"username":"ada","password":"viola under willows"})";
const QByteArray signInBody = R"({"login":"ada","password":"viola under willows"})";

} // namespace

class TestServeCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhereItIsReadyInTheOrderGiven();
    void endsWithZeroOnASignal_data();
    void endsWithZeroOnASignal();
    void aLongPollDoesNotHoldTheEndUp();
    void hasAsManyWorkersAsItIsTold_data();
    void hasAsManyWorkersAsItIsTold();
    void aListenerForOneSystemAnswersItAlone();
    void namesWhatItDoesNotKnow_data();
    void namesWhatItDoesNotKnow();
    void r01_printsTheSetupCodeWhereItIsAskedFor_data();
    void r01_printsTheSetupCodeWhereItIsAskedFor();
    void s50_theSetupCodeOpensTheFirstRunOnce();
    void acknowledgedWorkSurvivesAKill();
    void s49_theLogHoldsNoSecret();
    void linksNothingOfTheWindow();
    void helpTellsTheCommandsAndOptions();

private:
    [[nodiscard]] QStringList serveArguments(const QStringList &more = {}) const;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestServeCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QStringList TestServeCommand::serveArguments(const QStringList &more) const
{
    return QStringList{u"serve"_s, u"--data-dir"_s, m_folder->filePath(u"data"_s), u"--listen"_s,
                       u"127.0.0.1:0"_s}
           + more;
}

void TestServeCommand::tellsWhereItIsReadyInTheOrderGiven()
{
    ServerProgram server({serveArguments({u"--listen"_s, u"[::1]:0"_s})});
    const QUrl first = server.nextAddress();
    const QUrl second = server.nextAddress();
    QCOMPARE(first.host(), u"127.0.0.1"_s);
    QCOMPARE(second.host(), u"::1"_s);
    for (const QUrl &address : {first, second})
        QCOMPARE(exchange(address, {"GET", "/healthz"}).status, 200);
    QCOMPARE(exchange(first, {"GET", "/openapi.json"}).text("openapi"_L1).first(2),
             QByteArray("3."));
}

void TestServeCommand::endsWithZeroOnASignal_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestServeCommand::endsWithZeroOnASignal()
{
    QFETCH(int, signal);
    ServerProgram server({serveArguments()});
    const QUrl address = server.nextAddress();
    QVERIFY(address.isValid());
    QCOMPARE(exchange(address, {"POST", "/admin/v1/setup", {}, setupBody}).status, 201);
    QCOMPARE(server.stop(signal), 0);
    // Everything is in the one file now, and the audit's head beside it.
    const QDir data(m_folder->filePath(u"data"_s));
    QVERIFY(!data.exists(u"authdesk.sqlite-wal"_s));
    QVERIFY(data.exists(u"audit-head.json"_s));
    for (const QFileInfo &file : data.entryInfoList(QDir::Files))
        QVERIFY2(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)),
                 qPrintable(file.fileName()));
}

void TestServeCommand::aLongPollDoesNotHoldTheEndUp()
{
    ServerProgram server({serveArguments()});
    const QUrl address = server.nextAddress();
    const QByteArray token =
        exchange(address, {"POST", "/admin/v1/setup", {}, setupBody}).text("access_token"_L1);
    QTcpSocket waiting;
    waiting.connectToHost(address.host(), quint16(address.port()));
    QVERIFY(waiting.waitForConnected());
    // The answer to the call in front of it tells that it is there.
    waiting.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  + authdesk::tests::encodedCall(
                      {"GET", "/admin/v1/audit-events?after=1000000&wait=60", token}, address));
    QVERIFY(waiting.waitForReadyRead());
    QCOMPARE(server.stop(), 0);
    const auto answers = authdesk::tests::readAnswer(waiting);
    QCOMPARE(answers.status, 200);
    QVERIFY2(answers.body.contains("HTTP/1.1 503 "), answers.body.constData());
}

void TestServeCommand::hasAsManyWorkersAsItIsTold_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("workers");
    QTest::newRow("untold") << QStringList() << std::clamp(QThread::idealThreadCount(), 1, 4);
    QTest::newRow("one") << QStringList{u"--workers=1"_s} << 1;
    QTest::newRow("more than cores") << QStringList{u"--workers"_s, u"7"_s} << 7;
}

void TestServeCommand::hasAsManyWorkersAsItIsTold()
{
    QFETCH(QStringList, more);
    QFETCH(int, workers);
    if (!QFile::exists(u"/proc/self/task"_s))
        QSKIP("threads cannot be counted here");
    // A port that was free is one and the same for all of them, and so is the second listener's.
    ServerProgram server({serveArguments(more + QStringList{u"--listen=[::1]:0"_s})});
    const QUrl first = server.nextAddress();
    const QUrl second = server.nextAddress();
    QVERIFY(first.isValid() && second.isValid());
    int found = 0;
    const QDir threads(u"/proc/%1/task"_s.arg(server.processId()));
    for (const QString &thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile name(threads.filePath(thread + u"/comm"_s));
        found += name.open(QIODevice::ReadOnly) && name.readAll().startsWith("http ") ? 1 : 0;
    }
    QCOMPARE(found, workers);
    for (const QUrl &address : {first, second}) {
        const QList<HttpCall> calls(40, {"GET", "/healthz"});
        for (const auto &answer : authdesk::tests::exchangeAtOnce(address, calls))
            QCOMPARE(answer.status, 200);
    }
    QCOMPARE(server.stop(), 0);
}

void TestServeCommand::aListenerForOneSystemAnswersItAlone()
{
    ServerProgram server({serveArguments({u"--listen=127.0.0.1:0=pipelit"_s})});
    const QUrl root = server.nextAddress();
    const QUrl pipelit = server.nextAddress();
    QCOMPARE(exchange(root, {"GET", "/admin/v1/setup"}).status, 200);
    QCOMPARE(exchange(root, {"GET", "/api/v1/auth/setup-status/"}).status, 200);
    QCOMPARE(exchange(root, {"GET", "/pipelit/api/v1/auth/setup-status/"}).status, 200);
    QCOMPARE(exchange(pipelit, {"GET", "/api/v1/auth/setup-status/"}).status, 200);
    QCOMPARE(exchange(pipelit, {"GET", "/healthz"}).status, 200);
    QCOMPARE(exchange(pipelit, {"GET", "/openapi.json"}).status, 200);
    QCOMPARE(exchange(pipelit, {"GET", "/admin/v1/setup"}).status, 404);
    QCOMPARE(exchange(pipelit, {"GET", "/pipelit/api/v1/auth/setup-status/"}).status, 404);
}

void TestServeCommand::namesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("an option") << QStringList{u"serve"_s, u"--lisen"_s, u"x"_s} << QString()
                               << QByteArray("--lisen");
    QTest::newRow("a variable") << QStringList{u"serve"_s} << u"AUTHDESK_LISEN"_s
                                << QByteArray("AUTHDESK_LISEN");
    QTest::newRow("a path in the public URL")
        << QStringList{u"serve"_s, u"--public-url=https://id.example.org/x"_s} << QString()
        << QByteArray("--public-url");
    QTest::newRow("a system") << QStringList{u"serve"_s, u"--listen=127.0.0.1:0=gitlab"_s}
                              << QString() << QByteArray("gitlab");
    QTest::newRow("a word") << QStringList{u"serve"_s, u"now"_s} << QString() << QByteArray("now");
    QTest::newRow("a command") << QStringList{u"sevre"_s} << QString() << QByteArray("sevre");
    QTest::newRow("a user command")
        << QStringList{u"user"_s, u"lisst"_s} << QString() << QByteArray("create, list");
}

void TestServeCommand::namesWhatItDoesNotKnow()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, variable);
    QFETCH(QByteArray, named);
    ServerProgram::Run run{.arguments = arguments};
    if (!variable.isEmpty())
        run.variables = {{variable, u"x"_s}};
    const auto outcome = ServerProgram::runToEnd(run);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.isOneLine(), outcome.errors.constData());
    QVERIFY2(outcome.errors.contains(named), outcome.errors.constData());
    QVERIFY(outcome.output.isEmpty());
}

void TestServeCommand::r01_printsTheSetupCodeWhereItIsAskedFor_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<bool>("isPrinted");
    QTest::newRow("loopback alone") << QStringList() << false;
    QTest::newRow("always") << QStringList{u"--setup-code=always"_s} << true;
    QTest::newRow("a public URL") << QStringList{u"--public-url=https://id.example.org"_s} << true;
    QTest::newRow("a public URL of this computer")
        << QStringList{u"--public-url=http://localhost:8000"_s} << false;
    QTest::newRow("a trusted proxy") << QStringList{u"--trusted-proxies=127.0.0.1"_s} << true;
    QTest::newRow("every interface") << QStringList{u"--listen=0.0.0.0:0"_s} << true;
}

void TestServeCommand::r01_printsTheSetupCodeWhereItIsAskedFor()
{
    QFETCH(QStringList, more);
    QFETCH(bool, isPrinted);
    static const QRegularExpression form(
        u"^authdesk-server: setup code [2-9A-Z]{4}-[2-9A-Z]{4}$"_s);
    ServerProgram server({serveArguments(more)});
    QUrl address = server.nextAddress();
    for (const QString &argument : more) {
        if (argument.startsWith(u"--listen"_s))
            address = server.nextAddress();
    }
    QVERIFY(address.isValid());
    if (isPrinted) {
        const QByteArray line = server.nextLine();
        QVERIFY2(form.match(QString::fromLatin1(line)).hasMatch(), line.constData());
    }
    QCOMPARE(server.stop(), 0);
    QCOMPARE(server.nextLine(), QByteArray());
}

void TestServeCommand::s50_theSetupCodeOpensTheFirstRunOnce()
{
    const QList<QPair<QString, QString>> always{{u"AUTHDESK_SETUP_CODE"_s, u"always"_s}};
    {
        ServerProgram server({.arguments = serveArguments(), .variables = always});
        const QUrl address = server.nextAddress();
        const QByteArray code = server.nextLine().last(9);
        const auto without = exchange(address, {"POST", "/admin/v1/setup", {}, setupBody});
        QCOMPARE(without.status, 403);
        const auto wrong = exchange(
            address, {"POST", "/admin/v1/setup", {}, setupBody, {"X-Setup-Code: AAAA-AAAA"}});
        QCOMPARE(wrong.status, 403);
        const auto with = exchange(
            address, {"POST", "/admin/v1/setup", {}, setupBody, {"X-Setup-Code: " + code}});
        QCOMPARE(with.status, 201);
        const auto again = exchange(
            address, {"POST", "/admin/v1/setup", {}, setupBody, {"X-Setup-Code: " + code}});
        QCOMPARE(again.status, 409);
        QCOMPARE(server.stop(), 0);
        QVERIFY(!server.errors().contains(code));
    }
    ServerProgram server({.arguments = serveArguments(), .variables = always});
    QVERIFY(server.nextAddress().isValid());
    QCOMPARE(server.stop(), 0);
    QCOMPARE(server.nextLine(), QByteArray());
}

void TestServeCommand::acknowledgedWorkSurvivesAKill()
{
    {
        ServerProgram server({serveArguments()});
        const QUrl address = server.nextAddress();
        QCOMPARE(exchange(address, {"POST", "/admin/v1/setup", {}, setupBody}).status, 201);
        server.kill();
    }
    QVERIFY(QFile::exists(m_folder->filePath(u"data/authdesk.sqlite-wal"_s)));
    ServerProgram server({serveArguments()});
    const QUrl address = server.nextAddress();
    QVERIFY2(address.isValid(), server.errors().constData());
    QCOMPARE(exchange(address, {"GET", "/admin/v1/setup"}).json().value("needs_setup"_L1).toBool(),
             false);
    const auto signedIn = exchange(address, {"POST", "/admin/v1/sign-in", {}, signInBody});
    QCOMPARE(signedIn.status, 200);
    const auto verdict = exchange(
        address, {"POST", "/admin/v1/audit-events/verify", signedIn.text("access_token"_L1)});
    QCOMPARE(verdict.json().value("ok"_L1).toBool(), true);
}

void TestServeCommand::s49_theLogHoldsNoSecret()
{
    ServerProgram server({serveArguments({u"--log-format=json"_s, u"--log-level=debug"_s})});
    const QUrl address = server.nextAddress();
    const auto setUp = exchange(address, {"POST", "/admin/v1/setup", {}, setupBody});
    const QByteArray token = setUp.text("access_token"_L1);
    QVERIFY(!token.isEmpty());
    const auto listed = exchange(address, {"GET", "/admin/v1/users?search=topsecretsearch", token});
    QCOMPARE(listed.status, 200);
    const auto refused = exchange(
        address,
        {"POST", "/admin/v1/sign-in", {}, R"({"login":"ada","password":"not it at all"})"});
    QCOMPARE(refused.status, 401);
    const auto socket =
        exchange(address, {"GET", "/ws/?token=11111111-2222-3333-4444-555555555555"});
    QCOMPARE(socket.status, 404);
    QCOMPARE(server.stop(), 0);
    const QByteArray log = server.errors();
    QByteArrayList paths;
    for (const QByteArray &line : log.split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        QVERIFY2(entry.contains("time"_L1) && entry.contains("level"_L1), line.constData());
        QVERIFY(!entry.contains("path"_L1) || entry.value("request_id"_L1).toString().size() == 16);
        paths.append(entry.value("path"_L1).toString().toUtf8());
    }
    QVERIFY(paths.contains("/admin/v1/sign-in"));
    for (const QByteArray &secret :
         {QByteArray("willows"), QByteArray("not it at all"), token, setUp.text("refresh_token"_L1),
          QByteArray("topsecretsearch"), QByteArray("11111111-2222")})
        QVERIFY2(!log.contains(secret), secret.constData());
}

void TestServeCommand::linksNothingOfTheWindow()
{
    const QString ldd = QStandardPaths::findExecutable(u"ldd"_s);
    QVERIFY2(!ldd.isEmpty(), "ldd is not installed");
    QProcess process;
    process.start(ldd, {QStringLiteral(AUTHDESK_SERVER)});
    QVERIFY(process.waitForFinished());
    const QByteArray libraries = process.readAllStandardOutput();
    QVERIFY(libraries.contains("libQt6Core"));
    for (const char *window : {"libQt6Gui", "libQt6Widgets", "libQt6Svg", "libqt6keychain",
                               "libQt6DBus", "libsecret", "libX11", "libxcb", "libGL"})
        QVERIFY2(!libraries.contains(window), window);
}

void TestServeCommand::helpTellsTheCommandsAndOptions()
{
    const auto help = ServerProgram::runToEnd({{u"--help"_s}});
    QCOMPARE(help.exitCode, 0);
    for (const char *part : {"serve", "user create", "reset-mfa", "--data-dir", "AUTHDESK_LISTEN"})
        QVERIFY2(help.output.contains(part), part);
    QCOMPARE(ServerProgram::runToEnd({{u"serve"_s, u"--help"_s}}).output, help.output);
    QCOMPARE(ServerProgram::runToEnd({{u"--version"_s}}).exitCode, 0);
    QCOMPARE(ServerProgram::runToEnd({}).exitCode, 2);
}

QTEST_GUILESS_MAIN(TestServeCommand)
#include "tst_servecommand.moc"
