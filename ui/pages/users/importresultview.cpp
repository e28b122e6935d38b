// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/importresultview.h"

#include "ui/pages/users/importtexts.h"
#include "ui/theme/colors.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/wrappinglabel.h"

#include <QtCore/QDir>
#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTableView>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;
using Stage = ImportViewModel::Stage;

namespace {

constexpr int tableRows = 4;
constexpr int lineWidth = 96;
constexpr int whoWidth = 160;

QString placeText(const transfer::PersonPlace &place)
{
    return place.line > 0 ? ImportResultView::tr("line %1").arg(QLocale().toString(place.line))
                          : ImportResultView::tr("person %1").arg(QLocale().toString(place.row));
}

} // namespace

ImportResultView::ImportResultView(ImportViewModel &viewModel, QWidget *parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_message(new widgets::MessageBar(this))
    , m_counts(widgets::wrappingLabel(u"importCounts"_s, this))
    , m_notes(widgets::wrappingLabel(u"importNotes"_s, this))
    , m_refusedTitle(widgets::wrappingLabel(u"refusedTitle"_s, this))
    , m_refused(new QTableView(this))
    , m_save(widgets::plainButton({}, this))
    , m_saved(widgets::wrappingLabel(u"refusedSaved"_s, this))
{
    m_message->setObjectName(u"importMessage"_s);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    m_refusedTitle->setBuddy(m_refused);
    m_save->setObjectName(u"saveRefused"_s);
    buildTable();
    auto *keep = new QHBoxLayout;
    keep->setSpacing(theme::space12);
    keep->addWidget(m_save, 0, Qt::AlignLeft);
    keep->addWidget(m_saved, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(theme::fieldGap);
    all->addWidget(m_message);
    all->addWidget(m_counts);
    all->addWidget(m_refusedTitle);
    all->addWidget(m_refused);
    all->addLayout(keep);
    all->addWidget(m_notes);
    connect(m_save, &QPushButton::clicked, this, &ImportResultView::chooseWhereToSave);
    retranslate();
}

void ImportResultView::buildTable()
{
    m_refused->setObjectName(u"refusedRows"_s);
    m_refused->setModel(&m_viewModel.refused());
    m_refused->setItemDelegate(new widgets::RowDelegate(m_refused));
    m_refused->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_refused->setSelectionMode(QAbstractItemView::SingleSelection);
    m_refused->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_refused->setShowGrid(false);
    m_refused->setWordWrap(false);
    m_refused->setTabKeyNavigation(false);
    m_refused->setFixedHeight(theme::headerHeight + tableRows * theme::rowHeight + 2);
    m_refused->verticalHeader()->hide();
    m_refused->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_refused->verticalHeader()->setDefaultSectionSize(theme::rowHeight);
    QHeaderView *header = m_refused->horizontalHeader();
    header->setFixedHeight(theme::headerHeight);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->resizeSection(RefusedRowsModel::Line, lineWidth);
    header->resizeSection(RefusedRowsModel::Who, whoWidth);
    theme::setFontRole(header, theme::FontRole::Caption);
}

void ImportResultView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ImportResultView::retranslate()
{
    m_refused->setAccessibleName(tr("Refused rows"));
    m_save->setText(tr("Save the refused rows…"));
    m_viewModel.refused().retranslate();
    updateWidgets();
}

void ImportResultView::updateWidgets()
{
    if (m_viewModel.isRunning() || m_viewModel.stage() == Stage::Source) {
        m_savedAs.clear();
        m_saveError.clear();
        return;
    }
    updateMessage();
    m_counts->setText(countsText(m_viewModel.counts(), m_viewModel.stage() == Stage::Looked
                                                           ? ImportTense::WouldBe
                                                           : ImportTense::Is));
    // Where nothing came to anything, the message says so.
    m_counts->setVisible(m_viewModel.stage() != Stage::Interrupted
                         || m_viewModel.counts().all() > 0);
    const QString notes = notesText();
    m_notes->setText(notes);
    m_notes->setVisible(!notes.isEmpty());
    const RefusedRowsModel &refused = m_viewModel.refused();
    const bool hasRefused = refused.total() > 0;
    const QString kept = QLocale().toString(refused.rowCount());
    m_refusedTitle->setText(refused.total() > refused.rowCount()
                                ? tr("The first %1 of the rows that are refused:").arg(kept)
                                : tr("The rows that are refused:"));
    m_refusedTitle->setVisible(hasRefused);
    m_refused->setVisible(hasRefused);
    m_save->setVisible(hasRefused);
    m_saved->setText(m_savedAs.isEmpty()
                         ? m_saveError
                         : tr("Saved in %1.").arg(QDir::toNativeSeparators(m_savedAs)));
    m_saved->setVisible(hasRefused && !m_saved->text().isEmpty());
    QPalette colors = palette();
    if (m_savedAs.isEmpty())
        colors.setColor(QPalette::WindowText, theme::colorsOf(colors).dangerText);
    m_saved->setPalette(colors);
}

void ImportResultView::updateMessage()
{
    using Kind = widgets::MessageBar::Kind;
    if (m_viewModel.stage() == Stage::Interrupted) {
        const bool wanted = m_viewModel.interruption().code == base::ErrorCode::Cancelled;
        m_message->showMessage(wanted ? Kind::Info : Kind::Danger, interruptionText());
    } else if (m_viewModel.stage() == Stage::Looked && m_viewModel.peopleToImport() == 0) {
        m_message->showMessage(Kind::Info, tr("There is nobody to import."));
    } else {
        m_message->clear();
    }
}

QString ImportResultView::interruptionText() const
{
    QStringList sentences;
    const base::Error &why = m_viewModel.interruption();
    if (why.code == base::ErrorCode::Cancelled)
        sentences.append(tr("The import is stopped."));
    else
        sentences.append(importErrorText(why));
    const transfer::PersonPlace &known = m_viewModel.lastKnown();
    const transfer::PersonPlace sent = m_viewModel.lastSent();
    if (known.row > 0)
        sentences.append(tr("Everything up to %1 is dealt with, and stays.").arg(placeText(known)));
    else if (sent.row == 0)
        sentences.append(tr("Nobody was imported."));
    if (sent.row > 0)
        sentences.append(tr("Whether what comes next, up to %1, has arrived is not known: "
                            "“Continue” sends it again, which changes nothing that is there.")
                             .arg(placeText(sent)));
    else if (known.row > 0)
        sentences.append(tr("What comes next was not sent."));
    return sentences.join(u' ');
}

QString ImportResultView::notesText() const
{
    QStringList notes;
    if (!m_viewModel.ignoredColumns().isEmpty())
        notes.append(tr("These columns mean nothing here: %1.")
                         .arg(m_viewModel.ignoredColumns().join(u", "_s)));
    if (m_viewModel.passwordsKept() > 0)
        notes.append(tr("%Ln people keep the password that they have, though the file brings "
                        "another one.",
                        nullptr, int(m_viewModel.passwordsKept())));
    const bool looked = m_viewModel.stage() == Stage::Looked;
    if (m_viewModel.counts().created > 0)
        notes.append(tr("Whoever comes without a password hash has no password: they cannot sign "
                        "in before you reset it."));
    if (looked && m_viewModel.peopleToImport() > 0)
        notes.append(tr("An import cannot be undone in one step."));
    return notes.join(u'\n');
}

void ImportResultView::chooseWhereToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save the refused rows"));
    dialog->setObjectName(u"saveRefusedDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("CSV, for spreadsheets (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    //: Proposed name of a file
    dialog->selectFile(tr("Refused rows.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &ImportResultView::saveTo);
    dialog->open();
}

void ImportResultView::saveTo(const QString &path)
{
    const base::Result<void> saved = m_viewModel.refused().save(path);
    m_savedAs = saved ? path : QString();
    m_saveError = saved ? QString() : saved.error().message;
    updateWidgets();
}

} // namespace authdesk::ui::pages::users
