// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which three letters stand in so many people's names and addresses (".com" stands in nearly
// everybody's) that SQLite's index of trigrams answers slowly for them. Learned from some people of
// the database, and anew from time to time; it decides how quickly something is found, never what.
// One for each connection, in its thread. Only inside this room.
#pragma once

#include <QtCore/QSet>
#include <QtCore/QStringList>

namespace authdesk::server::store {

class Connection;

class CommonTrigrams final
{
public:
    /// The parts of `search`, which is folded and has at least three letters, that are left without
    /// its common trigrams: whoever holds `search` holds all of them. Empty where none is common,
    /// or all are.
    [[nodiscard]] QStringList rareParts(Connection &connection, const QString &search);

    /// Whether nothing of `search` is rare.
    [[nodiscard]] bool isCommon(Connection &connection, const QString &search);

private:
    void keepUpToDate(Connection &connection);
    void learn(Connection &connection);

    QSet<QString> m_common;
    int m_looksLeft = 0; ///< until it learns anew
};

} // namespace authdesk::server::store
