// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server, its connection and its hosting, all in memory, for the wizard to lead somebody through.
// Answers are set by the test; what was asked is remembered. One thread.
#pragma once

#include "core/gateway/connectionfactory.h"
#include "core/gateway/detection.h"
#include "core/hosting/localserver.h"
#include "core/net/relay.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace wizardtest {

using namespace authdesk;

template <typename T>
QFuture<base::Result<T>> ready(base::Result<T> result)
{
    return net::readyFuture<base::Result<T>>(std::move(result));
}

/// What a test sets, and what it looks at afterwards.
struct Script
{
    // Hosting.
    hosting::FolderState folderState = hosting::FolderState::Empty;
    std::optional<base::Error> startError;
    std::optional<base::Error> removeError;
    QList<hosting::LocalServerOptions> starts;
    int running = 0;
    bool holdsStart = false; ///< start() answers only when `held` is finished by the test
    std::shared_ptr<QPromise<base::Result<QUrl>>> held;
    // The server.
    std::optional<base::Error> setUpError;
    QList<gateway::SetupRequest> setUps;
    QStringList createdFor; ///< systems that a connection was made to
    QString rightCode = QStringLiteral("123456");
    QStringList codes;
    QStringList recoveryCodes{QStringLiteral("abcde-fghij"), QStringLiteral("klmno-pqrst")};
    QString rightKey = QStringLiteral("key-1");
    base::Secret accessToken;
    QList<model::RequestEntry> requestLog;
    std::shared_ptr<QPromise<base::Result<QList<model::RequestEntry>>>> waiting;
    bool hasUsers = true;
    QJsonArray loaded;
    std::optional<base::Error> loadError;
};

class FakeLocalServer final : public hosting::LocalServer
{
public:
    explicit FakeLocalServer(Script &script)
        : m_script(script)
    {
    }
    ~FakeLocalServer() override { m_script.running -= m_running ? 1 : 0; }

    bool isRunning() const override { return m_running; }
    QUrl address() const override { return m_running ? m_address : QUrl(); }
    QFuture<hosting::FolderState> inspect(const QString &) override
    {
        return net::readyFuture(m_script.folderState);
    }
    QFuture<base::Result<QUrl>> start(const hosting::LocalServerOptions &options) override
    {
        m_script.starts.append(options);
        if (m_script.holdsStart) {
            m_script.held = std::make_shared<QPromise<base::Result<QUrl>>>();
            m_script.held->start();
            return m_script.held->future();
        }
        if (m_script.startError)
            return ready<QUrl>(std::unexpected(*m_script.startError));
        QDir().mkpath(options.dataFolder);
        QFile data(QDir(options.dataFolder).filePath(QStringLiteral("authdesk.db")));
        std::ignore = data.open(QIODevice::WriteOnly);
        m_address = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(options.port));
        m_running = true;
        ++m_script.running;
        return ready<QUrl>(m_address);
    }
    QFuture<base::Result<void>> stop() override
    {
        m_script.running -= std::exchange(m_running, false) ? 1 : 0;
        return ready<void>({});
    }
    QFuture<base::Result<void>> removeFolder(const QString &dataFolder) override
    {
        std::ignore = stop();
        if (m_script.removeError)
            return ready<void>(std::unexpected(*m_script.removeError));
        QDir(dataFolder).removeRecursively();
        return ready<void>({});
    }
    QFuture<base::Result<QList<hosting::RescueUser>>> listUsers(const QString &) override
    {
        return ready<QList<hosting::RescueUser>>(QList<hosting::RescueUser>());
    }
    QFuture<base::Result<base::Secret>> resetPassword(const QString &, const QString &) override
    {
        return ready<base::Secret>(base::Secret());
    }
    QFuture<base::Result<base::Secret>> resetSecondFactor(const QString &, const QString &) override
    {
        return ready<base::Secret>(base::Secret());
    }
    QFuture<base::Result<void>> unlock(const QString &, const QString &) override
    {
        return ready<void>({});
    }

private:
    Script &m_script;
    QUrl m_address;
    bool m_running = false;
};

