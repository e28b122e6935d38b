// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The pages of the main window, a row each: navigation, shortcut and permission follow from it.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/connectionfactory.h"
#include "core/settings/consolesettings.h"
#include "core/workspace/openserver.h"
#include "ui/theme/icons.h"
#include "ui/widgets/page.h"

#include <functional>

namespace authdesk::ui::shell {

class HostedServers;

/// What a page may stand on; the references outlive it.
struct PageContext
{
    workspace::OpenServer &server;
    settings::ConsoleSettings &settings;
    const base::Clock &clock;
    HostedServers *hosted = nullptr; ///< null where this program runs none
    gateway::ConnectionFactory *factory = nullptr;
};

struct PageEntry
{
    QString id;    ///< stable: settings and tests know it
    QString title; ///< translated
    theme::Icon icon;
    /// Shown where the server has any of these.
    gateway::Capabilities capabilities;
    /// Shown to these people only; empty: to everybody.
    std::function<bool(const model::User &)> permission;
    /// Shown only for a server that this program runs.
    bool onlyHosted = false;
    std::function<widgets::Page *(const PageContext &)> make;
};

[[nodiscard]] QList<PageEntry> pageTable();

inline constexpr QLatin1StringView overviewPageId{"overview"};
inline constexpr QLatin1StringView usersPageId{"users"};
inline constexpr QLatin1StringView sessionsPageId{"sessions"};
inline constexpr QLatin1StringView auditPageId{"audit"};
inline constexpr QLatin1StringView serverPageId{"server"};
inline constexpr QLatin1StringView accountPageId{"account"};

} // namespace authdesk::ui::shell
