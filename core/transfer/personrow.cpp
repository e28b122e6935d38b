// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/personrow.h"

#include "core/base/json.h"

#include <QtCore/QUuid>

namespace authdesk::transfer {

using namespace Qt::StringLiterals;

namespace {

class Cells final
{
public:
    Cells(const PersonCells &cells, QList<base::FieldError> &problems)
        : m_cells(cells)
        , m_problems(problems)
    {
    }

    /// As it stands, blanks at the ends too.
    [[nodiscard]] std::optional<QString> text(PersonColumn column) const
    {
        const QString &text = m_cells[column];
        return text.isNull() ? std::nullopt : std::optional(text);
    }
    [[nodiscard]] std::optional<QString> trimmed(PersonColumn column) const
    {
        const auto text = this->text(column);
        return text ? std::optional(text->trimmed()) : std::nullopt;
    }
    /// Of a cell with nothing in it as of one that is not there.
    [[nodiscard]] QString word(PersonColumn column) const { return m_cells[column].trimmed(); }

    [[nodiscard]] std::optional<QDateTime> time(PersonColumn column)
    {
        const QString text = word(column);
        if (text.isEmpty())
            return std::nullopt;
        const auto time = base::timeFromText(text);
        if (!time)
            complain(column, "not_a_time"_L1, u"Write a time as 2026-01-31T12:00:00Z."_s);
        return time;
    }

    [[nodiscard]] std::optional<bool> flag(PersonColumn column)
    {
        const QString text = word(column).toLower();
        if (text.isEmpty())
            return std::nullopt;
        if (text == "true"_L1 || text == "yes"_L1 || text == "1"_L1)
            return true;
        if (text != "false"_L1 && text != "no"_L1 && text != "0"_L1)
            complain(column, "not_allowed"_L1, u"This must be true or false."_s);
        return false;
    }

    void complain(PersonColumn column, QLatin1StringView code, const QString &message)
    {
        m_problems.append({.field = personColumnName(column), .code = code, .message = message});
    }

private:
    const PersonCells &m_cells;
    QList<base::FieldError> &m_problems;
};

QString uidOf(Cells &cells)
{
    const QString text = cells.word(PersonColumn::Uid);
    if (text.isEmpty())
        return {};
    const QUuid uid = QUuid::fromString(text);
    if (uid.isNull()) {
        cells.complain(PersonColumn::Uid, "invalid"_L1, u"This is no UUID."_s);
        return {};
    }
    return uid.toString(QUuid::WithoutBraces);
}

std::optional<bool> disabledOf(Cells &cells)
{
    const QString text = cells.word(PersonColumn::Status).toLower();
    if (text.isEmpty())
        return std::nullopt;
    const auto status = model::userStatusFromName(text);
    if (!status)
        cells.complain(PersonColumn::Status, "not_allowed"_L1,
                       u"This must be active or disabled."_s);
    // A lock and an invitation are not given by a file, and do not keep anybody out for good.
    return status == model::UserStatus::Disabled;
}

QString textOf(const std::optional<QDateTime> &time)
{
    return time ? base::timeToJson(*time).toString() : u""_s;
}

QString textOf(bool flag)
{
    return flag ? u"true"_s : u"false"_s;
}

QString orEmpty(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

} // namespace

PersonRow rowOf(const PersonCells &given)
{
    PersonRow row;
    row.row = given.row;
    if (!given.problem.isEmpty())
        row.problems.append({.field = u"row"_s, .code = u"malformed"_s, .message = given.problem});
    Cells cells(given, row.problems);
    row.uid = uidOf(cells);
    row.username = cells.trimmed(PersonColumn::Username);
    row.email = cells.trimmed(PersonColumn::Email);
    row.firstName = cells.text(PersonColumn::FirstName);
    row.lastName = cells.text(PersonColumn::LastName);
    row.role = cells.word(PersonColumn::Role);
    row.disabled = disabledOf(cells);
    if (!given[PersonColumn::ValidUntil].isNull())
        row.validUntil = cells.time(PersonColumn::ValidUntil);
    row.mustChangePassword = cells.flag(PersonColumn::MustChangePassword);
    row.createdAt = cells.time(PersonColumn::CreatedAt);
    row.lastLoginAt = cells.time(PersonColumn::LastLoginAt);
    row.oneTimeExpiresAt = cells.time(PersonColumn::OneTimeExpiresAt);
    row.passwordHash = cells.word(PersonColumn::PasswordHash).toUtf8();
    if (row.username.value_or(QString()).isEmpty() && row.email.value_or(QString()).isEmpty()
        && row.uid.isEmpty() && row.problems.isEmpty())
        cells.complain(PersonColumn::Username, "required"_L1,
                       u"A row needs a username or an e-mail address."_s);
    return row;
}

QList<PersonRow> rowsOf(const QList<PersonCells> &people)
{
    QList<PersonRow> rows;
    rows.reserve(people.size());
    for (const PersonCells &cells : people)
        rows.append(rowOf(cells));
    return rows;
}

PersonCells cellsOf(const model::User &user, const PersonSecrets &secrets, HashColumns hashes)
{
    PersonCells cells;
    cells[PersonColumn::Uid] = user.uid;
    cells[PersonColumn::Username] = user.username;
    cells[PersonColumn::Email] = orEmpty(user.email.value_or(QString()));
    cells[PersonColumn::FirstName] = orEmpty(user.firstName);
    cells[PersonColumn::LastName] = orEmpty(user.lastName);
    cells[PersonColumn::Role] = user.role.slug;
    cells[PersonColumn::Status] = secrets.disabled ? u"disabled"_s : u"active"_s;
    cells[PersonColumn::ValidUntil] = textOf(user.validUntil);
    cells[PersonColumn::MustChangePassword] = textOf(user.mustChangePassword);
    cells[PersonColumn::MfaEnabled] = textOf(user.mfaEnabled);
    cells[PersonColumn::CreatedAt] = textOf(user.createdAt);
    cells[PersonColumn::LastLoginAt] = textOf(user.lastLoginAt);
    if (hashes == HashColumns::No)
        return cells;
    cells[PersonColumn::OneTimeExpiresAt] = textOf(secrets.oneTimeExpiresAt);
    cells[PersonColumn::PasswordHash] = QString::fromUtf8(secrets.passwordHash);
    return cells;
}

} // namespace authdesk::transfer
