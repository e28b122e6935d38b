// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every body of Bloqd's users and API keys, as its documentation has them. Plain values, any
// thread. decode…Request: InvalidFields naming every field, Malformed for what is no JSON object.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>

#include <optional>

namespace authdesk::systems::bloqd::messages {

enum class Role { Viewer, Operator, Admin };

[[nodiscard]] QLatin1StringView roleName(Role role); ///< "Viewer", …
[[nodiscard]] std::optional<Role> roleFromName(QStringView name);
/// "permissions" of a key: "read", "write", "admin".
enum class Level { Read, Write, Admin };

[[nodiscard]] QLatin1StringView levelName(Level level);
[[nodiscard]] std::optional<Level> levelFromName(QStringView name);

struct Person
{
    qint64 id = 0;
    QString username;
    std::optional<QString> email;
    Role role = Role::Viewer;
    bool mfaEnabled = false;
    std::optional<QDateTime> lastLogin;
    QDateTime createdAt;
    QDateTime updatedAt;
    bool operator==(const Person &) const = default;
};

struct People
{
    QList<Person> users;
    qint64 total = 0;
    qint64 page = 1;
    int limit = 20;
    bool operator==(const People &) const = default;
};

/// POST users
struct NewPerson
{
    QString username; ///< 3 to 50 of A–Z, a–z, 0–9 and _
    QString email;
    base::Secret password;
    Role role = Role::Viewer;
    bool operator==(const NewPerson &) const = default;
};

/// PATCH users/{id}, whose body nobody has published: what may be changed is what a create takes,
/// but the password.
struct PersonChange
{
    std::optional<QString> username = {};
    std::optional<QString> email = {};
    std::optional<Role> role = {};
    bool operator==(const PersonChange &) const = default;
};

struct Key
{
    qint64 id = 0;
    QString name;
    QString prefix; ///< its first letters
    Level level = Level::Read;
    QDateTime createdAt;
    std::optional<QDateTime> lastUsedAt;
    bool isActive = true;
    base::Secret key; ///< only in the answer that made it
    bool operator==(const Key &) const = default;
};

/// POST keys
struct NewKey
{
    QString name;
    Level level = Level::Read;
    bool operator==(const NewKey &) const = default;
};

/// As the list shows a person.
[[nodiscard]] QJsonObject encodeListed(const Person &person);
[[nodiscard]] QJsonObject encode(const People &people);
/// As GET and PATCH of one person show them.
[[nodiscard]] QJsonObject encode(const Person &person);
/// The answer to a NewPerson.
[[nodiscard]] QJsonObject encodeCreated(const Person &person);
/// The answer to a NewKey.
[[nodiscard]] QJsonObject encodeCreated(const Key &key);
[[nodiscard]] QJsonObject encode(const QList<Key> &keys);

[[nodiscard]] base::Result<NewPerson> decodeNewPersonRequest(const QByteArray &body);
[[nodiscard]] base::Result<PersonChange> decodePersonChangeRequest(const QByteArray &body);
[[nodiscard]] base::Result<NewKey> decodeNewKeyRequest(const QByteArray &body);

} // namespace authdesk::systems::bloqd::messages
