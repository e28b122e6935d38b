// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/account/enrolldialog.h"

#include "ui/pages/account/secondfactorviewmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/qrview.h"
#include "ui/widgets/recoverycodesview.h"
#include "ui/widgets/secretlabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>

namespace authdesk::ui::pages::account {

using namespace Qt::StringLiterals;

namespace {

QLabel *wrapped(theme::FontRole role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    theme::setFontRole(label, role);
    return label;
}

QVBoxLayout *dialogPage(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                               theme::pageMargin);
    layout->setSpacing(theme::space16);
    return layout;
}

} // namespace

EnrollDialog::EnrollDialog(SecondFactorViewModel &viewModel, widgets::RecoverySheet sheet,
                           QWidget *parent)
    : QDialog(parent)
    , m_viewModel(viewModel)
    , m_sheet(std::move(sheet))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"enrollDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_stack->addWidget(buildScanPage());
    m_stack->addWidget(buildCodesPage());
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_stack);

    connect(&m_viewModel, &SecondFactorViewModel::begun, this, &EnrollDialog::showKey);
    connect(&m_viewModel, &SecondFactorViewModel::turnedOn, this, &EnrollDialog::showCodes);
    connect(&m_viewModel, &SecondFactorViewModel::refused, this, &EnrollDialog::showError);
    connect(&m_viewModel, &SecondFactorViewModel::changed, this, &EnrollDialog::updateWidgets);
    m_viewModel.begin();
    retranslate();
}

QWidget *EnrollDialog::buildScanPage()
{
    auto *page = new QWidget;
    m_message = new widgets::MessageBar(page);
    m_message->setObjectName(u"enrollMessage"_s);
    m_qr = new widgets::QrView(page);
    m_qr->setObjectName(u"enrollQr"_s);
    m_key = new widgets::SecretLabel(page);
    m_key->setObjectName(u"enrollKey"_s);
    m_key->setWordWrap(true);
    m_copyKey = new widgets::CopyButton({}, page);
    m_copyKey->setSource([this] { return m_enrollment.key.toString(); },
                         widgets::CopyButton::Content::Secret);
    m_copyLink = new widgets::CopyButton({}, page);
    m_copyLink->setSource([this] { return m_enrollment.setupLink.toString(); },
                          widgets::CopyButton::Content::Secret);
    m_code = new widgets::CodeField(page);
    m_code->setObjectName(u"enrollCode"_s);
    m_cancel = widgets::plainButton({}, page);
    m_turnOn = widgets::primaryButton({}, page);
    m_turnOn->setObjectName(u"turnOn"_s);

    auto *copies = new QHBoxLayout;
    copies->setSpacing(theme::buttonGap);
    copies->addWidget(m_copyKey);
    copies->addWidget(m_copyLink);
    copies->addStretch(1);
    auto *steps = new QVBoxLayout;
    steps->setSpacing(theme::space8);
    m_scan = wrapped(theme::FontRole::Strong, page);
    m_cannotScan = wrapped(theme::FontRole::Body, page);
    m_type = wrapped(theme::FontRole::Strong, page);
    m_title = wrapped(theme::FontRole::PageTitle, page);
    steps->addWidget(m_scan);
    steps->addWidget(m_cannotScan);
    steps->addWidget(m_key);
    steps->addLayout(copies);
    steps->addSpacing(theme::space12);
    steps->addWidget(m_type);
    m_codeField = new widgets::FormField({}, m_code, page);
    steps->addWidget(m_codeField);
    steps->addStretch(1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(theme::space24);
    middle->addWidget(m_qr, 0, Qt::AlignTop);
    middle->addLayout(steps, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_turnOn);
    QVBoxLayout *all = dialogPage(page);
    all->addWidget(m_title);
    all->addWidget(m_message);
    all->addLayout(middle, 1);
    all->addLayout(buttons);
    page->setMinimumWidth(620);

    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_turnOn, &QPushButton::clicked, this, &EnrollDialog::submit);
    // Queued: the field is still telling everybody about its sixth digit, and a refusal that came
    // at once would be taken for an old one.
    connect(m_code, &widgets::CodeField::completed, this, &EnrollDialog::submit,
            Qt::QueuedConnection);
    connect(m_code, &widgets::CodeField::textChanged, this, &EnrollDialog::updateWidgets);
    return page;
}

