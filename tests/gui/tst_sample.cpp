// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// *Try it with sample people*: from the door to the list in one click, over a real server, and
// nothing of it is left afterwards.

#include "core/settings/consolesettings.h"
#include "core/settings/serverprofiles.h"
#include "screen.h"
#include "tests/gui/support/stage.h"
#include "tests/gui/support/steps.h"

#include <QtTest/QTest>
#include <QtWidgets/QTableView>

using namespace authdesk;
using namespace authdesk::tests;
using namespace Qt::StringLiterals;

class TestSample final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // As in the program: windows hand over to each other.
        QApplication::setQuitOnLastWindowClosed(false);
    }
    void init()
    {
        m_stage = std::make_unique<Stage>();
        settings::ConsoleSettings settings(m_stage->folder());
        settings.setTheme(Screen::isDark() ? settings::Theme::Dark : settings::Theme::Light);
    }
    void cleanup() { m_stage.reset(); }
    void isThereInOneClickAndGoesWithTheWindow();
    void leavesTheOtherServersAlone();
    void signingOutLeavesIt();

private:
    void open()
    {
        Robot &robot = m_stage->robot();
        m_stage->open();
        DO(robot.sees(u"doorPage"_s));
        Screen::picture(u"60-door"_s);
        robot.startCounting();
        DO(robot.click(u"trySample"_s));
        DO(robot.sees(u"usersPage"_s));
        DO(robot.misses(u"firstRunWizard"_s));
        QCOMPARE(robot.clicks(), 1);
        DO(robot.sees(u"sampleBand"_s));
    }
    [[nodiscard]] QStringList left() const
    {
        return QDir(m_stage->folder()).entryList({u"sample-*"_s});
    }

    std::unique_ptr<Stage> m_stage;
};

void TestSample::isThereInOneClickAndGoesWithTheWindow()
{
    // What a program that was killed has left.
    QVERIFY(QDir(m_stage->folder()).mkpath(u"sample-Ab12cd/deep"_s));
    open();
    if (QTest::currentTestFailed())
        return;
    Robot &robot = m_stage->robot();
    QCOMPARE(left().size(), 1);
    DO(robot.until(u"everybody to be counted"_s,
                   [&] { return robot.words(u"usersPage"_s).contains(u"501"_s); }));
    Screen::picture(u"61-sample"_s);
    DO(robot.click(u"navigation-overview"_s));
    DO(robot.sees(u"serverFacts"_s));
    Screen::picture(u"62-sample-overview"_s);
    QVERIFY(!robot.find(u"navigation-server"_s));
    QVERIFY(m_stage->keychain().names().isEmpty());
    QVERIFY(!QFile::exists(m_stage->file(left().first() + u"/master.key"_s)));
    robot.find(u"mainWindow"_s)->close();
    DO(robot.misses(u"mainWindow"_s));
    m_stage->end();
    QCOMPARE(left(), QStringList());
    QVERIFY(m_stage->keychain().names().isEmpty());

    // The next start knows nothing of it.
    m_stage->open();
    DO(robot.sees(u"doorPage"_s));
    settings::ServerProfiles profiles(m_stage->folder());
    QVERIFY(profiles.load());
    QVERIFY(profiles.all().isEmpty());
}

void TestSample::leavesTheOtherServersAlone()
{
    DO(m_stage->setUpServer());
    Robot &robot = m_stage->robot();
    DO(robot.chooseFromMenu(u"serverMenu"_s, u"addServer"_s));
    DO(robot.click(u"trySample"_s));
    DO(robot.sees(u"sampleBand"_s));
    DO(robot.until(u"the sample to be in front"_s, [&] {
        return robot.find(u"mainWindow"_s)->windowTitle().startsWith(u"Sample"_s);
    }));
    QCOMPARE(left().size(), 1);
    DO(robot.press(QKeySequence(u"Ctrl+1"_s)));
    DO(robot.misses(u"sampleBand"_s));
    DO(robot.until(u"the sample to be gone"_s, [&] { return left().isEmpty(); }));
    DO(robot.sees(u"usersPage"_s));
    QVERIFY(!robot.find(u"signInDialog"_s));
}

void TestSample::signingOutLeavesIt()
{
    open();
    if (QTest::currentTestFailed())
        return;
    Robot &robot = m_stage->robot();
    DO(robot.chooseFromMenu(u"personMenu"_s, u"signOut"_s));
    DO(robot.sees(u"doorPage"_s));
    DO(robot.until(u"the sample to be gone"_s, [&] { return left().isEmpty(); }));
}

QTEST_MAIN(TestSample)
#include "tst_sample.moc"
