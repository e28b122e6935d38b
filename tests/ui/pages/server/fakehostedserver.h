// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server of this program without one: it starts, stops and moves as the test says, and answers
// what it is asked about its settings and requests.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/connectionfactory.h"
#include "core/gateway/requestsgateway.h"
#include "core/gateway/serversettingsgateway.h"
#include "core/gateway/sessionsgateway.h"
#include "tests/ui/shell/fakeserver.h"
#include "ui/pages/server/servercontrol.h"

#include <deque>

namespace authdesk::test {

using namespace Qt::StringLiterals;
using tests::answered;

inline model::ServerSettingsState stateHere()
{
    model::ServerSettingsState state;
    state.values.name = u"Acme"_s;
    state.values.listeners = {u"127.0.0.1:8000"_s};
    for (const model::ServerSetting setting : model::serverSettings)
        state.origins[setting] = {};
    state.addresses = {{.url = QUrl(u"http://127.0.0.1:8000"_s), .system = {}}};
    return state;
}

inline model::ServerSettingsState stateOpen()
{
    model::ServerSettingsState state = stateHere();
    state.values.listeners = {u"0.0.0.0:8443"_s};
    state.values.publicUrl = u"https://desk.local:8443"_s;
    state.values.tls = {
        .mode = model::TlsMode::SelfSigned, .certificate = {}, .key = {}, .names = {}};
    state.addresses = {{.url = QUrl(u"https://127.0.0.1:8443"_s), .system = {}},
                       {.url = QUrl(u"https://192.168.7.5:8443"_s), .system = {}}};
    state.certificate =
        model::CertificateFacts{.fingerprint = QByteArray(32, 'f'),
                                .validFrom = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC),
                                .validUntil = QDateTime::fromSecsSinceEpoch(1'820'000'000, Qt::UTC),
                                .names = {u"desk.local"_s, u"127.0.0.1"_s}};
    return state;
}

class FakeServerControl final : public ui::pages::server::ServerControl
{
public:
    [[nodiscard]] bool isRunning() const override { return running; }
    [[nodiscard]] QDateTime startedAt() const override { return running ? since : QDateTime(); }
    [[nodiscard]] QFuture<base::Result<void>> start() override
    {
        ++starts;
        running = !startError;
        since = since.addSecs(60);
        return answered(startError ? base::Result<void>(std::unexpected(*startError))
                                   : base::Result<void>());
    }
    [[nodiscard]] QFuture<base::Result<void>> stop() override
    {
        ++stops;
        running = false;
        return answered(base::Result<void>());
    }
    [[nodiscard]] QFuture<QUrl> follow() override
    {
        ++follows;
        return answered(QUrl(u"http://127.0.0.1:8000"_s));
    }

    bool running = true;
    QDateTime since = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
    std::optional<base::Error> startError;
    int starts = 0;
    int stops = 0;
    int follows = 0;
};

class FakeSettingsGateway final : public gateway::ServerSettingsGateway
{
public:
    [[nodiscard]] Answer<model::ServerSettingsState> read() override
    {
        ++reads;
        return answered(readError
                            ? base::Result<model::ServerSettingsState>(std::unexpected(*readError))
                            : base::Result<model::ServerSettingsState>(state));
    }
    [[nodiscard]] Answer<model::ServerSettingsState>
    change(const model::ServerSettingsChange &change) override
    {
        changes.append(change);
        if (changeError)
            return answered(
                base::Result<model::ServerSettingsState>(std::unexpected(*changeError)));
        state = next;
        return answered(base::Result<model::ServerSettingsState>(state));
    }

    model::ServerSettingsState state = stateHere();
    model::ServerSettingsState next = stateOpen(); ///< what holds after a change
    std::optional<base::Error> readError;
    std::optional<base::Error> changeError;
    QList<model::ServerSettingsChange> changes;
    int reads = 0;
};

class FakeSessions final : public gateway::SessionsGateway
{
public:
    [[nodiscard]] Answer<model::Page<model::Session>> list(const gateway::SessionQuery &) override
    {
        if (error)
            return answered(base::Result<model::Page<model::Session>>(std::unexpected(*error)));
        return answered(
            base::Result<model::Page<model::Session>>({.items = sessions, .nextCursor = {}}));
    }
    [[nodiscard]] Answer<void> end(qint64) override { return answered(base::Result<void>()); }
    [[nodiscard]] Answer<void> endAllOf(qint64) override { return answered(base::Result<void>()); }

    QList<model::Session> sessions;
    std::optional<base::Error> error;
};

/// Long polls that the test answers.
class FakeRequests final : public gateway::RequestsGateway
{
public:
    using Entries = QList<model::RequestEntry>;

