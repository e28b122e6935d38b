// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The pages *Audit* and *Sessions* as a person uses them: the windows that app/console wires, over
// a real server in the same process, with keys and clicks. What happens beside the window is done
// over HTTP.

#include "core/settings/consolesettings.h"
#include "screen.h"
#include "tests/gui/support/stage.h"
#include "tests/gui/support/steps.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rowtable.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>

using namespace authdesk;
using namespace authdesk::tests;
using namespace Qt::StringLiterals;
using ui::widgets::RowTable;

class TestAuditSessions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void whoIsSignedInIsSeenAndEnded();
    void whatHappensIsSeenCheckedAndExported();

private:
    void open();
    void seesWhatHappensAtOnce();
    void looksAtOneEvent();
    void filters();
    void verifies();
    void exports();
    void looksInANarrowWindow();
    [[nodiscard]] RowTable *table(const QString &name)
    {
        return m_stage->robot().find<RowTable>(name);
    }
    /// The first row whose cell of that column says so; -1.
    [[nodiscard]] int rowOf(const QString &name, int column, const QString &text);
    [[nodiscard]] bool choose(const QString &name, int column, const QString &text);

    std::unique_ptr<Stage> m_stage;
};

void TestAuditSessions::initTestCase()
{
    // As in the program: windows hand over to each other.
    QApplication::setQuitOnLastWindowClosed(false);
}

void TestAuditSessions::cleanup()
{
    m_stage.reset();
}

void TestAuditSessions::open()
{
    m_stage = std::make_unique<Stage>();
    {
        settings::ConsoleSettings settings(m_stage->folder());
        settings.setTheme(Screen::isDark() ? settings::Theme::Dark : settings::Theme::Light);
    }
    DO(m_stage->setUpServer());
    DO(m_stage->addAnna());
    DO(m_stage->robot().click(u"addUserDone"_s));
    DO(m_stage->robot().misses(u"addUserDialog"_s));
}

int TestAuditSessions::rowOf(const QString &name, int column, const QString &text)
{
    const RowTable *view = table(name);
    if (!view)
        return -1;
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        if (view->model()->index(row, column).data().toString() == text)
            return row;
    }
    return -1;
}

bool TestAuditSessions::choose(const QString &name, int column, const QString &text)
{
    if (!m_stage->robot().until(u"a row with \"%1\""_s.arg(text),
                                [&] { return rowOf(name, column, text) >= 0; }))
        return false;
    RowTable *view = table(name);
    const QModelIndex cell = view->model()->index(rowOf(name, column, text), column);
    view->scrollTo(cell);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(cell).center());
    return view->currentIndex().row() == cell.row();
}

void TestAuditSessions::whoIsSignedInIsSeenAndEnded()
{
    STEP(open);
    Robot &robot = m_stage->robot();
    // A second session of karl's, made beside the window.
    QCOMPARE(m_stage->ask("GET", "/admin/v1/me").status, 200);
    DO(robot.click(u"navigation-sessions"_s));
    DO(robot.counts(u"sessionsTable"_s, 2));
    DO(robot.until(u"the own session to be marked"_s,
                   [&] { return rowOf(u"sessionsTable"_s, 5, u"This window"_s) >= 0; }));
    QVERIFY(!robot.find(u"endSession"_s)->isEnabled());
    DO(choose(u"sessionsTable"_s, 2, u"tests"_s));
    Screen::picture(u"40-sessions"_s);
    DO(robot.click(u"endSession"_s));
    DO(robot.sees(u"confirmDialog"_s));
    QVERIFY(robot.words(u"confirmDialog"_s).contains(u"karl"_s));
    Screen::picture(u"41-end-session"_s);
    DO(robot.click(u"confirm"_s));
    DO(robot.counts(u"sessionsTable"_s, 1));

    DO(robot.retype(u"sessionSearch"_s, u"anna"_s));
    DO(robot.reads(u"emptySentence"_s, u"Nobody who is found for “anna” is signed in."_s));
    Screen::picture(u"42-sessions-none"_s);
    DO(robot.click(u"emptyLink"_s));
    DO(robot.counts(u"sessionsTable"_s, 1));

    // One's own last: that is said before, and leads to the sign-in.
    DO(choose(u"sessionsTable"_s, 0, Stage::owner));
    DO(robot.click(u"endAllOfPerson"_s));
    DO(robot.sees(u"confirmDialog"_s));
    QVERIFY(robot.words(u"confirmDialog"_s).contains(u"the one of this window too"_s));
    Screen::picture(u"43-end-own"_s);
    DO(robot.click(u"confirm"_s));
    DO(robot.sees(u"signInDialog"_s));
}

void TestAuditSessions::whatHappensIsSeenCheckedAndExported()
{
    STEP(open);
    DO(m_stage->robot().click(u"navigation-audit"_s));
    DO(m_stage->robot().until(u"the events"_s, [&] {
        return rowOf(u"auditTable"_s, 2, u"Person added"_s) >= 0
               && rowOf(u"auditTable"_s, 2, u"Server set up"_s) >= 0;
    }));
    STEP(seesWhatHappensAtOnce);
    STEP(looksAtOneEvent);
    STEP(filters);
    STEP(verifies);
    STEP(exports);
    STEP(looksInANarrowWindow);
}

