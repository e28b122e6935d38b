// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/signindialog.h"

#include "core/base/whenanswered.h"
#include "ui/shell/enrolstep.h"
#include "ui/shell/helppanel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/apikeyform.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fielderrors.h"
#include "ui/widgets/fitheight.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/passwordfield.h"

#include <QtCore/QEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using gateway::Capability;
using Step = SignInFlow::Step;
using widgets::MessageBar;

/// What the server limits, and for how long.
static QString waitText(const base::Error &error, int seconds)
{
    const QString clock = u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    if (error.code != ErrorCode::TooManyRequests || error.message.isEmpty())
        return SignInDialog::tr("Too many wrong codes. Try again in %1.").arg(clock);
    //: The first is a whole sentence of the server's kind
    return SignInDialog::tr("%1 Still to wait: %2.").arg(error.message, clock);
}

SignInDialog::SignInDialog(const Context &context, QWidget *parent)
    : QDialog(parent)
    , m_server(context.server)
    , m_profiles(context.profiles)
    , m_vault(context.vault)
    , m_flow(new SignInFlow(context.server, this))
    , m_passwordStep(new QWidget(this))
    , m_codeStep(new QWidget(this))
    , m_newStep(new QWidget(this))
    , m_enrolStep(new EnrolStep(context.server, this))
    , m_message(new MessageBar(this))
    , m_help(
          new HelpPanel(context.server.profile(), context.server.connection().capabilities(), this))
    , m_useKey(widgets::linkButton({}, this))
    , m_helpLink(widgets::linkButton({}, this))
    , m_back(widgets::plainButton({}, this))
    , m_submit(widgets::primaryButton({}, this))
    , m_wait(nullptr)
{
    setObjectName(u"signInDialog"_s);
    m_message->setObjectName(u"message"_s);
    m_useKey->setObjectName(u"useApiKey"_s);
    m_helpLink->setObjectName(u"help"_s);
    m_back->setObjectName(u"back"_s);
    m_submit->setObjectName(u"signIn"_s);
    buildPasswordStep();
    buildCodeStep();
    buildNewPasswordStep();

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, theme::space4, 0, 0);
    buttons->setSpacing(theme::buttonGap);
    buttons->addWidget(m_useKey);
    buttons->addWidget(m_helpLink);
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_submit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                               theme::pageMargin);
    layout->setSpacing(theme::fieldGap);
    for (QWidget *step : {m_passwordStep, m_codeStep, m_newStep})
        layout->addWidget(step);
    layout->addWidget(m_enrolStep);
    layout->addWidget(m_message);
    layout->addLayout(buttons);
    layout->addWidget(m_help);
    m_help->hide();
    m_submit->setDefault(true);
    m_wait = new widgets::BusyOverlay(this);

    QObject::connect(m_submit, &QPushButton::clicked, this, &SignInDialog::submit);
    QObject::connect(m_useKey, &QPushButton::clicked, this, [this] { useKey(!m_byKey); });
    QObject::connect(m_back, &QPushButton::clicked, m_flow, &SignInFlow::startOver);
    QObject::connect(m_helpLink, &QPushButton::clicked, this,
                     [this] { m_help->setVisible(!m_help->isVisible()); });
    QObject::connect(m_help, &HelpPanel::recoveryRequested, this, &SignInDialog::recoveryRequested);
    QObject::connect(m_login, &QLineEdit::textChanged, m_help, &HelpPanel::setLogin);
    QObject::connect(m_message, &MessageBar::buttonClicked, this,
                     &SignInDialog::blockedButtonClicked);
    QObject::connect(m_enrolStep, &EnrolStep::finished, m_flow, &SignInFlow::enrolled);
    QObject::connect(m_wait, &widgets::BusyOverlay::cancelled, m_flow, &SignInFlow::cancel);
    QObject::connect(m_flow, &SignInFlow::changed, this, &SignInDialog::flowChanged);
    QObject::connect(m_flow, &SignInFlow::finished, this, [this] {
        m_password->wipe();
        m_newPassword->wipe();
        m_key->wipe();
        accept();
        Q_EMIT signedIn();
    });
    retranslate();
    widgets::fitHeight(this, theme::fieldMaxWidth + 2 * theme::pageMargin);
    (m_login->text().isEmpty() ? static_cast<QWidget *>(m_login) : m_password)->setFocus();
    askKeychain();
}

