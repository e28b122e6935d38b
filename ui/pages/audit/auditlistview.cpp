// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/audit/auditlistview.h"

#include "ui/pages/audit/audittexts.h"
#include "ui/pages/audit/daysdialog.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rowtable.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStackedLayout>

#include <array>

namespace authdesk::ui::pages::audit {

using namespace Qt::StringLiterals;
using Kind = widgets::MessageBar::Kind;

namespace {

constexpr int shortestChoice = 8; ///< letters that a choice shows at least

const QList<widgets::RowTable::Column> columns{
    {.width = 100, .goesFirst = 0}, {.width = 130, .goesFirst = 0}, {.width = 200, .goesFirst = 0},
    {.width = 120, .goesFirst = 2}, {.width = 100, .goesFirst = 1}, {.width = 120, .goesFirst = 3}};

QComboBox *choice(const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    // As wide as the place allows, not as its longest entry.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(shortestChoice);
    constexpr int mostShown = 30;
    box->setMaxVisibleItems(mostShown);
    return box;
}

} // namespace

AuditListView::AuditListView(AuditViewModel &viewModel, const QString &serverName, QWidget *parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_serverName(serverName)
    , m_title(new QLabel(this))
    , m_live(widgets::plainButton({}, this))
    , m_verify(widgets::plainButton({}, this))
    , m_export(widgets::plainButton({}, this))
    , m_person(new QLineEdit(this))
    , m_action(choice(u"actionFilter"_s, this))
    , m_result(choice(u"resultFilter"_s, this))
    , m_span(choice(u"timeFilter"_s, this))
    , m_clear(widgets::linkButton({}, this))
    , m_message(new widgets::MessageBar(this))
    , m_verdict(new widgets::MessageBar(this))
    , m_middle(new QWidget(this))
    , m_stack(new QStackedLayout(m_middle))
    , m_table(new widgets::RowTable(viewModel.table(), columns, m_middle))
    , m_empty(new widgets::EmptyState(theme::Icon::Audit, m_middle))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme::pageMargin, theme::space16, theme::pageMargin, 0);
    all->setSpacing(theme::space12);
    buildHead();
    buildFilters();
    m_message->setObjectName(u"auditMessage"_s);
    m_verdict->setObjectName(u"verdictMessage"_s);
    all->addWidget(m_message);
    all->addWidget(m_verdict);
    buildMiddle();
    all->addWidget(m_middle, 1);
    connectFilters();
    connect(&viewModel, &AuditViewModel::changed, this, &AuditListView::updateWidgets);
    connect(&viewModel, &AuditViewModel::verified, this, &AuditListView::showVerdict);
    connect(&viewModel, &AuditViewModel::verifyFailed, this, [this](const base::Error &error) {
        m_verdict->showMessage(
            Kind::Danger, tr("The events were not checked. %1").arg(widgets::errorText(error)));
    });
    widgets::followLanguage(this, [this] { retranslate(); });
}

void AuditListView::buildHead()
{
    m_title->setObjectName(u"pageTitle"_s);
    theme::setFontRole(m_title, theme::FontRole::PageTitle);
    m_live->setObjectName(u"liveButton"_s);
    m_live->setCheckable(true);
    m_verify->setObjectName(u"verifyButton"_s);
    m_export->setObjectName(u"exportButton"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::buttonGap);
    row->addWidget(m_title);
    row->addStretch(1);
    row->addWidget(m_live);
    row->addWidget(m_verify);
    row->addWidget(m_export);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_live, &QPushButton::clicked, &m_viewModel, &AuditViewModel::setLive);
    connect(m_verify, &QPushButton::clicked, this, [this] {
        m_verdict->clear();
        m_viewModel.verify();
    });
    connect(m_export, &QPushButton::clicked, this, &AuditListView::exportWanted);
}

