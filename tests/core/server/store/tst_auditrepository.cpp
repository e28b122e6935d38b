// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefixture.h"

#include "core/server/store/auditrepository.h"

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;
using model::AuditEvent;

class TestAuditRepository final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_store = std::make_unique<StoreFixture>(); }

    void keepsEveryField();
    void idsHaveNoGapsWhateverFails();
    void rowsAreSealedInOrder();
    void s49_rowsCannotBeChangedOrRemoved();
    void filters_data();
    void filters();
    void pagesNewestFirstAndTellsNewer();

private:
    AuditEvent event(const QString &action, const QString &actor = {}, const QString &target = {},
                     const QString &result = u"ok"_s)
    {
        return {.at = m_store->now(),
                .action = action,
                .result = result,
                .reason = {},
                .actorUid = actor.isEmpty() ? QString() : u"uid-"_s + actor,
                .actorName = actor,
                .targetUid = target.isEmpty() ? QString() : u"uid-"_s + target,
                .targetName = target,
                .system = u"authdesk"_s,
                .address = u"::1"_s,
                .requestId = u"r1"_s,
                .changes = {},
                .sealedLater = false};
    }

    Result<qint64> append(const AuditEvent &event, const QByteArray &seal = {})
    {
        return m_store->database().write([&](Connection &connection) {
            AuditRepository audit(connection);
            return audit.append(event, seal, audit.head());
        });
    }

    Result<model::Page<AuditEvent>> list(const AuditQuery &query)
    {
        return m_store->database().read(
            [&](Connection &connection) { return AuditRepository(connection).list(query); });
    }

    AuditHead head()
    {
        return m_store->read(
            [](Connection &connection) { return AuditRepository(connection).head(); });
    }

    std::unique_ptr<StoreFixture> m_store;
};

void TestAuditRepository::keepsEveryField()
{
    AuditEvent written = event(u"user.updated"_s, u"root"_s, u"ann"_s, u"refused"_s);
    written.reason = u"forbidden"_s;
    written.changes = {{u"name"_s, QJsonObject{{u"old"_s, u"Ä\n"_s}, {u"new"_s, QJsonValue()}}}};
    QCOMPARE(append(written, "seal-1"), Result<qint64>(1));
    m_store->reopen();
    written.id = 1;
    const auto records = m_store->read(
        [](Connection &connection) { return AuditRepository(connection).listAfter(0, 10); });
    QCOMPARE(records.size(), 1);
    QCOMPARE(records[0].event, written);
    QCOMPARE(records[0].seal, QByteArray("seal-1"));
}

void TestAuditRepository::idsHaveNoGapsWhateverFails()
{
    (void)StoreFixture::countWinners(20, [&](int i) {
        return m_store->database()
            .write([&](Connection &connection) -> Result<void> {
                AuditRepository audit(connection);
                if (!audit.append(event(u"a.b"_s), {}, audit.head()))
                    return fail(ErrorCode::Internal);
                return i % 2 ? Result<void>() : fail(ErrorCode::Forbidden);
            })
            .has_value();
    });
    const auto records = m_store->read(
        [](Connection &connection) { return AuditRepository(connection).listAfter(0, 100); });
    QCOMPARE(records.size(), 10);
    for (qsizetype i = 0; i < records.size(); ++i)
        QCOMPARE(records[i].event.id, i + 1);
    QCOMPARE(head().lastId, 10);
}

void TestAuditRepository::rowsAreSealedInOrder()
{
    QVERIFY(append(event(u"a.a"_s), "s1"));
    QVERIFY(append(event(u"a.b"_s)));
    QVERIFY(append(event(u"a.c"_s)));
    // A seal over a gap would not be a chain.
    QCOMPARE(append(event(u"a.d"_s), "s4").error().code, ErrorCode::Internal);
    QCOMPARE(head().lastSealedId, 1);
    QCOMPARE(head().lastSeal, QByteArray("s1"));
    const auto sealLater = [&](qint64 id) {
        return m_store->database()
            .write([&](Connection &connection) {
                return AuditRepository(connection).sealLater(id, "late" + QByteArray::number(id));
            })
            .has_value();
    };
    const auto unsealed = m_store->read(
        [](Connection &connection) { return AuditRepository(connection).listUnsealed(10); });
    QCOMPARE(unsealed.size(), 2);
    QVERIFY(!sealLater(3));
    QVERIFY(!sealLater(1));
    QVERIFY(sealLater(2));
    QVERIFY(sealLater(3));
    QVERIFY(!sealLater(4));
    QCOMPARE(head().lastSealedId, 3);
    QCOMPARE(head().lastSeal, QByteArray("late3"));
    QCOMPARE(append(event(u"a.d"_s), "s4"), Result<qint64>(4));
    const auto records = m_store->read(
        [](Connection &connection) { return AuditRepository(connection).listAfter(1, 2); });
    QVERIFY(records[0].event.sealedLater);
    QCOMPARE(records[0].seal, QByteArray("late2"));
}

