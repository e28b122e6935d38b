// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What came of the rows of an import, or would come of them. Plain values.
#pragma once

#include "core/base/error.h"

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <optional>

namespace authdesk::model {

enum class ImportResult { Created, Updated, Unchanged, Refused };

[[nodiscard]] QLatin1StringView importResultName(ImportResult result); ///< "created", …
[[nodiscard]] std::optional<ImportResult> importResultFromName(QStringView name);

struct ImportedRow
{
    int row = 0; ///< of the call, counted from 1 and without headings
    ImportResult result = ImportResult::Refused;
    qint64 id = 0; ///< 0: there is nobody (yet)
    QString username = {};
    QJsonObject changes = {}; ///< {"role": {"old", "new"}}
    /// The row brings another password than the person has, who keeps the own one.
    bool passwordKept = false;
    std::optional<base::Error> error = {}; ///< why it was refused

    bool operator==(const ImportedRow &) const = default;
};

struct ImportReport
{
    bool isDryRun = false;
    QStringList ignoredColumns = {};
    QList<ImportedRow> rows = {};

    [[nodiscard]] qsizetype count(ImportResult result) const;

    bool operator==(const ImportReport &) const = default;
};

/// What an import came to, over all its calls.
struct ImportCounts
{
    qint64 created = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 refused = 0;

    [[nodiscard]] qint64 all() const { return created + updated + unchanged + refused; }
    void add(const ImportReport &report);

    bool operator==(const ImportCounts &) const = default;
};

} // namespace authdesk::model
