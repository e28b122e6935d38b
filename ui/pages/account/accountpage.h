// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page *My account*: profile, password, second factor and one's own sessions. What the server
// cannot do is not shown. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/connection.h"
#include "ui/widgets/page.h"

#include <QtCore/QUrl>

#include <functional>
#include <optional>

class QLabel;
class QScrollArea;

namespace authdesk::ui::pages::account {

class PasswordSection;
class ProfileSection;
class SecondFactorSection;
class SessionsSection;

/// What the page stands on; the references outlive it.
struct AccountPageContext
{
    gateway::AccountGateway &account;
    gateway::Capabilities capabilities;
    model::User me;     ///< who is signed in, as far as it is known
    QString serverName; ///< for the sheet with recovery codes
    QUrl address;
    const base::Clock &clock;
    /// The clock of the server, where it is known; may be empty.
    std::function<std::optional<QDateTime>()> serverTime = {};
    QString dataFolder = {}; ///< of a server on this computer, for the sheet
};

class AccountPage final : public widgets::Page
{
    Q_OBJECT

public:
    explicit AccountPage(const AccountPageContext &context, QWidget *parent = nullptr);

    void activated() override;
    [[nodiscard]] bool mayLeave() override;

    /// Opens the dialog that turns the second factor on, for the chip in the header.
    void turnOnSecondFactor();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectSections();
    void setPerson(const model::User &me);
    void retranslate();

    AccountPageContext m_context;
    QLabel *m_title;
    QScrollArea *m_scroll;
    ProfileSection *m_profile = nullptr;           ///< null where the server cannot
    PasswordSection *m_password = nullptr;         ///< null where the server cannot
    SecondFactorSection *m_secondFactor = nullptr; ///< null where the server cannot
    SessionsSection *m_sessions = nullptr;         ///< null where the server cannot
};

} // namespace authdesk::ui::pages::account
