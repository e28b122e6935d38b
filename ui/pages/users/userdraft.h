// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A person's profile as somebody edits it, and what two people made of the same one. Plain values.
#pragma once

#include "core/gateway/usersgateway.h"

namespace authdesk::ui::pages::users {

struct UserDraft
{
    QString username;
    QString email;
    QString firstName;
    QString lastName;
    QString roleSlug;
    bool disabled = false;
    std::optional<QDateTime> validUntil = {}; ///< UTC; none: no end

    bool operator==(const UserDraft &) const = default;
};

[[nodiscard]] UserDraft draftOf(const model::User &user);

/// Only what is different, so that a save never touches what nobody edited.
[[nodiscard]] gateway::UserChange changeBetween(const UserDraft &from, const UserDraft &to);

enum class DraftField { Username, Email, FirstName, LastName, Role, Status, ValidUntil };

/// One field that both sides may have changed.
struct DraftDifference
{
    DraftField field = DraftField::Username;
    bool mineChanged = false;   ///< different from what I started with
    bool theirsChanged = false; ///< different from what I started with

    bool operator==(const DraftDifference &) const = default;
};

/// Somebody saved while I was editing.
struct DraftConflict
{
    model::User theirs; ///< what the server holds now
    UserDraft base;     ///< what I started with
    UserDraft mine;

    /// The fields in which mine and theirs differ, in the order of the form.
    [[nodiscard]] QList<DraftDifference> differences() const;
};

/// Takes one field of `from` over into `to`.
void takeField(DraftField field, const UserDraft &from, UserDraft &to);

} // namespace authdesk::ui::pages::users
