// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A key that signs tokens, for one algorithm for good: HMAC-SHA-256 (RFC 7518 section 3.2) or
// Ed25519 (RFC 8037). Immutable, any thread.
#pragma once

#include "core/base/random.h"
#include "core/base/secret.h"

#include <optional>

namespace authdesk::server::crypto {

enum class SigningAlgorithm { Hs256, EdDsa };

/// As the header of a JWT and our settings spell it: "HS256", "EdDSA".
[[nodiscard]] QLatin1StringView algorithmName(SigningAlgorithm algorithm);
[[nodiscard]] std::optional<SigningAlgorithm> algorithmFromName(QStringView name);

class SigningKey final
{
public:
    [[nodiscard]] static SigningKey generate(SigningAlgorithm algorithm, base::Random &random);
    /// One that was stored: its id, and the 32 bytes that secret() gave. Nullopt for other bytes.
    [[nodiscard]] static std::optional<SigningKey>
    fromSecret(const QString &id, SigningAlgorithm algorithm, const base::Secret &secret);

    [[nodiscard]] const QString &id() const { return m_id; } ///< the `kid`, 16 characters
    [[nodiscard]] SigningAlgorithm algorithm() const { return m_algorithm; }
    /// The HMAC key, or the seed of the Ed25519 key: 32 bytes.
    [[nodiscard]] const base::Secret &secret() const { return m_secret; }
    /// 32 bytes for others to verify with; empty where whoever verifies could also sign.
    [[nodiscard]] const QByteArray &publicKey() const { return m_publicKey; }
    /// The first part of every token that it signs, in base64url: algorithm, id and type.
    [[nodiscard]] const QByteArray &header() const { return m_header; }

    [[nodiscard]] QByteArray sign(QByteArrayView text) const;
    /// In the same time wherever an HMAC differs.
    [[nodiscard]] bool hasSigned(QByteArrayView text, QByteArrayView signature) const;

private:
    SigningKey(QString id, SigningAlgorithm algorithm, base::Secret secret);

    QString m_id;
    SigningAlgorithm m_algorithm;
    base::Secret m_secret;
    base::Secret m_expanded; ///< what Ed25519 signs with; empty for an HMAC
    QByteArray m_publicKey;
    QByteArray m_header;
};

} // namespace authdesk::server::crypto
