// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where a list goes on, as text that callers hand back: opaque, tied to the query that made it, and
// checked before use. Made and read only inside this room.
#pragma once

#include "core/base/result.h"

#include <QtCore/QCborArray>

namespace authdesk::server::store {

/// `query` tells one query from another; `position` is what decodeCursor() gives back.
[[nodiscard]] QString encodeCursor(const QByteArray &query, const QCborArray &position);

/// InvalidFields, naming "cursor", unless it was made for this query with as many values.
[[nodiscard]] base::Result<QCborArray> decodeCursor(const QString &cursor, const QByteArray &query,
                                                    qsizetype values);

[[nodiscard]] base::Error invalidCursor();

} // namespace authdesk::server::store
