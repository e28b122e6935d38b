// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// `move-database` with the real program, in both directions, every table compared from outside.

#include "tests/core/server/host/serverprogram.h"
#include "tests/support/httpclient.h"
#include "tests/support/privatepostgresql.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlField>
#include <QtSql/QSqlQuery>
#include <QtSql/QSqlRecord>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using authdesk::tests::exchange;
using authdesk::tests::HttpAnswer;
using authdesk::tests::PrivatePostgresql;
using authdesk::tests::ServerProgram;

namespace {

const QByteArray password = "viola under willows";
constexpr int manyRows = 1203; // several pages, and no whole number of them

/// A look into a database from outside.
class Look final
{
public:
    /// The path of a file, or a URL.
    explicit Look(const QString &where)
    {
        const QUrl url(where);
        m_isPostgresql = url.scheme() == "postgresql"_L1;
        m_database = QSqlDatabase::addDatabase(m_isPostgresql ? u"QPSQL"_s : u"QSQLITE"_s, name());
        m_database.setDatabaseName(m_isPostgresql ? url.path().sliced(1) : where);
        if (m_isPostgresql) {
            m_database.setHostName(url.host());
            m_database.setPort(url.port());
            m_database.setUserName(url.userName());
            m_database.setPassword(url.password());
        }
        if (!m_database.open())
            qFatal("%s", qPrintable(m_database.lastError().text()));
    }
    Look(const Look &) = delete;
    Look &operator=(const Look &) = delete;
    ~Look()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(name());
    }

    /// Every row as text, each column by its name.
    [[nodiscard]] QStringList rows(const QString &statement) const
    {
        QSqlQuery query(m_database);
        if (!query.exec(statement))
            qFatal("%s", qPrintable(query.lastError().text()));
        QStringList rows;
        while (query.next()) {
            const QSqlRecord record = query.record();
            QStringList fields;
            for (int i = 0; i < record.count(); ++i)
                fields.append(record.fieldName(i) + u'=' + textOf(query, i));
            fields.sort();
            rows.append(fields.join(u'|'));
        }
        return rows;
    }

    void run(const QString &statement) const
    {
        QSqlQuery query(m_database);
        if (!query.exec(statement))
            qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
    }

    /// What a server stores in; of the search only what it is made of.
    [[nodiscard]] QStringList tables() const
    {
        QStringList names;
        for (const QString &row :
             rows(m_isPostgresql
                      ? u"SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' "
                        "AND tablename <> 'users_search'"_s
                      : u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                        "'users_search%' AND name NOT LIKE 'sqlite_%'"_s))
            names.append(row.section(u'"', 1, 1)); // name="users"
        names.sort();
        return names;
    }

    /// Table by table, everything in it; what was applied when differs of itself.
    [[nodiscard]] QMap<QString, QStringList> everything() const
    {
        QMap<QString, QStringList> all;
        for (const QString &table : tables()) {
            QStringList found =
                rows(table == "schema_versions"_L1 ? u"SELECT version, name FROM schema_versions"_s
                                                   : u"SELECT * FROM "_s + table);
            found.sort();
            all.insert(table, found);
        }
        return all;
    }

private:
    [[nodiscard]] static QString name() { return u"look"_s; }
    [[nodiscard]] static QString textOf(const QSqlQuery &query, int column)
    {
        if (query.isNull(column))
            return u"NULL"_s;
        const QVariant value = query.value(column);
        if (value.typeId() == QMetaType::QByteArray)
            return u"x'"_s + QString::fromLatin1(value.toByteArray().toHex()) + u'\'';
        return value.typeId() == QMetaType::QString ? u'"' + value.toString() + u'"'
                                                    : QString::number(value.toLongLong());
    }

    QSqlDatabase m_database;
    bool m_isPostgresql = false;
};

QMap<QString, QStringList> everythingIn(const QString &where)
{
    return Look(where).everything();
}

} // namespace

