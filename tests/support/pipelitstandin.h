// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A stand-in for Pipelit's own service in each of its three generations: the answers that were
// recorded of it, its quirks included. Signing in replaces a key, "delete" only revokes keys, an
// unknown GET is its web page with 200, and a path without its slash is a redirect or 405. One
// thread.
#pragma once

#include "tests/support/recordedserver.h"

#include <QtCore/QJsonArray>

#include <map>

namespace authdesk::tests {

class PipelitStandIn final
{
public:
    enum class Generation { A, B, C };

    explicit PipelitStandIn(Generation generation)
        : m_generation(generation)
    {
        m_server.otherwise([this](const RecordedRequest &request) { return answerTo(request); });
        (void)addPerson("admin", "mypassword", true);
    }

    [[nodiscard]] QUrl address() const { return m_server.address(); }
    [[nodiscard]] const QList<RecordedRequest> &requests() const { return m_server.requests; }

    qint64 addPerson(const QByteArray &name, const QByteArray &password, bool isAdmin = false)
    {
        const qint64 id = qint64(m_people.size()) + 1;
        m_people[id] = {.name = name, .password = password, .isAdmin = isAdmin};
        return id;
    }
    /// As somebody who signs in from elsewhere; empty: refused.
    [[nodiscard]] QByteArray signIn(const QByteArray &name, const QByteArray &password)
    {
        for (const auto &[id, person] : m_people) {
            if (person.name == name && person.password == password)
                return newSession(id);
        }
        return {};
    }
    /// Whether a key opens anything.
    [[nodiscard]] bool isGood(const QByteArray &token) const
    {
        for (const auto &[id, key] : m_keys) {
            if (key.token == token)
                return key.isActive;
        }
        return false;
    }
    [[nodiscard]] bool isAdmin(qint64 id) const { return m_people.at(id).isAdmin; }

private:
    struct Person
    {
        QByteArray name;
        QByteArray password;
        bool isAdmin = false;
        QString firstName = {};
        QString lastName = {};
    };
    struct Key
    {
        qint64 owner = 0;
        QString name;
        QByteArray token;
        QJsonValue expiresAt = {};
        bool isActive = true;
    };

