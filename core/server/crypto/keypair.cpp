// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/keypair.h"

#include "core/server/crypto/opensslowned.h"

#include <QtNetwork/QHostAddress>

#include <openssl/err.h>
#include <openssl/pem.h>

#include <ctime>

namespace authdesk::server::crypto {

namespace {

OpenSslOwned<BIO> reading(QByteArrayView text)
{
    return OpenSslOwned<BIO>(BIO_new_mem_buf(text.isEmpty() ? "" : text.data(), int(text.size())));
}

/// Instead of OpenSSL's own, which asks at the terminal.
int noPassphrase(char *, int, int, void *)
{
    return -1;
}

bool isEncrypted(QByteArrayView key)
{
    return key.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")
           || key.contains("Proc-Type: 4,ENCRYPTED");
}

QDateTime timeOf(const ASN1_TIME *time)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
}

QString addressOf(const ASN1_OCTET_STRING *octets)
{
    const unsigned char *const bytes = ASN1_STRING_get0_data(octets);
    if (ASN1_STRING_length(octets) == 16)
        return QHostAddress(bytes).toString();
    if (ASN1_STRING_length(octets) != 4)
        return {};
    return QHostAddress((quint32(bytes[0]) << 24U) | (quint32(bytes[1]) << 16U)
                        | (quint32(bytes[2]) << 8U) | quint32(bytes[3]))
        .toString();
}

QStringList namesOf(const X509 *certificate)
{
    QStringList names;
    const OpenSslOwned<GENERAL_NAMES> all(static_cast<GENERAL_NAMES *>(
        X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; all && i < sk_GENERAL_NAME_num(all.get()); ++i) {
        int type = 0;
        const void *const value =
            GENERAL_NAME_get0_value(sk_GENERAL_NAME_value(all.get(), i), &type);
        const auto *const text = static_cast<const ASN1_STRING *>(value);
        if (type == GEN_DNS)
            names.append(
                QString::fromLatin1(reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)),
                                    ASN1_STRING_length(text)));
        else if (type == GEN_IPADD)
            names.append(addressOf(text));
    }
    return names;
}

QByteArray fingerprintOf(const X509 *certificate)
{
    unsigned char bytes[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (X509_digest(certificate, EVP_sha256(), bytes, &size) != 1)
        return {};
    return QByteArray(reinterpret_cast<const char *>(bytes), qsizetype(size));
}

std::expected<KeyPair, KeyPairProblem> look(QByteArrayView certificates, const base::Secret &key)
{
    const OpenSslOwned<BIO> certificateText = reading(certificates);
    const OpenSslOwned<X509> certificate(
        PEM_read_bio_X509(certificateText.get(), nullptr, &noPassphrase, nullptr));
    if (!certificate)
        return std::unexpected(KeyPairProblem::NoCertificate);
    if (isEncrypted(key.view()))
        return std::unexpected(KeyPairProblem::EncryptedKey);
    const OpenSslOwned<BIO> keyText = reading(key.view());
    const OpenSslOwned<EVP_PKEY> privateKey(
        PEM_read_bio_PrivateKey(keyText.get(), nullptr, &noPassphrase, nullptr));
    if (!privateKey)
        return std::unexpected(KeyPairProblem::NoKey);
    const int kind = EVP_PKEY_get_base_id(privateKey.get());
    if (kind != EVP_PKEY_RSA && kind != EVP_PKEY_EC)
        return std::unexpected(KeyPairProblem::OtherKind);
    if (X509_check_private_key(certificate.get(), privateKey.get()) != 1)
        return std::unexpected(KeyPairProblem::Mismatch);
    return KeyPair{.validFrom = timeOf(X509_get0_notBefore(certificate.get())),
                   .validUntil = timeOf(X509_get0_notAfter(certificate.get())),
                   .fingerprint = fingerprintOf(certificate.get()),
                   .names = namesOf(certificate.get())};
}

} // namespace

std::expected<KeyPair, KeyPairProblem> readKeyPair(QByteArrayView certificates,
                                                   const base::Secret &key)
{
    auto found = look(certificates, key);
    // What failed on the way stays in the thread's queue otherwise, and TLS would take it for its
    // own failure.
    ERR_clear_error();
    return found;
}

} // namespace authdesk::server::crypto
