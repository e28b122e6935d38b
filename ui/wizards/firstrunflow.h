// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first run without its windows: what was entered so far, the one commit, and undoing it. Every
// step can be repeated after an error and goes on where it stopped. Window thread.
#pragma once

#include "ui/wizards/wizardcontext.h"

#include <QtCore/QObject>
#include <QtCore/QPromise>

#include <memory>
#include <optional>

namespace authdesk::ui::wizards {

/// Where a server of one's own is to live.
struct Place
{
    QString name;
    QString folder; ///< absolute
    quint16 port = 0;
    bool operator==(const Place &) const = default;
};

/// The first person: may manage everything.
struct FirstPerson
{
    QString username;
    QString email; ///< may be empty
    base::Secret password;
    QString setupCode; ///< may be empty
};

class FirstRunFlow final : public QObject
{
    Q_OBJECT

public:
    /// Where the key that seals the server's secrets lies.
    enum class KeyPlace { Unknown, Keychain, File };
    using Done = base::Result<void>;

    explicit FirstRunFlow(const WizardContext &context, QObject *parent = nullptr);
    ~FirstRunFlow() override;

    /// Asks the keychain whether it is there; keyPlaceChanged() follows.
    void lookForKeychain();
    [[nodiscard]] KeyPlace keyPlace() const { return m_keyPlace; }

    // A server on this computer.
    [[nodiscard]] QString proposedFolder(const QString &name) const;
    [[nodiscard]] quint16 usualPort() const { return m_context.firstPort; }
    /// The usual port, or the next free one above it; 0: none is free.
    [[nodiscard]] quint16 proposedPort() const;
    [[nodiscard]] const Place &place() const { return m_place; }
    /// Remembers it when a server can live there; InvalidFields naming "name", "folder", "port".
    [[nodiscard]] QFuture<Done> choosePlace(const Place &place);
    /// The one commit: keeps a key, starts the server, sets it up, remembers it, signs in.
    [[nodiscard]] QFuture<Done> create(const FirstPerson &person);
    /// Takes back what an unfinished create() has begun; for Back before the commit.
    void takeBack();
    /// Stops the server and removes its data, its key and its place in the list. FileFailed: the
    /// message says what is left and why; asked once more, it tries that again.
    [[nodiscard]] QFuture<Done> removeServer();
    /// Hands the running server over to whoever keeps it; null for a server elsewhere.
    [[nodiscard]] std::unique_ptr<hosting::LocalServer> takeServer();

    // A server elsewhere.
    /// detected() follows, unless it is cancelled or another search begins before.
    void detect(const QString &typed);
    void cancelDetection();
    [[nodiscard]] const std::optional<gateway::Found> &found() const { return m_found; }
    /// The certificate that the search for that address stopped at; nothing where another reason
    /// ended it. `at`: where it was shown.
    struct Stopped
    {
        QUrl at;
        gateway::ShownCertificate certificate;
    };
    [[nodiscard]] std::optional<Stopped> stoppedAtCertificate(const QString &typed) const;
    /// Takes that certificate there from now on; it is kept with the server in the list.
    void trust(const Stopped &stopped);
    void forgetFound() { m_found.reset(); }
    [[nodiscard]] QFuture<Done> setUpFound(const FirstPerson &person);
    [[nodiscard]] QFuture<Done> useApiKey(const base::Secret &key);
    /// Puts it into the list, for the sign-in dialog to go on.
    [[nodiscard]] Done rememberFound();

    /// The server in the list; null before the commit.
    [[nodiscard]] workspace::OpenServer *server() const { return m_server; }
    [[nodiscard]] bool isCommitted() const { return m_server != nullptr; }
    /// True where the server runs, or is to run, on this computer.
    [[nodiscard]] bool isHosting() const { return !m_found; }

Q_SIGNALS:
    void keyPlaceChanged();
    void detected(const authdesk::base::Result<authdesk::gateway::Found> &found);

private:
    using Promise = std::shared_ptr<QPromise<Done>>;
    void createKey(const FirstPerson &person, const Promise &done);
    void startServer(const FirstPerson &person, const Promise &done);
    void setUpServer(const FirstPerson &person, const Promise &done);
    [[nodiscard]] Done removed(const Done &gone);
    [[nodiscard]] Done enter(const QString &login);
    [[nodiscard]] settings::ServerProfile profileOfFound(const QString &login) const;

    WizardContext m_context;
    KeyPlace m_keyPlace = KeyPlace::Unknown;
    Place m_place;
    base::Secret m_masterKey;
    bool m_began = false; ///< create() may have written into the folder and the keychain
    std::unique_ptr<hosting::LocalServer> m_local;
    std::unique_ptr<gateway::Connection> m_setup; ///< until the workspace has its own
    std::optional<gateway::SignedIn> m_signedIn;
    QFuture<base::Result<gateway::Found>> m_detecting;
    std::optional<gateway::Found> m_found;
    std::optional<settings::ServerProfile> m_removed; ///< until nothing of it is left
    workspace::OpenServer *m_server = nullptr;        ///< owned by the workspace
};

} // namespace authdesk::ui::wizards
