// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a program calls itself, short enough for a column. Plain function, any thread.
#pragma once

#include <QtCore/QString>

namespace authdesk::ui::pages::sessions {

/// "Firefox 128" of what Firefox sends, "curl 8.5.0" of "curl/8.5.0"; the text itself where it is
/// neither a browser's nor a product with a version. It is what the client says, and no proof.
[[nodiscard]] QString programName(const QString &userAgent);

} // namespace authdesk::ui::pages::sessions
