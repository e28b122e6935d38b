// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The list of people as a table, read from a server page by page as somebody scrolls. A newer query
// is never overwritten by the answer to an older one; a refresh keeps rows, selection and place. Of
// rows far from those that are looked at only the ids are kept; they are read again when somebody
// comes back. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/usersgateway.h"
#include "ui/pages/users/usercolumns.h"
#include "ui/pages/users/userrows.h"
#include "ui/widgets/rowdelegate.h"

#include <QtCore/QAbstractTableModel>

#include <functional>

namespace authdesk::ui::pages::users {

class UserTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum DataRole {
        IdRole = widgets::FirstFreeRole, ///< qint64
    };

    enum class State {
        Idle,    ///< what is shown is the answer
        Loading, ///< the first page, or a refresh; the old rows are still there
        Failed,  ///< see error()
    };

    UserTableModel(gateway::UsersGateway &users, const base::Clock &clock,
                   QObject *parent = nullptr);
    ~UserTableModel() override;

    /// Asks for the first page of `query` (its cursor is not looked at).
    void load(const gateway::UserQuery &query);
    /// Asks again for as many rows as are shown.
    void refresh();
    /// Gives up what is under way; the rows stay as they were.
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const base::Error &error() const { return m_error; }
    [[nodiscard]] bool isLoadingMore() const { return m_loadingMore; }
    /// Of the query, or -1 where the server does not count.
    [[nodiscard]] qint64 total() const { return m_total; }
    [[nodiscard]] bool isTotalAtLeast() const { return m_totalAtLeast; }
    /// The query whose answer is shown.
    [[nodiscard]] const gateway::UserQuery &query() const { return m_query; }

    /// nullptr: not kept at the moment; see want().
    [[nodiscard]] const model::User *personAt(int row) const { return m_rows.personAt(row); }
    /// The rows whose people are kept.
    [[nodiscard]] int firstKept() const { return m_rows.firstKept(); }
    [[nodiscard]] int keptCount() const { return m_rows.keptCount(); }
    /// -1: not among the rows that were read.
    [[nodiscard]] int rowOf(qint64 id) const { return m_rows.rowOf(id); }
    /// These rows are looked at: whoever of them is not kept is read again.
    void want(int first, int last);
    /// Shows a person's new state at its place, until the next refresh sorts it.
    void replace(const model::User &user);
    void take(qint64 id);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// State, total, error or isLoadingMore are different.
    void stateChanged();

private:
    using Answer = base::Result<model::Page<model::User>>;

    void request(const gateway::UserQuery &query, void (UserTableModel::*handler)(const Answer &));
    void takeFirstPage(const Answer &answer);
    void takeRefreshPage(const Answer &answer);
    void takeNextPage(const Answer &answer);
    void takePageAgain(const Answer &answer);
    void readWanted();
    /// Lets `change` exchange rows; what is selected or current stays so where it still is.
    void changeRows(const std::function<void()> &change);
    void fail(const base::Error &error);
    [[nodiscard]] QString text(const model::User &user, UserColumn column) const;
    [[nodiscard]] QVariant toolTip(const model::User &user, UserColumn column) const;

    gateway::UsersGateway &m_gateway;
    const base::Clock &m_clock;
    UserRows m_rows;
    QList<model::User> m_refreshed; ///< a refresh of several pages, until it is whole
    QList<UserRows::Page> m_refreshedPages;
    gateway::UserQuery m_query;
    gateway::UserQuery m_wanted;  ///< the query under way
    bool m_isWantedShown = false; ///< m_query is what was asked for last
    int m_wantedFirst = 0;        ///< rows that are looked at
    int m_wantedLast = -1;
    int m_rereadRow = 0; ///< in the page that is read again
    QFuture<Answer> m_running;
    quint64 m_generation = 0; ///< which request may still answer
    qint64 m_total = -1;
    bool m_totalAtLeast = false;
    bool m_loadingMore = false;
    State m_state = State::Idle;
    base::Error m_error;
};

} // namespace authdesk::ui::pages::users
