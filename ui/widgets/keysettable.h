// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A list of a server as a table, read page by page as somebody scrolls. A newer query is never
// overwritten by the answer to an older one; a refresh keeps rows, selection and place. What the
// columns say is the business of whoever derives. Window thread.
#pragma once

#include "core/base/result.h"
#include "core/base/whenanswered.h"
#include "core/model/page.h"
#include "ui/widgets/rowdelegate.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QFuture>
#include <QtCore/QSet>

#include <algorithm>

namespace authdesk::ui::widgets {

/// What views need to know of such a table.
class KeysetTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum DataRole {
        IdRole = FirstFreeRole, ///< qint64
    };

    enum class State {
        Idle,    ///< what is shown is the answer
        Loading, ///< the first page, or a refresh; the old rows are still there
        Failed,  ///< see error()
    };

    explicit KeysetTable(QObject *parent = nullptr)
        : QAbstractTableModel(parent)
    {
    }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const base::Error &error() const { return m_error; }
    [[nodiscard]] bool isLoadingMore() const { return m_loadingMore; }
    /// -1: not among the rows that were read.
    [[nodiscard]] virtual int rowOf(qint64 id) const = 0;
    /// Asks again for as many rows as are shown.
    virtual void refresh() = 0;
    /// Gives up what is under way; the rows stay as they were.
    virtual void cancel() = 0;
    /// The words of the columns and cells speak another language now.
    void retranslate();

Q_SIGNALS:
    /// State, error or isLoadingMore are different.
    void stateChanged();

protected:
    bool m_loadingMore = false;
    State m_state = State::Idle;
    base::Error m_error;
};

/// `Item` has an id, `Query` a limit and a cursor.
template <typename Item, typename Query>
class KeysetTableModel : public KeysetTable
{
public:
    explicit KeysetTableModel(QObject *parent = nullptr)
        : KeysetTable(parent)
    {
    }
    ~KeysetTableModel() override { m_running.cancel(); }

    /// Asks for the first page of `query` (its cursor is not looked at).
    void load(const Query &query)
    {
        m_wanted = query;
        m_wanted.cursor.clear();
        m_wanted.limit = pageSize;
        m_state = State::Loading;
        m_loadingMore = false;
        request(m_wanted, &KeysetTableModel::takeFirstPage);
        Q_EMIT stateChanged();
    }

    void refresh() override
    {
        m_refreshed.clear();
        m_state = State::Loading;
        m_loadingMore = false;
        Query first = m_wanted;
        first.limit = std::clamp(int(m_items.size()), pageSize, refreshPageSize);
        request(first, &KeysetTableModel::takeRefreshPage);
        Q_EMIT stateChanged();
    }

    void cancel() override
    {
        if (m_state != State::Loading && !m_loadingMore)
            return;
        ++m_generation;
        m_running.cancel();
        m_loadingMore = false;
        fail({.code = base::ErrorCode::Cancelled, .message = {}});
    }

    /// The query whose answer is shown.
    [[nodiscard]] const Query &query() const { return m_query; }
    [[nodiscard]] const Item &itemAt(int row) const { return m_items.at(row); }

    [[nodiscard]] int rowOf(qint64 id) const override
    {
        const auto found = std::find_if(m_items.cbegin(), m_items.cend(),
                                        [id](const Item &item) { return item.id == id; });
        return found == m_items.cend() ? -1 : int(found - m_items.cbegin());
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_items.size());
    }

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override
    {
        return !parent.isValid() && m_state == State::Idle && !m_loadingMore
               && !m_nextCursor.isEmpty();
    }

    void fetchMore(const QModelIndex &parent) override
    {
        if (!canFetchMore(parent))
            return;
        m_loadingMore = true;
        Query next = m_query;
        next.cursor = m_nextCursor;
        request(next, &KeysetTableModel::takeNextPage);
        Q_EMIT stateChanged();
    }

