// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/host/serverprogram.h"
#include "tests/support/httpclient.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using authdesk::tests::exchange;
using authdesk::tests::ServerProgram;

class TestUserCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theFirstIsSuperAdminThenUser();
    void aOneTimePasswordMustBeChanged();
    void takesAPasswordFromStandardInput();
    void disablesEnablesAndUnlocks();
    void theLastAdminStays();
    void aRunningServerSeesIt_data();
    void aRunningServerSeesIt();
    void s49_worksWithoutTheMasterKeyAndIsSealedLater();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void aFolderWithoutAServerIsLeftAlone();

private:
    [[nodiscard]] ServerProgram::Outcome user(const QStringList &arguments,
                                              const QByteArray &input = {}) const
    {
        return ServerProgram::runToEnd(
            {.arguments = QStringList{u"user"_s} + arguments + QStringList{u"--data-dir"_s, data()},
             .input = input});
    }
    [[nodiscard]] static QJsonObject object(const ServerProgram::Outcome &outcome)
    {
        return QJsonDocument::fromJson(outcome.output).object();
    }
    [[nodiscard]] QString data() const { return m_folder->filePath(u"data"_s); }
    [[nodiscard]] QStringList serveArguments() const
    {
        return {u"serve"_s, u"--data-dir"_s, data(), u"--listen=127.0.0.1:0"_s};
    }
    [[nodiscard]] static QByteArray signInBody(const QByteArray &name, const QByteArray &password)
    {
        return "{\"login\":\"" + name + "\",\"password\":\"" + password + "\"}";
    }
    void createAda();

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestUserCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestUserCommand::createAda()
{
    const auto created = user({u"create"_s, u"--username"_s, u"ada"_s, u"--password-stdin"_s},
                              "viola under willows\n");
    QVERIFY2(created.exitCode == 0, created.errors.constData());
}

void TestUserCommand::theFirstIsSuperAdminThenUser()
{
    const auto first = user({u"create"_s, u"--username"_s, u"ada"_s});
    QCOMPARE(first.exitCode, 0);
    QCOMPARE(object(first).value("role"_L1)["slug"_L1].toString(), u"predefined_super_admin"_s);
    QVERIFY(!object(first).value("one_time_password"_L1).toString().isEmpty());
    QVERIFY(first.errors.isEmpty());
    const auto second = user({u"create"_s, u"--username=bob"_s, u"--email=bob@example.org"_s});
    QCOMPARE(object(second).value("role"_L1)["slug"_L1].toString(), u"user"_s);
    const auto third = user({u"create"_s, u"--username=eve"_s, u"--role=help_desk"_s});
    QCOMPARE(object(third).value("role"_L1)["slug"_L1].toString(), u"help_desk"_s);

    const auto listed = user({u"list"_s});
    QCOMPARE(listed.exitCode, 0);
    const QJsonArray people = QJsonDocument::fromJson(listed.output).array();
    QCOMPARE(people.size(), 3);
    QVERIFY(!listed.output.contains("argon2"));
}

void TestUserCommand::aOneTimePasswordMustBeChanged()
{
    createAda();
    const auto reset = user({u"reset-password"_s, u"ada"_s});
    QCOMPARE(reset.exitCode, 0);
    const QByteArray oneTime = object(reset).value("one_time_password"_L1).toString().toUtf8();
    QVERIFY(!oneTime.isEmpty());
    ServerProgram server({serveArguments()});
    const QUrl address = server.nextAddress();
    const auto old = exchange(
        address, {"POST", "/admin/v1/sign-in", {}, signInBody("ada", "viola under willows")});
    QCOMPARE(old.status, 401);
    const auto step =
        exchange(address, {"POST", "/admin/v1/sign-in", {}, signInBody("ada", oneTime)});
    QCOMPARE(step.json().value("password_change_required"_L1).toBool(), true);
    QVERIFY(!step.json().contains("access_token"_L1));
}

