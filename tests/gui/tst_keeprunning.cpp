// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server that goes on without its window, as a person brings that about: the windows that
// app/console wires, the real authdesk-server, and a real systemd of the user.

#include "core/server/host/systemdservices.h"
#include "core/settings/consolesettings.h"
#include "core/settings/serverprofiles.h"
#include "core/vault/vault.h"
#include "screen.h"
#include "tests/gui/support/stage.h"
#include "tests/gui/support/steps.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QPlainTextEdit>

#include <tuple>

using namespace authdesk;
using namespace authdesk::tests;
using namespace Qt::StringLiterals;
using server::host::SystemdServices;

class TestKeepRunning final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void saysWhyItIsNotOffered();
    void goesOnWithoutTheWindowAndComesBack();
    void whatDoesNotStartChangesNothing();
    void isCalledOff();

private:
    void open(const QString &program = QStringLiteral(AUTHDESK_SERVER));
    void openPage();
    void askToKeepRunning();
    void keepRunning();
    void stopAndStart();
    void signIn();
    void comeBack();
    void expectNothingChanged();
    [[nodiscard]] static QString systemctl(const QStringList &arguments);
    [[nodiscard]] settings::ServerProfile profile() const;
    [[nodiscard]] QString keyFile() const { return profile().hosted->folder + u"/master.key"_s; }
    [[nodiscard]] QString unit() const { return u"authdesk-%1.service"_s.arg(profile().id); }
    [[nodiscard]] bool isKeyInKeychain() const;

    std::unique_ptr<SystemdServices> m_services;
    std::unique_ptr<Stage> m_stage;
};

void TestKeepRunning::initTestCase()
{
    // As in the program: windows hand over to each other.
    QApplication::setQuitOnLastWindowClosed(false);
}

void TestKeepRunning::cleanup()
{
    if (m_stage && m_services && !profile().id.isEmpty())
        std::ignore = m_services->remove(profile().id).result();
    m_stage.reset();
    m_services.reset();
}

void TestKeepRunning::open(const QString &program)
{
    m_services = std::make_unique<SystemdServices>(hosting::UserManagerPrograms{.server = program});
    m_stage = std::make_unique<Stage>();
    m_stage->setServices(m_services.get());
    {
        settings::ConsoleSettings settings(m_stage->folder());
        settings.setTheme(Screen::isDark() ? settings::Theme::Dark : settings::Theme::Light);
    }
    DO(m_stage->setUpServer());
}

void TestKeepRunning::openPage()
{
    Robot &robot = m_stage->robot();
    DO(robot.click(u"navigation-server"_s));
    DO(robot.reads(u"serverState"_s, u"Running"_s));
}

QString TestKeepRunning::systemctl(const QStringList &arguments)
{
    QProcess program;
    program.start(u"systemctl"_s, QStringList{u"--user"_s} + arguments);
    program.waitForFinished();
    return QString::fromUtf8(program.readAllStandardOutput()).trimmed();
}

settings::ServerProfile TestKeepRunning::profile() const
{
    settings::ServerProfiles profiles(m_stage->folder());
    return profiles.load() && !profiles.all().isEmpty() ? profiles.all().first()
                                                        : settings::ServerProfile();
}

bool TestKeepRunning::isKeyInKeychain() const
{
    return m_stage->keychain().names().contains(vault::masterKeyName(profile().hosted->folder));
}

void TestKeepRunning::saysWhyItIsNotOffered()
{
    m_services = std::make_unique<SystemdServices>(
        hosting::UserManagerPrograms{.systemctl = u"/nowhere/systemctl"_s});
    m_stage = std::make_unique<Stage>();
    m_stage->setServices(m_services.get());
    DO(m_stage->setUpServer());
    STEP(openPage);
    DO(m_stage->robot().readsPart(u"whyNotKeptRunning"_s, u"systemd does not answer"_s));
    QVERIFY(!m_stage->robot().find(u"moveServer"_s));
}

void TestKeepRunning::askToKeepRunning()
{
    Robot &robot = m_stage->robot();
    DO(robot.reads(u"moveServer"_s, u"Keep it running without the window…"_s));
    DO(robot.click(u"moveServer"_s));
    DO(robot.sees(u"moveDialog"_s));
    // Not before the move of the key was said yes to.
    QVERIFY(!robot.find(u"moveVerb"_s)->isEnabled());
    DO(robot.tabTo(u"moveKey"_s));
    DO(robot.press(Qt::Key_Space));
    QVERIFY(robot.find(u"moveVerb"_s)->isEnabled());
}

