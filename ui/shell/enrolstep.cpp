// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/enrolstep.h"

#include "core/base/whenanswered.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/qrview.h"
#include "ui/widgets/secretlabel.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;

static QLabel *words(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
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

EnrolStep::EnrolStep(gateway::AccountGateway &account, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_scan(new QWidget(this))
    , m_qr(new widgets::QrView(m_scan))
    , m_key(new widgets::SecretLabel(m_scan))
    , m_code(new widgets::CodeField(m_scan))
    , m_sheet(new QWidget(this))
    , m_codes(new QLabel(m_sheet))
    , m_copyCodes(new widgets::CopyButton(tr("Copy"), m_sheet))
    , m_message(new widgets::MessageBar(this))
{
    m_code->setObjectName(u"enrolCode"_s);
    m_codes->setObjectName(u"recoveryCodes"_s);
    auto *copyKey = new widgets::CopyButton(tr("Copy key"), m_scan);
    copyKey->setSource([this] { return m_key->secret().toString(); },
                       widgets::CopyButton::Content::Secret);
    auto *copyLink = new widgets::CopyButton(tr("Copy setup link"), m_scan);
    copyLink->setSource([this] { return m_setupLink.toString(); },
                        widgets::CopyButton::Content::Secret);
    auto *copies = new QHBoxLayout;
    copies->setSpacing(theme::buttonGap);
    copies->addWidget(copyKey);
    copies->addWidget(copyLink);
    copies->addStretch();

    auto *scan = column(m_scan);
    scan->addWidget(words(tr("This server wants a second factor. Open your authenticator app and "
                             "scan:"),
                          m_scan));
    scan->addWidget(m_qr, 0, Qt::AlignHCenter);
    scan->addWidget(words(tr("Cannot scan? Type this key:"), m_scan));
    scan->addWidget(m_key);
    scan->addLayout(copies);
    scan->addWidget(words(tr("Then type the six digits that it shows:"), m_scan));
    scan->addWidget(m_code, 0, Qt::AlignLeft);

    m_codes->setTextFormat(Qt::PlainText);
    m_codes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    theme::setFontRole(m_codes, theme::FontRole::Secret);
    auto *done = widgets::primaryButton(tr("I have kept them"), m_sheet);
    done->setObjectName(u"codesKept"_s);
    done->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addWidget(m_copyCodes);
    buttons->addStretch();
    buttons->addWidget(done);
    auto *sheet = column(m_sheet);
    sheet->addWidget(words(tr("Your second factor is on. Keep these recovery codes where you find "
                              "them without your phone; each works once."),
                           m_sheet));
    sheet->addWidget(m_codes);
    sheet->addLayout(buttons);
    m_sheet->hide();

    auto *layout = column(this);
    layout->addWidget(m_message);
    layout->addWidget(m_scan);
    layout->addWidget(m_sheet);

    QObject::connect(m_code, &widgets::CodeField::completed, this, &EnrolStep::confirm);
    QObject::connect(m_copyCodes, &widgets::CopyButton::copied, done,
                     [done] { done->setEnabled(true); });
    QObject::connect(done, &QPushButton::clicked, this, &EnrolStep::finished);
    QObject::connect(m_message, &widgets::MessageBar::buttonClicked, this, &EnrolStep::begin);
}

void EnrolStep::begin()
{
    m_message->clear();
    base::whenAnswered(
        m_account.beginTotp(), this, [this](const base::Result<gateway::TotpEnrollment> &begun) {
            if (!begun) {
                m_message->showMessage(widgets::MessageBar::Kind::Danger,
                                       widgets::errorText(begun.error()), tr("Try again"));
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
    base::whenAnswered(
        m_account.confirmTotp(code), this, [this](const base::Result<gateway::RecoveryCodes> &on) {
            m_code->setEnabled(true);
            if (on)
                return showCodes(*on);
            m_message->showMessage(widgets::MessageBar::Kind::Danger,
                                   on.error().code == base::ErrorCode::InvalidCode
                                       ? tr("Not accepted. Is the time of your phone right?")
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
    QString text;
    for (qsizetype i = 0; i < codes.codes.size(); ++i)
        text += codes.codes[i].toString() + (i % 2 == 0 ? u"    "_s : u"\n"_s);
    m_codes->setText(text.trimmed());
    m_copyCodes->setSource(
        [codes] {
            QString all;
            for (const base::Secret &code : codes.codes)
                all += code.toString() + u'\n';
            return all;
        },
        widgets::CopyButton::Content::Secret);
    m_scan->hide();
    m_sheet->show();
}

} // namespace authdesk::ui::shell
