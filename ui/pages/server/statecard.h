// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The card that says whether the server runs, with the button that changes it. Window thread.
#pragma once

#include "ui/pages/server/serverviewmodel.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace authdesk::ui::widgets {
class Card;
class Chip;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::server {

class StateCard final : public QWidget
{
    Q_OBJECT

public:
    explicit StateCard(QWidget *parent = nullptr);

    /// How the server runs, and whether that can be changed.
    struct Background
    {
        bool isService = false;
        bool staysWhenSignedOut = false;
        bool canMove = false;
        QString whyNot; ///< empty: nothing is said of it
    };

    void setContent(const ServerViewModel &server, const QString &folder, const QDateTime &now,
                    const Background &background);

Q_SIGNALS:
    void stopWanted();
    void startWanted();
    void moveWanted();

private:
    [[nodiscard]] static QString whatRuns(const Background &background);

    widgets::Card *m_card;
    widgets::Chip *m_chip;
    QLabel *m_since;
    QLabel *m_what;
    QLabel *m_whyNot;
    QPushButton *m_move;
    QPushButton *m_stop;
    QPushButton *m_start;
    bool m_keepsFocus = false;
};

} // namespace authdesk::ui::pages::server
