// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ndastro's users and tiers over HTTP, one call after another. Numbers are those of the project's
// security statements.

#include "tests/http/cast.h"

#include <QtTest/QTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

class TestNdastroUsers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        m_cast = std::make_unique<Cast>(*m_server);
        m_admin = m_cast->value("admin", "token");
    }

    void whoeverIsMadeSignsInAtOnce();
    void s32_whoeverIsDeletedFromTheDatabaseIsGone();
    void s32_whoeverDeletesThemselvesIsOut();
    void s46_profilesChangeNothingElse();
    void s49_changesAreInTheAudit();
    void aNewNameKeepsTheSignIn();
    void pagesMissNobody();
    void whoeverHasEndedIsNotListed();
    void aDeletedTierIsNobodysAnyMore();
    void aRenamedTierStaysWithItsPeople();

private:
    HttpAnswer call(const QByteArray &method, const QByteArray &path, const QByteArray &token,
                    const QByteArray &body = {})
    {
        return m_server->call(
            {.method = method, .path = "/ndastro/api/v1" + path, .token = token, .body = body});
    }
    void make(const QByteArray &name)
    {
        const HttpAnswer made =
            call("POST", "/users/", m_admin,
                 R"({"name":"Some Body","username":")" + name + R"(","email":")" + name
                     + R"(@example.org","password":"a-long-sentence-of-theirs"})");
        if (made.status != 201)
            qFatal("%s is not made: %s", name.constData(), made.body.constData());
    }
    HttpAnswer signIn(const QByteArray &name)
    {
        return m_server->call({.method = "POST",
                               .path = "/ndastro/api/v1/auth/login",
                               .body = "username=" + name + "&password=a-long-sentence-of-theirs",
                               .headers = {"Content-Type: application/x-www-form-urlencoded"}});
    }
    /// The access token.
    QByteArray entered(const QByteArray &name)
    {
        return signIn(name).json()["access_token"_L1].toObject()["token"_L1].toString().toLatin1();
    }
    int statusOfMe(const QByteArray &token) { return call("GET", "/auth/me", token).status; }
    QByteArray audit() { return read("/admin/v1/audit-events?limit=200"); }
    QByteArray read(const QByteArray &path)
    {
        return m_server->call({.method = "GET", .path = path, .token = m_admin}).body;
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Cast> m_cast;
    QByteArray m_admin;
};

void TestNdastroUsers::whoeverIsMadeSignsInAtOnce()
{
    make("bob");
    const QByteArray token = entered("bob");
    QCOMPARE(statusOfMe(token), 200);
    const QJsonObject me = call("GET", "/auth/me", token).json();
    QCOMPARE(me["name"_L1].toString(), u"Some Body"_s);
    QVERIFY(!me["is_superuser"_L1].toBool(true));
    // The same person elsewhere.
    const QByteArray own = read("/admin/v1/users?search=bob");
    QVERIFY2(own.contains(R"("first_name":"Some")") && own.contains(R"("last_name":"Body")")
                 && own.contains(R"("must_change_password":false)"),
             own.constData());
}

void TestNdastroUsers::s32_whoeverIsDeletedFromTheDatabaseIsGone()
{
    make("bob");
    const QByteArray token = entered("bob");
    const QByteArray key = m_server
                               ->call({.method = "POST",
                                       .path = "/pipelit/api/v1/users/me/keys",
                                       .token = token,
                                       .body = R"({"name":"k"})"})
                               .text("key"_L1);
    QCOMPARE(statusOfMe(key), 200);
    QCOMPARE(call("DELETE", "/users/db_user/bob", m_admin).status, 200);
    QCOMPARE(statusOfMe(token), 401);
    QCOMPARE(statusOfMe(key), 401);
    QCOMPARE(signIn("bob").status, 401);
    // ndastro's own service ends the caller's token.
    QCOMPARE(statusOfMe(m_admin), 200);
    QCOMPARE(call("GET", "/users/bob", m_admin).status, 404);
    make("bob");
    QCOMPARE(statusOfMe(token), 401);
}

