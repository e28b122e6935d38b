// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a row of a file asks for, its cells understood; and the cells that say what a person is.
// Plain values, any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/user.h"
#include "core/transfer/personcells.h"

#include <QtCore/QDateTime>

namespace authdesk::transfer {

/// How many rows one call may hold.
inline constexpr qsizetype mostRowsAtOnce = 5000;

/// An absent member is not spoken of: as it is, or as usual.
struct PersonRow
{
    int row = 0;
    QString uid = {}; ///< empty: none; a UUID without braces, lower case
    std::optional<QString> username = {};
    std::optional<QString> email = {}; ///< empty text: none
    std::optional<QString> firstName = {};
    std::optional<QString> lastName = {};
    QString role = {}; ///< slug or name; empty: not spoken of
    std::optional<bool> disabled = {};
    std::optional<std::optional<QDateTime>> validUntil = {}; ///< inner none: no end
    std::optional<bool> mustChangePassword = {};
    std::optional<QDateTime> createdAt = {};
    std::optional<QDateTime> lastLoginAt = {};
    QByteArray passwordHash = {};
    std::optional<QDateTime> oneTimeExpiresAt = {};
    QList<base::FieldError> problems = {}; ///< of the cells that say nothing that can be meant
};

[[nodiscard]] PersonRow rowOf(const PersonCells &cells);
[[nodiscard]] QList<PersonRow> rowsOf(const QList<PersonCells> &people);

/// What is kept of a person beside what a model::User tells.
struct PersonSecrets
{
    bool disabled = false; ///< by somebody, whatever else keeps the person out
    QByteArray passwordHash = {};
    std::optional<QDateTime> oneTimeExpiresAt = {};
};
/// rowOf() understands it again.
[[nodiscard]] PersonCells cellsOf(const model::User &user, const PersonSecrets &secrets,
                                  HashColumns hashes);

} // namespace authdesk::transfer
