// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faketransfergateway.h"
#include "fakeusersgateway.h"

#include "core/base/clock.h"
#include "tests/support/longerlanguage.h"
#include "ui/pages/users/importdialog.h"
#include "ui/pages/users/userspage.h"
#include "ui/theme/theme.h"

#include <QtCore/QMimeData>
#include <QtCore/QTemporaryDir>
#include <QtGui/QDropEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTableView>

using namespace authdesk;
using namespace Qt::StringLiterals;
using test::FakeTransferGateway;
using test::FakeUsersGateway;
using ui::pages::users::ImportDialog;
using ui::pages::users::UsersPage;

class tst_PeopleFiles final : public QObject
{
    Q_OBJECT

private:
    base::SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::ConsoleSettings> m_settings;
    std::unique_ptr<FakeUsersGateway> m_fake;
    std::unique_ptr<FakeTransferGateway> m_transfer;
    std::unique_ptr<workspace::UndoHistory> m_undo;
    std::unique_ptr<UsersPage> m_page;

    void open(const QString &roleSlug = model::superAdminSlug)
    {
        m_undo = std::make_unique<workspace::UndoHistory>(m_fake.get());
        model::User me = m_fake->people.first();
        me.role.slug = roleSlug;
        m_page = std::make_unique<UsersPage>(ui::pages::users::UsersPageContext{
            .users = *m_fake,
            .transfer = m_transfer.get(),
            .many = nullptr,
            .undo = *m_undo,
            .capabilities = gateway::Capability::Users | gateway::Capability::EditUsers
                            | gateway::Capability::Transfer,
            .me = me,
            .serverId = u"old"_s,
            .serverName = u"Acme"_s,
            .address = QUrl(u"http://127.0.0.1:8000"_s),
            .settings = *m_settings,
            .clock = m_clock});
        m_page->resize(1180, 760);
        m_page->show();
        m_page->activated();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void leaveOnlyMe()
    {
        while (m_fake->people.size() > 1)
            m_fake->people.removeLast();
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

    /// The entries of *More*, by name.
    [[nodiscard]] QStringList entries() const
    {
        auto *menu = child<QMenu>(u"moreMenu"_s);
        Q_EMIT menu->aboutToShow();
        QStringList names;
        for (const QAction *action : menu->actions())
            names.append(action->objectName());
        return names;
    }

    void trigger(const QString &entry) const
    {
        QVERIFY(entries().contains(entry));
        child<QMenu>(u"moreMenu"_s)->findChild<QAction *>(entry)->trigger();
    }

    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
        return file.fileName();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<settings::ConsoleSettings>(m_folder->path());
        m_settings->dismissNextList(u"old"_s);
        m_fake.reset(FakeUsersGateway::withFour());
        m_transfer = std::make_unique<FakeTransferGateway>();
    }

    void cleanup() { m_page.reset(); }

    void isNotOfferedWhereTheServerCannot()
    {
        m_transfer.reset();
        leaveOnlyMe();
        open();
        QTRY_COMPARE(child<QLabel>(u"emptySentence"_s)->text(), u"Only you so far."_s);
        QVERIFY(!child<QPushButton>(u"moreButton"_s)->isVisible());
        QVERIFY(!child<QPushButton>(u"emptyLink"_s)->isVisible());
        QVERIFY(!child<QPushButton>(u"emptySecondLink"_s)->isVisible());
    }

    void whoMayOnlyReadExportsOnly()
    {
        leaveOnlyMe();
        open(model::auditorSlug);
        QTRY_COMPARE(child<QLabel>(u"emptySentence"_s)->text(), u"Only you so far."_s);
        QCOMPARE(entries(), QStringList{u"exportPeople"_s});
        QVERIFY(!child<QPushButton>(u"emptyLink"_s)->isVisible());
    }

    void theEmptyListLeadsToBothWaysOfImporting()
    {
        leaveOnlyMe();
        open();
        QTRY_VERIFY(child<QPushButton>(u"emptySecondLink"_s)->isVisible());
        click(u"emptySecondLink"_s);
        QVERIFY(child<QRadioButton>(u"importFromFile"_s)->isChecked());
        QTest::keyClick(child<QDialog>(u"importDialog"_s), Qt::Key_Escape);
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"importDialog"_s));
        // Also while the list is being read again.
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_fake->holdLists = true;
        QTest::keySequence(m_page.get(), QKeySequence::Refresh);
        QTRY_VERIFY(!m_fake->held.isEmpty());
        click(u"emptyLink"_s);
        QVERIFY(child<QRadioButton>(u"importFromTable"_s)->isChecked());
    }

    void theListShowsWhoWasImported()
    {
        open();
        QTRY_COMPARE(child<QTableView>(u"userTable"_s)->model()->rowCount(), 4);
        QSignalSpy announced(m_page.get(), &UsersPage::announced);
        trigger(u"importPeople"_s);
        auto *path = child<QLineEdit>(u"importPath"_s);
        QVERIFY(!child<QPushButton>(u"importGoOn"_s)->isEnabled());
        path->setText(write(u"people.csv"_s, "username\nemil\nfay\n"));
        click(u"importGoOn"_s);
        QTRY_COMPARE(child<QLabel>(u"importTitle"_s)->text(), u"What the import does"_s);
        m_fake->people.append(FakeUsersGateway::person(5, u"Emil"_s, u"Berg"_s, model::userSlug));
        click(u"importGoOn"_s);
        QTRY_COMPARE(child<QLabel>(u"importTitle"_s)->text(), u"The import is finished"_s);
        QTRY_COMPARE(child<QTableView>(u"userTable"_s)->model()->rowCount(), 5);
        QCOMPARE(announced.size(), 1);
        click(u"importGoOn"_s);
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"importDialog"_s));
    }

    void saysBesideTheFieldWhatIsWrong()
    {
        open();
        trigger(u"importPeople"_s);
        auto *path = child<QLineEdit>(u"importPath"_s);
        const auto errorBeside = [](const QWidget *field) {
            const QWidget *parent = field->parentWidget();
            while (!parent->findChild<QLabel *>(u"fieldError"_s))
                parent = parent->parentWidget();
            return parent->findChild<QLabel *>(u"fieldError"_s)->text();
        };
        path->setText(write(u"shoes.csv"_s, "shoe size\n44\n"));
        click(u"importGoOn"_s);
        QTRY_VERIFY(errorBeside(path).startsWith(u"The first line must name the columns"_s));
        QTest::keyClicks(path, u"x"_s); // editing clears it
        QVERIFY(errorBeside(path).isEmpty());
        child<QRadioButton>(u"importFromTable"_s)->click();
        auto *table = child<QPlainTextEdit>(u"importTable"_s);
        QVERIFY(table->isVisible() && !path->isVisible());
        table->setPlainText(u"Anna\tKovac"_s);
        click(u"importGoOn"_s);
        QTRY_VERIFY(errorBeside(table).startsWith(u"The first line must name the columns"_s));
        QVERIFY(m_transfer->calls.isEmpty());
    }

    void takesAFileThatIsDropped()
    {
        open();
        trigger(u"importPeople"_s);
        auto *dialog = child<ImportDialog>(u"importDialog"_s);
        QMimeData data;
        data.setUrls({QUrl(u"http://elsewhere.example/people.csv"_s)});
        QDragEnterEvent foreign({}, Qt::CopyAction, &data, Qt::LeftButton, {});
        foreign.ignore();
        QApplication::sendEvent(dialog, &foreign);
        QVERIFY(!foreign.isAccepted());
        data.setUrls({QUrl::fromLocalFile(u"/tmp/people.csv"_s)});
        QDragEnterEvent enter({}, Qt::CopyAction, &data, Qt::LeftButton, {});
        enter.ignore();
        QApplication::sendEvent(dialog, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(dialog, &drop);
        QCOMPARE(child<QLineEdit>(u"importPath"_s)->text(), u"/tmp/people.csv"_s);
    }

    void followsTheLanguageAndHasPlaceForLongWords()
    {
        open();
        trigger(u"importPeople"_s);
        const auto hasPlace = [this] {
            const auto *dialog = child<QDialog>(u"importDialog"_s);
            const QList<QAbstractButton *> buttons = dialog->findChildren<QAbstractButton *>();
            return std::ranges::all_of(buttons, [dialog](const QAbstractButton *button) {
                const QPoint end = button->mapTo(dialog, button->rect().bottomRight());
                return !button->isVisible()
                       || (tests::LongerLanguage::isOfIt(button->text())
                           && button->width() >= button->sizeHint().width()
                           && dialog->rect().contains(end));
            });
        };
        const tests::LongerLanguage longer;
        QTRY_VERIFY(hasPlace());
        QVERIFY(tests::LongerLanguage::isOfIt(child<QLabel>(u"importTitle"_s)->text()));
        child<QLineEdit>(u"importPath"_s)
            ->setText(write(u"people.csv"_s, "username,shoe size\nemil,44\nbad,45\n"));
        click(u"importGoOn"_s);
        QTRY_VERIFY(child<QTableView>(u"refusedRows"_s)->isVisible());
        QTRY_VERIFY(hasPlace());
        const auto *refused = child<QTableView>(u"refusedRows"_s);
        QVERIFY(tests::LongerLanguage::isOfIt(
            refused->model()->headerData(2, Qt::Horizontal).toString()));
        QVERIFY(tests::LongerLanguage::isOfIt(child<QLabel>(u"importNotes"_s)->text()));
        QVERIFY(!refused->accessibleName().isEmpty());
    }

    void closingStopsAnImportFirst()
    {
        open();
        trigger(u"importPeople"_s);
        child<QLineEdit>(u"importPath"_s)->setText(write(u"people.csv"_s, "username\nemil\n"));
        click(u"importGoOn"_s);
        QTRY_COMPARE(child<QPushButton>(u"importGoOn"_s)->text(), u"Import 1 people"_s);
        m_transfer->holdCalls = true;
        click(u"importGoOn"_s);
        QTRY_VERIFY(m_transfer->isAsked());
        auto *dialog = child<QDialog>(u"importDialog"_s);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(dialog->isVisible());
        QVERIFY(child<QLabel>(u"importFar"_s)->text().startsWith(u"It stops after"_s));
        QVERIFY(!child<QPushButton>(u"importCancel"_s)->isEnabled());
        m_transfer->refuseNext = base::Error{.code = base::ErrorCode::Unreachable,
                                             .message = u"Acme cannot be reached."_s};
        m_transfer->answerCall();
        QTRY_COMPARE(child<QPushButton>(u"importCancel"_s)->text(), u"Close"_s);
        const QString told = child<QLabel>(u"messageText"_s)->text();
        QVERIFY2(child<QWidget>(u"importMessage"_s)
                     ->findChild<QLabel *>(u"messageText"_s)
                     ->text()
                     .contains(u"up to line 2"_s),
                 qPrintable(told));
        QCOMPARE(child<QPushButton>(u"importGoOn"_s)->text(), u"Continue"_s);
        click(u"importCancel"_s);
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"importDialog"_s));
    }

    void exportsThoseWhomTheListShows()
    {
        open();
        QTRY_COMPARE(child<QTableView>(u"userTable"_s)->model()->rowCount(), 4);
        click(u"quickLocked"_s);
        QTRY_COMPARE(child<QTableView>(u"userTable"_s)->model()->rowCount(), 1);
        QSignalSpy announced(m_page.get(), &UsersPage::announced);
        trigger(u"exportPeople"_s);
        QVERIFY(child<QRadioButton>(u"exportFound"_s)->isChecked());
        child<QComboBox>(u"exportFormat"_s)->setCurrentIndex(1);
        click(u"exportGoOn"_s);
        auto *files = child<QFileDialog>(u"exportPeopleFileDialog"_s);
        auto *name = files->findChild<QLineEdit *>(u"fileNameEdit"_s);
        QVERIFY(name->text().startsWith(u"Acme people "_s) && name->text().endsWith(u".json"_s));
        const QString path = m_folder->filePath(u"locked.json"_s);
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(m_transfer->exportSink);
        QVERIFY(m_transfer->exported.status == model::UserStatus::Locked);
        QVERIFY(m_transfer->exportedAs == gateway::ExportFormat::Json);
        QVERIFY(m_transfer->exportSink("{}", 2));
        m_transfer->finishExport();
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"exportDialog"_s));
        QCOMPARE(announced.size(), 1);
        QCOMPARE(QFileInfo(path).size(), 2);
    }

    void exportsEverybodyWhereThatIsChosen()
    {
        open();
        QTRY_COMPARE(child<QTableView>(u"userTable"_s)->model()->rowCount(), 4);
        click(u"quickLocked"_s);
        QTRY_COMPARE(child<QTableView>(u"userTable"_s)->model()->rowCount(), 1);
        trigger(u"exportPeople"_s);
        child<QRadioButton>(u"exportEverybody"_s)->click();
        click(u"exportGoOn"_s);
        auto *files = child<QFileDialog>(u"exportPeopleFileDialog"_s);
        auto *name = files->findChild<QLineEdit *>(u"fileNameEdit"_s);
        name->setText(m_folder->filePath(u"all.csv"_s));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(m_transfer->exportSink);
        QVERIFY(m_transfer->exported == gateway::UserQuery{});
        m_transfer->finishExport();
    }
};

QTEST_MAIN(tst_PeopleFiles)
#include "tst_peoplefiles.moc"
