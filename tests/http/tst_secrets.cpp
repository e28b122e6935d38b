// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was typed and what was handed out is found nowhere afterwards: not in the log, not in the
// audit, not in the view of requests, not in any list.

#include "tests/http/cast.h"

#include <QtTest/QTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

class TestSecrets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s49_nothingSecretIsLeftBehind();
    void s49_whatIsTypedIntoTheWrongFieldIsNotSentBack_data();
    void s49_whatIsTypedIntoTheWrongFieldIsNotSentBack();
};

void TestSecrets::s49_nothingSecretIsLeftBehind()
{
    TestServer server;
    Cast cast(server);
    QList<QByteArray> secrets;
    const auto keep = [&](const char *who, std::initializer_list<const char *> fields) {
        for (const char *field : fields)
            secrets.append(cast.value(who, field));
    };
    keep("admin", {"password", "token", "refresh", "key"});
    keep("user", {"password", "token", "refresh", "key"});
    keep("invited", {"password", "change_token"});
    keep("mfa", {"password", "token", "totp", "backup", "mfa_token", "code"});
    secrets.append("first-of-user-times");
    // Used, refused and reset once more.
    (void)cast.verify(secrets.at(14), secrets.at(13));
    (void)cast.post("/admin/v1/sign-in", {}, R"({"login":"ada","password":"a-wrong-guess"})");
    (void)cast.post("/api/v1/auth/token/", {}, R"({"username":"ada","password":"a-wrong-guess"})");
    secrets.append("a-wrong-guess");
    const QByteArray admin = cast.value("admin", "token");
    const QByteArray user = "/admin/v1/users/" + cast.value("user", "id");
    secrets.append(cast.post(user + "/reset-password", admin).text("one_time_password"_L1));
    secrets.append(cast.post(user + "/reset-mfa", admin).text("one_time_code"_L1));

    QByteArray everything = server.logged().toUtf8();
    QVERIFY(everything.contains("/admin/v1/sign-in"));
    for (const char *path :
         {"/admin/v1/audit-events?limit=200", "/admin/v1/requests?limit=200", "/admin/v1/users",
          "/admin/v1/sessions?limit=200", "/admin/v1/me", "/admin/v1/roles"}) {
        const HttpAnswer answer = server.call({.method = "GET", .path = path, .token = admin});
        QCOMPARE(answer.status, 200);
        everything += answer.head + answer.body;
    }
    for (const QByteArray &secret : secrets) {
        QVERIFY(secret.size() >= 6);
        QVERIFY2(!everything.contains(secret), secret.constData());
    }
}

void TestSecrets::s49_whatIsTypedIntoTheWrongFieldIsNotSentBack_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *path, const char *body) {
        QTest::newRow(name) << QByteArray(path) << QByteArray(body);
    };
    row("password as a list", "/admin/v1/sign-in", R"({"login":"ada","password":["hidden-word"]})");
    row("password in broken JSON", "/admin/v1/sign-in",
        R"({"login":"ada","password":"hidden-word)");
    row("new password too weak", "/admin/v1/setup", R"({"username":"ada","password":"hidden"})");
    row("Pipelit's password as a list", "/api/v1/auth/token/",
        R"({"username":"ada","password":["hidden-word"]})");
    row("Pipelit's password in broken JSON", "/api/v1/auth/token/",
        R"({"username":"ada","password":"hidden-word)");
    row("Pipelit's code of another form", "/api/v1/auth/mfa/login-verify/",
        R"({"username":"ada","code":"hidden-code-of-a-kind"})");
    row("Bloqd's password as a list", "/api/v1/auth/login",
        R"({"username":"ada","password":["hidden-word"]})");
    row("Bloqd's password in broken JSON", "/api/v1/auth/login",
        R"({"username":"ada","password":"hidden-word)");
    row("Bloqd's token as a number beside a secret", "/api/v1/auth/refresh",
        R"({"refresh_token":5,"password":"hidden-word"})");
    row("Pipelit's weak password", "/api/v1/auth/setup/",
        R"({"username":"ada","password":"hidden"})");
}

void TestSecrets::s49_whatIsTypedIntoTheWrongFieldIsNotSentBack()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    TestServer server;
    const HttpAnswer answer = server.call({.method = "POST", .path = path, .body = body});
    QVERIFY(answer.status == 400 || answer.status == 422);
    QVERIFY2(!answer.body.contains("hidden"), answer.body.constData());
    QVERIFY(!server.logged().contains("hidden"_L1));
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestSecrets)
#include "tst_secrets.moc"
