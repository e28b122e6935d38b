// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/importdialog.h"

#include "ui/pages/users/importresultview.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitheight.h"
#include "ui/widgets/languagefollower.h"

#include <QtCore/QLocale>
#include <QtCore/QMimeData>
#include <QtGui/QDragEnterEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;
using Stage = ImportViewModel::Stage;

namespace {

constexpr int barSteps = 1000;
constexpr int dialogWidth = 620;
constexpr int patienceMs = 300;

} // namespace

ImportDialog::ImportDialog(gateway::TransferGateway &transfer, ImportFrom from, QWidget *parent)
    : QDialog(parent)
    , m_viewModel(transfer)
    , m_title(new QLabel(this))
    , m_source(new ImportSourceView(this))
    , m_progress(new QWidget(this))
    , m_result(new ImportResultView(m_viewModel, this))
    , m_back(widgets::plainButton({}, this))
    , m_cancel(widgets::plainButton({}, this))
    , m_goOn(widgets::primaryButton({}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"importDialog"_s);
    setAcceptDrops(true);
    m_title->setObjectName(u"importTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    theme::setFontRole(m_title, theme::FontRole::PageTitle);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    buildProgress();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                            theme::pageMargin);
    all->setSpacing(theme::fieldGap);
    all->addWidget(m_title);
    all->addWidget(m_source);
    all->addWidget(m_progress);
    all->addWidget(m_result);
    all->addLayout(buildButtons());
    connectAll();
    m_source->choose(from);
    widgets::followLanguage(this, [this] { retranslate(); });
    widgets::fitHeight(this, dialogWidth);
    m_source->enter();
}

void ImportDialog::buildProgress()
{
    m_bar = new QProgressBar(m_progress);
    m_bar->setObjectName(u"importProgress"_s);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, barSteps);
    m_far = new QLabel(m_progress);
    m_far->setObjectName(u"importFar"_s);
    m_far->setWordWrap(true);
    m_far->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(m_progress);
    layout->setContentsMargins({});
    layout->setSpacing(theme::fieldGap);
    layout->addWidget(m_bar);
    layout->addWidget(m_far);
}

QLayout *ImportDialog::buildButtons()
{
    m_back->setObjectName(u"importBack"_s);
    m_cancel->setObjectName(u"importCancel"_s);
    m_goOn->setObjectName(u"importGoOn"_s);
    m_goOn->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->setContentsMargins(0, theme::space12, 0, 0);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_goOn);
    return buttons;
}

void ImportDialog::connectAll()
{
    connect(&m_viewModel, &ImportViewModel::changed, this, &ImportDialog::updateWidgets);
    connect(&m_viewModel, &ImportViewModel::sourceRefused, m_source, &ImportSourceView::showError);
    connect(&m_viewModel, &ImportViewModel::lookFailed, m_source, &ImportSourceView::showFailure);
    connect(m_source, &ImportSourceView::changed, this, &ImportDialog::updateWidgets);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_isSlow = true;
        updateWidgets();
    });
    connect(m_back, &QPushButton::clicked, &m_viewModel, &ImportViewModel::goBack);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_goOn, &QPushButton::clicked, this, &ImportDialog::goOn);
}

void ImportDialog::reject()
{
    if (m_viewModel.isRunning())
        m_viewModel.cancel();
    else
        QDialog::reject();
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_viewModel.stage() == Stage::Source
        && !ImportSourceView::droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent *event)
{
    m_source->setPath(ImportSourceView::droppedFile(event->mimeData()));
    event->acceptProposedAction();
}

void ImportDialog::goOn()
{
    switch (m_viewModel.stage()) {
    case Stage::Source:
        return look();
    case Stage::Looked:
        return m_viewModel.importAll();
    case Stage::Interrupted:
        return m_viewModel.resume();
    case Stage::Done:
        return accept();
    case Stage::Looking:
    case Stage::Importing:
        return;
    }
}

