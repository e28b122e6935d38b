// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Signed tokens as anyone could send them: raw bytes, and bytes behind the header of a key of ours,
// signed by it, which only whoever holds the key can send.
#include "core/server/crypto/jwt.h"

#include <cstdlib>

using namespace authdesk;
using namespace authdesk::server::crypto;

namespace {

class SameBytes final : public base::Random
{
public:
    [[nodiscard]] QByteArray bytes(qsizetype count) override { return {count, '\x5a'}; }
};

const std::shared_ptr<const SigningKey> &ourKey()
{
    static SameBytes random;
    static const auto key =
        std::make_shared<const SigningKey>(SigningKey::generate(SigningAlgorithm::Hs256, random));
    return key;
}

base::Result<JwtClaims> readBack(QByteArrayView token)
{
    return readJwt(
        token,
        [](QByteArrayView header) { return header == ourKey()->header() ? ourKey() : nullptr; },
        {.use = TokenUse::Access,
         .now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC),
         .mayHaveExpired = true});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (readBack(bytes))
        std::abort(); // Nobody guesses a signature.
    const auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray text = ourKey()->header() + '.' + bytes.toBase64(base64);
    const QByteArray token = text + '.' + ourKey()->sign(text).toBase64(base64);
    const auto claims = readBack(token);
    // What was understood once is understood again.
    if (claims && readBack(signJwt(*ourKey(), *claims).view()) != claims)
        std::abort();
    return 0;
}
