// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/userrows.h"

#include <QtCore/QSet>

#include <algorithm>
#include <span>

namespace authdesk::ui::pages::users {

const model::User *UserRows::personAt(int row) const
{
    const int place = row - m_firstKept;
    return place >= 0 && place < m_kept.size() ? &m_kept.at(place) : nullptr;
}

QList<model::User> UserRows::fresh(const QList<model::User> &people) const
{
    QSet<qint64> wanted;
    for (const model::User &person : people)
        wanted.insert(person.id);
    for (const model::User &kept : m_kept)
        wanted.remove(kept.id);
    QList<model::User> found;
    for (const model::User &person : people) {
        if (wanted.contains(person.id))
            found.append(person);
    }
    return found;
}

void UserRows::reset(const QList<model::User> &people, const QString &next)
{
    *this = {};
    append({}, people, next);
}

void UserRows::append(const QString &cursor, const QList<model::User> &people, const QString &next)
{
    const int first = size();
    m_nextCursor = next;
    if (people.isEmpty())
        return;
    m_pages.append({.cursor = cursor, .first = first, .count = int(people.size())});
    for (const model::User &person : people)
        m_ids.append(person.id);
    keep(first, people);
}

void UserRows::putBack(int row, const QList<model::User> &people, const QString &next)
{
    const qsizetype index = pageIndexOf(row);
    const Page page = m_pages.at(index);
    const auto ids =
        std::span<const qint64>(m_ids).subspan(std::size_t(page.first), std::size_t(page.count));
    const bool isSame = std::ranges::equal(people, ids, {}, &model::User::id);
    if (!isSame) {
        // Those kept may have moved along, or stand in another order by now.
        m_kept.clear();
        exchangeIds(page.first, page.count, people);
        m_pages[index].count = int(people.size());
        movePages(index + 1, int(people.size()) - page.count);
    }
    keep(page.first, people);
    chain(index, next);
}

void UserRows::exchangeKept(const QList<Page> &pages, const QList<model::User> &people,
                            const QString &next)
{
    const int end = m_firstKept + int(m_kept.size());
    const qsizetype from = pageIndexOf(m_firstKept);
    const qsizetype to = end < size() ? pageIndexOf(end) : m_pages.size();
    exchangeIds(m_firstKept, int(m_kept.size()), people);
    m_pages.remove(from, to - from);
    for (qsizetype i = 0; i < pages.size(); ++i)
        m_pages.insert(from + i, pages.at(i));
    movePages(from + pages.size(), int(people.size() - m_kept.size()));
    m_kept = people;
    chain(from + pages.size() - 1, next);
}

void UserRows::replace(int row, const model::User &person)
{
    const int place = row - m_firstKept;
    if (place >= 0 && place < m_kept.size())
        m_kept[place] = person;
}

void UserRows::remove(int row)
{
    const qsizetype page = pageIndexOf(row);
    m_ids.removeAt(row);
    const int place = row - m_firstKept;
    if (place < 0)
        --m_firstKept;
    else if (place < m_kept.size())
        m_kept.removeAt(place);
    // A page without a row stays: the list is read on from it when nothing else is left.
    --m_pages[page].count;
    movePages(page + 1, -1);
}

qsizetype UserRows::pageIndexOf(int row) const
{
    const auto behind = std::ranges::upper_bound(m_pages, row, {}, &Page::first);
    return std::max<qsizetype>(0, behind - m_pages.begin() - 1);
}

void UserRows::keep(int first, const QList<model::User> &people)
{
    const int end = m_firstKept + int(m_kept.size());
    if (!m_kept.isEmpty() && first == end) {
        m_kept.append(people);
    } else if (!m_kept.isEmpty() && first + int(people.size()) == m_firstKept) {
        m_kept = people + m_kept;
        m_firstKept = first;
    } else {
        m_kept = people;
        m_firstKept = first;
    }
    shed(first);
}

void UserRows::shed(int place)
{
    const int excess = int(m_kept.size()) - mostKept;
    if (excess <= 0)
        return;
    const bool isAtTheFront = place - m_firstKept < int(m_kept.size()) / 2;
    if (isAtTheFront) {
        const qsizetype page = pageIndexOf(m_firstKept + mostKept);
        m_kept.resize(m_pages.at(page).first - m_firstKept);
    } else {
        const Page page = pageOf(m_firstKept + excess);
        const int first = page.first + page.count;
        m_kept.remove(0, first - m_firstKept);
        m_firstKept = first;
    }
}

void UserRows::exchangeIds(int first, int count, const QList<model::User> &people)
{
    QList<qint64> ids = m_ids.first(first);
    for (const model::User &person : people)
        ids.append(person.id);
    ids.append(m_ids.sliced(first + count));
    m_ids = std::move(ids);
}

void UserRows::chain(qsizetype page, const QString &next)
{
    const bool isLast = page + 1 >= m_pages.size();
    if (!isLast && !next.isEmpty()) {
        m_pages[page + 1].cursor = next;
        return;
    }
    m_nextCursor = next;
    if (!isLast) {
        m_ids.resize(m_pages.at(page + 1).first);
        m_pages.resize(page + 1);
        m_kept.resize(std::min<qsizetype>(m_kept.size(), m_ids.size() - m_firstKept));
    }
}

void UserRows::movePages(qsizetype from, int by)
{
    for (qsizetype i = from; i < m_pages.size(); ++i)
        m_pages[i].first += by;
}

} // namespace authdesk::ui::pages::users
