// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakesessionsgateway.h"

#include "core/base/clock.h"
#include "tests/support/longerlanguage.h"
#include "ui/pages/sessions/sessionspage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rowtable.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

using namespace authdesk;
using namespace Qt::StringLiterals;
using test::FakeSessionsGateway;
using ui::pages::sessions::SessionsPage;
using ui::widgets::RowTable;

class tst_SessionsPage final : public QObject
{
    Q_OBJECT

private:
    base::SystemClock m_clock;
    model::User m_me;
    std::unique_ptr<FakeSessionsGateway> m_fake;
    std::unique_ptr<SessionsPage> m_page;

    void open(int width = 1000)
    {
        m_page = std::make_unique<SessionsPage>(ui::pages::sessions::SessionsPageContext{
            .sessions = *m_fake, .me = m_me, .serverName = u"Acme"_s, .clock = m_clock});
        m_page->resize(width, 700);
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

    [[nodiscard]] RowTable *table() const { return child<RowTable>(u"sessionsTable"_s); }

    void choose(int row) const
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(table()->model()->index(row, 0)).center());
    }

    /// Everything that the question before the harm says.
    [[nodiscard]] QString question() const
    {
        const auto *dialog = child<QDialog>(u"confirmDialog"_s);
        QString words = dialog->windowTitle();
        const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            words += u'\n' + label->text();
        return words;
    }

    void answer(const QString &button) const
    {
        QTest::mouseClick(child<QDialog>(u"confirmDialog"_s)->findChild<QPushButton *>(button),
                          Qt::LeftButton);
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"confirmDialog"_s));
    }

private Q_SLOTS:
    void init()
    {
        m_me.id = 1;
        m_me.username = u"karl"_s;
        m_me.role.slug = model::superAdminSlug;
        m_fake = FakeSessionsGateway::withFive();
    }

    void cleanup() { m_page.reset(); }

    void endsTheChosenSessionAfterAsking()
    {
        open();
        QVERIFY(!child<QPushButton>(u"endSession"_s)->isEnabled());
        choose(1);
        QCOMPARE(child<QLabel>(u"chosenSession"_s)->text(), u"anna, from 10.0.0.4"_s);
        click(u"endSession"_s);
        QVERIFY2(question().contains(u"anna"_s)
                     && question().contains(u"10.0.0.4 with curl 8.5.0"_s),
                 qPrintable(question()));
        answer(u"cancel"_s);
        QVERIFY(m_fake->calls.isEmpty());
        QSignalSpy announced(m_page.get(), &SessionsPage::announced);
        click(u"endSession"_s);
        answer(u"confirm"_s);
        QCOMPARE(m_fake->calls, QStringList{u"end 4"_s});
        QCOMPARE(announced.size(), 1);
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        QVERIFY(!child<QPushButton>(u"endSession"_s)->isEnabled()); // its row is gone
    }

    void endsEverySessionOfAPersonAfterAsking()
    {
        open();
        choose(1);
        click(u"endAllOfPerson"_s);
        QVERIFY2(question().contains(u"Sign anna out everywhere?"_s), qPrintable(question()));
        answer(u"confirm"_s);
        QCOMPARE(m_fake->calls, QStringList{u"endAllOf 2"_s});
        QTRY_COMPARE(table()->model()->rowCount(), 3);
    }

    void saysSoBeforeOnesOwnSessionEnds_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("own");
        QTest::newRow("this window's") << 0 << u"endSession"_s << true;
        QTest::newRow("all of mine") << 4 << u"endAllOfPerson"_s << true;
        QTest::newRow("another one of mine") << 4 << u"endSession"_s << false;
        QTest::newRow("all of somebody else's") << 1 << u"endAllOfPerson"_s << false;
    }

    void saysSoBeforeOnesOwnSessionEnds()
    {
        QFETCH(int, row);
        QFETCH(QString, button);
        QFETCH(bool, own);
        open();
        choose(row);
        click(button);
        QCOMPARE(question().contains(u"have to sign in again"_s), own);
        answer(u"cancel"_s);
    }

    void searchesWhileOneTypes()
    {
        open();
        auto *search = child<QLineEdit>(u"sessionSearch"_s);
        QTest::keyClicks(search, u"ann"_s);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(table()->hasFocus());
        QCOMPARE(table()->currentId(), 4);
        QTest::keyClicks(search, u"xy"_s);
        QTRY_VERIFY(child<QWidget>(u"emptyState"_s)->isVisible());
        QVERIFY(child<QLabel>(u"emptySentence"_s)->text().contains(u"annxy"_s));
        QTest::mouseClick(child<QPushButton>(u"emptyLink"_s), Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 5);
    }

    void aRefusalStaysUntilSomethingElseIsChosen()
    {
        open();
        choose(1);
        m_fake->refuse.insert(u"end"_s, {.code = base::ErrorCode::Forbidden, .message = {}});
        click(u"endSession"_s);
        answer(u"confirm"_s);
        auto *bar = child<ui::widgets::MessageBar>(u"sessionsMessage"_s);
        QCOMPARE(bar->text(), u"Your role does not allow this."_s);
        QVERIFY(bar->isVisible());
        choose(2);
        QVERIFY(!bar->isVisible());
    }

    void aFailureIsSaidWithAWayToTryAgain()
    {
        m_fake->refuse.insert(u"list"_s, {.code = base::ErrorCode::Forbidden, .message = {}});
        open();
        auto *bar = child<ui::widgets::MessageBar>(u"sessionsMessage"_s);
        QTRY_VERIFY(bar->isVisible());
        QTest::mouseClick(bar->findChild<QPushButton *>(u"messageButton"_s), Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 5);
        QVERIFY(!bar->isVisible());
    }

    void auditorsSeeNoButtons()
    {
        m_me.role.slug = model::auditorSlug;
        open();
        choose(1);
        QVERIFY(!child<QPushButton>(u"endSession"_s)->isVisible());
        m_me.role.slug = model::helpDeskSlug;
        m_page->setMe(m_me);
        QVERIFY(child<QPushButton>(u"endSession"_s)->isVisible());
    }

    void whereThePlaceIsShortTheLeastImportantColumnsGo()
    {
        open(1000);
        for (int column = 0; column < 6; ++column)
            QVERIFY(!table()->isColumnHidden(column));
        m_page->resize(600, 700);
        QTRY_VERIFY(table()->isColumnHidden(3));
        QVERIFY(!table()->isColumnHidden(0) && !table()->isColumnHidden(1)
                && !table()->isColumnHidden(5));
    }

    void followsTheLanguageAndHasPlaceForLongWords()
    {
        open(764); // what the navigation leaves of the least window
        choose(1);
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
        QVERIFY(tests::LongerLanguage::isOfIt(child<QLabel>(u"chosenSession"_s)->text()));
    }

    void everythingThatTakesKeysHasAName()
    {
        open();
        const QList<QWidget *> widgets = m_page->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus)
                || qobject_cast<const QScrollBar *>(widget))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(tst_SessionsPage)
#include "tst_sessionspage.moc"
