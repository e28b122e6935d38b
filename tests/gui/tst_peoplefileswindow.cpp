// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// People in and out as files, as a person does it: the windows that app/console wires, over a real
// server in the same process, with keys and clicks.

#include "core/settings/consolesettings.h"
#include "screen.h"
#include "tests/gui/support/stage.h"
#include "tests/gui/support/steps.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtGui/QClipboard>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QFileDialog>

using namespace authdesk;
using namespace authdesk::tests;
using namespace Qt::StringLiterals;

class TestPeopleFilesWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void peopleComeAndGoAsFiles();

private:
    void open();
    void pastesATable();
    void importsAFile();
    void keepsTheRefusedRows();
    void stopsAndGoesOn();
    void exportsEverybody();
    void findsNothingNewInTheExport();
    void exportsWhatTheListShows();
    void doesOneThingToSeveral();

    [[nodiscard]] bool openImport();
    [[nodiscard]] bool openExport();
    [[nodiscard]] bool saveAs(const QString &dialog, const QString &path);
    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes);
    [[nodiscard]] QList<QByteArray> linesOf(const QString &path);
    [[nodiscard]] qint64 peopleOnServer();
    [[nodiscard]] bool isDisabled(const QString &username);

    std::unique_ptr<Stage> m_stage;
};

void TestPeopleFilesWindow::initTestCase()
{
    // As in the program: windows hand over to each other.
    QApplication::setQuitOnLastWindowClosed(false);
}

void TestPeopleFilesWindow::cleanup()
{
    m_stage.reset();
}

QString TestPeopleFilesWindow::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_stage->file(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("not written");
    return file.fileName();
}

QList<QByteArray> TestPeopleFilesWindow::linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeLast(); // behind the last line end
    return lines;
}

qint64 TestPeopleFilesWindow::peopleOnServer()
{
    return m_stage->ask("GET", "/admin/v1/users?limit=1").json().value("total"_L1).toInteger();
}

bool TestPeopleFilesWindow::openImport()
{
    return m_stage->robot().chooseFromMenu(u"moreButton"_s, u"importPeople"_s)
           && m_stage->robot().sees(u"importDialog"_s);
}

bool TestPeopleFilesWindow::openExport()
{
    return m_stage->robot().chooseFromMenu(u"moreButton"_s, u"exportPeople"_s)
           && m_stage->robot().sees(u"exportPeopleDialog"_s);
}

bool TestPeopleFilesWindow::saveAs(const QString &dialog, const QString &path)
{
    Robot &robot = m_stage->robot();
    if (!robot.sees(dialog))
        return false;
    robot.find<QFileDialog>(dialog)->selectFile(path);
    return robot.press(Qt::Key_Return)
           && robot.until(u"the file"_s, [&path] { return QFile::exists(path); });
}

void TestPeopleFilesWindow::open()
{
    m_stage = std::make_unique<Stage>();
    {
        settings::ConsoleSettings settings(m_stage->folder());
        settings.setTheme(Screen::isDark() ? settings::Theme::Dark : settings::Theme::Light);
    }
    DO(m_stage->setUpServer());
}

void TestPeopleFilesWindow::peopleComeAndGoAsFiles()
{
    STEP(open);
    STEP(pastesATable);
    STEP(importsAFile);
    STEP(stopsAndGoesOn);
    STEP(exportsEverybody);
    STEP(findsNothingNewInTheExport);
    STEP(exportsWhatTheListShows);
    STEP(doesOneThingToSeveral);
}

void TestPeopleFilesWindow::pastesATable()
{
    Robot &robot = m_stage->robot();
    Screen::picture(u"60-users-empty"_s);
    QApplication::clipboard()->setText(u"E-mail\tGiven name\tSurname\n"
                                       "anna@acme.example\tAnna\tKovac\n"
                                       "ben@acme.example\tBen\tOde\n"_s);
    DO(robot.click(u"emptyLink"_s));
    DO(robot.sees(u"importTable"_s)); // the link says what it opens
    QVERIFY(!robot.find(u"importGoOn"_s)->isEnabled());
    DO(robot.tabTo(u"importTable"_s));
    DO(robot.press(QKeySequence::Paste));
    Screen::picture(u"61-import-paste"_s);
    DO(robot.tabTo(u"importGoOn"_s));
    DO(robot.press(Qt::Key_Space));
    DO(robot.reads(u"importCounts"_s, u"2 people are new."_s));
    DO(robot.reads(u"importGoOn"_s, u"Import 2 people"_s));
    QCOMPARE(peopleOnServer(), 1); // nobody was asked for it yet
    Screen::picture(u"62-import-looked"_s);
    DO(robot.press(Qt::Key_Return));
    DO(robot.reads(u"importTitle"_s, u"The import is finished"_s));
    DO(robot.reads(u"importCounts"_s, u"2 people are added."_s));
    QVERIFY(robot.words(u"importDialog"_s).contains(u"cannot sign in before you reset it"_s));
    DO(robot.press(Qt::Key_Return));
    DO(robot.misses(u"importDialog"_s));
    DO(robot.counts(u"userTable"_s, 3));
    QCOMPARE(m_stage->person(u"anna@acme.example"_s).value("last_name"_L1).toString(), u"Kovac"_s);
}

