// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/transfer.h"

#include "core/base/json.h"
#include "core/systems/authdesk/messages/errors.h"

#include <QtCore/QJsonArray>

namespace authdesk::systems::own::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;
using model::ImportedRow;
using model::ImportReport;
using model::ImportResult;

namespace {

constexpr qsizetype mostRows = 5000;
constexpr qsizetype mostColumns = 1000;
constexpr qsizetype longestName = 1024;
constexpr qint64 largestPerson = 1LL << 53;

QJsonObject encodeRow(const ImportedRow &row)
{
    QJsonObject object;
    if (row.error)
        object = encodeError(*row.error);
    object.insert(u"row"_s, row.row);
    object.insert(u"result"_s, QString(model::importResultName(row.result)));
    object.insert(u"id"_s, row.id > 0 ? QJsonValue(row.id) : QJsonValue());
    object.insert(u"username"_s, row.username);
    if (!row.changes.isEmpty())
        object.insert(u"changes"_s, row.changes);
    if (row.passwordKept)
        object.insert(u"password_kept"_s, true);
    return object;
}

Result<ImportedRow> rowOf(const QJsonObject &object)
{
    JsonFields fields(object);
    ImportedRow row{.row = int(fields.integer("row"_L1, 0, mostRows))};
    const auto result =
        model::importResultFromName(fields.text("result"_L1, {.atLeast = 1, .atMost = 32}));
    if (!result)
        fields.addError("result"_L1, "not_allowed"_L1, u"There is no such result."_s);
    row.result = result.value_or(ImportResult::Refused);
    row.id = fields.optionalInteger("id"_L1, 1, largestPerson).value_or(0);
    // Whatever the file held there, which may be what it was refused for.
    row.username = object.value("username"_L1).toString().left(longestName);
    if (fields.has("changes"_L1))
        row.changes = fields.object("changes"_L1);
    row.passwordKept = fields.optionalFlag("password_kept"_L1).value_or(false);
    if (row.result == ImportResult::Refused)
        row.error = decodeError(object);
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return row;
}

} // namespace

QJsonObject encode(const ImportReport &report)
{
    QJsonArray rows;
    for (const ImportedRow &row : report.rows)
        rows.append(encodeRow(row));
    QJsonObject object{{u"dry_run"_s, report.isDryRun},
                       {u"ignored_columns"_s, QJsonArray::fromStringList(report.ignoredColumns)},
                       {u"rows"_s, rows}};
    for (const ImportResult result : {ImportResult::Created, ImportResult::Updated,
                                      ImportResult::Unchanged, ImportResult::Refused})
        object.insert(model::importResultName(result), qint64(report.count(result)));
    return object;
}

Result<ImportReport> decodeImportReport(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    ImportReport report{.isDryRun = fields.flag("dry_run"_L1)};
    for (const QJsonValue column : fields.array("ignored_columns"_L1, mostColumns))
        report.ignoredColumns.append(column.toString());
    for (const QJsonValue row : fields.array("rows"_L1, mostRows)) {
        auto decoded = rowOf(row.toObject());
        if (!decoded)
            return std::unexpected(decoded.error());
        report.rows.append(*std::move(decoded));
    }
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return report;
}

} // namespace authdesk::systems::own::messages