void TestKeepRunning::keepRunning()
{
    STEP(openPage);
    Robot &robot = m_stage->robot();
    QVERIFY(isKeyInKeychain());
    Screen::picture(u"58-server-here"_s);
    STEP(askToKeepRunning);
    Screen::picture(u"59-keep-running"_s);
    DO(robot.press(Qt::Key_Escape));
    DO(robot.misses(u"moveDialog"_s));
    QVERIFY(!profile().hosted->asService);

    STEP(askToKeepRunning);
    DO(robot.click(u"moveVerb"_s));
    DO(robot.misses(u"moveDialog"_s));
    DO(robot.reads(u"serverState"_s, u"Running"_s));
    DO(robot.readsPart(u"serverWhat"_s, u"as a service of your account"_s));
    DO(robot.until(u"the header to say so"_s, [&robot] {
        return robot.words(u"mainWindow"_s).contains(u"runs as a service of your account"_s);
    }));
    Screen::picture(u"60-server-service"_s);
    QVERIFY(profile().hosted->asService);
    QCOMPARE(systemctl({u"is-active"_s, unit()}), u"active"_s);
    QCOMPARE(systemctl({u"is-enabled"_s, unit()}), u"enabled"_s);
    QVERIFY(!isKeyInKeychain());
    QCOMPARE(QFile::permissions(keyFile()) & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
    // Whoever is signed in stays so.
    DO(robot.click(u"navigation-users"_s));
    DO(m_stage->addAnna());
    DO(robot.click(u"addUserDone"_s));
    DO(robot.misses(u"addUserDialog"_s));
    QVERIFY(!robot.find(u"signInDialog"_s));
}

void TestKeepRunning::stopAndStart()
{
    STEP(openPage);
    Robot &robot = m_stage->robot();
    DO(robot.click(u"stopServerHere"_s));
    DO(robot.click(u"confirm"_s));
    DO(robot.reads(u"serverState"_s, u"Stopped"_s));
    QCOMPARE(systemctl({u"is-active"_s, unit()}), u"inactive"_s);
    // Somebody else starts it: the page notices.
    QVERIFY(systemctl({u"start"_s, unit()}).isEmpty());
    DO(robot.reads(u"serverState"_s, u"Running"_s));
    DO(robot.click(u"stopServerHere"_s));
    DO(robot.click(u"confirm"_s));
    DO(robot.reads(u"serverState"_s, u"Stopped"_s));
    DO(robot.click(u"startServerHere"_s));
    DO(robot.reads(u"serverState"_s, u"Running"_s));
    QCOMPARE(systemctl({u"is-active"_s, unit()}), u"active"_s);
}

void TestKeepRunning::signIn()
{
    Robot &robot = m_stage->robot();
    DO(robot.sees(u"signInDialog"_s));
    DO(robot.type(u"password"_s, Stage::password));
    DO(robot.press(Qt::Key_Return));
    DO(robot.sees(u"code"_s));
    DO(robot.type(u"code"_s, m_stage->nextCode()));
    DO(robot.sees(u"usersPage"_s));
    DO(robot.counts(u"userTable"_s, 2));
}

void TestKeepRunning::comeBack()
{
    STEP(openPage);
    Robot &robot = m_stage->robot();
    DO(robot.reads(u"moveServer"_s, u"Run it in this window again…"_s));
    DO(robot.click(u"moveServer"_s));
    DO(robot.sees(u"moveChoice"_s));
    DO(robot.tabTo(u"moveChoice"_s));
    DO(robot.press(Qt::Key_Space));
    QVERIFY(robot.find<QCheckBox>(u"moveChoice"_s)->isChecked());
    Screen::picture(u"61-run-here"_s);
    DO(robot.click(u"moveVerb"_s));
    DO(robot.misses(u"moveDialog"_s));
    DO(robot.readsPart(u"serverWhat"_s, u"while Authdesk is open"_s));
    QVERIFY(!profile().hosted->asService);
    QVERIFY(isKeyInKeychain());
    QVERIFY(!QFile::exists(keyFile()));
    QVERIFY(!m_services->isInstalled(profile().id));
    QCOMPARE(systemctl({u"is-active"_s, unit()}), u"inactive"_s);
    DO(robot.click(u"navigation-users"_s));
    DO(robot.counts(u"userTable"_s, 2));
}

void TestKeepRunning::goesOnWithoutTheWindowAndComesBack()
{
    if (!qEnvironmentVariableIsSet("USER_MANAGER_OF_THE_TESTS"))
        QSKIP("runs beside a systemd of its own, as tst_keeprunning_systemd");
    STEP(open);
    STEP(keepRunning);
    STEP(stopAndStart);
    DO(m_stage->closeWithoutQuestion());
    QCOMPARE(exchange(m_stage->address(), {"GET", "/readyz"}).status, 200);
    QCOMPARE(systemctl({u"is-active"_s, unit()}), u"active"_s);
    m_stage->open();
    STEP(signIn);
    STEP(comeBack);
    DO(m_stage->closeAndStop());
    QCOMPARE(exchange(m_stage->address(), {"GET", "/healthz"}).status, 0);
}

void TestKeepRunning::expectNothingChanged()
{
    Robot &robot = m_stage->robot();
    QVERIFY(!profile().hosted->asService);
    QVERIFY(isKeyInKeychain());
    QVERIFY(!QFile::exists(keyFile()));
    QVERIFY(!m_services->isInstalled(profile().id));
    QCOMPARE(exchange(m_stage->address(), {"GET", "/healthz"}).status, 200);
    DO(robot.press(Qt::Key_Escape));
    DO(robot.misses(u"moveDialog"_s));
    DO(robot.reads(u"serverState"_s, u"Running"_s));
    DO(robot.click(u"navigation-users"_s));
    DO(m_stage->addAnna());
}

void TestKeepRunning::whatDoesNotStartChangesNothing()
{
    if (!qEnvironmentVariableIsSet("USER_MANAGER_OF_THE_TESTS"))
        QSKIP("runs beside a systemd of its own, as tst_keeprunning_systemd");
    open(u"/bin/false"_s);
    if (QTest::currentTestFailed())
        return;
    STEP(openPage);
    STEP(askToKeepRunning);
    Robot &robot = m_stage->robot();
    DO(robot.click(u"moveVerb"_s));
    DO(robot.sees(u"moveMessage"_s));
    const QString said = robot.find<ui::widgets::MessageBar>(u"moveMessage"_s)->text();
    QVERIFY2(said.contains(u"runs in this window as before"_s), qPrintable(said));
    // systemd notices by itself, or we do.
    QVERIFY2(said.contains(u"systemd says: Job for"_s)
                 || said.contains(u"systemd started the service"_s),
             qPrintable(said));
    const auto *words = robot.find<QPlainTextEdit>(u"moveWords"_s);
    QVERIFY(words);
    QVERIFY2(words->toPlainText().contains(unit()), qPrintable(words->toPlainText()));
    Screen::picture(u"62-not-kept-running"_s);
    STEP(expectNothingChanged);
}

void TestKeepRunning::isCalledOff()
{
    if (!qEnvironmentVariableIsSet("USER_MANAGER_OF_THE_TESTS"))
        QSKIP("runs beside a systemd of its own, as tst_keeprunning_systemd");
    // One that runs and never answers.
    QTemporaryDir folder;
    QFile silent(folder.filePath(u"silent"_s));
    QVERIFY(silent.open(QIODevice::WriteOnly));
    silent.write("#!/bin/sh\nexec sleep 100\n");
    silent.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    silent.close();
    open(silent.fileName());
    if (QTest::currentTestFailed())
        return;
    STEP(openPage);
    STEP(askToKeepRunning);
    Robot &robot = m_stage->robot();
    DO(robot.click(u"moveVerb"_s));
    DO(robot.readsPart(u"moveStep"_s, u"waiting for the server to answer"_s));
    Screen::picture(u"63-keeping-running"_s);
    // The window is not blocked meanwhile: it takes the key, and does what it says.
    DO(robot.press(Qt::Key_Escape));
    DO(robot.sees(u"moveMessage"_s));
    const QString said = robot.find<ui::widgets::MessageBar>(u"moveMessage"_s)->text();
    QVERIFY2(said.contains(u"Called off"_s), qPrintable(said));
    STEP(expectNothingChanged);
}

QTEST_MAIN(TestKeepRunning)
#include "tst_keeprunning.moc"
