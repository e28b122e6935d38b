// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/overview/signinbars.h"

#include <QtTest/QTest>

using namespace authdesk;
using namespace authdesk::ui::pages::overview;
using namespace Qt::StringLiterals;
using model::SignInHour;

class tst_SignInBars final : public QObject
{
    Q_OBJECT

private:
    static QDateTime hour(int of) { return QDateTime(QDate(2026, 9, 21), QTime(of, 0), Qt::UTC); }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void theFullestHourIsAsHighAsTheChart()
    {
        const QList<SignInHour> hours{{.from = hour(1), .succeeded = 30, .refused = 10},
                                      {.from = hour(2), .succeeded = 20},
                                      {.from = hour(3)}};
        QCOMPARE(barsOf(hours, 100), (QList<SignInBar>{{.succeeded = 75, .refused = 25},
                                                       {.succeeded = 50, .refused = 0},
                                                       {.succeeded = 0, .refused = 0}}));
    }

    void oneAmongManyIsStillSeen()
    {
        const QList<SignInHour> hours{{.from = hour(1), .succeeded = 1'000'000, .refused = 1},
                                      {.from = hour(2), .succeeded = 1}};
        QCOMPARE(barsOf(hours, 100), (QList<SignInBar>{{.succeeded = 98, .refused = 2},
                                                       {.succeeded = 2, .refused = 0}}));
    }

    void noBarLeavesTheChart()
    {
        for (int good = 0; good < 60; ++good) {
            for (int bad = 0; bad < 60; ++bad) {
                for (const SignInBar &bar :
                     barsOf({{.from = hour(1), .succeeded = good, .refused = bad},
                             {.from = hour(2), .succeeded = 30}},
                            41)) {
                    QVERIFY(bar.succeeded >= 0 && bar.refused >= 0);
                    QVERIFY(bar.succeeded + bar.refused <= 41);
                }
            }
        }
    }

    void aDayWithoutSignInsHasNoBars()
    {
        QCOMPARE(barsOf({{.from = hour(1)}}, 100), QList<SignInBar>{SignInBar()});
        QCOMPARE(barsOf({}, 100), QList<SignInBar>());
        QCOMPARE(sumOf({}), SignInSum());
    }

    void saysEveryFigure()
    {
        const QList<SignInHour> hours{{.from = hour(13), .succeeded = 3, .refused = 1},
                                      {.from = hour(14)},
                                      {.from = hour(15), .succeeded = 1200}};
        QCOMPARE(sumOf(hours), (SignInSum{.succeeded = 1203, .refused = 1, .most = 1200}));
        QCOMPARE(chartText(hours), u"In the last 24 hours: 1,203 succeeded, 1 refused. "
                                   "13:00 – 14:00: 3 succeeded, 1 refused. "
                                   "15:00 – 16:00: 1,200 succeeded, 0 refused."_s);
    }
};

QTEST_GUILESS_MAIN(tst_SignInBars)
#include "tst_signinbars.moc"
