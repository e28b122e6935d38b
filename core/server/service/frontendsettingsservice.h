// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a front end of another system that works with this server looks: kept for it, and used by
// nothing here. Thread-safe; blocks.
#pragma once

#include "core/base/result.h"
#include "core/server/service/caller.h"

#include <optional>

namespace authdesk::server::service {

class Toolbox;

struct FrontEndSettings
{
    QString language = QStringLiteral("en");
    QString theme = QStringLiteral("system"); ///< "light", "dark" or "system"
    std::optional<QString> supportEmail;

    bool operator==(const FrontEndSettings &) const = default;
};

/// Only what is to change; absent stays.
struct FrontEndChange
{
    std::optional<QString> language;
    std::optional<QString> theme;
    std::optional<std::optional<QString>> supportEmail; ///< inner none: nobody
};

class FrontEndSettingsService final
{
public:
    explicit FrontEndSettingsService(Toolbox &tools);

    /// For everybody.
    [[nodiscard]] base::Result<FrontEndSettings> read();
    /// The settings as they are then. InvalidFields, Forbidden.
    [[nodiscard]] base::Result<FrontEndSettings>
    change(const Actor &actor, const FrontEndChange &change, const Caller &caller);

private:
    Toolbox &m_tools;
};

} // namespace authdesk::server::service
