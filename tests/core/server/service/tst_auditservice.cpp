// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include "core/server/service/audittrail.h"
#include "core/server/store/auditrepository.h"
#include "core/server/store/connection.h"

#include <QtTest/QtTest>

namespace authdesk::tests {

class AuditServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s49_tellsOldAndNewWithoutSecrets();
    void s49_verifiesTheChain();
    void s49_missingEndIsNoticedByTheKnownHead();
    void canonicalRowTellsFieldsApart();
    void rescueRowsAreSealedLater();
    void waitsForNewer();
    void readsEverythingPartByPart();
    void readingEndsWhenTheTakerSaysSo();
    void rescueIsSeenAfterForgettingAll();

private:
    static void writeEvents(ServiceFixture &fixture, int count);
};

void AuditServiceTest::writeEvents(ServiceFixture &fixture, int count)
{
    const auto written = fixture.database().write([&](store::Connection &connection) {
        store::AuditRepository audit(connection);
        model::AuditEvent event;
        event.at = fixture.clock.now();
        event.action = u"test.event"_s;
        event.result = u"ok"_s;
        for (int i = 0; i < count; ++i)
            (void)audit.append(event, {}, audit.head());
    });
    QVERIFY(written.has_value());
}

void AuditServiceTest::s49_tellsOldAndNewWithoutSecrets()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto user = fixture.addUser(root, u"alice"_s);
    service::UserChange wanted;
    wanted.firstName = u"Alice"_s;
    QVERIFY(fixture.services->users()
                .update(root, user.id, wanted, std::nullopt, fixture.caller())
                .has_value());
    const auto page = fixture.services->audit().list(root, {}).value();
    const auto newest = page.items.first();
    QCOMPARE(newest.action, u"user.updated"_s);
    QCOMPARE(newest.actorName, u"root"_s);
    QCOMPARE(newest.targetName, u"alice"_s);
    QCOMPARE(newest.changes.value(u"first_name"_s).toObject(),
             (QJsonObject{{u"old"_s, QString()}, {u"new"_s, u"Alice"_s}}));
    for (const model::AuditEvent &event : page.items) {
        const QByteArray row = service::canonicalRow(event);
        QVERIFY(!row.contains(fixture.password.view().toByteArray()));
        QVERIFY(!row.contains("argon2"));
    }
}

void AuditServiceTest::s49_verifiesTheChain()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    fixture.addUser(root, u"alice"_s);
    const auto whole = fixture.services->audit().verify(root).value();
    QVERIFY(whole.ok);
    QCOMPARE(whole.checked, fixture.services->audit().head()->id);
    QVERIFY(whole.checked > 3);
    QVERIFY(fixture.database()
                .write([](store::Connection &connection) {
                    // Whoever owns the file can get past its triggers, but not past the chain.
                    (void)connection.transact(FreshDatabase::isPostgresql()
                                                  ? "DROP TRIGGER audit_keeps_content ON audit"
                                                  : "DROP TRIGGER audit_keeps_content");
                    connection.execute("UPDATE audit SET action = 'nothing' WHERE id = 2", {});
                })
                .has_value());
    const auto broken = fixture.services->audit().verify(root).value();
    QVERIFY(!broken.ok);
    QCOMPARE(broken.brokenAt, std::optional<qint64>(2));
    QCOMPARE(broken.checked, 1);
}

void AuditServiceTest::s49_missingEndIsNoticedByTheKnownHead()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    auto head = fixture.services->audit().head().value();
    fixture.services->audit().setKnownHead(head);
    QVERIFY(fixture.services->audit().verify(root)->ok);
    ++head.id;
    fixture.services->audit().setKnownHead(head);
    const auto verdict = fixture.services->audit().verify(root).value();
    QVERIFY(!verdict.ok);
    QCOMPARE(verdict.brokenAt, std::optional<qint64>(head.id));
}

void AuditServiceTest::canonicalRowTellsFieldsApart()
{
    model::AuditEvent left;
    left.actorName = u"ab"_s;
    left.targetUid = u"c"_s;
    model::AuditEvent right;
    right.actorName = u"a"_s;
    right.targetUid = u"bc"_s;
    QVERIFY(service::canonicalRow(left) != service::canonicalRow(right));
    right = left;
    right.sealedLater = true;
    QVERIFY(service::canonicalRow(left) != service::canonicalRow(right));
}

