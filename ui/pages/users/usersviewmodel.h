// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the list of people does, without a widget: search while typing, filters, sort, the counts
// beside the quick filters, and what is remembered of it all. Window thread.
#pragma once

#include "core/settings/consolesettings.h"
#include "ui/pages/users/userliststate.h"
#include "ui/pages/users/userrights.h"
#include "ui/pages/users/usertablemodel.h"

#include <QtCore/QTimer>

namespace authdesk::ui::pages::users {

class UsersViewModel final : public QObject
{
    Q_OBJECT

public:
    /// The filters that are one click away.
    enum class QuickFilter { All, NoSecondFactor, Locked, Invited };
    static constexpr int quickFilterCount = 4;

    /// Why there is no row.
    enum class Emptiness {
        NotEmpty,     ///< there are rows, or nobody knows yet
        OnlyYou,      ///< nobody but who is signed in
        NothingFound, ///< the search or the filter lets nobody through
    };

    static constexpr int typingPauseMs = 200;

    UsersViewModel(gateway::UsersGateway &users, gateway::Capabilities capabilities, model::User me,
                   settings::ConsoleSettings &settings, const base::Clock &clock,
                   QObject *parent = nullptr);
    ~UsersViewModel() override;

    [[nodiscard]] UserTableModel &table() { return m_table; }
    [[nodiscard]] const UserTableModel &table() const { return m_table; }
    [[nodiscard]] const UserListState &state() const { return m_state; }
    /// Whether this kind of server tells that at all.
    [[nodiscard]] bool has(UserColumn column) const;
    [[nodiscard]] bool hasStatus() const { return m_users.traits().hasStatus; }
    /// The chosen columns, without those that would stay empty here.
    [[nodiscard]] QList<UserColumn> shownColumns() const;
    [[nodiscard]] const UserRights &rights() const { return m_rights; }
    [[nodiscard]] const QString &search() const { return m_search; }
    [[nodiscard]] Emptiness emptiness() const;
    /// Who is asked for: search and filters.
    [[nodiscard]] gateway::UserQuery query() const;
    /// Whether search or filters leave anybody out.
    [[nodiscard]] bool isFiltered() const;
    struct Count
    {
        qint64 people = -1; ///< -1: not known
        bool isAtLeast = false;
    };
    [[nodiscard]] Count count(QuickFilter filter) const { return m_counts[std::size_t(filter)]; }
    /// Nothing where the filter is none of the four.
    [[nodiscard]] std::optional<QuickFilter> quickFilter() const;

    void setMe(const model::User &me);

    /// Reads roles, list and counts.
    void start();
    /// Reads list and counts again; rows and selection stay.
    void refresh();
    /// Asks when nobody has typed for a moment.
    void setSearch(const QString &text);
    /// Asks at once for what was typed last.
    void searchNow();
    void setQuickFilter(QuickFilter filter);
    void setRoleFilter(const QString &slug);
    void setStatusFilter(std::optional<model::UserStatus> status);
    void setSecondFactorFilter(std::optional<bool> has);
    /// Search and filters.
    void clearAll();
    void setSort(gateway::UserSort sort, Qt::SortOrder order);
    void setColumns(const QList<UserColumn> &columns);
    void setWidth(UserColumn column, int width);

Q_SIGNALS:
    /// Filter, sort, counts or emptiness are different.
    void changed();
    void columnsChanged();
    void rightsChanged();

private:
    void readRoles();
    void readCounts();
    void load();
    void remember();

    gateway::UsersGateway &m_users;
    gateway::Capabilities m_capabilities;
    settings::ConsoleSettings &m_settings;
    UserTableModel m_table;
    UserListState m_state;
    UserRights m_rights;
    QString m_search;
    QTimer m_typing;
    std::array<Count, quickFilterCount> m_counts{};
    quint64 m_countGeneration = 0;
};

} // namespace authdesk::ui::pages::users
