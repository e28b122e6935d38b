// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An https server whose certificate nobody but itself has signed, made anew for each test.
#pragma once

#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslServer>
#include <QtNetwork/QSslSocket>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace nettest {

/// What `write` puts into a PEM text.
template <typename Write>
QByteArray pemOf(Write write)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), &BIO_free);
    write(bio.get());
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

inline QSslConfiguration selfSigned()
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"),
                                                                  &EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), &X509_free);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>("127.0.0.1"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_sign(certificate.get(), key.get(), EVP_sha256());

    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(
        pemOf([&](BIO *bio) { PEM_write_bio_X509(bio, certificate.get()); }), QSsl::Pem));
    configuration.setPrivateKey(QSslKey(pemOf([&](BIO *bio) {
                                            PEM_write_bio_PrivateKey(bio, key.get(), nullptr,
                                                                     nullptr, 0, nullptr, nullptr);
                                        }),
                                        QSsl::Ec, QSsl::Pem));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

/// Counts the bytes that came through TLS, and answers nothing.
class SelfSignedServer final : public QObject
{
public:
    SelfSignedServer()
    {
        m_server.setSslConfiguration(selfSigned());
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this,
                    [this, socket] { received += socket->readAll().size(); });
        });
        connect(&m_server, &QSslServer::startedEncryptionHandshake, this, [this] { ++handshakes; });
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    qint64 received = 0;
    int handshakes = 0;

private:
    QSslServer m_server;
};

} // namespace nettest
