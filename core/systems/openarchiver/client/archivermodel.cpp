// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/client/archivermodel.h"

#include <QtCore/QCryptographicHash>

namespace authdesk::systems::openarchiver::client {

using namespace Qt::StringLiterals;
using model::User;

namespace {

qint64 versionOf(const messages::PersonAnswer &person)
{
    const QString role = person.role ? person.role->id : QString();
    const QString text =
        QStringList{person.email, person.firstName, person.lastName, role}.join(QChar(0x1f));
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    qint64 version = 0;
    for (int i = 0; i < 6; ++i)
        version = version * 256 + quint8(hash[i]);
    return version + 1;
}

} // namespace

User userOf(const messages::PersonAnswer &person, Numbers &numbers)
{
    User user;
    user.id = numbers.of(person.id);
    user.uid = person.id;
    user.username = person.email.isEmpty() ? person.id : person.email;
    if (!person.email.isEmpty())
        user.email = person.email;
    user.firstName = person.firstName;
    user.lastName = person.lastName;
    if (person.role) {
        user.role = {.id = numbers.of(person.role->id),
                     .slug = person.role->slug,
                     .name = person.role->name};
    }
    user.mfaEnabled = person.totpEnabled;
    if (person.totpEnabled)
        user.mfaMethods = {model::MfaKind::Totp};
    user.createdAt = person.createdAt;
    user.updatedAt = person.createdAt;
    user.version = versionOf(person);
    return user;
}

model::ApiKey keyOf(const messages::KeyAnswer &key, qint64 userId, Numbers &numbers)
{
    return {.id = numbers.of(key.id),
            .userId = userId,
            .system = u"openarchiver"_s,
            .name = key.name,
            .prefix = key.prefix,
            .createdAt = key.createdAt,
            .expiresAt = key.expiresAt,
            .lastUsedAt = {},
            .revokedAt = {}};
}

base::Result<User> decodeMe(const QByteArray &body, const std::weak_ptr<ArchiverStanding> &standing)
{
    const auto known = standing.lock();
    if (!known)
        return base::fail(base::ErrorCode::Cancelled);
    const auto person = messages::decodePerson(body);
    if (!person)
        return std::unexpected(person.error());
    known->me = person->id;
    return userOf(*person, known->numbers);
}

} // namespace authdesk::systems::openarchiver::client
