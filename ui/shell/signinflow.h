// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The steps of signing in, without a window: password, second factor, a new password where the old
// one must go, a second factor where one is demanded. Holds no secret longer than a step.
// Window thread.
#pragma once

#include "core/workspace/openserver.h"

#include <QtCore/QTimer>

#include <optional>

namespace authdesk::ui::shell {

class SignInFlow final : public QObject
{
    Q_OBJECT

public:
    enum class Step { Password, SecondFactor, NewPassword, Enrolment, Done };

    /// `server` outlives the flow.
    explicit SignInFlow(workspace::OpenServer &server, QObject *parent = nullptr);

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// Of the last attempt; nothing after a new one has begun.
    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }
    /// Until the next code is looked at; only ever after the right password. 0: now.
    [[nodiscard]] int secondsToWait() const { return m_secondsToWait; }
    [[nodiscard]] const QString &login() const { return m_login; }

    /// Keeps the sign-in in the vault when it succeeds, or forgets what was kept.
    void setKeep(bool keep) { m_keep = keep; }
    void signIn(const QString &login, const base::Secret &password);
    void signInWithKey(const base::Secret &key);
    void sendCode(const QString &code);
    void choosePassword(const base::Secret &password);
    /// The demanded second factor is on.
    void enrolled();
    /// Back to the password, as after a dead challenge.
    void startOver();
    /// Gives up waiting; a late answer is not looked at.
    void cancel();

Q_SIGNALS:
    /// Anything above is different.
    void changed();
    /// Signed in, with all that the server demanded.
    void finished();
    /// Signed in, but the keychain did not take the sign-in.
    void notKept(const authdesk::base::Error &why);

private:
    using Outcome = base::Result<gateway::SignInOutcome>;
    void await(QFuture<Outcome> answer);
    void take(const Outcome &outcome);
    void fail(const base::Error &error);
    void conclude();

    workspace::OpenServer &m_server;
    Step m_step = Step::Password;
    bool m_busy = false;
    bool m_keep = false;
    int m_attempt = 0; ///< answers of older ones are dropped
    std::optional<base::Error> m_error;
    QString m_login;
    gateway::SecondFactorNeeded m_secondFactor;
    gateway::PasswordChangeNeeded m_passwordChange;
    int m_secondsToWait = 0;
    QTimer m_tick;
};

} // namespace authdesk::ui::shell
