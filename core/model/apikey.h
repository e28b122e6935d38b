// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A key that a person made for a program: good until its end or until it is revoked, whatever
// sign-ins come and go. Plain values.
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>

#include <optional>

namespace authdesk::model {

/// How far a key goes, never further than its owner may. Each opens what those before it open.
enum class KeyLevel {
    Read = 1,  ///< looks only
    Write = 2, ///< changes people and sign-ins; makes and deletes nobody, and no keys
    Admin = 3, ///< everything that its owner may
};

[[nodiscard]] constexpr QLatin1StringView keyLevelName(KeyLevel level)
{
    if (level == KeyLevel::Read)
        return QLatin1StringView("read");
    return QLatin1StringView(level == KeyLevel::Write ? "write" : "admin");
}

[[nodiscard]] inline std::optional<KeyLevel> keyLevelFromName(QStringView name)
{
    for (const KeyLevel level : {KeyLevel::Read, KeyLevel::Write, KeyLevel::Admin}) {
        if (name == keyLevelName(level))
            return level;
    }
    return std::nullopt;
}

struct ApiKey
{
    qint64 id = 0;
    qint64 userId = 0;
    QString system; ///< the API that it was made by: "pipelit", …
    QString name;
    QString prefix; ///< its first letters, to tell it from others
    QDateTime createdAt;
    std::optional<QDateTime> expiresAt;  ///< UTC; none: it does not end
    std::optional<QDateTime> lastUsedAt; ///< exact to a minute
    std::optional<QDateTime> revokedAt;
    KeyLevel level = KeyLevel::Admin;

    /// Whether it opens anything at that time.
    [[nodiscard]] bool isActive(const QDateTime &now) const
    {
        return !revokedAt && (!expiresAt || *expiresAt > now);
    }

    bool operator==(const ApiKey &) const = default;
};

} // namespace authdesk::model
