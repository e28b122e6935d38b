// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The card of what people and programs are told: every address, and a line that asks the server
// something. Window thread.
#pragma once

#include "core/model/serversettings.h"

#include <QtWidgets/QWidget>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace authdesk::ui::widgets {
class Card;
class CopyRow;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::server {

class AddressCard final : public QWidget
{
    Q_OBJECT

public:
    explicit AddressCard(QWidget *parent = nullptr);

    /// nullopt: it answers nowhere, or that is not known yet.
    void setContent(const std::optional<model::ServerSettingsState> &state, bool isRunning,
                    const QString &dataFolder);

private:
    void fill(const QList<model::ListenerAddress> &addresses);

    widgets::Card *m_card;
    QVBoxLayout *m_rows;
    QLabel *m_nowhere;
    widgets::CopyRow *m_line;
    QList<model::ListenerAddress> m_shown;
};

} // namespace authdesk::ui::pages::server
