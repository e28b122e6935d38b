// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/routetable.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;
using namespace authdesk::server::http;

namespace {

Route route(Method method, const QByteArray &path)
{
    return {method, path, Right::anyone(),
            Handler::inLoop([](const Request &) { return Response::empty(); })};
}

QList<Mount> mounts()
{
    return {
        {.prefix = {},
         .system = u"one"_s,
         .routes = {route(Method::Get, "/one/users"), route(Method::Post, "/one/users"),
                    route(Method::Get, "/one/users/me"), route(Method::Get, "/one/users/{id}"),
                    route(Method::Delete, "/one/users/{id}/sessions/{session}"),
                    route(Method::Get, "/one/users/all/export"), route(Method::Get, "/api/a/")}},
        {.prefix = "/two", .system = u"two"_s, .routes = {route(Method::Get, "/api/b/me/")}},
        {.prefix = {}, .system = u"three"_s, .routes = {route(Method::Get, "/api/c")}}};
}

} // namespace

class TestRouteTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsRows_data();
    void findsRows();
    void tellsWhichMethodsAreAllowed();
    void findsTheMountNearAnUnknownPath();
    void refusesTwoRowsForTheSame();
};

void TestRouteTable::findsRows_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("row"); // empty: none
    QTest::addColumn<QByteArrayList>("parameters");

    QTest::newRow("fixed") << "/one/users"_ba << "/one/users"_ba << QByteArrayList{};
    QTest::newRow("fixed before parameter")
        << "/one/users/me"_ba << "/one/users/me"_ba << QByteArrayList{};
    QTest::newRow("parameter") << "/one/users/7"_ba << "/one/users/{id}"_ba << QByteArrayList{"7"};
    QTest::newRow("parameter like a fixed beginning")
        << "/one/users/all"_ba << "/one/users/{id}"_ba << QByteArrayList{"all"};
    QTest::newRow("two parameters")
        << "/one/users/all/sessions/9"_ba
        << "/one/users/{id}/sessions/{session}"_ba << QByteArrayList{"all", "9"};
    QTest::newRow("prefix") << "/two/api/b/me/"_ba << "/api/b/me/"_ba << QByteArrayList{};
    QTest::newRow("without its slash") << "/two/api/b/me"_ba << ""_ba << QByteArrayList{};
    QTest::newRow("without its prefix") << "/api/b/me/"_ba << ""_ba << QByteArrayList{};
    QTest::newRow("too short") << "/one/users/7/sessions"_ba << ""_ba << QByteArrayList{};
    QTest::newRow("too long") << "/one/users/7/sessions/9/"_ba << ""_ba << QByteArrayList{};
    QTest::newRow("empty parameter") << "/one/users//sessions/9"_ba << ""_ba << QByteArrayList{};
    QTest::newRow("braces are no parameter's value") << "/one/{id}"_ba << ""_ba << QByteArrayList{};
    QTest::newRow("root") << "/"_ba << ""_ba << QByteArrayList{};
    QTest::newRow("nothing but slashes") << QByteArray(8000, '/') << ""_ba << QByteArrayList{};
}

void TestRouteTable::findsRows()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, row);
    const auto table = RouteTable::create(mounts());
    QVERIFY(table);
    const RouteTable::Match match = (*table)->find(path);
    QCOMPARE(match.entry != nullptr, !row.isEmpty());
    QTEST(QByteArrayList(match.parameters), "parameters");
    if (!match.entry)
        return;
    const RouteTable::Row *found = match.entry->row(Method::Get);
    if (!found)
        found = match.entry->row(Method::Delete);
    QVERIFY(found);
    QCOMPARE(found->route->path, row);
    QCOMPARE(found->isTokenCheck, row.endsWith("/me") || row.endsWith("/me/"));
}

void TestRouteTable::tellsWhichMethodsAreAllowed()
{
    const auto table = RouteTable::create(mounts());
    QVERIFY(table);
    QCOMPARE((*table)->find("/one/users").entry->allow, "GET, HEAD, POST, OPTIONS"_ba);
    QCOMPARE((*table)->find("/one/users/1/sessions/2").entry->allow, "DELETE, OPTIONS"_ba);
    QVERIFY((*table)->find("/one/users").entry->row(Method::Head));
    QVERIFY(!(*table)->find("/one/users").entry->row(Method::Put));
}

void TestRouteTable::findsTheMountNearAnUnknownPath()
{
    const auto table = RouteTable::create(mounts());
    QVERIFY(table);
    QCOMPARE((*table)->mountNear("/one/nothing")->system, u"one"_s);
    QCOMPARE((*table)->mountNear("/two")->system, u"two"_s);
    QVERIFY(!(*table)->mountNear("/api/nothing")); // Two systems live there.
    QVERIFY(!(*table)->mountNear("/"));
}

void TestRouteTable::refusesTwoRowsForTheSame()
{
    QList<Mount> doubled = mounts();
    doubled.append(
        {.prefix = "/one", .system = u"four"_s, .routes = {route(Method::Get, "/users/{name}")}});
    const auto table = RouteTable::create(doubled);
    QVERIFY(!table);
    QCOMPARE(table.error().code, base::ErrorCode::Internal);
}

QTEST_GUILESS_MAIN(TestRouteTable)
#include "tst_routetable.moc"
