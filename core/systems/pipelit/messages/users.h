// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every body of Pipelit's users and keys, as its newest generation has them, and the empty list of
// agents of the older ones. Plain values, any thread. decode…Request: InvalidFields naming every
// field, as in auth.h. decode… of answers: UnexpectedAnswer.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <optional>

namespace authdesk::systems::pipelit::messages {

/// "2026-01-31T12:00:00": UTC without a zone, as Pipelit writes its times.
[[nodiscard]] QString timeText(const QDateTime &time);
/// The same read, with or without a fraction or a zone; nullopt for anything else.
[[nodiscard]] std::optional<QDateTime> timeFromWire(const QString &text);

enum class Role { Normal, Admin };

[[nodiscard]] QLatin1StringView roleName(Role role); ///< "normal", "admin"
[[nodiscard]] std::optional<Role> roleFromName(QStringView name);

struct Person
{
    qint64 id = 0;
    QString username;
    Role role = Role::Normal;
    QString firstName;
    QString lastName;
    QDateTime createdAt;
    bool mfaEnabled = false;
    qint64 keyCount = 0; ///< of keys that are good
    bool operator==(const Person &) const = default;
};

struct People
{
    QList<Person> users;
    qint64 total = 0;
    bool operator==(const People &) const = default;
};

struct Key
{
    qint64 id = 0;
    QString name;
    QString prefix; ///< the first eight letters; empty where they are not known any more
    QDateTime createdAt;
    std::optional<QDateTime> lastUsedAt;
    std::optional<QDateTime> expiresAt;
    bool isActive = true;
    base::Secret key; ///< only in the answer that made it
    bool operator==(const Key &) const = default;
};

/// POST users/
struct NewPerson
{
    QString username;
    base::Secret password;
    Role role = Role::Normal;
    QString firstName;
    QString lastName;
    bool operator==(const NewPerson &) const = default;
};

/// PATCH users/{id} and users/me, which does not look at `role`.
struct PersonChange
{
    std::optional<Role> role = {};
    std::optional<QString> firstName = {};
    std::optional<QString> lastName = {};
    std::optional<base::Secret> password = {};
    std::optional<base::Secret> currentPassword = {}; ///< our own field, for one's own password
    bool operator==(const PersonChange &) const = default;
};

/// POST users/…/keys
struct NewKey
{
    QString name;
    std::optional<QDateTime> expiresAt;
    bool operator==(const NewKey &) const = default;
};

[[nodiscard]] QJsonObject encode(const Person &person);
[[nodiscard]] QJsonObject encode(const People &people);
[[nodiscard]] QJsonObject encode(const Key &key);
[[nodiscard]] QJsonArray encode(const QList<Key> &keys);
[[nodiscard]] QJsonObject encode(const NewPerson &person);
[[nodiscard]] QJsonObject encode(const PersonChange &change);
[[nodiscard]] QJsonObject encode(const NewKey &key);
/// {"items": [], "total": 0}
[[nodiscard]] QJsonObject encodeNoAgents();

[[nodiscard]] base::Result<Person> decodePerson(const QByteArray &body);
[[nodiscard]] base::Result<People> decodePeople(const QByteArray &body);
/// With the key itself: the answer to a NewKey.
[[nodiscard]] base::Result<Key> decodeCreatedKey(const QByteArray &body);
[[nodiscard]] base::Result<QList<Key>> decodeKeys(const QByteArray &body);

[[nodiscard]] base::Result<NewPerson> decodeNewPersonRequest(const QByteArray &body);
enum class Whose { Own, Others };
[[nodiscard]] base::Result<PersonChange> decodePersonChangeRequest(const QByteArray &body,
                                                                   Whose whose);
[[nodiscard]] base::Result<NewKey> decodeNewKeyRequest(const QByteArray &body);
/// The ids are whole numbers; more is not asked of them.
[[nodiscard]] base::Result<QList<qint64>> decodeBatchDeleteRequest(const QByteArray &body);

} // namespace authdesk::systems::pipelit::messages