protected:
    using Answer = base::Result<model::Page<Item>>;

    [[nodiscard]] virtual QFuture<Answer> ask(const Query &query) = 0;

    /// Rows that came before the first one since it was read.
    void insertFirst(const QList<Item> &items)
    {
        QList<Item> fresh;
        for (const Item &item : items) {
            if (m_ids.contains(item.id))
                continue;
            m_ids.insert(item.id);
            fresh.append(item);
        }
        if (fresh.isEmpty())
            return;
        beginInsertRows({}, 0, int(fresh.size()) - 1);
        m_items = fresh + m_items;
        endInsertRows();
    }

private:
    static constexpr int pageSize = 100;
    static constexpr int refreshPageSize = 200; ///< the most that a server gives at once
    using Taker = void (KeysetTableModel::*)(const Answer &);

    void request(const Query &query, Taker taker)
    {
        const quint64 generation = ++m_generation;
        m_running.cancel();
        // Kept before it is waited for: an answer that is there already may ask for the next page.
        const QFuture<Answer> answer = ask(query);
        m_running = answer;
        base::whenAnswered(answer, this, [this, generation, taker](const Answer &page) {
            if (generation == m_generation)
                (this->*taker)(page);
        });
    }

    void takeFirstPage(const Answer &answer)
    {
        if (!answer) {
            fail(answer.error());
            return;
        }
        // Still Loading while the rows change: whoever hears of it must not fetch more in between.
        show(answer->items);
        m_query = m_wanted;
        m_nextCursor = answer->nextCursor;
        m_state = State::Idle;
        Q_EMIT stateChanged();
    }

    void takeRefreshPage(const Answer &answer)
    {
        if (!answer) {
            fail(answer.error());
            return;
        }
        m_refreshed.append(answer->items);
        if (m_refreshed.size() < m_items.size() && !answer->nextCursor.isEmpty()) {
            Query next = m_wanted;
            next.limit = refreshPageSize;
            next.cursor = answer->nextCursor;
            request(next, &KeysetTableModel::takeRefreshPage);
            return;
        }
        model::Page<Item> whole = *answer;
        whole.items = std::exchange(m_refreshed, {});
        takeFirstPage(whole);
    }

    void takeNextPage(const Answer &answer)
    {
        if (!answer) {
            m_loadingMore = false;
            fail(answer.error());
            return;
        }
        // Something may have moved into this page since the one before was read.
        QList<Item> fresh;
        for (const Item &item : answer->items) {
            if (m_ids.contains(item.id))
                continue;
            m_ids.insert(item.id);
            fresh.append(item);
        }
        if (!fresh.isEmpty()) {
            const int first = int(m_items.size());
            beginInsertRows({}, first, first + int(fresh.size()) - 1);
            m_items.append(fresh);
            endInsertRows();
        }
        // Only now: whoever hears of the rows must not fetch more in between.
        m_nextCursor = answer->nextCursor;
        m_loadingMore = false;
        Q_EMIT stateChanged();
    }

    void show(QList<Item> items)
    {
        Q_EMIT layoutAboutToBeChanged();
        const QModelIndexList before = persistentIndexList();
        QList<qint64> ids;
        for (const QModelIndex &index : before)
            ids.append(m_items.at(index.row()).id);
        m_items = std::move(items);
        m_ids.clear();
        for (const Item &item : std::as_const(m_items))
            m_ids.insert(item.id);
        QModelIndexList after;
        for (qsizetype i = 0; i < before.size(); ++i) {
            const int row = rowOf(ids.at(i));
            after.append(row < 0 ? QModelIndex() : index(row, before.at(i).column()));
        }
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged();
    }

    void fail(const base::Error &error)
    {
        m_state = State::Failed;
        m_error = error;
        m_refreshed.clear();
        Q_EMIT stateChanged();
    }

    QList<Item> m_items;
    QSet<qint64> m_ids; ///< of m_items, so that a page costs the same at the end of a long list
    QList<Item> m_refreshed; ///< a refresh of several pages, until it is whole
    Query m_query;
    Query m_wanted; ///< the query under way
    QString m_nextCursor;
    QFuture<Answer> m_running;
    quint64 m_generation = 0; ///< which request may still answer
};

} // namespace authdesk::ui::widgets
