// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakesessionsgateway.h"

#include "core/base/clock.h"
#include "ui/pages/sessions/programname.h"
#include "ui/pages/sessions/sessiontablemodel.h"
#include "ui/widgets/chip.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace authdesk;
using namespace authdesk::ui::pages::sessions;
using namespace Qt::StringLiterals;
using test::FakeSessionsGateway;

class tst_SessionTableModel final : public QObject
{
    Q_OBJECT

private:
    base::SystemClock m_clock;

    static QString cell(const SessionTableModel &model, int row, SessionColumn column)
    {
        return model.index(row, int(column)).data().toString();
    }

private Q_SLOTS:
    void readsToTheEndPageByPage()
    {
        FakeSessionsGateway fake;
        for (int i = 1; i <= 230; ++i)
            fake.sessions.prepend(FakeSessionsGateway::session(i, i, u"p%1"_s.arg(i)));
        SessionTableModel model(fake, m_clock);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load({});
        QCOMPARE(model.rowCount(), 100);
        while (model.canFetchMore({}))
            model.fetchMore({});
        QCOMPARE(model.rowCount(), 230);
        QCOMPARE(model.itemAt(229).id, 1);
    }

    void saysEveryCellInWords()
    {
        const auto fake = FakeSessionsGateway::withFive();
        fake->sessions[1].system = u"pipelit"_s;
        fake->sessions[1].lastSeenAt.reset();
        SessionTableModel model(*fake, m_clock);
        model.load({});
        QCOMPARE(cell(model, 0, SessionColumn::Who), u"karl"_s);
        QCOMPARE(cell(model, 0, SessionColumn::From), u"10.0.0.5"_s);
        QCOMPARE(cell(model, 0, SessionColumn::With), u"curl 8.5.0"_s);
        QCOMPARE(cell(model, 0, SessionColumn::LastUsed), u"This window"_s);
        const QModelIndex own = model.index(0, int(SessionColumn::LastUsed));
        QCOMPARE(own.data(ui::widgets::ChipRole).toInt(), int(ui::widgets::ChipKind::Good));
        QCOMPARE(own.data(Qt::AccessibleTextRole).toString(), u"Last used: This window"_s);
        QCOMPARE(cell(model, 1, SessionColumn::Over), u"Pipelit"_s);
        QCOMPARE(cell(model, 1, SessionColumn::LastUsed), u"never"_s);
        QVERIFY(
            !model.index(1, int(SessionColumn::LastUsed)).data(ui::widgets::ChipRole).isValid());
        // What a client says of itself stays readable in full.
        QCOMPARE(model.index(0, int(SessionColumn::With)).data(Qt::ToolTipRole).toString(),
                 u"curl/8.5.0"_s);
    }

    void programsHaveShortNames_data()
    {
        QTest::addColumn<QString>("userAgent");
        QTest::addColumn<QString>("name");
        QTest::newRow("Firefox")
            << u"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"_s
            << u"Firefox 128"_s;
        QTest::newRow("Chrome") << u"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, "
                                   "like Gecko) Chrome/126.0.0.0 Safari/537.36"_s
                                << u"Chrome 126"_s;
        QTest::newRow("Edge") << u"Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like "
                                 "Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.2592.68"_s
                              << u"Edge 126"_s;
        QTest::newRow("Safari") << u"Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like "
                                   "Gecko) Version/17.5 Safari/605.1.15"_s
                                << u"Safari 17"_s;
        QTest::newRow("a product") << u"Authdesk/0.1.0"_s << u"Authdesk 0.1.0"_s;
        QTest::newRow("a product and more")
            << u"python-requests/2.31 x/1"_s << u"python-requests 2.31"_s;
        QTest::newRow("words") << u"my own\tprogram"_s << u"my own program"_s;
        QTest::newRow("an unknown browser") << u"Mozilla/5.0 (Thing)"_s << u"Mozilla/5.0 (Thing)"_s;
        QTest::newRow("a slash at the end") << u"thing/"_s << u"thing/"_s;
        QTest::newRow("nothing") << QString() << QString();
    }

    void programsHaveShortNames()
    {
        QFETCH(QString, userAgent);
        QFETCH(QString, name);
        QCOMPARE(programName(userAgent), name);
    }
};

QTEST_MAIN(tst_SessionTableModel)
#include "tst_sessiontablemodel.moc"
