// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/userliststate.h"

#include <QtCore/QJsonArray>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastWidth = 40;
constexpr int mostWidth = 2000;

QList<UserColumn> columnsIn(const QJsonArray &array)
{
    QList<UserColumn> columns;
    for (const auto &entry : array) {
        const auto column = userColumnFromId(entry.toString());
        if (column && !columns.contains(*column))
            columns.append(*column);
    }
    return columns.isEmpty() ? defaultColumns() : columns;
}

} // namespace

QJsonObject encodeState(const UserListState &state)
{
    QJsonArray columns;
    for (const UserColumn column : state.columns)
        columns.append(QString(userColumnId(column)));
    QJsonObject widths;
    for (auto it = state.widths.cbegin(); it != state.widths.cend(); ++it)
        widths.insert(userColumnId(it.key()), it.value());

    QJsonObject object{
        {u"columns"_s, columns},
        {u"widths"_s, widths},
        {u"sort"_s, QString(userColumnId(columnOf(state.sort)))},
        {u"descending"_s, state.order == Qt::DescendingOrder},
    };
    if (!state.roleSlug.isEmpty())
        object.insert("role"_L1, state.roleSlug);
    if (state.status)
        object.insert("status"_L1, QString(model::userStatusName(*state.status)));
    if (state.secondFactor)
        object.insert("second_factor"_L1, *state.secondFactor);
    return object;
}

UserListState decodeState(const QJsonObject &object)
{
    UserListState state;
    if (object.isEmpty())
        return state;
    state.columns = columnsIn(object.value("columns"_L1).toArray());
    const QJsonObject widths = object.value("widths"_L1).toObject();
    for (auto it = widths.constBegin(); it != widths.constEnd(); ++it) {
        const auto column = userColumnFromId(it.key());
        const int width = it.value().toInt();
        if (column && width >= leastWidth && width <= mostWidth)
            state.widths.insert(*column, width);
    }
    if (const auto column = userColumnFromId(object.value("sort"_L1).toString()))
        state.sort = sortOf(*column);
    if (object.value("descending"_L1).toBool())
        state.order = Qt::DescendingOrder;
    state.roleSlug = object.value("role"_L1).toString();
    state.status = model::userStatusFromName(object.value("status"_L1).toString());
    const QJsonValue factor = object.value("second_factor"_L1);
    if (factor.isBool())
        state.secondFactor = factor.toBool();
    return state;
}

} // namespace authdesk::ui::pages::users
