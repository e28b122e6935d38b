// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeclock.h"
#include "tests/ui/pages/overview/fakeoverviewgateway.h"
#include "tests/ui/pages/users/fakeusersgateway.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/overview/signinchart.h"
#include "ui/theme/metrics.h"

#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using model::Concern;
using test::FakeOverviewGateway;
using test::FakeUsersGateway;
using ui::pages::overview::OverviewPage;
using ui::pages::overview::SignInChart;

class tst_OverviewPage final : public QObject
{
    Q_OBJECT

private:
    tests::FakeClock m_clock;
    std::unique_ptr<FakeOverviewGateway> m_server;
    std::unique_ptr<FakeUsersGateway> m_users;
    std::unique_ptr<OverviewPage> m_page;

    void open(QSize size = {960, 760})
    {
        m_page = std::make_unique<OverviewPage>(
            ui::pages::overview::OverviewPageContext{.server = *m_server,
                                                     .users = m_users.get(),
                                                     .serverName = u"acme-prod"_s,
                                                     .clock = m_clock});
        m_page->resize(size);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    template <typename T = QLabel>
    [[nodiscard]] T *child(const QString &name) const
    {
        T *found = m_page->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    void click(const QString &name) const
    {
        auto *button = child<QPushButton>(name);
        child<QScrollArea>(u"overviewScroll"_s)->ensureWidgetVisible(button);
        QVERIFY2(button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }

    [[nodiscard]] QString rowText(const QString &row, const QString &label) const
    {
        return child<QWidget>(row)->findChild<QLabel *>(label)->text();
    }

    /// The first label that has less room than its words need; empty: there is none.
    [[nodiscard]] static QString cutOffIn(const QWidget *content)
    {
        for (const QLabel *label : content->findChildren<QLabel *>()) {
            if (!label->isVisible() || label->inherits("authdesk::ui::widgets::ElidedLabel"))
                continue;
            const int needed = label->hasHeightForWidth() ? label->heightForWidth(label->width())
                                                          : label->sizeHint().height();
            if (label->height() < needed)
                return label->text();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }
    void init()
    {
        m_server = std::make_unique<FakeOverviewGateway>();
        m_users.reset(FakeUsersGateway::withFour());
    }
    void cleanup() { m_page.reset(); }

    void saysWhatTheServerIs()
    {
        open();
        QCOMPARE(child(u"serverWhat"_s)->text(), u"Authdesk 0.1.0, data in SQLite"_s);
        QCOMPARE(child(u"serverSince"_s)->text(), u"Started 2 h ago"_s);
        QCOMPARE(child(u"number_total"_s)->text(), u"7"_s);
        QCOMPARE(child(u"number_withoutSecondFactor"_s)->accessibleName(),
                 u"Without a second factor: 4"_s);
        QCOMPARE(child(u"number_openSessions"_s)->text(), u"5"_s);
    }

    void copiesWhereItListens()
    {
        open();
        const auto buttons = m_page->findChildren<QPushButton *>(u"copyAddress"_s);
        QCOMPARE(buttons.size(), 2);
        QCOMPARE(buttons.last()->accessibleName(), u"Copy http://127.0.0.1:8001"_s);
        QTest::mouseClick(buttons.last(), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), u"http://127.0.0.1:8001"_s);
    }

    void eachConcernLeadsToItsCure()
    {
        open();
        QSignalSpy chosen(m_page.get(), &OverviewPage::concernChosen);
        click(u"act_one_manager"_s);
        click(u"act_no_second_factor"_s);
        click(u"act_locked"_s);
        QCOMPARE(chosen.size(), 3);
        QCOMPARE(chosen.at(0).first().value<Concern>(), Concern::OneManager);
        QCOMPARE(chosen.at(1).first().value<Concern>(), Concern::NoSecondFactor);
        QCOMPARE(chosen.at(2).first().value<Concern>(), Concern::Locked);
        QCOMPARE(rowText(u"concern_no_second_factor"_s, u"title"_s),
                 u"People without a second factor: 4"_s);
        QCOMPARE(rowText(u"concern_locked"_s, u"why"_s), u"Cho Min"_s);
        QCOMPARE(child<QPushButton>(u"act_locked"_s)->accessibleName(),
                 u"Show them: People who are locked: 1"_s);
    }

    void saysWhenNothingNeedsAttention()
    {
        m_server->figures.attention.clear();
        m_server->figures.users.locked = 0;
        open();
        QVERIFY(child(u"nothingNeedsAttention"_s)->isVisible());
        QVERIFY(!m_page->findChild<QPushButton *>(u"act_locked"_s));
    }

    void aButtonKeepsTheFocusWhenANumberChanges()
    {
        open();
        auto *button = child<QPushButton>(u"act_no_second_factor"_s);
        button->setFocus();
        m_server->figures.attention[1].count = 3;
        QTest::keyClick(m_page.get(), Qt::Key_F5);
        QTRY_COMPARE(rowText(u"concern_no_second_factor"_s, u"title"_s),
                     u"People without a second factor: 3"_s);
        QCOMPARE(child<QPushButton>(u"act_no_second_factor"_s), button);
        QVERIFY(button->hasFocus());
    }

    void keysAndMouseChooseAnHour()
    {
        open();
        auto *chart = child<SignInChart>(u"signInChart"_s);
        auto *words = child(u"signInWords"_s);
        const QString whole = words->text();
        QCOMPARE(whole, u"138 succeeded, 12 refused"_s);
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_End);
        QCOMPARE(chart->currentHour(), 23);
        QVERIFY2(words->text().endsWith(u": 5 succeeded, 0 refused"_s), qPrintable(words->text()));
        QTest::keyClick(chart, Qt::Key_Right);
        QCOMPARE(chart->currentHour(), 23);
        QTest::keyClick(chart, Qt::Key_Home);
        QTest::keyClick(chart, Qt::Key_Left);
        QCOMPARE(chart->currentHour(), 0);
        QTest::mouseMove(chart, QPoint(chart->width() - 5, chart->height() / 2));
        QTRY_COMPARE(chart->currentHour(), 23);
        child<QPushButton>(u"refreshOverview"_s)->setFocus();
        QCOMPARE(words->text(), whole);
    }

    void theChartIsToldToScreenReaders()
    {
        open();
        auto *chart = child<SignInChart>(u"signInChart"_s);
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(chart);
        QVERIFY(heard);
        QCOMPARE(heard->text(QAccessible::Name), u"Sign-ins in the last 24 hours, by the hour"_s);
        const QString figures = heard->text(QAccessible::Description);
        QVERIFY(figures.startsWith(u"In the last 24 hours: 138 succeeded, 12 refused."_s));
        QVERIFY(figures.contains(u"5 succeeded, 0 refused"_s));
    }

    void theBarsOfRefusedOnesAreSeen()
    {
        open();
        const auto pictureOf = [this] {
            return child<SignInChart>(u"signInChart"_s)->grab().toImage();
        };
        const QImage both = pictureOf();
        for (model::SignInHour &hour : m_server->figures.signIns)
            hour.succeeded = std::exchange(hour.refused, hour.succeeded);
        click(u"refreshOverview"_s);
        QTRY_VERIFY(pictureOf() != both);
    }

    void tellsTheLatestEvents()
    {
        open();
        const auto events = m_page->findChildren<QLabel *>(u"event"_s);
        QCOMPARE(events.size(), 2);
        QCOMPARE(events.at(0)->text(), u"Signed in: anna, from 10.0.0.7"_s);
        QCOMPARE(events.at(1)->text(), u"Sign-in refused: anna, from 10.0.0.7"_s);
        model::AuditEvent newer = m_server->events.first();
        newer.action = u"user.updated"_s;
        newer.targetName = u"ben <b>"_s;
        m_server->events.prepend(newer);
        click(u"refreshOverview"_s);
        QTRY_COMPARE(m_page->findChildren<QLabel *>(u"event"_s).size(), 3);
        QCOMPARE(m_page->findChildren<QLabel *>(u"event"_s).first()->text(),
                 u"Person changed: ben <b>, by anna"_s);
        newer.action = u"users.imported"_s;
        newer.targetName.clear();
        m_server->events.prepend(newer);
        click(u"refreshOverview"_s);
        QTRY_COMPARE(m_page->findChildren<QLabel *>(u"event"_s).size(), 4);
        QCOMPARE(m_page->findChildren<QLabel *>(u"event"_s).first()->text(),
                 u"People imported: anna, from 10.0.0.7"_s);
    }

    void hidesEventsThatAreNotForThem()
    {
        m_server->eventsError = base::Error{.code = ErrorCode::Forbidden, .message = {}};
        open();
        QVERIFY(!child<QWidget>(u"events"_s)->isVisible());
        QVERIFY(child<QWidget>(u"people"_s)->isVisible());
    }

    void anErrorStandsAboveWithTryAgain()
    {
        m_server->statsError = base::Error{.code = ErrorCode::Unreachable, .message = {}};
        open();
        auto *message = child<QWidget>(u"overviewMessage"_s);
        QVERIFY(message->isVisible());
        QVERIFY(!child<QWidget>(u"people"_s)->isVisible());
        m_server->statsError.reset();
        QTest::mouseClick(message->findChild<QPushButton *>(u"messageButton"_s), Qt::LeftButton);
        QTRY_VERIFY(!message->isVisible());
        QVERIFY(child<QWidget>(u"people"_s)->isVisible());
    }

    void anErrorOfTheEventsStandsBesideThem()
    {
        m_server->eventsError = base::Error{.code = ErrorCode::Busy, .message = {}};
        open();
        auto *message = child<QWidget>(u"eventsMessage"_s);
        QVERIFY(message->isVisible());
        QVERIFY(!child<QWidget>(u"overviewMessage"_s)->isVisible());
        m_server->eventsError.reset();
        QTest::mouseClick(message->findChild<QPushButton *>(u"messageButton"_s), Qt::LeftButton);
        QTRY_VERIFY(!message->isVisible());
        QCOMPARE(m_page->findChildren<QLabel *>(u"event"_s).size(), 2);
    }

    void asksOnceWhenItComesToTheFront()
    {
        open();
        const int asked = m_server->statsCalls;
        m_page->hide();
        m_server->holds = true;
        m_page->show();
        m_page->activated(); // as the shell does it
        QCOMPARE(m_server->statsCalls, asked + 1);
    }

    void oneColumnFitsANarrowWindow_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("narrow") << QSize(820 - 56, 560);
        QTest::newRow("wide") << QSize(1180 - 208, 760);
    }
    void oneColumnFitsANarrowWindow()
    {
        QFETCH(QSize, size);
        m_server->figures.server.name = u"The authentication server of the whole organisation"_s;
        m_server->figures.server.listeners.first().url =
            QUrl(u"https://authentication.internal.of.the.whole.organisation.example:8443"_s);
        open(size);
        QCOMPARE(m_page->size(), size);
        const QWidget *attention = child<QWidget>(u"attention"_s);
        const QWidget *server = child<QWidget>(u"serverFacts"_s);
        const bool isBeside = server->x() > attention->geometry().right();
        QCOMPARE(isBeside, size.width() > 800);
        auto *scroll = child<QScrollArea>(u"overviewScroll"_s);
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
        QTRY_VERIFY2(cutOffIn(scroll->widget()).isEmpty(), qPrintable(cutOffIn(scroll->widget())));
        const int place = size.width() - 2 * ui::theme::pageMargin;
        QVERIFY(isBeside || attention->width() >= place - scroll->verticalScrollBar()->width());
    }
};

QTEST_MAIN(tst_OverviewPage)
#include "tst_overviewpage.moc"
