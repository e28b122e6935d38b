// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/console.h"

#include "core/base/whenanswered.h"
#include "ui/shell/closehostingdialog.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/recoverdialog.h"
#include "ui/shell/shellmenus.h"
#include "ui/shell/signindialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/errortext.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSystemTrayIcon>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using settings::ServerProfile;
using workspace::OpenServer;
using CloseChoice = settings::ConsoleSettings::CloseChoice;

static theme::Scheme schemeOf(settings::Theme chosen)
{
    switch (chosen) {
    case settings::Theme::Light:
        return theme::Scheme::Light;
    case settings::Theme::Dark:
        return theme::Scheme::Dark;
    case settings::Theme::System:
        break;
    }
    return theme::Scheme::System;
}

/// Only a port that others know cannot be changed for a free one.
static QString whyNotStarted(const ServerProfile &profile, const base::Error &error)
{
    constexpr int usualPort = 443;
    if (error.code != ErrorCode::PortTaken || !profile.hosted
        || profile.hosted->publicAddress.isEmpty())
        return widgets::errorText(error);
    return Console::tr("Another program uses port %1, where other machines reach it. End that "
                       "program and try again.")
        .arg(profile.hosted->publicAddress.port(usualPort));
}

Console::Console(const Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    m_context.theme.setScheme(schemeOf(m_context.settings.theme()));
    m_context.language.choose(m_context.settings.language());
    QObject::connect(&m_context.hosted, &HostedServers::moved, this, &Console::follow);
}

Console::~Console()
{
    delete m_signIn;
    delete m_main;
}

void Console::start(const QUrl &connectTo)
{
    const QList<ServerProfile> &known = m_context.workspace.profiles().all();
    if (!connectTo.isEmpty()) {
        for (const ServerProfile &profile : known) {
            if (profile.address == connectTo)
                return openServer(profile.id);
        }
        Q_EMIT wizardRequested(connectTo);
        return;
    }
    if (known.isEmpty()) {
        Q_EMIT wizardRequested({});
        return;
    }
    const QString last = m_context.settings.lastServer();
    openServer(m_context.workspace.profiles().find(last) ? last : known.first().id);
}

void Console::openServer(const QString &profileId, Then then)
{
    m_then = then;
    const auto profile = m_context.workspace.profiles().find(profileId);
    if (!profile)
        return;
    m_context.settings.setLastServer(profileId);
    OpenServer *open = m_context.workspace.find(profileId);
    if (open && open->isSignedIn())
        return enter(*open);
    if (!profile->hosted) {
        if (OpenServer *server = m_context.workspace.open(*profile))
            resumeOrAsk(*server);
        return;
    }
    base::whenAnswered(m_context.hosted.start(*profile), this,
                       [this, profileId, before = *profile](const base::Result<QUrl> &started) {
                           if (!started)
                               return showStartFailure(before, started.error());
                           // What is open under an old address, and could not follow, has to go.
                           const auto now = m_context.workspace.profiles().find(profileId);
                           OpenServer *old = m_context.workspace.find(profileId);
                           if (old && old->connection().address() != *started)
                               m_context.workspace.close(profileId);
                           if (OpenServer *server = m_context.workspace.open(now.value_or(before)))
                               resumeOrAsk(*server);
                       });
}

void Console::follow(const QString &profileId)
{
    const OpenServer *open = m_context.workspace.find(profileId);
    if (!open)
        return;
    // What the list could not be made to say holds all the same.
    ServerProfile profile =
        m_context.workspace.profiles().find(profileId).value_or(open->profile());
    const hosting::LocalServer &local = m_context.hosted.server(profileId);
    profile.address = local.address();
    profile.trustedCertificate = local.certificate();
    m_context.workspace.follow(profile);
}

void Console::resumeOrAsk(OpenServer &server)
{
    if (!server.profile().keepSignedIn)
        return showSignIn(server);
    showMain(server).showWaiting(tr("Waiting for %1 to answer.").arg(server.profile().name));
    base::whenAnswered(
        server.resume(), &server, [this, &server](const base::Result<void> &resumed) {
            if (resumed)
                return enter(server);
            const ErrorCode code = resumed.error().code;
            const bool silent = code == ErrorCode::NotFound || code == ErrorCode::Cancelled;
            showSignIn(server, silent ? QString() : widgets::errorText(resumed.error()));
        });
}

