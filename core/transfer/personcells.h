// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A person as a row of a file: which columns there are, and the text in each. What a file holds is
// not judged here. Plain values, any thread.
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <array>
#include <optional>

namespace authdesk::transfer {

/// In the order of a file.
enum class PersonColumn {
    Uid,
    Username,
    Email,
    FirstName,
    LastName,
    Role,   ///< slug, or name
    Status, ///< active or disabled
    ValidUntil,
    MustChangePassword,
    MfaEnabled, ///< told, and not read: factors stay where they are
    CreatedAt,
    LastLoginAt,
    OneTimeExpiresAt, ///< set: `password_hash` is of a one-time password, good until then
    PasswordHash,
};

inline constexpr std::size_t personColumnCount = 14;

[[nodiscard]] QLatin1StringView personColumnName(PersonColumn column); ///< "first_name", …
/// The column that a heading means, in the words that people use: "E-Mail", "Given name".
[[nodiscard]] std::optional<PersonColumn> personColumnOf(const QString &heading);

struct PersonCells
{
    /// Null: the file does not say; empty: it says that there is none.
    std::array<QString, personColumnCount> texts;
    /// Empty, or why the row cannot be read.
    QString problem;
    /// Of the file's rows, counted from 1 and without headings.
    int row = 0;

    [[nodiscard]] const QString &operator[](PersonColumn column) const
    {
        return texts[std::size_t(column)];
    }
    [[nodiscard]] QString &operator[](PersonColumn column) { return texts[std::size_t(column)]; }

    bool operator==(const PersonCells &) const = default;
};

/// With every column but the hashes, or with those too.
enum class HashColumns { No, Yes };
[[nodiscard]] QStringList personHeadings(HashColumns hashes);
[[nodiscard]] QStringList personLine(const PersonCells &cells, HashColumns hashes);
/// What is not said is left out; what is empty is null.
[[nodiscard]] QJsonObject personObject(const PersonCells &cells);
/// `ignored` gets the names that mean nothing.
[[nodiscard]] PersonCells cellsOf(const QJsonObject &object, QStringList &ignored);

} // namespace authdesk::transfer
