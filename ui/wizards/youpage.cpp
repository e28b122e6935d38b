// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/youpage.h"

#include "core/base/whenanswered.h"
#include "core/password/generator.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fielderrors.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/passwordfield.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::wizards {

using namespace Qt::StringLiterals;

namespace {

/// What the computer calls whoever sits at it; empty where it says nothing.
QString systemAccount()
{
    for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
        const QString name = qEnvironmentVariable(variable);
        if (!name.isEmpty())
            return name;
    }
    return {};
}

} // namespace

YouPage::YouPage(FirstRunFlow &flow, base::Random &random, QWidget *parent)
    : WizardPage(parent)
    , m_flow(flow)
    , m_random(random)
    , m_username(new QLineEdit(systemAccount(), this))
    , m_email(new QLineEdit(this))
    , m_setupCode(new QLineEdit(this))
    , m_password(new widgets::PasswordField(widgets::PasswordField::Kind::New, this))
{
    m_username->setObjectName(u"username"_s);
    m_username->setMaxLength(150);
    m_email->setObjectName(u"email"_s);
    m_email->setMaxLength(254);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_setupCode->setObjectName(u"setupCode"_s);
    m_password->setObjectName(u"password"_s);

    m_setupCodeField = new widgets::FormField({}, m_setupCode, this);
    m_usernameField = new widgets::FormField({}, m_username, this);
    m_emailField = new widgets::FormField({}, m_email, this);
    m_passwordField = new widgets::FormField({}, m_password, this);
    for (widgets::FormField *field :
         {m_setupCodeField, m_usernameField, m_emailField, m_passwordField})
        body()->addWidget(field);
    m_generate = widgets::linkButton({}, this);
    m_generate->setObjectName(u"generate"_s);
    body()->addWidget(m_generate, 0, Qt::AlignLeft);
    body()->addStretch(1);
    m_promise = addText();
    m_promise->setObjectName(u"promise"_s);

    QPushButton *back = addBackButton();
    m_create = widgets::primaryButton({}, this);
    addButton(m_create, "create");
    retranslate();
    orderTabs({m_setupCode, m_username, m_email, m_password->edit(), m_generate, m_create, back});

    connect(m_generate, &QPushButton::clicked, this,
            [this] { m_password->setSecret(password::generatePassword(m_random)); });
    for (QLineEdit *edit : {m_setupCode, m_username, m_email})
        connect(edit, &QLineEdit::returnPressed, this, &YouPage::submit);
    for (QLineEdit *edit : {m_username, m_email, m_setupCode})
        connect(edit, &QLineEdit::textChanged, this, &YouPage::updateContext);
    connect(m_password, &widgets::PasswordField::submitted, this, &YouPage::submit);
    connect(m_password, &widgets::PasswordField::changed, this, &YouPage::updateWidgets);
    connect(m_create, &QPushButton::clicked, this, &YouPage::submit);
}

void YouPage::retranslate()
{
    const auto &found = m_flow.found();
    setTitle(tr("You are the first one in"));
    m_setupCodeField->setLabel(tr("Setup &code"));
    m_setupCodeField->setHelp(tr("The server printed it when it started: XXXX-XXXX."));
    m_usernameField->setLabel(tr("&Username"));
    m_emailField->setLabel(tr("&E-mail"));
    m_emailField->setHelp(tr("For recovery, can stay empty."));
    m_passwordField->setLabel(tr("&Password"));
    m_generate->setText(tr("Generate a password"));
    m_create->setText(found ? tr("Set up server") : tr("Create server"));
    m_promise->setText(
        found ? tr("This sets up %1 with you as its first admin. Nothing happens before you press "
                   "the button.")
                    .arg(found->address.host())
              : tr("This creates the server \"%1\" with you as its first admin. Nothing is written "
                   "before you press the button.")
                    .arg(m_flow.place().name));
}

void YouPage::entered()
{
    const auto &found = m_flow.found();
    const bool asksForCode = found && found->sighting.setup && found->sighting.setup->codeRequired;
    m_setupCodeField->setVisible(asksForCode);
    setStep(1);
    // Pipelit's own setup knows no e-mail.
    m_emailField->setVisible(!found || found->system == "authdesk"_L1);
    retranslate();
    updateContext();
    if (asksForCode && m_setupCode->text().isEmpty())
        m_setupCode->setFocus();
    else if (m_username->text().isEmpty())
        m_username->setFocus();
    else
        m_password->setFocus();
}

bool YouPage::isComplete() const
{
    return !m_username->text().trimmed().isEmpty() && m_password->isAcceptable()
           && (m_setupCodeField->isHidden() || !m_setupCode->text().trimmed().isEmpty());
}

void YouPage::submit()
{
    if (isBusy() || !isComplete())
        return;
    message()->clear();
    setBusy(true);
    const FirstPerson person{
        .username = m_username->text().trimmed(),
        .email = m_emailField->isHidden() ? QString() : m_email->text().trimmed(),
        .password = m_password->secret(),
        .setupCode = m_setupCodeField->isHidden() ? QString() : m_setupCode->text().trimmed()};
    const auto done = m_flow.isHosting() ? m_flow.create(person) : m_flow.setUpFound(person);
    base::whenAnswered(done, this, [this](const FirstRunFlow::Done &result) {
        setBusy(false);
        if (!result)
            return showError(result.error());
        m_password->wipe();
        Q_EMIT committed();
    });
}

void YouPage::showError(const base::Error &error)
{
    const QString rest = widgets::showFieldErrors(error, {{u"username"_s, m_usernameField},
                                                          {u"email"_s, m_emailField},
                                                          {u"password"_s, m_passwordField}});
    if (error.code == base::ErrorCode::SetupCodeRequired && !m_setupCodeField->isHidden())
        m_setupCodeField->setError(tr("The server does not accept this setup code."));
    else if (!rest.isEmpty())
        message()->showMessage(widgets::MessageBar::Kind::Danger, rest);
}

void YouPage::updateContext()
{
    m_password->setContext({m_username->text(), m_email->text(), m_flow.place().name});
    updateWidgets();
}

void YouPage::updateWidgets()
{
    m_create->setEnabled(isComplete());
}

} // namespace authdesk::ui::wizards