void Console::enter(OpenServer &server)
{
    MainWindow &window = showMain(server);
    if (m_signIn)
        m_signIn->deleteLater();
    // Who is signed in decides which pages there are.
    base::whenAnswered(server.refreshUser(), &window,
                       [this, &window](const base::Result<model::User> &) {
                           window.showPages();
                           if (std::exchange(m_then, Then::ShowPages) == Then::AddPerson)
                               window.addPerson();
                       });
}

void Console::showSample(OpenServer &server)
{
    m_sample = &server;
    m_then = Then::ShowPages;
    enter(server);
}

void Console::leaveSample()
{
    if (!m_sample)
        return;
    m_sample = nullptr;
    Q_EMIT sampleLeft();
}

MainWindow &Console::showMain(OpenServer &server)
{
    if (m_sample != &server)
        leaveSample();
    if (m_main && &m_main->server() == &server) {
        m_main->show();
        return *m_main;
    }
    const QPointer<MainWindow> before = m_main;
    workspace::Workspace &workspace = m_context.workspace;
    m_main = new MainWindow({
        .server = server,
        .systemName = workspace.factory().displayName(server.profile().system),
        .profiles = workspace.profiles(),
        .settings = m_context.settings,
        .clock = m_context.clock,
        .pages = pageTable(),
        .hosted = &m_context.hosted,
        .factory = &workspace.factory(),
        .isSample = m_sample == &server,
    });
    MainWindow *window = m_main;
    window->setMayClose([this] { return mayClose(); });
    ShellMenus &menus = window->menus();
    QObject::connect(&menus, &ShellMenus::serverChosen, this,
                     [this](const QString &id) { openServer(id); });
    QObject::connect(&menus, &ShellMenus::addServerRequested, this,
                     [this] { Q_EMIT wizardRequested({}); });
    QObject::connect(&menus, &ShellMenus::signOutRequested, &server,
                     [this, &server] { signOut(server); });
    QObject::connect(&menus, &ShellMenus::quitRequested, window, &QWidget::close);
    QObject::connect(&menus, &ShellMenus::themeChosen, this, [this](settings::Theme chosen) {
        m_context.settings.setTheme(chosen);
        m_context.theme.setScheme(schemeOf(chosen));
    });
    // After the menu has closed: its actions are made anew in the new language.
    QObject::connect(
        &menus, &ShellMenus::languageChosen, this,
        [this](const QString &chosen) {
            m_context.settings.setLanguage(chosen);
            m_context.language.choose(chosen);
        },
        Qt::QueuedConnection);
    QObject::connect(window, &MainWindow::waitingCancelled, &server,
                     [this, &server] { showSignIn(server); });
    QObject::connect(
        &server, &OpenServer::sessionEnded, window,
        [this, &server](const base::Error &why) { showSignIn(server, widgets::errorText(why)); });
    QObject::connect(&server, &QObject::destroyed, window, &QObject::deleteLater);
    window->show();
    if (before) {
        before->hide();
        before->deleteLater();
    }
    return *window;
}

void Console::showSignIn(OpenServer &server, const QString &sentence)
{
    // Nobody knows its password: whoever signs out leaves it.
    const bool isOver = m_sample == &server;
    leaveSample();
    if (isOver)
        return start({});
    const QPointer<SignInDialog> before = m_signIn;
    m_signIn =
        new SignInDialog({server, m_context.workspace.profiles(), m_context.workspace.vault()});
    SignInDialog *dialog = m_signIn;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!sentence.isEmpty())
        dialog->tell(sentence);
    QObject::connect(dialog, &SignInDialog::signedIn, &server, [this, &server] { enter(server); });
    QObject::connect(&dialog->flow(), &SignInFlow::notKept, this, [this](const base::Error &why) {
        if (m_main)
            m_main->warn(widgets::errorText(why));
    });
    QObject::connect(dialog, &SignInDialog::serverChosen, this,
                     [this](const QString &id) { openServer(id); });
    QObject::connect(dialog, &SignInDialog::recoveryRequested, this, [this, dialog] {
        if (const auto profile =
                m_context.workspace.profiles().find(m_context.settings.lastServer()))
            recover(*profile, dialog);
    });
    dialog->setMayClose([this] { return mayClose(); });
    QObject::connect(&server, &QObject::destroyed, dialog, &QObject::deleteLater);
    dialog->show();
    if (m_main)
        m_main->hide();
    if (before)
        before->deleteLater();
}

