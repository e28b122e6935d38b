// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/userdraft.h"

#include <array>

namespace authdesk::ui::pages::users {

namespace {

constexpr std::array draftFields{DraftField::Username,  DraftField::Email, DraftField::FirstName,
                                 DraftField::LastName,  DraftField::Role,  DraftField::Status,
                                 DraftField::ValidUntil};

bool isSame(DraftField field, const UserDraft &left, const UserDraft &right)
{
    UserDraft changed = left;
    takeField(field, right, changed);
    return changed == left;
}

} // namespace

UserDraft draftOf(const model::User &user)
{
    return {.username = user.username,
            .email = user.email.value_or(QString()),
            .firstName = user.firstName,
            .lastName = user.lastName,
            .roleSlug = user.role.slug,
            .disabled = user.status == model::UserStatus::Disabled,
            .validUntil = user.validUntil};
}

gateway::UserChange changeBetween(const UserDraft &from, const UserDraft &to)
{
    gateway::UserChange change;
    if (from.username != to.username)
        change.username = to.username;
    if (from.email != to.email)
        change.email = to.email;
    if (from.firstName != to.firstName)
        change.firstName = to.firstName;
    if (from.lastName != to.lastName)
        change.lastName = to.lastName;
    if (from.roleSlug != to.roleSlug)
        change.roleSlug = to.roleSlug;
    if (from.disabled != to.disabled)
        change.status = to.disabled ? model::UserStatus::Disabled : model::UserStatus::Active;
    if (from.validUntil != to.validUntil)
        change.validUntil = to.validUntil;
    return change;
}

void takeField(DraftField field, const UserDraft &from, UserDraft &to)
{
    switch (field) {
    case DraftField::Username:
        to.username = from.username;
        return;
    case DraftField::Email:
        to.email = from.email;
        return;
    case DraftField::FirstName:
        to.firstName = from.firstName;
        return;
    case DraftField::LastName:
        to.lastName = from.lastName;
        return;
    case DraftField::Role:
        to.roleSlug = from.roleSlug;
        return;
    case DraftField::Status:
        to.disabled = from.disabled;
        return;
    case DraftField::ValidUntil:
        to.validUntil = from.validUntil;
        return;
    }
    Q_UNREACHABLE();
}

QList<DraftDifference> DraftConflict::differences() const
{
    const UserDraft now = draftOf(theirs);
    QList<DraftDifference> found;
    for (const DraftField field : draftFields) {
        if (isSame(field, mine, now))
            continue;
        found.append({.field = field,
                      .mineChanged = !isSame(field, base, mine),
                      .theirsChanged = !isSame(field, base, now)});
    }
    return found;
}

} // namespace authdesk::ui::pages::users
