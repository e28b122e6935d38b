// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which database, and how it is used. Plain value.
#pragma once

#include "core/base/secret.h"

#include <QtCore/QString>

namespace authdesk::server::store {

struct DatabaseOptions
{
    /// SQLite's file: made, readable by its owner only, where it is missing; its folder must exist.
    QString file = {};
    /// postgresql://user:password@host:port/name, instead of the file.
    base::Secret url = {};
    int readers = 1;
    /// Readers of SQLite's file see it in memory while they work: half as long for large lists, but
    /// a file that is cut off, or a disk that fails, ends the program.
    bool mapsFile = false;
    int busyTimeoutMs = 5000; ///< how long to wait for another program that writes
    /// Who writes, for others on the same PostgreSQL; Database::open() makes one up.
    QString source = {};
};

} // namespace authdesk::server::store
