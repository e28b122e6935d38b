// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The OpenAPI documents describe exactly the rows that the server answers: nothing more, nothing
// less, and with the same idea of who may.

#include "core/server/host/hostroutes.h"
#include "tests/http/openapi.h"
#include "tests/support/testserver.h"

#include <QtTest/QTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

class TestOpenApi final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesEveryRow_data() { documents(); }
    void describesEveryRow();
    void describesNothingElse_data() { documents(); }
    void describesNothingElse();
    void namesEveryOperationOnce();
    void noticesAnAnswerThatIsNotDescribed_data();
    void noticesAnAnswerThatIsNotDescribed();

private:
    static void documents()
    {
        QTest::addColumn<QString>("system");
        QTest::newRow("root") << QString();
        for (const QString &name : systems::routes::systemNames())
            QTest::newRow(qUtf8Printable(name)) << name;
    }
    /// OpenArchiver's document says once that a slash at the end and /api before /v1 change
    /// nothing.
    static bool isDescribedByItsTwin(const server::http::Mount &mount,
                                     const server::http::Route &route)
    {
        return mount.system == "openarchiver"_L1
               && (route.path.endsWith('/') || route.path.startsWith("/api/"));
    }
    /// The rows that a document is about: the root's, or those of one system's own listener.
    static QList<server::http::Mount> mounts(const QString &system, TestServer &server,
                                             server::http::RequestLog &log)
    {
        // Our own document is the root's, so it describes the root.
        const bool isRoot = system.isEmpty() || system == "authdesk"_L1;
        auto mounts = isRoot ? systems::routes::rootMounts(server.services(), log)
                             : systems::routes::mountsOf(system, server.services(), log);
        if (isRoot) {
            mounts.append(server::host::readinessMount(server.services()));
            mounts.append(server::host::signingKeysMount(server.services()));
            mounts.append(server.metricsMount());
        }
        mounts.append(server::host::hostMount({}));
        return mounts;
    }
};

void TestOpenApi::describesEveryRow()
{
    QFETCH(QString, system);
    TestServer server;
    server::http::RequestLog log(server.clock());
    const QJsonObject paths = OpenApi(systems::routes::openApiDocument(system)).paths();
    for (const server::http::Mount &mount : mounts(system, server, log)) {
        if (!mount.prefix.isEmpty())
            continue; // The same rows again.
        for (const server::http::Route &route : mount.routes) {
            if (isDescribedByItsTwin(mount, route))
                continue;
            const QString method =
                QString::fromLatin1(server::http::methodName(route.method).toByteArray().toLower());
            const QJsonObject operation =
                paths.value(QString::fromLatin1(route.path)).toObject().value(method).toObject();
            QVERIFY2(!operation.isEmpty(), route.path.constData());
            const bool isOpen = operation.value("security"_L1).toArray().isEmpty();
            QVERIFY2(isOpen == (route.right.kind() == server::http::Right::Kind::Anyone),
                     route.path.constData());
            const QJsonObject responses = operation.value("responses"_L1).toObject();
            QVERIFY2(isOpen || responses.contains("401"_L1), route.path.constData());
            QVERIFY2(route.right.kind() != server::http::Right::Kind::Statement
                         || responses.contains("403"_L1),
                     route.path.constData());
            QVERIFY2(!route.path.contains('{') || responses.contains("404"_L1),
                     route.path.constData());
        }
    }
}

void TestOpenApi::describesNothingElse()
{
    QFETCH(QString, system);
    TestServer server;
    server::http::RequestLog log(server.clock());
    QSet<QString> rows;
    for (const server::http::Mount &mount : mounts(system, server, log)) {
        for (const server::http::Route &route : mount.routes) {
            const QByteArray method = server::http::methodName(route.method).toByteArray();
            rows.insert(QString::fromLatin1(method.toLower() + ' ' + mount.prefix + route.path));
        }
    }
    const QJsonObject paths = OpenApi(systems::routes::openApiDocument(system)).paths();
    QVERIFY(!paths.isEmpty());
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        for (const QString &method : path.value().toObject().keys()) {
            const QString row = method + u' ' + path.key();
            QVERIFY2(rows.contains(row), qUtf8Printable(row));
        }
    }
}

void TestOpenApi::namesEveryOperationOnce()
{
    QSet<QString> names;
    const QJsonObject paths = OpenApi(systems::routes::openApiDocument()).paths();
    for (const QJsonValue path : paths) {
        for (const QJsonValue operation : path.toObject()) {
            const QString name = operation["operationId"_L1].toString();
            QVERIFY(!name.isEmpty());
            QVERIFY2(!names.contains(name), qUtf8Printable(name));
            names.insert(name);
        }
    }
}

void TestOpenApi::noticesAnAnswerThatIsNotDescribed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isDescribed");
    QTest::newRow("as described") << 200 << QByteArray("{\"username\":\"a\",\"mfa_enabled\":true}")
                                  << true;
    QTest::newRow("a field too many")
        << 200 << QByteArray("{\"username\":\"a\",\"mfa_enabled\":true,\"id\":1}") << false;
    QTest::newRow("a field too few") << 200 << QByteArray("{\"username\":\"a\"}") << false;
    QTest::newRow("a field of another type")
        << 200 << QByteArray("{\"username\":\"a\",\"mfa_enabled\":\"yes\"}") << false;
    QTest::newRow("another status") << 418 << QByteArray("{\"detail\":\"a\"}") << false;
    QTest::newRow("an error as described") << 401 << QByteArray("{\"detail\":\"a\"}") << true;
}

void TestOpenApi::noticesAnAnswerThatIsNotDescribed()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, isDescribed);
    const OpenApi document(systems::routes::openApiDocument());
    const QJsonObject operation = document.operation("GET", "/api/v1/auth/me/");
    QVERIFY(!operation.isEmpty());
    QCOMPARE(document.complaint(operation, status, body).isEmpty(), isDescribed);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestOpenApi)
#include "tst_openapi.moc"
