// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a server shows as its own over TLS, and how it speaks it: 1.2 and above, with forward
// secrecy and authenticated ciphers only. Thread-safe; may change while the server runs.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QMutex>
#include <QtNetwork/QSslConfiguration>

namespace authdesk::server::http {

class TlsIdentity final
{
public:
    TlsIdentity() = default;
    TlsIdentity(const TlsIdentity &) = delete;
    TlsIdentity &operator=(const TlsIdentity &) = delete;

    /// From the next connection on. In PEM: the certificate first, then those that lead to its
    /// authority; an RSA or EC key without a passphrase. Internal where TLS is not to be had, or
    /// not with these; what was shown before stays.
    [[nodiscard]] base::Result<void> show(const QByteArray &certificates, const base::Secret &key);
    /// For a connection that begins now.
    [[nodiscard]] QSslConfiguration configuration() const;

private:
    mutable QMutex m_mutex;
    QSslConfiguration m_configuration;
};

} // namespace authdesk::server::http
