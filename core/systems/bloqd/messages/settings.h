// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bloqd's settings, as its documentation shows them, filled with what holds on this server. Plain
// values, any thread.
#pragma once

#include "core/base/result.h"

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <optional>

namespace authdesk::systems::bloqd::messages {

struct Settings
{
    QString siteName;
    QString siteUrl;                       ///< an origin; empty: not set
    qint64 sessionTimeout = 7 * 24 * 3600; ///< seconds: a sign-in by this API ends then
    bool mfaRequired = false;
    int passwordMinLength = 8;
    bool operator==(const Settings &) const = default;
};

/// What differs from what is so.
struct SettingsChange
{
    std::optional<QString> siteName = {};
    std::optional<QString> siteUrl = {}; ///< empty: none
    std::optional<bool> mfaRequired = {};
    QStringList updatedFields = {}; ///< "general.site_name", …
    bool operator==(const SettingsChange &) const = default;
};

[[nodiscard]] QJsonObject encode(const Settings &settings);
/// The answer to a change.
[[nodiscard]] QJsonObject encodeUpdated(const QStringList &fields);

/// Sending what is so already changes nothing. InvalidFields, naming each by its section, for what
/// is unknown, of another type, or fixed on this server.
[[nodiscard]] base::Result<SettingsChange> decodeSettingsChange(const QByteArray &body,
                                                                const Settings &now);

} // namespace authdesk::systems::bloqd::messages
