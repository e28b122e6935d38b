// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/userrows.h"

#include <QtTest/QTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using ui::pages::users::UserRows;

class tst_UserRows final : public QObject
{
    Q_OBJECT

private:
    static QList<model::User> people(qint64 first, int count)
    {
        QList<model::User> list;
        for (qint64 id = first; id < first + count; ++id) {
            model::User person;
            person.id = id;
            list.append(person);
        }
        return list;
    }

    /// Rows 0 to `pages` * 200 with ids from 1 on; page n was asked for with "n".
    static UserRows read(int pages)
    {
        UserRows rows;
        rows.reset(people(1, 200), u"1"_s);
        for (int page = 1; page < pages; ++page) {
            rows.append(QString::number(page), people(1 + page * 200, 200),
                        page + 1 < pages ? QString::number(page + 1) : QString());
        }
        return rows;
    }

    static bool isWhole(const UserRows &rows)
    {
        for (int row = rows.firstKept(); row < rows.firstKept() + rows.keptCount(); ++row) {
            if (rows.personAt(row)->id != rows.idAt(row))
                return false;
        }
        return true;
    }

private Q_SLOTS:
    void keepsPeopleAroundThePlaceAndEveryId()
    {
        const UserRows rows = read(90);
        QCOMPARE(rows.size(), 18'000);
        QCOMPARE(rows.keptCount(), UserRows::mostKept);
        QCOMPARE(rows.firstKept(), 6'000);
        QVERIFY(!rows.personAt(0));
        QCOMPARE(rows.idAt(0), 1);
        QCOMPARE(rows.rowOf(18'000), 17'999);
        QCOMPARE(rows.personAt(17'999)->id, 18'000);
        QVERIFY(isWhole(rows));
    }

    void readsAPageAgainByWhatItBeganWith()
    {
        UserRows rows = read(90);
        const UserRows::Page page = rows.pageOf(5'999);
        QCOMPARE(page.cursor, u"29"_s);
        QCOMPARE(page.first, 5'800);
        QCOMPARE(page.count, 200);
        rows.putBack(5'999, people(5'801, 200), u"30"_s);
        QCOMPARE(rows.firstKept(), 5'800);
        QVERIFY(rows.keptCount() <= UserRows::mostKept);
        QCOMPARE(rows.personAt(5'800)->id, 5'801);
        QVERIFY(isWhole(rows));
        // Far away: nothing lies between.
        rows.putBack(0, people(1, 200), u"1"_s);
        QCOMPARE(rows.firstKept(), 0);
        QCOMPARE(rows.keptCount(), 200);
        QCOMPARE(rows.size(), 18'000);
    }

    void aPageThatBecameShorterMovesWhatStandsBehind()
    {
        UserRows rows = read(90);
        rows.putBack(10, people(1, 150), u"new 1"_s);
        QCOMPARE(rows.size(), 17'950);
        QCOMPARE(rows.rowOf(201), 150);
        QCOMPARE(rows.pageOf(150).first, 150);
        QCOMPARE(rows.pageOf(150).cursor, u"new 1"_s);
        QCOMPARE(rows.pageOf(349).first, 150);
        QCOMPARE(rows.pageOf(350).cursor, u"2"_s);
        QVERIFY(isWhole(rows));
    }

    void whereTheListEndsNowNothingStandsBehind()
    {
        UserRows rows = read(3);
        rows.putBack(250, people(201, 40), {});
        QCOMPARE(rows.size(), 240);
        QVERIFY(rows.nextCursor().isEmpty());
        QCOMPARE(rows.rowOf(401), -1);
        QVERIFY(isWhole(rows));
    }

    void whatIsKeptIsExchangedInItsPlace()
    {
        UserRows rows = read(90);
        QList<model::User> again = people(6'001, 11'900);
        rows.exchangeKept({{.cursor = u"30"_s, .first = 6'000, .count = 11'900}}, again, u"x"_s);
        QCOMPARE(rows.size(), 17'900);
        QCOMPARE(rows.nextCursor(), u"x"_s);
        QCOMPARE(rows.personAt(6'000)->id, 6'001);
        QCOMPARE(rows.pageOf(9'000).first, 6'000);
        rows.exchangeKept({{.cursor = u"30"_s, .first = 6'000, .count = 1}}, people(6'001, 1), {});
        QCOMPARE(rows.size(), 6'001);
        QVERIFY(isWhole(rows));
    }

    void theMiddleIsExchangedWithoutTheRest()
    {
        UserRows rows = read(90);
        rows.putBack(1'000, people(1'001, 200), u"6"_s);
        QCOMPARE(rows.firstKept(), 1'000);
        rows.exchangeKept({{.cursor = u"5"_s, .first = 1'000, .count = 200}},
                          people(20'000, 1) + people(1'001, 199), u"after 1199"_s);
        QCOMPARE(rows.size(), 18'000);
        QCOMPARE(rows.idAt(1'000), 20'000);
        QCOMPARE(rows.idAt(1'200), 1'201);
        QCOMPARE(rows.pageOf(1'200).cursor, u"after 1199"_s);
        QVERIFY(isWhole(rows));
    }

    void whoGoesLeavesTheOthersInOrder()
    {
        UserRows rows = read(90);
        rows.remove(100); // far from those kept
        QCOMPARE(rows.size(), 17'999);
        QCOMPARE(rows.firstKept(), 5'999);
        QCOMPARE(rows.pageOf(0).count, 199);
        QCOMPARE(rows.pageOf(199).first, 199);
        QVERIFY(isWhole(rows));
        rows.remove(rows.rowOf(7'000));
        QCOMPARE(rows.rowOf(7'000), -1);
        QCOMPARE(rows.size(), 17'998);
        QVERIFY(isWhole(rows));
    }

    void whoWasShownAlreadyIsNotFresh()
    {
        UserRows rows;
        rows.reset(people(1, 100), u"1"_s);
        const QList<model::User> fresh = rows.fresh(people(100, 3));
        QCOMPARE(fresh.size(), 2);
        QCOMPARE(fresh.first().id, 101);
    }
};

QTEST_GUILESS_MAIN(tst_UserRows)
#include "tst_userrows.moc"
