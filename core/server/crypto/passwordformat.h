// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The forms in which passwords come from other systems, beside our own argon2id, and how each is
// checked. Free functions over plain values, any thread.
#pragma once

#include "core/base/result.h"

#include <optional>

namespace authdesk::server::crypto {

/// A hash taken apart. Understood are
///   argon2id and argon2i: PHC, also with Django's "argon2$" before it;
///   bcrypt: $2a$, $2b$ and $2y$, also with Django's "bcrypt$" or "bcrypt_sha256$" before it;
///   PBKDF2 (SHA-1, SHA-256, SHA-512): Django, passlib, PHC, Werkzeug;
///   scrypt: PHC and passlib, Django, Werkzeug.
struct PasswordFormat
{
    enum class Kind { Argon2, Bcrypt, Pbkdf2, Scrypt };
    Kind kind = Kind::Argon2;
    /// "argon2id", "sha256"; of bcrypt "sha256" where that is hashed before.
    QByteArray variant = {};
    quint64 cost = 0;  ///< KiB of argon2, the exponent of bcrypt, iterations, scrypt's N
    quint64 block = 1; ///< passes of argon2, scrypt's r
    quint64 lanes = 1; ///< of argon2, scrypt's p
    QByteArray salt = {};
    QByteArray digest = {};
    QByteArray text = {}; ///< of bcrypt: as its library reads it
};

/// nullopt for what is none of them.
[[nodiscard]] std::optional<PasswordFormat> parsePasswordHash(const QByteArray &text);

/// Why it is not taken over: "unknown_format", "too_costly" (a second of a core or 128 MiB, which
/// every guess at it would take) or "not_supported" by what this program was built with.
[[nodiscard]] std::optional<base::FieldError> passwordHashProblem(const QByteArray &text);

/// About how long a check takes, in microseconds: for comparing one with another.
[[nodiscard]] quint64 usualMicroseconds(const PasswordFormat &format);
/// A hash that takes the same work, and tells nothing of the one that it stands for.
[[nodiscard]] QByteArray sameWork(const PasswordFormat &format);

/// Computes the hash of exactly these bytes and compares it in constant time. Of bcrypt only the
/// first 72 bytes count, and a password with a zero byte is wrong.
[[nodiscard]] bool isPasswordOf(const PasswordFormat &format, QByteArrayView password);

} // namespace authdesk::server::crypto
