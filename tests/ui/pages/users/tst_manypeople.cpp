// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakemanyusersgateway.h"

#include "core/base/clock.h"
#include "ui/pages/users/userspage.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using model::BulkAction;
using model::UserStatus;
using test::FakeManyUsersGateway;
using test::FakeUsersGateway;
using ui::pages::users::UsersPage;

class tst_ManyPeople final : public QObject
{
    Q_OBJECT

private:
    base::SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::ConsoleSettings> m_settings;
    std::unique_ptr<FakeUsersGateway> m_fake;
    std::unique_ptr<FakeManyUsersGateway> m_many;
    std::unique_ptr<workspace::UndoHistory> m_undo;
    std::unique_ptr<UsersPage> m_page;

    void open(bool isShort = true)
    {
        m_undo = std::make_unique<workspace::UndoHistory>(m_fake.get());
        m_page = std::make_unique<UsersPage>(ui::pages::users::UsersPageContext{
            .users = *m_fake,
            .transfer = nullptr,
            .many = m_many.get(),
            .undo = *m_undo,
            .capabilities = gateway::Capability::Users | gateway::Capability::EditUsers,
            .me = m_fake->people.first(),
            .serverId = u"old"_s,
            .serverName = u"Acme"_s,
            .address = QUrl(u"http://127.0.0.1:8000"_s),
            .settings = *m_settings,
            .clock = m_clock});
        m_page->resize(1180, 760);
        m_page->show();
        m_page->activated();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        if (isShort)
            QTRY_COMPARE(table()->model()->rowCount(), int(m_fake->people.size()));
    }

