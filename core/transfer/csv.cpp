// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/csv.h"

#include <algorithm>
#include <array>

namespace authdesk::transfer {

namespace {

/// The full-width forms are signs of a formula to some spreadsheets too.
constexpr std::array formulaSigns{u'=',      u'+',      u'-',      u'@',
                                  u'\uff1d', u'\uff0b', u'\uff0d', u'\uff20'};

bool mustBeQuoted(const QString &cell)
{
    return std::any_of(cell.begin(), cell.end(),
                       [](QChar c) { return c == u',' || c == u'"' || c == u'\r' || c == u'\n'; });
}

QStringView withoutApostrophes(QStringView cell)
{
    while (cell.startsWith(u'\''))
        cell = cell.sliced(1);
    return cell;
}

bool wouldRun(QStringView cell)
{
    // What is blank in front does not keep a spreadsheet from seeing the sign behind it.
    const auto first = std::find_if(cell.begin(), cell.end(), [](QChar c) { return !c.isSpace(); });
    const bool runs =
        first != cell.end() && std::ranges::find(formulaSigns, *first) != formulaSigns.end();
    return runs || cell.startsWith(u'\t') || cell.startsWith(u'\r');
}

} // namespace

QString neutral(const QString &cell)
{
    return wouldRun(withoutApostrophes(cell)) ? u'\'' + cell : cell;
}

QString plain(const QString &cell)
{
    return cell.startsWith(u'\'') && wouldRun(withoutApostrophes(cell)) ? cell.sliced(1) : cell;
}

QByteArray csvLine(const QStringList &cells)
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += u',';
        QString cell = neutral(cells.at(i));
        if (mustBeQuoted(cell))
            cell = u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
        line += cell;
    }
    return (line + QStringLiteral("\r\n")).toUtf8();
}

} // namespace authdesk::transfer