void TestAuditRepository::s49_rowsCannotBeChangedOrRemoved()
{
    QVERIFY(append(event(u"a.a"_s), "s1"));
    QVERIFY(!m_store->fresh().runElsewhere({u"DELETE FROM audit"_s}));
    QVERIFY(!m_store->fresh().runElsewhere({u"UPDATE audit SET action = 'x'"_s}));
    QCOMPARE(list({})->items.value(0).action, u"a.a"_s);
}

void TestAuditRepository::filters_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("actor");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("result");
    QTest::addColumn<QList<qint64>>("ids");
    const QString no;
    QTest::newRow("nothing") << no << no << no << no << QList<qint64>{4, 3, 2, 1};
    QTest::newRow("action") << u"user.created"_s << no << no << no << QList<qint64>{1};
    QTest::newRow("group") << u"user."_s << no << no << no << QList<qint64>{2, 1};
    QTest::newRow("actor's name, folded") << no << u"ROOT"_s << no << no << QList<qint64>{2, 1};
    QTest::newRow("actor's uid") << no << u"uid-root"_s << no << no << QList<qint64>{2, 1};
    QTest::newRow("target") << no << no << u"ann"_s << no << QList<qint64>{3, 1};
    QTest::newRow("result") << no << no << no << u"refused"_s << QList<qint64>{3};
    QTest::newRow("together") << u"user."_s << u"root"_s << u"ben"_s << u"ok"_s << QList<qint64>{2};
    QTest::newRow("quoted") << u"' OR 1=1 --"_s << no << no << no << QList<qint64>{};
}

void TestAuditRepository::filters()
{
    QFETCH(QString, action);
    QFETCH(QString, actor);
    QFETCH(QString, target);
    QFETCH(QString, result);
    QVERIFY(append(event(u"user.created"_s, u"root"_s, u"ann"_s)));
    QVERIFY(append(event(u"user.updated"_s, u"root"_s, u"ben"_s)));
    QVERIFY(append(event(u"sign_in.failed"_s, {}, u"ann"_s, u"refused"_s)));
    QVERIFY(append(event(u"users.exported"_s, u"ann"_s)));
    QList<qint64> ids;
    const auto page = list({.action = action, .actor = actor, .target = target, .result = result});
    QVERIFY(page);
    for (const AuditEvent &one : page->items)
        ids.append(one.id);
    QTEST(ids, "ids");
}

void TestAuditRepository::pagesNewestFirstAndTellsNewer()
{
    for (int i = 0; i < 10; ++i) {
        QVERIFY(append(event(u"a.a"_s)));
        m_store->advance(1);
    }
    AuditQuery query{.limit = 4};
    QList<qint64> ids;
    do {
        const auto page = list(query);
        QVERIFY(page);
        for (const AuditEvent &one : page->items)
            ids.append(one.id);
        query.cursor = page->nextCursor;
        QVERIFY(append(event(u"a.a"_s))); // does not move the pages
    } while (!query.cursor.isEmpty());
    QCOMPARE(ids, (QList<qint64>{10, 9, 8, 7, 6, 5, 4, 3, 2, 1}));
    QCOMPARE(list({.newerThan = 12})->items.size(), 1);
    const QDateTime end = m_store->now();
    QCOMPARE(list({.from = end.addSecs(-3), .until = end.addSecs(-1)})->items.size(), 2);
    QCOMPARE(list({.cursor = u"x"_s}).error().code, ErrorCode::InvalidFields);
}

} // namespace authdesk::server::store

QTEST_GUILESS_MAIN(authdesk::server::store::TestAuditRepository)
#include "tst_auditrepository.moc"
