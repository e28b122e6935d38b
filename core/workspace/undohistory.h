// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was changed in people's accounts during the last ten minutes and can be taken back, newest
// first. Taking back is a change like any other and names the version that the change left, so it
// never overwrites what somebody did since. Window thread; owned by OpenServer.
#pragma once

#include "core/gateway/usersgateway.h"

#include <QtCore/QHash>
#include <QtCore/QObject>

namespace authdesk::workspace {

class UndoHistory final : public QObject
{
    Q_OBJECT

public:
    static constexpr int keptSeconds = 10 * 60;

    struct Entry
    {
        quint64 id = 0; ///< never used twice
        model::User before;
        model::User after;
        gateway::UserChange back; ///< what makes `before` of `after`
        QDateTime until;          ///< UTC
        quint64 together = 0;     ///< the same of those that go back together; 0: alone
    };
    struct Change
    {
        model::User before;
        model::User after;
        bool operator==(const Change &) const = default;
    };

    /// `users`: null where the server has no list of people; then nothing is recorded.
    explicit UndoHistory(gateway::UsersGateway *users, QObject *parent = nullptr);

    /// Remembers a change that the server has answered. False, and nothing is remembered, where
    /// there is nothing to take back or the server tells no version that could guard it.
    bool record(const model::User &before, const model::User &after, const QDateTime &now);
    /// The same of several people who are taken back together; those with nothing to take back are
    /// left out. False where that is all of them.
    bool recordTogether(const QList<Change> &changes, const QDateTime &now);
    /// What undoNewest() would take back; nothing where nothing is left or its time is over.
    [[nodiscard]] std::optional<Entry> newest(const QDateTime &now) const;
    /// undone() or refused() follows for each that goes back, unless there is nothing.
    void undoNewest(const QDateTime &now);
    /// Forgets everything: somebody else may sign in next.
    void clear();

Q_SIGNALS:
    /// newest() is different.
    void changed();
    /// Taken back; `now` is what the server holds.
    void undone(const authdesk::model::User &changed, const authdesk::model::User &now);
    /// Of several that went back together: how many did. After the last undone() or refused().
    void undoneTogether(int count);
    /// Not taken back. After VersionConflict and NotFound it cannot be any more; otherwise it may
    /// be tried again.
    void refused(const authdesk::model::User &person, const authdesk::base::Error &why);

private:
    void takeBack(const Entry &entry);
    void countTogether(const Entry &entry, bool isUndone);
    void succeed(const Entry &entry, const model::User &now);
    void fail(const Entry &entry, const base::Error &why);

    gateway::UsersGateway *m_users;
    QList<Entry> m_entries; ///< oldest first
    struct Missing
    {
        qsizetype answers = 0;
        int undone = 0;
    };
    QHash<quint64, Missing> m_together; ///< under way
    quint64 m_lastId = 0;
    quint64 m_generation = 0; ///< grows with clear(): older answers are dropped
};

} // namespace authdesk::workspace
