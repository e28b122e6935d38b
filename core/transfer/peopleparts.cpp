// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/peopleparts.h"

#include "core/transfer/jsonitems.h"

#include <QtCore/QJsonDocument>

namespace authdesk::transfer {

namespace {

QString nameOf(const PersonCells &cells)
{
    for (const PersonColumn column :
         {PersonColumn::Username, PersonColumn::Email, PersonColumn::Uid}) {
        if (!cells[column].isEmpty())
            return cells[column];
    }
    return {};
}

} // namespace

PeopleParts::PeopleParts(PeopleReader &reader, qsizetype mostRows)
    : m_reader(reader)
    , m_mostRows(mostRows)
{
}

base::Result<PeoplePart> PeopleParts::next()
{
    PeoplePart part;
    qsizetype bytes = 0;
    const auto take = [&part, &bytes](std::pair<QJsonObject, PersonPlace> one, qsizetype size) {
        part.people.append(one.first);
        part.places.append(std::move(one.second));
        bytes += size;
    };
    if (m_left)
        take(*std::exchange(m_left, std::nullopt), m_leftBytes);
    while (part.people.size() + part.unsent.size() < m_mostRows) {
        const auto read = m_reader.next();
        if (!read)
            return base::fail(read.error());
        if (!*read) {
            part.isLast = true;
            break;
        }
        const PersonCells &cells = **read;
        PersonPlace place{.row = cells.row, .line = m_reader.line(), .name = nameOf(cells)};
        if (!cells.problem.isEmpty()) {
            part.unsent.append({.place = std::move(place), .problem = cells.problem});
            continue;
        }
        QJsonObject object = personObject(cells);
        const qsizetype size = QJsonDocument(object).toJson(QJsonDocument::Compact).size();
        // The server takes no longer ones, and would refuse the whole call.
        if (size > JsonItems::longestItem) {
            part.unsent.append({.place = std::move(place), .problem = {}});
            continue;
        }
        if (bytes + size > mostBytes) {
            m_left.emplace(std::move(object), std::move(place));
            m_leftBytes = size;
            break;
        }
        take({std::move(object), std::move(place)}, size);
    }
    part.bytesRead = m_reader.bytesRead();
    return part;
}

} // namespace authdesk::transfer
