// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The curl lines of Pipelit's documentation, run with the real curl, answer as printed there.

#include "core/server/crypto/totp.h"
#include "tests/http/cast.h"

#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtTest/QTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

class TestCurlLines final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerAsPrinted();
    void finishASignInWithTheSecondFactor();

private:
    struct Printed
    {
        int status = 0;
        QByteArray body;
        QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    };

    /// As a shell would run it; the documented port is replaced by the test's.
    static Printed curl(const TestServer &server, const QString &line)
    {
        QString command = line;
        command.replace("http://localhost:8000"_L1,
                        u"http://localhost:%1"_s.arg(server.url().port()));
        QProcess process;
        process.start(u"sh"_s, {u"-c"_s, command + uR"( -s -w '\n%{http_code}')"_s});
        if (!process.waitForFinished(20'000))
            return {};
        const QByteArray out = process.readAllStandardOutput();
        const qsizetype cut = out.lastIndexOf('\n');
        return {.status = out.mid(cut + 1).toInt(), .body = out.first(qMax<qsizetype>(cut, 0))};
    }
    static TestServerOptions basicPolicy()
    {
        TestServerOptions options;
        options.service.passwordPolicy = password::PasswordPolicy::Basic;
        return options;
    }
    static bool isUuid(const QJsonValue &value)
    {
        static const QRegularExpression uuid(
            u"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"_s);
        return uuid.match(value.toString()).hasMatch();
    }
};

void TestCurlLines::answerAsPrinted()
{
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
        QFAIL("curl is not installed; scripts/test installs it");
    TestServer server(basicPolicy());

    Printed printed = curl(server, u"curl http://localhost:8000/api/v1/auth/setup-status/"_s);
    QCOMPARE(printed.status, 200);
    QCOMPARE(printed.json(), (QJsonObject{{u"needs_setup"_s, true}}));

    printed = curl(server, uR"(curl -X POST http://localhost:8000/api/v1/auth/setup/ \
  -H "Content-Type: application/json" \
  -d '{"username": "admin", "password": "mypassword"}')"_s);
    QCOMPARE(printed.status, 200);
    QVERIFY(isUuid(printed.json().value("key"_L1)));
    QCOMPARE(printed.json().value("requires_mfa"_L1), QJsonValue(false));
    QCOMPARE(printed.json().size(), 2);

    printed = curl(server, uR"(curl -X POST http://localhost:8000/api/v1/auth/setup/ \
  -H "Content-Type: application/json" \
  -d '{"username": "admin", "password": "mypassword"}')"_s);
    QCOMPARE(printed.status, 409);
    QCOMPARE(printed.json(), (QJsonObject{{u"detail"_s, u"Setup already completed."_s}}));

    printed = curl(server, uR"(curl -X POST http://localhost:8000/api/v1/auth/token/ \
  -H "Content-Type: application/json" \
  -d '{"username": "admin", "password": "secret"}')"_s);
    QCOMPARE(printed.status, 401);
    QCOMPARE(printed.json(), (QJsonObject{{u"detail"_s, u"Invalid credentials."_s}}));

    printed = curl(server, uR"(curl -X POST http://localhost:8000/api/v1/auth/token/ \
  -H "Content-Type: application/json" \
  -d '{"username": "admin", "password": "mypassword"}')"_s);
    QCOMPARE(printed.status, 200);
    QVERIFY(isUuid(printed.json().value("key"_L1)));
    QCOMPARE(printed.json().value("requires_mfa"_L1), QJsonValue(false));
    QCOMPARE(printed.json().size(), 2);
    const QString key = printed.json().value("key"_L1).toString();

    printed = curl(server, uR"(curl http://localhost:8000/api/v1/auth/me/ \
  -H "Authorization: Bearer %1")"_s.arg(key));
    QCOMPARE(printed.status, 200);
    QCOMPARE(printed.json(), (QJsonObject{{u"username"_s, u"admin"_s}, {u"mfa_enabled"_s, false}}));
}

void TestCurlLines::finishASignInWithTheSecondFactor()
{
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
        QFAIL("curl is not installed; scripts/test installs it");
    TestServer server(basicPolicy());
    const QString key = curl(server, uR"(curl -X POST http://localhost:8000/api/v1/auth/setup/ \
  -H "Content-Type: application/json" \
  -d '{"username": "admin", "password": "mypassword"}')"_s)
                            .json()
                            .value("key"_L1)
                            .toString();
    Printed printed = curl(server, uR"(curl -X POST http://localhost:8000/api/v1/auth/mfa/setup/ \
  -H "Authorization: Bearer %1")"_s.arg(key));
    QCOMPARE(printed.status, 200);
    const QString text = printed.json().value("secret"_L1).toString();
    QCOMPARE(printed.json().value("provisioning_uri"_L1).toString(),
             u"otpauth://totp/Authdesk:admin?secret=%1&issuer=Authdesk"_s.arg(text));
    const base::Secret secret = Cast::secretOf(text.toLatin1());
    const auto code = [&] {
        return server::crypto::totpCode(secret, server::crypto::totpStepAt(server.clock().now()));
    };

    printed = curl(server, uR"(curl -X POST http://localhost:8000/api/v1/auth/mfa/verify/ \
  -H "Authorization: Bearer %1" \
  -H "Content-Type: application/json" \
  -d '{"code": "%2"}')"_s.arg(key, code()));
    QCOMPARE(printed.status, 200);
    QCOMPARE(printed.json(), (QJsonObject{{u"mfa_enabled"_s, true}}));

    server.clock().advanceSeconds(30);
    printed = curl(server, uR"(curl -X POST http://localhost:8000/api/v1/auth/token/ \
  -H "Content-Type: application/json" \
  -d '{"username": "admin", "password": "mypassword"}')"_s);
    QCOMPARE(printed.json(), (QJsonObject{{u"key"_s, QString()}, {u"requires_mfa"_s, true}}));

    const QString finish = uR"(curl -X POST http://localhost:8000/api/v1/auth/mfa/login-verify/ \
  -H "Content-Type: application/json" \
  -d '{"username": "admin", "code": "%1"}')"_s.arg(code());
    printed = curl(server, finish);
    QCOMPARE(printed.status, 200);
    QVERIFY(isUuid(printed.json().value("key"_L1)));
    // The same line once more: neither the challenge nor the code is good any longer.
    QCOMPARE(curl(server, finish).status, 401);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestCurlLines)
#include "tst_curllines.moc"
