// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/handoverview.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/secretlabel.h"

#include <QtGui/QTextDocument>
#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;

namespace {

QLabel *captionOver(QLabel *value, QVBoxLayout *into, QWidget *parent)
{
    auto *caption = new QLabel(parent);
    theme::setFontRole(caption, theme::FontRole::Caption);
    caption->setForegroundRole(QPalette::PlaceholderText);
    caption->setBuddy(value);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    into->addWidget(caption);
    into->addWidget(value);
    into->addSpacing(theme::space8);
    return caption;
}

QString secretCaption(Handover::Kind kind)
{
    switch (kind) {
    case Handover::Kind::Password:
        return HandoverView::tr("One-time password");
    case Handover::Kind::LastingPassword:
        return HandoverView::tr("Password");
    case Handover::Kind::Code:
        return HandoverView::tr("One-time code");
    }
    Q_UNREACHABLE();
}

} // namespace

HandoverView::HandoverView(QWidget *parent)
    : QWidget(parent)
    , m_address(new QLabel(this))
    , m_username(new QLabel(this))
    , m_secretCaption(nullptr)
    , m_secret(new widgets::SecretLabel(this))
    , m_until(new QLabel(this))
    , m_once(new QLabel(this))
    , m_copy(new widgets::CopyButton({}, this))
    , m_print(widgets::plainButton({}, this))
{
    m_address->setObjectName(u"handoverAddress"_s);
    m_username->setObjectName(u"handoverUsername"_s);
    m_secret->setObjectName(u"handoverSecret"_s);
    m_until->setObjectName(u"handoverUntil"_s);
    m_copy->setObjectName(u"copyMessage"_s);
    m_print->setObjectName(u"printSlip"_s);
    m_print->setIcon(theme::icon(theme::Icon::Printer));
    m_until->setWordWrap(true);
    m_once->setWordWrap(true);
    m_once->setForegroundRole(QPalette::PlaceholderText);

    auto *card = new widgets::Card(this);
    QLabel *address = captionOver(m_address, card->body(), card);
    QLabel *username = captionOver(m_username, card->body(), card);
    m_secretCaption = captionOver(m_secret, card->body(), card);
    card->body()->addWidget(m_until);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_print);
    buttons->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(theme::space12);
    all->addWidget(card);
    all->addWidget(m_once);
    all->addLayout(buttons);

    m_copy->setSource([this] { return handoverMessage(m_handover); },
                      widgets::CopyButton::Content::Secret);
    connect(m_print, &QPushButton::clicked, this, &HandoverView::print);
    widgets::followLanguage(this, [this, address, username] {
        address->setText(tr("Address"));
        username->setText(tr("Username"));
        m_address->setAccessibleName(address->text());
        m_username->setAccessibleName(username->text());
        m_once->setText(tr("It is shown only now. Hand it over in a way that you trust."));
        m_copy->setLabel(tr("Copy message"));
        m_copy->setToolTip(tr("Copies address, username and secret as a message to send"));
        m_print->setText(tr("Print slip…"));
        m_print->setToolTip(tr("Prints address, username and secret on a sheet to hand over"));
        setHandover(Handover(m_handover));
    });
}

void HandoverView::setHandover(const Handover &handover)
{
    m_handover = handover;
    m_address->setText(handover.address.toDisplayString());
    m_username->setText(handover.username);
    m_secretCaption->setText(secretCaption(handover.kind));
    m_secret->setSecret(handover.secret);
    m_secret->setAccessibleName(m_secretCaption->text());
    m_until->setText(handoverUntil(handover));
    m_until->setVisible(!m_until->text().isEmpty());
}

void HandoverView::print()
{
    auto *dialog = new QPrintDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print the slip for %1").arg(m_handover.displayName));
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            [this](QPrinter *printer) {
                QTextDocument slip;
                slip.setHtml(handoverSlip(m_handover));
                slip.print(printer);
            });
    dialog->open();
}

} // namespace authdesk::ui::pages::users
