// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeauditgateway.h"

#include "core/base/clock.h"
#include "ui/pages/audit/audittablemodel.h"
#include "ui/pages/audit/audittexts.h"
#include "ui/widgets/chip.h"

#include <QtCore/QJsonArray>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace authdesk;
using namespace authdesk::ui::pages::audit;
using namespace Qt::StringLiterals;
using test::FakeAuditGateway;

Q_DECLARE_METATYPE(authdesk::ui::pages::audit::ChangeWords)

class tst_AuditTableModel final : public QObject
{
    Q_OBJECT

private:
    base::SystemClock m_clock;

    static QString cell(const AuditTableModel &model, int row, AuditColumn column)
    {
        return model.index(row, int(column)).data().toString();
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void readsToTheEndPageByPage()
    {
        FakeAuditGateway fake;
        fake.fill(250);
        AuditTableModel model(fake, m_clock);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load({});
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.newest(), 250);
        while (model.canFetchMore({}))
            model.fetchMore({});
        QCOMPARE(model.rowCount(), 250);
        QCOMPARE(model.itemAt(249).id, 1);
        QCOMPARE(fake.queries.size(), 3);
    }

    void anOlderAnswerNeverOverwritesANewerQuery()
    {
        FakeAuditGateway fake;
        fake.fill(3);
        fake.events[0].actorName = u"ben"_s;
        fake.holdLists = true;
        AuditTableModel model(fake, m_clock);
        model.load({.person = u"karl"_s});
        model.load({.person = u"ben"_s});
        fake.answerList(1);
        QTRY_COMPARE(model.rowCount(), 1);
        fake.answerList(0);
        QCoreApplication::processEvents();
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.query().person, u"ben"_s);
    }

    void newsComeInAtTheTopOnceAndKeepTheChosenRow()
    {
        FakeAuditGateway fake;
        fake.fill(3);
        AuditTableModel model(fake, m_clock);
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load({});
        const QPersistentModelIndex chosen = model.index(1, 0);
        model.add(
            {FakeAuditGateway::event(5), FakeAuditGateway::event(4), FakeAuditGateway::event(3)});
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.newest(), 5);
        QCOMPARE(chosen.row(), 3);
        QCOMPARE(model.itemAt(chosen.row()).id, 2);
    }

    void aRefreshKeepsEveryPageThatWasRead()
    {
        FakeAuditGateway fake;
        fake.fill(450);
        AuditTableModel model(fake, m_clock);
        model.load({});
        for (int i = 0; i < 3; ++i)
            model.fetchMore({});
        QCOMPARE(model.rowCount(), 400);
        const QPersistentModelIndex chosen = model.index(399, 0);
        fake.events.prepend(FakeAuditGateway::event(451));
        model.refresh();
        QCOMPARE(model.rowCount(), 400);
        QCOMPARE(model.newest(), 451);
        QVERIFY(!chosen.isValid()); // it is beyond what is shown now
        QVERIFY(model.canFetchMore({}));
    }

    void aFailureKeepsTheRows()
    {
        FakeAuditGateway fake;
        fake.fill(3);
        AuditTableModel model(fake, m_clock);
        model.load({});
        fake.refuse.insert(u"list"_s, {.code = base::ErrorCode::Unreachable, .message = {}});
        model.refresh();
        QVERIFY(model.state() == AuditTableModel::State::Failed);
        QCOMPARE(model.error().code, base::ErrorCode::Unreachable);
        QCOMPARE(model.rowCount(), 3);
        fake.holdLists = true;
        model.refresh();
        model.cancel();
        QCOMPARE(model.error().code, base::ErrorCode::Cancelled);
        fake.answerList(0);
        QCoreApplication::processEvents();
        QVERIFY(model.state() == AuditTableModel::State::Failed);
    }

    void saysEveryCellInWords()
    {
        FakeAuditGateway fake;
        model::AuditEvent refused = FakeAuditGateway::event(2, u"sign_in.failed"_s);
        refused.result = u"refused"_s;
        refused.actorUid.clear();
        refused.actorName.clear();
        model::AuditEvent own = FakeAuditGateway::event(1, u"new.thing"_s);
        own.targetUid = own.actorUid;
        own.targetName = own.actorName;
        fake.events = {refused, own};
        AuditTableModel model(fake, m_clock);
        model.load({});
        QCOMPARE(cell(model, 0, AuditColumn::Who), u"Not signed in"_s);
        QCOMPARE(cell(model, 0, AuditColumn::What), u"Sign-in refused"_s);
        QCOMPARE(cell(model, 0, AuditColumn::Whom), u"anna"_s);
        QCOMPARE(cell(model, 0, AuditColumn::Result), u"Refused"_s);
        QCOMPARE(cell(model, 0, AuditColumn::From), u"10.0.0.7"_s);
        const QModelIndex result = model.index(0, int(AuditColumn::Result));
        QCOMPARE(result.data(ui::widgets::ChipRole).toInt(), int(ui::widgets::ChipKind::Danger));
        QCOMPARE(result.data(Qt::AccessibleTextRole).toString(), u"Result: Refused"_s);
        QCOMPARE(cell(model, 1, AuditColumn::What), u"new.thing"_s); // of a newer server
        QCOMPARE(cell(model, 1, AuditColumn::Whom), QString());
        QVERIFY(!model.index(1, int(AuditColumn::Result)).data(ui::widgets::ChipRole).isValid());
    }

    void whatFilesDidHasWords_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("words");
        QTest::newRow("an import") << u"users.imported"_s << u"People imported"_s;
        QTest::newRow("an export") << u"users.exported"_s << u"People exported"_s;
        QTest::newRow("a password")
            << u"user.password_imported"_s << u"Password taken over from a file"_s;
    }

    void whatFilesDidHasWords()
    {
        QFETCH(QString, action);
        QFETCH(QString, words);
        FakeAuditGateway fake;
        fake.events = {FakeAuditGateway::event(1, action)};
        AuditTableModel model(fake, m_clock);
        model.load({});
        QCOMPARE(cell(model, 0, AuditColumn::What), words);
    }

    void changesTellOldAndNew_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("before");
        QTest::addColumn<QJsonValue>("after");
        QTest::addColumn<ChangeWords>("words");
        QTest::newRow("a role") << u"role"_s << QJsonValue(u"user"_s)
                                << QJsonValue(u"predefined_super_admin"_s)
                                << ChangeWords{u"Role"_s, u"User"_s, u"Super Admin"_s};
        QTest::newRow("a role of one's own")
            << u"role"_s << QJsonValue() << QJsonValue(u"janitor"_s)
            << ChangeWords{u"Role"_s, u"nothing"_s, u"janitor"_s};
        QTest::newRow("a status") << u"status"_s << QJsonValue(u"active"_s)
                                  << QJsonValue(u"disabled"_s)
                                  << ChangeWords{u"Status"_s, u"Active"_s, u"Disabled"_s};
        QTest::newRow("a switch") << u"mfa_enabled"_s << QJsonValue(true) << QJsonValue(false)
                                  << ChangeWords{u"Second factor"_s, u"on"_s, u"off"_s};
        QTest::newRow("a number") << u"sessions"_s << QJsonValue(3) << QJsonValue(0)
                                  << ChangeWords{u"Sessions"_s, u"3"_s, u"0"_s};
        QTest::newRow("how many an import added")
            << u"created"_s << QJsonValue() << QJsonValue(2)
            << ChangeWords{u"People added"_s, u"nothing"_s, u"2"_s};
        QTest::newRow("what an export held")
            << u"password_hashes"_s << QJsonValue() << QJsonValue(true)
            << ChangeWords{u"With password hashes"_s, u"nothing"_s, u"on"_s};
        QTest::newRow("an empty text")
            << u"first_name"_s << QJsonValue(QString()) << QJsonValue(u"Anna"_s)
            << ChangeWords{u"First name"_s, u"nothing"_s, u"Anna"_s};
        QTest::newRow("a field of a newer server")
            << u"colour"_s << QJsonValue(u"red"_s) << QJsonValue(QJsonArray{1, 2})
            << ChangeWords{u"colour"_s, u"red"_s, u"[1,2]"_s};
    }

    void changesTellOldAndNew()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, before);
        QFETCH(QJsonValue, after);
        QFETCH(ChangeWords, words);
        model::AuditEvent event = FakeAuditGateway::event(1);
        event.changes = {{field, QJsonObject{{u"old"_s, before}, {u"new"_s, after}}}};
        QCOMPARE(changeWords(event), QList<ChangeWords>{words});
    }

    void verdictsAreSentences()
    {
        QCOMPARE(verdictWords({.whole = true, .checked = 1204, .brokenAt = {}}),
                 u"All 1,204 events are whole."_s);
        QVERIFY(
            verdictWords({.whole = true, .checked = 1, .brokenAt = {}}).startsWith(u"The one"_s));
        const QString broken = verdictWords({.whole = false, .checked = 1203, .brokenAt = 1204});
        QVERIFY(broken.contains(u"broken at event 1,204"_s));
        QVERIFY(broken.contains(u"The 1,203 events before it are whole"_s));
    }
};

QTEST_MAIN(tst_AuditTableModel)
#include "tst_audittablemodel.moc"
