// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which proxy a request goes through: none for this computer, the system's for all others. Only for
// core/net.
#pragma once

#include <QtNetwork/QNetworkProxy>

namespace authdesk::net {

class ProxyChoice final : public QNetworkProxyFactory
{
public:
    [[nodiscard]] QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
};

} // namespace authdesk::net
