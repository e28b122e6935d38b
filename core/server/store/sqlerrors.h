// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What SQLite's result codes mean to the rest of the server. Only inside this room.
#pragma once

#include "core/base/result.h"

#include <QtCore/QString>

class QSqlError;

namespace authdesk::server::store {

/// `file` is what the message names.
[[nodiscard]] base::Error errorOf(const QSqlError &error, const QString &file);

[[nodiscard]] base::Error damaged(const QString &file, const QString &detail);

} // namespace authdesk::server::store
