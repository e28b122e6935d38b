// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which language an answer speaks, by the header Accept-Language (RFC 9110 §12.5.4). Pure
// functions, any thread.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <optional>

namespace authdesk::server::text {

struct LanguageRange
{
    QByteArray range;       ///< in lower case: "de-at", or "*"
    int thousandths = 1000; ///< its quality value; 0: not wanted

    bool operator==(const LanguageRange &) const = default;
};

/// The ranges in the order of the header. Empty for a header that names none; nullopt for one that
/// breaks the grammar, is longer than 1,024 bytes or names more than 32 ranges.
[[nodiscard]] std::optional<QList<LanguageRange>> parseAcceptLanguage(QByteArrayView header);

/// The one of the `spoken` languages (lower-case tags, the one to fall back on first) that the
/// header asks for most: a range finds the language that it is or begins with ("de-AT" finds "de",
/// RFC 4647 §3.4), "*" the first that no other range names, and of equals the earlier range wins.
/// The first one where the header asks for none of them, or is not readable.
[[nodiscard]] QByteArray bestLanguage(QByteArrayView header, const QList<QByteArray> &spoken);

} // namespace authdesk::server::text
