// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/secret.h"
#include "core/server/crypto/argon2.h"
#include "core/server/crypto/passwordformat.h"
#include "core/server/crypto/sodium.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

#ifdef AUTHDESK_HAS_BCRYPT
#include <crypt.h>
#endif

#include <memory>

namespace authdesk::server::crypto {

using Kind = PasswordFormat::Kind;

namespace {

bool isArgon2Of(const PasswordFormat &format, QByteArrayView password)
{
    const Argon2Work work{.variant = format.variant == "argon2id" ? Argon2Work::Variant::Id
                                                                  : Argon2Work::Variant::I,
                          .memoryKiB = format.cost,
                          .passes = format.block,
                          .lanes = format.lanes};
    QByteArray computed(format.digest.size(), '\0');
    return computeArgon2(work, password, format.salt, computed)
           && base::equalInConstantTime(computed, format.digest);
}

bool isPbkdf2Of(const PasswordFormat &format, QByteArrayView password)
{
    const EVP_MD *const digest = format.variant == "sha1"     ? EVP_sha1()
                                 : format.variant == "sha256" ? EVP_sha256()
                                                              : EVP_sha512();
    QByteArray computed(format.digest.size(), '\0');
    const int done =
        PKCS5_PBKDF2_HMAC(password.data(), int(password.size()),
                          toUnsigned(QByteArrayView(format.salt)), int(format.salt.size()),
                          int(format.cost), digest, int(computed.size()), toUnsigned(computed));
    return done == 1 && base::equalInConstantTime(computed, format.digest);
}

bool isScryptOf(const PasswordFormat &format, QByteArrayView password)
{
    QByteArray computed(format.digest.size(), '\0');
    // What it takes was looked at when the hash came in; this only lifts OpenSSL's own limit.
    constexpr quint64 memory = 256ULL * 1024 * 1024;
    const int done = EVP_PBE_scrypt(
        password.data(), std::size_t(password.size()), toUnsigned(QByteArrayView(format.salt)),
        std::size_t(format.salt.size()), format.cost, format.block, format.lanes, memory,
        toUnsigned(computed), std::size_t(computed.size()));
    return done == 1 && base::equalInConstantTime(computed, format.digest);
}

#ifdef AUTHDESK_HAS_BCRYPT
bool isBcryptOf(const PasswordFormat &format, QByteArrayView password)
{
    QByteArray text = password.toByteArray();
    if (format.variant == "sha256") {
        QByteArray digest(SHA256_DIGEST_LENGTH, '\0');
        SHA256(toUnsigned(QByteArrayView(text)), std::size_t(text.size()), toUnsigned(digest));
        base::wipe(text);
        text = digest.toHex();
    }
    constexpr qsizetype most = 72;
    if (text.size() > most) {
        // In its own buffer: what is left of the longer one is wiped as well.
        QByteArray first = text.first(most);
        base::wipe(text);
        text.swap(first);
    }
    const bool hasZero = text.contains('\0');
    const auto room = std::make_unique<crypt_data>();
    const char *const computed = crypt_r(text.constData(), format.text.constData(), room.get());
    const bool isRight = computed && !hasZero && base::equalInConstantTime(computed, format.text);
    base::wipe(text);
    base::wipe(room.get(), sizeof(crypt_data));
    return isRight;
}
#endif

} // namespace

bool isPasswordOf(const PasswordFormat &format, QByteArrayView password)
{
    switch (format.kind) {
    case Kind::Argon2:
        return isArgon2Of(format, password);
    case Kind::Pbkdf2:
        return isPbkdf2Of(format, password);
    case Kind::Scrypt:
        return isScryptOf(format, password);
    case Kind::Bcrypt:
#ifdef AUTHDESK_HAS_BCRYPT
        return isBcryptOf(format, password);
#else
        return false;
#endif
    }
    Q_UNREACHABLE();
}

} // namespace authdesk::server::crypto
