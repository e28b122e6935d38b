// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/account/passwordsection.h"

#include "core/base/whenanswered.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fielderrors.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/passwordfield.h"

#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLineEdit>

namespace authdesk::ui::pages::account {

using namespace Qt::StringLiterals;
using widgets::FormField;
using widgets::PasswordField;

PasswordSection::PasswordSection(gateway::AccountGateway &account, bool hasSessions,
                                 QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_card(new widgets::Card(QString(), this))
    , m_message(new widgets::MessageBar(m_card))
    , m_current(new PasswordField(PasswordField::Kind::Existing))
    , m_wanted(new PasswordField(PasswordField::Kind::New))
    , m_currentField(new FormField({}, m_current, m_card))
    , m_wantedField(new FormField({}, m_wanted, m_card))
    , m_endOthers(new QCheckBox(m_card))
    , m_change(widgets::plainButton({}, m_card))
    , m_hasSessions(hasSessions)
{
    build();
    connect(m_current, &PasswordField::changed, this, &PasswordSection::updateWidgets);
    connect(m_wanted, &PasswordField::changed, this, &PasswordSection::updateWidgets);
    connect(m_current, &PasswordField::submitted, m_change, &QPushButton::click);
    connect(m_wanted, &PasswordField::submitted, m_change, &QPushButton::click);
    connect(m_change, &QPushButton::clicked, this, &PasswordSection::change);
    retranslate();
}

void PasswordSection::setContext(const QStringList &words)
{
    m_wanted->setContext(words);
}

bool PasswordSection::isDirty() const
{
    return !m_current->isEmpty() || !m_wanted->isEmpty();
}

void PasswordSection::build()
{
    m_current->setObjectName(u"currentPassword"_s);
    m_wanted->setObjectName(u"newPassword"_s);
    m_endOthers->setObjectName(u"endOtherSessions"_s);
    m_endOthers->setChecked(m_hasSessions);
    m_endOthers->setVisible(m_hasSessions);
    m_change->setObjectName(u"changePassword"_s);
    m_message->setObjectName(u"passwordMessage"_s);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(theme::space12);
    fields->addWidget(m_currentField, 1, Qt::AlignTop);
    fields->addWidget(m_wantedField, 1, Qt::AlignTop);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(theme::buttonGap);
    foot->addWidget(m_endOthers);
    foot->addStretch(1);
    foot->addWidget(m_change);
    QVBoxLayout *body = m_card->body();
    body->addWidget(m_message);
    body->addLayout(fields);
    body->addSpacing(theme::space8);
    body->addLayout(foot);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
}

void PasswordSection::change()
{
    if (!m_change->isEnabled())
        return;
    m_busy = true;
    m_message->clear();
    updateWidgets();
    base::whenAnswered(m_account.changePassword(m_current->secret(), m_wanted->secret(),
                                                m_hasSessions && m_endOthers->isChecked()),
                       this, [this](const base::Result<void> &answer) {
                           m_busy = false;
                           updateWidgets();
                           if (!answer) {
                               showError(answer.error());
                               return;
                           }
                           m_current->wipe();
                           m_wanted->wipe();
                           Q_EMIT passwordChanged();
                       });
}

void PasswordSection::showError(const base::Error &error)
{
    if (error.code == base::ErrorCode::WrongCurrentPassword) {
        m_currentField->setError(tr("This is not your current password."));
        m_current->setFocus();
        return;
    }
    const QString rest = widgets::showFieldErrors(error, {{u"current_password"_s, m_currentField},
                                                          {u"new_password"_s, m_wantedField},
                                                          {u"password"_s, m_wantedField}});
    if (!rest.isEmpty())
        m_message->showMessage(widgets::MessageBar::Kind::Danger, rest);
}

void PasswordSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PasswordSection::retranslate()
{
    m_card->setTitle(tr("Password"));
    m_currentField->setLabel(tr("Current password"));
    m_wantedField->setLabel(tr("New password"));
    m_endOthers->setText(tr("Sign me out everywhere else"));
    m_endOthers->setToolTip(tr("Ends every session but this one"));
    m_change->setText(tr("Change password"));
    updateWidgets();
}

void PasswordSection::updateWidgets()
{
    m_current->setEnabled(!m_busy);
    m_wanted->setEnabled(!m_busy);
    m_endOthers->setEnabled(!m_busy);
    m_change->setEnabled(!m_busy && !m_current->isEmpty() && m_wanted->isAcceptable());
}

} // namespace authdesk::ui::pages::account
