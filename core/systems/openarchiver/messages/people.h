// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// People on the wire, and what is asked to be done to them. Plain values, any thread. decode…():
// InvalidFields in one sentence.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/user.h"

#include <QtCore/QJsonObject>

#include <optional>

namespace authdesk::systems::openarchiver::messages {

struct Person
{
    model::User user;
    model::Role role;
};

struct NewPerson
{
    QString email;
    QString firstName;
    QString lastName;
    base::Secret password;
    QString roleId;
    bool operator==(const NewPerson &) const = default;
};

/// Absent stays as it is.
struct PersonChange
{
    std::optional<QString> email;
    std::optional<QString> firstName;
    std::optional<QString> lastName;
    std::optional<QString> roleId; ///< not looked at for one's own profile
    bool operator==(const PersonChange &) const = default;
};

struct PasswordChange
{
    base::Secret current;
    base::Secret wanted;
    bool operator==(const PasswordChange &) const = default;
};

/// As in lists and everywhere but at sign-in: with the second factor and the join of roles.
[[nodiscard]] QJsonObject encode(const Person &person);
/// As api.txt prints it for sign-in and setup.
[[nodiscard]] QJsonObject encodeSignedIn(const Person &person);

[[nodiscard]] base::Result<NewPerson> decodeNewPerson(const QJsonObject &body);
[[nodiscard]] base::Result<PersonChange> decodePersonChange(const QJsonObject &body);
[[nodiscard]] base::Result<PasswordChange> decodePasswordChange(const QJsonObject &body);

/// "2026-01-31T12:00:00.000Z"; null for none.
[[nodiscard]] QJsonValue timeToJson(const std::optional<QDateTime> &time);

} // namespace authdesk::systems::openarchiver::messages
