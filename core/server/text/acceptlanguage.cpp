// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/text/acceptlanguage.h"

#include <algorithm>

namespace authdesk::server::text {

namespace {

constexpr qsizetype longestHeader = 1024;
constexpr qsizetype mostRanges = 32;
constexpr qsizetype longestSubtag = 8;
constexpr int wholeQuality = 1000;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Without the blanks and tabs that may stand around a part; no other character is one.
QByteArrayView bare(QByteArrayView text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

/// What stands before the next `separator`, which is taken along; the whole where there is none.
QByteArrayView takeUpTo(QByteArrayView &rest, char separator)
{
    const qsizetype end = rest.indexOf(separator);
    const QByteArrayView part = end < 0 ? rest : rest.first(end);
    rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    return part;
}

/// RFC 4647 §2.1: letters, then parts of letters and digits, each of at most eight.
bool isRange(QByteArrayView text)
{
    if (text == "*")
        return true;
    if (text.isEmpty() || text.endsWith('-'))
        return false;
    bool isFirst = true;
    while (!text.isEmpty()) {
        const QByteArrayView subtag = takeUpTo(text, '-');
        const bool isWhole = std::all_of(subtag.begin(), subtag.end(), [isFirst](char c) {
            return isLetter(c) || (!isFirst && isDigit(c));
        });
        if (subtag.isEmpty() || subtag.size() > longestSubtag || !isWhole)
            return false;
        isFirst = false;
    }
    return true;
}

/// RFC 9110 §12.4.2: 0 to 1 with at most three decimals, in thousandths.
std::optional<int> readQuality(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 5 || (text.front() != '0' && text.front() != '1')
        || (text.size() > 1 && text[1] != '.'))
        return std::nullopt;
    int thousandths = (text.front() - '0') * wholeQuality;
    int worth = wholeQuality / 10;
    for (const char digit : text.sliced(std::min<qsizetype>(2, text.size()))) {
        if (!isDigit(digit))
            return std::nullopt;
        thousandths += (digit - '0') * worth;
        worth /= 10;
    }
    return thousandths <= wholeQuality ? std::optional(thousandths) : std::nullopt;
}

std::optional<LanguageRange> readRange(QByteArrayView element)
{
    const bool hasWeight = element.contains(';');
    const QByteArrayView range = bare(takeUpTo(element, ';'));
    if (!isRange(range))
        return std::nullopt;
    LanguageRange read{.range = range.toByteArray().toLower()};
    if (!hasWeight)
        return read;
    const QByteArrayView weight = bare(element);
    if (weight.size() < 2 || (weight[0] != 'q' && weight[0] != 'Q') || weight[1] != '=')
        return std::nullopt;
    const std::optional<int> quality = readQuality(weight.sliced(2));
    if (!quality)
        return std::nullopt;
    read.thousandths = *quality;
    return read;
}

bool finds(const LanguageRange &range, const QByteArray &language)
{
    return range.range == language
           || (range.range.startsWith(language) && range.range[language.size()] == '-');
}

} // namespace

std::optional<QList<LanguageRange>> parseAcceptLanguage(QByteArrayView header)
{
    if (header.size() > longestHeader)
        return std::nullopt;
    QList<LanguageRange> ranges;
    while (!header.isEmpty()) {
        const QByteArrayView element = bare(takeUpTo(header, ','));
        // A recipient has to bear with empty elements (RFC 9110 §5.6.1.2).
        if (element.isEmpty())
            continue;
        std::optional<LanguageRange> range = readRange(element);
        if (!range || ranges.size() == mostRanges)
            return std::nullopt;
        ranges.append(*std::move(range));
    }
    return ranges;
}

QByteArray bestLanguage(QByteArrayView header, const QList<QByteArray> &spoken)
{
    const auto ranges = parseAcceptLanguage(header);
    if (!ranges || spoken.isEmpty())
        return spoken.value(0);
    const auto isNamed = [&ranges](const QByteArray &language) {
        return std::ranges::any_of(
            *ranges, [&language](const LanguageRange &range) { return finds(range, language); });
    };
    const auto isRefused = [&ranges](const QByteArray &language) {
        return ranges->contains(LanguageRange{.range = language, .thousandths = 0});
    };
    QByteArray best = spoken.first();
    int bestQuality = 0;
    for (const LanguageRange &range : *ranges) {
        if (range.thousandths <= bestQuality)
            continue;
        const auto found = std::ranges::find_if(spoken, [&](const QByteArray &language) {
            return range.range == "*" ? !isNamed(language)
                                      : finds(range, language) && !isRefused(language);
        });
        if (found != spoken.end()) {
            best = *found;
            bestQuality = range.thousandths;
        }
    }
    return best;
}

} // namespace authdesk::server::text
