// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said about an import: what is wrong with a file, why a row is refused, what it came to.
// Pure functions.
#pragma once

#include "core/model/importreport.h"

namespace authdesk::ui::pages::users {

/// What ImportSource says beside what the readers of core/transfer do.
inline constexpr QLatin1StringView noFileMessage("This is no file. Choose a file.");
inline constexpr QLatin1StringView unreadableMessage("This file cannot be read: %1.");
inline constexpr QLatin1StringView
    changedMessage("This file is another one than when it was checked. Check it again.");
inline constexpr QLatin1StringView tooLongMessage("This row is longer than the server takes.");

/// An English sentence of the readers in the language of the window; as it is where it is none.
[[nodiscard]] QString importProblem(const QString &english);
/// What is wrong with the source or the connection, for people.
[[nodiscard]] QString importErrorText(const base::Error &error);
/// Why the server refused a row: the column, where one is to blame, and the reason.
[[nodiscard]] QString refusalText(const base::Error &error);

enum class ImportTense {
    WouldBe, ///< after a look
    Is,      ///< after an import
};
/// A line for each kind of result that there is any of; one sentence where there is none at all.
[[nodiscard]] QString countsText(const model::ImportCounts &counts, ImportTense tense);

} // namespace authdesk::ui::pages::users
