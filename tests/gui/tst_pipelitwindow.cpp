// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page Users in the real window over Pipelit's newest generation, as it was recorded: what it
// can do is offered, what it cannot is not, with a line that says why.

#include "screen.h"

#include "core/systems/clients/catalogue.h"
#include "core/vault/memoryvault.h"
#include "core/workspace/workspace.h"
#include "tests/support/fakeclock.h"
#include "tests/support/pipelitstandin.h"
#include "ui/pages/users/usercolumns.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pagetable.h"
#include "ui/theme/theme.h"

#include <QtCore/QTemporaryDir>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace authdesk;
using namespace authdesk::tests;
using namespace authdesk::ui;
using Generation = PipelitStandIn::Generation;

class TestPipelitWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void listsPeopleAndBlocksOne();
    void offersOnlyWhatPipelitCan();
    void hasNoPageOfPeopleForOlderGenerations();

private:
    void open(Generation generation);
    void choose(const QString &username);
    [[nodiscard]] static QTableView *table() { return Screen::find<QTableView>(u"userTable"_s); }

    FakeClock m_clock;
    Screen m_screen;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PipelitStandIn> m_pipelit;
    std::unique_ptr<settings::ServerProfiles> m_profiles;
    std::unique_ptr<settings::ConsoleSettings> m_settings;
    std::unique_ptr<vault::MemoryVault> m_vault;
    std::unique_ptr<systems::clients::Catalogue> m_catalogue;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<shell::MainWindow> m_window;
};

void TestPipelitWindow::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, Screen::isDark() ? theme::Scheme::Dark
                                                                     : theme::Scheme::Light);
}

void TestPipelitWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profiles = std::make_unique<settings::ServerProfiles>(m_folder->path());
    m_settings = std::make_unique<settings::ConsoleSettings>(m_folder->path());
    m_vault = std::make_unique<vault::MemoryVault>();
    m_catalogue = std::make_unique<systems::clients::Catalogue>(m_clock);
    m_workspace = std::make_unique<workspace::Workspace>(*m_catalogue, *m_profiles, *m_vault);
}

void TestPipelitWindow::cleanup()
{
    m_window.reset();
    m_workspace.reset();
    m_pipelit.reset();
}

void TestPipelitWindow::open(Generation generation)
{
    m_pipelit = std::make_unique<PipelitStandIn>(generation);
    (void)m_pipelit->addPerson("bob", "bobpassword", true);
    settings::ServerProfile profile;
    profile.name = u"workflows"_s;
    profile.system = u"pipelit"_s;
    profile.address = m_pipelit->address();
    workspace::OpenServer *server = m_workspace->open(*m_profiles->add(profile));
    const auto in = server->signIn(u"admin"_s, base::Secret::fromString(u"mypassword"_s));
    QVERIFY(finishes(in));
    QVERIFY(server->isSignedIn());
    const auto me = server->refreshUser();
    QVERIFY(finishes(me));
    m_window = std::make_unique<shell::MainWindow>(
        shell::MainWindow::Context{.server = *server,
                                   .systemName = u"Pipelit"_s,
                                   .profiles = *m_profiles,
                                   .settings = *m_settings,
                                   .clock = m_clock,
                                   .pages = shell::pageTable()});
    m_window->show();
    m_window->showPages();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestPipelitWindow::choose(const QString &username)
{
    QVERIFY(Screen::waitFor(u"userTable"_s)); // it shows once there are rows
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    for (int row = 0; row < 2; ++row) {
        const QModelIndex index = table()->model()->index(row, 0);
        if (index.data().toString().contains(username))
            QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                              table()->visualRect(index).center());
    }
    QTRY_VERIFY(Screen::isReady(u"disableButton"_s));
}

void TestPipelitWindow::listsPeopleAndBlocksOne()
{
    open(Generation::C);
    QCOMPARE(m_window->currentPage(), u"users"_s);
    const QByteArray key = m_pipelit->signIn("bob", "bobpassword");
    choose(u"bob"_s);
    QCOMPARE(Screen::find<QPushButton>(u"disableButton"_s)->text(), u"Block…"_s);
    Screen::picture(u"50-pipelit-person"_s);
    QVERIFY(m_screen.click(u"disableButton"_s));
    QVERIFY(Screen::waitFor(u"confirmDialog"_s));
    Screen::picture(u"51-pipelit-block"_s);
    Screen::find<QDialog>(u"confirmDialog"_s)->accept();
    QTRY_VERIFY(!m_pipelit->isGood(key));
    QTRY_VERIFY(!m_pipelit->isAdmin(2));
    QVERIFY(m_pipelit->signIn("bob", "bobpassword").isEmpty());
    // There is no way back by a button, so none is offered.
    QTRY_VERIFY(Screen::isReady(u"disableButton"_s));
    QVERIFY(!Screen::find(u"enableButton"_s));
}

void TestPipelitWindow::offersOnlyWhatPipelitCan()
{
    open(Generation::C);
    choose(u"bob"_s);
    for (const QString &name :
         {u"deleteButton"_s, u"enableButton"_s, u"unlockButton"_s, u"resetSecondFactorButton"_s,
          u"email"_s, u"status"_s, u"validUntil"_s, u"signInAnswer"_s})
        QVERIFY2(!Screen::find(name), qPrintable(name));
    QCOMPARE(Screen::find<QPushButton>(u"endSessionsButton"_s)->text(), u"Revoke all keys…"_s);
    QCOMPARE(Screen::find<QPushButton>(u"resetPasswordButton"_s)->text(), u"New password…"_s);
    // Nor columns and filters that would stay empty.
    for (const ui::pages::users::UserColumn column :
         {ui::pages::users::UserColumn::Email, ui::pages::users::UserColumn::Status,
          ui::pages::users::UserColumn::LastSignIn})
        QVERIFY(table()->isColumnHidden(int(column)));
    QVERIFY(Screen::find(u"quickNoSecondFactor"_s));
    QVERIFY(!Screen::find(u"quickLocked"_s) && !Screen::find(u"quickInvited"_s));
    const auto *limits = Screen::find<QLabel>(u"limitsOfTheServer"_s);
    QVERIFY(limits && limits->text().contains(u"does not delete people"_s));
    QVERIFY(!Screen::find(u"navigation-audit"_s));
    QVERIFY(!Screen::find(u"navigation-sessions"_s));
}

void TestPipelitWindow::hasNoPageOfPeopleForOlderGenerations()
{
    open(Generation::A);
    QCOMPARE(m_window->currentPage(), u"account"_s);
    QVERIFY(!Screen::find(u"navigation-users"_s));
}

QTEST_MAIN(TestPipelitWindow)
#include "tst_pipelitwindow.moc"