void ImportDialog::look()
{
    m_source->clearErrors();
    if (m_source->from() == ImportFrom::File)
        m_viewModel.lookAtFile(m_source->path());
    else
        m_viewModel.lookAtText(m_source->table());
}

void ImportDialog::retranslate()
{
    setWindowTitle(tr("Import people – Authdesk"));
    m_bar->setAccessibleName(tr("Progress of the import"));
    m_back->setText(tr("Back"));
    updateWidgets();
}

void ImportDialog::updateWidgets()
{
    const Stage stage = m_viewModel.stage();
    if (stage != m_shown)
        stageChanged();
    // A look that is quick leaves the page as it is.
    const bool isAtSource = stage == Stage::Source || (stage == Stage::Looking && !m_isSlow);
    const bool isInProgress = m_viewModel.isRunning() && !isAtSource;
    m_source->setVisible(isAtSource);
    m_source->setEnabled(stage == Stage::Source);
    m_progress->setVisible(isInProgress);
    m_result->setVisible(!isAtSource && !isInProgress);
    m_title->setText(titleText());
    m_result->updateWidgets();
    updateProgress();
    updateButtons();
}

void ImportDialog::stageChanged()
{
    m_shown = m_viewModel.stage();
    m_isSlow = false;
    if (m_shown == Stage::Looking)
        m_patience.start();
    else
        m_patience.stop();
    const model::ImportCounts &counts = m_viewModel.counts();
    const bool hasEnded = m_shown == Stage::Done || m_shown == Stage::Interrupted;
    if (hasEnded && counts.created + counts.updated > 0)
        Q_EMIT imported(counts);
    if (!m_viewModel.isRunning())
        m_goOn->setFocus(Qt::OtherFocusReason);
}

QString ImportDialog::titleText() const
{
    switch (m_viewModel.stage()) {
    case Stage::Source:
        return tr("Import people");
    case Stage::Looking:
        return m_isSlow ? tr("Checking who is in it") : tr("Import people");
    case Stage::Looked:
        return tr("What the import does");
    case Stage::Importing:
        return tr("Importing people");
    case Stage::Interrupted:
        return tr("The import is not finished");
    case Stage::Done:
        return tr("The import is finished");
    }
    Q_UNREACHABLE();
}

void ImportDialog::updateProgress()
{
    m_bar->setValue(int(m_viewModel.progress() * barSteps));
    const QString count = QLocale().toString(m_viewModel.counts().all());
    if (m_viewModel.isStopping())
        m_far->setText(
            tr("It stops after the people who are on their way. Up to now: %1 people.").arg(count));
    else
        m_far->setText(tr("Up to now: %1 people.").arg(count));
}

void ImportDialog::updateButtons()
{
    const Stage stage = m_viewModel.stage();
    m_back->setVisible(stage == Stage::Looked);
    m_cancel->setVisible(stage != Stage::Done);
    m_cancel->setEnabled(!m_viewModel.isStopping());
    m_cancel->setText(stage == Stage::Interrupted ? tr("Close") : tr("Cancel"));
    bool isWanted = !m_viewModel.isRunning();
    bool isEnabled = true;
    switch (stage) {
    case Stage::Source:
    case Stage::Looking:
        m_goOn->setText(tr("Check"));
        isEnabled = stage == Stage::Source && m_source->isFilled();
        isWanted = !m_isSlow;
        break;
    case Stage::Looked:
        m_goOn->setText(m_viewModel.peopleToImport() > 0
                            ? tr("Import %Ln people", nullptr, int(m_viewModel.peopleToImport()))
                            : tr("Import"));
        isEnabled = m_viewModel.peopleToImport() > 0;
        break;
    case Stage::Interrupted:
        m_goOn->setText(tr("Continue"));
        isWanted = m_viewModel.canResume();
        break;
    case Stage::Done:
        m_goOn->setText(tr("Done"));
        break;
    case Stage::Importing:
        break;
    }
    m_goOn->setVisible(isWanted);
    m_goOn->setEnabled(isEnabled);
}

} // namespace authdesk::ui::pages::users
