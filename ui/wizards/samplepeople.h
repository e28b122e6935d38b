// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Made-up people to try things out with: the same ones each time, of many languages, in every state
// that a file can bring. Pure function.
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>

namespace authdesk::ui::wizards {

inline constexpr int samplePeopleCount = 500;

/// As rows of an import; `now` is what their dates are counted back from.
[[nodiscard]] QJsonArray samplePeople(int count, const QDateTime &now);

} // namespace authdesk::ui::wizards
