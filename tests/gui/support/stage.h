// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real program with a real server in it, on a data folder that goes with the test: as
// app/console wires it, but with a clock that can be put forward and a keychain in memory. It can
// be ended and started again. Also asks the server over HTTP, as somebody beside the window does.
// Window thread.
#pragma once

#include "app/console/wiring.h"
#include "core/vault/memoryvault.h"
#include "tests/gui/support/movedclock.h"
#include "tests/gui/support/robot.h"
#include "tests/support/httpclient.h"

#include <QtCore/QTemporaryDir>

#include <functional>
#include <memory>

namespace authdesk::tests {

class Stage final
{
public:
    Stage();
    ~Stage();

    /// From the next open() on; outlives the program. Null: the system's.
    void setServices(hosting::ServiceManager *services) { m_services = services; }

    /// Starts the program; its first window comes up.
    void open();
    /// Closes the main window, stops the server when asked, and waits until the program has ended.
    [[nodiscard]] bool closeAndStop();

    /// Closes the main window where nothing runs inside the program: it ends without a question.
    [[nodiscard]] bool closeWithoutQuestion();

    /// The program ends, however its windows stand.
    void end();

    /// From the door to the main window: host, set up, second factor, recovery sheet.
    [[nodiscard]] bool setUpServer();
    /// The steps of setUpServer(), for whoever looks closer.
    [[nodiscard]] bool createServer();
    [[nodiscard]] bool protectAccount();
    [[nodiscard]] bool keepRecoverySheet();
    [[nodiscard]] bool openAuthdesk();
    /// Adds Anna Kovac by the form, and keeps the one-time password that is shown.
    [[nodiscard]] bool addAnna();
    /// Signs whoever is signed in out by the menu; the sign-in dialog comes up.
    [[nodiscard]] bool signOut();

    [[nodiscard]] Robot &robot() { return m_robot; }
    [[nodiscard]] vault::MemoryVault &keychain() { return m_vault; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] const QUrl &address() const { return m_address; }
    [[nodiscard]] const QString &secret() const { return m_secret; }
    [[nodiscard]] const QStringList &recoveryCodes() const { return m_recoveryCodes; }
    [[nodiscard]] const QString &oneTimePassword() const { return m_oneTimePassword; }
    /// A code that was not used yet: the clock goes on to the next step.
    [[nodiscard]] QString nextCode();

    /// An answer to the first person, who signs in over HTTP for it; status 0 where that fails.
    [[nodiscard]] HttpAnswer ask(const QByteArray &method, const QByteArray &path,
                                 const QByteArray &body = {});
    /// What the server knows about a username; empty when there is nobody.
    [[nodiscard]] QJsonObject person(const QString &username);
    /// The answer to a name and a password.
    [[nodiscard]] HttpAnswer trySignIn(const QString &login, const QString &password) const;

    static const QString owner;
    static const QString password;

private:
    /// In the program's own event loop, because that is what has to end.
    [[nodiscard]] bool endBy(const std::function<bool()> &act);

    QTemporaryDir m_folder;
    MovedClock m_clock;
    vault::MemoryVault m_vault;
    Robot m_robot;
    hosting::ServiceManager *m_services = nullptr;
    std::unique_ptr<app::Wiring> m_program;
    QUrl m_address;
    QString m_secret;
    QStringList m_recoveryCodes;
    QString m_oneTimePassword;
    QByteArray m_token;
};

} // namespace authdesk::tests
