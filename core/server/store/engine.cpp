// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/engine.h"

#include "core/server/store/postgresqlengine.h"
#include "core/server/store/sqliteengine.h"

namespace authdesk::server::store {

using namespace Qt::StringLiterals;

base::Result<std::shared_ptr<const Engine>> Engine::of(const DatabaseOptions &options)
{
    if (options.url.isEmpty())
        return std::make_shared<SqliteEngine>(options.file, options.busyTimeoutMs,
                                              options.mapsFile);
    auto address = PostgresqlAddress::parse(options.url);
    if (!address)
        return base::fail(address.error());
    return std::make_shared<PostgresqlEngine>(*std::move(address), options.busyTimeoutMs,
                                              options.source);
}

base::Error Engine::damaged(const QString &detail) const
{
    return {.code = base::ErrorCode::DatabaseDamaged,
            .message = u"The database %1 is damaged or is not one of Authdesk's. It was left as it "
                       "is."_s.arg(name()),
            .detail = detail};
}

} // namespace authdesk::server::store
