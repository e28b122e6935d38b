// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Values in the query of a request. Plain functions, any thread. Only for this room.
#pragma once

#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

namespace authdesk::systems::own::client {

/// QUrlQuery leaves "+" and "&" of a value to its caller.
inline void addEncoded(QUrlQuery &query, const QString &key, const QString &value)
{
    query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

/// The same, but only what there is.
inline void addGiven(QUrlQuery &query, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        addEncoded(query, key, value);
}

} // namespace authdesk::systems::own::client