void TestAuditSessions::seesWhatHappensAtOnce()
{
    QCOMPARE(rowOf(u"auditTable"_s, 2, u"Sign-in refused"_s), -1);
    QCOMPARE(m_stage->trySignIn(u"anna"_s, u"not-hers"_s).status, 401);
    DO(m_stage->robot().until(u"the refused sign-in on top"_s, [&] {
        return rowOf(u"auditTable"_s, 2, u"Sign-in refused"_s) == 0;
    }));
    Screen::picture(u"44-audit"_s);
}

void TestAuditSessions::looksAtOneEvent()
{
    Robot &robot = m_stage->robot();
    DO(choose(u"auditTable"_s, 2, u"Sign-in refused"_s));
    DO(robot.reads(u"eventTitle"_s, u"Sign-in refused"_s));
    DO(robot.reads(u"eventReason"_s, u"wrong password"_s));
    DO(robot.reads(u"eventTarget"_s, u"anna"_s));
    DO(robot.reads(u"eventAddress"_s, u"127.0.0.1"_s));
    DO(choose(u"auditTable"_s, 2, u"Person added"_s));
    DO(robot.reads(u"eventTitle"_s, u"Person added"_s));
    QVERIFY2(robot.words(u"eventPane"_s).contains(u"nothing → anna"_s),
             qPrintable(robot.words(u"eventPane"_s)));
    Screen::picture(u"45-event"_s);
    DO(robot.click(u"eventClose"_s));
    DO(robot.misses(u"eventPane"_s));
}

void TestAuditSessions::filters()
{
    Robot &robot = m_stage->robot();
    DO(robot.retype(u"personFilter"_s, u"anna"_s));
    DO(robot.until(u"only what concerns anna"_s,
                   [&] { return rowOf(u"auditTable"_s, 2, u"Server set up"_s) < 0; }));
    DO(robot.tabTo(u"actionFilter"_s));
    DO(robot.tabTo(u"resultFilter"_s));
    DO(robot.press(Qt::Key_End));
    DO(robot.counts(u"auditTable"_s, 1));
    Screen::picture(u"46-audit-filtered"_s);
    DO(robot.tabTo(u"timeFilter"_s));
    DO(robot.press(Qt::Key_End));
    DO(robot.sees(u"daysDialog"_s));
    Screen::picture(u"46-days"_s);
    DO(robot.press(Qt::Key_Escape));
    DO(robot.misses(u"daysDialog"_s));
    DO(robot.retype(u"personFilter"_s, u"ann"_s));
    DO(robot.readsPart(u"emptySentence"_s, u"The whole username is needed."_s));
    Screen::picture(u"47-audit-none"_s);
    DO(robot.click(u"clearFilters"_s));
    DO(robot.until(u"every event"_s,
                   [&] { return rowOf(u"auditTable"_s, 2, u"Server set up"_s) >= 0; }));
}

void TestAuditSessions::verifies()
{
    Robot &robot = m_stage->robot();
    DO(robot.click(u"verifyButton"_s));
    DO(robot.sees(u"verdictMessage"_s));
    static const QRegularExpression whole(u"^All \\d+ events are whole\\.$"_s);
    const auto *bar = robot.find<ui::widgets::MessageBar>(u"verdictMessage"_s);
    QVERIFY2(whole.match(bar->text()).hasMatch(), qPrintable(bar->text()));
    Screen::picture(u"48-audit-whole"_s);
}

void TestAuditSessions::exports()
{
    Robot &robot = m_stage->robot();
    const QString path = m_stage->file(u"events.csv"_s);
    DO(robot.click(u"exportButton"_s));
    DO(robot.sees(u"exportFileDialog"_s));
    robot.find<QFileDialog>(u"exportFileDialog"_s)->selectFile(path);
    DO(robot.press(Qt::Key_Return));
    DO(robot.until(u"the file"_s, [&] { return QFile::exists(path); }));
    DO(robot.misses(u"exportDialog"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QVERIFY(lines.constFirst().startsWith("id,at,action,result,"));
    QCOMPARE(int(lines.size()) - 2, table(u"auditTable"_s)->model()->rowCount());
    QVERIFY(lines.at(1).contains(",sign_in.failed,refused,wrong_password,"));
}

void TestAuditSessions::looksInANarrowWindow()
{
    Robot &robot = m_stage->robot();
    robot.find(u"mainWindow"_s)->resize(820, 620);
    Screen::picture(u"49-audit-narrow"_s);
    DO(choose(u"auditTable"_s, 2, u"Person added"_s));
    DO(robot.sees(u"eventBack"_s));
    DO(robot.misses(u"auditTable"_s));
    Screen::picture(u"50-event-narrow"_s);
    DO(robot.press(Qt::Key_Escape));
    DO(robot.sees(u"auditTable"_s));
    DO(robot.click(u"navigation-sessions"_s));
    DO(robot.sees(u"sessionsTable"_s));
    Screen::picture(u"51-sessions-narrow"_s);
}

QTEST_MAIN(TestAuditSessions)
#include "tst_auditsessions.moc"
