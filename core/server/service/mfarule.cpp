// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/mfarule.h"

#include "core/server/store/settingsrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

QString storedName()
{
    return u"security.mfa_required"_s;
}

} // namespace

bool isSecondFactorRequired(store::Connection &connection)
{
    return store::SettingsRepository(connection).find(storedName()) == u"true"_s;
}

void setSecondFactorRequired(store::Connection &connection, bool isRequired)
{
    store::SettingsRepository settings(connection);
    if (isRequired)
        settings.set(storedName(), u"true"_s);
    else
        settings.remove(storedName());
}

} // namespace authdesk::server::service