void TestNdastroUsers::s32_whoeverDeletesThemselvesIsOut()
{
    const QByteArray token = m_cast->value("second", "jwt");
    const QByteArray other = m_cast->value("second", "token");
    QCOMPARE(call("DELETE", "/users/second-person", token).status, 200);
    QCOMPARE(statusOfMe(token), 401);
    QCOMPARE(statusOfMe(other), 401);
    // The last one stays, whichever way.
    QCOMPARE(call("DELETE", "/users/ada", m_admin).status, 409);
    QCOMPARE(call("DELETE", "/users/db_user/ada", m_admin).status, 409);
    QCOMPARE(statusOfMe(m_admin), 200);
}

void TestNdastroUsers::s46_profilesChangeNothingElse()
{
    const QByteArray token = m_cast->value("user", "token");
    const QByteArray before = read("/admin/v1/users/" + m_cast->value("user", "id"));
    for (const char *field : {"is_superuser", "is_active", "role", "role_id", "tier_id", "id",
                              "uid", "status", "password", "valid_until"}) {
        const HttpAnswer refused = call("PATCH", "/users/user-person", token,
                                        "{\"" + QByteArray(field) + "\":1,\"name\":\"Eve\"}");
        QCOMPARE(refused.status, 422);
    }
    QCOMPARE(read("/admin/v1/users/" + m_cast->value("user", "id")), before);
    // Also whoever may do everything else changes nobody else so.
    QCOMPARE(call("PATCH", "/users/user-person", m_admin, R"({"name":"Eve"})").status, 403);
    QCOMPARE(read("/admin/v1/users/" + m_cast->value("user", "id")), before);
}

void TestNdastroUsers::s49_changesAreInTheAudit()
{
    (void)m_cast->value("user", "tiered");
    const QByteArray given = audit();
    QVERIFY2(given.contains(R"("tier":{"new":"gold","old":null})"), given.constData());
    QVERIFY(given.contains(R"("action":"tier.created")"));
    QVERIFY(given.contains(R"("system":"ndastro")"));
    const QByteArray token = m_cast->value("user", "token");
    const QByteArray picture = R"({"profile_image_url":"https://example.org/a.png"})";
    QCOMPARE(call("PATCH", "/users/user-person", token, picture).status, 200);
    const QByteArray changed = R"("picture_url":{"new":"https://example.org/a.png","old":""})";
    QVERIFY(audit().contains(changed));
    // What changes nothing is not told.
    const auto rows = [this] { return audit().count("\"action\":"); };
    const qsizetype before = rows();
    QCOMPARE(call("PATCH", "/users/user-person", token, picture).status, 200);
    (void)m_cast->value("user", "tiered");
    QCOMPARE(call("PATCH", "/tiers/gold", m_admin, R"({"name":"gold"})").status, 200);
    QCOMPARE(rows(), before);
    QCOMPARE(call("PATCH", "/tiers/gold", m_admin, R"({"name":"Silver"})").status, 200);
    QVERIFY(audit().contains(R"("name":{"new":"Silver","old":"gold"})"));
    QCOMPARE(call("DELETE", "/tiers/silver", m_admin).status, 200);
    QVERIFY(audit().contains(R"("people":{"new":0,"old":1})"));
    QVERIFY(audit().contains(R"("action":"tier.deleted")"));
    QCOMPARE(call("DELETE", "/users/db_user/user-person", m_admin).status, 200);
    QVERIFY(audit().contains(R"("action":"user.deleted")"));
}

