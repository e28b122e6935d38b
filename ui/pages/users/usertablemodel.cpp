// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/usertablemodel.h"

#include "core/base/whenanswered.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/relativetime.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;
using widgets::ChipKind;

namespace {

constexpr int pageSize = 100;
constexpr int largestPage = 200; ///< the most that a server gives at once

ChipKind chipOf(model::UserStatus status)
{
    switch (status) {
    case model::UserStatus::Active:
        return ChipKind::Good;
    case model::UserStatus::Disabled:
        return ChipKind::Off;
    case model::UserStatus::Locked:
        return ChipKind::Warning;
    case model::UserStatus::Invited:
        return ChipKind::Waiting;
    }
    Q_UNREACHABLE();
}

/// Of a row that somebody scrolled back to, until it is read again.
QVariant notKept(UserColumn column, int role)
{
    return role == Qt::DisplayRole && column == UserColumn::Name ? QVariant(u"…"_s) : QVariant();
}

} // namespace

UserTableModel::UserTableModel(gateway::UsersGateway &users, const base::Clock &clock,
                               QObject *parent)
    : QAbstractTableModel(parent)
    , m_gateway(users)
    , m_clock(clock)
{
}

UserTableModel::~UserTableModel()
{
    m_running.cancel();
}

void UserTableModel::load(const gateway::UserQuery &query)
{
    m_wanted = query;
    m_wanted.cursor.clear();
    m_wanted.limit = pageSize;
    m_isWantedShown = false;
    m_state = State::Loading;
    m_loadingMore = false;
    request(m_wanted, &UserTableModel::takeFirstPage);
    Q_EMIT stateChanged();
}

void UserTableModel::refresh()
{
    if (!m_isWantedShown || m_rows.keptCount() == 0) {
        load(m_wanted);
        return;
    }
    m_refreshed.clear();
    m_refreshedPages.clear();
    m_state = State::Loading;
    m_loadingMore = false;
    gateway::UserQuery again = m_wanted;
    again.cursor = m_rows.pageOf(m_rows.firstKept()).cursor;
    again.limit = std::clamp(m_rows.keptCount(), pageSize, largestPage);
    m_refreshedPages.append({.cursor = again.cursor, .first = m_rows.firstKept()});
    request(again, &UserTableModel::takeRefreshPage);
    Q_EMIT stateChanged();
}

void UserTableModel::cancel()
{
    if (m_state != State::Loading && !m_loadingMore)
        return;
    ++m_generation;
    m_running.cancel();
    m_loadingMore = false;
    fail({.code = base::ErrorCode::Cancelled, .message = {}});
}

void UserTableModel::request(const gateway::UserQuery &query,
                             void (UserTableModel::*handler)(const Answer &))
{
    const quint64 generation = ++m_generation;
    m_running.cancel();
    // Not m_running.then(): a future that is ready runs its continuation at once, and one that asks
    // for the next page would exchange m_running under the feet of then().
    QFuture<Answer> answer = m_gateway.list(query);
    m_running = answer;
    base::whenAnswered(answer, this, [this, generation, handler](const Answer &page) {
        if (generation == m_generation)
            (this->*handler)(page);
    });
}

void UserTableModel::takeFirstPage(const Answer &answer)
{
    if (!answer) {
        fail(answer.error());
        return;
    }
    // Still Loading while the rows change: whoever hears of it must not fetch more in between.
    changeRows([&] { m_rows.reset(answer->items, answer->nextCursor); });
    m_query = m_wanted;
    m_isWantedShown = true;
    m_total = answer->total;
    m_totalAtLeast = answer->totalAtLeast;
    m_state = State::Idle;
    Q_EMIT stateChanged();
}

void UserTableModel::takeRefreshPage(const Answer &answer)
{
    if (!answer) {
        fail(answer.error());
        return;
    }
    m_refreshed.append(answer->items);
    UserRows::Page &page = m_refreshedPages.last();
    page.count = int(answer->items.size());
    if (m_refreshed.size() < m_rows.keptCount() && !answer->nextCursor.isEmpty()) {
        gateway::UserQuery next = m_wanted;
        next.limit = std::min(m_rows.keptCount() - int(m_refreshed.size()), largestPage);
        next.cursor = answer->nextCursor;
        m_refreshedPages.append({.cursor = next.cursor, .first = page.first + page.count});
        request(next, &UserTableModel::takeRefreshPage);
        return;
    }
    changeRows([&] { m_rows.exchangeKept(m_refreshedPages, m_refreshed, answer->nextCursor); });
    m_refreshed.clear();
    m_total = answer->total;
    m_totalAtLeast = answer->totalAtLeast;
    m_state = State::Idle;
    Q_EMIT stateChanged();
    readWanted();
}

