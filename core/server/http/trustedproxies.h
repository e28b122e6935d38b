// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The proxies that may say for whom they call, and what they say: X-Forwarded-For, -Proto and -Host
// or Forwarded (RFC 7239). From anyone else these headers mean nothing. Immutable, any thread.
#pragma once

#include "core/server/http/requesthead.h"

namespace authdesk::server::http {

class TrustedProxies final
{
public:
    /// An address with the number of its leading bits that count: {10.0.0.0, 8}.
    using Network = QPair<QHostAddress, int>;

    /// Who sent a request, as far as trusted proxies tell; otherwise who is connected.
    struct Sender
    {
        QHostAddress address; ///< the right-most that is no trusted proxy's
        bool isEncrypted = false;
        QByteArray host; ///< what the sender called the server by
    };

    explicit TrustedProxies(QList<Network> networks = {});

    [[nodiscard]] bool contains(const QHostAddress &address) const;
    /// `peer` and `isEncrypted` are the connection's. What cannot be read, and what the two kinds
    /// of headers contradict each other in, leaves the address of the nearest proxy.
    [[nodiscard]] Sender senderOf(const RequestHead &head, const QHostAddress &peer,
                                  bool isEncrypted) const;

private:
    QList<Network> m_networks;
};

} // namespace authdesk::server::http
