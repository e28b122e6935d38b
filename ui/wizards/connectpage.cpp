// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/connectpage.h"

#include "ui/wizards/certificatesheet.h"

#include "core/base/whenanswered.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/apikeyform.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fielderrors.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

#include <tuple>

namespace authdesk::ui::wizards {

using namespace Qt::StringLiterals;
using gateway::Capability;
using widgets::MessageBar;

ConnectPage::ConnectPage(FirstRunFlow &flow, QWidget *parent)
    : WizardPage(parent)
    , m_flow(flow)
    , m_address(new QLineEdit(this))
    , m_result(new QWidget(this))
    , m_certificate(new CertificateSheet(this))
    , m_found(new QLabel(m_result))
    , m_offers(new QLabel(m_result))
    , m_details(new QLabel(m_result))
    , m_unencrypted(new QCheckBox(m_result))
    , m_key(new widgets::ApiKeyForm(m_result))
{
    m_address->setObjectName(u"address"_s);
    m_address->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_address->setPlaceholderText(u"auth.acme.example"_s);
    m_addressField = new widgets::FormField({}, m_address, this);
    body()->addWidget(m_addressField);

    m_found->setObjectName(u"found"_s);
    theme::setFontRole(m_found, theme::FontRole::Section);
    m_offers->setObjectName(u"offers"_s);
    m_details->setObjectName(u"details"_s);
    m_details->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_found, m_offers, m_details}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_unencrypted->setObjectName(u"sendUnencrypted"_s);
    auto *result = new QVBoxLayout(m_result);
    result->setContentsMargins(0, 0, 0, 0);
    result->setSpacing(theme::fieldGap);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_found, m_offers, m_details, m_unencrypted, m_key})
        result->addWidget(part);
    body()->addWidget(m_certificate);
    body()->addWidget(m_result);
    body()->addStretch(1);

    QPushButton *back = addBackButton();
    m_useKey = widgets::plainButton({}, this);
    m_look = widgets::primaryButton({}, this);
    m_setUp = widgets::primaryButton({}, this);
    m_password = widgets::primaryButton({}, this);
    addButton(m_useKey, "useApiKey");
    m_trust = widgets::plainButton({}, this);
    addButton(m_trust, "trustCertificate");
    addButton(m_look, "look");
    addButton(m_setUp, "setUp");
    addButton(m_password, "usePassword");
    orderTabs({m_address, m_unencrypted, m_key->edit(), m_useKey, m_trust, m_look, m_setUp,
               m_password, back});

    connect(m_address, &QLineEdit::textChanged, this, [this] {
        m_flow.forgetFound();
        m_certificate->clear();
        updateWidgets();
    });
    connect(m_address, &QLineEdit::returnPressed, this, &ConnectPage::look);
    connect(m_look, &QPushButton::clicked, this, &ConnectPage::look);
    connect(m_trust, &QPushButton::clicked, this, &ConnectPage::trustCertificate);
    connect(m_setUp, &QPushButton::clicked, this, &ConnectPage::setUpRequested);
    connect(m_password, &QPushButton::clicked, this, &ConnectPage::signIn);
    connect(m_useKey, &QPushButton::clicked, this, &ConnectPage::useApiKey);
    connect(m_key, &widgets::ApiKeyForm::submitted, this, &ConnectPage::useApiKey);
    connect(m_key, &widgets::ApiKeyForm::changed, this, &ConnectPage::updateWidgets);
    connect(m_unencrypted, &QCheckBox::toggled, this, &ConnectPage::updateWidgets);
    connect(&m_flow, &FirstRunFlow::detected, this, &ConnectPage::takeDetection);
    connect(this, &WizardPage::waitCancelled, this, [this] {
        m_flow.cancelDetection();
        setBusy(false);
        m_address->setFocus();
    });
    m_key->hide();
    retranslate();
    updateWidgets();
}

void ConnectPage::retranslate()
{
    setTitle(tr("Connect to a server"));
    m_addressField->setLabel(tr("&Address"));
    m_addressField->setHelp(tr("As you have it: auth.acme.example, localhost:8000 or a link. "
                               "Looking there sends no password."));
    m_useKey->setText(tr("Use an API key"));
    m_look->setText(tr("Look there"));
    m_trust->setText(tr("Compared with theirs, trust it"));
    m_setUp->setText(tr("Set it up"));
    m_password->setText(tr("Use a password"));
    if (m_flow.found())
        describe(*m_flow.found());
}

void ConnectPage::entered()
{
    updateWidgets();
    m_address->setFocus();
}

void ConnectPage::lookAt(const QUrl &address)
{
    m_address->setText(address.toString());
    look();
}

void ConnectPage::look()
{
    if (isBusy() || m_address->text().trimmed().isEmpty())
        return;
    message()->clear();
    m_addressField->setError({});
    m_certificate->clear();
    m_unencrypted->setChecked(false);
    m_key->wipe();
    m_key->hide();
    setBusy(true, m_address->text().trimmed());
    m_flow.detect(m_address->text());
}

