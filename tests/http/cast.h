// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The people of the scenarios, made over HTTP when a scenario first names them: admin, second (also
// Admin), helpdesk, auditor, user, mfa (with an authenticator app), disabled, locked, invited (has
// a one-time password), enrolling (must set up a factor), pending (began with an app).
#pragma once

#include "core/server/crypto/totp.h"
#include "tests/support/testserver.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>

namespace authdesk::tests {

/// The first step of a sign-in on either API.
[[nodiscard]] inline HttpCall passwordCall(bool isPipelit, const QByteArray &name,
                                           const QByteArray &password)
{
    const QByteArray rest = name + R"(","password":")" + password + "\"}";
    if (isPipelit)
        return {.method = "POST", .path = "/api/v1/auth/token/", .body = R"({"username":")" + rest};
    return {.method = "POST", .path = "/admin/v1/sign-in", .body = R"({"login":")" + rest};
}

class Cast final
{
public:
    using Fields = QHash<QByteArray, QByteArray>;

    explicit Cast(TestServer &server)
        : m_server(server)
    {
    }

    /// A field of a person: id, uid, name, password, token, refresh, session, key (Pipelit's),
    /// apikey and keyid (a key that the person made), signin (Pipelit's number of the session),
    /// code (of the app, now), jwt and
    /// jwtrefresh (of a sign-in by ndastro's API), flat and flatrefresh (by Bloqd's), readkey,
    /// writekey, adminkey and their …id (keys by Bloqd's API), bloqd_challenge, ndastro_challenge,
    /// oauth_challenge, backup, totp, mfa_token, change_token, one_time_password; tiered (the id of
    /// the tier "gold", which the person has from then on). Of a tier, by its name: tier, its id.
    [[nodiscard]] QByteArray value(const QByteArray &who, const QByteArray &field)
    {
        if (field == "tier")
            return tierId(who);
        Fields &fields = person(who);
        if (field == "tiered")
            return giveTier(fields.value("name"));
        if (field == "key")
            return pipelitKey(who);
        if (field == "apikey" || field == "keyid")
            return apiKey(who, field);
        if (field == "signin")
            return QByteArray::number(2 * value(who, "session").toLongLong() - 1);
        if (field == "jwt" || field == "jwtrefresh")
            return signedToken(who, field);
        if (field == "ndastro_challenge" || field == "oauth_challenge")
            return formSignIn(who, field == "oauth_challenge" ? "token" : "login")
                .text(QLatin1StringView("mfa_token"));
        if (field.startsWith("archiver"))
            return ofArchiver(who, field);
        if (field.startsWith("role_"))
            return roleUuid(field.sliced(5));
        if (field == "flat" || field == "flatrefresh")
            return flatToken(who, field);
        if (field == "bloqd_challenge")
            return flatSignIn(who).text(QLatin1StringView("mfa_token"));
        if (field.startsWith("read") || field.startsWith("write") || field.startsWith("adminkey"))
            return leveledKey(who, field);
        if (field == "mfa_token")
            return signIn(who).text(QLatin1StringView("mfa_token"));
        if (field == "code")
            return codeAt(who, 0);
        if (field == "session")
            return sessionOf(who);
        if (field == "version")
            return QByteArray::number(m_server
                                          .call({.method = "GET",
                                                 .path = "/admin/v1/users/" + fields.value("id"),
                                                 .token = value("admin", "token")})
                                          .json()
                                          .value(QLatin1StringView("version"))
                                          .toInteger());
        if (!fields.contains(field))
            qFatal("%s has no %s", who.constData(), field.constData());
        return fields.value(field);
    }

    /// The key behind the Base32 that an app is given.
    [[nodiscard]] static base::Secret secretOf(const QByteArray &text)
    {
        QByteArray bytes;
        quint32 buffer = 0;
        int bits = 0;
        for (const char c : text) {
            const int value = c >= 'A' ? c - 'A' : c - '2' + 26;
            buffer = (buffer << 5U) | quint32(value);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.append(char((buffer >> unsigned(bits)) & 0xffU));
            }
        }
        return base::Secret(std::move(bytes));
    }

