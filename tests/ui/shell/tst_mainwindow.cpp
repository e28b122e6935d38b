// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real window over a server of people in memory: the frame's measures, and undo by clicks and
// keys.

#include "fakeserver.h"
#include "tests/support/fakeclock.h"
#include "tests/ui/pages/users/fakeusersgateway.h"

#include "core/vault/memoryvault.h"
#include "core/workspace/workspace.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>

using namespace authdesk;
using namespace authdesk::tests;
using namespace authdesk::ui;
using shell::MainWindow;
using test::FakeUsersGateway;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void hasTheMeasuresOfItsFrame();
    void narrowItShowsIconsAndThePaneAlone();
    void offersTheUndoOfADisableForTenMinutes();
    void takesItBackByAClickInTheToast();
    void takesItBackByAClickInTheStatusLine();
    void takesItBackByKeys();
    void keysUndoTypingFirst();
    void saysWhenSomebodyChangedItSince();
    void offersNoneForADelete();

private:
    template <typename T = QWidget>
    [[nodiscard]] T *child(const QString &name) const
    {
        T *found = m_window->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    void click(const QString &name) const;
    void choose(const QString &username) const;
    void disableBen() const;
    [[nodiscard]] model::User &ben() const { return *m_people->byId(2); }
    [[nodiscard]] QString lastWords() const { return child<QLabel>(u"lastWords"_s)->text(); }

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeUsersGateway> m_people;
    std::unique_ptr<settings::ServerProfiles> m_profiles;
    std::unique_ptr<settings::ConsoleSettings> m_settings;
    std::unique_ptr<vault::MemoryVault> m_vault;
    std::unique_ptr<FakeFactory> m_factory;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_people.reset(FakeUsersGateway::withFour());
    m_profiles = std::make_unique<settings::ServerProfiles>(m_folder->path());
    m_settings = std::make_unique<settings::ConsoleSettings>(m_folder->path());
    m_vault = std::make_unique<vault::MemoryVault>();
    m_factory = std::make_unique<FakeFactory>();
    m_factory->script->users = m_people.get();
    m_factory->script->me = m_people->people.first();
    m_factory->script->capabilities |= gateway::Capability::Users | gateway::Capability::EditUsers;
    m_workspace = std::make_unique<workspace::Workspace>(*m_factory, *m_profiles, *m_vault);
    m_theme = std::make_unique<theme::Theme>(*qApp, theme::Scheme::Light);
    settings::ServerProfile profile;
    profile.name = u"acme-prod"_s;
    profile.system = u"authdesk"_s;
    profile.address = QUrl(u"https://auth.acme.example"_s);
    workspace::OpenServer *server = m_workspace->open(*m_profiles->add(profile));
    server->adopt(signedInAs(m_people->people.first()), u"anna"_s);
    m_window = std::make_unique<MainWindow>(MainWindow::Context{.server = *server,
                                                                .systemName = u"Authdesk"_s,
                                                                .profiles = *m_profiles,
                                                                .settings = *m_settings,
                                                                .clock = m_clock,
                                                                .pages = shell::pageTable()});
    m_window->show();
    m_window->showPages();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_COMPARE(child<QTableView>(u"userTable"_s)->model()->rowCount(), 4);
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_theme.reset();
    m_workspace.reset();
}

void TestMainWindow::click(const QString &name) const
{
    auto *button = child<QAbstractButton>(name);
    QVERIFY2(button->isVisible() && button->isEnabled(), qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestMainWindow::choose(const QString &username) const
{
    auto *table = child<QTableView>(u"userTable"_s);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QModelIndex index = table->model()->index(row, 0);
        if (index.siblingAtColumn(1).data().toString() == username)
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                              table->visualRect(index).center());
    }
    QTRY_VERIFY(child(u"personPane"_s)->isVisible());
}