    static RecordedAnswer detail(int status, const char *text)
    {
        return answer(status, QByteArray("{\"detail\":\"") + text + "\"}");
    }
    static RecordedAnswer json(int status, const QJsonObject &object)
    {
        return answer(status, QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
    static QString key(const char *name) { return QString::fromLatin1(name); }

    QByteArray newToken()
    {
        return "key-" + QByteArray::number(++m_tokens).rightJustified(39, '0');
    }
    /// One key "session" per person in the newest generation, one key at all in the older ones.
    QByteArray newSession(qint64 owner)
    {
        for (auto &[id, one] : m_keys) {
            if (one.owner == owner && one.name == key("session")) {
                one.token = newToken();
                one.isActive = true;
                return one.token;
            }
        }
        return makeKey(owner, key("session"), {}).second;
    }
    std::pair<qint64, QByteArray> makeKey(qint64 owner, const QString &name,
                                          const QJsonValue &expiresAt)
    {
        const qint64 id = qint64(m_keys.size()) + 1;
        m_keys[id] = {.owner = owner, .name = name, .token = newToken(), .expiresAt = expiresAt};
        return {id, m_keys[id].token};
    }

    QJsonObject shown(qint64 id) const
    {
        const Person &person = m_people.at(id);
        int keys = 0;
        for (const auto &[number, one] : m_keys)
            keys += one.owner == id && one.isActive ? 1 : 0;
        return {{key("id"), id},
                {key("username"), QString::fromUtf8(person.name)},
                {key("role"), key(person.isAdmin ? "admin" : "normal")},
                {key("first_name"), person.firstName},
                {key("last_name"), person.lastName},
                {key("created_at"), key("2026-03-14T09:26:53.589793")},
                {key("mfa_enabled"), false},
                {key("key_count"), keys}};
    }
    QJsonObject shownKey(qint64 id) const
    {
        const Key &one = m_keys.at(id);
        return {{key("id"), id},
                {key("name"), one.name},
                {key("prefix"), QString::fromLatin1(one.token.first(8))},
                {key("created_at"), key("2026-03-14T09:26:53")},
                {key("last_used_at"), QJsonValue()},
                {key("expires_at"), one.expiresAt},
                {key("is_active"), one.isActive}};
    }

    RecordedAnswer answerTo(const RecordedRequest &request)
    {
        const QByteArray method = request.line.split(' ').first();
        const QByteArray path = request.line.mid(method.size() + 1).split('?').first();
        if (path == "/api/v1/auth/token/" && method == "POST")
            return token(request.json());
        if (path == "/api/v1/auth/setup-status/" && m_generation != Generation::C)
            return setupStatus();
        if (path == "/health" && m_generation == Generation::C)
            return answer(200, "{\"status\":\"degraded\",\"version\":\"1\",\"redis\":false,"
                               "\"database\":true}");
        const bool isKnown =
            path == "/api/v1/auth/me/" || path == "/api/v1/auth/mfa/status/"
            || path == "/api/v1/users/agents/"
            || (m_generation == Generation::C && path.startsWith("/api/v1/users/"));
        if (!isKnown)
            return unknown(method, path);
        return guarded(method, path, request);
    }

    RecordedAnswer unknown(const QByteArray &method, const QByteArray &path) const
    {
        // The older generation without its web build redirects; the others serve their page.
        if (m_generation == Generation::A)
            return path.endsWith('/') ? detail(404, "Not Found")
                                      : answer(307, {}, "text/plain", "Location: /\r\n");
        if (method == "GET")
            return answer(200, "<!doctype html><title>Pipelit</title>", "text/html");
        return detail(405, "Method Not Allowed");
    }

    RecordedAnswer setupStatus() const
    {
        return answer(200, m_generation == Generation::A
                               ? "{\"needs_setup\":false}"
                               : "{\"needs_setup\":false,\"environment\":null}");
    }

    RecordedAnswer token(const QJsonObject &body)
    {
        const QByteArray made = signIn(body[key("username")].toString().toUtf8(),
                                       body[key("password")].toString().toUtf8());
        if (made.isEmpty())
            return detail(401, "Invalid credentials.");
        return json(200, {{key("key"), QString::fromLatin1(made)}, {key("requires_mfa"), false}});
    }

    RecordedAnswer guarded(const QByteArray &method, const QByteArray &path,
                           const RecordedRequest &request)
    {
        const qsizetype at = request.headers.indexOf("authorization: bearer ");
        if (at < 0)
            return detail(403, "Not authenticated");
        const QByteArray bearer = request.headers.mid(at + 22).split('\r').first();
        qint64 me = 0;
        for (const auto &[id, one] : m_keys) {
            if (one.token != bearer)
                continue;
            if (!one.isActive)
                return detail(401, "API key has been revoked.");
            me = one.owner;
        }
        if (me == 0)
            return detail(401, "Invalid or missing API key.");
        if (path == "/api/v1/auth/me/")
            return json(200, {{key("username"), QString::fromUtf8(m_people[me].name)},
                              {key("mfa_enabled"), false}});
        if (path == "/api/v1/auth/mfa/status/")
            return answer(200, "{\"mfa_enabled\":false}");
        if (path == "/api/v1/users/agents/")
            return answer(200, "{\"items\":[],\"total\":0}");
        return people(method, path.sliced(14).split('/'), me, request);
    }

    /// `parts`: what follows /api/v1/users/.
    RecordedAnswer people(const QByteArray &method, QList<QByteArray> parts, qint64 me,
                          const RecordedRequest &request)
    {
        const bool isMine = parts.first() == "me";
        if (!isMine && !m_people[me].isAdmin)
            return detail(403, "Admin access required.");
        if (parts.first().isEmpty())
            return method == "POST" ? create(request.json()) : list(request.line);
        const qint64 id = isMine ? me : parts.first().toLongLong();
        if (!m_people.contains(id))
            return detail(404, "User not found.");
        if (parts.size() == 1)
            return onePerson(method, id, isMine, request.json());
        return parts.size() == 2 ? keysOf(method, id, request.json())
                                 : revoke(id, parts[2].toLongLong());
    }

    RecordedAnswer list(const QByteArray &line) const
    {
        const auto number = [&](const QByteArray &name, qint64 otherwise) {
            const qsizetype at = line.indexOf(name);
            return at < 0 ? otherwise : line.mid(at + name.size()).split('&').first().toLongLong();
        };
        const qint64 offset = number("offset=", 0);
        const qint64 limit = number("limit=", 50);
        QJsonArray users;
        for (qint64 id = offset + 1; id <= qint64(m_people.size()) && users.size() < limit; ++id)
            users.append(shown(id));
        return json(200, {{key("users"), users}, {key("total"), qint64(m_people.size())}});
    }

    RecordedAnswer create(const QJsonObject &body)
    {
        const QByteArray name = body[key("username")].toString().toUtf8();
        for (const auto &[id, person] : m_people) {
            if (person.name == name)
                return detail(409, "Username already exists.");
        }
        const qint64 id = addPerson(name, body[key("password")].toString().toUtf8(),
                                    body[key("role")] == key("admin"));
        m_people[id].firstName = body[key("first_name")].toString();
        m_people[id].lastName = body[key("last_name")].toString();
        return json(201, shown(id));
    }

    RecordedAnswer onePerson(const QByteArray &method, qint64 id, bool isMine,
                             const QJsonObject &body)
    {
        Person &person = m_people[id];
        if (method == "DELETE") {
            for (auto &[number, one] : m_keys)
                one.isActive = one.isActive && one.owner != id;
            return answer(204, {});
        }
        if (method == "PATCH") {
            if (!isMine && body.contains(key("role"))) {
                const bool isAdmin = body[key("role")] == key("admin");
                int admins = 0;
                for (const auto &[number, other] : m_people)
                    admins += other.isAdmin ? 1 : 0;
                if (person.isAdmin && !isAdmin && admins == 1)
                    return detail(409, "Cannot demote the last admin user.");
                person.isAdmin = isAdmin;
            }
            if (body.contains(key("password")))
                person.password = body[key("password")].toString().toUtf8();
            if (body.contains(key("first_name")))
                person.firstName = body[key("first_name")].toString();
            if (body.contains(key("last_name")))
                person.lastName = body[key("last_name")].toString();
        }
        return json(200, shown(id));
    }

    RecordedAnswer keysOf(const QByteArray &method, qint64 id, const QJsonObject &body)
    {
        if (method == "POST") {
            const auto [number, made] =
                makeKey(id, body[key("name")].toString(), body[key("expires_at")]);
            QJsonObject told = shownKey(number);
            told[key("key")] = QString::fromLatin1(made);
            return json(201, told);
        }
        QJsonArray keys;
        for (const auto &[number, one] : m_keys) {
            if (one.owner == id)
                keys.append(shownKey(number));
        }
        return answer(200, QJsonDocument(keys).toJson(QJsonDocument::Compact));
    }

    RecordedAnswer revoke(qint64 id, qint64 number)
    {
        const auto found = m_keys.find(number);
        if (found == m_keys.end() || found->second.owner != id)
            return detail(404, "API key not found.");
        found->second.isActive = false;
        return answer(204, {});
    }

    Generation m_generation;
    RecordedServer m_server;
    std::map<qint64, Person> m_people;
    std::map<qint64, Key> m_keys;
    int m_tokens = 0;
};

} // namespace authdesk::tests
