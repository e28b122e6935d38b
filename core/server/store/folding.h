// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How names and e-mail addresses are compared: after NFKC and case folding. Any thread.
#pragma once

#include <QtCore/QString>

namespace authdesk::server::store {

[[nodiscard]] QString folded(const QString &text);

} // namespace authdesk::server::store
