// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Wrong guesses in a row, by kind and hashed name, for names that exist and names that do not; and
// the addresses a person is known from. Used inside Database::read() and write().
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QString>

#include <optional>

namespace authdesk::server::store {

class Connection;

enum class ThrottleKind { Password, Code };

struct ThrottleState
{
    int failures = 0; ///< in a row
    std::optional<QDateTime> lockedUntil = {};
    bool lockedForGood = false;

    [[nodiscard]] bool isLocked(const QDateTime &now) const
    {
        return lockedForGood || (lockedUntil && *lockedUntil > now);
    }
};

/// Whose guesses: a hash of the name and, when it is somebody's, the person, whose status then
/// shows the lock.
struct ThrottleKey
{
    ThrottleKind kind = ThrottleKind::Password;
    QByteArray nameHash = {};
    std::optional<qint64> userId = {};
};

/// What stands against a guess for a name that comes from an address.
struct ThrottleStanding
{
    ThrottleState whole = {}; ///< of the name
    ThrottleState own = {};   ///< of the name from this address
    bool isKnownAddress = false;
};

class ThrottleRepository final
{
public:
    explicit ThrottleRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    [[nodiscard]] ThrottleState find(const ThrottleKey &key);
    /// `ownHash`: the name's hash with the address; `since`: how old a sign-in from it may be.
    [[nodiscard]] ThrottleStanding standing(const ThrottleKey &key, const QByteArray &ownHash,
                                            const QString &address, const QDateTime &since);
    /// Counts a guess as wrong; the state with it counted.
    [[nodiscard]] ThrottleState countFailure(const ThrottleKey &key, const QDateTime &now);
    /// Takes one counted guess back.
    void giveBack(const ThrottleKey &key);
    void lockUntil(const ThrottleKey &key, const QDateTime &until, const QDateTime &now);
    void lockForGood(const ThrottleKey &key, const QDateTime &now);
    /// No failures, no lock.
    void reset(const ThrottleKey &key, const QDateTime &now);
    /// The person's own row of a kind; what known addresses have beside it does not count.
    [[nodiscard]] ThrottleState findForUser(ThrottleKind kind, qint64 userId);
    /// Both kinds of one person.
    void resetForUser(qint64 userId, const QDateTime &now);
    /// Forgets names that are not locked and had no guess since.
    qint64 removeOlderThan(const QDateTime &time, const QDateTime &now);

    /// Remembers that the person signed in from here.
    void rememberAddress(qint64 userId, const QString &address, const QDateTime &now);

private:
    Connection &m_connection;
};

} // namespace authdesk::server::store
