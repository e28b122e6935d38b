// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of a long list as far as somebody scrolled: of each the id, and the people themselves
// only around the place that is looked at, so that a million rows need little memory. The server's
// pages can be read again by what they began with. A plain value.
#pragma once

#include "core/model/user.h"

#include <QtCore/QList>

namespace authdesk::ui::pages::users {

class UserRows final
{
public:
    /// What was read at once.
    struct Page
    {
        QString cursor; ///< that the server was asked with
        int first = 0;  ///< row
        int count = 0;
    };

    /// People are kept around one place, about so many: more than are selected at once.
    static constexpr int mostKept = 12'000;

    [[nodiscard]] int size() const { return int(m_ids.size()); }
    [[nodiscard]] qint64 idAt(int row) const { return m_ids.at(row); }
    /// -1: not among the rows that were read.
    [[nodiscard]] int rowOf(qint64 id) const { return int(m_ids.indexOf(id)); }
    /// nullptr: not kept at the moment.
    [[nodiscard]] const model::User *personAt(int row) const;
    /// The rows whose people are kept, one after the other.
    [[nodiscard]] int firstKept() const { return m_firstKept; }
    [[nodiscard]] int keptCount() const { return int(m_kept.size()); }
    /// What the list goes on with; empty at its end.
    [[nodiscard]] const QString &nextCursor() const { return m_nextCursor; }
    [[nodiscard]] Page pageOf(int row) const { return m_pages.at(pageIndexOf(row)); }

    /// Who of a page is not among the people kept: somebody may have moved since the one before.
    [[nodiscard]] QList<model::User> fresh(const QList<model::User> &people) const;
    /// The first page of another list; `next` as of append().
    void reset(const QList<model::User> &people, const QString &next);
    /// A page behind the last row, and what the list goes on with.
    void append(const QString &cursor, const QList<model::User> &people, const QString &next);
    /// The page of `row`, read once more; where the list ends with it, what stood behind is gone.
    void putBack(int row, const QList<model::User> &people, const QString &next);
    /// All people that are kept, read once more as `pages`; the end of the list as of putBack().
    void exchangeKept(const QList<Page> &pages, const QList<model::User> &people,
                      const QString &next);
    void replace(int row, const model::User &person);
    void remove(int row);

private:
    [[nodiscard]] qsizetype pageIndexOf(int row) const;
    void keep(int first, const QList<model::User> &people);
    void shed(int place);
    /// Puts other rows in the place of `count` ones.
    void exchangeIds(int first, int count, const QList<model::User> &people);
    void movePages(qsizetype from, int by);
    /// What stands behind the page goes on with `next`, or is gone.
    void chain(qsizetype page, const QString &next);

    QList<qint64> m_ids;
    QList<Page> m_pages;       ///< by their first rows, without gaps
    QList<model::User> m_kept; ///< rows from m_firstKept on
    int m_firstKept = 0;
    QString m_nextCursor;
};

} // namespace authdesk::ui::pages::users
