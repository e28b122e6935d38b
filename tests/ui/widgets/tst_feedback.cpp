// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/colors.h"
#include "ui/theme/style.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/toast.h"

#include <QtCore/QPointer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

using namespace authdesk::ui;
using namespace authdesk::ui::widgets;
using namespace Qt::StringLiterals;

class TestFeedback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void busyIsQuietAtFirst();
    void busyExplainsAndCancels();
    void barShowsItsButton();
    void emptyStateLeads();
    void toastReplacesItself();
    void chipTakesKeysOnlyWhenItDoesSomething();
    void labelEndsInDotsAndKeepsAll();
    void harmIsNeverTheDefault();
    void harmCanAskForAWord();
};

void TestFeedback::busyIsQuietAtFirst()
{
    QWidget content;
    content.resize(400, 300);
    BusyOverlay busy(&content);
    content.show();
    busy.begin(u"Waiting for acme-prod."_s);
    QVERIFY(busy.isBusy());
    QVERIFY(!busy.isVisible());
    QTRY_VERIFY(busy.isVisible());
    QCOMPARE(busy.size(), content.size());
    QVERIFY(!busy.findChild<QLabel *>(u"busyWhat"_s)->isVisible());
    busy.end();
    QVERIFY(!busy.isVisible());
}

void TestFeedback::busyExplainsAndCancels()
{
    QWidget content;
    content.resize(400, 300);
    BusyOverlay busy(&content);
    QSignalSpy cancelled(&busy, &BusyOverlay::cancelled);
    content.show();
    busy.begin(u"Waiting for acme-prod."_s);
    auto *cancel = busy.findChild<QPushButton *>(u"busyCancel"_s);
    QTRY_VERIFY_WITH_TIMEOUT(cancel->isVisible(), 10000);
    QCOMPARE(busy.findChild<QLabel *>(u"busyWhat"_s)->text(), u"Waiting for acme-prod."_s);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(cancelled.count(), 1);
    QVERIFY(!busy.isVisible());
}

void TestFeedback::barShowsItsButton()
{
    QWidget window;
    MessageBar bar(&window);
    QVERIFY(bar.isHidden());
    QSignalSpy clicked(&bar, &MessageBar::buttonClicked);
    bar.showMessage(MessageBar::Kind::Danger, u"Somebody else changed this."_s, u"Compare"_s);
    QVERIFY(!bar.isHidden());
    bar.findChild<QPushButton *>(u"messageButton"_s)->click();
    QCOMPARE(clicked.count(), 1);
    bar.showMessage(MessageBar::Kind::Info, u"Only you so far."_s);
    QVERIFY(bar.findChild<QPushButton *>(u"messageButton"_s)->isHidden());
    bar.clear();
    QVERIFY(bar.isHidden());
}

void TestFeedback::emptyStateLeads()
{
    EmptyState empty(theme::Icon::Users);
    empty.setSentence(u"Only you so far."_s);
    QVERIFY(empty.primaryButton()->isHidden());
    empty.setPrimary(u"Add user"_s);
    QSignalSpy clicked(&empty, &EmptyState::primaryClicked);
    empty.primaryButton()->click();
    QCOMPARE(clicked.count(), 1);
    QCOMPARE(theme::buttonKind(empty.primaryButton()), theme::ButtonKind::Primary);
}

void TestFeedback::toastReplacesItself()
{
    QWidget window;
    window.resize(600, 400);
    Toast toast(&window);
    window.show();
    toast.showMessage(u"Ben Ode is disabled."_s);
    QVERIFY(toast.isVisible());
    QVERIFY(window.rect().contains(toast.geometry()));
    toast.showMessage(u"Ben Ode is enabled."_s, u"Undo"_s);
    QCOMPARE(toast.text(), u"Ben Ode is enabled."_s);
    QSignalSpy undo(&toast, &Toast::actionClicked);
    toast.findChild<QPushButton *>(u"toastAction"_s)->click();
    QCOMPARE(undo.count(), 1);
    QVERIFY(!toast.isVisible());
}

void TestFeedback::chipTakesKeysOnlyWhenItDoesSomething()
{
    Chip chip(ChipKind::Warning, u"No second factor"_s);
    QCOMPARE(chip.focusPolicy(), Qt::NoFocus);
    chip.setInteractive(true);
    QSignalSpy clicked(&chip, &Chip::clicked);
    chip.show();
    QTest::keyClick(&chip, Qt::Key_Space);
    QCOMPARE(clicked.count(), 1);
    QVERIFY(chip.sizeHint().height() >= 20);
}

void TestFeedback::labelEndsInDotsAndKeepsAll()
{
    ElidedLabel label(u"a-very-long-server-name.example"_s);
    label.resize(60, 20);
    label.grab();
    QCOMPARE(label.toolTip(), u"a-very-long-server-name.example"_s);
    label.resize(600, 20);
    label.grab();
    QCOMPARE(label.toolTip(), QString());
}

static ConfirmDialog::Texts deletion()
{
    return {.title = u"Delete Anna"_s,
            .question = u"Delete Anna?"_s,
            .what = u"This cannot be undone."_s,
            .goes = {u"2 sessions"_s},
            .verb = u"Delete Anna"_s};
}

void TestFeedback::harmIsNeverTheDefault()
{
    QWidget window;
    window.show();
    QPointer<ConfirmDialog> dialog = new ConfirmDialog(deletion(), &window);
    QSignalSpy accepted(dialog, &QDialog::accepted);
    dialog->open();
    QVERIFY(!dialog->verbButton()->isDefault());
    QCOMPARE(theme::buttonKind(dialog->verbButton()), theme::ButtonKind::Danger);
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(accepted.count(), 0);
    QTRY_VERIFY(!dialog);
}

void TestFeedback::harmCanAskForAWord()
{
    QWidget window;
    window.show();
    auto *dialog = new ConfirmDialog(deletion(), &window);
    dialog->requireWord(u"Type anna to go on"_s, u"anna"_s);
    QSignalSpy accepted(dialog, &QDialog::accepted);
    dialog->open();
    QVERIFY(!dialog->verbButton()->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"confirmWord"_s), u"anna"_s);
    QVERIFY(dialog->verbButton()->isEnabled());
    QTest::mouseClick(dialog->verbButton(), Qt::LeftButton);
    QCOMPARE(accepted.count(), 1);
}

QTEST_MAIN(TestFeedback)
#include "tst_feedback.moc"
