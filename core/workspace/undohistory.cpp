// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/workspace/undohistory.h"

#include "core/base/whenanswered.h"

#include <algorithm>

namespace authdesk::workspace {

using base::ErrorCode;
using model::UserStatus;

namespace {

template <typename T>
std::optional<T> backTo(const T &before, const T &after)
{
    return before == after ? std::nullopt : std::optional<T>(before);
}

/// Locked and invited come from what happened to a person, and an account that ended counts as
/// disabled; only disabled by somebody is a choice.
bool isDisabledByChoice(const model::User &user, const QDateTime &now)
{
    return user.status == UserStatus::Disabled && !(user.validUntil && *user.validUntil <= now);
}

std::optional<UserStatus> statusBack(const model::User &before, const model::User &after,
                                     const QDateTime &now)
{
    const bool was = isDisabledByChoice(before, now);
    const bool is = isDisabledByChoice(after, now);
    if (was == is)
        return std::nullopt;
    return was ? UserStatus::Disabled : UserStatus::Active;
}

gateway::UserChange changeBack(const model::User &before, const model::User &after,
                               const QDateTime &now)
{
    return {.username = backTo(before.username, after.username),
            .email = backTo(before.email.value_or(QString()), after.email.value_or(QString())),
            .firstName = backTo(before.firstName, after.firstName),
            .lastName = backTo(before.lastName, after.lastName),
            .roleSlug = backTo(before.role.slug, after.role.slug),
            .status = statusBack(before, after, now),
            .validUntil = backTo(before.validUntil, after.validUntil)};
}

} // namespace

UndoHistory::UndoHistory(gateway::UsersGateway *users, QObject *parent)
    : QObject(parent)
    , m_users(users)
{
}

bool UndoHistory::recordTogether(const QList<Change> &changes, const QDateTime &now)
{
    const quint64 together = m_lastId + 1;
    bool isAny = false;
    for (const Change &change : changes) {
        if (!record(change.before, change.after, now))
            continue;
        m_entries.last().together = together;
        isAny = true;
    }
    return isAny;
}

bool UndoHistory::record(const model::User &before, const model::User &after, const QDateTime &now)
{
    const gateway::UserChange back = changeBack(before, after, now);
    if (!m_users || after.version <= 0 || before.id != after.id || back == gateway::UserChange{})
        return false;
    m_entries.removeIf([&now](const Entry &entry) { return entry.until <= now; });
    m_entries.append({.id = ++m_lastId,
                      .before = before,
                      .after = after,
                      .back = back,
                      .until = now.addSecs(keptSeconds)});
    Q_EMIT changed();
    return true;
}

std::optional<UndoHistory::Entry> UndoHistory::newest(const QDateTime &now) const
{
    if (m_entries.isEmpty() || m_entries.last().until <= now)
        return std::nullopt;
    return m_entries.last();
}

void UndoHistory::undoNewest(const QDateTime &now)
{
    const std::optional<Entry> entry = newest(now);
    if (!entry)
        return;
    QList<Entry> back;
    do {
        back.append(m_entries.takeLast());
    } while (entry->together != 0 && !m_entries.isEmpty()
             && m_entries.last().together == entry->together);
    if (entry->together != 0)
        m_together.insert(entry->together, {.answers = back.size()});
    Q_EMIT changed();
    for (const Entry &one : std::as_const(back))
        takeBack(one);
}

void UndoHistory::takeBack(const Entry &entry)
{
    base::whenAnswered(
        m_users->update(entry.after.id, entry.back, entry.after.version), this,
        [this, entry, generation = m_generation](const base::Result<model::User> &answer) {
            if (generation != m_generation)
                return;
            if (answer)
                succeed(entry, *answer);
            else
                fail(entry, answer.error());
            countTogether(entry, answer.has_value());
        });
}

void UndoHistory::countTogether(const Entry &entry, bool isUndone)
{
    const auto missing = m_together.find(entry.together);
    if (missing == m_together.end())
        return;
    missing->undone += isUndone ? 1 : 0;
    if (--missing->answers > 0)
        return;
    const int undone = missing->undone;
    m_together.erase(missing);
    if (undone > 0)
        Q_EMIT undoneTogether(undone);
}

void UndoHistory::clear()
{
    ++m_generation;
    m_entries.clear();
    m_together.clear();
    Q_EMIT changed();
}

void UndoHistory::succeed(const Entry &entry, const model::User &now)
{
    // The change before this one left what the person is again, under a newer version.
    for (Entry &earlier : m_entries) {
        if (earlier.after.id == now.id && earlier.after.version == entry.before.version)
            earlier.after.version = now.version;
    }
    Q_EMIT undone(entry.after, now);
}

void UndoHistory::fail(const Entry &entry, const base::Error &why)
{
    if (why.code != ErrorCode::VersionConflict && why.code != ErrorCode::NotFound) {
        const auto place = std::ranges::find_if(
            m_entries, [&entry](const Entry &other) { return other.id > entry.id; });
        m_entries.insert(place, entry);
        Q_EMIT changed();
    }
    Q_EMIT refused(entry.after, why);
}

} // namespace authdesk::workspace
