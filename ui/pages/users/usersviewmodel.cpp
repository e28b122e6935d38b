// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/usersviewmodel.h"

#include "core/base/whenanswered.h"

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;

namespace {

const QString viewName = u"users"_s;

gateway::UserQuery quickQuery(UsersViewModel::QuickFilter filter)
{
    gateway::UserQuery query;
    switch (filter) {
    case UsersViewModel::QuickFilter::All:
        break;
    case UsersViewModel::QuickFilter::NoSecondFactor:
        query.secondFactor = false;
        break;
    case UsersViewModel::QuickFilter::Locked:
        query.status = model::UserStatus::Locked;
        break;
    case UsersViewModel::QuickFilter::Invited:
        query.status = model::UserStatus::Invited;
        break;
    }
    return query;
}

bool leavesOut(const gateway::UserQuery &query)
{
    return !query.search.isEmpty() || !query.roleSlug.isEmpty() || query.status
           || query.secondFactor;
}

} // namespace

UsersViewModel::UsersViewModel(gateway::UsersGateway &users, gateway::Capabilities capabilities,
                               model::User me, settings::ConsoleSettings &settings,
                               const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_users(users)
    , m_capabilities(capabilities)
    , m_settings(settings)
    , m_table(users, clock)
    , m_state(decodeState(settings.viewState(viewName)))
    , m_rights(capabilities, std::move(me), {})
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPauseMs);
    connect(&m_typing, &QTimer::timeout, this, &UsersViewModel::load);
    connect(&m_table, &UserTableModel::stateChanged, this, &UsersViewModel::changed);
}

UsersViewModel::~UsersViewModel() = default;

bool UsersViewModel::isFiltered() const
{
    return leavesOut(query());
}

UsersViewModel::Emptiness UsersViewModel::emptiness() const
{
    if (m_table.state() != UserTableModel::State::Idle)
        return Emptiness::NotEmpty;
    const bool whole = !leavesOut(m_table.query());
    if (m_table.rowCount() == 0)
        return whole ? Emptiness::OnlyYou : Emptiness::NothingFound;
    const model::User *const only = m_table.rowCount() == 1 ? m_table.personAt(0) : nullptr;
    return whole && only && m_rights.isMe(*only) ? Emptiness::OnlyYou : Emptiness::NotEmpty;
}

std::optional<UsersViewModel::QuickFilter> UsersViewModel::quickFilter() const
{
    if (!m_state.roleSlug.isEmpty())
        return std::nullopt;
    for (int i = 0; i < quickFilterCount; ++i) {
        const gateway::UserQuery quick = quickQuery(QuickFilter(i));
        if (quick.status == m_state.status && quick.secondFactor == m_state.secondFactor)
            return QuickFilter(i);
    }
    return std::nullopt;
}

bool UsersViewModel::has(UserColumn column) const
{
    const gateway::AccountTraits traits = m_users.traits();
    switch (column) {
    case UserColumn::Email:
        return traits.hasEmail;
    case UserColumn::Status:
    case UserColumn::LastSignIn:
        return traits.hasStatus;
    case UserColumn::Name:
    case UserColumn::Username:
    case UserColumn::Role:
    case UserColumn::SecondFactor:
    case UserColumn::Created:
        return true;
    }
    Q_UNREACHABLE();
}

QList<UserColumn> UsersViewModel::shownColumns() const
{
    QList<UserColumn> columns = m_state.columns;
    columns.removeIf([this](UserColumn column) { return !has(column); });
    return columns;
}

void UsersViewModel::setMe(const model::User &me)
{
    m_rights = UserRights(m_capabilities, me, m_rights.roles());
    Q_EMIT rightsChanged();
}

void UsersViewModel::start()
{
    load();
    readRoles();
    readCounts();
}

void UsersViewModel::refresh()
{
    m_table.refresh();
    readCounts();
}

void UsersViewModel::setSearch(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed == m_search)
        return;
    m_search = trimmed;
    m_typing.start();
}

void UsersViewModel::searchNow()
{
    if (m_typing.isActive())
        load();
}

void UsersViewModel::setQuickFilter(QuickFilter filter)
{
    const gateway::UserQuery quick = quickQuery(filter);
    m_state.roleSlug.clear();
    m_state.status = quick.status;
    m_state.secondFactor = quick.secondFactor;
    remember();
    load();
}

void UsersViewModel::setRoleFilter(const QString &slug)
{
    m_state.roleSlug = slug;
    remember();
    load();
}

void UsersViewModel::setStatusFilter(std::optional<model::UserStatus> status)
{
    m_state.status = status;
    remember();
    load();
}

void UsersViewModel::setSecondFactorFilter(std::optional<bool> has)
{
    m_state.secondFactor = has;
    remember();
    load();
}

void UsersViewModel::clearAll()
{
    m_search.clear();
    setQuickFilter(QuickFilter::All);
}

void UsersViewModel::setSort(gateway::UserSort sort, Qt::SortOrder order)
{
    if (m_state.sort == sort && m_state.order == order)
        return;
    m_state.sort = sort;
    m_state.order = order;
    remember();
    load();
}

void UsersViewModel::setColumns(const QList<UserColumn> &columns)
{
    if (columns.isEmpty() || columns == m_state.columns)
        return;
    m_state.columns = columns;
    remember();
    Q_EMIT columnsChanged();
}

void UsersViewModel::setWidth(UserColumn column, int width)
{
    if (m_state.widths.value(column) == width)
        return;
    m_state.widths.insert(column, width);
    remember();
}

void UsersViewModel::readRoles()
{
    base::whenAnswered(m_users.roles(), this,
                       [this](const base::Result<QList<model::Role>> &answer) {
                           if (!answer)
                               return; // some may not read them; the predefined ones are known
                           m_rights = UserRights(m_capabilities, m_rights.me(), *answer);
                           Q_EMIT rightsChanged();
                       });
}

void UsersViewModel::readCounts()
{
    const quint64 generation = ++m_countGeneration;
    for (int i = 1; i < quickFilterCount; ++i) {
        gateway::UserQuery one = quickQuery(QuickFilter(i));
        one.limit = 1; // only the total is wanted
        base::whenAnswered(
            m_users.list(one), this,
            [this, generation, i](const base::Result<model::Page<model::User>> &answer) {
                if (generation != m_countGeneration)
                    return;
                m_counts[std::size_t(i)] =
                    answer ? Count{.people = answer->total, .isAtLeast = answer->totalAtLeast}
                           : Count{};
                Q_EMIT changed();
            });
    }
}

void UsersViewModel::load()
{
    m_typing.stop();
    m_table.load(query());
    Q_EMIT changed();
}

void UsersViewModel::remember()
{
    m_settings.setViewState(viewName, encodeState(m_state));
}

gateway::UserQuery UsersViewModel::query() const
{
    gateway::UserQuery query;
    query.search = m_search;
    query.roleSlug = m_state.roleSlug;
    // A filter that was kept on another server would find nobody here.
    query.status = hasStatus() ? m_state.status : std::nullopt;
    query.secondFactor = m_state.secondFactor;
    query.sort = m_state.sort;
    query.order = m_state.order;
    return query;
}

} // namespace authdesk::ui::pages::users
