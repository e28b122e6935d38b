// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/account/secondfactorviewmodel.h"

#include "core/base/whenanswered.h"

namespace authdesk::ui::pages::account {

SecondFactorViewModel::SecondFactorViewModel(gateway::AccountGateway &account,
                                             ServerTime serverTime, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_serverTime(std::move(serverTime))
{
}

std::optional<QDateTime> SecondFactorViewModel::serverTime() const
{
    return m_serverTime ? m_serverTime() : std::nullopt;
}

void SecondFactorViewModel::load()
{
    base::whenAnswered(m_account.mfaState(), this,
                       [this](const base::Result<gateway::MfaState> &answer) {
                           if (!answer) {
                               Q_EMIT loadFailed(answer.error());
                               return;
                           }
                           m_state = *answer;
                           Q_EMIT changed();
                       });
}

void SecondFactorViewModel::begin()
{
    if (m_busy)
        return;
    start();
    base::whenAnswered(m_account.beginTotp(), this,
                       [this](const base::Result<gateway::TotpEnrollment> &answer) {
                           if (take(answer))
                               Q_EMIT begun(*answer);
                       });
}

void SecondFactorViewModel::confirm(const QString &code)
{
    if (m_busy)
        return;
    start();
    base::whenAnswered(m_account.confirmTotp(code), this,
                       [this](const base::Result<gateway::RecoveryCodes> &answer) {
                           if (!take(answer))
                               return;
                           load();
                           Q_EMIT turnedOn(*answer);
                       });
}

void SecondFactorViewModel::turnOff(const QString &code)
{
    if (m_busy)
        return;
    start();
    base::whenAnswered(m_account.disableTotp(code), this, [this](const base::Result<void> &answer) {
        if (!take(answer))
            return;
        load();
        Q_EMIT turnedOff();
    });
}

void SecondFactorViewModel::makeRecoveryCodes(const QString &code)
{
    if (m_busy)
        return;
    start();
    base::whenAnswered(m_account.regenerateRecoveryCodes(code), this,
                       [this](const base::Result<gateway::RecoveryCodes> &answer) {
                           if (!take(answer))
                               return;
                           load();
                           Q_EMIT recoveryCodesMade(*answer);
                       });
}

void SecondFactorViewModel::start()
{
    m_busy = true;
    Q_EMIT changed();
}

template <typename T>
bool SecondFactorViewModel::take(const base::Result<T> &answer)
{
    m_busy = false;
    Q_EMIT changed();
    if (!answer)
        Q_EMIT refused(answer.error());
    return answer.has_value();
}

} // namespace authdesk::ui::pages::account