void UserTableModel::takeNextPage(const Answer &answer)
{
    if (!answer) {
        m_loadingMore = false;
        fail(answer.error());
        return;
    }
    // Somebody may have moved into this page since the one before was read.
    const QList<model::User> fresh = m_rows.fresh(answer->items);
    const QString cursor = m_rows.nextCursor();
    if (fresh.isEmpty()) {
        m_rows.append(cursor, fresh, answer->nextCursor);
    } else {
        const int first = m_rows.size();
        beginInsertRows({}, first, first + int(fresh.size()) - 1);
        m_rows.append(cursor, fresh, answer->nextCursor);
        endInsertRows();
    }
    // Only now: whoever hears of the rows must not fetch more in between.
    m_loadingMore = false;
    Q_EMIT stateChanged();
    readWanted();
}

void UserTableModel::takePageAgain(const Answer &answer)
{
    m_loadingMore = false;
    if (!answer) {
        fail(answer.error());
        return;
    }
    changeRows([&] { m_rows.putBack(m_rereadRow, answer->items, answer->nextCursor); });
    Q_EMIT stateChanged();
    readWanted();
}

void UserTableModel::want(int first, int last)
{
    m_wantedFirst = first;
    m_wantedLast = last;
    readWanted();
}

void UserTableModel::readWanted()
{
    if (m_state != State::Idle || m_loadingMore)
        return;
    const int last = std::min(m_wantedLast, m_rows.size() - 1);
    for (int row = std::max(0, m_wantedFirst); row <= last; ++row) {
        if (m_rows.personAt(row))
            continue;
        const UserRows::Page page = m_rows.pageOf(row);
        gateway::UserQuery again = m_query;
        again.cursor = page.cursor;
        again.limit = std::max(page.count, 1);
        m_rereadRow = row;
        m_loadingMore = true;
        request(again, &UserTableModel::takePageAgain);
        Q_EMIT stateChanged();
        return;
    }
}

void UserTableModel::changeRows(const std::function<void()> &change)
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QList<qint64> ids;
    for (const QModelIndex &index : before)
        ids.append(m_rows.idAt(index.row()));
    change();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = rowOf(ids.at(i));
        after.append(row < 0 ? QModelIndex() : index(row, before.at(i).column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void UserTableModel::fail(const base::Error &error)
{
    m_state = State::Failed;
    m_error = error;
    m_refreshed.clear();
    Q_EMIT stateChanged();
}

void UserTableModel::replace(const model::User &user)
{
    const int row = rowOf(user.id);
    if (row < 0)
        return;
    m_rows.replace(row, user);
    Q_EMIT dataChanged(index(row, 0), index(row, userColumnCount - 1));
}

void UserTableModel::take(qint64 id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.remove(row);
    endRemoveRows();
    if (m_total > 0)
        --m_total;
    Q_EMIT stateChanged();
}

int UserTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.size();
}

int UserTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : userColumnCount;
}

QVariant UserTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == IdRole)
        return m_rows.idAt(index.row());
    const auto column = UserColumn(index.column());
    const model::User *const person = personAt(index.row());
    if (!person)
        return notKept(column, role);
    const model::User &user = *person;
    switch (role) {
    case Qt::DisplayRole:
        return text(user, column);
    case Qt::ToolTipRole:
        return toolTip(user, column);
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(userColumnTitle(column), text(user, column));
    case widgets::ChipRole:
        if (column == UserColumn::Status)
            return int(chipOf(user.status));
        if (column == UserColumn::SecondFactor && !user.mfaEnabled)
            return int(ChipKind::Warning);
        return {};
    case widgets::QuietRole:
        return user.status == model::UserStatus::Disabled || column != UserColumn::Name;
    default:
        return {};
    }
}

QVariant UserTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return userColumnTitle(UserColumn(section));
}

bool UserTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_state == State::Idle && !m_loadingMore
           && !m_rows.nextCursor().isEmpty();
}

void UserTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_loadingMore = true;
    gateway::UserQuery next = m_query;
    next.cursor = m_rows.nextCursor();
    next.limit = largestPage;
    request(next, &UserTableModel::takeNextPage);
    Q_EMIT stateChanged();
}

QString UserTableModel::text(const model::User &user, UserColumn column) const
{
    switch (column) {
    case UserColumn::Name:
        return user.displayName();
    case UserColumn::Username:
        return user.username;
    case UserColumn::Email:
        return user.email.value_or(QString());
    case UserColumn::Role:
        return user.role.name;
    case UserColumn::Status:
        return statusWord(user.status);
    case UserColumn::SecondFactor:
        return secondFactorWords(user);
    case UserColumn::LastSignIn:
        return user.lastLoginAt ? widgets::relativeTime(*user.lastLoginAt, m_clock.now())
                                : QCoreApplication::translate("UserColumns", "never");
    case UserColumn::Created:
        return widgets::relativeTime(user.createdAt, m_clock.now());
    }
    Q_UNREACHABLE();
}

QVariant UserTableModel::toolTip(const model::User &user, UserColumn column) const
{
    if (column == UserColumn::LastSignIn && user.lastLoginAt)
        return widgets::exactTime(*user.lastLoginAt);
    if (column == UserColumn::Created)
        return widgets::exactTime(user.createdAt);
    return {}; // the delegate shows the text where it does not fit
}

} // namespace authdesk::ui::pages::users
