// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/postgresqladdress.h"

#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultPort = 5432;

std::unexpected<base::Error> refuse(const QString &reason)
{
    return base::fail(base::ErrorCode::InvalidFields,
                      u"The database's address %1; it looks like "
                      "postgresql://user:password@host:port/name."_s.arg(reason));
}

} // namespace

base::Result<PostgresqlAddress> PostgresqlAddress::parse(const base::Secret &url)
{
    const QUrl parsed(url.toString(), QUrl::StrictMode);
    if (!parsed.isValid())
        return refuse(u"cannot be read (a special character in the password is written as %40)"_s);
    if (parsed.scheme() != "postgresql"_L1 && parsed.scheme() != "postgres"_L1)
        return refuse(u"does not begin with postgresql://"_s);
    const QString database = parsed.path(QUrl::FullyDecoded).mid(1);
    if (parsed.host().isEmpty() || database.isEmpty() || database.contains(u'/'))
        return refuse(u"names no host or no database"_s);
    QString options;
    const QUrlQuery query(parsed);
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (!QStringList{u"sslmode"_s, u"sslrootcert"_s, u"sslcert"_s, u"sslkey"_s}.contains(key))
            return refuse(u"has a parameter that is not known"_s);
        // Qt hands the options on as they are.
        if (value.contains(u';') || value.contains(u' ') || value.contains(u'\'')
            || value.contains(u'\\'))
            return refuse(u"has a parameter with a blank, quote, backslash or semicolon"_s);
        options += u";%1=%2"_s.arg(key, value);
    }
    return PostgresqlAddress{.host = parsed.host(),
                             .port = parsed.port(defaultPort),
                             .user = parsed.userName(QUrl::FullyDecoded),
                             .password =
                                 base::Secret::fromString(parsed.password(QUrl::FullyDecoded)),
                             .database = database,
                             .options = options};
}

QString PostgresqlAddress::shown() const
{
    return u"postgresql://%1:%2/%3"_s.arg(host, QString::number(port), database);
}

} // namespace authdesk::server::store
