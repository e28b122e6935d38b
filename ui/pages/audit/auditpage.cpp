// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/audit/auditpage.h"

#include "ui/pages/audit/auditlistview.h"
#include "ui/pages/audit/auditviewmodel.h"
#include "ui/pages/audit/eventpane.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/exportdialog.h"
#include "ui/widgets/rowtable.h"

#include <QtCore/QDir>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QSplitter>

namespace authdesk::ui::pages::audit {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastListWidth = 400;

} // namespace

AuditPage::AuditPage(const AuditPageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_viewModel(std::make_unique<AuditViewModel>(context.audit, context.clock))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_listView(new AuditListView(*m_viewModel, context.serverName, this))
    , m_pane(new EventPane(this))
{
    setObjectName(u"auditPage"_s);
    m_pane->setMinimumWidth(theme::paneLeast);
    // Less than their contents ask for: the list leaves out what does not fit.
    m_listView->setMinimumWidth(leastListWidth);
    m_splitter->setMinimumWidth(leastListWidth);
    m_splitter->addWidget(m_listView);
    m_splitter->addWidget(m_pane);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_splitter);
    widgets::RowTable *table = m_listView->table();
    connect(table, &widgets::RowTable::currentIdChanged, this, [this](qint64 id) {
        if (id < 0)
            closePane();
        else if (!isNarrow()) // in a narrow window the arrow keys must not leave the list
            chooseEvent(id);
    });
    connect(table, &widgets::RowTable::opened, this, &AuditPage::chooseEvent);
    connect(m_pane, &EventPane::closeWanted, this, &AuditPage::closePane);
    connect(m_listView, &AuditListView::exportWanted, this, &AuditPage::askWhereToExport);
    updateWidgets();
}

AuditPage::~AuditPage()
{
    // The views look at the view-model until they are gone.
    delete m_splitter;
}

void AuditPage::activated()
{
    if (m_started)
        m_viewModel->refresh();
    else
        m_viewModel->load();
    m_started = true;
}

void AuditPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_viewModel->setShown(true);
}

void AuditPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_viewModel->setShown(false);
}

void AuditPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    updateWidgets();
}

void AuditPage::chooseEvent(qint64 id)
{
    const int row = m_viewModel->table().rowOf(id);
    if (row < 0 || (m_pane->hasEvent() && m_pane->eventId() == id))
        return;
    m_pane->setEvent(m_viewModel->table().itemAt(row));
    updateWidgets();
    if (isNarrow()) // the list that had the keyboard is gone
        m_pane->takeKeyboard();
}

void AuditPage::closePane()
{
    const bool hadFocus = m_pane->isAncestorOf(QWidget::focusWidget());
    m_pane->clear();
    m_listView->table()->setCurrentId(-1);
    updateWidgets();
    if (hadFocus)
        m_listView->table()->setFocus();
}

void AuditPage::askWhereToExport()
{
    auto *dialog = new QFileDialog(this, tr("Export events"));
    dialog->setObjectName(u"exportFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
        {tr("CSV, for spreadsheets (*.csv)"), tr("JSON, for programs (*.json)")});
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("*.json"_L1) ? u"json"_s : u"csv"_s);
    });
    //: Proposed name of a file; %1 is the server's name, %2 the day
    dialog->selectFile(tr("%1 audit %2.csv")
                           .arg(m_context.serverName,
                                m_context.clock.now().toLocalTime().date().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &AuditPage::exportTo);
    dialog->open();
}

void AuditPage::exportTo(const QString &path)
{
    auto *dialog = new widgets::ExportDialog(
        {.title = tr("Export events – Authdesk"),
         .what = tr("Writing the events to %1."),
         .waiting = tr("The server puts the events together.")},
        [&audit = m_context.audit, query = m_viewModel->exportQuery()](
            gateway::ExportFormat format, const gateway::ExportSink &sink) {
            return audit.exportTo(query, format, sink);
        },
        window());
    connect(dialog, &widgets::ExportDialog::exported, this, [this](const QString &file) {
        Q_EMIT announced(tr("The events are in %1.").arg(QDir::toNativeSeparators(file)));
    });
    dialog->open();
    dialog->start(path);
}

void AuditPage::updateWidgets()
{
    const bool open = m_pane->hasEvent();
    const bool narrow = isNarrow();
    m_pane->setVisible(open);
    m_pane->setAlone(narrow);
    m_pane->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : theme::paneMost);
    m_listView->setVisible(!open || !narrow);
    if (open && !narrow && m_splitter->sizes().at(1) < theme::paneLeast) {
        layout()->activate(); // the sizes are shares of what the splitter has now
        m_splitter->setSizes({std::max(width() - theme::paneWidth, 1), theme::paneWidth});
    }
}

bool AuditPage::isNarrow() const
{
    return window()->width() < theme::narrowWindow;
}

} // namespace authdesk::ui::pages::audit