    [[nodiscard]] QFuture<base::Result<Entries>> newerThan(qint64 after,
                                                           std::chrono::seconds wait) override
    {
        asked.append({after, wait});
        m_polls.emplace_back().start();
        return m_polls.back().future();
    }
    void answer(const base::Result<Entries> &entries)
    {
        QPromise<base::Result<Entries>> poll = std::move(m_polls.back());
        m_polls.pop_back();
        poll.addResult(entries);
        poll.finish();
    }
    [[nodiscard]] bool isCancelled() const { return m_polls.back().isCanceled(); }
    [[nodiscard]] static model::RequestEntry entry(qint64 id, const QString &path)
    {
        return {.id = id,
                .at = QDateTime::fromSecsSinceEpoch(1'790'000'000 + id, Qt::UTC),
                .requestId = {},
                .method = u"GET"_s,
                .path = path,
                .status = 200,
                .durationMicroseconds = 3200,
                .address = u"127.0.0.1"_s,
                .system = {},
                .username = u"anna"_s};
    }

    QList<std::pair<qint64, std::chrono::seconds>> asked;

private:
    std::deque<QPromise<base::Result<Entries>>> m_polls;
};

/// Connections that reach what the test says, and which certificate they were told to trust.
class FakeWays final : public gateway::ConnectionFactory
{
public:
    class Way final : public gateway::Connection
    {
    public:
        Way(FakeWays &ways, QUrl address)
            : m_inner(ways.script, address)
            , m_signIn(ways, address)
            , m_address(std::move(address))
        {
        }
        QString system() const override { return u"authdesk"_s; }
        QUrl address() const override { return m_address; }
        gateway::Capabilities capabilities() const override { return {}; }
        void setAccessToken(const base::Secret &) override {}
        void setRenewal(Renewal) override {}
        gateway::SignInGateway &signIn() override { return m_signIn; }
        gateway::AccountGateway &account() override { return m_inner; }
        gateway::UsersGateway *users() override { return nullptr; }

    private:
        class SignIn final : public gateway::SignInGateway
        {
        public:
            SignIn(FakeWays &ways, QUrl address)
                : m_ways(ways)
                , m_address(std::move(address))
            {
            }
            QFuture<base::Result<gateway::SetupState>> setupState() override
            {
                m_ways.tried.append({m_address, m_ways.trusted.value(m_address)});
                const auto error = m_ways.errors.constFind(m_address);
                return answered(error == m_ways.errors.cend()
                                    ? base::Result<gateway::SetupState>(gateway::SetupState{})
                                    : base::Result<gateway::SetupState>(std::unexpected(*error)));
            }
            QFuture<base::Result<gateway::SignedIn>> setUp(const gateway::SetupRequest &) override
            {
                return answered(base::Result<gateway::SignedIn>(base::fail({})));
            }
            QFuture<base::Result<gateway::SignInOutcome>> signIn(const QString &,
                                                                 const base::Secret &) override
            {
                return answered(base::Result<gateway::SignInOutcome>(base::fail({})));
            }
            QFuture<base::Result<gateway::SignInOutcome>>
            verify(const gateway::SecondFactorNeeded &, const QString &) override
            {
                return answered(base::Result<gateway::SignInOutcome>(base::fail({})));
            }
            QFuture<base::Result<gateway::SignInOutcome>>
            changePassword(const gateway::PasswordChangeNeeded &, const base::Secret &) override
            {
                return answered(base::Result<gateway::SignInOutcome>(base::fail({})));
            }
            QFuture<base::Result<gateway::SignedIn>> refresh(const base::Secret &) override
            {
                return answered(base::Result<gateway::SignedIn>(base::fail({})));
            }
            QFuture<base::Result<void>> signOut() override
            {
                return answered(base::Result<void>());
            }

        private:
            FakeWays &m_ways;
            QUrl m_address;
        };

        tests::FakeConnection m_inner;
        SignIn m_signIn;
        QUrl m_address;
    };

    std::unique_ptr<gateway::Connection> create(const QString &, const QUrl &address,
                                                gateway::RequestObserver) override
    {
        return std::make_unique<Way>(*this, address);
    }
    void trustCertificate(const QUrl &address, const QByteArray &fingerprint) override
    {
        trusted[address] = fingerprint;
    }
    QByteArray trustedCertificate(const QUrl &address) const override
    {
        return trusted.value(address);
    }
    QString displayName(const QString &system) const override { return system; }

    std::shared_ptr<tests::FakeScript> script = std::make_shared<tests::FakeScript>();
    QHash<QUrl, QByteArray> trusted;
    QHash<QUrl, base::Error> errors;
    QList<std::pair<QUrl, QByteArray>> tried; ///< with what was trusted there then
};

} // namespace authdesk::test