    [[nodiscard]] HttpAnswer signIn(const QByteArray &who)
    {
        const Fields &fields = person(who);
        return post("/admin/v1/sign-in", {},
                    R"({"login":")" + fields.value("name") + R"(","password":")"
                        + fields.value("password") + "\"}");
    }
    /// What the app shows, some steps from now.
    [[nodiscard]] QByteArray codeAt(const QByteArray &who, int steps)
    {
        const base::Secret secret =
            base::Secret::copyOf(QByteArray::fromHex(person(who).value("totp_hex")));
        return server::crypto::totpCode(secret,
                                        server::crypto::totpStepAt(m_server.clock().now()) + steps)
            .toLatin1();
    }
    [[nodiscard]] HttpAnswer verify(const QByteArray &challenge, const QByteArray &code)
    {
        return post("/admin/v1/sign-in/verify", {},
                    R"({"mfa_token":")" + challenge + R"(","code":")" + code + "\"}");
    }
    [[nodiscard]] HttpAnswer loginVerify(const QByteArray &name, const QByteArray &code)
    {
        return post("/api/v1/auth/mfa/login-verify/", {},
                    R"({"username":")" + name + R"(","code":")" + code + "\"}");
    }
    [[nodiscard]] HttpAnswer refresh(const QByteArray &token)
    {
        return post("/admin/v1/sign-in/refresh", {}, R"({"refresh_token":")" + token + "\"}");
    }
    [[nodiscard]] HttpAnswer changePassword(const QByteArray &changeToken)
    {
        return post("/admin/v1/sign-in/change-password", {},
                    R"({"change_token":")" + changeToken
                        + R"(","new_password":"quite-another-sentence"})");
    }
    [[nodiscard]] HttpAnswer post(const QByteArray &path, const QByteArray &token,
                                  const QByteArray &body = {})
    {
        return m_server.call({.method = "POST", .path = path, .token = token, .body = body});
    }

