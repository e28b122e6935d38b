// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/host/serverprogram.h"
#include "tests/support/httpclient.h"
#include "tests/support/privatepostgresql.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>
#include <QtTest/QTest>

#include <array>
#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using authdesk::tests::exchange;
using authdesk::tests::exchangeAtOnce;
using authdesk::tests::HttpAnswer;
using authdesk::tests::HttpCall;
using authdesk::tests::PrivatePostgresql;
using authdesk::tests::ServerProgram;

namespace {

const QByteArray password = "viola under willows";
const QByteArray masterKey(64, 'a');

QByteArray setupBody(const QByteArray &name)
{
    return R"({"username":")" + name + R"(","password":")" + password + R"("})";
}

QByteArray signInBody(const QByteArray &name, const QByteArray &with = password)
{
    return R"({"login":")" + name + R"(","password":")" + with + R"("})";
}

/// No server on that database writes while this holds their lock.
class WritersHeld final
{
public:
    explicit WritersHeld(const QUrl &url)
        : m_database(QSqlDatabase::addDatabase(u"QPSQL"_s, u"writers held"_s))
    {
        m_database.setHostName(url.host());
        m_database.setPort(url.port());
        m_database.setUserName(url.userName());
        m_database.setPassword(url.password());
        m_database.setDatabaseName(url.path().sliced(1));
        if (!m_database.open())
            qFatal("%s", qPrintable(m_database.lastError().text()));
        (void)number(u"SELECT 1 FROM pg_advisory_lock(x'617574686465736b'::bigint)"_s);
    }
    WritersHeld(const WritersHeld &) = delete;
    WritersHeld &operator=(const WritersHeld &) = delete;
    ~WritersHeld()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"writers held"_s);
    }

    [[nodiscard]] int waiting() const
    {
        return number(
            u"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"_s);
    }
    void release() const { (void)number(u"SELECT 1 FROM pg_advisory_unlock_all()"_s); }

private:
    [[nodiscard]] int number(const QString &statement) const
    {
        QSqlQuery query(m_database);
        return query.exec(statement) && query.next() ? query.value(0).toInt() : -1;
    }

    QSqlDatabase m_database;
};

} // namespace

class TestPostgresql final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aRestartOfTheDatabaseNeedsNoneOfOurs();
    void whatThePasswordIsShowsNowhere();
    void oneClearLineWhereNobodyAnswers();
    void theFirstRunHappensOnceOnAllServers();
    void aChangeIsSeenByEveryServerWithinASecond();
    void withoutNewsEveryCheckReadsTheDatabase();
    void guessesOnSeveralServersAreCountedTogether();
    void guessesFromOneAddressAreCountedOnAllServers();
    void oneRefreshTokenHasOneWinnerOnSeveralServers();
    void behindABalancerOneServerMayStopUnderLoad();

private:
    /// `count` servers on the one database, each with a data folder of its own.
    void start(int count);
    [[nodiscard]] QByteArray setUp();
    [[nodiscard]] QByteArray addPerson(const QByteArray &token, const QByteArray &name);

    std::unique_ptr<PrivatePostgresql> m_postgresql;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<std::unique_ptr<ServerProgram>> m_servers;
    QList<QUrl> m_urls;
};

void TestPostgresql::init()
{
    m_postgresql = std::make_unique<PrivatePostgresql>();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestPostgresql::cleanup()
{
    m_servers.clear();
    m_urls.clear();
    m_postgresql.reset();
}

void TestPostgresql::start(int count)
{
    for (int i = 0; i < count; ++i) {
        m_servers.push_back(std::make_unique<ServerProgram>(ServerProgram::Run{
            .arguments = {u"serve"_s, u"--data-dir"_s, m_folder->filePath(QString::number(i)),
                          u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, m_postgresql->url()},
            .variables = {{u"AUTHDESK_MASTER_KEY"_s, QString::fromLatin1(masterKey)}}}));
    }
    for (const auto &server : m_servers) {
        m_urls.append(server->nextAddress());
        QVERIFY2(m_urls.last().isValid(), server->errors().constData());
    }
}

QByteArray TestPostgresql::setUp()
{
    return exchange(m_urls[0], {"POST", "/admin/v1/setup", {}, setupBody("root")})
        .text("access_token"_L1);
}

/// Somebody with a password of the person's own; the id.
QByteArray TestPostgresql::addPerson(const QByteArray &token, const QByteArray &name)
{
    const HttpAnswer made = exchange(
        m_urls[0], {"POST", "/admin/v1/users", token, R"({"username":")" + name + R"("})"});
    const HttpAnswer first = exchange(
        m_urls[0],
        {"POST", "/admin/v1/sign-in", {}, signInBody(name, made.text("one_time_password"_L1))});
    const HttpAnswer chosen =
        exchange(m_urls[0], {"POST",
                             "/admin/v1/sign-in/change-password",
                             {},
                             R"({"change_token":")" + first.text("change_token"_L1)
                                 + R"(","new_password":")" + password + R"("})"});
    return chosen.status == 200 ? QByteArray::number(made.json().value("id"_L1).toInt())
                                : QByteArray();
}

