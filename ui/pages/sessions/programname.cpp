// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/sessions/programname.h"

#include <array>

namespace authdesk::ui::pages::sessions {

using namespace Qt::StringLiterals;

namespace {

struct Browser
{
    QLatin1StringView product;
    QLatin1StringView name;
};

/// Browsers name those that they resemble too; the first that is found is the one.
constexpr std::array browsers{Browser{"Edg/"_L1, "Edge"_L1}, Browser{"OPR/"_L1, "Opera"_L1},
                              Browser{"Firefox/"_L1, "Firefox"_L1},
                              Browser{"Chrome/"_L1, "Chrome"_L1},
                              Browser{"Version/"_L1, "Safari"_L1}};

} // namespace

QString programName(const QString &userAgent)
{
    const QString text = userAgent.simplified();
    if (text.startsWith("Mozilla/"_L1)) {
        for (const Browser &browser : browsers) {
            const qsizetype at = text.indexOf(browser.product);
            if (at < 0)
                continue;
            const QString version = text.mid(at + browser.product.size()).section(u' ', 0, 0);
            return u"%1 %2"_s.arg(browser.name, version.section(u'.', 0, 0));
        }
        return text;
    }
    const QString first = text.section(u' ', 0, 0);
    const qsizetype slash = first.indexOf(u'/');
    if (slash <= 0 || slash == first.size() - 1)
        return text;
    return u"%1 %2"_s.arg(first.left(slash), first.mid(slash + 1));
}

} // namespace authdesk::ui::pages::sessions