void TestMainWindow::disableBen() const
{
    choose(u"ben"_s);
    click(u"disableButton"_s);
    QTRY_VERIFY(m_window->findChild<QDialog *>(u"confirmDialog"_s));
    click(u"confirm"_s);
    QTRY_COMPARE(ben().status, model::UserStatus::Disabled);
    QTRY_VERIFY(!m_window->findChild<QDialog *>(u"confirmDialog"_s));
    m_window->activateWindow(); // a window manager does so after a dialog
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::hasTheMeasuresOfItsFrame()
{
    QCOMPARE(m_window->size(), QSize(1180, 760));
    QCOMPARE(m_window->minimumSize(), QSize(820, 560));
    QCOMPARE(child(u"navigation"_s)->width(), 208);
    choose(u"ben"_s);
    QTRY_COMPARE(child(u"personPane"_s)->width(), 380);
    QCOMPARE(child(u"personPane"_s)->minimumWidth(), 320);
    QCOMPARE(child(u"personPane"_s)->maximumWidth(), 520);
    m_window->resize(1000, 760);
    QTRY_COMPARE(m_window->width(), 1000);
    QCOMPARE(child(u"navigation"_s)->width(), 208);
    QVERIFY(child(u"personPane"_s)->isVisible() && child(u"userTable"_s)->isVisible());
    QVERIFY(child(u"personPane"_s)->width() >= 320);
}

void TestMainWindow::narrowItShowsIconsAndThePaneAlone()
{
    m_window->resize(999, 760);
    QTRY_COMPARE(child(u"navigation"_s)->width(), 56);
    auto *entry = child<QToolButton>(u"navigation-users"_s);
    QCOMPARE(entry->toolButtonStyle(), Qt::ToolButtonIconOnly);
    QCOMPARE(entry->text(), u"Users"_s); // for screen readers, and in the tooltip
    m_window->resize(820, 560);
    QTRY_COMPARE(m_window->size(), QSize(820, 560)); // nothing asks for more
    auto *table = child<QTableView>(u"userTable"_s);
    table->setFocus();
    table->selectRow(1);
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_VERIFY(child(u"personPane"_s)->isVisible());
    QVERIFY(!table->isVisible());
    QTRY_COMPARE(child(u"personPane"_s)->width(), 820 - 56);
    click(u"paneBack"_s);
    QTRY_VERIFY(table->isVisible());
}

void TestMainWindow::offersTheUndoOfADisableForTenMinutes()
{
    disableBen();
    QCOMPARE(lastWords(), u"✓ Ben Ode is disabled on acme-prod."_s);
    auto *link = child<QPushButton>(u"undoLink"_s);
    QVERIFY(link->isVisible());
    QCOMPARE(link->text(), u"Undo (10:00)"_s);
    m_clock.advanceSeconds(19);
    QTRY_COMPARE(link->text(), u"Undo (9:41)"_s);
    m_clock.advanceSeconds(581);
    QTRY_VERIFY(!link->isVisible());
    QTest::keySequence(m_window.get(), QKeySequence::Undo);
    QCoreApplication::processEvents();
    QCOMPARE(ben().status, model::UserStatus::Disabled);
}

void TestMainWindow::takesItBackByAClickInTheToast()
{
    disableBen();
    click(u"toastAction"_s);
    QTRY_COMPARE(ben().status, model::UserStatus::Active);
    QVERIFY(lastWords().contains(u"Ben Ode is enabled again."_s));
    QVERIFY(!child(u"undoLink"_s)->isVisible());
    QTRY_VERIFY(child(u"disableButton"_s)->isVisible());
}

void TestMainWindow::takesItBackByAClickInTheStatusLine()
{
    disableBen();
    click(u"undoLink"_s);
    QTRY_COMPARE(ben().status, model::UserStatus::Active);
}

void TestMainWindow::takesItBackByKeys()
{
    disableBen();
    child(u"userTable"_s)->setFocus();
    QTest::keySequence(child(u"userTable"_s), QKeySequence::Undo);
    QTRY_COMPARE(ben().status, model::UserStatus::Active);
}

void TestMainWindow::keysUndoTypingFirst()
{
    disableBen();
    auto *last = child<QLineEdit>(u"lastName"_s);
    last->setFocus();
    QTest::keyClicks(last, u"X"_s);
    QTest::keySequence(last, QKeySequence::Undo);
    QCOMPARE(last->text(), u"Ode"_s);
    QCOMPARE(ben().status, model::UserStatus::Disabled);
}

void TestMainWindow::saysWhenSomebodyChangedItSince()
{
    disableBen();
    ben().lastName = u"Theirs"_s;
    ++ben().version;
    click(u"undoLink"_s);
    QTRY_VERIFY(lastWords().contains(u"changed again since"_s));
    QCOMPARE(ben().status, model::UserStatus::Disabled);
    QCOMPARE(ben().lastName, u"Theirs"_s);
    QVERIFY(!child(u"undoLink"_s)->isVisible());
}

void TestMainWindow::offersNoneForADelete()
{
    choose(u"ben"_s);
    click(u"deleteButton"_s);
    QTRY_VERIFY(m_window->findChild<QDialog *>(u"confirmDialog"_s));
    click(u"confirm"_s);
    QTRY_VERIFY(!m_people->byId(2));
    QTRY_COMPARE(lastWords(), u"✓ Ben Ode is deleted."_s);
    QVERIFY(!child(u"undoLink"_s)->isVisible());
    QVERIFY(!child(u"toastAction"_s)->isVisible());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