void SignInDialog::askKeychain()
{
    const gateway::Capabilities can = m_server.connection().capabilities();
    if (!can.testAnyFlags(Capability::Refresh | Capability::UseApiKey))
        return;
    base::whenAnswered(m_vault.availability(), this, [this](vault::Availability told) {
        m_keychain = told;
        m_keep->setChecked(told == vault::Availability::Available
                           && m_server.profile().keepSignedIn);
        updateWidgets();
    });
}

bool SignInDialog::mayKeep() const
{
    return m_server.connection().capabilities().testFlag(m_byKey ? Capability::UseApiKey
                                                                 : Capability::Refresh);
}

QString SignInDialog::keepText() const
{
    if (m_keychain == vault::Availability::Locked)
        return m_byKey ? tr("Keep this key (the system keychain is locked)")
                       : tr("Keep me signed in (the system keychain is locked)");
    if (m_keychain == vault::Availability::Unavailable)
        return m_byKey ? tr("Keep this key (this computer has no keychain)")
                       : tr("Keep me signed in (this computer has no keychain)");
    return m_byKey ? tr("Keep this key (system keychain)")
                   : tr("Keep me signed in (system keychain)");
}

void SignInDialog::useKey(bool key)
{
    m_byKey = key;
    m_password->wipe();
    m_key->wipe();
    m_flow->startOver();
    retranslate();
    if (key)
        m_key->setFocus(Qt::OtherFocusReason);
    else
        (m_login->text().isEmpty() ? static_cast<QWidget *>(m_login) : m_password)->setFocus();
}

void SignInDialog::submit()
{
    // The sixth digit comes here before the button knows of it.
    updateWidgets();
    if (!m_submit->isEnabled())
        return;
    switch (m_flow->step()) {
    case Step::Password:
        m_flow->setKeep(mayKeep() && m_keychain == vault::Availability::Available
                        && m_keep->isChecked());
        if (m_byKey)
            m_flow->signInWithKey(m_key->key());
        else
            m_flow->signIn(m_login->text().trimmed(), m_password->secret());
        break;
    case Step::SecondFactor:
        m_flow->sendCode(m_code->code());
        break;
    case Step::NewPassword:
        m_flow->choosePassword(m_newPassword->secret());
        break;
    case Step::Enrolment:
    case Step::Done:
        break;
    }
}

void SignInDialog::block(const QString &why, const QString &button)
{
    m_blocked = true;
    m_message->showMessage(MessageBar::Kind::Danger, why, button);
    updateWidgets();
}

void SignInDialog::unblock()
{
    m_blocked = false;
    m_message->clear();
    updateWidgets();
}

void SignInDialog::reject()
{
    if (!m_mayClose || m_mayClose())
        QDialog::reject();
}

void SignInDialog::tell(const QString &sentence)
{
    m_message->showMessage(MessageBar::Kind::Info, sentence);
}

void SignInDialog::showError()
{
    if (m_blocked)
        return;
    const auto &error = m_flow->error();
    if (!error) {
        if (m_message->kind() == MessageBar::Kind::Danger || m_flow->isBusy())
            m_message->clear();
        return;
    }
    if (m_flow->secondsToWait() > 0) {
        m_message->showMessage(MessageBar::Kind::Danger, waitText(*error, m_flow->secondsToWait()));
        return;
    }
    QString text = widgets::errorText(*error);
    if (m_flow->step() == Step::NewPassword && !error->fields.isEmpty()) {
        m_newField->setError(widgets::fieldErrorText(error->fields.first()));
        return;
    }
    if (m_flow->step() == Step::Password && m_byKey && m_key->showError(*error)) {
        m_message->clear();
        return;
    }
    if (m_flow->step() == Step::SecondFactor && error->code == ErrorCode::InvalidCode)
        text = m_code->mode() == widgets::CodeField::Mode::Digits
                   ? tr("Not accepted. Is the time of your phone right?")
                   : tr("Not accepted. Each recovery code works once.");
    m_message->showMessage(MessageBar::Kind::Danger, text);
}

