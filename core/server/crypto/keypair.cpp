// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/keypair.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <ctime>
#include <memory>

namespace authdesk::server::crypto {

namespace {

struct Free
{
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};

template <typename T>
using Owned = std::unique_ptr<T, Free>;

Owned<BIO> reading(QByteArrayView text)
{
    return Owned<BIO>(BIO_new_mem_buf(text.isEmpty() ? "" : text.data(), int(text.size())));
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

std::expected<KeyPair, KeyPairProblem> look(QByteArrayView certificates, const base::Secret &key)
{
    const Owned<BIO> certificateText = reading(certificates);
    const Owned<X509> certificate(
        PEM_read_bio_X509(certificateText.get(), nullptr, &noPassphrase, nullptr));
    if (!certificate)
        return std::unexpected(KeyPairProblem::NoCertificate);
    if (isEncrypted(key.view()))
        return std::unexpected(KeyPairProblem::EncryptedKey);
    const Owned<BIO> keyText = reading(key.view());
    const Owned<EVP_PKEY> privateKey(
        PEM_read_bio_PrivateKey(keyText.get(), nullptr, &noPassphrase, nullptr));
    if (!privateKey)
        return std::unexpected(KeyPairProblem::NoKey);
    const int kind = EVP_PKEY_get_base_id(privateKey.get());
    if (kind != EVP_PKEY_RSA && kind != EVP_PKEY_EC)
        return std::unexpected(KeyPairProblem::OtherKind);
    if (X509_check_private_key(certificate.get(), privateKey.get()) != 1)
        return std::unexpected(KeyPairProblem::Mismatch);
    return KeyPair{.validFrom = timeOf(X509_get0_notBefore(certificate.get())),
                   .validUntil = timeOf(X509_get0_notAfter(certificate.get()))};
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
