// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/account/profilesection.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fielderrors.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>

namespace authdesk::ui::pages::account {

using namespace Qt::StringLiterals;
using widgets::FormField;

ProfileSection::ProfileSection(gateway::AccountGateway &account, QWidget *parent)
    : QWidget(parent)
    , m_viewModel(new ProfileViewModel(account, this))
    , m_card(new widgets::Card(QString(), this))
    , m_message(new widgets::MessageBar(m_card))
    , m_firstName(new QLineEdit)
    , m_lastName(new QLineEdit)
    , m_username(new QLineEdit)
    , m_email(new QLineEdit)
    , m_firstNameField(new FormField({}, m_firstName, m_card))
    , m_lastNameField(new FormField({}, m_lastName, m_card))
    , m_usernameField(new FormField({}, m_username, m_card))
    , m_emailField(new FormField({}, m_email, m_card))
    , m_revert(widgets::plainButton({}, m_card))
    , m_save(widgets::primaryButton({}, m_card))
{
    build();
    const auto edited = [this] {
        m_viewModel->setDraft({.username = m_username->text().trimmed(),
                               .email = m_email->text().trimmed(),
                               .firstName = m_firstName->text().trimmed(),
                               .lastName = m_lastName->text().trimmed()});
    };
    for (QLineEdit *edit : {m_firstName, m_lastName, m_username, m_email}) {
        connect(edit, &QLineEdit::textEdited, this, edited);
        connect(edit, &QLineEdit::returnPressed, m_viewModel, &ProfileViewModel::save);
    }
    connect(m_revert, &QPushButton::clicked, m_viewModel, &ProfileViewModel::revert);
    connect(m_save, &QPushButton::clicked, m_viewModel, &ProfileViewModel::save);
    connect(m_viewModel, &ProfileViewModel::changed, this, &ProfileSection::updateWidgets);
    connect(m_viewModel, &ProfileViewModel::draftReplaced, this, &ProfileSection::fillForm);
    connect(m_viewModel, &ProfileViewModel::refused, this, [this](const base::Error &error) {
        const QString rest = widgets::showFieldErrors(error, {{u"username"_s, m_usernameField},
                                                              {u"email"_s, m_emailField},
                                                              {u"first_name"_s, m_firstNameField},
                                                              {u"last_name"_s, m_lastNameField}});
        if (rest.isEmpty())
            m_message->clear();
        else
            m_message->showMessage(widgets::MessageBar::Kind::Danger, rest);
    });
    connect(m_viewModel, &ProfileViewModel::loadFailed, this, [this](const base::Error &error) {
        m_message->showMessage(widgets::MessageBar::Kind::Danger, widgets::errorText(error));
    });
    retranslate();
}

void ProfileSection::build()
{
    m_firstName->setObjectName(u"myFirstName"_s);
    m_lastName->setObjectName(u"myLastName"_s);
    m_username->setObjectName(u"myUsername"_s);
    m_email->setObjectName(u"myEmail"_s);
    m_message->setObjectName(u"profileMessage"_s);
    m_revert->setObjectName(u"profileRevert"_s);
    m_save->setObjectName(u"profileSave"_s);
    auto *name = new QHBoxLayout;
    name->setSpacing(theme::space12);
    name->addWidget(m_firstNameField, 1, Qt::AlignTop);
    name->addWidget(m_lastNameField, 1, Qt::AlignTop);
    auto *identity = new QHBoxLayout;
    identity->setSpacing(theme::space12);
    identity->addWidget(m_usernameField, 1, Qt::AlignTop);
    identity->addWidget(m_emailField, 1, Qt::AlignTop);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch(1);
    buttons->addWidget(m_revert);
    buttons->addWidget(m_save);
    QVBoxLayout *body = m_card->body();
    body->addWidget(m_message);
    body->addLayout(name);
    body->addSpacing(theme::space4);
    body->addLayout(identity);
    body->addSpacing(theme::space8);
    body->addLayout(buttons);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
}

void ProfileSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ProfileSection::fillForm()
{
    const ProfileDraft &draft = m_viewModel->draft();
    m_firstName->setText(draft.firstName);
    m_lastName->setText(draft.lastName);
    m_username->setText(draft.username);
    m_email->setText(draft.email);
    for (FormField *field : {m_firstNameField, m_lastNameField, m_usernameField, m_emailField})
        field->setError({});
    m_message->clear();
}

void ProfileSection::retranslate()
{
    m_card->setTitle(tr("Profile"));
    m_firstNameField->setLabel(tr("First name"));
    m_lastNameField->setLabel(tr("Last name"));
    m_usernameField->setLabel(tr("Username"));
    m_emailField->setLabel(tr("E-mail"));
    m_revert->setText(tr("Revert"));
    m_revert->setToolTip(tr("Take back what is not saved"));
    m_save->setText(tr("Save"));
    m_save->setToolTip(tr("Save the profile"));
    updateWidgets();
}

void ProfileSection::updateWidgets()
{
    const bool there = m_viewModel->me().has_value();
    for (QLineEdit *edit : {m_firstName, m_lastName, m_username, m_email})
        edit->setEnabled(there && !m_viewModel->isBusy());
    m_revert->setEnabled(m_viewModel->isDirty() && !m_viewModel->isBusy());
    m_save->setEnabled(m_viewModel->isDirty() && !m_viewModel->isBusy());
}

} // namespace authdesk::ui::pages::account