class TestMoveDatabase final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_postgresql = std::make_unique<PrivatePostgresql>(); }
    void cleanupTestCase() { m_postgresql.reset(); }
    void init();

    void movesEverythingBothWays();
    void takesNoTargetThatHoldsSomething_data();
    void takesNoTargetThatHoldsSomething();
    void takesNoSourceThatIsInUse();
    void aMoveThatFailsLeavesNothingBehind();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    [[nodiscard]] QString folder(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString file(const QString &name) const
    {
        return folder(name) + u"/authdesk.sqlite"_s;
    }
    /// A new database of the PostgreSQL.
    [[nodiscard]] QString newUrl()
    {
        const QString name = u"move_%1"_s.arg(++m_databases);
        Look(m_postgresql->url()).run(u"CREATE DATABASE "_s + name);
        QUrl url(m_postgresql->url());
        url.setPath(u'/' + name);
        return url.toString();
    }
    [[nodiscard]] static ServerProgram::Run serve(const QString &folder, const QString &database)
    {
        QStringList arguments{u"serve"_s, u"--data-dir"_s, folder, u"--listen"_s, u"127.0.0.1:0"_s};
        if (!database.isEmpty())
            arguments += {u"--database"_s, database};
        return {.arguments = arguments};
    }
    [[nodiscard]] static ServerProgram::Outcome move(const QString &folder, const QString &from,
                                                     const QString &to)
    {
        QStringList arguments{u"move-database"_s, u"--data-dir"_s, folder, u"--to"_s, to};
        if (!from.isEmpty())
            arguments += {u"--database"_s, from};
        return ServerProgram::runToEnd({.arguments = arguments});
    }
    /// A server's data with something in every table that there is a way to fill; an access token
    /// that is good.
    QByteArray fill(const QString &name);

    std::unique_ptr<PrivatePostgresql> m_postgresql;
    std::unique_ptr<QTemporaryDir> m_folder;
    int m_databases = 0;
};

void TestMoveDatabase::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QByteArray TestMoveDatabase::fill(const QString &name)
{
    ServerProgram server(serve(folder(name), {}));
    const QUrl url = server.nextAddress();
    const auto post = [&](const QByteArray &path, const QByteArray &token, const QByteArray &body) {
        return exchange(url, {"POST", path, token, body});
    };
    const QByteArray root =
        post("/admin/v1/setup", {},
             R"({"username":"root","server_name":"Möwe","password":")" + password + "\"}")
            .text("access_token"_L1);
    QList<QByteArray> ids;
    for (const char *person : {"ann", "Bó", "gone"}) {
        const HttpAnswer made =
            post("/admin/v1/users", root, QByteArray(R"({"username":")") + person + "\"}");
        ids.append(QByteArray::number(made.json().value("id"_L1).toInt()));
        (void)post("/admin/v1/sign-in", {},
                   QByteArray(R"({"login":")") + person + R"(","password":")"
                       + made.text("one_time_password"_L1) + "\"}");
        (void)post("/admin/v1/sign-in", {},
                   QByteArray(R"({"login":")") + person + R"(","password":"not this one"})");
    }
    (void)post("/admin/v1/users/" + ids[0] + "/reset-mfa", root, {});
    // The highest id is given away and must not come again.
    (void)exchange(url, {"DELETE", "/admin/v1/users/" + ids[2], root});
    (void)post("/admin/v1/me/mfa/totp/enable", root, {});
    const HttpAnswer in =
        post("/admin/v1/sign-in", {}, R"({"login":"root","password":")" + password + "\"}");
    const HttpAnswer next = post("/admin/v1/sign-in/refresh", {},
                                 R"({"refresh_token":")" + in.text("refresh_token"_L1) + "\"}");
    if (server.stop() != 0)
        qFatal("The server does not stop: %s", server.errors().constData());

    const Look look(file(name));
    const QString numbers = u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                            "WHERE i < %1) "_s.arg(manyRows);
    look.run(u"INSERT INTO throttle (kind, name_hash, failures, updated_at) "_s + numbers
             + u"SELECT i % 2, randomblob(9 + i % 20), i, i FROM n"_s);
    look.run(u"INSERT INTO users (uid, username, username_folded, first_name, last_name, role_id, "
             "created_at, updated_at, name_sort, email_sort, role_sort) "_s
             + numbers
             + u"SELECT 'uid-' || i, 'many' || i, 'many' || i, '', 'Ö''\"\\%|' || i, 5, i, i, "
               "'ö' || i, '', 'user' FROM n"_s);
    for (const QString &key : {u"a"_s, u"Z"_s, u"ä"_s, u"💡"_s, u"\uffee"_s, u"a b"_s, u""_s})
        look.run(u"INSERT INTO settings VALUES ('%1', 'x')"_s.arg(key));
    look.run(u"INSERT INTO recovery_codes (user_id, hash, created_at) VALUES (1, x'', 3)"_s);
    look.run(u"INSERT INTO api_keys (user_id, system, name, prefix, hash, created_at, expires_at, "
             "last_used_at, revoked_at) VALUES (1, 'pipelit', 'ö', 'abcdefgh', x'00ff', 3, NULL, "
             "NULL, NULL), (1, 'pipelit', '', '', x'', 4, 5, 6, 7)"_s);
    look.run(u"INSERT INTO signing_keys VALUES ('Zz', 'HS256', x'00ff', x'', 3, NULL), "
             "('aA', 'EdDSA', x'01', x'02', 4, 5)"_s);
    look.run(u"INSERT INTO tiers (name, name_folded, created_at) VALUES ('Größe', 'grösse', 3)"_s);
    look.run(u"UPDATE users SET tier_id = 1, picture_url = 'https://example.org/ö' WHERE id = 1"_s);
    return next.text("access_token"_L1);
}