void AuditListView::buildFilters()
{
    m_person->setObjectName(u"personFilter"_s);
    m_person->setClearButtonEnabled(true);
    m_person->addAction(theme::icon(theme::Icon::Search, QPalette::PlaceholderText),
                        QLineEdit::LeadingPosition);
    m_person->setMinimumWidth(2 * theme::space32);
    m_person->installEventFilter(this);
    m_clear->setObjectName(u"clearFilters"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::buttonGap);
    row->addWidget(m_person, 4);
    row->addWidget(m_action, 4);
    row->addWidget(m_result, 3);
    row->addWidget(m_span, 3);
    row->addWidget(m_clear);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void AuditListView::buildMiddle()
{
    m_table->setObjectName(u"auditTable"_s);
    m_empty->setObjectName(u"emptyState"_s);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_busy = new widgets::BusyOverlay(m_middle);
    connect(m_busy, &widgets::BusyOverlay::cancelled, &m_viewModel.table(),
            &widgets::KeysetTable::cancel);
    connect(m_message, &widgets::MessageBar::buttonClicked, &m_viewModel, &AuditViewModel::load);
    connect(m_empty, &widgets::EmptyState::linkClicked, &m_viewModel,
            &AuditViewModel::clearFilters);
}

void AuditListView::connectFilters()
{
    connect(m_person, &QLineEdit::textChanged, &m_viewModel, &AuditViewModel::setPerson);
    connect(m_person, &QLineEdit::returnPressed, &m_viewModel, &AuditViewModel::searchNow);
    connect(m_action, &QComboBox::activated, this,
            [this](int index) { m_viewModel.setAction(m_action->itemData(index).toString()); });
    connect(m_result, &QComboBox::activated, this,
            [this](int index) { m_viewModel.setResult(m_result->itemData(index).toString()); });
    connect(m_span, &QComboBox::activated, this, &AuditListView::chooseSpan);
    connect(m_clear, &QPushButton::clicked, &m_viewModel, &AuditViewModel::clearFilters);
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] {
        m_person->setFocus(Qt::ShortcutFocusReason);
        m_person->selectAll();
    });
    auto *refresh = new QShortcut(QKeySequence::Refresh, this);
    connect(refresh, &QShortcut::activated, &m_viewModel, &AuditViewModel::load);
}

bool AuditListView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_person && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && m_viewModel.table().rowCount() > 0) {
            m_table->enter();
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_person->text().isEmpty()) {
            m_person->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void AuditListView::fillActions()
{
    m_action->clear();
    m_action->addItem(tr("Every action"), QString());
    for (const ActionChoice &choice : actionChoices()) {
        if (choice.beginsSection)
            m_action->insertSeparator(m_action->count());
        m_action->addItem(choice.words, choice.action);
    }
}

void AuditListView::fillResults()
{
    m_result->clear();
    m_result->addItem(tr("Any result"), QString());
    m_result->addItem(tr("Done"), u"ok"_s);
    m_result->addItem(tr("Refused"), u"refused"_s);
}

void AuditListView::fillSpans()
{
    m_span->clear();
    for (const TimeSpan span : {TimeSpan::Any, TimeSpan::Hour, TimeSpan::Day, TimeSpan::Week,
                                TimeSpan::Month, TimeSpan::Days})
        m_span->addItem(spanWords(span, m_viewModel.filters()), int(span));
}

void AuditListView::chooseSpan(int index)
{
    const auto span = TimeSpan(m_span->itemData(index).toInt());
    if (span == TimeSpan::Days)
        askForDays();
    else
        m_viewModel.setSpan(span);
}

void AuditListView::askForDays()
{
    const AuditFilters &filters = m_viewModel.filters();
    const QDate today = QDate::currentDate();
    auto *dialog = new DaysDialog(filters.firstDay.isValid() ? filters.firstDay : today.addDays(-7),
                                  filters.lastDay.isValid() ? filters.lastDay : today, window());
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_viewModel.setDays(dialog->first(), dialog->last()); });
    // Nothing chosen: the box goes back to what is shown.
    connect(dialog, &QDialog::rejected, this, &AuditListView::updateFilters);
    dialog->open();
}

