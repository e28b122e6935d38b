// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The card *Password* of the page *My account*. What is typed is wiped as soon as it was accepted.
#pragma once

#include "core/gateway/accountgateway.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QPushButton;

namespace authdesk::ui::widgets {
class Card;
class FormField;
class MessageBar;
class PasswordField;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::account {

class PasswordSection final : public QWidget
{
    Q_OBJECT

public:
    /// `hasSessions`: the server lets one end one's other sessions.
    PasswordSection(gateway::AccountGateway &account, bool hasSessions, QWidget *parent = nullptr);

    /// What a password should not be made of.
    void setContext(const QStringList &words);
    /// Somebody has begun to type.
    [[nodiscard]] bool isDirty() const;

Q_SIGNALS:
    /// The other sessions may have ended with it.
    void passwordChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void change();
    void showError(const base::Error &error);
    void retranslate();
    void updateWidgets();

    gateway::AccountGateway &m_account;
    widgets::Card *m_card;
    widgets::MessageBar *m_message;
    widgets::PasswordField *m_current;
    widgets::PasswordField *m_wanted;
    widgets::FormField *m_currentField;
    widgets::FormField *m_wantedField;
    QCheckBox *m_endOthers;
    QPushButton *m_change;
    bool m_hasSessions;
    bool m_busy = false;
};

} // namespace authdesk::ui::pages::account
