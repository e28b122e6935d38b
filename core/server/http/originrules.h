// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which names this server goes by, which origins may call it, and what counts as "this computer"
// (contracts: First run). Built once for each listener, then only read.
#pragma once

#include "core/server/http/requesthead.h"

#include <QtCore/QUrl>

namespace authdesk::server::http {

class OriginRules final
{
public:
    struct Place
    {
        QHostAddress listening;
        quint16 port = 0;
        QString scheme;      ///< "http", "https"
        QUrl publicUrl = {}; ///< empty: none is set
        QList<QByteArray> corsOrigins = {};
    };

    explicit OriginRules(const Place &place);

    /// Whether the Host header names this server; its port is not looked at.
    [[nodiscard]] bool answersFor(QByteArrayView host) const;
    /// Whether a browser's page of that origin may read the answers.
    [[nodiscard]] bool mayReadAnswers(QByteArrayView origin) const;
    /// Peer, Host, forwarding headers and Origin all say "this computer".
    [[nodiscard]] bool isLoopback(const RequestHead &head, const QHostAddress &peer) const;
    [[nodiscard]] bool isPublicSecure() const { return m_publicSecure; }

private:
    [[nodiscard]] bool isOwnOrigin(QByteArrayView origin) const;

    QList<QByteArray> m_names; ///< lower case; the three of loopback first
    QList<QByteArray> m_ownOrigins;
    QList<QByteArray> m_corsOrigins;
    bool m_isWildcard = false;
    bool m_publicSecure = false;
};

/// Loopback in either family, also as IPv4 mapped into IPv6.
[[nodiscard]] bool isLoopbackAddress(const QHostAddress &address);

} // namespace authdesk::server::http