class FakeConnection final : public gateway::Connection,
                             public gateway::SignInGateway,
                             public gateway::AccountGateway,
                             public gateway::RequestsGateway,
                             public gateway::TransferGateway
{
public:
    template <typename T>
    using Answer = QFuture<base::Result<T>>;

    FakeConnection(Script &script, QString system, QUrl address)
        : m_script(script)
        , m_system(std::move(system))
        , m_address(std::move(address))
    {
    }

    QString system() const override { return m_system; }
    QUrl address() const override { return m_address; }
    gateway::Capabilities capabilities() const override { return {}; }
    void setAccessToken(const base::Secret &token) override { m_script.accessToken = token; }
    void setRenewal(Renewal) override {}
    std::optional<QDateTime> serverTime() const override
    {
        return QDateTime(QDate(2026, 9, 21), QTime(14, 2, 11), Qt::LocalTime);
    }
    gateway::SignInGateway &signIn() override { return *this; }
    gateway::AccountGateway &account() override { return *this; }
    gateway::UsersGateway *users() override { return nullptr; }
    gateway::RequestsGateway *requests() override
    {
        return m_system == QStringLiteral("authdesk") ? this : nullptr;
    }

    gateway::TransferGateway *transfer() override { return this; }
    Answer<model::ImportReport> importPeople(const QJsonArray &people, gateway::ImportMode) override
    {
        m_script.loaded = people;
        if (m_script.loadError)
            return ready<model::ImportReport>(std::unexpected(*m_script.loadError));
        return ready<model::ImportReport>(model::ImportReport{});
    }
    Answer<void> exportPeople(const gateway::UserQuery &, gateway::ExportFormat,
                              const gateway::ExportSink &) override
    {
        return ready<void>(
            std::unexpected(base::Error{.code = base::ErrorCode::NotSupported, .message = {}}));
    }

    Answer<gateway::SetupState> setupState() override { return ready<gateway::SetupState>({}); }
    Answer<gateway::SignedIn> setUp(const gateway::SetupRequest &request) override
    {
        m_script.setUps.append(request);
        if (m_script.setUpError)
            return ready<gateway::SignedIn>(std::unexpected(*m_script.setUpError));
        return ready<gateway::SignedIn>(gateway::SignedIn{
            .tokens = {.access = base::Secret::fromString(QStringLiteral("access")),
                       .refresh = base::Secret::fromString(QStringLiteral("refresh")),
                       .expiresInSeconds = 900},
            .user = std::nullopt});
    }
    Answer<gateway::SignInOutcome> signIn(const QString &, const base::Secret &) override
    {
        return never<gateway::SignInOutcome>();
    }
    Answer<gateway::SignInOutcome> verify(const gateway::SecondFactorNeeded &,
                                          const QString &) override
    {
        return never<gateway::SignInOutcome>();
    }
    Answer<gateway::SignInOutcome> changePassword(const gateway::PasswordChangeNeeded &,
                                                  const base::Secret &) override
    {
        return never<gateway::SignInOutcome>();
    }
    Answer<gateway::SignedIn> refresh(const base::Secret &) override
    {
        return never<gateway::SignedIn>();
    }
    Answer<void> signOut() override { return ready<void>({}); }

    Answer<model::User> me() override
    {
        if (m_script.accessToken.toString() != m_script.rightKey)
            return ready<model::User>(base::fail(base::ErrorCode::Unauthenticated));
        model::User user;
        user.username = QStringLiteral("admin");
        return ready<model::User>(user);
    }
    Answer<gateway::TotpEnrollment> beginTotp() override
    {
        return ready<gateway::TotpEnrollment>(gateway::TotpEnrollment{
            .key = base::Secret::fromString(QStringLiteral("JBSWY3DPEHPK3PXP")),
            .setupLink = base::Secret::fromString(
                QStringLiteral("otpauth://totp/Acme:karl?secret=JBSWY3DPEHPK3PXP&issuer=Acme"))});
    }
    Answer<gateway::RecoveryCodes> confirmTotp(const QString &code) override
    {
        m_script.codes.append(code);
        if (code != m_script.rightCode)
            return ready<gateway::RecoveryCodes>(base::fail(base::ErrorCode::InvalidCode));
        gateway::RecoveryCodes codes;
        for (const QString &made : std::as_const(m_script.recoveryCodes))
            codes.codes.append(base::Secret::fromString(made));
        return ready<gateway::RecoveryCodes>(codes);
    }
    Answer<model::User> updateMe(const gateway::ProfileChange &) override
    {
        return never<model::User>();
    }
    Answer<void> changePassword(const base::Secret &, const base::Secret &, bool) override
    {
        return never<void>();
    }
    Answer<gateway::MfaState> mfaState() override { return never<gateway::MfaState>(); }
    Answer<void> disableTotp(const QString &) override { return never<void>(); }
    Answer<gateway::RecoveryCodes> regenerateRecoveryCodes(const QString &) override
    {
        return never<gateway::RecoveryCodes>();
    }
    Answer<QList<model::Session>> sessions() override { return never<QList<model::Session>>(); }
    Answer<void> endSession(qint64) override { return never<void>(); }
    Answer<void> endOtherSessions() override { return never<void>(); }

    QFuture<base::Result<QList<model::RequestEntry>>> newerThan(qint64 after,
                                                                std::chrono::seconds wait) override
    {
        using Told = QList<model::RequestEntry>;
        Told news;
        for (const model::RequestEntry &entry : std::as_const(m_script.requestLog)) {
            if (entry.id > after)
                news.append(entry);
        }
        if (wait.count() == 0 || !news.isEmpty())
            return ready<Told>(news);
        m_script.waiting = std::make_shared<QPromise<base::Result<Told>>>();
        m_script.waiting->start();
        return m_script.waiting->future();
    }

private:
    /// For what the wizard never asks.
    template <typename T>
    static Answer<T> never()
    {
        return ready<T>(base::fail(base::ErrorCode::NotSupported));
    }

    Script &m_script;
    QString m_system;
    QUrl m_address;
};

class FakeFactory final : public gateway::ConnectionFactory
{
public:
    explicit FakeFactory(Script &script)
        : m_script(script)
    {
    }
    std::unique_ptr<gateway::Connection> create(const QString &system, const QUrl &address,
                                                gateway::RequestObserver) override
    {
        m_script.createdFor.append(system);
        return std::make_unique<FakeConnection>(m_script, system, address);
    }
    QString displayName(const QString &system) const override { return system; }

private:
    Script &m_script;
};

/// Finds what a test says wherever it looks.
class FakeProbe final : public gateway::Probe
{
public:
    explicit FakeProbe(std::shared_ptr<base::Result<gateway::Sighting>> sighting)
        : m_sighting(std::move(sighting))
    {
    }
    QString system() const override { return QStringLiteral("pipelit"); }
    QString displayName() const override { return QStringLiteral("Pipelit"); }
    QFuture<base::Result<gateway::Sighting>> look(const QUrl &) override
    {
        return net::readyFuture(*m_sighting);
    }

private:
    std::shared_ptr<base::Result<gateway::Sighting>> m_sighting;
};

} // namespace wizardtest
