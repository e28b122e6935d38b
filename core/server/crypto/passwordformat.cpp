// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/passwordformat.h"

#include <QtCore/QList>

#include <algorithm>
#include <bit>

namespace authdesk::server::crypto {

using namespace Qt::StringLiterals;
using Kind = PasswordFormat::Kind;

namespace {

constexpr qsizetype longestHash = 512;
constexpr quint64 mostMicroseconds = 1'000'000;
constexpr quint64 mostMemory = 128ULL * 1024 * 1024;

/// A whole number above 0. One beyond what anybody could compute is as good as the next.
std::optional<quint64> numberOf(const QByteArray &text)
{
    bool isNumber = false;
    const quint64 number = text.toULongLong(&isNumber);
    constexpr quint64 largest = 1ULL << 24; // products of two of them, and a little more, fit
    if (!isNumber || number == 0)
        return std::nullopt;
    return std::min(number, largest);
}

/// With or without padding, and passlib's way with '.' for '+'.
QByteArray fromBase64(QByteArray text)
{
    text.replace('.', '+');
    const auto decoded =
        QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? decoded.decoded : QByteArray();
}

QByteArray fromHex(const QByteArray &text)
{
    const QByteArray bytes = QByteArray::fromHex(text);
    return bytes.toHex() == text.toLower() ? bytes : QByteArray();
}

bool isDigest(const QByteArray &variant)
{
    return variant == "sha1" || variant == "sha256" || variant == "sha512";
}

/// "m=65536,t=3,p=4": the number of that name.
std::optional<quint64> parameter(const QByteArray &text, QByteArrayView name)
{
    for (const QByteArray &part : text.split(',')) {
        const qsizetype equals = part.indexOf('=');
        if (equals > 0 && part.first(equals) == name)
            return numberOf(part.sliced(equals + 1));
    }
    return std::nullopt;
}

std::optional<PasswordFormat> whole(PasswordFormat format)
{
    constexpr qsizetype shortest = 16;
    constexpr qsizetype longest = 128;
    if (format.digest.size() < shortest || format.digest.size() > longest || format.salt.isEmpty())
        return std::nullopt;
    return format;
}

std::optional<PasswordFormat> parseArgon2(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split('$');
    if (parts.size() != 6 || parts[2] != "v=19"
        || (parts[1] != "argon2id" && parts[1] != "argon2i"))
        return std::nullopt;
    const auto memory = parameter(parts[3], "m");
    const auto passes = parameter(parts[3], "t");
    const auto lanes = parameter(parts[3], "p");
    constexpr quint64 mostLanes = 255;
    if (!memory || !passes || !lanes || *lanes > mostLanes)
        return std::nullopt;
    return whole({.kind = Kind::Argon2,
                  .variant = parts[1],
                  .cost = *memory,
                  .block = *passes,
                  .lanes = *lanes,
                  .salt = fromBase64(parts[4]),
                  .digest = fromBase64(parts[5])});
}

std::optional<PasswordFormat> parseBcrypt(const QByteArray &text, const QByteArray &variant)
{
    constexpr qsizetype length = 60; // $2b$12$, 22 letters of salt, 31 of digest
    if (text.size() != length || text[3] != '$' || text[6] != '$')
        return std::nullopt;
    const auto cost = numberOf(text.sliced(4, 2));
    constexpr quint64 least = 4;
    constexpr quint64 most = 31;
    if (!cost || *cost < least || *cost > most)
        return std::nullopt;
    for (const char letter : text.sliced(7)) {
        const bool fits = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
                          || (letter >= '0' && letter <= '9') || letter == '.' || letter == '/';
        if (!fits)
            return std::nullopt;
    }
    return PasswordFormat{.kind = Kind::Bcrypt, .variant = variant, .cost = *cost, .text = text};
}

/// $pbkdf2-sha256$29000$salt$hash (passlib) or $pbkdf2-sha256$i=29000,l=32$salt$hash (PHC).
std::optional<PasswordFormat> parsePhcPbkdf2(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split('$');
    if (parts.size() != 5)
        return std::nullopt;
    const QByteArray variant = parts[1] == "pbkdf2" ? "sha1"_ba : parts[1].mid(7);
    const auto rounds = parts[2].contains('=') ? parameter(parts[2], "i") : numberOf(parts[2]);
    if (!isDigest(variant) || !rounds)
        return std::nullopt;
    return whole({.kind = Kind::Pbkdf2,
                  .variant = variant,
                  .cost = *rounds,
                  .salt = fromBase64(parts[3]),
                  .digest = fromBase64(parts[4])});
}

/// $scrypt$ln=16,r=8,p=1$salt$hash
std::optional<PasswordFormat> parsePhcScrypt(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split('$');
    if (parts.size() != 5)
        return std::nullopt;
    const auto exponent = parameter(parts[2], "ln");
    const auto block = parameter(parts[2], "r");
    const auto lanes = parameter(parts[2], "p");
    constexpr quint64 most = 24;
    if (!exponent || *exponent > most || !block || !lanes)
        return std::nullopt;
    return whole({.kind = Kind::Scrypt,
                  .cost = 1ULL << *exponent,
                  .block = *block,
                  .lanes = *lanes,
                  .salt = fromBase64(parts[3]),
                  .digest = fromBase64(parts[4])});
}

/// pbkdf2_sha256$iterations$salt$hash, scrypt$N$salt$r$p$hash: the salt is text.
std::optional<PasswordFormat> parseDjango(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split('$');
    const auto cost = numberOf(parts.value(1));
    if (parts[0] == "scrypt" && parts.size() == 6) {
        const auto block = numberOf(parts[3]);
        const auto lanes = numberOf(parts[4]);
        if (!cost || !std::has_single_bit(*cost) || *cost < 2 || !block || !lanes)
            return std::nullopt;
        return whole({.kind = Kind::Scrypt,
                      .cost = *cost,
                      .block = *block,
                      .lanes = *lanes,
                      .salt = parts[2],
                      .digest = fromBase64(parts[5])});
    }
    const QByteArray variant = parts[0].mid(7);
    if (parts.size() != 4 || !parts[0].startsWith("pbkdf2_") || !isDigest(variant) || !cost)
        return std::nullopt;
    return whole({.kind = Kind::Pbkdf2,
                  .variant = variant,
                  .cost = *cost,
                  .salt = parts[2],
                  .digest = fromBase64(parts[3])});
}

/// pbkdf2:sha256:iterations$salt$hex, scrypt:N:r:p$salt$hex: the salt is text.
std::optional<PasswordFormat> parseWerkzeug(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split('$');
    const QList<QByteArray> method = parts[0].split(':');
    if (parts.size() != 3)
        return std::nullopt;
    if (method[0] == "pbkdf2" && method.size() == 3) {
        const auto rounds = numberOf(method[2]);
        if (!isDigest(method[1]) || !rounds)
            return std::nullopt;
        return whole({.kind = Kind::Pbkdf2,
                      .variant = method[1],
                      .cost = *rounds,
                      .salt = parts[1],
                      .digest = fromHex(parts[2])});
    }
    if (method[0] != "scrypt" || method.size() != 4)
        return std::nullopt;
    const auto cost = numberOf(method[1]);
    const auto block = numberOf(method[2]);
    const auto lanes = numberOf(method[3]);
    if (!cost || !std::has_single_bit(*cost) || *cost < 2 || !block || !lanes)
        return std::nullopt;
    return whole({.kind = Kind::Scrypt,
                  .cost = *cost,
                  .block = *block,
                  .lanes = *lanes,
                  .salt = parts[1],
                  .digest = fromHex(parts[2])});
}

quint64 memoryOf(const PasswordFormat &format)
{
    if (format.kind == Kind::Argon2)
        return format.cost * 1024;
    if (format.kind == Kind::Scrypt)
        return 128 * format.block * (format.cost + format.lanes);
    return 0;
}

base::FieldError problem(QLatin1StringView code, const QString &message)
{
    return {.field = u"password_hash"_s, .code = code, .message = message};
}

QByteArray zeros(const QByteArray &like)
{
    return QByteArray(like.size(), '\0').toBase64(QByteArray::OmitTrailingEquals);
}

} // namespace

std::optional<PasswordFormat> parsePasswordHash(const QByteArray &text)
{
    if (text.isEmpty() || text.size() > longestHash || text.contains('\0'))
        return std::nullopt;
    if (text.startsWith("$argon2"))
        return parseArgon2(text);
    if (text.startsWith("argon2$"))
        return parseArgon2(text.sliced(6));
    for (const QByteArrayView version : {"2a", "2b", "2y"}) {
        const QByteArray mark = '$' + version.toByteArray() + '$';
        if (text.startsWith(mark))
            return parseBcrypt(text, {});
        if (text.startsWith("bcrypt$" + mark))
            return parseBcrypt(text.sliced(7), {});
        if (text.startsWith("bcrypt_sha256$" + mark))
            return parseBcrypt(text.sliced(14), "sha256"_ba);
    }
    if (text.startsWith("$pbkdf2"))
        return parsePhcPbkdf2(text);
    if (text.startsWith("$scrypt$"))
        return parsePhcScrypt(text);
    if (text.startsWith("pbkdf2_") || text.startsWith("scrypt$"))
        return parseDjango(text);
    if (text.startsWith("pbkdf2:") || text.startsWith("scrypt:"))
        return parseWerkzeug(text);
    return std::nullopt;
}

std::optional<base::FieldError> passwordHashProblem(const QByteArray &text)
{
    const auto format = parsePasswordHash(text);
    if (!format) {
        return problem("unknown_format"_L1,
                       u"This is no argon2, bcrypt, PBKDF2 or scrypt hash that is known here."_s);
    }
    if (usualMicroseconds(*format) > mostMicroseconds || memoryOf(*format) > mostMemory) {
        return problem("too_costly"_L1,
                       u"Every try at this password would take too much time or memory."_s);
    }
#ifndef AUTHDESK_HAS_BCRYPT
    if (format->kind == Kind::Bcrypt)
        return problem("not_supported"_L1, u"This program was built without bcrypt."_s);
#endif
    return std::nullopt;
}

quint64 usualMicroseconds(const PasswordFormat &format)
{
    constexpr quint64 mostExponent = 31;
    // Measured on a core of a server; only their relation counts.
    switch (format.kind) {
    case Kind::Argon2:
        return format.cost * format.block * 27 / 100;
    case Kind::Bcrypt:
        return (1ULL << std::min(format.cost, mostExponent)) * 55;
    case Kind::Pbkdf2: {
        const quint64 size = format.variant == "sha1" ? 20 : format.variant == "sha256" ? 32 : 64;
        const quint64 blocks = (quint64(format.digest.size()) + size - 1) / size;
        return format.cost * blocks * (format.variant == "sha512" ? 60 : 35) / 100;
    }
    case Kind::Scrypt:
        return std::min(format.cost * format.block, mostMicroseconds * 10) * format.lanes * 35
               / 100;
    }
    Q_UNREACHABLE();
}

QByteArray sameWork(const PasswordFormat &format)
{
    const QByteArray cost = QByteArray::number(format.cost);
    const QByteArray block = QByteArray::number(format.block);
    const QByteArray lanes = QByteArray::number(format.lanes);
    const QByteArray rest = '$' + zeros(format.salt) + '$' + zeros(format.digest);
    switch (format.kind) {
    case Kind::Argon2:
        return '$' + format.variant + "$v=19$m=" + cost + ",t=" + block + ",p=" + lanes + rest;
    case Kind::Bcrypt: {
        constexpr qsizetype letters = 53;
        return "$2b$" + cost.rightJustified(2, '0') + '$' + QByteArray(letters, '.');
    }
    case Kind::Pbkdf2:
        return "$pbkdf2-" + format.variant + "$i=" + cost + rest;
    case Kind::Scrypt:
        return "$scrypt$ln=" + QByteArray::number(std::countr_zero(format.cost)) + ",r=" + block
               + ",p=" + lanes + rest;
    }
    Q_UNREACHABLE();
}

} // namespace authdesk::server::crypto
