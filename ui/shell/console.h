// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens between the windows: which server is shown, signing in and out, hosted servers that
// start and stop, closing. Owns the windows; the wizards are made by whoever wires the program.
// Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/settings/consolesettings.h"
#include "core/workspace/workspace.h"
#include "ui/shell/hostedservers.h"

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QMenu;
class QSystemTrayIcon;

namespace authdesk::ui::theme {
class Theme;
}

namespace authdesk::ui::shell {

class Language;
class MainWindow;
class SignInDialog;

class Console final : public QObject
{
    Q_OBJECT

public:
    struct Context
    {
        workspace::Workspace &workspace;
        settings::ConsoleSettings &settings;
        HostedServers &hosted;
        theme::Theme &theme;
        Language &language;
        const base::Clock &clock;
    };

    explicit Console(const Context &context, QObject *parent = nullptr);
    ~Console() override;

    /// The first window of the program: the wizard where no server is known, else the server that
    /// was shown last. `connectTo`: the address given on the command line, or empty.
    void start(const QUrl &connectTo);
    /// What the person wants of a server once somebody is signed in.
    enum class Then { ShowPages, AddPerson };
    /// Shows a server: its pages where somebody is signed in or kept, else the sign-in dialog.
    void openServer(const QString &profileId, Then then = Then::ShowPages);
    /// Shows a server that is in no list and goes when its window does. sampleLeft() follows.
    void showSample(workspace::OpenServer &server);
    /// Brings the window to the front, from the tray too.
    void raise();
    /// The window that the person works with now; null before the first.
    [[nodiscard]] QWidget *window() const;

Q_SIGNALS:
    /// A wizard is wanted: for a first server, a further one, or the one at this address.
    void wizardRequested(const QUrl &connectTo);
    void quitRequested();
    /// Nobody sees the sample any more, and it may go; sent at most once for each showSample().
    void sampleLeft();

private:
    /// A server that runs here answers elsewhere now.
    void follow(const QString &profileId);
    void resumeOrAsk(workspace::OpenServer &server);
    void showSignIn(workspace::OpenServer &server, const QString &sentence = {});
    void showStartFailure(const settings::ServerProfile &profile, const base::Error &error);
    MainWindow &showMain(workspace::OpenServer &server);
    void enter(workspace::OpenServer &server);
    void recover(const settings::ServerProfile &profile, QWidget *parent);
    void signOut(workspace::OpenServer &server);
    [[nodiscard]] bool mayClose();
    void close(settings::ConsoleSettings::CloseChoice choice);
    void hideToTray();
    void leaveSample();

    Context m_context;
    QPointer<MainWindow> m_main;
    QPointer<SignInDialog> m_signIn;
    std::unique_ptr<QMenu> m_trayMenu;
    std::unique_ptr<QSystemTrayIcon> m_tray;
    QPointer<workspace::OpenServer> m_sample;
    Then m_then = Then::ShowPages;
    bool m_quitting = false;
};

} // namespace authdesk::ui::shell
