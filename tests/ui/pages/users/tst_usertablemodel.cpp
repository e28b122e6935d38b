// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeusersgateway.h"

#include "core/base/clock.h"
#include "ui/pages/users/usertablemodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using test::FakeUsersGateway;
using ui::pages::users::UserTableModel;

class tst_UserTableModel final : public QObject
{
    Q_OBJECT

private:
    base::SystemClock m_clock;

    static void fill(FakeUsersGateway &fake, int count)
    {
        for (int i = 1; i <= count; ++i) {
            fake.people.append(FakeUsersGateway::person(i, u"P%1"_s.arg(i, 4, 10, QChar(u'0')),
                                                        u"X"_s, model::userSlug));
        }
    }

    static gateway::UserQuery search(const QString &text)
    {
        gateway::UserQuery query;
        query.search = text;
        return query;
    }

private Q_SLOTS:
    void anOlderAnswerNeverOverwritesANewerSearch()
    {
        const std::unique_ptr<FakeUsersGateway> fake(FakeUsersGateway::withFour());
        fake->holdLists = true;
        UserTableModel model(*fake, m_clock);
        model.load(search(u"anna"_s));
        model.load(search(u"ben"_s));
        QCOMPARE(fake->held.size(), 2);
        fake->answerList(1);
        QTRY_COMPARE(model.rowCount(), 1);
        fake->answerList(0);
        QCoreApplication::processEvents();
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.personAt(0)->username, u"ben"_s);
        QCOMPARE(model.query().search, u"ben"_s);
    }

    void readsToTheEndPageByPage()
    {
        FakeUsersGateway fake;
        fill(fake, 250);
        UserTableModel model(fake, m_clock);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load({});
        QTRY_VERIFY(model.state() == UserTableModel::State::Idle);
        const auto readOn = [&model] {
            model.fetchMore({});
            return model.rowCount();
        };
        QTRY_COMPARE(readOn(), 250);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.rowCount(), 250);
        QCOMPARE(model.total(), 250);
        QCOMPARE(model.personAt(249)->id, 250);
    }

    void aPersonWhoMovedIntoTheNextPageIsShownOnce()
    {
        FakeUsersGateway fake;
        fill(fake, 150);
        UserTableModel model(fake, m_clock);
        model.load({});
        QTRY_COMPARE(model.rowCount(), 100);
        fake.people.prepend(FakeUsersGateway::person(900, u"A"_s, u"First"_s, model::userSlug));
        model.fetchMore({});
        QTRY_VERIFY(!model.isLoadingMore());
        QCOMPARE(model.rowCount(), 150); // P0100 came a second time and is left out
    }

    void theChosenRowStaysChosenWhenARefreshMovesIt()
    {
        const std::unique_ptr<FakeUsersGateway> fake(FakeUsersGateway::withFour());
        UserTableModel model(*fake, m_clock);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load({});
        QTRY_COMPARE(model.rowCount(), 4);
        const QPersistentModelIndex cho(model.index(model.rowOf(3), 0));
        fake->people.prepend(FakeUsersGateway::person(9, u"Aaron"_s, u"A"_s, model::userSlug));
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 5);
        QVERIFY(cho.isValid());
        QCOMPARE(model.personAt(cho.row())->id, 3);
    }

    void aRefreshReadsAsManyRowsAsWereShown()
    {
        FakeUsersGateway fake;
        fill(fake, 450);
        UserTableModel model(fake, m_clock);
        model.load({});
        QTRY_COMPARE(model.rowCount(), 100);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 300);
        model.refresh();
        QTRY_VERIFY(model.state() == UserTableModel::State::Idle);
        QCOMPARE(model.rowCount(), 300);
        QVERIFY(model.canFetchMore({}));
    }

    void peopleFarAwayAreReadAgainWhenSomebodyComesBack()
    {
        FakeUsersGateway fake;
        fill(fake, 13'000);
        UserTableModel model(fake, m_clock);
        model.load({});
        const auto readOn = [&model] {
            model.fetchMore({});
            return model.rowCount();
        };
        QTRY_COMPARE(readOn(), 13'000);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QPersistentModelIndex third(model.index(2, 0));
        QVERIFY(!model.personAt(2));
        QCOMPARE(third.data(UserTableModel::IdRole).toLongLong(), 3);
        QCOMPARE(third.data().toString(), u"…"_s);
        fake.people.removeAt(1);
        model.want(0, 20);
        QTRY_VERIFY(model.personAt(0));
        QVERIFY(third.isValid());
        QCOMPARE(third.row(), 1);
        QCOMPARE(third.data(UserTableModel::IdRole).toLongLong(), 3);
        QTRY_VERIFY(!model.isLoadingMore());
        QCOMPARE(model.personAt(12'500), nullptr);
    }

    void rowsStayWhenARefreshFails()
    {
        const std::unique_ptr<FakeUsersGateway> fake(FakeUsersGateway::withFour());
        UserTableModel model(*fake, m_clock);
        model.load({});
        QTRY_COMPARE(model.rowCount(), 4);
        fake->refuse.insert(u"list"_s, {.code = base::ErrorCode::Unreachable, .message = {}});
        model.refresh();
        QTRY_VERIFY(model.state() == UserTableModel::State::Failed);
        QCOMPARE(model.error().code, base::ErrorCode::Unreachable);
        QCOMPARE(model.rowCount(), 4);
    }

    void cancelKeepsTheRowsAndDropsTheAnswer()
    {
        const std::unique_ptr<FakeUsersGateway> fake(FakeUsersGateway::withFour());
        UserTableModel model(*fake, m_clock);
        model.load({});
        QTRY_COMPARE(model.rowCount(), 4);
        fake->holdLists = true;
        model.load(search(u"ben"_s));
        model.cancel();
        QCOMPARE(model.error().code, base::ErrorCode::Cancelled);
        fake->answerList(0);
        QCoreApplication::processEvents();
        QCOMPARE(model.rowCount(), 4);
    }

    void tellsStatusAndMissingFactorAsChips()
    {
        const std::unique_ptr<FakeUsersGateway> fake(FakeUsersGateway::withFour());
        UserTableModel model(*fake, m_clock);
        model.load({});
        QTRY_COMPARE(model.rowCount(), 4);
        const auto at = [&](qint64 id, ui::pages::users::UserColumn column) {
            return model.index(model.rowOf(id), int(column));
        };
        using Column = ui::pages::users::UserColumn;
        QCOMPARE(at(3, Column::Status).data().toString(), u"Locked"_s);
        QVERIFY(at(3, Column::Status).data(ui::widgets::ChipRole).isValid());
        QCOMPARE(at(2, Column::SecondFactor).data().toString(), u"App"_s);
        QVERIFY(!at(2, Column::SecondFactor).data(ui::widgets::ChipRole).isValid());
        QVERIFY(at(3, Column::SecondFactor).data(ui::widgets::ChipRole).isValid());
        QCOMPARE(at(4, Column::LastSignIn).data().toString(), u"never"_s);
        QVERIFY(!at(2, Column::LastSignIn).data(Qt::ToolTipRole).toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_UserTableModel)
#include "tst_usertablemodel.moc"
