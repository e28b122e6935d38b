// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeauditgateway.h"

#include "core/base/clock.h"
#include "tests/support/longerlanguage.h"
#include "ui/pages/audit/auditpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/exportdialog.h"
#include "ui/widgets/keysettable.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rowtable.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

using namespace authdesk;
using namespace Qt::StringLiterals;
using test::FakeAuditGateway;
using ui::pages::audit::AuditPage;
using ui::widgets::MessageBar;
using ui::widgets::RowTable;

class tst_AuditPage final : public QObject
{
    Q_OBJECT

private:
    base::SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeAuditGateway> m_fake;
    std::unique_ptr<AuditPage> m_page;

    void open(int width = 1180)
    {
        m_page = std::make_unique<AuditPage>(ui::pages::audit::AuditPageContext{
            .audit = *m_fake, .serverName = u"Acme"_s, .clock = m_clock});
        m_page->resize(width, 760);
        m_page->show();
        m_page->activated();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
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

    [[nodiscard]] RowTable *table() const { return child<RowTable>(u"auditTable"_s); }

    [[nodiscard]] ui::widgets::ExportDialog *exportDialog() const
    {
        return new ui::widgets::ExportDialog(
            {.title = u"Export events"_s, .what = u"To %1."_s, .waiting = u"Wait."_s},
            [this](gateway::ExportFormat format, const gateway::ExportSink &sink) {
                return m_fake->exportTo({}, format, sink);
            },
            m_page.get());
    }

    void choose(int row) const
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(table()->model()->index(row, 0)).center());
    }

    /// Chooses an entry of a box by keys, as by its data.
    void select(const QString &box, const QVariant &data) const
    {
        auto *combo = child<QComboBox>(box);
        combo->setFocus();
        const int wanted = combo->findData(data);
        QVERIFY(wanted >= 0);
        for (int i = 0; combo->currentIndex() != wanted && i < combo->count(); ++i)
            QTest::keyClick(combo, combo->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
        QCOMPARE(combo->currentIndex(), wanted);
    }

    [[nodiscard]] QString fact(const QString &name) const
    {
        QString text = child<QLabel>(name)->text();
        return text.remove(QChar(0x200b));
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_fake = std::make_unique<FakeAuditGateway>();
        m_fake->fill(5);
    }

    void cleanup() { m_page.reset(); }

    void readsOnWhileOneScrolls()
    {
        m_fake->events.clear();
        m_fake->fill(260);
        open();
        QCOMPARE(table()->model()->rowCount(), 100);
        for (int i = 0; i < 3; ++i) {
            table()->scrollToBottom();
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(table()->model()->rowCount(), 260);
    }

    void theChosenEventIsShownWithOldAndNew()
    {
        m_fake->events[0].changes = {
            {u"role"_s, QJsonObject{{u"old"_s, u"user"_s}, {u"new"_s, u"admin"_s}}}};
        open();
        QVERIFY(!child<QWidget>(u"eventPane"_s)->isVisible());
        choose(0);
        QTRY_VERIFY(child<QWidget>(u"eventPane"_s)->isVisible());
        QCOMPARE(fact(u"eventTitle"_s), u"Person changed"_s);
        QCOMPARE(fact(u"eventActor"_s), u"karl"_s);
        QCOMPARE(fact(u"eventTarget"_s), u"anna"_s);
        QCOMPARE(fact(u"eventChange"_s), u"User → Admin"_s);
        QCOMPARE(child<QLabel>(u"eventChange"_s)->accessibleName(), u"Role: User → Admin"_s);
        QVERIFY(!m_page->findChild<QLabel *>(u"eventReason"_s)); // it was not refused
        click(u"copyEvent"_s);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY(copied.contains(u"Role: User → Admin"_s) && copied.contains(u"Request: 0123"_s));
    }

    void arrowKeysLeadThroughTheEventsAndEscapeCloses()
    {
        m_fake->events[1] = FakeAuditGateway::event(4, u"sign_in.failed"_s);
        m_fake->events[1].result = u"refused"_s;
        m_fake->events[1].reason = u"wrong_password"_s;
        open();
        QTest::keyClick(child<QLineEdit>(u"personFilter"_s), Qt::Key_Down);
        QTRY_COMPARE(fact(u"eventTitle"_s), u"Person changed"_s);
        QTest::keyClick(table(), Qt::Key_Down);
        QTRY_COMPARE(fact(u"eventTitle"_s), u"Sign-in refused"_s);
        QCOMPARE(fact(u"eventReason"_s), u"wrong password"_s);
        auto *close = child<QPushButton>(u"eventClose"_s);
        close->setFocus();
        QTest::keyClick(close, Qt::Key_Escape);
        QTRY_VERIFY(!child<QWidget>(u"eventPane"_s)->isVisible());
        QVERIFY(table()->hasFocus());
    }

    void inANarrowWindowTheEventTakesThePlaceOfTheList()
    {
        open(860);
        choose(0);
        QTRY_VERIFY(child<QWidget>(u"eventPane"_s)->isVisible());
        QVERIFY(!table()->isVisible());
        click(u"eventBack"_s);
        QTRY_VERIFY(table()->isVisible());
    }

    void filtersAreReachedByKeysAndTakenAwayByOneClick()
    {
        open();
        QVERIFY(!child<QWidget>(u"clearFilters"_s)->isVisible());
        select(u"resultFilter"_s, u"refused"_s);
        QCOMPARE(m_fake->queries.constLast().result, u"refused"_s);
        QCOMPARE(child<QLabel>(u"emptySentence"_s)->text(), u"No event fits these filters."_s);
        select(u"actionFilter"_s, u"sign_in."_s);
        QCOMPARE(m_fake->queries.constLast().action, u"sign_in."_s);
        select(u"timeFilter"_s, 1);
        QVERIFY(m_fake->queries.constLast().from);
        QTest::keyClicks(child<QLineEdit>(u"personFilter"_s), u"anna"_s);
        QTest::keyClick(child<QLineEdit>(u"personFilter"_s), Qt::Key_Return);
        QCOMPARE(m_fake->queries.constLast().person, u"anna"_s);
        // The button in the field that clears it goes by this signal.
        QSignalSpy emptied(child<QLineEdit>(u"personFilter"_s), &QLineEdit::textChanged);
        click(u"clearFilters"_s);
        QCOMPARE(emptied.size(), 1);
        QCOMPARE(m_fake->queries.constLast(), gateway::AuditQuery());
        QVERIFY(child<QLineEdit>(u"personFilter"_s)->text().isEmpty());
        QCOMPARE(child<QComboBox>(u"resultFilter"_s)->currentIndex(), 0);
        QCOMPARE(table()->model()->rowCount(), 5);
    }

    void twoDaysAreAskedForInADialog()
    {
        open();
        auto *box = child<QComboBox>(u"timeFilter"_s);
        const QString any = box->currentText();
        const auto askForDays = [&] {
            box->setFocus();
            QTest::keyClick(box, Qt::Key_End);
            QTRY_VERIFY(m_page->findChild<QDialog *>(u"daysDialog"_s));
        };
        askForDays();
        QTest::keyClick(child<QDialog>(u"daysDialog"_s), Qt::Key_Escape);
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"daysDialog"_s));
        QCOMPARE(box->currentText(), any); // nothing was chosen
        askForDays();
        child<QDateEdit>(u"firstDay"_s)->setDate({2027, 3, 1});
        child<QDateEdit>(u"lastDay"_s)->setDate({2027, 3, 1});
        QTest::mouseClick(child<QPushButton>(u"showDays"_s), Qt::LeftButton);
        QTRY_COMPARE(m_fake->queries.constLast().from, QDate(2027, 3, 1).startOfDay());
        QCOMPARE(m_fake->queries.constLast().until, QDate(2027, 3, 2).startOfDay());
        QCOMPARE(box->currentText(), QLocale().toString(QDate(2027, 3, 1), QLocale::ShortFormat));
        QVERIFY(!child<QPushButton>(u"liveButton"_s)->isChecked()
                || QDate::currentDate() <= QDate(2027, 3, 1));
    }

    void newEventsComeInAtTheTopWithoutMovingWhatOneReads()
    {
        m_fake->events.clear();
        m_fake->fill(90);
        open();
        QTRY_COMPARE(m_fake->openWaits(), 1);
        m_fake->happen(FakeAuditGateway::event(91));
        QTRY_COMPARE(table()->model()->rowCount(), 91);
        QCOMPARE(table()->verticalScrollBar()->value(), 0); // at the top the newest is seen
        table()->verticalScrollBar()->setValue(320);
        const QModelIndex read = table()->indexAt({5, 5});
        const qint64 id = read.data(ui::widgets::KeysetTable::IdRole).toLongLong();
        QTRY_COMPARE(m_fake->openWaits(), 1);
        m_fake->happen(FakeAuditGateway::event(92));
        QTRY_COMPARE(table()->model()->rowCount(), 92);
        QCOMPARE(table()->indexAt({5, 5}).data(ui::widgets::KeysetTable::IdRole).toLongLong(), id);
    }

    void theSwitchEndsFollowing()
    {
        open();
        QTRY_COMPARE(m_fake->openWaits(), 1);
        QVERIFY(child<QPushButton>(u"liveButton"_s)->isChecked());
        click(u"liveButton"_s);
        QCOMPARE(m_fake->openWaits(), 0);
        m_page->hide();
        m_page->show();
        QCOMPARE(m_fake->openWaits(), 0);
        click(u"liveButton"_s);
        QCOMPARE(m_fake->openWaits(), 1);
        m_page->hide();
        QCOMPARE(m_fake->openWaits(), 0); // nobody looks
    }

    void verifySaysInWordsWhatIsSo()
    {
        open();
        click(u"verifyButton"_s);
        auto *bar = child<MessageBar>(u"verdictMessage"_s);
        QTRY_COMPARE(bar->text(), u"All 1,204 events are whole."_s);
        QVERIFY(bar->kind() == MessageBar::Kind::Good);
        m_fake->verdict = {.whole = false, .checked = 16, .brokenAt = 17};
        click(u"verifyButton"_s);
        QTRY_VERIFY(bar->text().contains(u"broken at event 17"_s));
        QVERIFY(bar->kind() == MessageBar::Kind::Danger);
        m_fake->refuse.insert(u"verify"_s, {.code = base::ErrorCode::Forbidden, .message = {}});
        click(u"verifyButton"_s);
        QTRY_VERIFY(bar->text().contains(u"were not checked"_s));
    }

    void aFailureIsSaidBesideTheListWithAWayToTryAgain()
    {
        m_fake->refuse.insert(u"list"_s, {.code = base::ErrorCode::Forbidden, .message = {}});
        open();
        auto *bar = child<MessageBar>(u"auditMessage"_s);
        QTRY_COMPARE(bar->text(), u"Your role does not allow this."_s);
        QTest::mouseClick(bar->findChild<QPushButton *>(u"messageButton"_s), Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 5);
        QVERIFY(!bar->isVisible());
    }

    void writesTheFileThatTheFiltersDescribe()
    {
        open();
        select(u"resultFilter"_s, u"ok"_s);
        QSignalSpy announced(m_page.get(), &AuditPage::announced);
        click(u"exportButton"_s);
        auto *files = child<QFileDialog>(u"exportFileDialog"_s);
        const QString path = m_folder->filePath(u"events.csv"_s);
        auto *name = files->findChild<QLineEdit *>(u"fileNameEdit"_s);
        QVERIFY(name->text().startsWith(u"Acme audit "_s));
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(m_page->findChild<QDialog *>(u"exportDialog"_s));
        QCOMPARE(m_fake->exported.result, u"ok"_s);
        QVERIFY(m_fake->exportSink(QByteArray(1000, 'a'), 4000));
        auto *bar = child<QProgressBar>(u"exportProgress"_s);
        QTRY_COMPARE(bar->value() * 4, bar->maximum());
        QVERIFY(child<QLabel>(u"exportCount"_s)->text().contains(u" of "_s));
        QVERIFY(m_fake->exportSink(QByteArray(3000, 'a'), 4000));
        m_fake->finishExport();
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"exportDialog"_s));
        QCOMPARE(announced.size(), 1);
        QCOMPARE(QFileInfo(path).size(), 4000);
    }

    void anExportIsCancelledByItsButtonAndByEscape()
    {
        open();
        for (const bool byKey : {false, true}) {
            auto *dialog = exportDialog();
            dialog->open();
            dialog->start(m_folder->filePath(u"events.csv"_s));
            QVERIFY(m_fake->exportSink("some", 4000));
            if (byKey)
                QTest::keyClick(dialog, Qt::Key_Escape);
            else
                click(u"cancelExport"_s);
            QTRY_VERIFY(!m_page->findChild<QDialog *>(u"exportDialog"_s));
            QVERIFY(m_fake->exportPromise->future().isCanceled());
            QVERIFY(QDir(m_folder->path()).isEmpty());
        }
    }

    void anExportThatFailsSaysWhy()
    {
        open();
        auto *dialog = exportDialog();
        dialog->open();
        dialog->start(m_folder->filePath(u"events.csv"_s));
        m_fake->finishExport(base::fail(base::ErrorCode::Busy));
        auto *bar = child<MessageBar>(u"exportMessage"_s);
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(child<QPushButton>(u"cancelExport"_s)->text(), u"Close"_s);
        click(u"cancelExport"_s);
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"exportDialog"_s));
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void followsTheLanguageAndHasPlaceForLongWords()
    {
        open(764); // what the navigation leaves of the least window
        select(u"resultFilter"_s, u"ok"_s);
        const tests::LongerLanguage longer;
        const QList<QAbstractButton *> buttons = m_page->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (!button->isVisible() || button->text().isEmpty()
                || qobject_cast<const ui::widgets::Chip *>(button))
                continue;
            QVERIFY2(tests::LongerLanguage::isOfIt(button->text()), qPrintable(button->text()));
            QTRY_VERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
            QVERIFY2(
                m_page->rect().contains(button->mapTo(m_page.get(), button->rect().bottomRight())),
                qPrintable(button->text()));
        }
        QVERIFY(tests::LongerLanguage::isOfIt(child<QLabel>(u"pageTitle"_s)->text()));
        QVERIFY(tests::LongerLanguage::isOfIt(
            table()->model()->headerData(0, Qt::Horizontal).toString()));
        const auto *actions = child<QComboBox>(u"actionFilter"_s);
        for (int i = 0; i < actions->count(); ++i) {
            const QString text = actions->itemText(i);
            QVERIFY2(text.isEmpty() || tests::LongerLanguage::isOfIt(text), qPrintable(text));
        }
        QCOMPARE(child<QComboBox>(u"resultFilter"_s)->currentData().toString(), u"ok"_s);
        QCOMPARE(m_fake->queries.constLast().result, u"ok"_s);
        choose(0);
        QVERIFY(tests::LongerLanguage::isOfIt(fact(u"eventTitle"_s)));
    }

    void everythingThatTakesKeysHasAName()
    {
        m_fake->events[0].changes = {{u"role"_s, QJsonObject{{u"old"_s, u"user"_s}}}};
        open();
        choose(0);
        const QList<QWidget *> widgets = m_page->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus)
                || qobject_cast<const QScrollBar *>(widget))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     qPrintable(widget->objectName()
                                + QString::fromLatin1(widget->metaObject()->className())));
        }
    }

    void nothingOfALongValueIsLost()
    {
        const QString word(200, u'W');
        m_fake->events[0].actorName = word;
        m_fake->events[0].changes = {{u"first_name"_s, QJsonObject{{u"new"_s, word}}}};
        open();
        choose(0);
        QTRY_COMPARE(fact(u"eventActor"_s), word);
        const auto *pane = child<QWidget>(u"eventPane"_s);
        const auto *label = child<QLabel>(u"eventChange"_s);
        QTRY_VERIFY(label->mapTo(pane, QPoint(label->width(), 0)).x() <= pane->width());
        QVERIFY(label->height() >= label->heightForWidth(label->width()));
    }
};

QTEST_MAIN(tst_AuditPage)
#include "tst_auditpage.moc"