void TestNdastroUsers::aNewNameKeepsTheSignIn()
{
    const QByteArray token = m_cast->value("user", "jwt");
    const QByteArray change =
        R"({"name":"Uwe von User","username":"uwe2","email":"uwe@example.org",)"
        R"("profile_image_url":"https://example.org/u.png"})";
    QCOMPARE(call("PATCH", "/users/user-person", token, change).status, 200);
    const QJsonObject seen = call("GET", "/users/uwe2", token).json();
    QCOMPARE(seen["name"_L1].toString(), u"Uwe von User"_s);
    QCOMPARE(seen["email"_L1].toString(), u"uwe@example.org"_s);
    QCOMPARE(seen["profile_image_url"_L1].toString(), u"https://example.org/u.png"_s);
    QCOMPARE(call("GET", "/auth/me", token).json()["username"_L1].toString(), u"uwe2"_s);
    QCOMPARE(call("GET", "/users/user-person", m_admin).status, 404);
    QCOMPARE(call("PATCH", "/users/user-person", token, R"({"name":"Uwe"})").status, 403);
}

void TestNdastroUsers::pagesMissNobody()
{
    for (int i = 0; i < 6; ++i)
        make("person" + QByteArray::number(i));
    QSet<qint64> seen;
    for (int page = 1; page <= 4; ++page) {
        const QJsonObject answer =
            call("GET", "/users/?items_per_page=2&page=" + QByteArray::number(page), m_admin)
                .json();
        QCOMPARE(answer["total"_L1].toInteger(), 7);
        QCOMPARE(answer["page"_L1].toInteger(), page);
        for (const QJsonValue person : answer["items"_L1].toArray())
            seen.insert(person["id"_L1].toInteger());
    }
    QCOMPARE(seen.size(), 7);
}

void TestNdastroUsers::whoeverHasEndedIsNotListed()
{
    make("bob");
    make("ann");
    const qint64 bob = call("GET", "/users/bob", m_admin).json()["id"_L1].toInteger();
    const QByteArray end = m_server->clock().now().addSecs(60).toString(Qt::ISODate).toLatin1();
    const HttpAnswer ended = m_server->call({.method = "PATCH",
                                             .path = "/admin/v1/users/" + QByteArray::number(bob),
                                             .token = m_admin,
                                             .body = R"({"valid_until":")" + end + "\"}"});
    QCOMPARE(ended.status, 200);
    QCOMPARE(call("GET", "/users/", m_admin).json()["total"_L1].toInteger(), 3);
    m_server->clock().advanceSeconds(61);
    const HttpAnswer after = call("GET", "/users/", m_admin);
    QCOMPARE(after.json()["total"_L1].toInteger(), 2);
    QVERIFY(!after.body.contains("\"bob\"") && after.body.contains("\"ann\""));
}

void TestNdastroUsers::aDeletedTierIsNobodysAnyMore()
{
    (void)m_cast->value("user", "tiered");
    QCOMPARE(call("DELETE", "/tiers/gold", m_admin).status, 200);
    QCOMPARE(call("GET", "/users/user-person/tier", m_admin).body, "null");
    QVERIFY(call("GET", "/users/user-person", m_admin).json()["tier_id"_L1].isNull());
    QCOMPARE(call("GET", "/tiers/gold", m_admin).status, 404);
    // The person is as before.
    QCOMPARE(statusOfMe(m_cast->value("user", "token")), 200);
}

void TestNdastroUsers::aRenamedTierStaysWithItsPeople()
{
    const QByteArray id = m_cast->value("user", "tiered");
    QCOMPARE(call("PATCH", "/tiers/gold", m_admin, R"({"name":"Möwe 1"})").status, 200);
    const QJsonObject seen = call("GET", "/users/user-person/tier", m_admin).json();
    QCOMPARE(seen["tier_name"_L1].toString(), u"Möwe 1"_s);
    QCOMPARE(QByteArray::number(seen["tier_id"_L1].toInteger()), id);
    QCOMPARE(call("GET", "/tiers/m%C3%B6we%201", m_admin).status, 200);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestNdastroUsers)
#include "tst_ndastrousers.moc"
