// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeserver.h"

#include "core/base/clock.h"
#include "core/vault/memoryvault.h"
#include "ui/shell/console.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/recoverdialog.h"
#include "ui/shell/shellmenus.h"
#include "ui/shell/signindialog.h"
#include "ui/shell/singleinstance.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/passwordfield.h"
#include "ui/widgets/secretlabel.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QToolButton>

#include <tuple>

using namespace authdesk;
using namespace authdesk::tests;
using namespace authdesk::ui;
using shell::Console;
using shell::MainWindow;
using shell::SignInDialog;

class TestConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksForAWizardWhenNothingIsKnown();
    void signsInAndShowsPages();
    void resumesWhatWasKept();
    void asksAgainWhenTheKeptSignInEnded();
    void startsAHostedServerFirst();
    void followsAHostedServerThatMoves();
    void saysWhyAHostedServerDoesNotStart();
    void namesThePortThatOthersKnow();
    void tellsTheCureForTheKeysPlace_data();
    void tellsTheCureForTheKeysPlace();
    void firstCloseAsksWhileHosting();
    void closingTheSignInAsksToo();
    void somebodyElseGetsOtherPages();
    void signOutForgets();
    void narrowWindowShowsIcons();
    void languageIsSwitchedAtOnceAndKept();
    void recoversAPerson();
    void secondStartRaisesTheFirst();

private:
    settings::ServerProfile add(settings::ServerProfile profile = {});
    void signIn();
    template <typename T>
    T *shown()
    {
        return qobject_cast<T *>(m_console->window());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    base::SystemClock m_clock;
    std::unique_ptr<settings::ServerProfiles> m_profiles;
    std::unique_ptr<settings::ConsoleSettings> m_settings;
    std::unique_ptr<vault::MemoryVault> m_vault;
    std::unique_ptr<FakeFactory> m_factory;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<shell::Language> m_language;
    std::unique_ptr<shell::HostedServers> m_hosted;
    std::unique_ptr<Console> m_console;
    FakeLocalServer *m_local = nullptr; ///< the last one made
    std::optional<base::Error> m_startError;
};

void TestConsole::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profiles = std::make_unique<settings::ServerProfiles>(m_folder->path());
    m_settings = std::make_unique<settings::ConsoleSettings>(m_folder->path());
    m_vault = std::make_unique<vault::MemoryVault>();
    m_factory = std::make_unique<FakeFactory>();
    m_factory->script->me = karl();
    m_workspace = std::make_unique<workspace::Workspace>(*m_factory, *m_profiles, *m_vault);
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Scheme::Light);
    m_language = std::make_unique<shell::Language>();
    m_startError.reset();
    m_local = nullptr;
    m_hosted = std::make_unique<shell::HostedServers>(
        [this]() -> std::unique_ptr<hosting::LocalServer> {
            auto local = std::make_unique<FakeLocalServer>();
            local->startError = m_startError;
            m_local = local.get();
            return local;
        },
        *m_profiles, *m_vault);
    m_console = std::make_unique<Console>(
        Console::Context{*m_workspace, *m_settings, *m_hosted, *m_theme, *m_language, m_clock});
}

void TestConsole::cleanup()
{
    m_console.reset();
    m_hosted.reset();
    m_theme.reset();
    m_workspace.reset();
}

settings::ServerProfile TestConsole::add(settings::ServerProfile profile)
{
    profile.name = u"acme"_s;
    profile.address = QUrl(u"http://127.0.0.1:8000"_s);
    profile.system = u"authdesk"_s;
    profile.login = u"karl"_s;
    return *m_profiles->add(profile);
}

