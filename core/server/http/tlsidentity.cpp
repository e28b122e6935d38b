// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/tlsidentity.h"

#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslCipher>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslSocket>

namespace authdesk::server::http {

using namespace Qt::StringLiterals;

namespace {

/// Every one of TLS 1.3; of 1.2 those that keep what was said secret from whoever gets the key
/// later.
QList<QSslCipher> ciphersOfToday()
{
    QList<QSslCipher> ciphers;
    for (const QSslCipher &cipher : QSslConfiguration::supportedCiphers()) {
        const QString name = cipher.name();
        if (name.startsWith("TLS_"_L1)
            || (name.startsWith("ECDHE-"_L1)
                && (name.contains("-GCM-"_L1) || name.endsWith("-CHACHA20-POLY1305"_L1))))
            ciphers.append(cipher);
    }
    return ciphers;
}

QSslKey keyOf(const base::Secret &key)
{
    // PEM does not always tell.
    const QByteArray text = key.view().toByteArray();
    const QSslKey rsa(text, QSsl::Rsa);
    return rsa.isNull() ? QSslKey(text, QSsl::Ec) : rsa;
}

} // namespace

base::Result<void> TlsIdentity::show(const QByteArray &certificates, const base::Secret &key)
{
    if (!QSslSocket::supportsSsl())
        return base::fail(base::ErrorCode::Internal,
                          u"There is no TLS on this computer: Qt does not find OpenSSL."_s);
    const QList<QSslCertificate> chain = QSslCertificate::fromData(certificates, QSsl::Pem);
    const QSslKey privateKey = keyOf(key);
    if (chain.isEmpty() || privateKey.isNull())
        return base::fail(base::ErrorCode::Internal, u"TLS cannot use this certificate or key."_s);
    QSslConfiguration configuration;
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(privateKey);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setCiphers(ciphersOfToday());
    // The default would ask browsers for a certificate of their own.
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    const QMutexLocker locker(&m_mutex);
    m_configuration = configuration;
    return {};
}

QSslConfiguration TlsIdentity::configuration() const
{
    const QMutexLocker locker(&m_mutex);
    return m_configuration;
}

} // namespace authdesk::server::http
