// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/importreport.h"

#include <algorithm>
#include <array>

namespace authdesk::model {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array results{ImportResult::Created, ImportResult::Updated, ImportResult::Unchanged,
                             ImportResult::Refused};

} // namespace

QLatin1StringView importResultName(ImportResult result)
{
    switch (result) {
    case ImportResult::Created:
        return "created"_L1;
    case ImportResult::Updated:
        return "updated"_L1;
    case ImportResult::Unchanged:
        return "unchanged"_L1;
    case ImportResult::Refused:
        return "refused"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<ImportResult> importResultFromName(QStringView name)
{
    const auto found = std::ranges::find_if(
        results, [&](ImportResult one) { return name == importResultName(one); });
    return found == results.end() ? std::nullopt : std::optional(*found);
}

qsizetype ImportReport::count(ImportResult result) const
{
    return std::ranges::count(rows, result, &ImportedRow::result);
}

void ImportCounts::add(const ImportReport &report)
{
    created += report.count(ImportResult::Created);
    updated += report.count(ImportResult::Updated);
    unchanged += report.count(ImportResult::Unchanged);
    refused += report.count(ImportResult::Refused);
}

} // namespace authdesk::model
