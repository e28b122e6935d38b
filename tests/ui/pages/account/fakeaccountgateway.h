// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One's own account on a server in memory. The right code is 123456, the right password "old
// password"; an error in `refuse` is given once, to the call it names.
#pragma once

#include "core/gateway/accountgateway.h"

#include <QtCore/QHash>
#include <QtCore/QPromise>

namespace authdesk::test {

class FakeAccountGateway final : public gateway::AccountGateway
{
public:
    FakeAccountGateway();

    model::User user;
    gateway::MfaState mfa;
    QList<model::Session> sessionList;
    QHash<QString, base::Error> refuse; ///< by name of the call: "updateMe"
    gateway::ProfileChange lastChange;
    QString password = QStringLiteral("old password");
    bool endedOthersWithPassword = false;
    bool givesRecoveryCodes = true;
    int enrollments = 0;

    [[nodiscard]] Answer<model::User> me() override;
    [[nodiscard]] Answer<model::User> updateMe(const gateway::ProfileChange &change) override;
    [[nodiscard]] Answer<void> changePassword(const base::Secret &current,
                                              const base::Secret &wanted,
                                              bool endOtherSessions) override;
    [[nodiscard]] Answer<gateway::MfaState> mfaState() override;
    [[nodiscard]] Answer<gateway::TotpEnrollment> beginTotp() override;
    [[nodiscard]] Answer<gateway::RecoveryCodes> confirmTotp(const QString &code) override;
    [[nodiscard]] Answer<void> disableTotp(const QString &code) override;
    [[nodiscard]] Answer<gateway::RecoveryCodes>
    regenerateRecoveryCodes(const QString &code) override;
    [[nodiscard]] Answer<QList<model::Session>> sessions() override;
    [[nodiscard]] Answer<void> endSession(qint64 id) override;
    [[nodiscard]] Answer<void> endOtherSessions() override;

private:
    template <typename T>
    [[nodiscard]] Answer<T> answer(const QString &call, base::Result<T> result);
    [[nodiscard]] gateway::RecoveryCodes tenCodes() const;
};

} // namespace authdesk::test
