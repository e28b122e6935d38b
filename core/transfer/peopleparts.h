// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Cuts what a PeopleReader reads into what one call of an import over HTTP holds. Never more than
// one part is in memory. One thread at a time.
#pragma once

#include "core/transfer/peoplereader.h"

#include <QtCore/QJsonArray>

namespace authdesk::transfer {

/// Where a person stands in the file, and what to call somebody whose row is refused.
struct PersonPlace
{
    int row = 0;  ///< counted from 1 and without headings
    int line = 0; ///< counted from 1; 0: the file is not read by lines
    QString name = {};

    bool operator==(const PersonPlace &) const = default;
};

/// A row that no call can carry.
struct UnsentRow
{
    PersonPlace place;
    QString problem; ///< PersonCells::problem; empty: it is too long for a call

    bool operator==(const UnsentRow &) const = default;
};

struct PeoplePart
{
    QJsonArray people;         ///< as personObject() writes them
    QList<PersonPlace> places; ///< of each of them
    QList<UnsentRow> unsent;
    qint64 bytesRead = 0; ///< of the whole file so far
    bool isLast = false;
};

class PeopleParts final
{
public:
    /// Half of what the server takes, in bytes of JSON.
    static constexpr qsizetype mostBytes = 4 * 1024 * 1024;

    /// `reader` outlives it. `mostRows` counts the unsent too.
    PeopleParts(PeopleReader &reader, qsizetype mostRows);

    /// The next part; after the last one an empty one. Errors as in PeopleReader::next().
    [[nodiscard]] base::Result<PeoplePart> next();

private:
    PeopleReader &m_reader;
    qsizetype m_mostRows;
    /// Read already, and of the next part.
    std::optional<std::pair<QJsonObject, PersonPlace>> m_left;
    qsizetype m_leftBytes = 0;
};

} // namespace authdesk::transfer
