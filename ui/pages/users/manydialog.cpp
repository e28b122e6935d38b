// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/manydialog.h"

#include "ui/pages/users/manytexts.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fitheight.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rowdelegate.h"

#include <QtCore/QLocale>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QTableView>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;

namespace {

constexpr int manyPatienceMs = 300;
constexpr int manyWidth = 560;
constexpr int manyWhoWidth = 180;
constexpr int manyRows = 5;

} // namespace

ManyDialog::ManyDialog(ManyViewModel &viewModel, const QString &serverName, QWidget *parent)
    : QDialog(parent)
    , m_viewModel(viewModel)
    , m_serverName(serverName)
    , m_title(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_far(new QLabel(this))
    , m_message(new widgets::MessageBar(this))
    , m_refused(new QTableView(this))
    , m_rows(new QStandardItemModel(0, 2, this))
    , m_close(widgets::plainButton({}, this))
{
    setObjectName(u"manyDialog"_s);
    setWindowModality(Qt::WindowModal);
    m_title->setWordWrap(true);
    theme::setFontRole(m_title, theme::FontRole::PageTitle);
    m_bar->setObjectName(u"manyProgress"_s);
    m_bar->setTextVisible(false);
    m_far->setForegroundRole(QPalette::PlaceholderText);
    m_message->setObjectName(u"manyMessage"_s);
    m_close->setObjectName(u"manyClose"_s);
    buildRefused();
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, theme::space12, 0, 0);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                            theme::pageMargin);
    all->setSpacing(theme::fieldGap);
    all->addWidget(m_title);
    all->addWidget(m_bar);
    all->addWidget(m_far);
    all->addWidget(m_message);
    all->addWidget(m_refused);
    all->addLayout(buttons);
    m_patience.setSingleShot(true);
    m_patience.setInterval(manyPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, &QWidget::show);
    connect(m_close, &QPushButton::clicked, this, &ManyDialog::reject);
    connect(&viewModel, &ManyViewModel::changed, this, &ManyDialog::updateWidgets);
    connect(&viewModel, &ManyViewModel::finished, this, &ManyDialog::finish);
    widgets::followLanguage(this, [this] { retranslate(); });
    widgets::fitHeight(this, manyWidth);
    m_patience.start();
}

void ManyDialog::buildRefused()
{
    m_refused->setObjectName(u"manyRefused"_s);
    m_refused->setModel(m_rows);
    m_refused->setItemDelegate(new widgets::RowDelegate(m_refused));
    m_refused->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_refused->setSelectionMode(QAbstractItemView::SingleSelection);
    m_refused->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_refused->setShowGrid(false);
    m_refused->setWordWrap(false);
    m_refused->setTabKeyNavigation(false);
    m_refused->setFixedHeight(theme::headerHeight + manyRows * theme::rowHeight + 2);
    m_refused->verticalHeader()->hide();
    m_refused->verticalHeader()->setDefaultSectionSize(theme::rowHeight);
    m_refused->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_refused->horizontalHeader()->setStretchLastSection(true);
    m_refused->horizontalHeader()->resizeSection(0, manyWhoWidth);
    theme::setFontRole(m_refused->horizontalHeader(), theme::FontRole::Caption);
}

void ManyDialog::reject()
{
    if (m_viewModel.isRunning()) {
        m_viewModel.cancel();
        return;
    }
    hide();
    deleteLater();
}

void ManyDialog::finish()
{
    m_patience.stop();
    if (m_viewModel.refused().isEmpty() && !m_viewModel.interruption()) {
        reject();
        return;
    }
    fillRefused();
    updateWidgets();
    show();
    m_close->setFocus(Qt::OtherFocusReason);
}

void ManyDialog::fillRefused()
{
    for (const ManyViewModel::Refusal &refusal : m_viewModel.refused()) {
        const QString why =
            refusal.why.message.isEmpty() ? widgets::errorText(refusal.why) : refusal.why.message;
        m_rows->appendRow(
            {new QStandardItem(refusal.person.displayName()), new QStandardItem(why)});
    }
}

void ManyDialog::retranslate()
{
    setWindowTitle(tr("Several people – Authdesk"));
    m_bar->setAccessibleName(tr("Progress"));
    m_refused->setAccessibleName(tr("People who are left as they are"));
    m_rows->setHorizontalHeaderLabels({tr("Who"), tr("Why")});
    updateWidgets();
}

void ManyDialog::updateWidgets()
{
    const bool runs = m_viewModel.isRunning();
    const QLocale locale;
    const QString far =
        tr("%1 of %2 people")
            .arg(locale.toString(m_viewModel.tried()), locale.toString(m_viewModel.total()));
    m_title->setText(runs ? manyProgressTitle(m_viewModel.order().action) : endText());
    m_bar->setRange(0, int(m_viewModel.total()));
    m_bar->setValue(int(m_viewModel.tried()));
    m_bar->setVisible(runs);
    m_far->setText(m_viewModel.isStopping()
                       ? tr("It stops after the people who are on their way: %1.").arg(far)
                       : far);
    m_far->setVisible(runs);
    const auto &why = m_viewModel.interruption();
    if (runs || !why) {
        m_message->clear();
    } else {
        const bool wanted = why->code == base::ErrorCode::Cancelled;
        const qsizetype left = m_viewModel.total() - m_viewModel.tried();
        const QString rest = tr("The other %Ln people were not dealt with.", nullptr, int(left));
        m_message->showMessage(wanted ? widgets::MessageBar::Kind::Info
                                      : widgets::MessageBar::Kind::Danger,
                               wanted ? rest : widgets::errorText(*why) + u' ' + rest);
    }
    m_refused->setVisible(!runs && !m_viewModel.refused().isEmpty());
    m_close->setText(runs ? tr("Cancel") : tr("Close"));
    m_close->setEnabled(!m_viewModel.isStopping());
}

QString ManyDialog::endText() const
{
    const QString done =
        manyDone(m_viewModel.order().action, m_viewModel.done().size(), m_serverName);
    if (m_viewModel.refused().isEmpty())
        return done;
    return done + u' '
           + tr("%Ln people stay as they are:", nullptr, int(m_viewModel.refused().size()));
}

} // namespace authdesk::ui::pages::users
