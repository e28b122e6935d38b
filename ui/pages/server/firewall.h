// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person types so that a firewall lets others in. Pure functions.
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace authdesk::ui::pages::server {

enum class Platform { Linux, Windows, MacOs };

struct FirewallLine
{
    QString firewall; ///< "ufw", "firewalld": its own name
    QString command;
    bool operator==(const FirewallLine &) const = default;
};

[[nodiscard]] Platform thisPlatform();
/// One for each firewall that is usual there. `program` is what listens, as macOS counts programs
/// and not ports.
[[nodiscard]] QList<FirewallLine> firewallLines(Platform platform, quint16 port,
                                                const QString &program);

} // namespace authdesk::ui::pages::server
