// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pipelit's users and keys over HTTP, one call after another. Numbers are those of the project's
// security statements.

#include "tests/http/cast.h"

#include <QtTest/QTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

class TestPipelitUsers final : public QObject
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
    void s32_whoeverIsDeletedIsGone();
    void s32_whoeverIsBlockedIsOut();
    void aRevokedKeySaysSo();
    void aKeyOfAnotherPersonClearsTheirFactorOnThisComputer();
    void s49_noKeyIsLeftBehind();
    void pagesByOffsetMissNobody();

private:
    HttpAnswer call(const QByteArray &method, const QByteArray &path, const QByteArray &token,
                    const QByteArray &body = {})
    {
        return m_server->call(
            {.method = method, .path = "/pipelit/api/v1" + path, .token = token, .body = body});
    }
    QByteArray make(const QByteArray &name)
    {
        const HttpAnswer made =
            call("POST", "/users/", m_admin,
                 R"({"username":")" + name + R"(","password":"a-long-sentence-of-theirs"})");
        if (made.status != 201)
            qFatal("%s is not made: %s", name.constData(), made.body.constData());
        return QByteArray::number(made.json().value("id"_L1).toInteger());
    }
    HttpAnswer signIn(const QByteArray &name)
    {
        return call("POST", "/auth/token/", {},
                    R"({"username":")" + name + R"(","password":"a-long-sentence-of-theirs"})");
    }
    int statusOfMe(const QByteArray &token) { return call("GET", "/users/me", token).status; }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Cast> m_cast;
    QByteArray m_admin;
};

void TestPipelitUsers::whoeverIsMadeSignsInAtOnce()
{
    const QByteArray bob = make("bob");
    const HttpAnswer in = signIn("bob");
    QCOMPARE(in.status, 200);
    QCOMPARE(statusOfMe(in.text("key"_L1)), 200);
    const QJsonObject seen = call("GET", "/users/" + bob, m_admin).json();
    QCOMPARE(seen.value("key_count"_L1).toInteger(), 1);
    // The same person elsewhere.
    const HttpAnswer own =
        m_server->call({.method = "GET", .path = "/admin/v1/users/" + bob, .token = m_admin});
    QVERIFY(own.body.contains("\"must_change_password\":false"));
}

void TestPipelitUsers::s32_whoeverIsDeletedIsGone()
{
    const QByteArray bob = make("bob");
    const QByteArray key = signIn("bob").text("key"_L1);
    const HttpAnswer made = call("POST", "/users/me/keys", key, R"({"name":"k"})");
    QCOMPARE(call("DELETE", "/users/" + bob, m_admin).status, 204);
    QCOMPARE(statusOfMe(key), 401);
    QCOMPARE(statusOfMe(made.text("key"_L1)), 401);
    // Pipelit's own service lets the person in again; here nobody of that name is left.
    QCOMPARE(signIn("bob").status, 401);
    QCOMPARE(call("GET", "/users/" + bob, m_admin).status, 404);
    QVERIFY(make("bob") != bob);
}

void TestPipelitUsers::s32_whoeverIsBlockedIsOut()
{
    const QByteArray bob = make("bob");
    const QByteArray key = signIn("bob").text("key"_L1);
    const QByteArray named = call("POST", "/users/me/keys", key, R"({"name":"k"})").text("key"_L1);
    const HttpAnswer blocked =
        call("PATCH", "/users/" + bob, m_admin,
             R"({"role":"normal","password":"nobody-will-ever-see-this-one"})");
    QCOMPARE(blocked.status, 200);
    QCOMPARE(blocked.json().value("key_count"_L1).toInteger(), 0);
    QCOMPARE(statusOfMe(key), 401);
    QCOMPARE(statusOfMe(named), 401);
    QCOMPARE(signIn("bob").status, 401);
}

void TestPipelitUsers::aRevokedKeySaysSo()
{
    const QByteArray key = m_cast->value("user", "apikey");
    QCOMPARE(statusOfMe(key), 200);
    const QByteArray path = "/users/me/keys/" + m_cast->value("user", "keyid");
    QCOMPARE(call("DELETE", path, m_cast->value("user", "token")).status, 204);
    const HttpAnswer refused = call("GET", "/auth/me/", key);
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.text("detail"_L1), "API key has been revoked.");
    // It stays in the list, and revoking it once more changes nothing.
    const HttpAnswer keys = call("GET", "/users/me/keys", m_cast->value("user", "token"));
    QVERIFY(keys.body.contains("\"is_active\":false,\"last_used_at\":"));
    QCOMPARE(call("DELETE", path, m_cast->value("user", "token")).status, 204);
}

/// The one way to free somebody from a lost app that Pipelit's API has.
void TestPipelitUsers::aKeyOfAnotherPersonClearsTheirFactorOnThisComputer()
{
    const QByteArray path = "/users/" + m_cast->value("mfa", "id");
    const QByteArray key =
        call("POST", path + "/keys", m_admin, R"({"name":"lost phone"})").text("key"_L1);
    QCOMPARE(call("GET", path, m_admin).json().value("mfa_enabled"_L1), QJsonValue(true));
    QCOMPARE(call("POST", "/auth/mfa/reset/", key).status, 200);
    QCOMPARE(call("GET", path, m_admin).json().value("mfa_enabled"_L1), QJsonValue(false));
}

void TestPipelitUsers::s49_noKeyIsLeftBehind()
{
    const QByteArray key = m_cast->value("user", "apikey");
    QCOMPARE(statusOfMe(key), 200);
    QByteArray everything = m_server->logged().toUtf8();
    for (const char *path : {"/admin/v1/audit-events?limit=200", "/admin/v1/requests?limit=200",
                             "/admin/v1/sessions?limit=200", "/pipelit/api/v1/users/me/keys"})
        everything += m_server->call({.method = "GET", .path = path, .token = m_admin}).body;
    everything += call("GET", "/users/" + m_cast->value("user", "id") + "/keys", m_admin).body;
    QVERIFY(everything.contains("key.created"));
    const QByteArray prefix = "\"prefix\":\"" + key.first(8) + '"';
    QVERIFY(everything.contains(prefix));
    QVERIFY(!everything.contains(key));
    QVERIFY(!m_server->storedBytes().contains(key));
}

void TestPipelitUsers::pagesByOffsetMissNobody()
{
    QSet<qint64> wanted{1};
    for (int i = 0; i < 6; ++i)
        wanted.insert(make("person" + QByteArray::number(i)).toLongLong());
    QSet<qint64> seen;
    qint64 total = 1;
    for (int offset = 0; offset < total; offset += 3) {
        const QJsonObject page =
            call("GET", "/users/?limit=3&offset=" + QByteArray::number(offset), m_admin).json();
        total = page.value("total"_L1).toInteger();
        for (const QJsonValue user : page.value("users"_L1).toArray())
            seen.insert(user["id"_L1].toInteger());
    }
    QCOMPARE(total, 7);
    QCOMPARE(seen, wanted);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestPipelitUsers)
#include "tst_pipelitusers.moc"
