// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/protectpage.h"

#include "core/base/whenanswered.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/qrview.h"
#include "ui/widgets/secretlabel.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include <tuple>

namespace authdesk::ui::wizards {

using namespace Qt::StringLiterals;
using widgets::MessageBar;

ProtectPage::ProtectPage(FirstRunFlow &flow, const base::Clock &clock, QWidget *parent)
    : WizardPage(parent)
    , m_flow(flow)
    , m_clock(clock)
    , m_qr(new widgets::QrView(this))
    , m_key(new widgets::SecretLabel(this))
    , m_copyKey(new widgets::CopyButton({}, this))
    , m_copyLink(new widgets::CopyButton({}, this))
    , m_code(new widgets::CodeField(this))
    , m_scan(new QLabel(this))
    , m_cannotScan(new QLabel(this))
    , m_typeCode(new QLabel(this))
{
    setStep(2);
    m_qr->setObjectName(u"qr"_s);
    m_key->setObjectName(u"key"_s);
    m_copyKey->setObjectName(u"copyKey"_s);
    m_copyLink->setObjectName(u"copySetupLink"_s);
    m_code->setObjectName(u"code"_s);
    m_typeCode->setWordWrap(true);
    m_typeCode->setBuddy(m_code);

    auto *copies = new QHBoxLayout;
    copies->setSpacing(theme::buttonGap);
    copies->addWidget(m_copyKey);
    copies->addWidget(m_copyLink);
    copies->addStretch(1);
    auto *steps = new QVBoxLayout;
    steps->setSpacing(theme::space8);
    steps->addWidget(m_scan);
    steps->addWidget(m_cannotScan);
    steps->addWidget(m_key);
    steps->addLayout(copies);
    steps->addSpacing(theme::space16);
    steps->addWidget(m_typeCode);
    steps->addWidget(m_code, 0, Qt::AlignLeft);
    steps->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::space24);
    row->addWidget(m_qr, 0, Qt::AlignTop);
    row->addLayout(steps, 1);
    body()->addLayout(row);
    body()->addStretch(1);

    m_later = widgets::plainButton({}, this);
    m_turnOn = widgets::primaryButton({}, this);
    addButton(m_later, "later");
    addButton(m_turnOn, "turnOn");
    retranslate();
    orderTabs({m_code, m_turnOn, m_later, m_copyKey, m_copyLink});

    m_copyKey->setSource([this] { return m_key->secret().toString(); },
                         widgets::CopyButton::Content::Secret);
    m_copyLink->setSource([this] { return m_setupLink.toString(); },
                          widgets::CopyButton::Content::Secret);
    connect(m_code, &widgets::CodeField::completed, this, &ProtectPage::confirm);
    connect(m_code, &QLineEdit::textChanged, this, &ProtectPage::updateWidgets);
    connect(m_turnOn, &QPushButton::clicked, this, &ProtectPage::confirm);
    connect(m_later, &QPushButton::clicked, this, &ProtectPage::askForLater);
    connect(message(), &MessageBar::buttonClicked, this, &ProtectPage::begin);
}

ProtectPage::~ProtectPage() = default;

void ProtectPage::retranslate()
{
    setTitle(tr("Protect your account"));
    m_scan->setText(tr("1  Open your authenticator app and scan."));
    m_cannotScan->setText(tr("Cannot scan? Type this key into the app:"));
    m_key->setAccessibleName(tr("Key for typing into the app"));
    m_copyKey->setLabel(tr("Copy key"));
    m_copyLink->setLabel(tr("Copy setup link"));
    m_copyLink->setToolTip(tr("For KeePassXC, 1Password and Bitwarden."));
    m_later->setText(tr("Later"));
    m_turnOn->setText(tr("Turn it on"));
    if (const workspace::OpenServer *server = m_flow.server())
        m_typeCode->setText(tr("2  Type the six digits it shows for \"%1: %2\".")
                                .arg(server->profile().name, server->profile().login));
}

void ProtectPage::entered()
{
    const workspace::OpenServer *server = m_flow.server();
    retranslate();
    m_later->setVisible(!server->mustEnrollSecondFactor());
    begin();
}

void ProtectPage::begin()
{
    message()->clear();
    setBusy(true);
    base::whenAnswered(m_flow.server()->connection().account().beginTotp(), this,
                       [this](const base::Result<gateway::TotpEnrollment> &enrollment) {
                           setBusy(false);
                           if (!enrollment)
                               return message()->showMessage(MessageBar::Kind::Danger,
                                                             widgets::errorText(enrollment.error()),
                                                             tr("Try again"));
                           m_setupLink = enrollment->setupLink;
                           m_qr->setContent(enrollment->setupLink);
                           m_key->setSecret(enrollment->key);
                           m_code->startOver();
                           updateWidgets();
                       });
}

void ProtectPage::confirm()
{
    const QString code = m_code->code();
    if (isBusy() || code.size() != 6)
        return;
    message()->clear();
    setBusy(true);
    base::whenAnswered(m_flow.server()->connection().account().confirmTotp(code), this,
                       [this](const base::Result<gateway::RecoveryCodes> &codes) {
                           setBusy(false);
                           if (!codes)
                               return refuse(codes.error());
                           m_flow.server()->setSecondFactorEnrolled();
                           m_setupLink = {};
                           m_key->wipe();
                           m_qr->setContent({});
                           Q_EMIT protectedNow(*codes);
                       });
}

void ProtectPage::refuse(const base::Error &error)
{
    const bool wrong = error.code == base::ErrorCode::InvalidCode;
    message()->showMessage(
        wrong ? MessageBar::Kind::Warning : MessageBar::Kind::Danger,
        wrong ? widgets::wrongCodeText(
                    m_flow.server()->connection().serverTime().value_or(m_clock.now()))
              : widgets::errorText(error));
    m_code->startOver();
}

void ProtectPage::askForLater()
{
    settings::ServerProfile profile = m_flow.server()->profile();
    if (profile.askedForSecondFactor)
        return Q_EMIT postponed();
    auto *dialog = new widgets::ConfirmDialog(
        {.title = tr("Protect your account later"),
         .question = tr("Go on without a second factor?"),
         .what = tr("Without it one stolen password is enough. A reminder stays at the top of the "
                    "window; you can turn it on in My account at any time."),
         .goes = {},
         .verb = tr("Later"),
         .harm = false},
        this);
    dialog->setObjectName(u"laterDialog"_s);
    connect(dialog, &QDialog::accepted, this, [this, profile]() mutable {
        profile.askedForSecondFactor = true;
        // Not written, it asks once more another time.
        std::ignore = m_flow.server()->setProfile(profile);
        Q_EMIT postponed();
    });
    dialog->open();
}

void ProtectPage::updateWidgets()
{
    m_turnOn->setEnabled(m_code->code().size() == 6);
}

} // namespace authdesk::ui::wizards
