// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeaccountgateway.h"

namespace authdesk::test {

using namespace Qt::StringLiterals;

namespace {

const QString rightCode = u"123456"_s;

model::Session session(qint64 id, const QString &agent, const QString &address, bool current)
{
    model::Session made;
    made.id = id;
    made.userId = 1;
    made.system = u"authdesk"_s;
    made.userAgent = agent;
    made.address = address;
    made.createdAt = QDateTime(QDate(2027, 1, 10 + int(id)), QTime(8, 0), Qt::UTC);
    made.lastSeenAt = made.createdAt.addSecs(3600);
    made.expiresAt = made.createdAt.addDays(90);
    made.current = current;
    return made;
}

} // namespace

FakeAccountGateway::FakeAccountGateway()
{
    user.id = 1;
    user.username = u"anna"_s;
    user.email = u"anna@acme.example"_s;
    user.firstName = u"Anna"_s;
    user.lastName = u"Kovac"_s;
    user.createdAt = QDateTime(QDate(2027, 1, 1), QTime(9, 0), Qt::UTC);
    sessionList = {session(1, u"curl/7.88.1"_s, u"10.0.0.7"_s, false),
                   session(2, u"Authdesk/0.1 (Linux)"_s, u"127.0.0.1"_s, true),
                   session(3, u"Pipelit web"_s, u"10.0.0.9"_s, false)};
}

template <typename T>
FakeAccountGateway::Answer<T> FakeAccountGateway::answer(const QString &call,
                                                         base::Result<T> result)
{
    if (refuse.contains(call))
        result = std::unexpected(refuse.take(call));
    QPromise<base::Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

gateway::RecoveryCodes FakeAccountGateway::tenCodes() const
{
    gateway::RecoveryCodes codes;
    for (int i = 0; givesRecoveryCodes && i < 10; ++i)
        codes.codes.append(base::Secret::fromString(u"abcd%1-efgh%1"_s.arg(i)));
    return codes;
}

FakeAccountGateway::Answer<model::User> FakeAccountGateway::me()
{
    return answer<model::User>(u"me"_s, user);
}

FakeAccountGateway::Answer<model::User>
FakeAccountGateway::updateMe(const gateway::ProfileChange &change)
{
    lastChange = change;
    if (!refuse.contains(u"updateMe"_s)) {
        user.username = change.username.value_or(user.username);
        user.firstName = change.firstName.value_or(user.firstName);
        user.lastName = change.lastName.value_or(user.lastName);
        if (change.email)
            user.email = *change.email;
    }
    return answer<model::User>(u"updateMe"_s, user);
}

FakeAccountGateway::Answer<void> FakeAccountGateway::changePassword(const base::Secret &current,
                                                                    const base::Secret &wanted,
                                                                    bool endOtherSessions)
{
    if (current.toString() != password)
        return answer<void>(u"changePassword"_s, base::fail(base::ErrorCode::WrongCurrentPassword));
    if (!refuse.contains(u"changePassword"_s)) {
        password = wanted.toString();
        endedOthersWithPassword = endOtherSessions;
    }
    return answer<void>(u"changePassword"_s, {});
}

FakeAccountGateway::Answer<gateway::MfaState> FakeAccountGateway::mfaState()
{
    return answer<gateway::MfaState>(u"mfaState"_s, mfa);
}

FakeAccountGateway::Answer<gateway::TotpEnrollment> FakeAccountGateway::beginTotp()
{
    ++enrollments;
    return answer<gateway::TotpEnrollment>(
        u"beginTotp"_s,
        gateway::TotpEnrollment{
            .key = base::Secret::fromString(u"JBSWY3DPEHPK3PXP"_s),
            .setupLink = base::Secret::fromString(
                u"otpauth://totp/Acme:anna?secret=JBSWY3DPEHPK3PXP&issuer=Acme"_s)});
}

FakeAccountGateway::Answer<gateway::RecoveryCodes>
FakeAccountGateway::confirmTotp(const QString &code)
{
    if (code != rightCode)
        return answer<gateway::RecoveryCodes>(u"confirmTotp"_s,
                                              base::fail(base::ErrorCode::InvalidCode));
    mfa.enabled = true;
    mfa.recoveryCodesLeft = 10;
    return answer<gateway::RecoveryCodes>(u"confirmTotp"_s, tenCodes());
}

FakeAccountGateway::Answer<void> FakeAccountGateway::disableTotp(const QString &code)
{
    if (code != rightCode && code != u"abcd0-efgh0"_s)
        return answer<void>(u"disableTotp"_s, base::fail(base::ErrorCode::InvalidCode));
    mfa = {};
    return answer<void>(u"disableTotp"_s, {});
}

FakeAccountGateway::Answer<gateway::RecoveryCodes>
FakeAccountGateway::regenerateRecoveryCodes(const QString &code)
{
    if (code != rightCode)
        return answer<gateway::RecoveryCodes>(u"regenerateRecoveryCodes"_s,
                                              base::fail(base::ErrorCode::InvalidCode));
    mfa.recoveryCodesLeft = 10;
    return answer<gateway::RecoveryCodes>(u"regenerateRecoveryCodes"_s, tenCodes());
}

FakeAccountGateway::Answer<QList<model::Session>> FakeAccountGateway::sessions()
{
    return answer<QList<model::Session>>(u"sessions"_s, sessionList);
}

FakeAccountGateway::Answer<void> FakeAccountGateway::endSession(qint64 id)
{
    sessionList.removeIf([id](const model::Session &one) { return one.id == id; });
    return answer<void>(u"endSession"_s, {});
}

FakeAccountGateway::Answer<void> FakeAccountGateway::endOtherSessions()
{
    sessionList.removeIf([](const model::Session &one) { return !one.current; });
    return answer<void>(u"endOtherSessions"_s, {});
}

} // namespace authdesk::test
