// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/server/addresscard.h"

#include "ui/pages/server/servertexts.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/copyrow.h"
#include "ui/widgets/elidedlabel.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::pages::server {

using namespace Qt::StringLiterals;

AddressCard::AddressCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new widgets::Card(this))
    , m_rows(new QVBoxLayout)
    , m_nowhere(new QLabel(m_card))
    , m_line(new widgets::CopyRow(u"curlLine"_s, m_card))
{
    m_nowhere->setObjectName(u"answersNowhere"_s);
    m_nowhere->setTextFormat(Qt::PlainText);
    m_nowhere->setWordWrap(true);
    m_rows->setSpacing(theme::space8);
    m_card->body()->addWidget(m_nowhere);
    m_card->body()->addLayout(m_rows);
    m_card->body()->addWidget(m_line);
    m_card->body()->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
}

void AddressCard::setContent(const std::optional<model::ServerSettingsState> &state, bool isRunning,
                             const QString &dataFolder)
{
    m_card->setTitle(tr("Addresses"));
    m_nowhere->setText(isRunning ? tr("Waiting for the server to tell its addresses.")
                                 : tr("It answers nowhere while it is stopped."));
    m_nowhere->setVisible(!state);
    const QList<model::ListenerAddress> addresses =
        state ? shownAddresses(*state) : QList<model::ListenerAddress>();
    // The buttons hold the focus; they are made anew only for other addresses.
    if (addresses != m_shown)
        fill(addresses);
    const QString line = state ? curlLine(*state, dataFolder) : QString();
    m_line->setVisible(!line.isEmpty());
    m_line->setCaption(tr("Try it in a terminal"));
    m_line->setText(line);
}

void AddressCard::fill(const QList<model::ListenerAddress> &addresses)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_shown = addresses;
    for (const model::ListenerAddress &one : addresses) {
        const QString address = one.url.toString();
        auto *row = new QWidget(m_card);
        auto *shown = new widgets::ElidedLabel(address, row);
        shown->setObjectName(u"serverAddress"_s);
        shown->setElideMode(Qt::ElideMiddle);
        theme::setFontRole(shown, theme::FontRole::Fixed);
        auto *copy = new widgets::CopyButton(tr("Copy"), row);
        copy->setObjectName(u"copyServerAddress"_s);
        copy->setAccessibleName(tr("Copy %1").arg(address));
        copy->setSource([address] { return address; });
        auto *all = new QHBoxLayout(row);
        all->setContentsMargins({});
        all->setSpacing(theme::space8);
        all->addWidget(shown, 1);
        if (!one.system.isEmpty()) {
            //: An address where one API alone answers, named by its system
            auto *only = new QLabel(tr("%1 only").arg(one.system), row);
            only->setTextFormat(Qt::PlainText);
            only->setForegroundRole(QPalette::PlaceholderText);
            all->addWidget(only);
        }
        all->addWidget(copy);
        m_rows->addWidget(row);
    }
}

} // namespace authdesk::ui::pages::server
