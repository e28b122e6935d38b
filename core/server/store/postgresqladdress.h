// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// postgresql://user:password@host:port/name, taken apart. Plain value. Only inside this room.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QString>

namespace authdesk::server::store {

struct PostgresqlAddress
{
    QString host;
    int port = 5432;
    QString user;
    base::Secret password;
    QString database;
    QString options; ///< of the connection, as Qt's driver takes them: "sslmode=verify-full"

    /// InvalidFields; no message holds any of the address. Behind a `?` stand libpq's sslmode,
    /// sslrootcert, sslcert and sslkey, and nothing else.
    [[nodiscard]] static base::Result<PostgresqlAddress> parse(const base::Secret &url);
    /// Without the password: what messages call it.
    [[nodiscard]] QString shown() const;
};

} // namespace authdesk::server::store
