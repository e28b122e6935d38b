// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server that the console works with: its connection, who is signed in, and the tokens, which
// live in memory only. The access token is renewed before it ends and when the server refuses it;
// the refresh token, or the API key signed in with, goes to the vault when the person asked for
// that, and nowhere else, ever.
// Window thread; owned by Workspace.
#pragma once

#include "core/gateway/connection.h"
#include "core/settings/serverprofiles.h"
#include "core/vault/vault.h"
#include "core/workspace/undohistory.h"

#include <QtCore/QObject>
#include <QtCore/QPromise>
#include <QtCore/QTimer>

#include <memory>

namespace authdesk::workspace {

class OpenServer final : public QObject
{
    Q_OBJECT

public:
    OpenServer(std::unique_ptr<gateway::Connection> connection, settings::ServerProfile profile,
               settings::ServerProfiles &profiles, vault::Vault &vault, QObject *parent = nullptr);
    ~OpenServer() override;

    [[nodiscard]] const settings::ServerProfile &profile() const { return m_profile; }
    [[nodiscard]] gateway::Connection &connection() { return *m_connection; }
    [[nodiscard]] const gateway::Connection &connection() const { return *m_connection; }
    [[nodiscard]] bool isSignedIn() const { return m_signedIn; }
    /// Who is signed in, as far as it was said; asked for with refreshUser().
    [[nodiscard]] const std::optional<model::User> &user() const { return m_user; }
    /// The server lets the person only set up a second factor until that is done.
    [[nodiscard]] bool mustEnrollSecondFactor() const { return m_mustEnroll; }
    /// What whoever is signed in can take back; empty again with every end of a sign-in.
    [[nodiscard]] UndoHistory &undo() { return m_undo; }

    template <typename T>
    using Answer = QFuture<base::Result<T>>;

    // The steps of signing in. With SignedIn the tokens are taken over and signedIn() is sent
    // before the future's continuations run.
    [[nodiscard]] Answer<gateway::SignInOutcome> signIn(const QString &login,
                                                        const base::Secret &password);
    [[nodiscard]] Answer<gateway::SignInOutcome> verify(const gateway::SecondFactorNeeded &step,
                                                        const QString &code);
    [[nodiscard]] Answer<gateway::SignInOutcome>
    changePassword(const gateway::PasswordChangeNeeded &step, const base::Secret &newPassword);
    /// Signs in with a key that was made elsewhere, for servers with Capability::UseApiKey.
    /// Unauthenticated: the server does not accept it, and nothing is different.
    [[nodiscard]] Answer<void> signInWithKey(const base::Secret &key);
    /// Takes over a key that the server has accepted already, as `user`.
    void adoptKey(const base::Secret &key, const model::User &user);
    /// Takes over what a first run or another step has already brought.
    void adopt(const gateway::SignedIn &signedIn, const QString &login);
    /// Signs in with the kept refresh token or API key. NotFound when none is kept; KeychainLocked,
    /// KeychainUnavailable; Unauthenticated when the server refuses it (it is then forgotten).
    [[nodiscard]] Answer<void> resume();

    /// Keeps the sign-in in the vault, or forgets it there. KeychainUnavailable or KeychainLocked:
    /// nothing is kept, and isKept() stays false.
    [[nodiscard]] Answer<void> setKeepSignedIn(bool keep);
    /// True when the vault holds the newest refresh token, or the API key.
    [[nodiscard]] bool isKept() const { return m_kept; }

    /// Asks the server who is signed in; userChanged() follows when it is different.
    [[nodiscard]] Answer<model::User> refreshUser();
    /// The second factor was set up: what the sign-in allows is complete now.
    void setSecondFactorEnrolled();
    /// Ends the session on the server and forgets every token, in the vault too. The tokens are
    /// forgotten even when the server cannot be reached.
    [[nodiscard]] Answer<void> signOut();

    /// Writes a changed name, address or the like; the id must stay. FileFailed: nothing changed.
    [[nodiscard]] base::Result<void> setProfile(const settings::ServerProfile &profile);

Q_SIGNALS:
    void signedIn();
    /// By the person's own wish.
    void signedOut();
    /// The session ended without the person's wish (expired, revoked, disabled): sign in again.
    void sessionEnded(const authdesk::base::Error &why);
    void userChanged();
    void profileChanged();

private:
    [[nodiscard]] Answer<gateway::SignInOutcome> watch(Answer<gateway::SignInOutcome> step,
                                                       const QString &login);
    QFuture<base::Result<base::Secret>> renew();
    void takeRenewal(const base::Result<gateway::SignedIn> &step);
    void renewed(const base::Result<base::Secret> &token);
    QFuture<base::Result<void>> keepToken();
    void take(const gateway::SignedIn &signedIn);
    [[nodiscard]] Answer<void> resumeWithToken(const base::Secret &refresh);
    [[nodiscard]] Answer<void> resumeWithKey();
    void forget();
    /// In the vault, whatever was kept there.
    QFuture<base::Result<void>> forgetKept();
    void end(const base::Error &why);
    void scheduleRenewal(qint64 expiresInSeconds);

    std::unique_ptr<gateway::Connection> m_connection;
    UndoHistory m_undo;
    settings::ServerProfile m_profile;
    settings::ServerProfiles &m_profiles;
    vault::Vault &m_vault;
    base::Secret m_refreshToken;
    base::Secret m_apiKey; ///< signed in with; empty after a sign-in of another kind
    /// For the one renewal under way, on behalf of all who wait.
    QList<std::shared_ptr<QPromise<base::Result<base::Secret>>>> m_awaitingRenewal;
    QTimer m_renewalTimer;
    std::optional<model::User> m_user;
    bool m_signedIn = false;
    bool m_mustEnroll = false;
    bool m_kept = false;
};

} // namespace authdesk::workspace
