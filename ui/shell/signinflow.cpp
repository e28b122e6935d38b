// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/signinflow.h"

#include "core/base/whenanswered.h"

namespace authdesk::ui::shell {

using base::ErrorCode;

SignInFlow::SignInFlow(workspace::OpenServer &server, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_keep(server.profile().keepSignedIn)
    , m_login(server.profile().login)
{
    m_tick.setInterval(1000);
    QObject::connect(&m_tick, &QTimer::timeout, this, [this] {
        if (--m_secondsToWait <= 0) {
            m_tick.stop();
            m_error.reset();
        }
        Q_EMIT changed();
    });
}

void SignInFlow::signIn(const QString &login, const base::Secret &password)
{
    m_login = login;
    await(m_server.signIn(login, password));
}

void SignInFlow::signInWithKey(const base::Secret &key)
{
    if (m_busy)
        return;
    await(m_server.signInWithKey(key).then([](const base::Result<void> &done) -> Outcome {
        if (!done)
            return std::unexpected(done.error());
        return gateway::SignedIn{};
    }));
}

void SignInFlow::sendCode(const QString &code)
{
    if (m_secondsToWait <= 0)
        await(m_server.verify(m_secondFactor, code));
}

void SignInFlow::choosePassword(const base::Secret &password)
{
    await(m_server.changePassword(m_passwordChange, password));
}

void SignInFlow::enrolled()
{
    m_server.setSecondFactorEnrolled();
    conclude();
}

void SignInFlow::startOver()
{
    cancel();
    m_error.reset();
    m_step = Step::Password;
    m_secondFactor = {};
    m_passwordChange = {};
    m_secondsToWait = 0;
    m_tick.stop();
    Q_EMIT changed();
}

void SignInFlow::cancel()
{
    ++m_attempt;
    m_busy = false;
    Q_EMIT changed();
}

void SignInFlow::await(QFuture<Outcome> answer)
{
    if (m_busy)
        return;
    m_busy = true;
    m_error.reset();
    const int attempt = ++m_attempt;
    Q_EMIT changed();
    base::whenAnswered(answer, this, [this, attempt](const Outcome &outcome) {
        if (attempt != m_attempt)
            return;
        m_busy = false;
        take(outcome);
    });
}

void SignInFlow::take(const Outcome &outcome)
{
    if (!outcome)
        return fail(outcome.error());
    if (const auto *needed = std::get_if<gateway::SecondFactorNeeded>(&*outcome)) {
        m_secondFactor = *needed;
        m_step = Step::SecondFactor;
    } else if (const auto *change = std::get_if<gateway::PasswordChangeNeeded>(&*outcome)) {
        m_passwordChange = *change;
        m_step = Step::NewPassword;
    } else if (m_server.mustEnrollSecondFactor()) {
        m_step = Step::Enrolment;
    } else {
        return conclude();
    }
    Q_EMIT changed();
}

void SignInFlow::fail(const base::Error &error)
{
    m_error = error;
    const bool ended = error.code == ErrorCode::ChallengeEnded;
    if (ended && m_step != Step::Password) {
        m_step = Step::Password;
        m_secondFactor = {};
        m_passwordChange = {};
    }
    // Before the right password nothing may tell how long a name is locked.
    if (m_step == Step::SecondFactor && error.retryAfterSeconds > 0) {
        m_secondsToWait = error.retryAfterSeconds;
        m_tick.start();
    }
    Q_EMIT changed();
}

void SignInFlow::conclude()
{
    m_step = Step::Done;
    m_secondFactor = {};
    m_passwordChange = {};
    if (m_keep || m_server.profile().keepSignedIn) {
        base::whenAnswered(m_server.setKeepSignedIn(m_keep), this,
                           [this](const base::Result<void> &kept) {
                               if (!kept && m_keep)
                                   Q_EMIT notKept(kept.error());
                           });
    }
    Q_EMIT changed();
    Q_EMIT finished();
}

} // namespace authdesk::ui::shell
