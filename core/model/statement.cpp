// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/statement.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace authdesk::model {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array actionNames{"create", "read",   "update", "delete",
                                 "search", "export", "sync",   "manage"};
constexpr std::array subjectNames{"users",     "roles",     "sessions", "keys",
                                  "audit",     "settings",  "backups",  "archive",
                                  "ingestion", "dashboard", "all"};
constexpr std::array comparisonNames{"$eq", "$ne", "$in", "$nin"};

constexpr QLatin1StringView opening{"${"};
constexpr QLatin1StringView owner{"user."};

template <typename Enum, std::size_t N>
std::optional<Enum> fromName(const std::array<const char *, N> &names, QStringView name)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (name == QLatin1StringView(names[i]))
            return Enum(i);
    }
    return std::nullopt;
}

} // namespace

QLatin1StringView actionName(Action action)
{
    return QLatin1StringView(actionNames[std::size_t(action)]);
}

std::optional<Action> actionFromName(QStringView name)
{
    return fromName<Action>(actionNames, name);
}

QLatin1StringView subjectName(Subject subject)
{
    return QLatin1StringView(subjectNames[std::size_t(subject)]);
}

std::optional<Subject> subjectFromName(QStringView name)
{
    return fromName<Subject>(subjectNames, name);
}

QLatin1StringView comparisonName(Comparison comparison)
{
    return QLatin1StringView(comparisonNames[std::size_t(comparison)]);
}

std::optional<Comparison> comparisonFromName(QStringView name)
{
    return fromName<Comparison>(comparisonNames, name);
}

std::optional<QList<TextPiece>> piecesOf(const QString &text)
{
    QList<TextPiece> pieces;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype begin = text.indexOf(opening, from);
        if (begin != from) {
            const qsizetype end = begin < 0 ? text.size() : begin;
            pieces.append({.text = text.sliced(from, end - from)});
            from = end;
            continue;
        }
        const qsizetype end = text.indexOf(u'}', begin);
        if (end < 0)
            return std::nullopt;
        const QStringView inside = QStringView(text).sliced(begin + 2, end - begin - 2);
        if (!inside.startsWith(owner))
            return std::nullopt;
        const QStringView name = inside.sliced(owner.size());
        const bool isKnown = std::ranges::any_of(
            placeholderNames, [name](QLatin1StringView known) { return name == known; });
        if (!isKnown)
            return std::nullopt;
        pieces.append({.text = name.toString(), .isPlaceholder = true});
        from = end + 1;
    }
    return pieces;
}

bool hasPlaceholder(const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        return std::any_of(items.begin(), items.end(),
                           [](const QJsonValue &item) { return hasPlaceholder(item); });
    }
    return value.isString() && value.toString().contains(opening);
}

} // namespace authdesk::model