void TestMoveDatabase::movesEverythingBothWays()
{
    const QByteArray token = fill(u"a"_s);
    QVERIFY(!token.isEmpty());
    const auto before = everythingIn(file(u"a"_s));
    for (auto table = before.begin(); table != before.end(); ++table)
        QVERIFY2(!table.value().isEmpty(), qPrintable(table.key()));
    QVERIFY(before.value(u"users"_s).size() > manyRows);

    const QString url = newUrl();
    const auto there = move(folder(u"a"_s), {}, url);
    QVERIFY2(there.exitCode == 0, there.errors.constData());
    QCOMPARE(there.output.count('\n'), 1);
    QVERIFY(there.output.startsWith("authdesk-server: moved "));
    QVERIFY2(there.errors.contains("copied users: ") && there.errors.contains("compared audit: "),
             there.errors.constData());
    QVERIFY(!there.errors.contains(m_postgresql->password().toLatin1()));
    QCOMPARE(everythingIn(url), before);
    QCOMPARE(everythingIn(file(u"a"_s)), before);
    {
        // The same sign-in is good, the audit whole, and no id comes again.
        ServerProgram server(serve(folder(u"a"_s), url));
        const QUrl address = server.nextAddress();
        QVERIFY2(address.isValid(), server.errors().constData());
        QCOMPARE(exchange(address, {"GET", "/admin/v1/me", token}).status, 200);
        const HttpAnswer verdict =
            exchange(address, {"POST", "/admin/v1/audit-events/verify", token});
        QVERIFY2(verdict.body.contains("\"ok\":true"), verdict.body.constData());
        const HttpAnswer made =
            exchange(address, {"POST", "/admin/v1/users", token, R"({"username":"new"})"});
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json().value("id"_L1).toInt(), 4 + manyRows + 1);
        const HttpAnswer found = exchange(
            address, {"GET", "/admin/v1/users?search=any120&limit=2", token}); // many120, many1200…
        QCOMPARE(found.json().value("total"_L1).toInt(), 5);
        QCOMPARE(exchange(address, {"DELETE",
                                    "/admin/v1/users/"
                                        + QByteArray::number(made.json().value("id"_L1).toInt()),
                                    token})
                     .status,
                 204);
        QCOMPARE(server.stop(), 0);
    }

    // And back, beside the first file.
    QVERIFY(QDir().mkpath(folder(u"b"_s)));
    QVERIFY(QFile::copy(folder(u"a"_s) + u"/master.key"_s, folder(u"b"_s) + u"/master.key"_s));
    const auto changed = everythingIn(url);
    QVERIFY(changed != before);
    const auto back = move(folder(u"b"_s), url, u"sqlite:"_s);
    QVERIFY2(back.exitCode == 0, back.errors.constData());
    QCOMPARE(everythingIn(file(u"b"_s)), changed);
    QCOMPARE(QFile(file(u"b"_s)).permissions() & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    ServerProgram server(serve(folder(u"b"_s), {}));
    const QUrl address = server.nextAddress();
    QVERIFY2(address.isValid(), server.errors().constData());
    QCOMPARE(exchange(address, {"GET", "/admin/v1/me", token}).status, 200);
    const HttpAnswer made =
        exchange(address, {"POST", "/admin/v1/users", token, R"({"username":"newer"})"});
    QCOMPARE(made.json().value("id"_L1).toInt(), 4 + manyRows + 2);
    const HttpAnswer found = exchange(address, {"GET", "/admin/v1/users?search=any120", token});
    QCOMPARE(found.json().value("total"_L1).toInt(), 5);
    QCOMPARE(server.stop(), 0);
}

void TestMoveDatabase::takesNoTargetThatHoldsSomething_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("a server's data") << QString();
    QTest::newRow("a table of somebody else") << u"CREATE TABLE bookmarks (url TEXT)"_s;
}

void TestMoveDatabase::takesNoTargetThatHoldsSomething()
{
    QFETCH(QString, statement);
    (void)fill(u"a"_s);
    const QString url = newUrl();
    if (statement.isEmpty())
        QCOMPARE(move(folder(u"a"_s), {}, url).exitCode, 0);
    else
        Look(url).run(statement);
    const auto before = everythingIn(url);
    const auto refused = move(folder(u"a"_s), {}, url);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.isOneLine() && refused.errors.contains("is not empty"),
             refused.errors.constData());
    QCOMPARE(everythingIn(url), before);
    // A file neither.
    const auto onto = everythingIn(file(u"a"_s));
    const auto back = move(folder(u"a"_s), url, u"sqlite:"_s);
    QCOMPARE(back.exitCode, 1);
    QVERIFY2(back.isOneLine() && back.errors.contains("is not empty"), back.errors.constData());
    QCOMPARE(everythingIn(file(u"a"_s)), onto);
}

