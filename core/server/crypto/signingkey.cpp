// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/signingkey.h"

#include "core/server/crypto/sodium.h"

#include <sodium.h>

namespace authdesk::server::crypto {

using namespace Qt::StringLiterals;
using base::Secret;

namespace {

constexpr qsizetype secretBytes = 32;
static_assert(secretBytes == crypto_sign_SEEDBYTES);
static_assert(secretBytes == crypto_auth_hmacsha256_KEYBYTES);
constexpr qsizetype idBytes = 12;
constexpr auto keyBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QLatin1StringView algorithmName(SigningAlgorithm algorithm)
{
    return algorithm == SigningAlgorithm::EdDsa ? "EdDSA"_L1 : "HS256"_L1;
}

std::optional<SigningAlgorithm> algorithmFromName(QStringView name)
{
    for (const SigningAlgorithm algorithm : {SigningAlgorithm::Hs256, SigningAlgorithm::EdDsa}) {
        if (name == algorithmName(algorithm))
            return algorithm;
    }
    return std::nullopt;
}

SigningKey SigningKey::generate(SigningAlgorithm algorithm, base::Random &random)
{
    const QString id = QString::fromLatin1(random.bytes(idBytes).toBase64(keyBase64));
    return {id, algorithm, Secret(random.bytes(secretBytes))};
}

std::optional<SigningKey> SigningKey::fromSecret(const QString &id, SigningAlgorithm algorithm,
                                                 const Secret &secret)
{
    if (secret.view().size() != secretBytes)
        return std::nullopt;
    return SigningKey(id, algorithm, secret);
}

SigningKey::SigningKey(QString id, SigningAlgorithm algorithm, Secret secret)
    : m_id(std::move(id))
    , m_algorithm(algorithm)
    , m_secret(std::move(secret))
{
    ensureSodium();
    if (algorithm == SigningAlgorithm::EdDsa) {
        QByteArray expanded(crypto_sign_SECRETKEYBYTES, '\0');
        m_publicKey.resize(crypto_sign_PUBLICKEYBYTES);
        crypto_sign_seed_keypair(toUnsigned(m_publicKey), toUnsigned(expanded),
                                 toUnsigned(m_secret.view()));
        m_expanded = Secret(std::move(expanded));
    }
    m_header = QByteArray(R"({"alg":")" + QByteArray(algorithmName(algorithm).latin1())
                          + R"(","kid":")" + m_id.toLatin1() + R"(","typ":"JWT"})")
                   .toBase64(keyBase64);
}

QByteArray SigningKey::sign(QByteArrayView text) const
{
    if (m_algorithm == SigningAlgorithm::EdDsa) {
        QByteArray signature(crypto_sign_BYTES, '\0');
        crypto_sign_detached(toUnsigned(signature), nullptr, toUnsigned(text),
                             static_cast<unsigned long long>(text.size()),
                             toUnsigned(m_expanded.view()));
        return signature;
    }
    QByteArray mac(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256(toUnsigned(mac), toUnsigned(text),
                           static_cast<unsigned long long>(text.size()),
                           toUnsigned(m_secret.view()));
    return mac;
}

bool SigningKey::hasSigned(QByteArrayView text, QByteArrayView signature) const
{
    const auto length = static_cast<unsigned long long>(text.size());
    if (m_algorithm == SigningAlgorithm::EdDsa) {
        return signature.size() == qsizetype(crypto_sign_BYTES)
               && crypto_sign_verify_detached(toUnsigned(signature), toUnsigned(text), length,
                                              toUnsigned(QByteArrayView(m_publicKey)))
                      == 0;
    }
    return signature.size() == qsizetype(crypto_auth_hmacsha256_BYTES)
           && crypto_auth_hmacsha256_verify(toUnsigned(signature), toUnsigned(text), length,
                                            toUnsigned(m_secret.view()))
                  == 0;
}

} // namespace authdesk::server::crypto