void TestConsole::signIn()
{
    m_factory->script->outcomes = {signedInAs(karl())};
    QTRY_VERIFY(shown<SignInDialog>());
    auto *password = shown<SignInDialog>()->findChild<widgets::PasswordField *>(u"password"_s);
    QTest::keyClicks(password->edit(), u"pw"_s);
    QTest::keyClick(password->edit(), Qt::Key_Return);
    QTRY_VERIFY(shown<MainWindow>());
    QTRY_COMPARE(shown<MainWindow>()->currentPage(), u"account"_s);
}

void TestConsole::asksForAWizardWhenNothingIsKnown()
{
    QSignalSpy wizard(m_console.get(), &Console::wizardRequested);
    m_console->start({});
    QCOMPARE(wizard.count(), 1);
    m_console->start(QUrl(u"https://auth.acme.example"_s));
    QCOMPARE(wizard.count(), 2);
    QCOMPARE(wizard[1][0].toUrl(), QUrl(u"https://auth.acme.example"_s));
}

void TestConsole::signsInAndShowsPages()
{
    add();
    m_console->start({});
    signIn();
    auto *window = shown<MainWindow>();
    QCOMPARE(window->windowTitle(), u"acme – My account – Authdesk"_s);
    // This server shows no other people, so there is no page for them.
    QVERIFY(!window->findChild<QToolButton *>(u"navigation-users"_s));
    QVERIFY(window->findChild<QToolButton *>(u"personMenu"_s)->text().contains(u"karl"_s));
    QVERIFY(window->findChild<QWidget *>(u"noSecondFactor"_s)->isVisible());
    QCOMPARE(m_settings->lastServer(), m_profiles->all().first().id);
}

void TestConsole::resumesWhatWasKept()
{
    const auto profile = add({.keepSignedIn = true});
    std::ignore =
        m_vault->write(vault::refreshTokenName(profile.id), base::Secret::fromString(u"refresh"_s));
    m_factory->script->refreshed = signedInAs(karl());
    m_console->start({});
    QTRY_VERIFY(shown<MainWindow>());
    QTRY_COMPARE(shown<MainWindow>()->currentPage(), u"account"_s);
    QVERIFY(m_factory->script->asked.contains(u"refresh"_s));
}

void TestConsole::asksAgainWhenTheKeptSignInEnded()
{
    const auto profile = add({.keepSignedIn = true});
    std::ignore =
        m_vault->write(vault::refreshTokenName(profile.id), base::Secret::fromString(u"refresh"_s));
    m_console->start({});
    QTRY_VERIFY(shown<SignInDialog>());
    auto *message = shown<SignInDialog>()->findChild<widgets::MessageBar *>(u"message"_s);
    QVERIFY(message->text().contains(u"Sign in again"_s));
    signIn();
}

void TestConsole::startsAHostedServerFirst()
{
    add({.hosted = settings::HostedServer{.folder = m_folder->filePath(u"acme"_s)}});
    m_console->start({});
    QTRY_VERIFY(shown<SignInDialog>());
    QVERIFY(m_local->running);
    QCOMPARE(m_local->started->dataFolder, m_folder->filePath(u"acme"_s));
    QCOMPARE(m_local->started->serverName, u"acme"_s);
}

void TestConsole::followsAHostedServerThatMoves()
{
    const QString id =
        add({.hosted = settings::HostedServer{.folder = m_folder->filePath(u"acme"_s)}}).id;
    m_console->start({});
    signIn();
    const QPointer<MainWindow> window = shown<MainWindow>();
    QSignalSpy moved(m_hosted.get(), &shell::HostedServers::moved);
    m_local->place = QUrl(u"https://127.0.0.1:8443"_s);
    m_local->fingerprint = QByteArray(32, 'f');
    m_local->forPeople = QUrl(u"https://desk.local:8443"_s);
    m_factory->script->asked.clear();
    m_hosted->lookAgain(id);
    QTRY_COMPARE(moved.count(), 1);
    QVERIFY(m_factory->script->asked.contains(
        u"me"_s)); // the page that shows has asked at the new place
    const workspace::OpenServer &server = *m_workspace->find(id);
    QCOMPARE(server.connection().address(), m_local->place);
    QCOMPARE(server.profile().address, m_local->place);
    QVERIFY(server.isSignedIn());
    QCOMPARE(shown<MainWindow>(), window);
    const auto kept = *m_profiles->find(id);
    QCOMPARE(kept.trustedCertificate, m_local->fingerprint);
    QCOMPARE(kept.addressForPeople(), m_local->forPeople);

    // Stopped and started again, it is the same window and the same sign-in.
    QSignalSpy state(m_hosted.get(), &shell::HostedServers::stateChanged);
    std::ignore = m_hosted->stop(id);
    QTRY_COMPARE(state.count(), 1);
    QVERIFY(!m_local->running);
    std::ignore = m_hosted->start(kept);
    QTRY_COMPARE(state.count(), 2);
    QVERIFY(server.isSignedIn());
    QCOMPARE(moved.count(), 1); // it is where it was
}

