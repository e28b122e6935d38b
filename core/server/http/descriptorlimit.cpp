// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/descriptorlimit.h"

#include <QtCore/QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>

#include <algorithm>
#endif

namespace authdesk::server::http {

void allowConnections(int connections)
{
#ifdef Q_OS_UNIX
    constexpr rlim_t besides = 1024; // Databases, logs, event loops, outbound connections.
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    const rlim_t wanted = std::min(static_cast<rlim_t>(connections) + besides, limit.rlim_max);
    if (limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = wanted;
    setrlimit(RLIMIT_NOFILE, &limit);
#else
    Q_UNUSED(connections)
#endif
}

} // namespace authdesk::server::http