    template <typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        auto *found = m_page->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    void click(const QString &name) const
    {
        auto *button = child<QPushButton>(name);
        if (!button->isVisible() || !button->isEnabled())
            qFatal("%s cannot be clicked", qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }

    [[nodiscard]] QTableView *table() const { return child<QTableView>(u"userTable"_s); }

    void clickRow(int row, Qt::KeyboardModifiers keys = {}) const
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, keys,
                          table()->visualRect(table()->model()->index(row, 0)).center());
    }

    void trigger(const QString &menu, const QString &entry) const
    {
        auto *opened = child<QMenu>(menu);
        Q_EMIT opened->aboutToShow();
        auto *action = opened->findChild<QAction *>(entry);
        QVERIFY(action);
        action->trigger();
    }

    [[nodiscard]] QString question() const
    {
        QStringList lines;
        for (const QLabel *label : child<QDialog>(u"confirmDialog"_s)->findChildren<QLabel *>())
            lines.append(label->text());
        return lines.join(u'\n');
    }

    void confirm() const
    {
        QTest::mouseClick(
            child<QDialog>(u"confirmDialog"_s)->findChild<QPushButton *>(u"confirm"_s),
            Qt::LeftButton);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<settings::ConsoleSettings>(m_folder->path());
        m_settings->dismissNextList(u"old"_s);
        m_fake.reset(FakeUsersGateway::withFour());
        m_many = std::make_unique<FakeManyUsersGateway>(m_fake.get());
    }

    void cleanup() { m_page.reset(); }

    void oneAtATimeWhereTheServerCannot()
    {
        m_many.reset();
        open();
        clickRow(1);
        clickRow(2, Qt::ControlModifier);
        QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
        QVERIFY(!m_page->findChild<QWidget *>(u"selectionBar"_s));
    }

    void thePaneCountsThem()
    {
        open();
        QVERIFY(!child<QWidget>(u"selectionBar"_s)->isVisible());
        clickRow(1);
        QTRY_VERIFY(child<QWidget>(u"personPane"_s)->isVisible());
        QCOMPARE(child<QLabel>(u"selectedCount"_s)->text(), u"1 of 4 selected"_s);
        clickRow(3, Qt::ShiftModifier);
        QTRY_VERIFY(child<QWidget>(u"manyPane"_s)->isVisible());
        QVERIFY(!child<QWidget>(u"personPane"_s)->isVisible());
        QVERIFY(child<QLabel>(u"manyPane"_s)->text().startsWith(u"3 people are selected."_s));
        QCOMPARE(child<QLabel>(u"selectedCount"_s)->text(), u"3 of 4 selected"_s);
        clickRow(2);
        QTRY_VERIFY(child<QWidget>(u"personPane"_s)->isVisible());
        QVERIFY(!child<QWidget>(u"manyPane"_s)->isVisible());
    }

    void areSelectedByKeys()
    {
        open();
        clickRow(1);
        QTest::keyClick(table(), Qt::Key_Down, Qt::ControlModifier);
        QTest::keyClick(table(), Qt::Key_Down, Qt::ControlModifier);
        QTest::keyClick(table(), Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(child<QLabel>(u"selectedCount"_s)->text(), u"2 of 4 selected"_s);
        QTest::keySequence(table(), QKeySequence::SelectAll);
        QCOMPARE(child<QLabel>(u"selectedCount"_s)->text(), u"4 selected"_s);
        // Enter is for one.
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(!child<QWidget>(u"personPane"_s)->isVisible());
    }

    void everybodyOfALongListIsSelectedByOneButton()
    {
        for (int i = 5; i <= 250; ++i)
            m_fake->people.append(
                FakeUsersGateway::person(i, u"P%1"_s.arg(i), u"X"_s, model::userSlug));
        open(false);
        QTRY_VERIFY(table()->model()->rowCount() > 0);
        QVERIFY(table()->model()->canFetchMore({}));
        clickRow(1);
        QVERIFY(!child<QPushButton>(u"selectEverybody"_s)->isVisible());
        QTest::keySequence(table(), QKeySequence::SelectAll);
        QTRY_COMPARE(child<QPushButton>(u"selectEverybody"_s)->text(), u"Select all 250"_s);
        click(u"selectEverybody"_s);
        QTRY_COMPARE(child<QLabel>(u"selectedCount"_s)->text(), u"250 selected"_s);
        QVERIFY(!child<QPushButton>(u"selectEverybody"_s)->isVisible());
    }

    void aDraftStaysOnTheScreen()
    {
        open();
        clickRow(1);
        QTRY_VERIFY(child<QWidget>(u"personPane"_s)->isVisible());
        QTest::keyClicks(child<QLineEdit>(u"firstName"_s), u"x"_s);
        clickRow(2, Qt::ControlModifier);
        QCOMPARE(child<QLabel>(u"selectedCount"_s)->text(), u"2 of 4 selected"_s);
        QVERIFY(child<QWidget>(u"personPane"_s)->isVisible());
    }

    void disablesThemAndTakesItBack()
    {
        m_fake->people[2].status = UserStatus::Active;
        open();
        QSignalSpy undoable(m_page.get(), &UsersPage::announcedUndoable);
        table()->selectAll();
        click(u"disableMany"_s);
        QVERIFY2(question().contains(u"Disable 3 people on Acme?"_s), qPrintable(question()));
        QVERIFY(question().contains(u"You are selected too, and are left out."_s));
        confirm();
        QTRY_COMPARE(undoable.size(), 1);
        QCOMPARE(undoable.first().first().toString(), u"3 people are disabled on Acme."_s);
        QCOMPARE(m_many->calls.size(), 1);
        QCOMPARE(m_many->calls.first().ids, QList<qint64>({2, 3, 4}));
        QVERIFY(m_fake->byId(1)->status == UserStatus::Active);
        QVERIFY(m_fake->byId(3)->status == UserStatus::Disabled);
        QSignalSpy together(m_undo.get(), &workspace::UndoHistory::undoneTogether);
        m_undo->undoNewest(m_clock.now());
        QTRY_COMPARE(together.size(), 1);
        QCOMPARE(together.first().first().toInt(), 3);
        for (const qint64 id : {2, 3, 4})
            QVERIFY(m_fake->byId(id)->status == UserStatus::Active);
        QVERIFY(!m_undo->newest(m_clock.now()));
    }

    void givesThemARole()
    {
        open();
        clickRow(1);
        clickRow(2, Qt::ControlModifier);
        trigger(u"roleManyMenu"_s, u"give_auditor"_s);
        QVERIFY(question().contains(u"“Auditor”"_s));
        confirm();
        QTRY_COMPARE(m_fake->byId(2)->role.slug, QString(model::auditorSlug));
        QCOMPARE(m_fake->byId(3)->role.slug, QString(model::auditorSlug));
        QVERIFY(m_many->calls.first().order.action == BulkAction::SetRole);
    }

    void deletesThem()
    {
        open();
        clickRow(1);
        QTRY_VERIFY(child<QWidget>(u"personPane"_s)->isVisible());
        clickRow(2, Qt::ControlModifier);
        QSignalSpy announced(m_page.get(), &UsersPage::announced);
        trigger(u"moreManyMenu"_s, u"many_delete"_s);
        QVERIFY(question().contains(u"This cannot be undone."_s));
        confirm();
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QCOMPARE(announced.size(), 1);
        QVERIFY(!child<QWidget>(u"selectionBar"_s)->isVisible());
    }

    void saysWhoIsRefusedAndWhy()
    {
        m_many->refuse.insert(3, {.code = ErrorCode::Forbidden, .message = u"Not this one."_s});
        open();
        clickRow(1);
        clickRow(3, Qt::ShiftModifier);
        click(u"disableMany"_s);
        confirm();
        auto *dialog = child<QDialog>(u"manyDialog"_s);
        QTRY_VERIFY(dialog->isVisible());
        auto *refused = child<QTableView>(u"manyRefused"_s);
        QCOMPARE(refused->model()->rowCount(), 1);
        QCOMPARE(refused->model()->index(0, 0).data().toString(), u"Cho Min"_s);
        QCOMPARE(refused->model()->index(0, 1).data().toString(), u"Not this one."_s);
        click(u"manyClose"_s);
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"manyDialog"_s));
    }

    void isStoppedByEscape()
    {
        m_many->holdCalls = true;
        open();
        clickRow(1);
        clickRow(3, Qt::ShiftModifier);
        click(u"disableMany"_s);
        confirm();
        QTRY_VERIFY(child<QDialog>(u"manyDialog"_s)->isVisible()); // it takes long
        QTest::keyClick(child<QDialog>(u"manyDialog"_s), Qt::Key_Escape);
        QVERIFY(!child<QPushButton>(u"manyClose"_s)->isEnabled());
        m_many->refuseNext = base::Error{.code = ErrorCode::Unreachable, .message = u"Gone."_s};
        m_many->answerCall();
        QTRY_COMPARE(child<QPushButton>(u"manyClose"_s)->text(), u"Close"_s);
        QVERIFY(child<QWidget>(u"manyMessage"_s)
                    ->findChild<QLabel *>(u"messageText"_s)
                    ->text()
                    .contains(u"3 people were not dealt with"_s));
    }

    void oneselfAloneIsNotMeant()
    {
        open();
        clickRow(0);
        QSignalSpy announced(m_page.get(), &UsersPage::announced);
        click(u"disableMany"_s);
        QCOMPARE(announced.size(), 1);
        QVERIFY(!m_page->findChild<QDialog *>(u"confirmDialog"_s));
        QVERIFY(m_many->calls.isEmpty());
    }
};

QTEST_MAIN(tst_ManyPeople)
#include "tst_manypeople.moc"