void Console::showStartFailure(const ServerProfile &profile, const base::Error &error)
{
    OpenServer *server = m_context.workspace.open(profile);
    if (!server)
        return;
    showSignIn(*server);
    m_signIn->block(tr("%1 does not start. %2").arg(profile.name, whyNotStarted(profile, error)),
                    tr("Try again"));
    QObject::connect(m_signIn, &SignInDialog::blockedButtonClicked, this,
                     [this, id = profile.id] { openServer(id); });
}

void Console::recover(const ServerProfile &profile, QWidget *parent)
{
    if (!profile.hosted)
        return;
    auto *dialog = new RecoverDialog(m_context.hosted.server(profile.id), profile.name,
                                     profile.hosted->folder, profile.login, parent);
    dialog->open();
}

void Console::signOut(OpenServer &server)
{
    base::whenAnswered(server.signOut(), &server, [](const base::Result<void> &) {});
    const QPointer<MainWindow> old = m_main;
    m_main = nullptr;
    showSignIn(server);
    // The pages of whoever signed in before go with their window.
    if (old) {
        old->hide();
        old->deleteLater();
    }
}

bool Console::mayClose()
{
    if (m_quitting || !m_context.hosted.anyRunning()) {
        Q_EMIT quitRequested();
        return true;
    }
    const CloseChoice choice = m_context.settings.closeChoice();
    if (choice != CloseChoice::Ask) {
        close(choice);
        return m_quitting;
    }
    auto *dialog = new CloseHostingDialog(m_context.hosted.runningNames(),
                                          QSystemTrayIcon::isSystemTrayAvailable(), window());
    QObject::connect(dialog, &CloseHostingDialog::chosen, this,
                     [this](CloseChoice chosen, bool remember) {
                         if (remember)
                             m_context.settings.setCloseChoice(chosen);
                         close(chosen);
                     });
    dialog->open();
    return false;
}

void Console::close(CloseChoice choice)
{
    if (choice == CloseChoice::KeepRunning) {
        // The window closes, whatever else goes on.
        const bool wasSample = m_sample;
        leaveSample();
        if (QSystemTrayIcon::isSystemTrayAvailable())
            hideToTray();
        else if (wasSample)
            start({}); // its window goes, and what runs must have one
        else if (QWidget *shown = window())
            shown->showMinimized();
        return;
    }
    m_quitting = true;
    m_context.hosted.stopAll();
    Q_EMIT quitRequested();
}

void Console::hideToTray()
{
    if (!m_tray) {
        m_tray = std::make_unique<QSystemTrayIcon>(QGuiApplication::windowIcon());
        m_trayMenu = std::make_unique<QMenu>();
        QMenu *menu = m_trayMenu.get();
        QObject::connect(menu->addAction(tr("Open Authdesk")), &QAction::triggered, this,
                         &Console::raise);
        QObject::connect(menu->addAction(tr("Stop the server and quit")), &QAction::triggered, this,
                         [this] { close(CloseChoice::StopServer); });
        m_tray->setContextMenu(menu);
        QObject::connect(m_tray.get(), &QSystemTrayIcon::activated, this,
                         [this](QSystemTrayIcon::ActivationReason reason) {
                             if (reason == QSystemTrayIcon::Trigger)
                                 raise();
                         });
    }
    m_tray->setToolTip(tr("Authdesk runs %1").arg(m_context.hosted.runningNames().join(u", "_s)));
    m_tray->show();
    if (QWidget *shown = window())
        shown->hide();
}

QWidget *Console::window() const
{
    if (m_signIn && m_signIn->isVisible())
        return m_signIn;
    return m_main;
}

void Console::raise()
{
    QWidget *shown = window();
    if (!shown)
        return start({});
    shown->setWindowState(shown->windowState() & ~Qt::WindowMinimized);
    shown->show();
    shown->raise();
    shown->activateWindow();
}

} // namespace authdesk::ui::shell