void AuditListView::retranslate()
{
    m_title->setText(tr("Audit"));
    //: A switch: new events come in while one looks
    m_live->setText(tr("Live"));
    m_live->setToolTip(tr("Show new events as they happen"));
    m_verify->setToolTip(tr("Check that no event was changed, added or removed from outside"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Write the events that the filters let through to a file"));
    m_person->setPlaceholderText(tr("Username"));
    m_person->setAccessibleName(tr("Events of this person"));
    m_person->setToolTip(
        tr("Show what a person did and what was done to them: the whole username (%1)")
            .arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_action->setAccessibleName(tr("Action"));
    m_result->setAccessibleName(tr("Result"));
    m_span->setAccessibleName(tr("Time"));
    //: Takes all filters away
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Show every event again"));
    m_clear->setAccessibleName(tr("Clear the filters"));
    m_table->setAccessibleName(tr("Events"));
    m_viewModel.table().retranslate();
    fillActions();
    fillResults();
    fillSpans();
    updateWidgets();
}

void AuditListView::updateWidgets()
{
    m_live->setChecked(m_viewModel.isLive() && m_viewModel.canBeLive());
    m_live->setEnabled(m_viewModel.canBeLive());
    m_verify->setEnabled(!m_viewModel.isVerifying());
    m_verify->setText(m_viewModel.isVerifying() ? tr("Verifying…") : tr("Verify"));
    updateFilters();
    updateMessage();
    updateMiddle();
}

void AuditListView::updateFilters()
{
    const AuditFilters &filters = m_viewModel.filters();
    // Not without its signal: the button in the field that clears it listens to that too.
    if (m_person->text().trimmed() != filters.person)
        m_person->setText(filters.person);
    m_action->setCurrentIndex(m_action->findData(filters.action));
    m_result->setCurrentIndex(m_result->findData(filters.result));
    const int days = m_span->findData(int(TimeSpan::Days));
    m_span->setItemText(days, spanWords(TimeSpan::Days, filters));
    m_span->setCurrentIndex(m_span->findData(int(filters.span)));
    // What does not fit is in the tooltip.
    for (QComboBox *box : {m_action, m_result, m_span})
        box->setToolTip(box->currentText());
    m_clear->setVisible(m_viewModel.hasFilter());
}

void AuditListView::updateMessage()
{
    const AuditTableModel &table = m_viewModel.table();
    Kind kind = Kind::Danger;
    QString text;
    if (table.state() == AuditTableModel::State::Failed) {
        const bool cancelled = table.error().code == base::ErrorCode::Cancelled;
        kind = cancelled ? Kind::Info : Kind::Danger;
        text =
            cancelled ? tr("The list was not read to the end.") : widgets::errorText(table.error());
    } else if (m_viewModel.followError()) {
        kind = Kind::Warning;
        text = tr("New events do not come in at the moment. %1")
                   .arg(widgets::errorText(*m_viewModel.followError()));
    }
    // Once only: a screen reader reads it aloud each time.
    if (text.isEmpty())
        m_message->clear();
    else if (m_message->text() != text)
        m_message->showMessage(kind, text, tr("Try again"));
}

void AuditListView::updateMiddle()
{
    const AuditTableModel &table = m_viewModel.table();
    const bool loading = table.state() == AuditTableModel::State::Loading;
    if (loading && !m_busy->isBusy())
        m_busy->begin(tr("Waiting for %1 to answer.").arg(m_serverName));
    else if (!loading)
        m_busy->end();
    switch (m_viewModel.emptiness()) {
    case AuditViewModel::Emptiness::NotEmpty:
        if (!loading || table.rowCount() > 0)
            m_stack->setCurrentWidget(m_table);
        return;
    case AuditViewModel::Emptiness::NothingYet:
        m_empty->setSentence(tr("Nothing has happened yet."));
        m_empty->setLinks({});
        break;
    case AuditViewModel::Emptiness::NothingFound:
        m_empty->setSentence(
            m_viewModel.filters().person.isEmpty()
                ? tr("No event fits these filters.")
                : tr("No event of “%1” fits these filters. The whole username is needed.")
                      .arg(m_viewModel.filters().person));
        m_empty->setLinks(tr("Show every event"));
        break;
    }
    m_stack->setCurrentWidget(m_empty);
}

void AuditListView::showVerdict(const gateway::AuditVerdict &verdict)
{
    m_verdict->showMessage(verdict.whole ? Kind::Good : Kind::Danger, verdictWords(verdict));
}

} // namespace authdesk::ui::pages::audit
