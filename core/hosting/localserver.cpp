// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hosting/localserver.h"

#include <QtCore/QSysInfo>
#include <QtNetwork/QNetworkInterface>
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

QStringList namesInNetwork()
{
    QStringList names;
    if (const QString host = QSysInfo::machineHostName().toLower(); !host.isEmpty())
        names.append(host);
    QStringList later;
    for (QHostAddress address : QNetworkInterface::allAddresses()) {
        if (address.isLoopback() || address.isLinkLocal())
            continue;
        address.setScopeId(QString());
        const bool isV4 = address.protocol() == QAbstractSocket::IPv4Protocol;
        (isV4 ? names : later).append(address.toString());
    }
    names += later;
    names.removeDuplicates();
    names.removeAll(QStringLiteral("localhost"));
    return names;
}

} // namespace authdesk::hosting
