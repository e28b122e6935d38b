// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What OpenSSL hands out, owned. Inside this room only.
#pragma once

#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace authdesk::server::crypto {

struct OpenSslFree
{
    void operator()(BIO *bio) const { BIO_free_all(bio); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509_EXTENSION *extension) const { X509_EXTENSION_free(extension); }
    void operator()(GENERAL_NAME *name) const { GENERAL_NAME_free(name); }
    void operator()(GENERAL_NAMES *names) const { GENERAL_NAMES_free(names); }
    void operator()(ASN1_STRING *text) const { ASN1_STRING_free(text); }
};

template <typename T>
using OpenSslOwned = std::unique_ptr<T, OpenSslFree>;

} // namespace authdesk::server::crypto
