// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every body of ndastro's users and tiers, as systems/ndastro/behaviour.md has them. Plain values,
// any thread. decode…Request: InvalidFields naming every field.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <optional>

namespace authdesk::systems::ndastro::messages {

inline constexpr QLatin1StringView userUpdated{"User updated"};
inline constexpr QLatin1StringView userDeleted{"User deleted"};
inline constexpr QLatin1StringView userDeletedFromDatabase{"User deleted from the database"};
inline constexpr QLatin1StringView tierUpdated{"Tier updated"};
inline constexpr QLatin1StringView tierDeleted{"Tier deleted"};
/// "User <name> Tier updated"
[[nodiscard]] QString userTierUpdated(const QString &name);

/// A person as everybody's list has them.
struct Person
{
    qint64 id = 0;
    QString name;
    QString username;
    std::optional<QString> email;
    QString pictureUrl; ///< empty: none
    std::optional<qint64> tierId;
    bool operator==(const Person &) const = default;
};

struct Tier
{
    qint64 id = 0;
    QString name;
    QDateTime createdAt;
    bool operator==(const Tier &) const = default;
};

/// A page of a list: which one, of how many, and of how many entries in all.
struct Page
{
    qint64 number = 1;
    qint64 size = 10;
    qint64 total = 0;
    bool operator==(const Page &) const = default;
};

/// POST users/
struct NewPerson
{
    QString name;
    QString username;
    QString email;
    base::Secret password;
    bool operator==(const NewPerson &) const = default;
};

/// PATCH users/{username}
struct PersonChange
{
    std::optional<QString> name;
    std::optional<QString> username;
    std::optional<QString> email;
    std::optional<QString> pictureUrl;
    bool operator==(const PersonChange &) const = default;
};

[[nodiscard]] QJsonObject encode(const Person &person);
[[nodiscard]] QJsonObject encode(const Tier &tier);
/// The person with its tier beside it.
[[nodiscard]] QJsonObject encode(const Person &person, const Tier &tier);
/// next_page and prev_page are null on every page, as in its own service.
[[nodiscard]] QJsonObject encode(const Page &page, const QJsonArray &items);

/// Fields that are not its own are refused, here and in the next.
[[nodiscard]] base::Result<NewPerson> decodeNewPersonRequest(const QByteArray &body);
/// Null is as absent.
[[nodiscard]] base::Result<PersonChange> decodePersonChangeRequest(const QByteArray &body);
/// The id of the tier.
[[nodiscard]] base::Result<qint64> decodeTierChoiceRequest(const QByteArray &body);
/// The name of a new tier.
[[nodiscard]] base::Result<QString> decodeNewTierRequest(const QByteArray &body);
/// The new name of a tier; absent: as before.
[[nodiscard]] base::Result<std::optional<QString>> decodeTierChangeRequest(const QByteArray &body);

} // namespace authdesk::systems::ndastro::messages
