// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/workspace/openserver.h"

#include "core/base/sentences.h"

#include <QtCore/QPointer>
#include <QtCore/QPromise>

#include <algorithm>
#include <tuple>

namespace authdesk::workspace {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Sentences;
using gateway::SignInOutcome;

namespace {

template <typename T>
QFuture<T> finished(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

/// What the keychain holds under a name.
using Kept = base::Result<std::optional<base::Secret>>;

/// The answers that end a sign-in; others (no network, overload) may pass.
bool isFinal(ErrorCode code)
{
    return code == ErrorCode::Unauthenticated || code == ErrorCode::RefreshReused
           || code == ErrorCode::InvalidCredentials || code == ErrorCode::NotSupported
           || code == ErrorCode::Forbidden || code == ErrorCode::Malformed
           || code == ErrorCode::InvalidFields;
}

std::unexpected<base::Error> gone()
{
    return base::fail(ErrorCode::Cancelled, Sentences::tr("The server is closed in this console."));
}

} // namespace

OpenServer::OpenServer(std::unique_ptr<gateway::Connection> connection,
                       settings::ServerProfile profile, settings::ServerProfiles &profiles,
                       vault::Vault &vault, QObject *parent)
    : QObject(parent)
    , m_connection(std::move(connection))
    , m_undo(m_connection->users())
    , m_profile(std::move(profile))
    , m_profiles(profiles)
    , m_vault(vault)
{
    m_renewalTimer.setSingleShot(true);
    connect(&m_renewalTimer, &QTimer::timeout, this, [this] { renew(); });
    m_connection->setRenewal([guard = QPointer(this)] {
        return guard ? guard->renew() : finished<base::Result<base::Secret>>(gone());
    });
}

OpenServer::~OpenServer()
{
    m_connection->setRenewal({});
    m_connection->setAccessToken({});
    renewed(gone());
}

OpenServer::Answer<SignInOutcome> OpenServer::signIn(const QString &login,
                                                     const base::Secret &password)
{
    return watch(m_connection->signIn().signIn(login, password), login);
}

OpenServer::Answer<SignInOutcome> OpenServer::verify(const gateway::SecondFactorNeeded &step,
                                                     const QString &code)
{
    return watch(m_connection->signIn().verify(step, code), step.login);
}

OpenServer::Answer<SignInOutcome>
OpenServer::changePassword(const gateway::PasswordChangeNeeded &step,
                           const base::Secret &newPassword)
{
    return watch(m_connection->signIn().changePassword(step, newPassword), step.login);
}

OpenServer::Answer<SignInOutcome> OpenServer::watch(Answer<SignInOutcome> step,
                                                    const QString &login)
{
    return step.then([guard = QPointer(this), login](const base::Result<SignInOutcome> &outcome) {
        if (guard && outcome) {
            if (const auto *signedIn = std::get_if<gateway::SignedIn>(&*outcome))
                guard->adopt(*signedIn, login);
        }
        return outcome;
    });
}

void OpenServer::adopt(const gateway::SignedIn &step, const QString &login)
{
    m_kept = false;
    take(step);
    m_signedIn = true;
    m_mustEnroll = step.mfaEnrollmentRequired;
    m_user = step.user;
    if (m_profile.login != login) {
        settings::ServerProfile changed = m_profile;
        changed.login = login;
        // Who signed in last is a convenience: not written is not worth a message.
        std::ignore = setProfile(changed);
    }
    if (m_profile.keepSignedIn)
        keepToken();
    Q_EMIT signedIn();
    Q_EMIT userChanged();
}

OpenServer::Answer<void> OpenServer::signInWithKey(const base::Secret &key)
{
    m_connection->setAccessToken(key);
    return m_connection->account().me().then(
        [guard = QPointer(this), key](const base::Result<model::User> &me) -> base::Result<void> {
            if (!guard)
                return gone();
            if (!me) {
                guard->m_connection->setAccessToken({});
                return std::unexpected(me.error());
            }
            guard->adoptKey(key, *me);
            return {};
        });
}

void OpenServer::adoptKey(const base::Secret &key, const model::User &user)
{
    m_apiKey = key;
    adopt({.tokens = {.access = key, .refresh = {}}, .user = user}, user.username);
}

OpenServer::Answer<void> OpenServer::resume()
{
    return m_vault.read(vault::refreshTokenName(m_profile.id))
        .then([guard = QPointer(this)](const Kept &kept) -> Answer<void> {
            if (!kept)
                return finished<base::Result<void>>(std::unexpected(kept.error()));
            if (!guard)
                return finished<base::Result<void>>(gone());
            return *kept ? guard->resumeWithToken(**kept) : guard->resumeWithKey();
        })
        .unwrap();
}

OpenServer::Answer<void> OpenServer::resumeWithToken(const base::Secret &refresh)
{
    m_refreshToken = refresh;
    m_kept = true;
    return renew().then(
        [guard = QPointer(this)](const base::Result<base::Secret> &token) -> base::Result<void> {
            if (!token)
                return std::unexpected(token.error());
            if (guard && !guard->m_signedIn) {
                guard->m_signedIn = true;
                Q_EMIT guard->signedIn();
                Q_EMIT guard->userChanged();
            }
            return {};
        });
}

OpenServer::Answer<void> OpenServer::resumeWithKey()
{
    return m_vault.read(vault::apiKeyName(m_profile.id))
        .then([guard = QPointer(this)](const Kept &kept) -> Answer<void> {
            if (!kept)
                return finished<base::Result<void>>(std::unexpected(kept.error()));
            if (!guard)
                return finished<base::Result<void>>(gone());
            if (!*kept)
                return finished<base::Result<void>>(
                    base::fail(ErrorCode::NotFound,
                               Sentences::tr("Nobody is kept signed in to this server.")));
            return guard->signInWithKey(**kept).then([guard](const base::Result<void> &done) {
                if (guard && !done && isFinal(done.error().code))
                    std::ignore = guard->forgetKept();
                return done;
            });
        })
        .unwrap();
}

OpenServer::Answer<void> OpenServer::setKeepSignedIn(bool keep)
{
    settings::ServerProfile changed = m_profile;
    changed.keepSignedIn = keep;
    if (const auto stored = setProfile(changed); !stored)
        return finished<base::Result<void>>(std::unexpected(stored.error()));
    if (keep)
        return m_signedIn ? keepToken() : finished<base::Result<void>>({});
    m_kept = false;
    return forgetKept();
}

OpenServer::Answer<model::User> OpenServer::refreshUser()
{
    return m_connection->account().me().then(
        [guard = QPointer(this)](const base::Result<model::User> &user) {
            if (guard && user && guard->m_signedIn && guard->m_user != *user) {
                guard->m_user = *user;
                Q_EMIT guard->userChanged();
            }
            return user;
        });
}

void OpenServer::setSecondFactorEnrolled()
{
    m_mustEnroll = false;
    if (m_user)
        m_user->mfaEnabled = true;
    Q_EMIT userChanged();
}

OpenServer::Answer<void> OpenServer::signOut()
{
    // Asked before the tokens are forgotten: the call itself carries one. A key is no session: it
    // stays good for whatever else uses it.
    const QFuture<base::Result<void>> told =
        m_apiKey.isEmpty() ? m_connection->signIn().signOut() : finished<base::Result<void>>({});
    // A token that is just being written counts as kept.
    const bool kept = std::exchange(m_kept, false) || m_profile.keepSignedIn;
    forget();
    Q_EMIT signedOut();
    if (!kept)
        return told;
    auto promise = std::make_shared<QPromise<base::Result<void>>>();
    promise->start();
    auto both = std::make_shared<std::pair<int, base::Result<void>>>(2, base::Result<void>{});
    const auto one = [promise, both](const base::Result<void> &result) {
        if (!result && both->second)
            both->second = result;
        if (--both->first == 0) {
            promise->addResult(both->second);
            promise->finish();
        }
    };
    QFuture<base::Result<void>>(told).then(one);
    forgetKept().then(one);
    return promise->future();
}

base::Result<void> OpenServer::setProfile(const settings::ServerProfile &profile)
{
    if (const auto stored = m_profiles.update(profile); !stored)
        return stored;
    m_profile = profile;
    Q_EMIT profileChanged();
    return {};
}

QFuture<base::Result<base::Secret>> OpenServer::renew()
{
    // A promise for each who waits: a future has room for one continuation.
    auto promise = std::make_shared<QPromise<base::Result<base::Secret>>>();
    promise->start();
    m_awaitingRenewal.append(promise);
    if (m_awaitingRenewal.size() > 1)
        return promise->future();
    if (m_refreshToken.isEmpty()) {
        const base::Error why{.code = ErrorCode::Unauthenticated,
                              .message = Sentences::tr("Your session has ended. Sign in again.")};
        // A key that is only being tried out ends nothing.
        if (m_signedIn)
            end(why);
        renewed(std::unexpected(why));
        return promise->future();
    }
    m_connection->signIn()
        .refresh(m_refreshToken)
        .then([guard = QPointer(this)](const base::Result<gateway::SignedIn> &step) {
            if (guard)
                guard->takeRenewal(step);
        });
    return promise->future();
}

void OpenServer::takeRenewal(const base::Result<gateway::SignedIn> &step)
{
    if (!step) {
        if (isFinal(step.error().code))
            end(step.error());
        renewed(std::unexpected(step.error()));
        return;
    }
    take(*step);
    if (step->user)
        m_user = step->user;
    m_mustEnroll = step->mfaEnrollmentRequired;
    // Every renewal makes the token before it worthless.
    if (m_kept)
        keepToken();
    renewed(step->tokens.access);
}

void OpenServer::renewed(const base::Result<base::Secret> &token)
{
    for (const auto &promise : std::exchange(m_awaitingRenewal, {})) {
        promise->addResult(token);
        promise->finish();
    }
}

QFuture<base::Result<void>> OpenServer::keepToken()
{
    if (m_refreshToken.isEmpty() && m_apiKey.isEmpty())
        return finished<base::Result<void>>(base::fail(
            ErrorCode::NotSupported,
            Sentences::tr(
                "This kind of server does not let a sign-in be kept. You are asked each time.")));
    const bool key = !m_apiKey.isEmpty();
    // Never both: the one from before belongs to a sign-in that is over.
    std::ignore = m_vault.remove(key ? vault::refreshTokenName(m_profile.id)
                                     : vault::apiKeyName(m_profile.id));
    return m_vault
        .write(key ? vault::apiKeyName(m_profile.id) : vault::refreshTokenName(m_profile.id),
               key ? m_apiKey : m_refreshToken)
        .then([guard = QPointer(this)](const base::Result<void> &written) {
            if (guard && guard->m_signedIn)
                guard->m_kept = written.has_value();
            return written;
        });
}

void OpenServer::take(const gateway::SignedIn &step)
{
    m_connection->setAccessToken(step.tokens.access);
    m_refreshToken = step.tokens.refresh;
    if (m_apiKey != step.tokens.access)
        m_apiKey = {};
    m_renewalTimer.stop();
    if (step.tokens.expiresInSeconds > 0 && !m_refreshToken.isEmpty())
        scheduleRenewal(step.tokens.expiresInSeconds);
}

void OpenServer::forget()
{
    m_renewalTimer.stop();
    m_undo.clear();
    m_refreshToken = {};
    m_apiKey = {};
    m_connection->setAccessToken({});
    m_user.reset();
    m_signedIn = false;
    m_mustEnroll = false;
}

QFuture<base::Result<void>> OpenServer::forgetKept()
{
    std::ignore = m_vault.remove(vault::apiKeyName(m_profile.id));
    return m_vault.remove(vault::refreshTokenName(m_profile.id));
}

void OpenServer::end(const base::Error &why)
{
    const bool wasKept = std::exchange(m_kept, false) || m_profile.keepSignedIn;
    const bool wasSignedIn = m_signedIn;
    forget();
    if (wasKept)
        std::ignore = forgetKept();
    if (wasSignedIn)
        Q_EMIT sessionEnded(why);
}

void OpenServer::scheduleRenewal(qint64 expiresInSeconds)
{
    // A minute early, or halfway through a short life; the timer takes an int of milliseconds.
    const qint64 early = std::min<qint64>(60, expiresInSeconds / 2);
    const qint64 wait = std::min<qint64>(expiresInSeconds - early, 24 * 60 * 60);
    m_renewalTimer.start(int(wait * 1000));
}

} // namespace authdesk::workspace
