// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/importtexts.h"

#include "core/base/template.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fielderrors.h"

#include <QtCore/QCoreApplication>

#include <array>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;

namespace {

constexpr char context[] = "ImportProblems";

/// Every sentence that core/transfer and ImportSource say about a file or a row of one.
constexpr auto problems = std::to_array<const char *>({
    QT_TRANSLATE_NOOP("ImportProblems", "This is no file. Choose a file."),
    QT_TRANSLATE_NOOP("ImportProblems", "This file cannot be read: %1."),
    QT_TRANSLATE_NOOP("ImportProblems",
                      "This file is another one than when it was checked. Check it again."),
    QT_TRANSLATE_NOOP("ImportProblems", "This row is longer than the server takes."),
    QT_TRANSLATE_NOOP("ImportProblems", "The file cannot be read."),
    QT_TRANSLATE_NOOP("ImportProblems", "There is nothing in this table."),
    QT_TRANSLATE_NOOP("ImportProblems", "The first line names the column %1 twice."),
    QT_TRANSLATE_NOOP("ImportProblems",
                      "The first line must name the columns, username or email among them."),
    QT_TRANSLATE_NOOP("ImportProblems", "There are more cells than headings."),
    QT_TRANSLATE_NOOP("ImportProblems", "%1 is given twice, or is no text."),
    QT_TRANSLATE_NOOP("ImportProblems",
                      "This table cannot be read: line %1: a quotation mark is never closed."),
    QT_TRANSLATE_NOOP("ImportProblems",
                      "This table cannot be read: line %1: this is not text in UTF-8."),
    QT_TRANSLATE_NOOP("ImportProblems", "This table cannot be read: line %1: a line is too long."),
    QT_TRANSLATE_NOOP(
        "ImportProblems",
        "This table cannot be read: line %1: text stands behind a closing quotation mark."),
    QT_TRANSLATE_NOOP("ImportProblems", "This file cannot be read: it is no JSON."),
    QT_TRANSLATE_NOOP("ImportProblems", "This file cannot be read: it is no list of people."),
    QT_TRANSLATE_NOOP("ImportProblems", "This file cannot be read: the list of people must come "
                                        "first, as \"items\"."),
    QT_TRANSLATE_NOOP("ImportProblems", "This file cannot be read: person %1 is no JSON, or nests "
                                        "too deeply or names a field twice."),
    QT_TRANSLATE_NOOP("ImportProblems", "This file cannot be read: person %1: a comma is missing, "
                                        "or the list ends in its middle."),
    QT_TRANSLATE_NOOP("ImportProblems",
                      "This file cannot be read: person %1: an object is expected."),
    QT_TRANSLATE_NOOP("ImportProblems",
                      "This file cannot be read: person %1: something stands behind the list."),
    QT_TRANSLATE_NOOP("ImportProblems",
                      "This file cannot be read: person %1: the file does not end."),
    QT_TRANSLATE_NOOP("ImportProblems",
                      "This file cannot be read: person %1: the file ends in its middle."),
    QT_TRANSLATE_NOOP("ImportProblems",
                      "This file cannot be read: person %1: the list does not end."),
    QT_TRANSLATE_NOOP("ImportProblems", "This file cannot be read: person %1: this is too long."),
});

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ImportTexts)
};

QString addedText(int count, ImportTense tense)
{
    return tense == ImportTense::WouldBe ? Words::tr("%Ln people are new.", nullptr, count)
                                         : Words::tr("%Ln people are added.", nullptr, count);
}

QString changedText(int count, ImportTense tense)
{
    return tense == ImportTense::WouldBe ? Words::tr("%Ln people change.", nullptr, count)
                                         : Words::tr("%Ln people are changed.", nullptr, count);
}

} // namespace

QString importProblem(const QString &english)
{
    for (const char *const problem : problems) {
        const base::Template words{QString::fromLatin1(problem)};
        const auto values = words.valuesIn(english);
        if (values)
            return base::Template(QCoreApplication::translate(context, problem)).filled(*values);
    }
    return english;
}

QString importErrorText(const base::Error &error)
{
    if (error.code != base::ErrorCode::Malformed && error.code != base::ErrorCode::FileFailed)
        return widgets::errorText(error);
    const QString text = importProblem(error.message);
    // What spreadsheets write by themselves, and the way out of it.
    if (error.message.endsWith("this is not text in UTF-8."_L1))
        return text + u' ' + Words::tr("In the spreadsheet, save it as “CSV UTF-8”.");
    return text;
}

QString refusalText(const base::Error &error)
{
    if (error.fields.isEmpty())
        return error.message.isEmpty() ? widgets::errorText(error) : error.message;
    QStringList reasons;
    for (const base::FieldError &field : error.fields) {
        reasons.append(u"%1: %2"_s.arg(
            field.field, field.message.isEmpty() ? widgets::fieldErrorText(field) : field.message));
    }
    return reasons.join(u' ');
}

QString countsText(const model::ImportCounts &counts, ImportTense tense)
{
    QStringList lines;
    if (counts.created > 0)
        lines.append(addedText(int(counts.created), tense));
    if (counts.updated > 0)
        lines.append(changedText(int(counts.updated), tense));
    if (counts.unchanged > 0)
        lines.append(
            Words::tr("%Ln people are there already, just so.", nullptr, int(counts.unchanged)));
    if (counts.refused > 0)
        lines.append(Words::tr("%Ln rows are refused.", nullptr, int(counts.refused)));
    return lines.isEmpty() ? Words::tr("Nobody is in it.") : lines.join(u'\n');
}

} // namespace authdesk::ui::pages::users
