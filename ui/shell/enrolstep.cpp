// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/enrolstep.h"

#include "core/base/whenanswered.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/qrview.h"
#include "ui/widgets/recoverycodesview.h"
#include "ui/widgets/secretlabel.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;

static QLabel *words(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    return label;
}

static QVBoxLayout *column(QWidget *parent)
{
    auto *layout = new QVBoxLayout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space12);
    return layout;
}

EnrolStep::EnrolStep(workspace::OpenServer &server, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_scan(new QWidget(this))
    , m_qr(new widgets::QrView(m_scan))
    , m_key(new widgets::SecretLabel(m_scan))
    , m_code(new widgets::CodeField(m_scan))
    , m_sheet(new QWidget(this))
    , m_codes(new widgets::RecoveryCodesView(m_sheet))
    , m_continue(widgets::primaryButton({}, m_sheet))
    , m_message(new widgets::MessageBar(this))
{
    m_code->setObjectName(u"enrolCode"_s);
    m_continue->setObjectName(u"codesKept"_s);
    m_continue->setEnabled(false);
    auto *copyKey = new widgets::CopyButton({}, m_scan);
    copyKey->setSource([this] { return m_key->secret().toString(); },
                       widgets::CopyButton::Content::Secret);
    auto *copyLink = new widgets::CopyButton({}, m_scan);
    copyLink->setSource([this] { return m_setupLink.toString(); },
                        widgets::CopyButton::Content::Secret);
    auto *copies = new QHBoxLayout;
    copies->setSpacing(theme::buttonGap);
    copies->addWidget(copyKey);
    copies->addWidget(copyLink);
    copies->addStretch();

    QLabel *first = words(m_scan);
    QLabel *cannot = words(m_scan);
    QLabel *then = words(m_scan);
    auto *scan = column(m_scan);
    scan->addWidget(first);
    scan->addWidget(m_qr, 0, Qt::AlignHCenter);
    scan->addWidget(cannot);
    scan->addWidget(m_key);
    scan->addLayout(copies);
    scan->addWidget(then);
    scan->addWidget(m_code, 0, Qt::AlignLeft);

    QLabel *keep = words(m_sheet);
    auto *sheet = column(m_sheet);
    sheet->addWidget(keep);
    sheet->addWidget(m_codes);
    sheet->addWidget(m_continue, 0, Qt::AlignRight);
    widgets::followLanguage(this, [this, copyKey, copyLink, first, cannot, then, keep] {
        copyKey->setLabel(tr("Copy key"));
        copyLink->setLabel(tr("Copy setup link"));
        m_key->setAccessibleName(tr("Key for typing into the app"));
        first->setText(tr("This server wants a second factor. Open your authenticator app and "
                          "scan:"));
        cannot->setText(tr("Cannot scan? Type this key:"));
        then->setText(tr("Then type the six digits that it shows:"));
        keep->setText(tr("Your second factor is on. Keep these recovery codes where you find them "
                         "without your phone; each works once. Save, print or copy them, then "
                         "continue."));
        m_continue->setText(tr("Continue"));
    });
    m_sheet->hide();

    auto *layout = column(this);
    layout->addWidget(m_message);
    layout->addWidget(m_scan);
    layout->addWidget(m_sheet);

    QObject::connect(m_code, &widgets::CodeField::completed, this, &EnrolStep::confirm);
    QObject::connect(m_codes, &widgets::RecoveryCodesView::kept, this,
                     [this] { m_continue->setEnabled(true); });
    QObject::connect(m_continue, &QPushButton::clicked, this, [this] {
        // Shown once means gone afterwards.
        m_codes->setSheet({});
        Q_EMIT finished();
    });
    QObject::connect(m_message, &widgets::MessageBar::buttonClicked, this, &EnrolStep::begin);
}

void EnrolStep::begin()
{
    m_message->clear();
    base::whenAnswered(m_server.connection().account().beginTotp(), this,
                       [this](const base::Result<gateway::TotpEnrollment> &begun) {
                           if (!begun) {
                               m_message->showMessage(widgets::MessageBar::Kind::Danger,
                                                      widgets::errorText(begun.error()),
                                                      tr("Try again"));
                               return;
                           }
                           m_setupLink = begun->setupLink;
                           m_qr->setContent(begun->setupLink);
                           m_key->setSecret(begun->key);
                           m_code->startOver();
                       });
}

void EnrolStep::confirm(const QString &code)
{
    m_code->setEnabled(false);
    base::whenAnswered(m_server.connection().account().confirmTotp(code), this,
                       [this](const base::Result<gateway::RecoveryCodes> &on) {
                           m_code->setEnabled(true);
                           if (on)
                               return showCodes(*on);
                           m_message->showMessage(
                               widgets::MessageBar::Kind::Danger,
                               on.error().code == base::ErrorCode::InvalidCode
                                   ? widgets::wrongCodeText(m_server.connection().serverTime())
                                   : widgets::errorText(on.error()));
                           m_code->startOver();
                       });
}

void EnrolStep::showCodes(const gateway::RecoveryCodes &codes)
{
    m_message->clear();
    m_qr->setContent({});
    m_key->wipe();
    m_setupLink = {};
    if (codes.codes.isEmpty()) {
        Q_EMIT finished();
        return;
    }
    const settings::ServerProfile &profile = m_server.profile();
    m_codes->setSheet({.serverName = profile.name,
                       .address = profile.address,
                       .username = m_server.user() ? m_server.user()->username : profile.login,
                       .dataFolder = profile.hosted ? profile.hosted->folder : QString(),
                       .codes = codes.codes});
    m_scan->hide();
    m_sheet->show();
    m_codes->setFocus();
}

} // namespace authdesk::ui::shell
