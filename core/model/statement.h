// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A statement of a policy: which actions on which subjects it allows or forbids, where, and for
// which fields. Plain values; core/policy decides by them, statementjson.h reads and writes them.
#pragma once

#include <QtCore/QJsonValue>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <array>
#include <optional>

namespace authdesk::model {

/// What a statement lets people do. `Manage` covers every other action.
enum class Action { Create, Read, Update, Delete, Search, Export, Sync, Manage };

/// What it lets them do it to: ours, then OpenArchiver's. `All` covers every other subject.
enum class Subject {
    Users,
    Roles,
    Sessions,
    Keys,
    Audit,
    Settings,
    Backups,
    Archive,
    Ingestion,
    Dashboard,
    All
};

[[nodiscard]] QLatin1StringView actionName(Action action); ///< "create", …
[[nodiscard]] std::optional<Action> actionFromName(QStringView name);
[[nodiscard]] QLatin1StringView subjectName(Subject subject); ///< "users", …
[[nodiscard]] std::optional<Subject> subjectFromName(QStringView name);

/// How a condition compares, as CASL and MongoDB have it.
enum class Comparison { Equal, NotEqual, In, NotIn };

[[nodiscard]] QLatin1StringView comparisonName(Comparison comparison); ///< "$eq", …
[[nodiscard]] std::optional<Comparison> comparisonFromName(QStringView name);

/// One thing that must be true of a resource.
struct Condition
{
    QString field; ///< dots lead into nested objects: "ingestionSource.userId"
    Comparison comparison = Comparison::Equal;
    /// Text, number, bool, null or a list of these; always a list for In and NotIn. Text may hold
    /// placeholders: "${user.id}". Undefined, where a placeholder has no value, equals nothing.
    QJsonValue value;

    bool operator==(const Condition &) const = default;
};

struct Statement
{
    QList<Action> actions;
    QList<Subject> subjects;
    bool inverted = false; ///< forbids instead; a later statement wins over an earlier one
    QList<Condition> conditions = {}; ///< all of them must be true; none: of every resource
    QStringList fields = {};          ///< only these of the resource; empty: all of it
    QString reason = {};              ///< why it is there, for people

    bool operator==(const Statement &) const = default;
};

/// The attributes of the asking person that a placeholder may name: "${user.id}".
inline constexpr std::array placeholderNames{
    QLatin1StringView("id"),    QLatin1StringView("uid"),        QLatin1StringView("username"),
    QLatin1StringView("email"), QLatin1StringView("first_name"), QLatin1StringView("last_name"),
    QLatin1StringView("role"),
};

/// A piece of a text with placeholders: plain text, or the name of an attribute.
struct TextPiece
{
    QString text;
    bool isPlaceholder = false;

    bool operator==(const TextPiece &) const = default;
};

/// The text in pieces, none of them empty; nullopt where "${" begins nothing that is known.
[[nodiscard]] std::optional<QList<TextPiece>> piecesOf(const QString &text);
/// Whether a condition's value holds a placeholder.
[[nodiscard]] bool hasPlaceholder(const QJsonValue &value);

} // namespace authdesk::model
