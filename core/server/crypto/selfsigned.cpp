// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/selfsigned.h"

#include "core/server/crypto/opensslowned.h"

#include <QtCore/QUrl>
#include <QtNetwork/QHostAddress>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>

#include <algorithm>

namespace authdesk::server::crypto {

using namespace Qt::StringLiterals;

namespace {

/// X.520 allows a common name no more.
constexpr qsizetype longestCommonName = 64;
constexpr int serialBytes = 16;

const unsigned char *bytesOf(const QByteArray &text)
{
    return reinterpret_cast<const unsigned char *>(text.constData());
}

OpenSslOwned<GENERAL_NAME> generalNameOf(const QString &name)
{
    OpenSslOwned<GENERAL_NAME> made(GENERAL_NAME_new());
    if (QHostAddress address; address.setAddress(name)) {
        QByteArray bytes;
        bool isV4 = false;
        const quint32 v4 = address.toIPv4Address(&isV4);
        if (isV4 && address.protocol() == QAbstractSocket::IPv4Protocol) {
            for (const unsigned shift : {24U, 16U, 8U, 0U})
                bytes.append(char((v4 >> shift) & 0xffU));
        } else {
            const Q_IPV6ADDR v6 = address.toIPv6Address();
            bytes = QByteArray(reinterpret_cast<const char *>(v6.c), 16);
        }
        OpenSslOwned<ASN1_STRING> octets(ASN1_OCTET_STRING_new());
        if (!made || !octets
            || ASN1_OCTET_STRING_set(octets.get(), bytesOf(bytes), int(bytes.size())) != 1)
            return {};
        GENERAL_NAME_set0_value(made.get(), GEN_IPADD, octets.release());
        return made;
    }
    const QByteArray ace = QUrl::toAce(name);
    OpenSslOwned<ASN1_STRING> text(ASN1_IA5STRING_new());
    if (ace.isEmpty() || !made || !text
        || ASN1_STRING_set(text.get(), ace.constData(), int(ace.size())) != 1)
        return {};
    GENERAL_NAME_set0_value(made.get(), GEN_DNS, text.release());
    return made;
}

bool addNames(X509 *certificate, const QStringList &names)
{
    const OpenSslOwned<GENERAL_NAMES> all(sk_GENERAL_NAME_new_null());
    for (const QString &name : names) {
        OpenSslOwned<GENERAL_NAME> one = generalNameOf(name);
        if (!one || sk_GENERAL_NAME_push(all.get(), one.get()) == 0)
            return false;
        (void)one.release();
    }
    return X509_add1_ext_i2d(certificate, NID_subject_alt_name, all.get(), 0, X509V3_ADD_DEFAULT)
           == 1;
}

bool addExtension(X509 *certificate, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const OpenSslOwned<X509_EXTENSION> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509 *certificate)
{
    // Positive and never zero (RFC 5280 §4.1.2.2).
    unsigned char random[serialBytes];
    if (RAND_bytes(random, serialBytes) != 1)
        return false;
    random[0] = static_cast<unsigned char>((random[0] & 0x7fU) | 0x01U);
    BIGNUM *const number = BN_bin2bn(random, serialBytes, nullptr);
    const bool isSet =
        number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nullptr;
    BN_free(number);
    return isSet;
}

bool setSubject(X509 *certificate, const QString &name)
{
    X509_NAME *const subject = X509_get_subject_name(certificate);
    const QByteArray common = name.left(longestCommonName).toUtf8();
    return X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, bytesOf(common),
                                      int(common.size()), -1, 0)
               == 1
           && X509_set_issuer_name(certificate, subject) == 1;
}

bool setTimes(X509 *certificate, const QDateTime &now, int days)
{
    const QDateTime from = now.addSecs(-3600);
    return ASN1_TIME_set(X509_getm_notBefore(certificate), from.toSecsSinceEpoch()) != nullptr
           && ASN1_TIME_set(X509_getm_notAfter(certificate), from.addDays(days).toSecsSinceEpoch())
                  != nullptr;
}

QByteArray takeText(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? QByteArray(data, size) : QByteArray();
}

std::unexpected<base::Error> failed()
{
    return base::fail(base::ErrorCode::Internal, u"The certificate cannot be made."_s,
                      QString::fromLatin1(ERR_reason_error_string(ERR_peek_last_error())));
}

base::Result<SelfSigned> make(const QStringList &names, const QDateTime &now, int days)
{
    const OpenSslOwned<EVP_PKEY> key(EVP_EC_gen("P-256"));
    const OpenSslOwned<X509> certificate(X509_new());
    const bool isFilled =
        key && certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1
        && setSerial(certificate.get()) && setSubject(certificate.get(), names.first())
        && setTimes(certificate.get(), now, days)
        && X509_set_pubkey(certificate.get(), key.get()) == 1 && addNames(certificate.get(), names)
        && addExtension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE")
        && addExtension(certificate.get(), NID_key_usage, "critical,digitalSignature")
        && addExtension(certificate.get(), NID_ext_key_usage, "serverAuth")
        && addExtension(certificate.get(), NID_subject_key_identifier, "hash");
    if (!isFilled || X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0)
        return failed();
    const OpenSslOwned<BIO> certificateText(BIO_new(BIO_s_mem()));
    const OpenSslOwned<BIO> keyText(BIO_new(BIO_s_secmem()));
    if (PEM_write_bio_X509(certificateText.get(), certificate.get()) != 1
        || PEM_write_bio_PKCS8PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                         nullptr)
               != 1)
        return failed();
    return SelfSigned{.certificate = takeText(certificateText.get()),
                      .key = base::Secret(takeText(keyText.get()))};
}

} // namespace

base::Result<SelfSigned> makeSelfSigned(const QStringList &names, const QDateTime &now, int days)
{
    if (names.isEmpty() || days < 1 || days > longestCertificateDays
        || std::any_of(names.begin(), names.end(), [](const QString &n) { return n.isEmpty(); }))
        return base::fail(base::ErrorCode::Internal, u"The certificate cannot be made."_s,
                          u"no name, or for too long"_s);
    auto made = make(names, now, days);
    // As in readKeyPair().
    ERR_clear_error();
    return made;
}

} // namespace authdesk::server::crypto