void TestConsole::saysWhyAHostedServerDoesNotStart()
{
    m_startError = base::Error{.code = base::ErrorCode::DatabaseNewer, .message = {}};
    add({.hosted = settings::HostedServer{.folder = m_folder->filePath(u"acme"_s)}});
    m_console->start({});
    QTRY_VERIFY(shown<SignInDialog>());
    auto *message = shown<SignInDialog>()->findChild<widgets::MessageBar *>(u"message"_s);
    QVERIFY(message->text().contains(u"newer version"_s));
    QVERIFY(!shown<SignInDialog>()->findChild<QLineEdit *>(u"username"_s)->isEnabled());

    m_local->startError.reset();
    message->findChild<QPushButton *>(u"messageButton"_s)->click();
    QTRY_VERIFY(m_local->running);
    QTRY_VERIFY(shown<SignInDialog>()
                && shown<SignInDialog>()->findChild<QLineEdit *>(u"username"_s)->isEnabled());
}

void TestConsole::namesThePortThatOthersKnow()
{
    m_startError = base::Error{.code = base::ErrorCode::PortTaken, .message = {}};
    add({.hosted = settings::HostedServer{.folder = m_folder->filePath(u"acme"_s),
                                          .publicAddress = QUrl(u"https://desk.local:8443"_s)}});
    m_console->start({});
    QTRY_VERIFY(shown<SignInDialog>());
    const QString told =
        shown<SignInDialog>()->findChild<widgets::MessageBar *>(u"message"_s)->text();
    QVERIFY2(told.startsWith(u"acme does not start. "_s), qPrintable(told));
    QVERIFY2(told.contains(u"port 8443"_s), qPrintable(told));
}

void TestConsole::tellsTheCureForTheKeysPlace_data()
{
    QTest::addColumn<bool>("inKeychain");
    QTest::addColumn<bool>("kept");
    QTest::addColumn<base::ErrorCode>("code");
    QTest::newRow("the keychain's entry is gone")
        << true << false << base::ErrorCode::MasterKeyMissing;
    QTest::newRow("the keychain's entry is of another server")
        << true << true << base::ErrorCode::MasterKeyWrong;
    QTest::newRow("the file is gone") << false << false << base::ErrorCode::MasterKeyMissing;
    QTest::newRow("the file is of another server")
        << false << false << base::ErrorCode::MasterKeyWrong;
}

