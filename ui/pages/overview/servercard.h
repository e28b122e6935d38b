// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The card of the server itself: what it is, since when it runs, where it listens. Window thread.
#pragma once

#include "core/model/serverstats.h"

#include <QtWidgets/QWidget>

class QLabel;
class QVBoxLayout;

namespace authdesk::ui::widgets {
class Card;
}

namespace authdesk::ui::pages::overview {

class ServerCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ServerCard(QWidget *parent = nullptr);

    void setContent(const model::ServerFacts &server, const QDateTime &now);

private:
    void fillAddresses();
    [[nodiscard]] QWidget *makeAddress(const model::ListenerAddress &listener);
    void setTexts();

    model::ServerFacts m_server;
    QDateTime m_now;
    QList<model::ListenerAddress> m_shown;
    widgets::Card *m_card;
    QLabel *m_what;
    QLabel *m_since;
    QLabel *m_listens;
    QVBoxLayout *m_addresses;
};

} // namespace authdesk::ui::pages::overview