void TestPostgresql::aRestartOfTheDatabaseNeedsNoneOfOurs()
{
    start(1);
    const QByteArray token = setUp();
    QVERIFY(!token.isEmpty());
    m_postgresql->stopAnswering();
    const HttpAnswer refused =
        exchange(m_urls[0], {"POST", "/admin/v1/sign-in", {}, signInBody("root")});
    QCOMPARE(refused.status, 503);
    QVERIFY(refused.header("Retry-After").toInt() > 0);
    QVERIFY(!refused.body.contains("127.0.0.1"));
    m_postgresql->answerAgain();
    QCOMPARE(exchange(m_urls[0], {"POST", "/admin/v1/sign-in", {}, signInBody("root")}).status,
             200);
    QCOMPARE(exchange(m_urls[0], {"GET", "/admin/v1/me", token}).status, 200);
    // Without a look while it was away: no call fails.
    m_postgresql->restart();
    QCOMPARE(exchange(m_urls[0], {"GET", "/admin/v1/users", token}).status, 200);
    QCOMPARE(exchange(m_urls[0], {"POST", "/admin/v1/sign-in", {}, signInBody("root")}).status,
             200);
}

void TestPostgresql::whatThePasswordIsShowsNowhere()
{
    start(1);
    QVERIFY(!setUp().isEmpty());
    QFile shown(u"/proc/%1/cmdline"_s.arg(m_servers[0]->processId()));
    QVERIFY(shown.open(QIODevice::ReadOnly));
    const QByteArray arguments = shown.readAll();
    QVERIFY(arguments.contains("--database"));
    QVERIFY(!arguments.contains(m_postgresql->password().toLatin1()));
    m_postgresql->stopAnswering();
    (void)exchange(m_urls[0], {"POST", "/admin/v1/sign-in", {}, signInBody("root")});
    QCOMPARE(m_servers[0]->stop(), 0);
    const QByteArray logged = m_servers[0]->errors();
    QVERIFY(logged.contains("POST"));
    QVERIFY(!logged.contains(m_postgresql->password().toLatin1()));
    m_postgresql->answerAgain();
}

void TestPostgresql::oneClearLineWhereNobodyAnswers()
{
    const QString url = m_postgresql->url();
    const QStringList arguments{u"serve"_s,    u"--data-dir"_s,  m_folder->filePath(u"x"_s),
                                u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s};
    const auto wrong = ServerProgram::runToEnd(
        {arguments + QStringList{QString(url).replace(m_postgresql->password(), u"Not-it"_s)}});
    QCOMPARE(wrong.exitCode, 1);
    QVERIFY2(wrong.isOneLine(), wrong.errors.constData());
    QVERIFY(!wrong.errors.contains("Not-it"));
    QVERIFY(wrong.errors.contains("password authentication failed"));
    m_postgresql->stopAnswering();
    const auto away = ServerProgram::runToEnd({arguments + QStringList{url}});
    QCOMPARE(away.exitCode, 1);
    QVERIFY2(away.isOneLine(), away.errors.constData());
    QVERIFY(away.errors.contains("cannot be reached"));
    const auto other =
        ServerProgram::runToEnd({arguments + QStringList{u"mysql://a:Not-it@b/c"_s}});
    QVERIFY(other.exitCode > 0);
    QVERIFY2(other.isOneLine(), other.errors.constData());
    QVERIFY(!other.errors.contains("Not-it"));
    m_postgresql->answerAgain();
}

void TestPostgresql::theFirstRunHappensOnceOnAllServers()
{
    start(3);
    std::atomic<int> made = 0;
    std::atomic<int> refused = 0;
    {
        std::vector<std::jthread> callers;
        for (int i = 0; i < 12; ++i) {
            callers.emplace_back([&, i] {
                const HttpAnswer answer = exchange(
                    m_urls[i % 3],
                    {"POST", "/admin/v1/setup", {}, setupBody("root" + QByteArray::number(i))});
                made += answer.status == 201;
                refused += answer.status == 409;
            });
        }
    }
    QCOMPARE(made, 1);
    QCOMPARE(refused, 11);
}

