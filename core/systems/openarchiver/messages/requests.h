// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bodies that a console sends. Plain values, any thread.
#pragma once

#include "core/base/secret.h"

#include <QtCore/QJsonObject>

namespace authdesk::systems::openarchiver::messages {

/// What a person is called and mailed.
struct NameAndAddress
{
    QString email;
    QString firstName;
    QString lastName;
    bool operator==(const NameAndAddress &) const = default;
};

[[nodiscard]] QJsonObject encodeLogin(const QString &email, const base::Secret &password);
[[nodiscard]] QJsonObject encodeSetup(const NameAndAddress &person, const base::Secret &password);
[[nodiscard]] QJsonObject encodeCode(const base::Secret &code);
[[nodiscard]] QJsonObject encodeProfile(const NameAndAddress &person);
/// `roleId`: its own service makes a person without a role, and fails, where it is missing.
[[nodiscard]] QJsonObject encodeNewPerson(const NameAndAddress &person,
                                          const base::Secret &password, const QString &roleId);
/// An empty `roleId` leaves the role as it is.
[[nodiscard]] QJsonObject encodePersonChange(const NameAndAddress &person, const QString &roleId);
[[nodiscard]] QJsonObject encodePasswordChange(const base::Secret &current,
                                               const base::Secret &wanted);
[[nodiscard]] QJsonObject encodeKeyRequest(const QString &name, qint64 days);

} // namespace authdesk::systems::openarchiver::messages
