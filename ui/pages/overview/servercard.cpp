// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/overview/servercard.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/relativetime.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::pages::overview {

using namespace Qt::StringLiterals;

namespace {

QString engineName(const QString &engine)
{
    if (engine == "sqlite"_L1)
        return u"SQLite"_s;
    return engine == "postgresql"_L1 ? u"PostgreSQL"_s : engine;
}

} // namespace

ServerCard::ServerCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new widgets::Card(this))
    , m_what(new QLabel(m_card))
    , m_since(new QLabel(m_card))
    , m_listens(new QLabel(m_card))
    , m_addresses(new QVBoxLayout)
{
    setObjectName(u"serverFacts"_s);
    m_what->setObjectName(u"serverWhat"_s);
    m_since->setObjectName(u"serverSince"_s);
    for (QLabel *label : {m_what, m_since}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_since->setForegroundRole(QPalette::PlaceholderText);
    m_addresses->setSpacing(theme::space8);
    theme::setFontRole(m_listens, theme::FontRole::Strong);
    QVBoxLayout *body = m_card->body();
    body->setSpacing(theme::space4);
    body->addWidget(m_what);
    body->addWidget(m_since);
    body->addSpacing(theme::space8);
    body->addWidget(m_listens);
    body->addLayout(m_addresses);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_card);
    widgets::followLanguage(this, [this] {
        m_listens->setText(tr("Where it listens"));
        fillAddresses();
        setTexts();
    });
}

void ServerCard::setContent(const model::ServerFacts &server, const QDateTime &now)
{
    m_server = server;
    m_now = now;
    // The buttons hold the focus; they are made anew only for other addresses.
    if (m_shown != server.listeners)
        fillAddresses();
    setTexts();
}

void ServerCard::fillAddresses()
{
    while (QLayoutItem *item = m_addresses->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_shown = m_server.listeners;
    for (const model::ListenerAddress &listener : std::as_const(m_shown))
        m_addresses->addWidget(makeAddress(listener));
}

QWidget *ServerCard::makeAddress(const model::ListenerAddress &listener)
{
    const QString address = listener.url.toString();
    auto *row = new QWidget(m_card);
    row->setObjectName(u"listener"_s);
    auto *shown = new widgets::ElidedLabel(address, row);
    shown->setObjectName(u"listenerAddress"_s);
    shown->setElideMode(Qt::ElideMiddle);
    theme::setFontRole(shown, theme::FontRole::Fixed);
    auto *copy = new widgets::CopyButton(tr("Copy"), row);
    copy->setObjectName(u"copyAddress"_s);
    copy->setAccessibleName(tr("Copy %1").arg(address));
    copy->setSource([address] { return address; });
    auto *all = new QHBoxLayout(row);
    all->setContentsMargins({});
    all->setSpacing(theme::space8);
    all->addWidget(shown, 1);
    if (!listener.system.isEmpty()) {
        //: An address where one API alone answers, named by its system
        auto *only = new QLabel(tr("%1 only").arg(listener.system), row);
        only->setTextFormat(Qt::PlainText);
        only->setForegroundRole(QPalette::PlaceholderText);
        all->addWidget(only);
    }
    all->addWidget(copy);
    return row;
}

void ServerCard::setTexts()
{
    //: Title of the card about the server, when its name is not known yet
    m_card->setTitle(m_server.name.isEmpty() ? tr("Server") : m_server.name);
    m_what->setText(
        tr("Authdesk %1, data in %2").arg(m_server.version, engineName(m_server.databaseEngine)));
    m_since->setText(
        //: %1 is a time like "2 h ago"
        tr("Started %1").arg(widgets::relativeTime(m_server.startedAt, m_now)));
    m_since->setToolTip(widgets::exactTime(m_server.startedAt));
}

} // namespace authdesk::ui::pages::overview