void TestConsole::tellsTheCureForTheKeysPlace()
{
    QFETCH(bool, inKeychain);
    QFETCH(bool, kept);
    QFETCH(base::ErrorCode, code);
    const QString folder = m_folder->filePath(u"acme"_s);
    const QString entry = vault::masterKeyName(folder);
    m_startError = base::Error{.code = code, .message = u"AUTHDESK_MASTER_KEY"_s};
    if (kept)
        std::ignore = m_vault->write(entry, base::Secret(QByteArray(64, 'a')));
    add({.hosted = settings::HostedServer{.folder = folder, .keyInKeychain = inKeychain}});
    m_console->start({});
    QTRY_VERIFY(shown<SignInDialog>());
    const QString told =
        shown<SignInDialog>()->findChild<widgets::MessageBar *>(u"message"_s)->text();
    QVERIFY2(told.startsWith(u"acme does not start. "_s), qPrintable(told));
    QVERIFY2(told.contains(inKeychain ? entry : folder + u"/master.key"_s), qPrintable(told));
    QCOMPARE(told.contains(u"keychain"_s), inKeychain);
    QVERIFY(!told.contains(u"AUTHDESK_MASTER_KEY"_s));
}

void TestConsole::firstCloseAsksWhileHosting()
{
    add({.hosted = settings::HostedServer{.folder = m_folder->filePath(u"acme"_s)}});
    m_console->start({});
    signIn();
    QSignalSpy quit(m_console.get(), &Console::quitRequested);
    QPointer<MainWindow> window = shown<MainWindow>();
    window->close();
    QVERIFY(window->isVisible());
    auto *dialog = window->findChild<QDialog *>(u"closeHostingDialog"_s);
    QVERIFY(dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"keepRunning"_s), Qt::LeftButton);
    QVERIFY(m_local->running);
    QCOMPARE(quit.count(), 0);
    // Without a tray it may never hide.
    QVERIFY(!window->isHidden());

    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    window->showNormal();
    window->close();
    dialog = window->findChild<QDialog *>(u"closeHostingDialog"_s);
    QVERIFY(dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"stopServer"_s), Qt::LeftButton);
    QCOMPARE(quit.count(), 1);
    QVERIFY(!m_hosted->anyRunning());
}

void TestConsole::closingTheSignInAsksToo()
{
    add({.hosted = settings::HostedServer{.folder = m_folder->filePath(u"acme"_s)}});
    m_console->start({});
    QTRY_VERIFY(shown<SignInDialog>());
    QSignalSpy quit(m_console.get(), &Console::quitRequested);
    QPointer<SignInDialog> window = shown<SignInDialog>();
    window->close();
    QVERIFY(window->isVisible());
    auto *dialog = window->findChild<QDialog *>(u"closeHostingDialog"_s);
    QVERIFY(dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"stopServer"_s), Qt::LeftButton);
    QCOMPARE(quit.count(), 1);
}

void TestConsole::somebodyElseGetsOtherPages()
{
    const auto profile = add();
    m_console->start({});
    signIn();
    const QPointer<QWidget> page = shown<MainWindow>()->findChild<QWidget *>(u"accountPage"_s);
    QVERIFY(page);
    Q_EMIT m_workspace->find(profile.id)
        ->sessionEnded({.code = base::ErrorCode::Unauthenticated, .message = {}});
    model::User anna = karl();
    anna.id = 2;
    anna.username = u"anna"_s;
    m_factory->script->me = anna;
    QTRY_VERIFY(shown<SignInDialog>());
    m_factory->script->outcomes = {signedInAs(anna)};
    auto *password = shown<SignInDialog>()->findChild<widgets::PasswordField *>(u"password"_s);
    QTest::keyClicks(password->edit(), u"pw"_s);
    QTest::keyClick(password->edit(), Qt::Key_Return);
    QTRY_VERIFY(shown<MainWindow>());
    QTRY_VERIFY(!page);
    QTRY_VERIFY(shown<MainWindow>()->findChild<QWidget *>(u"accountPage"_s));
}

void TestConsole::signOutForgets()
{
    add();
    m_console->start({});
    signIn();
    auto *window = shown<MainWindow>();
    QAction *out = nullptr;
    for (QAction *action : window->actions()) {
        if (action->objectName() == u"signOut"_s)
            out = action;
    }
    QVERIFY(out);
    out->trigger();
    QTRY_VERIFY(shown<SignInDialog>());
    QVERIFY(m_factory->script->asked.contains(u"signOut"_s));
    signIn();
}

