// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// API keys. Plain values, any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/apikey.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace authdesk::systems::openarchiver::messages {

struct NewKey
{
    QString name;
    int expiresInDays = 1;
    bool operator==(const NewKey &) const = default;
};

/// InvalidFields naming each.
[[nodiscard]] base::Result<NewKey> decodeNewKey(const QJsonObject &body);
[[nodiscard]] QJsonObject encodeNewKey(const base::Secret &key);
/// Without those that were revoked, which it does not know. `owner`: the uid.
[[nodiscard]] QJsonArray encodeKeys(const QList<model::ApiKey> &keys, const QString &owner);

} // namespace authdesk::systems::openarchiver::messages
