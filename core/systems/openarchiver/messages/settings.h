// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How its front end looks, and what an installation answers that holds no archive. Plain values,
// any thread.
#pragma once

#include "core/base/result.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <optional>

namespace authdesk::systems::openarchiver::messages {

struct SystemSettings
{
    QString language;
    QString theme;
    std::optional<QString> supportEmail;
    bool operator==(const SystemSettings &) const = default;
};

/// Absent stays as it is.
struct SystemSettingsChange
{
    std::optional<QString> language;
    std::optional<QString> theme;
    std::optional<std::optional<QString>> supportEmail; ///< inner none, or an empty text: nobody
    bool operator==(const SystemSettingsChange &) const = default;
};

[[nodiscard]] QJsonObject encode(const SystemSettings &settings);
/// InvalidFields.
[[nodiscard]] base::Result<SystemSettingsChange> decodeSystemSettings(const QJsonObject &body);

// There is no archive here, so these are what there is.
[[nodiscard]] QJsonObject encodeNoStats();
[[nodiscard]] QJsonObject encodeNoHistory();
[[nodiscard]] QJsonObject encodeNoInsights();
[[nodiscard]] QJsonObject encodeIdleQueues();

} // namespace authdesk::systems::openarchiver::messages