void ConnectPage::takeDetection(const base::Result<gateway::Found> &found)
{
    setBusy(false);
    updateWidgets();
    if (found)
        return showFound(*found);
    if (found.error().code == base::ErrorCode::InvalidFields)
        std::ignore = widgets::showFieldErrors(found.error(), {{u"address"_s, m_addressField}});
    else if (found.error().code == base::ErrorCode::TlsFailed
             && m_flow.stoppedAtCertificate(m_address->text()))
        showCertificate();
    else
        // These say which address was tried and what to do, more than the code alone.
        message()->showMessage(MessageBar::Kind::Danger, found.error().message);
}

void ConnectPage::showCertificate()
{
    const auto stopped = m_flow.stoppedAtCertificate(m_address->text());
    m_certificate->show(stopped->at.host(), stopped->certificate);
    updateWidgets();
    m_certificate->setFocus();
}

void ConnectPage::trustCertificate()
{
    const auto stopped = m_flow.stoppedAtCertificate(m_address->text());
    if (isBusy() || !stopped || !m_certificate->isShowing(stopped->certificate))
        return;
    m_flow.trust(*stopped);
    look();
}

void ConnectPage::showFound(const gateway::Found &found)
{
    describe(found);
    updateWidgets();
    if (found.sendsPasswordUnencrypted())
        m_unencrypted->setFocus();
    else
        (m_setUp->isHidden() ? m_password : m_setUp)->setFocus();
}

void ConnectPage::describe(const gateway::Found &found)
{
    const auto &setup = found.sighting.setup;
    const QString transport = found.encrypted ? u"https"_s : u"http"_s;
    if (!setup)
        m_found->setText(tr("Found: %1, %2").arg(found.displayName, transport));
    else if (setup->needsSetup)
        m_found->setText(tr("Found: %1, %2, not set up").arg(found.displayName, transport));
    else
        m_found->setText(tr("Found: %1, %2, set up").arg(found.displayName, transport));
    const gateway::Capabilities can = found.sighting.capabilities;
    QStringList offers;
    if (can.testFlag(Capability::Users))
        offers += tr("manage people");
    if (can.testFlag(Capability::OwnProfile))
        offers += tr("change your profile and password");
    if (can.testFlag(Capability::OwnSecondFactor))
        offers += tr("protect your account with a second factor");
    if (can.testFlag(Capability::OwnSessions))
        offers += tr("see and end your sessions");
    m_offers->setText(tr("Here you can %1.").arg(QLocale().createSeparatedList(offers)));
    m_offers->setVisible(!offers.isEmpty());
    QStringList details = found.sighting.reasons;
    if (!found.sighting.hint.isEmpty())
        details.prepend(found.sighting.hint);
    m_details->setText(details.join(u'\n'));
    m_unencrypted->setText(tr("Send my password unencrypted to %1").arg(found.address.host()));
}

void ConnectPage::signIn()
{
    if (const auto remembered = m_flow.rememberFound(); !remembered)
        return message()->showMessage(MessageBar::Kind::Danger,
                                      widgets::errorText(remembered.error()));
    Q_EMIT signInRequested();
}

void ConnectPage::useApiKey()
{
    if (isBusy() || !maySend())
        return;
    if (m_key->isHidden()) {
        m_key->show();
        m_key->setFocus();
        return updateWidgets();
    }
    if (m_key->isEmpty())
        return;
    message()->clear();
    setBusy(true);
    base::whenAnswered(
        m_flow.useApiKey(m_key->key()), this, [this](const FirstRunFlow::Done &done) {
            setBusy(false);
            if (done) {
                m_key->wipe();
                return Q_EMIT committed();
            }
            if (!m_key->showError(done.error()))
                message()->showMessage(MessageBar::Kind::Danger, widgets::errorText(done.error()));
        });
}

bool ConnectPage::maySend() const
{
    const auto &found = m_flow.found();
    return found && (!found->sendsPasswordUnencrypted() || m_unencrypted->isChecked());
}

void ConnectPage::updateWidgets()
{
    const auto &found = m_flow.found();
    const bool needsSetup = found && found->sighting.setup && found->sighting.setup->needsSetup;
    const bool takesKeys =
        found && found->sighting.capabilities.testFlag(Capability::UseApiKey) && !needsSetup;
    m_result->setVisible(found.has_value());
    m_unencrypted->setVisible(found && found->sendsPasswordUnencrypted());
    m_look->setVisible(!found);
    m_trust->setVisible(!found && !m_certificate->isEmpty());
    m_look->setEnabled(!m_address->text().trimmed().isEmpty());
    m_setUp->setVisible(needsSetup);
    m_password->setVisible(found && !needsSetup);
    m_useKey->setVisible(takesKeys);
    m_useKey->setEnabled(maySend() && (m_key->isHidden() || !m_key->isEmpty()));
    m_setUp->setEnabled(maySend());
    m_password->setEnabled(maySend());
}

} // namespace authdesk::ui::wizards