void TestPeopleFilesWindow::importsAFile()
{
    Robot &robot = m_stage->robot();
    const QString path = write(u"people.csv"_s, "username,email,last_name,shoe size\r\n"
                                                "cho,cho@acme.example,Min,38\r\n"
                                                ",anna@acme.example,Novak,37\r\n"
                                                ",ben@acme.example,Ode,44\r\n"
                                                "dana,not an address,Roy,40\r\n"
                                                "eva,eva@acme.example,Lind,39,left\r\n");
    DO(openImport());
    DO(robot.retype(u"importPath"_s, m_stage->file(u"nowhere.csv"_s)));
    DO(robot.press(Qt::Key_Return));
    DO(robot.readsPart(u"fieldError"_s, u"This file cannot be read"_s));
    Screen::picture(u"63-import-no-file"_s);
    DO(robot.retype(u"importPath"_s, path));
    DO(robot.press(Qt::Key_Return));
    DO(robot.reads(u"importCounts"_s, u"1 person is new.\n1 person changes.\n1 person is there "
                                      "already, just so.\n2 rows are refused."_s));
    DO(robot.readsPart(u"importNotes"_s, u"These columns mean nothing here: shoe size."_s));
    DO(robot.counts(u"refusedRows"_s, 2));
    Screen::picture(u"64-import-refused"_s);
    STEP(keepsTheRefusedRows);
    DO(robot.click(u"importBack"_s));
    DO(robot.reads(u"importPath"_s, path));
    DO(robot.click(u"importGoOn"_s));
    DO(robot.reads(u"importGoOn"_s, u"Import 2 people"_s));
    DO(robot.click(u"importGoOn"_s));
    DO(robot.reads(u"importTitle"_s, u"The import is finished"_s));
    DO(robot.readsPart(u"importCounts"_s, u"1 person is added.\n1 person is changed."_s));
    DO(robot.click(u"importGoOn"_s));
    DO(robot.counts(u"userTable"_s, 4));
    QCOMPARE(m_stage->person(u"anna@acme.example"_s).value("last_name"_L1).toString(), u"Novak"_s);
    QCOMPARE(m_stage->person(u"cho"_s).value("email"_L1).toString(), u"cho@acme.example"_s);
    QVERIFY(m_stage->person(u"dana"_s).isEmpty());
    QVERIFY(m_stage->person(u"eva"_s).isEmpty());
}

void TestPeopleFilesWindow::keepsTheRefusedRows()
{
    Robot &robot = m_stage->robot();
    const QString path = m_stage->file(u"refused.csv"_s);
    DO(robot.click(u"saveRefused"_s));
    DO(saveAs(u"saveRefusedDialog"_s, path));
    DO(robot.readsPart(u"refusedSaved"_s, u"Saved in "_s));
    const QList<QByteArray> lines = linesOf(path);
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines.at(1).startsWith("5,dana,email: "), lines.at(1).constData());
    QCOMPARE(lines.at(2), QByteArray("6,eva,There are more cells than headings.\r"));
}

void TestPeopleFilesWindow::stopsAndGoesOn()
{
    Robot &robot = m_stage->robot();
    constexpr int people = 3500;
    QByteArray bytes = "username,role\r\n";
    for (int i = 1; i <= people; ++i)
        bytes += "person" + QByteArray::number(i) + ",user\r\n";
    const qint64 before = peopleOnServer();
    DO(openImport());
    DO(robot.retype(u"importPath"_s, write(u"many.csv"_s, bytes)));
    DO(robot.press(Qt::Key_Return));
    DO(robot.reads(u"importGoOn"_s, u"Import 3,500 people"_s));
    DO(robot.click(u"importGoOn"_s));
    DO(robot.sees(u"importProgress"_s));
    DO(robot.readsPart(u"importFar"_s, u",000 people"_s)); // the first call is answered
    DO(robot.press(Qt::Key_Escape)); // stops it, and does not close the dialog
    DO(robot.reads(u"importTitle"_s, u"The import is not finished"_s));
    DO(robot.readsPart(u"messageText"_s, u"The import is stopped."_s));
    Screen::picture(u"65-import-stopped"_s);
    const qint64 inBetween = peopleOnServer();
    QVERIFY(inBetween > before && inBetween < before + people);
    // Exactly as many are there as it says.
    DO(robot.reads(u"importCounts"_s,
                   u"%1 people are added."_s.arg(QLocale().toString(inBetween - before))));
    DO(robot.readsPart(u"messageText"_s, u"Everything up to line %1 is dealt with"_s.arg(
                                             QLocale().toString(inBetween - before + 1))));
    DO(robot.reads(u"importGoOn"_s, u"Continue"_s));
    DO(robot.click(u"importGoOn"_s));
    DO(robot.reads(u"importTitle"_s, u"The import is finished"_s));
    DO(robot.reads(u"importCounts"_s, u"3,500 people are added."_s));
    QCOMPARE(peopleOnServer(), before + people);
    DO(robot.click(u"importGoOn"_s));
    DO(robot.reads(u"userCount"_s, u"3,504"_s));
}