void TestPostgresql::aChangeIsSeenByEveryServerWithinASecond()
{
    start(3);
    const QByteArray root = setUp();
    const QByteArray id = addPerson(root, "ann");
    QVERIFY(!id.isEmpty());
    const auto statuses = [&](const QByteArray &token) {
        QList<int> all;
        for (const QUrl &url : m_urls)
            all.append(exchange(url, {"GET", "/admin/v1/me", token}).status);
        return all;
    };
    const auto signIn = [&] {
        return exchange(m_urls[1], {"POST", "/admin/v1/sign-in", {}, signInBody("ann")})
            .text("access_token"_L1);
    };
    const QList<int> good{200, 200, 200};
    const QList<int> ended{401, 401, 401};

    const QByteArray first = signIn();
    QCOMPARE(statuses(first), good); // and everybody keeps it in memory now
    QCOMPARE(exchange(m_urls[1], {"POST", "/admin/v1/sign-out", first}).status, 204);
    QTRY_COMPARE_WITH_TIMEOUT(statuses(first), ended, 1000);

    const QByteArray second = signIn();
    QCOMPARE(statuses(second), good);
    const QByteArray user = "/admin/v1/users/" + id;
    QCOMPARE(exchange(m_urls[2], {"GET", "/admin/v1/users", second}).status, 403);
    QCOMPARE(exchange(m_urls[0], {"PATCH", user, root, R"({"role":"auditor"})"}).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(statuses(second), ended, 1000); // another role needs a new sign-in

    const QByteArray third = signIn();
    QCOMPARE(statuses(third), good);
    QCOMPARE(exchange(m_urls[2], {"GET", "/admin/v1/users", third}).status, 200);
    QCOMPARE(exchange(m_urls[0], {"PATCH", user, root, R"({"status":"disabled"})"}).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(statuses(third), ended, 1000);
}

void TestPostgresql::withoutNewsEveryCheckReadsTheDatabase()
{
    start(2);
    const QByteArray root = setUp();
    QVERIFY(!root.isEmpty());
    QCOMPARE(exchange(m_urls[1], {"GET", "/admin/v1/me", root}).status, 200);
    m_postgresql->stopAnswering();
    // What is in memory is not trusted for longer than a moment.
    QTRY_COMPARE_WITH_TIMEOUT(exchange(m_urls[1], {"GET", "/admin/v1/me", root}).status, 503, 2000);
    m_postgresql->answerAgain();
    QTRY_COMPARE_WITH_TIMEOUT(exchange(m_urls[1], {"GET", "/admin/v1/me", root}).status, 200, 5000);
}

void TestPostgresql::guessesOnSeveralServersAreCountedTogether()
{
    start(3);
    const QByteArray root = setUp();
    QVERIFY(!addPerson(root, "ann").isEmpty());
    // Ten wrong ones lock a name for a minute; no server alone sees so many.
    QList<int> wrong;
    for (int i = 0; i < 10; ++i) {
        wrong.append(exchange(m_urls[i % 3],
                              {"POST", "/admin/v1/sign-in", {}, signInBody("ann", "not this one")})
                         .status);
    }
    QCOMPARE(wrong.count(401), 10);
    for (const QUrl &url : m_urls)
        QCOMPARE(exchange(url, {"POST", "/admin/v1/sign-in", {}, signInBody("ann")}).status, 401);
}

void TestPostgresql::guessesFromOneAddressAreCountedOnAllServers()
{
    start(3);
    QVERIFY(!setUp().isEmpty());
    // A hundred a minute, each for another name. Two servers see fifty each, the third none.
    std::vector<std::jthread> callers;
    std::atomic<int> refused = 0;
    for (int server = 0; server < 2; ++server) {
        callers.emplace_back([&, server] {
            for (int i = 0; i < 50; ++i) {
                const QByteArray name = 'n' + QByteArray::number(server * 50 + i);
                const HttpAnswer answer =
                    exchange(m_urls[server], {"POST", "/admin/v1/sign-in", {}, signInBody(name)});
                refused += answer.status == 401;
            }
        });
    }
    callers.clear();
    QCOMPARE(refused, 100);
    const auto status = [this](const QUrl &url) {
        return exchange(url, {"POST", "/admin/v1/sign-in", {}, signInBody("root")}).status;
    };
    for (const QUrl &url : m_urls)
        QTRY_COMPARE_WITH_TIMEOUT(status(url), 429, 1000);
}

void TestPostgresql::oneRefreshTokenHasOneWinnerOnSeveralServers()
{
    start(3);
    QVERIFY(!setUp().isEmpty());
    const QByteArray refresh =
        exchange(m_urls[0], {"POST", "/admin/v1/sign-in", {}, signInBody("root")})
            .text("refresh_token"_L1);
    const auto renew = [&](int server) {
        return exchange(
            m_urls[server],
            {"POST", "/admin/v1/sign-in/refresh", {}, R"({"refresh_token":")" + refresh + R"("})"});
    };
    std::array<HttpAnswer, 3> answers;
    bool allBegan = false;
    {
        // Nobody writes until a renewal waits on every server.
        const WritersHeld held(QUrl(m_postgresql->url()));
        std::vector<std::jthread> callers;
        for (int i = 0; i < 3; ++i)
            callers.emplace_back([&, i] { answers[std::size_t(i)] = renew(i); });
        allBegan = QTest::qWaitFor([&] { return held.waiting() == 3; }, 4000);
        held.release();
    }
    QVERIFY(allBegan);
    QByteArray access;
    for (const HttpAnswer &answer : answers) {
        if (answer.status == 200) {
            QVERIFY(access.isEmpty());
            access = answer.text("access_token"_L1);
        } else {
            QCOMPARE(answer.status, 401);
            QVERIFY2(answer.body.contains("unauthenticated"), answer.body.constData());
        }
    }
    QVERIFY(!access.isEmpty());
    for (const QUrl &url : m_urls)
        QCOMPARE(exchange(url, {"GET", "/admin/v1/me", access}).status, 200);
    // The old one comes back later: that is no race.
    const HttpAnswer reused = renew(1);
    QCOMPARE(reused.status, 401);
    QVERIFY2(reused.body.contains("refresh_reused"), reused.body.constData());
    for (const QUrl &url : m_urls)
        QTRY_COMPARE_WITH_TIMEOUT(exchange(url, {"GET", "/admin/v1/me", access}).status, 401, 1000);
}

void TestPostgresql::behindABalancerOneServerMayStopUnderLoad()
{
    const QString haproxy = u"/usr/sbin/haproxy"_s;
    QVERIFY2(QFile::exists(haproxy), "haproxy is not installed");
    start(3);
    const QByteArray root = setUp();
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    QUrl balancer = m_urls[0];
    balancer.setPort(probe.serverPort());
    probe.close();

    QByteArray text = "defaults\n mode http\n timeout connect 2s\n timeout client 30s\n"
                      " timeout server 30s\n retries 3\n option redispatch 1\n"
                      " retry-on conn-failure empty-response 503\n"
                      "frontend all\n bind 127.0.0.1:"
                      + QByteArray::number(balancer.port())
                      + "\n default_backend servers\nbackend servers\n balance roundrobin\n";
    for (qsizetype i = 0; i < m_urls.size(); ++i) {
        text += " http-request set-header Host " + m_urls[0].authority().toLatin1() + "\n";
        text += " server s" + QByteArray::number(i) + ' ' + m_urls[i].authority().toLatin1()
                + " check inter 100ms fall 1 rise 1\n";
    }
    QFile configuration(m_folder->filePath(u"haproxy.cfg"_s));
    QVERIFY(configuration.open(QIODevice::WriteOnly));
    configuration.write(text);
    configuration.close();
    QProcess proxy;
    proxy.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    proxy.start(haproxy, {u"-db"_s, u"-f"_s, configuration.fileName()});
    QVERIFY(proxy.waitForStarted());
    QTRY_COMPARE(exchange(balancer, {"GET", "/healthz"}).status, 200);

    std::atomic<bool> ending = false;
    std::atomic<int> good = 0;
    std::atomic<int> bad = 0;
    std::vector<std::jthread> callers;
    for (int i = 0; i < 4; ++i) {
        callers.emplace_back([&, i] {
            while (!ending) {
                const HttpCall call =
                    i % 2 == 0 ? HttpCall{"GET", "/admin/v1/me", root}
                               : HttpCall{"POST", "/admin/v1/sign-in", {}, signInBody("root")};
                (exchange(balancer, call).status == 200 ? good : bad) += 1;
            }
        });
    }
    const bool isBusy = QTest::qWaitFor([&] { return good > 40; }, 60'000);
    const int stopped = m_servers[1]->stop();
    const int before = good;
    const bool goesOn = QTest::qWaitFor([&] { return good > before + 40; }, 60'000);
    ending = true;
    callers.clear();
    proxy.terminate();
    proxy.waitForFinished();
    QVERIFY(isBusy);
    QCOMPARE(stopped, 0);
    QVERIFY(goesOn);
    QCOMPARE(bad, 0);
}

QTEST_GUILESS_MAIN(TestPostgresql)
#include "tst_postgresql.moc"
