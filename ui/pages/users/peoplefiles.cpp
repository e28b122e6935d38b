// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/peoplefiles.h"

#include "core/transfer/peoplereader.h"
#include "ui/pages/users/exportpeopledialog.h"
#include "ui/pages/users/importdialog.h"
#include "ui/pages/users/usersviewmodel.h"
#include "ui/widgets/exportdialog.h"

#include <QtCore/QDir>
#include <QtWidgets/QFileDialog>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;
using gateway::ExportFormat;

PeopleFiles::PeopleFiles(gateway::TransferGateway &transfer, UsersViewModel &list,
                         QString serverName, const base::Clock &clock, QWidget *page)
    : QObject(page)
    , m_transfer(transfer)
    , m_list(list)
    , m_serverName(std::move(serverName))
    , m_clock(clock)
    , m_page(page)
{
}

void PeopleFiles::openImport(ImportFrom from)
{
    if (!m_list.rights().canCreate())
        return;
    auto *dialog = new ImportDialog(m_transfer, from, m_page->window());
    connect(dialog, &ImportDialog::imported, this, [this](const model::ImportCounts &counts) {
        Q_EMIT imported();
        Q_EMIT announced(
            tr("%Ln people are imported.", nullptr, int(counts.created + counts.updated)));
    });
    dialog->open();
}

void PeopleFiles::openExport()
{
    const gateway::UserQuery shown = m_list.query();
    auto *dialog = new ExportPeopleDialog(
        m_list.isFiltered(), m_list.table().isTotalAtLeast() ? -1 : m_list.table().total(),
        m_page->window());
    connect(dialog, &QDialog::accepted, this, [this, dialog, shown] {
        askWhereToExport(dialog->isEverybody() ? gateway::UserQuery{} : shown, dialog->format());
    });
    dialog->open();
}

void PeopleFiles::askWhereToExport(const gateway::UserQuery &who, ExportFormat format)
{
    const bool isCsv = format == ExportFormat::Csv;
    auto *dialog = new QFileDialog(m_page->window(), tr("Export people"));
    dialog->setObjectName(u"exportPeopleFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString suffix = isCsv ? u"csv"_s : u"json"_s;
    dialog->setNameFilter(isCsv ? tr("CSV, for spreadsheets (*.csv)")
                                : tr("JSON, for programs (*.json)"));
    dialog->setDefaultSuffix(suffix);
    //: Proposed name of a file; %1 is the server's name, %2 the day, %3 csv or json
    dialog->selectFile(
        tr("%1 people %2.%3")
            .arg(m_serverName, m_clock.now().toLocalTime().date().toString(Qt::ISODate), suffix));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, who, format](const QString &path) { exportTo(who, path, format); });
    dialog->open();
}

void PeopleFiles::exportTo(const gateway::UserQuery &who, const QString &path, ExportFormat format)
{
    // A name that says otherwise wins: whoever opens the file goes by it.
    ExportFormat written = format;
    if (const auto named = transfer::formatOfName(path))
        written = *named == transfer::Format::Json ? ExportFormat::Json : ExportFormat::Csv;
    auto *dialog = new widgets::ExportDialog(
        {.title = tr("Export people – Authdesk"),
         .what = tr("Writing the people to %1."),
         .waiting = tr("The server puts the people together.")},
        [&transfer = m_transfer, who, written](ExportFormat, const gateway::ExportSink &sink) {
            return transfer.exportPeople(who, written, sink);
        },
        m_page->window());
    connect(dialog, &widgets::ExportDialog::exported, this, [this](const QString &file) {
        Q_EMIT announced(tr("The people are in %1.").arg(QDir::toNativeSeparators(file)));
    });
    dialog->open();
    dialog->start(path);
}

} // namespace authdesk::ui::pages::users
