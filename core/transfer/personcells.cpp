// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/personcells.h"

#include <QtCore/QHash>

namespace authdesk::transfer {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QLatin1StringView, personColumnCount> names{
    "uid"_L1,
    "username"_L1,
    "email"_L1,
    "first_name"_L1,
    "last_name"_L1,
    "role"_L1,
    "status"_L1,
    "valid_until"_L1,
    "must_change_password"_L1,
    "mfa_enabled"_L1,
    "created_at"_L1,
    "last_login_at"_L1,
    "one_time_expires_at"_L1,
    "password_hash"_L1,
};

struct OtherName
{
    QLatin1StringView text; ///< lower case, letters and digits only
    PersonColumn column;
};

/// What other systems and spreadsheets call them.
constexpr std::array otherNames{
    OtherName{"user"_L1, PersonColumn::Username},
    OtherName{"login"_L1, PersonColumn::Username},
    OtherName{"loginname"_L1, PersonColumn::Username},
    OtherName{"account"_L1, PersonColumn::Username},
    OtherName{"mail"_L1, PersonColumn::Email},
    OtherName{"emailaddress"_L1, PersonColumn::Email},
    OtherName{"mailaddress"_L1, PersonColumn::Email},
    OtherName{"givenname"_L1, PersonColumn::FirstName},
    OtherName{"forename"_L1, PersonColumn::FirstName},
    OtherName{"surname"_L1, PersonColumn::LastName},
    OtherName{"familyname"_L1, PersonColumn::LastName},
    OtherName{"expires"_L1, PersonColumn::ValidUntil},
    OtherName{"datejoined"_L1, PersonColumn::CreatedAt},
    OtherName{"lastlogin"_L1, PersonColumn::LastLoginAt},
    OtherName{"passwordhash"_L1, PersonColumn::PasswordHash},
};

bool isFlag(PersonColumn column)
{
    return column == PersonColumn::MustChangePassword || column == PersonColumn::MfaEnabled;
}

bool isHash(PersonColumn column)
{
    return column == PersonColumn::PasswordHash || column == PersonColumn::OneTimeExpiresAt;
}

QString plainHeading(const QString &heading)
{
    QString plain;
    for (const QChar letter : heading.toLower()) {
        if (letter.isLetterOrNumber())
            plain += letter;
    }
    return plain;
}

/// What a value of a file says; nullopt for what cannot stand in a cell.
std::optional<QString> textOf(const QJsonValue &value, PersonColumn column)
{
    if (value.isNull())
        return u""_s;
    if (value.isString()) {
        const QString text = value.toString();
        return text.isNull() ? u""_s : text;
    }
    if (value.isBool() && isFlag(column))
        return value.toBool() ? u"true"_s : u"false"_s;
    // Names that are numbers are written so by other programs.
    if (value.isDouble() && value.toInteger(-1) >= 0 && column == PersonColumn::Username)
        return QString::number(value.toInteger());
    // As our own lists show it.
    if (value.isObject() && column == PersonColumn::Role) {
        const QJsonValue slug = value.toObject().value("slug"_L1);
        if (slug.isString())
            return slug.toString();
    }
    return std::nullopt;
}

} // namespace

QLatin1StringView personColumnName(PersonColumn column)
{
    return names[std::size_t(column)];
}

std::optional<PersonColumn> personColumnOf(const QString &heading)
{
    static const QHash<QString, PersonColumn> columns = [] {
        QHash<QString, PersonColumn> all;
        for (std::size_t i = 0; i < names.size(); ++i)
            all.insert(plainHeading(names[i]), PersonColumn(i));
        for (const OtherName &other : otherNames)
            all.insert(other.text, other.column);
        return all;
    }();
    const auto found = columns.constFind(plainHeading(heading));
    return found == columns.cend() ? std::nullopt : std::optional(*found);
}

QStringList personHeadings(HashColumns hashes)
{
    QStringList headings;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (hashes == HashColumns::Yes || !isHash(PersonColumn(i)))
            headings.append(names[i]);
    }
    return headings;
}

QStringList personLine(const PersonCells &cells, HashColumns hashes)
{
    QStringList line;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (hashes == HashColumns::Yes || !isHash(PersonColumn(i)))
            line.append(cells.texts[i]);
    }
    return line;
}

QJsonObject personObject(const PersonCells &cells)
{
    QJsonObject object;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const QString &text = cells.texts[i];
        const auto column = PersonColumn(i);
        if (text.isNull())
            continue;
        if (isFlag(column) && (text == "true"_L1 || text == "false"_L1))
            object.insert(names[i], text == "true"_L1);
        else
            object.insert(names[i], text.isEmpty() ? QJsonValue() : QJsonValue(text));
    }
    return object;
}

PersonCells cellsOf(const QJsonObject &object, QStringList &ignored)
{
    PersonCells cells;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const auto column = personColumnOf(member.key());
        if (!column) {
            if (!ignored.contains(member.key()))
                ignored.append(member.key());
            continue;
        }
        const auto text = textOf(*member, *column);
        if (!text || !cells[*column].isNull())
            cells.problem = u"%1 is given twice, or is no text."_s.arg(member.key());
        else
            cells[*column] = *text;
    }
    return cells;
}

} // namespace authdesk::transfer