void TestUserCommand::takesAPasswordFromStandardInput()
{
    createAda();
    const auto weak = user({u"create"_s, u"--username=bob"_s, u"--password-stdin"_s}, "password\n");
    QCOMPARE(weak.exitCode, 1);
    QVERIFY2(weak.isOneLine(), weak.errors.constData());
    QVERIFY(weak.errors.contains("password"));
    const auto none = user({u"create"_s, u"--username=bob"_s, u"--password-stdin"_s}, "\n");
    QVERIFY(none.exitCode != 0);
    QCOMPARE(QJsonDocument::fromJson(user({u"list"_s}).output).array().size(), 1);
    ServerProgram server({serveArguments()});
    const auto signedIn =
        exchange(server.nextAddress(),
                 {"POST", "/admin/v1/sign-in", {}, signInBody("ada", "viola under willows")});
    QCOMPARE(signedIn.status, 200);
    // Whoever owns the data folder chose it: it lasts.
    QVERIFY(!signedIn.text("access_token"_L1).isEmpty());
}

void TestUserCommand::disablesEnablesAndUnlocks()
{
    createAda();
    QCOMPARE(
        user({u"create"_s, u"--username=bob"_s, u"--password-stdin"_s}, "plovers wander east\n")
            .exitCode,
        0);
    QCOMPARE(object(user({u"disable"_s, u"bob"_s})).value("status"_L1).toString(), u"disabled"_s);
    const auto enabled = user({u"enable"_s, u"bob"_s});
    QCOMPARE(enabled.exitCode, 0);
    QVERIFY(object(enabled).value("status"_L1).toString() != u"disabled"_s);
    const auto unlocked = user({u"unlock"_s, u"bob"_s});
    QCOMPARE(unlocked.exitCode, 0);
    QCOMPARE(object(unlocked).value("username"_L1).toString(), u"bob"_s);
}

void TestUserCommand::theLastAdminStays()
{
    createAda();
    const auto outcome = user({u"disable"_s, u"ada"_s});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.isOneLine(), outcome.errors.constData());
}

void TestUserCommand::aRunningServerSeesIt_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("s32 a disabled person") << QStringList{u"disable"_s, u"bob"_s};
    QTest::newRow("s33 a new password") << QStringList{u"reset-password"_s, u"bob"_s};
}

