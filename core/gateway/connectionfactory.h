// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes connections without its caller knowing any kind of server. Implemented by
// core/systems/clients; tests bring their own. Window thread.
#pragma once

#include "core/gateway/connection.h"
#include "core/gateway/sentrequest.h"

#include <QtCore/QDateTime>
#include <QtCore/QStringList>

#include <memory>
#include <optional>

namespace authdesk::gateway {

/// A certificate that nobody whom this computer trusts vouches for, or another than was trusted.
struct ShownCertificate
{
    QByteArray fingerprint; ///< SHA-256
    QString text;           ///< the fingerprint in groups, as people compare it
    QString trustedText;    ///< the same of the one that was trusted; empty: none was
    QStringList names;      ///< host names and addresses that it is for
    QDateTime validUntil;   ///< UTC
    bool operator==(const ShownCertificate &) const = default;
};

class ConnectionFactory
{
public:
    ConnectionFactory() = default;
    ConnectionFactory(const ConnectionFactory &) = delete;
    ConnectionFactory &operator=(const ConnectionFactory &) = delete;
    virtual ~ConnectionFactory() = default;

    /// Null when `system` ("authdesk", "pipelit") is not one that this console speaks. Sends
    /// nothing by itself. `observer` may be empty.
    [[nodiscard]] virtual std::unique_ptr<Connection>
    create(const QString &system, const QUrl &address, RequestObserver observer) = 0;
    // Certificates that people compared, for every connection and search made here.
    /// What was shown there last and not taken, and could be trusted by its fingerprint.
    [[nodiscard]] virtual std::optional<ShownCertificate>
    refusedCertificate(const QUrl & /*address*/) const
    {
        return std::nullopt;
    }
    /// That one and no other is taken there from now on; empty: whatever the system trusts.
    virtual void trustCertificate(const QUrl & /*address*/, const QByteArray & /*fingerprint*/) {}
    /// Empty: none was trusted so.
    [[nodiscard]] virtual QByteArray trustedCertificate(const QUrl & /*address*/) const
    {
        return {};
    }
    /// "Pipelit" for "pipelit": the name that people know; the id itself when it is unknown.
    [[nodiscard]] virtual QString displayName(const QString &system) const = 0;
};

} // namespace authdesk::gateway