QWidget *EnrollDialog::buildCodesPage()
{
    auto *page = new QWidget;
    m_codes = new widgets::RecoveryCodesView(page);
    m_done = widgets::primaryButton({}, page);
    m_done->setObjectName(u"enrollDone"_s);
    m_done->setEnabled(false);
    QVBoxLayout *all = dialogPage(page);
    m_codesTitle = wrapped(theme::FontRole::PageTitle, page);
    m_codesWhat = wrapped(theme::FontRole::Body, page);
    all->addWidget(m_codesTitle);
    all->addWidget(m_codesWhat);
    all->addWidget(m_codes);
    all->addStretch(1);
    all->addWidget(m_done, 0, Qt::AlignRight);
    connect(m_codes, &widgets::RecoveryCodesView::kept, this, &EnrollDialog::updateWidgets);
    connect(m_done, &QPushButton::clicked, this, &QDialog::accept);
    return page;
}

void EnrollDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void EnrollDialog::retranslate()
{
    setWindowTitle(tr("Protect your account – Authdesk"));
    m_title->setText(tr("Protect your account"));
    m_scan->setText(tr("1  Open your authenticator app and scan."));
    m_cannotScan->setText(tr("Cannot scan? Type this key:"));
    m_key->setAccessibleName(tr("Key for the authenticator app"));
    m_copyKey->setLabel(tr("Copy key"));
    m_copyLink->setLabel(tr("Copy setup link"));
    m_copyLink->setToolTip(tr("For password managers that keep the second factor too"));
    m_type->setText(tr("2  Type the six digits that it shows."));
    m_codeField->setLabel(tr("Code"));
    m_cancel->setText(tr("Cancel"));
    m_turnOn->setText(tr("Turn it on"));
    m_codesTitle->setText(tr("The second factor is on. Keep these recovery codes"));
    m_codesWhat->setText(tr("Each one lets you in once when the phone is lost. They are shown only "
                            "now."));
    m_done->setText(tr("Done"));
    updateWidgets();
}

void EnrollDialog::showKey(const gateway::TotpEnrollment &enrollment)
{
    m_enrollment = enrollment;
    m_qr->setContent(enrollment.setupLink);
    m_key->setSecret(enrollment.key);
    m_code->setFocus();
    updateWidgets();
}

void EnrollDialog::showCodes(const gateway::RecoveryCodes &codes)
{
    m_enrollment = {};
    m_qr->setContent({});
    m_key->wipe();
    if (codes.codes.isEmpty()) { // this server gives none
        accept();
        return;
    }
    m_sheet.codes = codes.codes;
    m_codes->setSheet(m_sheet);
    m_stack->setCurrentIndex(1);
}

void EnrollDialog::showError(const base::Error &error)
{
    if (m_submitted && error.code == base::ErrorCode::InvalidCode) {
        m_codeField->setError(widgets::wrongCodeText(m_viewModel.serverTime()));
    } else {
        m_message->showMessage(widgets::MessageBar::Kind::Danger, widgets::errorText(error));
    }
    if (m_submitted)
        m_code->startOver();
    m_submitted = false;
}

void EnrollDialog::submit()
{
    if (!m_turnOn->isEnabled())
        return;
    m_submitted = true;
    m_message->clear();
    m_viewModel.confirm(m_code->code());
}

void EnrollDialog::updateWidgets()
{
    const bool ready = !m_enrollment.key.isEmpty() && !m_viewModel.isBusy();
    m_copyKey->setEnabled(ready);
    m_copyLink->setEnabled(ready);
    m_code->setEnabled(ready);
    m_turnOn->setEnabled(ready && m_code->code().size() == 6);
    m_done->setEnabled(m_codes->isKept());
    m_done->setToolTip(m_codes->isKept() ? QString() : tr("Save, print or copy the codes first"));
}

} // namespace authdesk::ui::pages::account
