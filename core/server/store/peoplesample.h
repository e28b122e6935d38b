// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Some people of the database, spread over all of it, by which a list is planned: whether so many
// meet a condition that nobody needs to be counted, and which three letters stand in so many names
// and addresses (".com" stands in nearly everybody's) that SQLite's index of trigrams answers
// slowly for them. Looked at anew from time to time; it decides how something is found, never what.
// One for each connection, in its thread. Only inside this room.
#pragma once

#include <QtCore/QList>
#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace authdesk::server::store {

class Connection;

class PeopleSample final
{
public:
    struct Person
    {
        qint64 id = 0;
        QString texts; ///< name, username and address as they are searched, on a line each
        qint64 roleId = 0;
        int status = 0; ///< as it is stored
        bool hasSecondFactor = false;
    };
    using Condition = std::function<bool(const Person &)>;
    /// How many of these people meet the condition now.
    using Recount = std::function<qint64(const std::vector<qint64> &ids)>;

    /// About how many meet a condition, where it is beyond doubt that they are more than `count`;
    /// some who met it are looked at again.
    [[nodiscard]] std::optional<qint64> moreThan(qint64 count, Connection &connection,
                                                 const Condition &condition,
                                                 const Recount &recount);

    /// The parts of `search`, which is folded and has at least three letters, that are left without
    /// its common trigrams: whoever holds `search` holds all of them. Empty where none is common,
    /// or all are.
    [[nodiscard]] QStringList rareParts(Connection &connection, const QString &search);

    /// Whether nothing of `search` is rare.
    [[nodiscard]] bool isCommon(Connection &connection, const QString &search);

private:
    void keepUpToDate(Connection &connection);
    void learn(Connection &connection);

    /// Of every `step`th who was looked at.
    void learnCommon(qsizetype step);

    QList<Person> m_people;
    qint64 m_count = 0; ///< about how many there are in all
    QSet<QString> m_common;
    int m_looksLeft = 0; ///< until it learns anew
};

} // namespace authdesk::server::store