void TestMoveDatabase::takesNoSourceThatIsInUse()
{
    (void)fill(u"a"_s);
    const QString url = newUrl();
    {
        ServerProgram server(serve(folder(u"a"_s), {}));
        QVERIFY(server.nextAddress().isValid());
        const auto refused = move(folder(u"a"_s), {}, url);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.isOneLine() && refused.errors.contains("Another server is running"),
                 refused.errors.constData());
        QVERIFY(Look(url).tables().isEmpty());
        QCOMPARE(server.stop(), 0);
    }
    QCOMPARE(move(folder(u"a"_s), {}, url).exitCode, 0);
    // A server with a data folder of its own, which no lock of ours tells.
    ServerProgram server(
        {.arguments = serve(folder(u"c"_s), url).arguments,
         .variables = {{u"AUTHDESK_MASTER_KEY_FILE"_s, folder(u"a"_s) + u"/master.key"_s}}});
    QVERIFY2(server.nextAddress().isValid(), server.errors().constData());
    const auto refused = move(folder(u"b"_s), url, u"sqlite:"_s);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.isOneLine() && refused.errors.contains("stop every server"),
             refused.errors.constData());
    QVERIFY(!QFile::exists(file(u"b"_s)));
    QCOMPARE(server.stop(), 0);
    QCOMPARE(move(folder(u"b"_s), url, u"sqlite:"_s).exitCode, 0);
}

void TestMoveDatabase::aMoveThatFailsLeavesNothingBehind()
{
    (void)fill(u"a"_s);
    // A text of SQLite's may hold a NUL, one of PostgreSQL's not: noticed when all is compared.
    Look(file(u"a"_s)).run(u"UPDATE users SET last_name = 'a' || char(0) || 'b' WHERE id = 2"_s);
    const QString url = newUrl();
    const auto failed = move(folder(u"a"_s), {}, url);
    QCOMPARE(failed.exitCode, 1);
    QVERIFY(failed.output.isEmpty());
    QCOMPARE(failed.errors.count("authdesk-server: "), 1);
    QVERIFY2(failed.errors.contains("In the table users the row of 2 is not the same"),
             failed.errors.constData());
    QVERIFY(Look(url).tables().isEmpty());

    Look(file(u"a"_s)).run(u"UPDATE users SET last_name = 'ab' WHERE id = 2"_s);
    QCOMPARE(move(folder(u"a"_s), {}, url).exitCode, 0);
    // Somebody whose role is gone: no file takes that.
    Look(url).run(u"ALTER TABLE users DROP CONSTRAINT users_role_id_fkey"_s);
    Look(url).run(u"UPDATE users SET role_id = 77 WHERE id = 2"_s);
    QVERIFY(QDir().mkpath(folder(u"b"_s)));
    const auto back = move(folder(u"b"_s), url, u"sqlite:"_s);
    QCOMPARE(back.exitCode, 1);
    QCOMPARE(back.errors.count("authdesk-server: "), 1);
    QVERIFY(QDir(folder(u"b"_s)).entryList({u"authdesk.sqlite*"_s}).isEmpty());
}

void TestMoveDatabase::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no target") << QStringList() << QByteArray("needs --to");
    QTest::newRow("a word too many")
        << QStringList{u"--to"_s, u"sqlite:"_s, u"now"_s} << QByteArray("\"now\"");
    QTest::newRow("another kind of database")
        << QStringList{u"--to"_s, u"mysql://a:Not-it@b/c"_s} << QByteArray("postgresql://");
    QTest::newRow("nobody there") << QStringList{u"--to"_s,
                                                 u"postgresql://a:Not-it@127.0.0.1:1/c"_s}
                                  << QByteArray("cannot be reached");
    QTest::newRow("onto itself") << QStringList{u"--to"_s, u"sqlite:"_s} << QByteArray("not empty");
}

void TestMoveDatabase::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const QStringList start{u"move-database"_s, u"--data-dir"_s, folder(u"a"_s)};
    const auto without = ServerProgram::runToEnd({.arguments = start + arguments});
    QVERIFY(without.exitCode > 0);
    QVERIFY(!QFile::exists(folder(u"a"_s)));
    (void)fill(u"a"_s);
    const auto refused = ServerProgram::runToEnd({.arguments = start + arguments});
    QVERIFY(refused.exitCode > 0);
    QVERIFY2(refused.isOneLine() && refused.errors.contains(says), refused.errors.constData());
    QVERIFY(!refused.errors.contains("Not-it"));
}

QTEST_GUILESS_MAIN(TestMoveDatabase)
#include "tst_movedatabase.moc"
