// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The card *Second factor* of the page *My account*.
#pragma once

#include "ui/pages/account/secondfactorviewmodel.h"
#include "ui/widgets/recoverysheet.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace authdesk::ui::widgets {
class Card;
class Chip;
class MessageBar;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::account {

class CodeDialog;

class SecondFactorSection final : public QWidget
{
    Q_OBJECT

public:
    /// `hasRecoveryCodes`: the server knows recovery codes.
    SecondFactorSection(gateway::AccountGateway &account, bool hasRecoveryCodes,
                        SecondFactorViewModel::ServerTime serverTime = {},
                        QWidget *parent = nullptr);

    [[nodiscard]] SecondFactorViewModel &viewModel() { return *m_viewModel; }
    /// Server and person, for the sheet with recovery codes.
    void setSheet(const widgets::RecoverySheet &sheet) { m_sheet = sheet; }
    /// Opens the dialog that turns it on; does nothing while it is on.
    void turnOn();

Q_SIGNALS:
    void announced(const QString &sentence);
    /// On or off has changed.
    void factorChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void turnOff();
    void makeCodes();
    [[nodiscard]] CodeDialog *openCodeDialog(const QString &title, const QString &what,
                                             const QString &verb, bool turnsOff);
    void retranslate();
    void updateWidgets();
    [[nodiscard]] QString stateText() const;

    SecondFactorViewModel *m_viewModel;
    widgets::RecoverySheet m_sheet;
    bool m_hasRecoveryCodes;
    widgets::Card *m_card;
    widgets::MessageBar *m_message;
    widgets::Chip *m_chip;
    QLabel *m_text;
    QPushButton *m_on;
    QPushButton *m_codes;
    QPushButton *m_off;
};

} // namespace authdesk::ui::pages::account