private:
    Fields &person(const QByteArray &who)
    {
        if (!m_people.contains(who)) {
            if (who == "admin")
                setUp();
            else
                make(who);
        }
        return m_people[who];
    }

    void keepSession(const QByteArray &who, const HttpAnswer &answer)
    {
        Fields &fields = m_people[who];
        fields["token"] = answer.text(QLatin1StringView("access_token"));
        fields["refresh"] = answer.text(QLatin1StringView("refresh_token"));
        if (fields["token"].isEmpty())
            qFatal("%s does not get in: %s", who.constData(), answer.body.constData());
    }

    void setUp()
    {
        m_people["admin"] = {{"name", "ada"}, {"password", "correct-horse-battery"}};
        const HttpAnswer answer = post(
            "/admin/v1/setup", {},
            R"({"username":"ada","password":"correct-horse-battery","email":"ada@example.org"})");
        keepSession("admin", answer);
        const QJsonObject user = answer.json().value(QLatin1StringView("user")).toObject();
        m_people["admin"]["id"] =
            QByteArray::number(user.value(QLatin1StringView("id")).toInteger());
        m_people["admin"]["uid"] = user.value(QLatin1StringView("uid")).toString().toUtf8();
    }

    /// Created with a password by the admin, who it is then changed for at the first sign-in.
    void make(const QByteArray &who)
    {
        static const QHash<QByteArray, QByteArray> roles{
            {"second", "admin"}, {"helpdesk", "help_desk"}, {"auditor", "auditor"}};
        const QByteArray admin = value("admin", "token");
        const QByteArray name = who + "-person";
        const bool isInvited = who == "invited";
        const HttpAnswer made =
            post("/admin/v1/users", admin,
                 R"({"username":")" + name + R"(","role":")" + roles.value(who, "user")
                     + (isInvited ? "\"}" : R"(","password":"first-of-)" + who + "-times\"}"));
        if (made.status != 201)
            qFatal("%s is not made: %s", who.constData(), made.body.constData());
        Fields fields{{"name", name}, {"password", "second-of-" + who + "-times"}};
        fields["id"] = QByteArray::number(made.json().value(QLatin1StringView("id")).toInteger());
        fields["uid"] = made.text(QLatin1StringView("uid"));
        m_people[who] = fields;
        if (isInvited) {
            m_people[who]["password"] = made.text(QLatin1StringView("one_time_password"));
            m_people[who]["change_token"] = signIn(who).text(QLatin1StringView("change_token"));
            return;
        }
        firstSignIn(who);
        if (who == "mfa")
            enableTotp(who);
        else if (who == "pending")
            beginTotp(who);
        else if (who == "disabled")
            (void)m_server.call({.method = "PATCH",
                                 .path = "/admin/v1/users/" + fields["id"],
                                 .token = admin,
                                 .body = R"({"status":"disabled"})"});
        else if (who == "locked")
            lock(name);
        else if (who == "enrolling")
            enroll(who);
    }

    void firstSignIn(const QByteArray &who)
    {
        const HttpAnswer first = post("/admin/v1/sign-in", {},
                                      R"({"login":")" + m_people[who]["name"]
                                          + R"(","password":"first-of-)" + who + "-times\"}");
        const HttpAnswer in =
            post("/admin/v1/sign-in/change-password", {},
                 R"({"change_token":")" + first.text(QLatin1StringView("change_token"))
                     + R"(","new_password":")" + m_people[who]["password"] + "\"}");
        keepSession(who, in);
    }

    void beginTotp(const QByteArray &who)
    {
        const HttpAnswer started = post("/admin/v1/me/mfa/totp/enable", m_people[who]["token"]);
        const QByteArray text = started.text(QLatin1StringView("secret"));
        m_people[who]["totp"] = text;
        m_people[who]["totp_hex"] = secretOf(text).view().toByteArray().toHex();
    }

    void enableTotp(const QByteArray &who)
    {
        beginTotp(who);
        const HttpAnswer on = post("/admin/v1/me/mfa/totp/confirm", m_people[who]["token"],
                                   R"({"code":")" + codeAt(who, 0) + "\"}");
        const QJsonArray codes = on.json().value(QLatin1StringView("backup_codes")).toArray();
        if (codes.size() != 10)
            qFatal("The app is not turned on: %s", on.body.constData());
        m_people[who]["backup"] = codes.at(0).toString().toUtf8();
        m_people[who]["backup2"] = codes.at(1).toString().toUtf8();
        // The code that turned it on is spent.
        m_server.clock().advanceSeconds(30);
    }

    void lock(const QByteArray &name)
    {
        for (int i = 0; i < 10; ++i)
            (void)post("/admin/v1/sign-in", {},
                       R"({"login":")" + name + R"(","password":"wrong"})");
    }

    void enroll(const QByteArray &who)
    {
        const HttpAnswer reset =
            post("/admin/v1/users/" + m_people[who]["id"] + "/reset-mfa", value("admin", "token"));
        const HttpAnswer in =
            post("/admin/v1/sign-in/verify", {},
                 R"({"mfa_token":")" + signIn(who).text(QLatin1StringView("mfa_token"))
                     + R"(","code":")" + reset.text(QLatin1StringView("one_time_code")) + "\"}");
        keepSession(who, in);
    }

    QByteArray pipelitKey(const QByteArray &who)
    {
        const HttpAnswer answer =
            post("/api/v1/auth/token/", {},
                 R"({"username":")" + m_people[who]["name"] + R"(","password":")"
                     + m_people[who]["password"] + "\"}");
        if (answer.status != 200)
            qFatal("%s gets no key: %s", who.constData(), answer.body.constData());
        return answer.text(QLatin1StringView("key"));
    }

    /// One key per person, named "console".
    QByteArray apiKey(const QByteArray &who, const QByteArray &field)
    {
        if (!m_people[who].contains("apikey")) {
            const HttpAnswer made = post("/pipelit/api/v1/users/me/keys", m_people[who]["token"],
                                         R"({"name":"console"})");
            if (made.status != 201)
                qFatal("%s makes no key: %s", who.constData(), made.body.constData());
            m_people[who]["apikey"] = made.text(QLatin1StringView("key"));
            m_people[who]["keyid"] =
                QByteArray::number(made.json().value(QLatin1StringView("id")).toInteger());
        }
        return m_people[who][field];
    }

    HttpAnswer formSignIn(const QByteArray &who, const QByteArray &path)
    {
        return m_server.call(
            {.method = "POST",
             .path = "/ndastro/api/v1/auth/" + path,
             .body = "username=" + m_people[who]["name"] + "&password=" + m_people[who]["password"],
             .headers = {"Content-Type: application/x-www-form-urlencoded"}});
    }

    /// Both of one sign-in by ndastro's API.
    QByteArray signedToken(const QByteArray &who, const QByteArray &field)
    {
        if (!m_people[who].contains("jwt")) {
            const HttpAnswer answer = formSignIn(who, "login");
            if (answer.status != 200)
                qFatal("%s gets no tokens: %s", who.constData(), answer.body.constData());
            const auto tokenOf = [&answer](const char *name) {
                return answer.json()[QLatin1StringView(name)]
                    .toObject()[QLatin1StringView("token")]
                    .toString()
                    .toLatin1();
            };
            m_people[who]["jwt"] = tokenOf("access_token");
            m_people[who]["jwtrefresh"] = tokenOf("refresh_token");
        }
        return m_people[who][field];
    }

    HttpAnswer archive(const QByteArray &method, const QByteArray &path, const QByteArray &token,
                       const QByteArray &body = {})
    {
        return m_server.call(
            {.method = method, .path = "/openarchiver/v1" + path, .token = token, .body = body});
    }

    QByteArray ofArchiver(const QByteArray &who, const QByteArray &field)
    {
        if (m_people[who].contains(field))
            return m_people[who][field];
        if (field.startsWith("archiver_key")) {
            const QByteArray token = m_people[who]["token"];
            m_people[who]["archiver_key"] =
                archive("POST", "/api-keys", token, R"({"name":"ci","expiresInDays":30})")
                    .text(QLatin1StringView("key"));
            m_people[who]["archiver_keyid"] =
                QJsonDocument::fromJson(archive("GET", "/api-keys", token).body)
                    .array()
                    .at(0)
                    .toObject()
                    .value(QLatin1StringView("id"))
                    .toString()
                    .toLatin1();
            return m_people[who][field];
        }
        const HttpAnswer in = archive("POST", "/auth/login", {},
                                      R"({"email":")" + m_people[who]["name"] + R"(","password":")"
                                          + m_people[who]["password"] + "\"}");
        if (field == "archiver_challenge")
            return in.header("Set-Cookie").split(';').first().split('=').last();
        m_people[who]["archiver"] = in.text(QLatin1StringView("accessToken"));
        if (m_people[who]["archiver"].isEmpty())
            qFatal("%s gets no token: %s", who.constData(), in.body.constData());
        return m_people[who]["archiver"];
    }

    /// The archive's name of a role that every server has, or that was made.
    QByteArray roleUuid(const QByteArray &slug)
    {
        const HttpAnswer roles = archive("GET", "/iam/roles", value("admin", "token"));
        for (const QJsonValue role : QJsonDocument::fromJson(roles.body).array()) {
            if (role[QLatin1StringView("slug")].toString().toLatin1() == slug)
                return role[QLatin1StringView("id")].toString().toLatin1();
        }
        qFatal("There is no role %s: %s", slug.constData(), roles.body.constData());
    }

    QByteArray tierId(const QByteArray &name)
    {
        QByteArray &id = m_tiers[name];
        if (id.isEmpty()) {
            const HttpAnswer made = post("/ndastro/api/v1/tiers/", value("admin", "token"),
                                         R"({"name":")" + name + "\"}");
            if (made.status != 201)
                qFatal("There is no tier %s: %s", name.constData(), made.body.constData());
            id = QByteArray::number(made.json().value(QLatin1StringView("id")).toInteger());
        }
        return id;
    }

    QByteArray giveTier(const QByteArray &name)
    {
        const QByteArray id = tierId("gold");
        const HttpAnswer given = m_server.call({.method = "PATCH",
                                                .path = "/ndastro/api/v1/users/" + name + "/tier",
                                                .token = value("admin", "token"),
                                                .body = R"({"tier_id":)" + id + '}'});
        if (given.status != 200)
            qFatal("%s gets no tier: %s", name.constData(), given.body.constData());
        return id;
    }

    HttpAnswer flatSignIn(const QByteArray &who)
    {
        return post("/bloqd/api/v1/auth/login", {},
                    R"({"username":")" + m_people[who]["name"] + R"(","password":")"
                        + m_people[who]["password"] + "\"}");
    }

    /// Both of one sign-in by Bloqd's API.
    QByteArray flatToken(const QByteArray &who, const QByteArray &field)
    {
        if (!m_people[who].contains("flat")) {
            const HttpAnswer answer = flatSignIn(who);
            if (answer.status != 200)
                qFatal("%s gets no tokens: %s", who.constData(), answer.body.constData());
            m_people[who]["flat"] = answer.text(QLatin1StringView("access_token"));
            m_people[who]["flatrefresh"] = answer.text(QLatin1StringView("refresh_token"));
        }
        return m_people[who][field];
    }

    /// One key of each level per person, named by it: "readkey", "readkeyid".
    QByteArray leveledKey(const QByteArray &who, const QByteArray &field)
    {
        const QByteArray name = field.endsWith("id") ? field.chopped(2) : field;
        if (!m_people[who].contains(name)) {
            const QByteArray level = name.chopped(3);
            const HttpAnswer made =
                post("/bloqd/api/v1/keys", m_people[who]["token"],
                     R"({"name":")" + level + R"(","permissions":")" + level + "\"}");
            if (made.status != 201)
                qFatal("%s makes no key: %s", who.constData(), made.body.constData());
            m_people[who][name] = made.text(QLatin1StringView("key"));
            m_people[who][name + "id"] =
                QByteArray::number(made.json().value(QLatin1StringView("id")).toInteger());
        }
        return m_people[who][field];
    }

    QByteArray sessionOf(const QByteArray &who)
    {
        const QJsonArray sessions = m_server
                                        .call({.method = "GET",
                                               .path = "/admin/v1/me/sessions",
                                               .token = m_people[who]["token"]})
                                        .json()
                                        .value(QLatin1StringView("items"))
                                        .toArray();
        return QByteArray::number(
            sessions.at(0).toObject().value(QLatin1StringView("id")).toInteger());
    }

    TestServer &m_server;
    QHash<QByteArray, Fields> m_people;
    QHash<QByteArray, QByteArray> m_tiers;
};

} // namespace authdesk::tests
