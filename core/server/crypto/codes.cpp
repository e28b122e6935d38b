// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/codes.h"

#include "core/server/crypto/passwordhasher.h"

#include <algorithm>

namespace authdesk::server::crypto {

using base::fail;
using base::Random;
using base::Result;
using base::Secret;

namespace {

/// Letters and digits, none that is easily taken for another (0 o, 1 l i, u v).
constexpr QByteArrayView unambiguous{"23456789abcdefghjkmnpqrstwxyz"};
constexpr qsizetype saltBytes = 16;

Secret grouped(Random &random, int groups, int perGroup)
{
    QByteArray text;
    text.reserve(groups * (perGroup + 1));
    for (int group = 0; group < groups; ++group) {
        if (group > 0)
            text += '-';
        for (int i = 0; i < perGroup; ++i)
            text += unambiguous[qsizetype(random.below(quint32(unambiguous.size())))];
    }
    return Secret(std::move(text));
}

} // namespace

QList<Secret> newRecoveryCodes(Random &random)
{
    QList<Secret> codes;
    codes.reserve(recoveryCodeCount);
    while (codes.size() < recoveryCodeCount)
        codes.append(grouped(random, 2, 5));
    return codes;
}

std::optional<Secret> readRecoveryCode(const Secret &typed)
{
    QByteArray code;
    for (const char c : typed.view()) {
        if (c == ' ' || c == '-')
            continue;
        const char lower = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
        if (!unambiguous.contains(lower) || code.size() == 11) {
            base::wipe(code);
            return std::nullopt;
        }
        if (code.size() == 5)
            code += '-';
        code += lower;
    }
    if (code.size() != 11) {
        base::wipe(code);
        return std::nullopt;
    }
    return Secret(std::move(code));
}

Result<QList<QByteArray>> hashRecoveryCodes(const QList<Secret> &codes, PasswordHasher &hasher,
                                            Random &random)
{
    const QByteArray salt = random.bytes(saltBytes);
    QList<QByteArray> stored;
    for (const Secret &code : codes) {
        const auto digest = hasher.hashWithSalt(code, salt);
        if (!digest)
            return fail(digest.error());
        stored.append(salt.toBase64() + '$' + digest->toBase64());
    }
    return stored;
}

Result<std::optional<qsizetype>>
findRecoveryCode(const Secret &code, const QList<QByteArray> &stored, PasswordHasher &hasher)
{
    QByteArray hashedUnder;
    QByteArray digest;
    std::optional<qsizetype> found;
    for (qsizetype i = 0; i < stored.size(); ++i) {
        const qsizetype separator = stored[i].indexOf('$');
        const QByteArray salt = QByteArray::fromBase64(stored[i].left(separator));
        if (separator < 0 || salt.size() != saltBytes)
            continue;
        if (salt != hashedUnder) {
            auto computed = hasher.hashWithSalt(code, salt);
            if (!computed)
                return fail(computed.error());
            digest = *std::move(computed);
            hashedUnder = salt;
        }
        const QByteArray expected = QByteArray::fromBase64(stored[i].mid(separator + 1));
        if (base::equalInConstantTime(digest, expected) && !found)
            found = i;
    }
    return found;
}

Secret newOneTimeCode(Random &random)
{
    QByteArray digits;
    for (int i = 0; i < 8; ++i)
        digits += char('0' + random.below(10));
    return Secret(std::move(digits));
}

std::optional<Secret> readOneTimeCode(const Secret &typed)
{
    QByteArray digits;
    for (const char c : typed.view()) {
        if (c == ' ')
            continue;
        if (c < '0' || c > '9' || digits.size() == 8) {
            base::wipe(digits);
            return std::nullopt;
        }
        digits += c;
    }
    if (digits.size() != 8) {
        base::wipe(digits);
        return std::nullopt;
    }
    return Secret(std::move(digits));
}

Secret newOneTimePassword(Random &random)
{
    return grouped(random, 4, 4);
}

Secret newSetupCode(Random &random)
{
    const Secret code = grouped(random, 2, 4);
    return Secret(code.view().toByteArray().toUpper());
}

} // namespace authdesk::server::crypto