void SignInDialog::updateWidgets()
{
    const Step step = m_flow->step();
    const bool busy = m_flow->isBusy();
    const bool digits = m_code->mode() == widgets::CodeField::Mode::Digits;
    m_passwordStep->setVisible(step == Step::Password || step == Step::Done);
    m_codeStep->setVisible(step == Step::SecondFactor);
    m_newStep->setVisible(step == Step::NewPassword);
    m_enrolStep->setVisible(step == Step::Enrolment);
    m_back->setVisible(step == Step::SecondFactor || step == Step::NewPassword);
    m_submit->setVisible(step != Step::Enrolment);
    m_helpLink->setVisible(step != Step::Enrolment);
    m_useKey->setVisible(step == Step::Password
                         && m_server.connection().capabilities().testFlag(Capability::UseApiKey));
    m_useKey->setEnabled(!busy && !m_blocked);
    m_useKey->setText(m_byKey ? tr("Use a password") : tr("Use an API key"));
    m_loginField->setVisible(!m_byKey);
    m_passwordField->setVisible(!m_byKey);
    m_key->setVisible(m_byKey);
    m_key->setEnabled(!m_blocked);
    m_keep->setVisible(mayKeep());
    m_keep->setText(keepText());
    if (step == Step::Enrolment)
        m_help->hide();
    m_codeIntro->setText(digits ? tr("Type the six digits that your authenticator app shows.")
                                : tr("Type a recovery code from your sheet, or the one-time code "
                                     "that an admin gave you."));
    m_codeMode->setText(digits ? tr("Use a recovery code") : tr("Use the authenticator app"));
    m_keep->setEnabled(m_keychain == vault::Availability::Available && !m_blocked);
    m_passwordStep->setEnabled(!busy);
    m_login->setEnabled(!m_blocked);
    m_password->setEnabled(!m_blocked);
    m_code->setEnabled(!busy && m_flow->secondsToWait() <= 0);
    m_newPassword->setEnabled(!busy);
    m_submit->setText(step == Step::NewPassword ? tr("Change password") : tr("Sign in"));

    bool ready = !busy && !m_blocked;
    if (step == Step::Password)
        ready = ready
                && (m_byKey ? !m_key->isEmpty()
                            : !m_login->text().trimmed().isEmpty() && !m_password->isEmpty())
                && (!m_plainAgreed || m_plainAgreed->isChecked());
    else if (step == Step::SecondFactor)
        ready = ready && m_flow->secondsToWait() <= 0 && !m_code->code().isEmpty()
                && (!digits || m_code->code().size() == 6);
    else if (step == Step::NewPassword)
        ready = ready && m_newPassword->isAcceptable();
    m_submit->setEnabled(ready);

    if (busy)
        m_wait->begin(tr("Waiting for %1 to answer.").arg(m_server.profile().name));
    else
        m_wait->end();
}

void SignInDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void SignInDialog::retranslate()
{
    setWindowTitle(tr("Sign in – %1 – Authdesk").arg(m_server.profile().name));
    m_serverField->setLabel(tr("Server"));
    m_loginField->setLabel(tr("Username"));
    m_passwordField->setLabel(tr("Password"));
    m_newField->setLabel(tr("New password"));
    m_newIntro->setText(tr("Your password must be changed now. Choose one that only you know."));
    if (m_plainAgreed)
        m_plainAgreed->setText((m_byKey ? tr("Send my API key unencrypted to %1")
                                        : tr("Send my password unencrypted to %1"))
                                   .arg(m_server.profile().address.host()));
    m_helpLink->setText(tr("Can't get in?"));
    m_back->setText(tr("Back"));
    updateWidgets();
    showError();
}

void SignInDialog::flowChanged()
{
    const Step step = m_flow->step();
    const bool moved = std::exchange(m_shownStep, step) != step;
    updateWidgets();
    showError();
    if (m_flow->isBusy())
        return;
    if (step == Step::Password && (moved || m_flow->error())) {
        m_password->wipe();
        // A refused key stays: mostly a letter of it is missing.
        (m_byKey ? static_cast<QWidget *>(m_key) : m_password)->setFocus(Qt::OtherFocusReason);
    } else if (step == Step::SecondFactor && (moved || m_flow->error())) {
        if (m_code->isEnabled())
            m_code->startOver();
    } else if (step == Step::NewPassword && moved) {
        m_newPassword->setContext({m_flow->login(), m_server.profile().name});
        m_newPassword->setFocus(Qt::OtherFocusReason);
    } else if (step == Step::Enrolment && moved) {
        m_enrolStep->begin();
    }
}

} // namespace authdesk::ui::shell
