// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/usercolumns.h"

#include <QtCore/QCoreApplication>

#include <array>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;

namespace {

struct ColumnRow
{
    UserColumn column;
    const char *id;
    const char *title;
    int width;
    bool shown;
};

constexpr std::array columnRows{
    ColumnRow{UserColumn::Name, "name", QT_TRANSLATE_NOOP("UserColumns", "Name"), 190, true},
    ColumnRow{UserColumn::Username, "username", QT_TRANSLATE_NOOP("UserColumns", "Username"), 130,
              true},
    ColumnRow{UserColumn::Email, "email", QT_TRANSLATE_NOOP("UserColumns", "E-mail"), 200, false},
    ColumnRow{UserColumn::Role, "role", QT_TRANSLATE_NOOP("UserColumns", "Role"), 110, true},
    ColumnRow{UserColumn::Status, "status", QT_TRANSLATE_NOOP("UserColumns", "Status"), 116, true},
    ColumnRow{UserColumn::SecondFactor, "second_factor",
              QT_TRANSLATE_NOOP("UserColumns", "Second factor"), 116, true},
    ColumnRow{UserColumn::LastSignIn, "last_sign_in",
              QT_TRANSLATE_NOOP("UserColumns", "Last sign-in"), 120, true},
    ColumnRow{UserColumn::Created, "created", QT_TRANSLATE_NOOP("UserColumns", "Created"), 120,
              false},
};
static_assert(columnRows.size() == userColumnCount);

const ColumnRow &rowOf(UserColumn column)
{
    return columnRows[std::size_t(column)];
}

} // namespace

QString userColumnTitle(UserColumn column)
{
    return QCoreApplication::translate("UserColumns", rowOf(column).title);
}

QLatin1StringView userColumnId(UserColumn column)
{
    return QLatin1StringView(rowOf(column).id);
}

std::optional<UserColumn> userColumnFromId(QStringView id)
{
    for (const ColumnRow &row : columnRows) {
        if (id == QLatin1StringView(row.id))
            return row.column;
    }
    return std::nullopt;
}

gateway::UserSort sortOf(UserColumn column)
{
    switch (column) {
    case UserColumn::Name:
        return gateway::UserSort::Name;
    case UserColumn::Username:
        return gateway::UserSort::Username;
    case UserColumn::Email:
        return gateway::UserSort::Email;
    case UserColumn::Role:
        return gateway::UserSort::Role;
    case UserColumn::Status:
        return gateway::UserSort::Status;
    case UserColumn::SecondFactor:
        return gateway::UserSort::SecondFactor;
    case UserColumn::LastSignIn:
        return gateway::UserSort::LastSignIn;
    case UserColumn::Created:
        return gateway::UserSort::Created;
    }
    Q_UNREACHABLE();
}

UserColumn columnOf(gateway::UserSort sort)
{
    for (const ColumnRow &row : columnRows) {
        if (sortOf(row.column) == sort)
            return row.column;
    }
    Q_UNREACHABLE();
}

int defaultWidth(UserColumn column)
{
    return rowOf(column).width;
}

QList<UserColumn> defaultColumns()
{
    QList<UserColumn> columns;
    for (const ColumnRow &row : columnRows) {
        if (row.shown)
            columns.append(row.column);
    }
    return columns;
}

QString statusWord(model::UserStatus status)
{
    switch (status) {
    case model::UserStatus::Active:
        return QCoreApplication::translate("UserColumns", "Active");
    case model::UserStatus::Disabled:
        return QCoreApplication::translate("UserColumns", "Disabled");
    case model::UserStatus::Locked:
        return QCoreApplication::translate("UserColumns", "Locked");
    case model::UserStatus::Invited:
        return QCoreApplication::translate("UserColumns", "Invited");
    }
    Q_UNREACHABLE();
}

QString secondFactorWords(const model::User &user)
{
    if (!user.mfaEnabled)
        return QCoreApplication::translate("UserColumns", "None");
    QStringList words;
    for (const model::MfaKind kind : user.mfaMethods) {
        switch (kind) {
        case model::MfaKind::Totp:
            words.append(QCoreApplication::translate("UserColumns", "App"));
            break;
        case model::MfaKind::Email:
            words.append(QCoreApplication::translate("UserColumns", "Mail"));
            break;
        case model::MfaKind::WebAuthn:
            words.append(QCoreApplication::translate("UserColumns", "Key"));
            break;
        }
    }
    words.removeDuplicates();
    return words.isEmpty() ? QCoreApplication::translate("UserColumns", "On") : words.join(u", "_s);
}

} // namespace authdesk::ui::pages::users
