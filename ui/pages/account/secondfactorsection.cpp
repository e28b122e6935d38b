// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/account/secondfactorsection.h"

#include "ui/pages/account/codedialog.h"
#include "ui/pages/account/enrolldialog.h"
#include "ui/pages/account/recoverycodesdialog.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::pages::account {

using namespace Qt::StringLiterals;

SecondFactorSection::SecondFactorSection(gateway::AccountGateway &account, bool hasRecoveryCodes,
                                         SecondFactorViewModel::ServerTime serverTime,
                                         QWidget *parent)
    : QWidget(parent)
    , m_viewModel(new SecondFactorViewModel(account, std::move(serverTime), this))
    , m_hasRecoveryCodes(hasRecoveryCodes)
    , m_card(new widgets::Card(QString(), this))
    , m_message(new widgets::MessageBar(m_card))
    , m_chip(new widgets::Chip(m_card))
    , m_text(new QLabel(m_card))
    , m_on(widgets::plainButton({}, m_card))
    , m_codes(widgets::plainButton({}, m_card))
    , m_off(widgets::plainButton({}, m_card))
{
    build();
    connect(m_on, &QPushButton::clicked, this, &SecondFactorSection::turnOn);
    connect(m_codes, &QPushButton::clicked, this, &SecondFactorSection::makeCodes);
    connect(m_off, &QPushButton::clicked, this, &SecondFactorSection::turnOff);
    connect(m_viewModel, &SecondFactorViewModel::changed, this,
            &SecondFactorSection::updateWidgets);
    connect(
        m_viewModel, &SecondFactorViewModel::loadFailed, this, [this](const base::Error &error) {
            m_message->showMessage(widgets::MessageBar::Kind::Danger, widgets::errorText(error));
        });
    connect(m_viewModel, &SecondFactorViewModel::turnedOn, this, [this] {
        Q_EMIT announced(tr("The second factor is on."));
        Q_EMIT factorChanged();
    });
    connect(m_viewModel, &SecondFactorViewModel::turnedOff, this, [this] {
        Q_EMIT announced(tr("The second factor is off."));
        Q_EMIT factorChanged();
    });
    connect(m_viewModel, &SecondFactorViewModel::recoveryCodesMade, this,
            [this](const gateway::RecoveryCodes &codes) {
                widgets::RecoverySheet sheet = m_sheet;
                sheet.codes = codes.codes;
                (new RecoveryCodesDialog(sheet, window()))->open();
            });
    retranslate();
}

void SecondFactorSection::turnOn()
{
    const auto &state = m_viewModel->state();
    if (!state || state->enabled)
        return;
    (new EnrollDialog(*m_viewModel, m_sheet, window()))->open();
}

void SecondFactorSection::build()
{
    m_chip->setObjectName(u"factorChip"_s);
    m_text->setObjectName(u"factorText"_s);
    m_text->setWordWrap(true);
    m_on->setObjectName(u"factorOn"_s);
    m_codes->setObjectName(u"factorCodes"_s);
    m_off->setObjectName(u"factorOff"_s);
    m_message->setObjectName(u"factorMessage"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::space12);
    row->addWidget(m_chip, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch(1);
    buttons->addWidget(m_codes);
    buttons->addWidget(m_off);
    buttons->addWidget(m_on);
    QVBoxLayout *body = m_card->body();
    body->addWidget(m_message);
    body->addLayout(row);
    body->addSpacing(theme::space8);
    body->addLayout(buttons);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
}

void SecondFactorSection::turnOff()
{
    CodeDialog *dialog = openCodeDialog(
        tr("Turn the second factor off"),
        m_hasRecoveryCodes
            ? tr("After that the password alone opens your account, and the recovery codes no "
                 "longer work. Type a code of your app to show that it is you.")
            : tr("After that the password alone opens your account. Type a code of your app to "
                 "show that it is you."),
        tr("Turn it off"), true);
    connect(dialog, &CodeDialog::codeEntered, m_viewModel, &SecondFactorViewModel::turnOff);
    connect(m_viewModel, &SecondFactorViewModel::turnedOff, dialog, &QDialog::accept);
}

void SecondFactorSection::makeCodes()
{
    CodeDialog *dialog = openCodeDialog(
        tr("Make new recovery codes"),
        tr("The codes that you have now stop working. Type a code of your app to show that it is "
           "you."),
        tr("Make new codes"), false);
    connect(dialog, &CodeDialog::codeEntered, m_viewModel,
            &SecondFactorViewModel::makeRecoveryCodes);
    connect(m_viewModel, &SecondFactorViewModel::recoveryCodesMade, dialog, &QDialog::accept);
}

CodeDialog *SecondFactorSection::openCodeDialog(const QString &title, const QString &what,
                                                const QString &verb, bool turnsOff)
{
    auto *dialog = new CodeDialog({.title = title,
                                   .what = what,
                                   .verb = verb,
                                   .harm = turnsOff,
                                   .takesRecoveryCode = turnsOff && m_hasRecoveryCodes},
                                  window());
    connect(m_viewModel, &SecondFactorViewModel::changed, dialog,
            [this, dialog] { dialog->setBusy(m_viewModel->isBusy()); });
    connect(m_viewModel, &SecondFactorViewModel::refused, dialog,
            [dialog](const base::Error &error) { dialog->showError(widgets::errorText(error)); });
    dialog->open();
    return dialog;
}

void SecondFactorSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SecondFactorSection::retranslate()
{
    m_card->setTitle(tr("Second factor"));
    m_on->setText(tr("Turn on…"));
    m_codes->setText(tr("New recovery codes…"));
    m_off->setText(tr("Turn off…"));
    updateWidgets();
}

void SecondFactorSection::updateWidgets()
{
    const auto &state = m_viewModel->state();
    const bool on = state && state->enabled;
    if (state)
        m_message->clear();
    m_chip->setVisible(state.has_value());
    m_chip->setKind(on ? widgets::ChipKind::Good : widgets::ChipKind::Warning);
    //: The second factor
    m_chip->setText(on ? tr("On") : tr("Off"));
    m_text->setText(stateText());
    m_on->setVisible(state && !on);
    m_codes->setVisible(on && m_hasRecoveryCodes);
    m_off->setVisible(on);
    for (QPushButton *button : {m_on, m_codes, m_off})
        button->setEnabled(!m_viewModel->isBusy());
}

QString SecondFactorSection::stateText() const
{
    const auto &state = m_viewModel->state();
    if (!state)
        return tr("Reading whether it is on.");
    if (!state->enabled)
        return tr("Without it one stolen password is enough.");
    QString text = tr("Signing in needs the password and a code of your app.");
    if (!m_hasRecoveryCodes || state->recoveryCodesLeft < 0)
        return text;
    if (state->recoveryCodesLeft == 0)
        return text + u' ' + tr("No recovery code is left.");
    if (state->recoveryCodesLeft == 1)
        return text + u' ' + tr("One recovery code is left.");
    text += u' ' + tr("%1 recovery codes are left.").arg(state->recoveryCodesLeft);
    return text;
}

} // namespace authdesk::ui::pages::account
