// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server as the console sees it, without a network: every answer is put in by the test, and what
// was asked is remembered.
#pragma once

#include "core/gateway/connectionfactory.h"
#include "core/hosting/localserver.h"

#include <QtCore/QPromise>

#include <memory>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

template <typename T>
QFuture<T> answered(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

/// What the fake answers; shared between a test and the connections that the factory makes.
struct FakeScript
{
    using Outcome = base::Result<gateway::SignInOutcome>;
    QList<Outcome> outcomes; ///< taken one by one, by every step of signing in
    model::User me;
    QStringList asked; ///< "signIn karl secret", "verify 123456", …
    gateway::Capabilities capabilities =
        gateway::Capability::OwnProfile | gateway::Capability::OwnPassword
        | gateway::Capability::OwnSecondFactor | gateway::Capability::OwnSessions
        | gateway::Capability::Refresh | gateway::Capability::RecoveryCodes;
    base::Result<gateway::SignedIn> refreshed =
        base::fail(base::ErrorCode::Unauthenticated, u"ended"_s);
    base::Secret token; ///< what the last call carried
    std::optional<base::Error> meError;
    std::optional<QDateTime> serverTime;
    bool silent = false;                          ///< never answers a sign-in
    gateway::UsersGateway *users = nullptr;       ///< of the test
    gateway::OverviewGateway *overview = nullptr; ///< of the test

    Outcome next()
    {
        return outcomes.isEmpty() ? Outcome(base::fail(base::ErrorCode::Internal))
                                  : outcomes.takeFirst();
    }
};

class FakeConnection final : public gateway::Connection,
                             public gateway::SignInGateway,
                             public gateway::AccountGateway
{
public:
    template <typename T>
    using Answer = QFuture<base::Result<T>>;
    using Outcome = FakeScript::Outcome;

    FakeConnection(std::shared_ptr<FakeScript> script, QUrl address)
        : m_script(std::move(script))
        , m_address(std::move(address))
    {
    }

    QString system() const override { return u"authdesk"_s; }
    QUrl address() const override { return m_address; }
    bool moveTo(const QUrl &address) override
    {
        m_address = address;
        return true;
    }
    gateway::Capabilities capabilities() const override { return m_script->capabilities; }
    void setAccessToken(const base::Secret &token) override { m_script->token = token; }
    void setRenewal(Renewal) override {}
    gateway::SignInGateway &signIn() override { return *this; }
    gateway::AccountGateway &account() override { return *this; }
    gateway::UsersGateway *users() override { return m_script->users; }
    gateway::OverviewGateway *overview() override { return m_script->overview; }

    Answer<gateway::SetupState> setupState() override
    {
        return answered(base::Result<gateway::SetupState>({}));
    }
    Answer<gateway::SignedIn> setUp(const gateway::SetupRequest &) override
    {
        return answered(base::Result<gateway::SignedIn>(base::fail({})));
    }
    Answer<gateway::SignInOutcome> signIn(const QString &login,
                                          const base::Secret &password) override
    {
        return step(u"signIn %1 %2"_s.arg(login, password.toString()));
    }
    Answer<gateway::SignInOutcome> verify(const gateway::SecondFactorNeeded &,
                                          const QString &code) override
    {
        return step(u"verify %1"_s.arg(code));
    }
    Answer<gateway::SignInOutcome> changePassword(const gateway::PasswordChangeNeeded &,
                                                  const base::Secret &password) override
    {
        return step(u"changePassword %1"_s.arg(password.toString()));
    }
    Answer<gateway::SignedIn> refresh(const base::Secret &) override
    {
        m_script->asked += u"refresh"_s;
        return answered(m_script->refreshed);
    }
    Answer<void> signOut() override
    {
        m_script->asked += u"signOut"_s;
        return answered(base::Result<void>());
    }

    std::optional<QDateTime> serverTime() const override { return m_script->serverTime; }
    Answer<model::User> me() override
    {
        m_script->asked += u"me"_s;
        if (m_script->meError)
            return answered(base::Result<model::User>(std::unexpected(*m_script->meError)));
        return answered(base::Result<model::User>(m_script->me));
    }
    Answer<model::User> updateMe(const gateway::ProfileChange &) override { return me(); }
    Answer<void> changePassword(const base::Secret &, const base::Secret &, bool) override
    {
        return answered(base::Result<void>());
    }
    Answer<gateway::MfaState> mfaState() override
    {
        return answered(
            base::Result<gateway::MfaState>({.enabled = m_script->me.mfaEnabled, .methods = {}}));
    }
    Answer<gateway::TotpEnrollment> beginTotp() override
    {
        return answered(base::Result<gateway::TotpEnrollment>(
            {base::Secret::fromString(u"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"_s),
             base::Secret::fromString(u"otpauth://totp/Acme:karl?secret=JBSWY3DPEHPK3PXP"
                                      "JBSWY3DPEHPK3PXP&issuer=Acme"_s)}));
    }
    Answer<gateway::RecoveryCodes> confirmTotp(const QString &code) override
    {
        m_script->asked += u"confirmTotp %1"_s.arg(code);
        if (code != u"123456"_s)
            return answered(
                base::Result<gateway::RecoveryCodes>(base::fail(base::ErrorCode::InvalidCode)));
        gateway::RecoveryCodes codes;
        for (int i = 0; i < 10; ++i)
            codes.codes += base::Secret::fromString(u"abcde-fghj%1"_s.arg(i));
        return answered(base::Result<gateway::RecoveryCodes>(codes));
    }
    Answer<void> disableTotp(const QString &) override { return answered(base::Result<void>()); }
    Answer<gateway::RecoveryCodes> regenerateRecoveryCodes(const QString &) override
    {
        return answered(base::Result<gateway::RecoveryCodes>({}));
    }
    Answer<QList<model::Session>> sessions() override
    {
        return answered(base::Result<QList<model::Session>>(QList<model::Session>{}));
    }
    Answer<void> endSession(qint64) override { return answered(base::Result<void>()); }
    Answer<void> endOtherSessions() override { return answered(base::Result<void>()); }

private:
    Answer<gateway::SignInOutcome> step(const QString &asked)
    {
        m_script->asked += asked;
        if (!m_script->silent)
            return answered(m_script->next());
        m_waiting.start();
        return m_waiting.future();
    }

    std::shared_ptr<FakeScript> m_script;
    QUrl m_address;
    QPromise<Outcome> m_waiting;
};

class FakeFactory final : public gateway::ConnectionFactory
{
public:
    std::unique_ptr<gateway::Connection> create(const QString &, const QUrl &address,
                                                gateway::RequestObserver) override
    {
        return std::make_unique<FakeConnection>(script, address);
    }
    QString displayName(const QString &) const override { return u"Authdesk"_s; }

    std::shared_ptr<FakeScript> script = std::make_shared<FakeScript>();
};

class FakeLocalServer final : public hosting::LocalServer
{
public:
    bool isRunning() const override { return running; }
    QUrl address() const override { return running ? place : QUrl(); }
    QByteArray certificate() const override { return fingerprint; }
    QUrl publicAddress() const override { return forPeople; }
    QFuture<hosting::FolderState> inspect(const QString &) override
    {
        return answered(hosting::FolderState::HasServer);
    }
    QFuture<base::Result<QUrl>> start(const hosting::LocalServerOptions &options) override
    {
        started = options;
        running = !startError;
        return answered(startError ? base::Result<QUrl>(std::unexpected(*startError))
                                   : base::Result<QUrl>(address()));
    }
    QFuture<base::Result<void>> stop() override
    {
        running = false;
        return answered(base::Result<void>());
    }
    QFuture<base::Result<void>> removeFolder(const QString &) override
    {
        running = false;
        return answered(base::Result<void>());
    }
    QFuture<base::Result<QList<hosting::RescueUser>>> listUsers(const QString &) override
    {
        return answered(base::Result<QList<hosting::RescueUser>>(users));
    }
    QFuture<base::Result<base::Secret>> resetPassword(const QString &, const QString &name) override
    {
        asked += u"resetPassword "_s + name;
        return answered(
            base::Result<base::Secret>(base::Secret::fromString(u"lamp-quartz-monday-8"_s)));
    }
    QFuture<base::Result<base::Secret>> resetSecondFactor(const QString &,
                                                          const QString &name) override
    {
        asked += u"resetSecondFactor "_s + name;
        return answered(base::Result<base::Secret>(base::Secret::fromString(u"48151623"_s)));
    }
    QFuture<base::Result<void>> unlock(const QString &, const QString &name) override
    {
        asked += u"unlock "_s + name;
        for (hosting::RescueUser &user : users) {
            if (user.username == name)
                user.status = model::UserStatus::Active;
        }
        return answered(base::Result<void>());
    }

    QUrl place = QUrl(u"http://127.0.0.1:8000"_s);
    QByteArray fingerprint;
    QUrl forPeople;
    bool running = false;
    std::optional<base::Error> startError;
    std::optional<hosting::LocalServerOptions> started;
    QList<hosting::RescueUser> users;
    QStringList asked;
};

inline model::User karl()
{
    model::User user;
    user.id = 1;
    user.username = u"karl"_s;
    user.role = {.id = 1, .slug = model::superAdminSlug, .name = u"Super Admin"_s};
    return user;
}

inline gateway::SignedIn signedInAs(const model::User &user, bool enrol = false)
{
    return {.tokens = {base::Secret::fromString(u"access"_s),
                       base::Secret::fromString(u"refresh"_s), 900},
            .user = user,
            .mfaEnrollmentRequired = enrol};
}

} // namespace authdesk::tests