void TestPeopleFilesWindow::exportsEverybody()
{
    Robot &robot = m_stage->robot();
    const QString path = m_stage->file(u"everybody.csv"_s);
    DO(openExport());
    QVERIFY(!robot.find(u"exportEverybody"_s)); // the list leaves nobody out
    Screen::picture(u"66-export-people"_s);
    DO(robot.press(Qt::Key_Return));
    DO(saveAs(u"exportPeopleFileDialog"_s, path));
    DO(robot.misses(u"exportDialog"_s));
    const QList<QByteArray> lines = linesOf(path);
    QCOMPARE(lines.size(), 3505);
    QVERIFY(lines.first().startsWith("uid,username,email,"));
    QVERIFY(!lines.first().contains("password_hash"));
    QVERIFY(lines.at(1).contains(Stage::owner.toUtf8()));
    QVERIFY(lines.last().contains("person3500"));
}

void TestPeopleFilesWindow::findsNothingNewInTheExport()
{
    Robot &robot = m_stage->robot();
    DO(openImport());
    DO(robot.retype(u"importPath"_s, m_stage->file(u"everybody.csv"_s)));
    DO(robot.press(Qt::Key_Return));
    DO(robot.reads(u"importCounts"_s, u"3,504 people are there already, just so."_s));
    DO(robot.readsPart(u"messageText"_s, u"There is nobody to import."_s));
    QVERIFY(!robot.find(u"importGoOn"_s)->isEnabled());
    DO(robot.press(Qt::Key_Escape));
    DO(robot.misses(u"importDialog"_s));
}

void TestPeopleFilesWindow::exportsWhatTheListShows()
{
    Robot &robot = m_stage->robot();
    const QString path = m_stage->file(u"found.json"_s);
    DO(robot.retype(u"searchField"_s, u"acme.example"_s));
    DO(robot.counts(u"userTable"_s, 3));
    DO(openExport());
    DO(robot.reads(u"exportFound"_s, u"The 3 people whom the list shows"_s));
    DO(robot.tabTo(u"exportFormat"_s));
    DO(robot.press(Qt::Key_End));
    Screen::picture(u"67-export-found"_s);
    DO(robot.click(u"exportGoOn"_s));
    DO(saveAs(u"exportPeopleFileDialog"_s, path));
    DO(robot.misses(u"exportDialog"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray items =
        QJsonDocument::fromJson(file.readAll()).object().value("items"_L1).toArray();
    QCOMPARE(items.size(), 3);
    QCOMPARE(items.first()["email"_L1].toString(), u"anna@acme.example"_s);
}

bool TestPeopleFilesWindow::isDisabled(const QString &username)
{
    const QJsonArray found = m_stage->ask("GET", "/admin/v1/users?search=acme.example")
                                 .json()
                                 .value("items"_L1)
                                 .toArray();
    for (const auto &one : found) {
        if (one["username"_L1].toString() == username)
            return one["status"_L1].toString() == "disabled"_L1;
    }
    return false;
}

void TestPeopleFilesWindow::doesOneThingToSeveral()
{
    Robot &robot = m_stage->robot();
    DO(robot.counts(u"userTable"_s, 3)); // those of acme.example
    DO(robot.tabTo(u"userTable"_s));
    DO(robot.press(QKeySequence::SelectAll));
    DO(robot.reads(u"selectedCount"_s, u"3 selected"_s));
    DO(robot.readsPart(u"manyPane"_s, u"3 people are selected."_s));
    Screen::picture(u"68-several-selected"_s);
    DO(robot.click(u"disableMany"_s));
    DO(robot.sees(u"confirmDialog"_s));
    DO(robot.reads(u"confirm"_s, u"Disable 3 people"_s));
    Screen::picture(u"69-several-question"_s);
    DO(robot.click(u"confirm"_s));
    DO(robot.until(u"Cho to be disabled"_s, [&] { return isDisabled(u"cho"_s); }));
    DO(robot.sees(u"undoLink"_s));
    Screen::picture(u"70-several-done"_s);
    DO(robot.click(u"undoLink"_s));
    for (const QString &name : {u"cho"_s, u"anna@acme.example"_s, u"ben@acme.example"_s}) {
        DO(robot.until(u"%1 to be enabled again"_s.arg(name), [&] { return !isDisabled(name); }));
    }
}

QTEST_MAIN(TestPeopleFilesWindow)
#include "tst_peoplefileswindow.moc"
