// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One's own second factor, without a widget: read, turn on, turn off, new recovery codes. Secrets
// are handed out by signal and not kept. Window thread.
#pragma once

#include "core/gateway/accountgateway.h"

#include <QtCore/QDateTime>
#include <QtCore/QObject>

#include <functional>

namespace authdesk::ui::pages::account {

class SecondFactorViewModel final : public QObject
{
    Q_OBJECT

public:
    /// Tells the clock of the server, where it is known; may be empty.
    using ServerTime = std::function<std::optional<QDateTime>()>;

    explicit SecondFactorViewModel(gateway::AccountGateway &account, ServerTime serverTime = {},
                                   QObject *parent = nullptr);

    void load();
    /// Nothing until it was read.
    [[nodiscard]] const std::optional<gateway::MfaState> &state() const { return m_state; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] std::optional<QDateTime> serverTime() const;

    void begin();
    void confirm(const QString &code);
    void turnOff(const QString &code);
    void makeRecoveryCodes(const QString &code);

Q_SIGNALS:
    void changed();
    void loadFailed(const authdesk::base::Error &error);
    /// Key and link for the app, to be confirmed with a code.
    void begun(const authdesk::gateway::TotpEnrollment &enrollment);
    /// It is on; the codes may be none.
    void turnedOn(const authdesk::gateway::RecoveryCodes &codes);
    void turnedOff();
    void recoveryCodesMade(const authdesk::gateway::RecoveryCodes &codes);
    /// Of begin, confirm, turnOff or makeRecoveryCodes.
    void refused(const authdesk::base::Error &error);

private:
    void start();
    /// Takes an answer in: false, and refused(), where it is an error.
    template <typename T>
    bool take(const base::Result<T> &answer);

    gateway::AccountGateway &m_account;
    ServerTime m_serverTime;
    std::optional<gateway::MfaState> m_state;
    bool m_busy = false;
};

} // namespace authdesk::ui::pages::account
