// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// People's API keys on our own API. Plain values, any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/apikey.h"
#include "core/model/page.h"

#include <QtCore/QJsonObject>

namespace authdesk::systems::own::messages {

/// POST /api-keys: {name, level?, expires_at?, user_id?}
struct NewKey
{
    QString name;
    model::KeyLevel level = model::KeyLevel::Admin;
    std::optional<QDateTime> expiresAt = {}; ///< none: it does not end
    std::optional<qint64> userId = {};       ///< whose; none: of whoever asks
    bool operator==(const NewKey &) const = default;
};

/// The key with its secret in `key`, told this once.
struct CreatedKey
{
    model::ApiKey key;
    base::Secret secret;
    bool operator==(const CreatedKey &) const = default;
};

[[nodiscard]] QJsonObject encode(const model::ApiKey &key);
[[nodiscard]] QJsonObject encode(const NewKey &key);
[[nodiscard]] QJsonObject encode(const CreatedKey &created);
[[nodiscard]] QJsonObject encodeKeys(const model::Page<model::ApiKey> &page);

/// InvalidFields; "level" with code "not_allowed" for a word that is none.
[[nodiscard]] base::Result<NewKey> decodeNewKey(const QByteArray &body);
[[nodiscard]] base::Result<model::ApiKey> decodeKey(const QJsonObject &object);
[[nodiscard]] base::Result<CreatedKey> decodeCreatedKey(const QByteArray &body);
[[nodiscard]] base::Result<model::Page<model::ApiKey>> decodeKeys(const QByteArray &body);

} // namespace authdesk::systems::own::messages
