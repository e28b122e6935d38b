// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The card of who can come to the server and how safe the way is, with the way to open it to others
// and back. Window thread.
#pragma once

#include "core/model/serversettings.h"

#include <QtWidgets/QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace authdesk::ui::widgets {
class Card;
}

namespace authdesk::ui::pages::server {

class FingerprintRow;

class ReachCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ReachCard(QWidget *parent = nullptr);

    /// `mayChange`: nothing else is being done to the server.
    void setContent(const std::optional<model::ServerSettingsState> &state, bool isRunning,
                    bool mayChange);

Q_SIGNALS:
    void shareWanted();
    void closeWanted();

private:
    void setTls(const std::optional<model::ServerSettingsState> &state);

    widgets::Card *m_card;
    QLabel *m_who;
    QLabel *m_tls;
    FingerprintRow *m_fingerprint;
    QPushButton *m_close;
    QPushButton *m_share;
};

} // namespace authdesk::ui::pages::server