void TestConsole::narrowWindowShowsIcons()
{
    add();
    m_console->start({});
    signIn();
    auto *window = shown<MainWindow>();
    auto *button = window->findChild<QToolButton *>(u"navigation-account"_s);
    window->resize(1180, 760);
    QTRY_COMPARE(button->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    window->resize(900, 700);
    QTRY_COMPARE(button->toolButtonStyle(), Qt::ToolButtonIconOnly);
    QVERIFY(button->toolTip().contains(u"Alt+1"_s));
}

void TestConsole::languageIsSwitchedAtOnceAndKept()
{
    add();
    m_console->start({});
    signIn();
    auto *window = shown<MainWindow>();
    const auto choose = [window](const QString &language) {
        auto *action =
            window->menus().personMenu()->findChild<QAction *>(u"language-"_s + language);
        QVERIFY(action);
        action->trigger();
    };
    choose(u"de"_s);
    QTRY_COMPARE(window->windowTitle(), u"acme – Mein Konto – Authdesk"_s);
    QCOMPARE(m_settings->language(), u"de"_s);
    QCOMPARE(QLocale().language(), QLocale::German);
    QCOMPARE(m_language->current(), u"de"_s);
    choose(u"en"_s);
    QTRY_COMPARE(window->windowTitle(), u"acme – My account – Authdesk"_s);
    // Plural forms are English's own, not the ones of the sources.
    QCOMPARE(QCoreApplication::translate("SignInAnswer", "%n wrong code(s)", nullptr, 1),
             u"1 wrong code"_s);
}

void TestConsole::recoversAPerson()
{
    FakeLocalServer local;
    local.users = {{u"anna"_s, u"User"_s, model::UserStatus::Locked, false},
                   {u"karl"_s, u"Super Admin"_s, model::UserStatus::Active, true}};
    QWidget parent;
    parent.show();
    auto *dialog = new shell::RecoverDialog(local, u"acme"_s, m_folder->path(), u"karl"_s, &parent);
    dialog->open();
    auto *table = dialog->findChild<QTableWidget *>(u"rescueUsers"_s);
    QTRY_COMPARE(table->rowCount(), 2);
    QCOMPARE(table->selectedItems().first()->text(), u"karl"_s);
    QVERIFY(!dialog->findChild<QPushButton *>(u"unlock"_s)->isEnabled());
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"resetPassword"_s), Qt::LeftButton);
    auto *secret = dialog->findChild<widgets::SecretLabel *>(u"rescueSecret"_s);
    QTRY_COMPARE(secret->text(), u"lamp-quartz-monday-8"_s);
    QVERIFY(secret->isVisible());
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"resetSecondFactor"_s)->isEnabled());
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"resetSecondFactor"_s), Qt::LeftButton);
    QTRY_COMPARE(secret->text(), u"4815 1623"_s);

    table->selectRow(0);
    QVERIFY(!dialog->findChild<QPushButton *>(u"resetSecondFactor"_s)->isEnabled());
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"unlock"_s), Qt::LeftButton);
    QTRY_VERIFY(!secret->isVisible());
    QTRY_COMPARE(table->item(0, 2)->text(), u"Active"_s);
    QCOMPARE(local.asked,
             (QStringList{u"resetPassword karl"_s, u"resetSecondFactor karl"_s, u"unlock anna"_s}));
}

void TestConsole::secondStartRaisesTheFirst()
{
    shell::SingleInstance first(m_folder->path());
    QVERIFY(first.claim());
    QSignalSpy raised(&first, &shell::SingleInstance::raiseRequested);
    shell::SingleInstance second(m_folder->path());
    QVERIFY(!second.claim());
    QTRY_COMPARE(raised.count(), 1);
    const QTemporaryDir elsewhere;
    shell::SingleInstance third(elsewhere.path());
    QVERIFY(third.claim());
}

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
