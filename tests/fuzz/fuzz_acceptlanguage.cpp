// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Accept-Language as clients could send it.
#include "core/server/text/acceptlanguage.h"

#include <cstdlib>

using namespace authdesk::server::text;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray header(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto require = [](bool holds) {
        if (!holds)
            std::abort();
    };
    const QList<QByteArray> spoken{"en", "de"};
    const QByteArray best = bestLanguage(header, spoken);
    require(spoken.contains(best));
    const auto ranges = parseAcceptLanguage(header);
    if (!ranges) {
        require(best == spoken.first());
        return 0;
    }
    require(header.size() <= 1024 && ranges->size() <= 32);
    QByteArray again;
    bool isWanted = false;
    for (const LanguageRange &range : *ranges) {
        require(!range.range.isEmpty() && range.range == range.range.toLower()
                && range.thousandths >= 0 && range.thousandths <= 1000);
        isWanted = isWanted || (range.range.startsWith('d') && range.thousandths > 0)
                   || (range.range == "*" && range.thousandths > 0);
        const QByteArray decimals = QByteArray::number(range.thousandths).rightJustified(3, '0');
        again += range.range + (range.thousandths == 1000 ? ";q=1" : ";q=0." + decimals) + ',';
    }
    require(isWanted || best == spoken.first());
    // What was read, written down again, is read alike, where it is not too long by then.
    require(again.size() > 1024 || parseAcceptLanguage(again) == ranges);
    return 0;
}
