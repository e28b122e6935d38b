// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way from the overview to what it is about, in the real window over a server in memory; takes
// its pictures, wide and narrow.

#include "screen.h"

#include "core/vault/memoryvault.h"
#include "core/workspace/workspace.h"
#include "tests/support/fakeclock.h"
#include "tests/ui/pages/overview/fakeoverviewgateway.h"
#include "tests/ui/pages/users/fakeusersgateway.h"
#include "tests/ui/shell/fakeserver.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"

#include <QtCore/QTemporaryDir>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTableView>

using namespace authdesk;
using namespace authdesk::tests;
using namespace authdesk::ui;
using shell::MainWindow;

class TestOverview final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void isTheFirstEntryButNotTheFirstPage();
    void leadsToThoseWhoAreLocked();
    void leadsToThoseWithoutASecondFactor();
    void isNotForThoseWhoMayNotReadUsers();
    void isNotThereWhereTheServerTellsNothing();
    void picturesOfItAll();

private:
    void open();
    [[nodiscard]] int rows() const
    {
        return Screen::find<QTableView>(u"userTable"_s)->model()->rowCount();
    }

    FakeClock m_clock;
    Screen m_screen;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::FakeUsersGateway> m_people;
    std::unique_ptr<test::FakeOverviewGateway> m_overview;
    std::unique_ptr<settings::ServerProfiles> m_profiles;
    std::unique_ptr<settings::ConsoleSettings> m_settings;
    std::unique_ptr<vault::MemoryVault> m_vault;
    std::unique_ptr<FakeFactory> m_factory;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

void TestOverview::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, Screen::isDark() ? theme::Scheme::Dark
                                                                     : theme::Scheme::Light);
}

void TestOverview::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_people.reset(test::FakeUsersGateway::withFour());
    m_overview = std::make_unique<test::FakeOverviewGateway>();
    m_profiles = std::make_unique<settings::ServerProfiles>(m_folder->path());
    m_settings = std::make_unique<settings::ConsoleSettings>(m_folder->path());
    m_vault = std::make_unique<vault::MemoryVault>();
    m_factory = std::make_unique<FakeFactory>();
    m_factory->script->users = m_people.get();
    m_factory->script->overview = m_overview.get();
    m_factory->script->me = m_people->people.first();
    m_factory->script->capabilities |=
        gateway::Capability::Users | gateway::Capability::EditUsers | gateway::Capability::Overview;
    m_workspace = std::make_unique<workspace::Workspace>(*m_factory, *m_profiles, *m_vault);
}

void TestOverview::cleanup()
{
    m_window.reset();
    m_workspace.reset();
}

void TestOverview::open()
{
    settings::ServerProfile profile;
    profile.name = u"acme-prod"_s;
    profile.system = u"authdesk"_s;
    profile.address = QUrl(u"https://auth.acme.example"_s);
    workspace::OpenServer *server = m_workspace->open(*m_profiles->add(profile));
    server->adopt(signedInAs(m_factory->script->me), u"anna"_s);
    m_window = std::make_unique<MainWindow>(MainWindow::Context{.server = *server,
                                                                .systemName = u"Authdesk"_s,
                                                                .profiles = *m_profiles,
                                                                .settings = *m_settings,
                                                                .clock = m_clock,
                                                                .pages = shell::pageTable()});
    m_window->show();
    m_window->showPages();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestOverview::isTheFirstEntryButNotTheFirstPage()
{
    open();
    QCOMPARE(m_window->currentPage(), u"users"_s);
    QCOMPARE(m_overview->statsCalls, 0); // nobody pays for what nobody looks at
    QTest::keySequence(m_window.get(), QKeySequence(u"Alt+1"_s));
    QTRY_COMPARE(m_window->currentPage(), u"overview"_s);
    QVERIFY(Screen::waitFor(u"overviewPage"_s));
    QVERIFY(m_window->windowTitle().contains(u"Overview"_s));
}

void TestOverview::leadsToThoseWhoAreLocked()
{
    open();
    QVERIFY(m_screen.click(u"navigation-overview"_s));
    QVERIFY(m_screen.click(u"act_locked"_s));
    QVERIFY(Screen::waitFor(u"usersPage"_s));
    QTRY_COMPARE(rows(), 1);
    QVERIFY(Screen::find<QAbstractButton>(u"quickLocked"_s)->isChecked());
    QCOMPARE(m_window->currentPage(), u"users"_s);
}

void TestOverview::leadsToThoseWithoutASecondFactor()
{
    open();
    QVERIFY(m_screen.click(u"navigation-overview"_s));
    QVERIFY(m_screen.click(u"act_no_second_factor"_s));
    QTRY_COMPARE(rows(), 3);
    QVERIFY(m_screen.click(u"navigation-overview"_s));
    QVERIFY(m_screen.click(u"act_one_manager"_s));
    QTRY_COMPARE(rows(), 4);
}

void TestOverview::isNotForThoseWhoMayNotReadUsers()
{
    m_factory->script->me.role = {.id = 5, .slug = model::userSlug, .name = u"User"_s};
    open();
    QCOMPARE(m_window->currentPage(), u"account"_s);
    QVERIFY(!Screen::find(u"navigation-overview"_s));
}

void TestOverview::isNotThereWhereTheServerTellsNothing()
{
    m_factory->script->capabilities.setFlag(gateway::Capability::Overview, false);
    open();
    QCOMPARE(m_window->currentPage(), u"users"_s);
    QVERIFY(!Screen::find(u"navigation-overview"_s));
}

void TestOverview::picturesOfItAll()
{
    open();
    QVERIFY(m_screen.click(u"navigation-overview"_s));
    QVERIFY(Screen::waitFor(u"signInChart"_s));
    Screen::picture(u"40-overview"_s);
    m_window->resize(820, 560);
    QTRY_COMPARE(m_window->size(), QSize(820, 560)); // nothing asks for more
    Screen::picture(u"41-overview-narrow"_s);
    m_window->resize(1180, 760);
    m_overview->statsError =
        base::Error{.code = base::ErrorCode::Unreachable, .message = {}, .detail = {}};
    QVERIFY(m_screen.click(u"refreshOverview"_s));
    QTRY_VERIFY(Screen::find(u"overviewMessage"_s));
    Screen::picture(u"42-overview-error"_s);
}

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
