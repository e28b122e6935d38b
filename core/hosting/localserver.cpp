// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hosting/localserver.h"

#include <QtNetwork/QTcpServer>

namespace authdesk::hosting {

bool isPortFree(quint16 port)
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost, port);
}

quint16 freePortFrom(quint16 from)
{
    for (int port = from; port < from + 100 && port <= 65535; ++port) {
        if (isPortFree(quint16(port)))
            return quint16(port);
    }
    return 0;
}

} // namespace authdesk::hosting
