// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/userdraft.h"

#include "core/server/service/audittrail.h"
#include "core/server/service/names.h"
#include "core/server/store/folding.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

QJsonValue jsonText(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

QJsonValue jsonTime(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(time->toUTC().toString(Qt::ISODate)) : QJsonValue();
}

void draftNames(UserDraft &draft, const model::User &user, const UserChange &change,
                QList<base::FieldError> &problems)
{
    std::optional<QString> email = user.email;
    if (change.email)
        email = change.email->isEmpty() ? std::nullopt : change.email;
    QString username = change.username.value_or(user.username);
    const bool wasEmail = user.email && store::folded(user.username) == store::folded(*user.email);
    if (!change.username && wasEmail && email)
        username = *email;

    if (email != user.email) {
        if (auto problem = email ? emailProblem(*email) : std::nullopt)
            problems << *problem;
        draft.change.email = email;
        addChange(draft.event, u"email"_s, jsonText(user.email), jsonText(email));
    }
    if (username != user.username || email != user.email) {
        if (auto problem = usernameProblem(username, email))
            problems << *problem;
    }
    if (username != user.username) {
        draft.change.username = username;
        addChange(draft.event, u"username"_s, user.username, username);
    }
}

void draftPersonNames(UserDraft &draft, const model::User &user, const UserChange &change,
                      QList<base::FieldError> &problems)
{
    if (change.firstName && *change.firstName != user.firstName) {
        if (auto problem = personNameProblem("first_name"_L1, *change.firstName))
            problems << *problem;
        draft.change.firstName = change.firstName;
        addChange(draft.event, u"first_name"_s, user.firstName, *change.firstName);
    }
    if (change.lastName && *change.lastName != user.lastName) {
        if (auto problem = personNameProblem("last_name"_L1, *change.lastName))
            problems << *problem;
        draft.change.lastName = change.lastName;
        addChange(draft.event, u"last_name"_s, user.lastName, *change.lastName);
    }
}

void draftStanding(UserDraft &draft, const store::UserRecord &person, const UserChange &change,
                   const QDateTime &now, QList<base::FieldError> &problems)
{
    draft.disabledAfter = person.disabledAt.has_value();
    draft.validUntilAfter = person.user.validUntil;
    if (change.status) {
        if (auto problem = statusProblem(*change.status))
            problems << *problem;
        const bool disable = *change.status == model::UserStatus::Disabled;
        // Locked and invited people are active in this sense: only the switch itself counts.
        if (disable != draft.disabledAfter) {
            draft.change.disabled = disable;
            draft.disabledAfter = disable;
            draft.touchesStanding = true;
            draft.endsSessions |= disable;
            addChange(draft.event, u"status"_s, disable ? u"active"_s : u"disabled"_s,
                      disable ? u"disabled"_s : u"active"_s);
        }
    }
    if (change.validUntil && *change.validUntil != person.user.validUntil) {
        draft.change.validUntil = change.validUntil;
        draft.validUntilAfter = *change.validUntil;
        draft.touchesStanding = true;
        // A later end lets the person sign in again; tokens from before the old one stay dead.
        const bool hadEnded = person.user.validUntil && *person.user.validUntil <= now;
        draft.endsSessions |= hadEnded || (draft.validUntilAfter && *draft.validUntilAfter <= now);
        addChange(draft.event, u"valid_until"_s, jsonTime(person.user.validUntil),
                  jsonTime(draft.validUntilAfter));
    }
}

} // namespace

base::Result<UserDraft> draftOf(const store::UserRecord &person, const UserChange &change,
                                const QDateTime &now)
{
    UserDraft draft;
    QList<base::FieldError> problems;
    draftNames(draft, person.user, change, problems);
    draftPersonNames(draft, person.user, change, problems);
    draftStanding(draft, person, change, now, problems);
    if (!problems.isEmpty()) {
        return base::fail(base::Error{.code = base::ErrorCode::InvalidFields,
                                      .message = problems.first().message,
                                      .fields = problems});
    }
    return draft;
}

std::optional<base::FieldError> statusProblem(model::UserStatus status)
{
    if (status == model::UserStatus::Active || status == model::UserStatus::Disabled)
        return std::nullopt;
    return base::FieldError{.field = u"status"_s,
                            .code = u"invalid"_s,
                            .message = u"Only active and disabled can be set."_s};
}

} // namespace authdesk::server::service
