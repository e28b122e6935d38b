// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Times as people say them: near ones relative ("2 h ago"), the exact one for the tooltip.
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>

namespace authdesk::ui::widgets {

/// "just now", "5 min ago", "2 h ago", "3 d ago"; from 100 days on the date. A time up to a minute
/// ahead counts as now (clocks differ), a later one is a date.
[[nodiscard]] QString relativeTime(const QDateTime &time, const QDateTime &now);

/// The local date and time in full, with the zone.
[[nodiscard]] QString exactTime(const QDateTime &time);

} // namespace authdesk::ui::widgets
