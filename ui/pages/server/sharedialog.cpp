// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/server/sharedialog.h"

#include "ui/pages/server/shareform.h"
#include "ui/pages/server/shareresult.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitheight.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/messagebar.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::pages::server {

using namespace Qt::StringLiterals;
using Step = ShareViewModel::Step;

namespace {

/// Room for the lines of a firewall.
constexpr int dialogWidth = 620;

} // namespace

ShareDialog::ShareDialog(ServerControl &control, gateway::ServerSettingsGateway &settings,
                         gateway::ConnectionFactory &factory, const Ground &ground, QWidget *parent)
    : QDialog(parent)
    , m_before(ground.state)
    , m_viewModel(control, settings, factory)
    , m_title(new QLabel(this))
    , m_message(new widgets::MessageBar(this))
    , m_form(
          new ShareForm(ShareViewModel::proposal(ground.state, ground.names), ground.names, this))
    , m_result(new ShareResult(this))
    , m_cancel(widgets::plainButton({}, this))
    , m_again(widgets::plainButton({}, this))
    , m_apply(widgets::primaryButton({}, this))
    , m_done(widgets::primaryButton({}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"shareDialog"_s);
    build();
    connect(&m_viewModel, &ShareViewModel::changed, this, &ShareDialog::updateWidgets);
    connect(&m_viewModel, &ShareViewModel::applied, this, &ShareDialog::applied);
    connect(m_cancel, &QPushButton::clicked, this, &ShareDialog::reject);
    connect(m_done, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_again, &QPushButton::clicked, &m_viewModel, &ShareViewModel::test);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        m_shownProblems = {}; // those that were cleared by typing are shown again
        m_viewModel.apply(m_form->draft(), m_before);
    });
    widgets::followLanguage(this, [this] { retranslate(); });
    widgets::fitHeight(this, dialogWidth);
}

void ShareDialog::build()
{
    m_title->setObjectName(u"shareTitle"_s);
    theme::setFontRole(m_title, theme::FontRole::Section);
    m_title->setWordWrap(true);
    m_message->setObjectName(u"shareMessage"_s);
    m_cancel->setObjectName(u"cancelShare"_s);
    m_again->setObjectName(u"testAgain"_s);
    m_apply->setObjectName(u"applyShare"_s);
    m_done->setObjectName(u"shareDone"_s);
    m_result->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, theme::space12, 0, 0);
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch(1);
    for (QPushButton *button : {m_cancel, m_again, m_apply, m_done})
        buttons->addWidget(button);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                            theme::pageMargin);
    all->setSpacing(theme::space12);
    all->addWidget(m_title);
    all->addWidget(m_message);
    all->addWidget(m_form);
    all->addWidget(m_result);
    all->addLayout(buttons);
}

void ShareDialog::reject()
{
    // What is being set cannot be called back; it is over in a moment.
    if (m_viewModel.step() != Step::Applying)
        QDialog::reject();
}

void ShareDialog::retranslate()
{
    setWindowTitle(tr("Let other machines in – Authdesk"));
    m_cancel->setText(tr("Cancel"));
    m_again->setText(tr("Try again"));
    m_apply->setText(tr("Let other machines in"));
    m_done->setText(tr("Done"));
    updateWidgets();
}

void ShareDialog::updateWidgets()
{
    const Step step = m_viewModel.step();
    const bool isDone = step == Step::Done;
    m_title->setText(isDone ? tr("Other machines may come in")
                            : tr("Let other machines reach this server"));
    m_form->setEnabled(step == Step::Form);
    m_cancel->setVisible(!isDone);
    m_cancel->setEnabled(step == Step::Form);
    m_apply->setVisible(!isDone);
    m_apply->setEnabled(step == Step::Form);
    m_again->setVisible(isDone);
    m_again->setEnabled(!m_viewModel.isTesting());
    m_done->setVisible(isDone);
    const ShareProblems &problems = m_viewModel.problems();
    if (problems.rest.isEmpty())
        m_message->clear();
    else
        m_message->showMessage(widgets::MessageBar::Kind::Danger, problems.rest);
    if (step == Step::Form && m_shownProblems != problems)
        m_form->showProblems(problems);
    m_shownProblems = step == Step::Form ? problems : ShareProblems();
    if (isDone)
        m_result->setContent(*m_viewModel.outcome(), m_viewModel.tests());
    if (isDone && m_result->isHidden()) {
        m_form->hide();
        m_result->show();
        m_done->setDefault(true);
        m_done->setFocus();
    }
}

} // namespace authdesk::ui::pages::server
