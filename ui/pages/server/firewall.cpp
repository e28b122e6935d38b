// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/server/firewall.h"

namespace authdesk::ui::pages::server {

using namespace Qt::StringLiterals;

Platform thisPlatform()
{
#if defined(Q_OS_WIN)
    return Platform::Windows;
#elif defined(Q_OS_MACOS)
    return Platform::MacOs;
#else
    return Platform::Linux;
#endif
}

QList<FirewallLine> firewallLines(Platform platform, quint16 port, const QString &program)
{
    switch (platform) {
    case Platform::Linux:
        return {
            {u"ufw"_s, u"sudo ufw allow %1/tcp"_s.arg(port)},
            {u"firewalld"_s, u"sudo firewall-cmd --permanent --add-port=%1/tcp && "
                             "sudo firewall-cmd --reload"_s.arg(port)},
            {u"nftables"_s, u"sudo nft add rule inet filter input tcp dport %1 accept"_s.arg(port)},
        };
    case Platform::Windows:
        return {{u"Windows Defender"_s,
                 u"netsh advfirewall firewall add rule name=\"Authdesk %1\" dir=in action=allow "
                 "protocol=TCP localport=%1"_s.arg(port)}};
    case Platform::MacOs:
        return {{u"macOS"_s, u"sudo /usr/libexec/ApplicationFirewall/socketfilterfw --add '%1' "
                             "--unblockapp '%1'"_s.arg(program)}};
    }
    Q_UNREACHABLE();
}

} // namespace authdesk::ui::pages::server