void AuditServiceTest::rescueRowsAreSealedLater()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    fixture.addUser(root, u"alice"_s);
    QVERIFY(fixture.withoutKey()->rescue().disable(u"alice"_s).has_value());
    auto newest = fixture.services->audit().list(root, {})->items.first();
    QCOMPARE(newest.system, u"command"_s);
    QVERIFY(!newest.sealedLater);
    QVERIFY(fixture.services->audit().verify(root)->ok);
    QCOMPARE(fixture.services->audit().sealOutstanding().value(), 1);
    newest = fixture.services->audit().list(root, {})->items.first();
    QVERIFY(newest.sealedLater);
    QVERIFY(fixture.services->audit().verify(root)->ok);
    QCOMPARE(fixture.services->audit().head()->id, newest.id);
}

void AuditServiceTest::waitsForNewer()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    service::AuditQuery query;
    query.after = fixture.services->audit().head()->id;
    auto future = fixture.services->audit().waitForNewer(root, query, 60);
    service::NewUser wanted;
    wanted.username = u"alice"_s;
    QVERIFY(fixture.services->users().create(root, wanted, fixture.caller()).has_value());
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result()->items.first().action, u"user.created"_s);

    query.after = fixture.services->audit().head()->id;
    auto empty = fixture.services->audit().waitForNewer(root, query, 0);
    QTRY_VERIFY(empty.isFinished());
    QVERIFY(empty.result()->items.isEmpty());
}

void AuditServiceTest::readsEverythingPartByPart()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    writeEvents(fixture, 2100);
    service::AuditQuery query;
    query.action = u"test.event"_s;
    query.limit = 1; // what a list would give at once is no matter here
    QList<qint64> ids;
    int parts = 0;
    const auto read = fixture.services->audit().readAll(
        root, query, [&](const QList<model::AuditEvent> &events) -> base::Result<> {
            ++parts;
            // What comes meanwhile is newer than where the reading began.
            writeEvents(fixture, 1);
            for (const model::AuditEvent &event : events)
                ids.append(event.id);
            return {};
        });
    QVERIFY(read);
    QVERIFY(parts > 1);
    QCOMPARE(ids.size(), 2100);
    QVERIFY(std::is_sorted(ids.crbegin(), ids.crend()));
    QCOMPARE(QSet<qint64>(ids.cbegin(), ids.cend()).size(), 2100);
}

void AuditServiceTest::readingEndsWhenTheTakerSaysSo()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    writeEvents(fixture, 2100);
    int parts = 0;
    const auto read = fixture.services->audit().readAll(
        root, {}, [&](const QList<model::AuditEvent> &) -> base::Result<> {
            ++parts;
            return base::fail(ErrorCode::FileFailed, u"full"_s);
        });
    QCOMPARE(read.error().code, ErrorCode::FileFailed);
    QCOMPARE(parts, 1);
    service::Actor nobody;
    QCOMPARE(fixture.services->audit()
                 .readAll(nobody, {}, [](const auto &) { return base::Result<>(); })
                 .error()
                 .code,
             ErrorCode::Forbidden);
}

void AuditServiceTest::rescueIsSeenAfterForgettingAll()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    fixture.addUser(root, u"alice"_s);
    const auto signedIn = fixture.enter(u"alice"_s);
    QVERIFY(fixture.isGood(signedIn.accessToken));
    QVERIFY(fixture.withoutKey()->rescue().disable(u"alice"_s).has_value());
    fixture.services->tokens().forgetAll(); // what the host does when the data changed outside
    QVERIFY(!fixture.isGood(signedIn.accessToken));
    const auto password = fixture.withoutKey()->rescue().resetPassword(u"root"_s);
    QVERIFY(password.has_value());
    QVERIFY(fixture.signIn(u"root"_s, password->secret).has_value());
    QCOMPARE(fixture.withoutKey()->rescue().unlock(u"nobody"_s).error().code, ErrorCode::NotFound);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::AuditServiceTest)
#include "tst_auditservice.moc"