void TestUserCommand::aRunningServerSeesIt()
{
    QFETCH(QStringList, command);
    createAda();
    ServerProgram server({serveArguments()});
    const QUrl address = server.nextAddress();
    const QByteArray admin =
        exchange(address,
                 {"POST", "/admin/v1/sign-in", {}, signInBody("ada", "viola under willows")})
            .text("access_token"_L1);
    // Made beside the running server, too.
    const auto created = user({u"create"_s, u"--username=bob"_s});
    QCOMPARE(created.exitCode, 0);
    const auto step = exchange(
        address,
        {"POST",
         "/admin/v1/sign-in",
         {},
         signInBody("bob", object(created).value("one_time_password"_L1).toString().toUtf8())});
    const auto changed = exchange(address, {"POST",
                                            "/admin/v1/sign-in/change-password",
                                            {},
                                            "{\"change_token\":\"" + step.text("change_token"_L1)
                                                + "\",\"new_password\":\"plovers wander east\"}"});
    const QByteArray token = changed.text("access_token"_L1);
    QCOMPARE(exchange(address, {"GET", "/admin/v1/me", token}).status, 200);

    QCOMPARE(user(command).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(exchange(address, {"GET", "/admin/v1/me", token}).status, 401, 5000);
    QCOMPARE(exchange(address, {"GET", "/admin/v1/me", admin}).status, 200);
}

void TestUserCommand::s49_worksWithoutTheMasterKeyAndIsSealedLater()
{
    {
        ServerProgram server({serveArguments()});
        QVERIFY(server.nextAddress().isValid());
        QCOMPARE(server.stop(), 0);
    }
    const QString key = data() + u"/master.key"_s;
    QVERIFY(QFile::rename(key, key + u".kept"_s));
    createAda();
    QCOMPARE(user({u"reset-mfa"_s, u"ada"_s}).exitCode, 0);
    const auto code = object(user({u"reset-mfa"_s, u"ada"_s})).value("one_time_code"_L1).toString();
    QCOMPARE(code.size(), 8);
    QVERIFY(!QFile::exists(key));
    QVERIFY(QFile::rename(key + u".kept"_s, key));

    ServerProgram server({serveArguments()});
    const QUrl address = server.nextAddress();
    const auto step = exchange(
        address, {"POST", "/admin/v1/sign-in", {}, signInBody("ada", "viola under willows")});
    const auto signedIn = exchange(address, {"POST",
                                             "/admin/v1/sign-in/verify",
                                             {},
                                             "{\"mfa_token\":\"" + step.text("mfa_token"_L1)
                                                 + "\",\"code\":\"" + code.toLatin1() + "\"}"});
    // The one-time code leads straight to a new factor.
    QCOMPARE(signedIn.status, 200);
    QCOMPARE(signedIn.json().value("mfa_enrollment_required"_L1).toBool(), true);

    const auto created =
        user({u"create"_s, u"--username=bob"_s, u"--role=auditor"_s, u"--password-stdin"_s},
             "plovers wander east\n");
    QVERIFY2(created.exitCode == 0, created.errors.constData());
    const QByteArray auditor =
        exchange(address,
                 {"POST", "/admin/v1/sign-in", {}, signInBody("bob", "plovers wander east")})
            .text("access_token"_L1);
    const auto verdict = exchange(address, {"POST", "/admin/v1/audit-events/verify", auditor});
    QCOMPARE(verdict.json().value("ok"_L1).toBool(), true);
    QVERIFY(verdict.json().value("checked"_L1).toInt() >= 4);
    const auto events = exchange(address, {"GET", "/admin/v1/audit-events?limit=200", auditor});
    QCOMPARE(events.body.count("\"sealed_later\":true"), 3);
}

void TestUserCommand::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("nobody of that name")
        << QStringList{u"unlock"_s, u"nobody"_s} << 1 << QByteArray("no such user");
    QTest::newRow("a name taken") << QStringList{u"create"_s, u"--username=ADA"_s} << 1
                                  << QByteArray("username");
    QTest::newRow("a role that is none")
        << QStringList{u"create"_s, u"--username=bob"_s, u"--role=king"_s} << 1
        << QByteArray("role");
    QTest::newRow("an e-mail that is none")
        << QStringList{u"create"_s, u"--username=bob"_s, u"--email=bob"_s} << 1
        << QByteArray("email");
    QTest::newRow("no name to create") << QStringList{u"create"_s} << 1 << QByteArray("--username");
    QTest::newRow("no name to unlock") << QStringList{u"unlock"_s} << 2 << QByteArray("unlock");
    QTest::newRow("two names") << QStringList{u"unlock"_s, u"ada"_s, u"bob"_s} << 2
                               << QByteArray("bob");
    QTest::newRow("an unknown option")
        << QStringList{u"list"_s, u"--all"_s} << 2 << QByteArray("--all");
    QTest::newRow("an option of another command")
        << QStringList{u"list"_s, u"--username=ada"_s} << 2 << QByteArray("--username");
}

void TestUserCommand::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, named);
    createAda();
    const auto outcome = user(arguments);
    QCOMPARE(outcome.exitCode, exitCode);
    QVERIFY2(outcome.isOneLine(), outcome.errors.constData());
    QVERIFY2(outcome.errors.contains(named), outcome.errors.constData());
    QVERIFY(outcome.output.isEmpty());
}

void TestUserCommand::aFolderWithoutAServerIsLeftAlone()
{
    const auto outcome = user({u"list"_s});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.isOneLine(), outcome.errors.constData());
    QVERIFY(outcome.errors.contains(data().toUtf8()));
    QVERIFY(!QFile::exists(data()));
}

QTEST_GUILESS_MAIN(TestUserCommand)
#include "tst_usercommand.moc"
