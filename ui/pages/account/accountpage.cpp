// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/account/accountpage.h"

#include "ui/pages/account/passwordsection.h"
#include "ui/pages/account/profilesection.h"
#include "ui/pages/account/secondfactorsection.h"
#include "ui/pages/account/sessionssection.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/confirmdialog.h"

#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>

namespace authdesk::ui::pages::account {

using namespace Qt::StringLiterals;
using gateway::Capability;

namespace {

constexpr int mostContentWidth = 760;

} // namespace

AccountPage::AccountPage(const AccountPageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_title(new QLabel)
    , m_scroll(new QScrollArea(this))
{
    setObjectName(u"accountPage"_s);
    build();
    connectSections();
    retranslate();
}

void AccountPage::activated()
{
    if (m_profile)
        m_profile->viewModel().load();
    if (m_secondFactor)
        m_secondFactor->viewModel().load();
    if (m_sessions)
        m_sessions->load();
}

bool AccountPage::mayLeave()
{
    if (!m_profile || !m_profile->viewModel().isDirty())
        return true;
    auto *dialog = new widgets::ConfirmDialog(
        {.title = tr("Your profile is not saved"),
         .question = tr("Discard the changes to your profile?"),
         .what = tr("They are not saved yet. Keep editing to save them."),
         .goes = {},
         .verb = tr("Discard changes")},
        window());
    connect(dialog, &QDialog::accepted, this, [this] { m_profile->viewModel().revert(); });
    dialog->open();
    return false;
}

void AccountPage::turnOnSecondFactor()
{
    if (m_secondFactor)
        m_secondFactor->turnOn();
}

void AccountPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void AccountPage::build()
{
    auto *content = new QWidget;
    content->setMaximumWidth(mostContentWidth);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(theme::pageMargin, theme::space16, theme::pageMargin,
                               theme::pageMargin);
    column->setSpacing(theme::space16);
    theme::setFontRole(m_title, theme::FontRole::PageTitle);
    column->addWidget(m_title);
    const gateway::Capabilities can = m_context.capabilities;
    const bool hasSessions = can.testFlag(Capability::OwnSessions);
    if (can.testFlag(Capability::OwnProfile))
        column->addWidget(m_profile = new ProfileSection(m_context.account, content));
    if (can.testFlag(Capability::OwnPassword)) {
        m_password = new PasswordSection(m_context.account, hasSessions, content);
        column->addWidget(m_password);
    }
    if (can.testFlag(Capability::OwnSecondFactor)) {
        m_secondFactor =
            new SecondFactorSection(m_context.account, can.testFlag(Capability::RecoveryCodes),
                                    m_context.serverTime, content);
        column->addWidget(m_secondFactor);
    }
    if (hasSessions) {
        m_sessions = new SessionsSection(m_context.account, m_context.clock, content);
        column->addWidget(m_sessions);
    }
    column->addStretch(1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_scroll);
}

void AccountPage::connectSections()
{
    setPerson(m_context.me);
    if (m_profile) {
        connect(&m_profile->viewModel(), &ProfileViewModel::draftReplaced, this, [this] {
            if (const auto &me = m_profile->viewModel().me())
                setPerson(*me);
        });
        connect(&m_profile->viewModel(), &ProfileViewModel::saved, this, [this] {
            Q_EMIT announced(tr("Your profile is saved."));
            Q_EMIT accountChanged();
        });
    }
    if (m_password) {
        connect(m_password, &PasswordSection::passwordChanged, this, [this] {
            Q_EMIT announced(tr("Your password is changed."));
            if (m_sessions)
                m_sessions->load();
        });
    }
    if (m_secondFactor) {
        connect(m_secondFactor, &SecondFactorSection::announced, this, &AccountPage::announced);
        connect(m_secondFactor, &SecondFactorSection::factorChanged, this,
                &AccountPage::accountChanged);
    }
    if (m_sessions)
        connect(m_sessions, &SessionsSection::announced, this, &AccountPage::announced);
}

void AccountPage::setPerson(const model::User &me)
{
    if (m_password) {
        m_password->setContext({m_context.serverName, me.username, me.email.value_or(QString()),
                                me.firstName, me.lastName});
    }
    if (m_secondFactor) {
        m_secondFactor->setSheet({.serverName = m_context.serverName,
                                  .address = m_context.address,
                                  .username = me.username,
                                  .dataFolder = m_context.dataFolder,
                                  .codes = {}});
    }
}

void AccountPage::retranslate()
{
    m_title->setText(tr("My account"));
    m_scroll->setAccessibleName(m_title->text());
}

} // namespace authdesk::ui::pages::account
