// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/toolbox.h"

#include "core/server/store/settingsrepository.h"

#include <QtCore/QMutexLocker>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

Toolbox::Toolbox(const Ground &given)
    : ground(given)
    , cache(given.random)
    , addresses(given.clock, given.options.addressLimit)
    , mint(ground)
{
}

QString Toolbox::serverName()
{
    if (!ground.options.serverName.isEmpty())
        return ground.options.serverName;
    {
        const QMutexLocker locker(&m_mutex);
        if (m_serverName)
            return *m_serverName;
    }
    const auto stored = read([](store::Connection &connection) {
        return store::SettingsRepository(connection).find(u"server.name"_s);
    });
    if (!stored)
        return u"Authdesk"_s;
    const QMutexLocker locker(&m_mutex);
    m_serverName = stored->value_or(u"Authdesk"_s);
    return *m_serverName;
}

void Toolbox::forgetServerName()
{
    const QMutexLocker locker(&m_mutex);
    m_serverName.reset();
}

} // namespace authdesk::server::service
