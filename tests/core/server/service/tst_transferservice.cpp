// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include "core/server/crypto/passwordformat.h"
#include "core/server/store/settingsrepository.h"
#include "core/server/store/userrepository.h"

#include <QtTest/QtTest>

namespace authdesk::tests {

using model::ImportResult;
using service::ImportMode;
using transfer::HashColumns;
using transfer::PersonRow;

/// bcrypt, four rounds of two: of "correct horse".
const QByteArray bcryptHash = "$2b$04$QQhbhCv6LZ4dYydKBwOn/Os0nvRZwZvT13PqCMVf6.O9rTd9JXCkK";

class TransferServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsUpdatesAndLeavesAsItIs();
    void aDryRunTellsTheSameAndChangesNothing();
    void matchesByUidThenByNames();
    void aRowAboutTheSamePersonIsRefused();
    void refusesARowWithoutUndoingTheOthers_data();
    void refusesARowWithoutUndoingTheOthers();
    void exportedPeopleAreTheSameAfterTheImport();
    void importedHashesSignInAndAreRenewed();
    void aOneTimePasswordMovesWithItsEnd();
    void someoneWithoutAPasswordMustGetOne();
    void aFilterMeansWhomTheListShows();
    void everyChangeHasItsAuditRow();
    void s14_refusalsWaitForTheSlowestForm();
    void s14_refusalsWaitOnlyWhileAnImportedHashIsLeft();
    void s46_nobodyImportsARoleBeyondTheirOwn();
    void s46_nobodyReachesTheMightierByAFile();
    void s46_lastAdminIsLostByNoFile();
    void s46_whoMayCreateNobodyImportsNothing();
    void s09_importChoosesNoPasswordForSomebodyWhoIsThere();
    void s32_importEndsTokensAtOnce();
    void s08_hashesLeaveOnlyWithTheRightToBackUp();
    void s50_importClosesTheFirstRun();

private:
    static PersonRow row(const QString &username)
    {
        PersonRow row;
        row.username = username;
        return row;
    }
    static QList<PersonRow> numbered(QList<PersonRow> rows)
    {
        for (qsizetype i = 0; i < rows.size(); ++i)
            rows[i].row = int(i) + 1;
        return rows;
    }
    static model::ImportReport import(ServiceFixture &fixture, const service::Actor &by,
                                      const QList<PersonRow> &rows,
                                      ImportMode mode = ImportMode::Commit)
    {
        return fixture.services->transfer()
            .importPeople(&by, numbered(rows), mode, fixture.caller())
            .value();
    }
    static model::ImportReport importAsOwner(service::Services &services,
                                             const QList<PersonRow> &rows)
    {
        return services.transfer()
            .importPeople(nullptr, numbered(rows), ImportMode::Commit,
                          {.address = {}, .userAgent = {}, .system = u"command"_s, .requestId = {}})
            .value();
    }
    static QList<ImportResult> resultsOf(const model::ImportReport &report)
    {
        QList<ImportResult> results;
        for (const model::ImportedRow &one : report.rows)
            results.append(one.result);
        return results;
    }
    static QList<transfer::PersonCells> exported(service::Services &services,
                                                 const service::Actor *by,
                                                 const service::ExportRequest &request)
    {
        QList<transfer::PersonCells> all;
        const auto done = services.transfer().exportPeople(
            by, request, {.address = {}, .userAgent = {}, .system = u"command"_s, .requestId = {}},
            [&](const QList<transfer::PersonCells> &some) -> base::Result<> {
                all += some;
                return {};
            });
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
        return all;
    }
    static std::optional<store::UserRecord> find(ServiceFixture &fixture, const QString &login)
    {
        return fixture.database()
            .read([&](store::Connection &connection) {
                return store::UserRepository(connection).findByLogin(login, fixture.clock.now());
            })
            .value();
    }
    static QList<model::AuditEvent> events(ServiceFixture &fixture, const service::Actor &by,
                                           const QString &action)
    {
        service::AuditQuery query;
        query.action = action;
        return fixture.services->audit().list(by, query)->items;
    }
};

void TransferServiceTest::createsUpdatesAndLeavesAsItIs()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    (void)fixture.addUser(root, u"anna"_s);
    (void)fixture.addUser(root, u"ben"_s);
    PersonRow anna = row(u"Anna"_s);
    anna.username = u"anna"_s;
    anna.email = u"anna@acme.example"_s;
    anna.role = u"Help desk"_s;
    PersonRow cho = row(u"cho"_s);
    cho.firstName = u"Cho"_s;
    cho.disabled = true;
    const auto report = import(fixture, root, {anna, row(u"ben"_s), cho});
    QCOMPARE(resultsOf(report),
             (QList{ImportResult::Updated, ImportResult::Unchanged, ImportResult::Created}));
    QCOMPARE(report.rows[0].changes.value(u"role"_s).toObject(),
             (QJsonObject{{u"old"_s, u"user"_s}, {u"new"_s, u"help_desk"_s}}));
    QCOMPARE(report.rows[0].changes.value(u"email"_s)[u"new"_s].toString(), u"anna@acme.example"_s);
    QVERIFY(report.rows[1].changes.isEmpty());
    QCOMPARE(find(fixture, u"anna@acme.example"_s)->user.role.slug, u"help_desk"_s);
    const auto made = find(fixture, u"cho"_s);
    QCOMPARE(made->user.id, report.rows[2].id);
    QCOMPARE(made->user.status, model::UserStatus::Disabled);
    QCOMPARE(made->disabledBy, u"root"_s);
    QCOMPARE(report.rows[2].row, 3);
    const auto again = import(fixture, root, {anna, row(u"ben"_s), cho});
    QCOMPARE(again.count(ImportResult::Unchanged), 3);
}

void TransferServiceTest::aDryRunTellsTheSameAndChangesNothing()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    (void)fixture.addUser(root, u"anna"_s);
    PersonRow anna = row(u"anna"_s);
    anna.lastName = u"Kovac"_s;
    PersonRow bad = row(u"bad@name"_s);
    const QList<PersonRow> rows{anna, row(u"new"_s), row(u"new"_s), bad};
    const auto planned = import(fixture, root, rows, ImportMode::DryRun);
    QVERIFY(planned.isDryRun);
    QVERIFY(!find(fixture, u"new"_s));
    QCOMPARE(find(fixture, u"anna"_s)->user.lastName, QString());
    QCOMPARE(events(fixture, root, u"users.imported"_s).size(), 0);
    QCOMPARE(planned.rows[1].id, 0);
    auto done = import(fixture, root, rows);
    QCOMPARE(resultsOf(done), resultsOf(planned));
    QCOMPARE(resultsOf(done), (QList{ImportResult::Updated, ImportResult::Created,
                                     ImportResult::Refused, ImportResult::Refused}));
    QVERIFY(done.rows[1].id > 0);
    done.rows[1].id = 0;
    QCOMPARE(done.rows, planned.rows);
    QVERIFY(fixture.services->audit().verify(root)->ok);
}

void TransferServiceTest::matchesByUidThenByNames()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const model::User anna = fixture.addUser(root, u"anna"_s);
    PersonRow mail = row(u"ben"_s);
    mail.email = u"ben@acme.example"_s;
    (void)import(fixture, root, {mail});
    PersonRow renamed = row(u"anna2"_s);
    renamed.uid = anna.uid;
    PersonRow byMail;
    byMail.email = u"BEN@acme.example"_s;
    byMail.firstName = u"Ben"_s;
    PersonRow freed = row(u"anna"_s);
    const auto report = import(fixture, root, {renamed, byMail, freed});
    QCOMPARE(resultsOf(report),
             (QList{ImportResult::Updated, ImportResult::Updated, ImportResult::Created}));
    QCOMPARE(find(fixture, u"anna2"_s)->user.id, anna.id);
    QCOMPARE(find(fixture, u"ben"_s)->user.firstName, u"Ben"_s);
    QVERIFY(find(fixture, u"anna"_s)->user.id != anna.id);
}

void TransferServiceTest::aRowAboutTheSamePersonIsRefused()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    PersonRow mail = row(u"anna"_s);
    mail.email = u"anna@acme.example"_s;
    PersonRow again;
    again.email = u"ANNA@ACME.example"_s;
    const auto report = import(fixture, root, {mail, again, row(u"\uff41nna"_s)});
    QCOMPARE(resultsOf(report),
             (QList{ImportResult::Created, ImportResult::Refused, ImportResult::Refused}));
    QCOMPARE(report.rows[1].error->fields.first().code, u"duplicate"_s);
}

void TransferServiceTest::refusesARowWithoutUndoingTheOthers_data()
{
    QTest::addColumn<PersonRow>("bad");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("code");
    PersonRow bad = row(u"bad"_s);
    bad.role = u"king"_s;
    QTest::newRow("a role that is none") << bad << u"role"_s << u"unknown"_s;
    bad = row(u"bad"_s);
    bad.email = u"nowhere"_s;
    QTest::newRow("no address") << bad << u"email"_s << u"invalid"_s;
    bad = row(u"bad@acme.example"_s);
    QTest::newRow("a name that is another's address") << bad << u"username"_s << u"not_own_email"_s;
    bad = row(u"bad"_s);
    bad.passwordHash = "letmein";
    QTest::newRow("no hash") << bad << u"password_hash"_s << u"unknown_format"_s;
    bad.passwordHash = "$2b$20$DrJUXPmMK2Kq60rofIrSZOFqhiwURYokoObaqWHDOn3UuBPhSYKxW";
    QTest::newRow("a hash that takes too long") << bad << u"password_hash"_s << u"too_costly"_s;
    bad = row(u"bad"_s);
    bad.problems.append({.field = u"valid_until"_s, .code = u"not_a_time"_s, .message = u"x"_s});
    QTest::newRow("a cell that means nothing") << bad << u"valid_until"_s << u"not_a_time"_s;
    bad = row(u"anna"_s);
    bad.email = u"ben@acme.example"_s;
    QTest::newRow("somebody else's address") << bad << u"email"_s << u"taken"_s;
}

void TransferServiceTest::refusesARowWithoutUndoingTheOthers()
{
    QFETCH(PersonRow, bad);
    QFETCH(QString, field);
    QFETCH(QString, code);
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    PersonRow ben = row(u"ben"_s);
    ben.email = u"ben@acme.example"_s;
    (void)import(fixture, root, {row(u"anna"_s), ben});
    const auto report = import(fixture, root, {row(u"first"_s), bad, row(u"last"_s)});
    QCOMPARE(resultsOf(report),
             (QList{ImportResult::Created, ImportResult::Refused, ImportResult::Created}));
    QCOMPARE(report.rows[1].error->fields.first().field, field);
    QCOMPARE(report.rows[1].error->fields.first().code, code);
    QVERIFY(find(fixture, u"first"_s) && find(fixture, u"last"_s));
    QVERIFY(!find(fixture, u"bad"_s));
    QVERIFY(!find(fixture, u"anna"_s)->user.email);
}

void TransferServiceTest::exportedPeopleAreTheSameAfterTheImport()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    (void)fixture.addUser(root, u"anna"_s, model::adminSlug);
    PersonRow ben = row(u"ben"_s);
    ben.email = u"ben@acme.example"_s;
    ben.firstName = u"=Ben"_s;
    ben.lastName = u"Ode, \u0141"_s;
    ben.validUntil = fixture.clock.now().addDays(3);
    ben.disabled = true;
    ben.createdAt = fixture.clock.now().addDays(-900);
    ben.lastLoginAt = fixture.clock.now().addDays(-9);
    ben.passwordHash = bcryptHash;
    ben.mustChangePassword = true;
    (void)import(fixture, root, {ben, row(u"cho"_s)});
    fixture.clock.advanceDays(1);
    const service::ExportRequest whole{.filter = {}, .hashes = HashColumns::Yes};
    const auto before = exported(*fixture.services, nullptr, whole);
    QCOMPARE(before.size(), 4);

    ServiceFixture other;
    other.clock.advanceDays(1);
    const auto report = importAsOwner(*other.services, transfer::rowsOf(before));
    QCOMPARE(report.count(ImportResult::Created), 4);
    QCOMPARE(exported(*other.services, nullptr, whole), before);
    QCOMPARE(find(other, u"ben"_s)->user.createdAt, find(fixture, u"ben"_s)->user.createdAt);
    // And once more: everything is there.
    QCOMPARE(
        importAsOwner(*other.services, transfer::rowsOf(before)).count(ImportResult::Unchanged), 4);
    (void)other.enter(u"anna"_s);
}

void TransferServiceTest::importedHashesSignInAndAreRenewed()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    PersonRow anna = row(u"anna"_s);
    anna.passwordHash = bcryptHash;
    (void)import(fixture, root, {anna});
    QVERIFY(!fixture.signIn(u"anna"_s, secret(u"correct horsf"_s)));
    QCOMPARE(find(fixture, u"anna"_s)->passwordHash, bcryptHash);
    const auto first = fixture.signIn(u"anna"_s, secret(u"correct horse"_s));
    QVERIFY(first && std::holds_alternative<service::SignedIn>(*first));
    QVERIFY(find(fixture, u"anna"_s)->passwordHash.startsWith("$argon2id$"));
    QVERIFY(fixture.signIn(u"anna"_s, secret(u"correct horse"_s)));
    QVERIFY(!fixture.signIn(u"anna"_s, secret(u"correct horsf"_s)));
}

void TransferServiceTest::aOneTimePasswordMovesWithItsEnd()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    PersonRow anna = row(u"anna"_s);
    anna.passwordHash = bcryptHash;
    anna.oneTimeExpiresAt = fixture.clock.now().addDays(1);
    (void)import(fixture, root, {anna});
    QCOMPARE(find(fixture, u"anna"_s)->user.status, model::UserStatus::Invited);
    const auto inTime = fixture.signIn(u"anna"_s, secret(u"correct horse"_s)).value();
    QVERIFY(std::holds_alternative<service::PasswordChangeRequired>(inTime));
    fixture.clock.advanceDays(2);
    QVERIFY(!fixture.signIn(u"anna"_s, secret(u"correct horse"_s)));
}

void TransferServiceTest::someoneWithoutAPasswordMustGetOne()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto report = import(fixture, root, {row(u"anna"_s)});
    QCOMPARE(find(fixture, u"anna"_s)->user.status, model::UserStatus::Invited);
    QVERIFY(!fixture.signIn(u"anna"_s, secret({})));
    const auto reset =
        fixture.services->users().resetPassword(root, report.rows[0].id, fixture.caller()).value();
    QVERIFY(std::holds_alternative<service::PasswordChangeRequired>(
        fixture.signIn(u"anna"_s, reset.secret).value()));
}

void TransferServiceTest::aFilterMeansWhomTheListShows()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    PersonRow anna = row(u"anna"_s);
    anna.role = u"auditor"_s;
    PersonRow ben = row(u"ben"_s);
    ben.disabled = true;
    (void)import(fixture, root, {anna, ben, row(u"annabel"_s)});
    const auto names = [&](const service::BulkFilter &filter) {
        QStringList all;
        for (const auto &one : exported(*fixture.services, &root, {.filter = filter}))
            all.append(one[transfer::PersonColumn::Username]);
        return all;
    };
    QCOMPARE(names({}), (QStringList{u"root"_s, u"anna"_s, u"ben"_s, u"annabel"_s}));
    QCOMPARE(names({.search = u"ann"_s, .roleSlug = {}, .status = {}, .mfa = {}}),
             (QStringList{u"anna"_s, u"annabel"_s}));
    QCOMPARE(names({.search = {}, .roleSlug = u"auditor"_s, .status = {}, .mfa = {}}),
             QStringList{u"anna"_s});
    QCOMPARE(
        names({.search = {}, .roleSlug = {}, .status = model::UserStatus::Disabled, .mfa = false}),
        QStringList{u"ben"_s});
}

void TransferServiceTest::everyChangeHasItsAuditRow()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    PersonRow anna = row(u"anna"_s);
    anna.role = u"auditor"_s;
    PersonRow ben = row(u"ben"_s);
    ben.passwordHash = bcryptHash;
    (void)import(fixture, root, {anna, ben, row(u"x@y"_s)});
    const auto imports = events(fixture, root, u"users.imported"_s);
    QCOMPARE(imports.size(), 1);
    QCOMPARE(imports.first().actorName, u"root"_s);
    QCOMPARE(imports.first().changes.value(u"created"_s)[u"new"_s].toInt(), 2);
    QCOMPARE(imports.first().changes.value(u"refused"_s)[u"new"_s].toInt(), 1);
    // Whoever may do something is told by name.
    const auto made = events(fixture, root, u"user.created"_s);
    QCOMPARE(made.size(), 1);
    QCOMPARE(made.first().targetName, u"anna"_s);
    ben.firstName = u"Ben"_s;
    (void)import(fixture, root, {ben});
    QCOMPARE(events(fixture, root, u"user.updated"_s).first().targetName, u"ben"_s);
    (void)import(fixture, root, {ben});
    QCOMPARE(events(fixture, root, u"users.imported"_s).size(), 2);
    QVERIFY(fixture.services->audit().verify(root)->ok);
    (void)exported(*fixture.services, &root, {});
    QCOMPARE(events(fixture, root, u"users.exported"_s).size(), 1);
    for (const model::AuditEvent &event : events(fixture, root, {}))
        QVERIFY(!QJsonDocument(event.changes).toJson().contains("$2b$"));
}

void TransferServiceTest::s14_refusalsWaitForTheSlowestForm()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    (void)fixture.addUser(root, u"anna"_s);
    // Ours takes next to nothing here, this one tens of milliseconds.
    PersonRow slow = row(u"slow"_s);
    slow.passwordHash = "$2b$10$DrJUXPmMK2Kq60rofIrSZOFqhiwURYokoObaqWHDOn3UuBPhSYKxW";
    PersonRow gone = row(u"gone"_s);
    gone.disabled = true;
    (void)import(fixture, root, {slow, gone});
    const auto slowest =
        fixture.database()
            .read([](store::Connection &connection) {
                return store::SettingsRepository(connection).findFact(u"slowest_password_hash"_s);
            })
            .value();
    QVERIFY(slowest && slowest->startsWith("$2b$10$") && !slowest->contains("DrJUXPm"));
    QVERIFY(!fixture.signIn(u"slow"_s, secret(u"wrong"_s)));
    const auto least = fixture.hasher.slower(*slowest).value();
    QVERIFY(least > std::chrono::milliseconds(5));
    for (const QString &name : {u"anna"_s, u"nobody"_s, u"gone"_s, u"slow"_s}) {
        const quint64 before = fixture.hasher.count();
        const auto began = std::chrono::steady_clock::now();
        QVERIFY(!fixture.signIn(name, secret(u"wrong"_s)));
        // The measured time moves a little with each check of the slow form.
        QVERIFY2(std::chrono::steady_clock::now() - began > least / 2, qPrintable(name));
        QCOMPARE(fixture.hasher.count(), before + 1);
    }
    // A right password waits for nobody.
    const auto began = std::chrono::steady_clock::now();
    QVERIFY(fixture.signIn(u"anna"_s, fixture.password));
    QVERIFY(std::chrono::steady_clock::now() - began < std::chrono::seconds(5));
}

void TransferServiceTest::s14_refusalsWaitOnlyWhileAnImportedHashIsLeft()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto slowest = [&fixture] {
        fixture.services->tidyUp();
        return fixture.database()
            .read([](store::Connection &connection) {
                return store::SettingsRepository(connection).findFact(u"slowest_password_hash"_s);
            })
            .value();
    };
    PersonRow anna = row(u"anna"_s);
    anna.passwordHash = bcryptHash;
    PersonRow ben = row(u"ben"_s);
    ben.passwordHash = bcryptHash;
    ben.oneTimeExpiresAt = fixture.clock.now().addDays(1);
    const auto first = import(fixture, root, {anna, ben});
    QVERIFY(slowest());
    QVERIFY(fixture.signIn(u"anna"_s, secret(u"correct horse"_s)));
    // Ben's is one for once.
    QVERIFY(slowest());
    // Who comes in now has a lower place than the one that was seen, and keeps it up too.
    QCOMPARE(importAsOwner(*fixture.services, {anna}).rows[0].result, ImportResult::Updated);
    QVERIFY(
        fixture.services->users().remove(root, first.rows[1].id, {}, fixture.caller()).has_value());
    QVERIFY(slowest());
    QVERIFY(fixture.signIn(u"anna"_s, secret(u"correct horse"_s)));
    QVERIFY(!slowest());
    // Ours alone is nothing to wait for.
    PersonRow moved = row(u"moved"_s);
    moved.passwordHash = fixture.hasher.hash(fixture.password).value();
    (void)import(fixture, root, {moved});
    QVERIFY(!slowest());
    (void)import(fixture, root, {ben});
    QVERIFY(slowest());
}

void TransferServiceTest::s46_nobodyImportsARoleBeyondTheirOwn()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    (void)fixture.addUser(root, u"admin"_s, model::adminSlug);
    (void)fixture.addUser(root, u"anna"_s);
    const auto admin = fixture.actorOf(fixture.enter(u"admin"_s));
    PersonRow anna = row(u"anna"_s);
    anna.role = QString(model::superAdminSlug);
    PersonRow made = row(u"made"_s);
    made.role = u"Super Admin"_s;
    const auto report = import(fixture, admin, {anna, made, row(u"fine"_s)});
    QCOMPARE(resultsOf(report),
             (QList{ImportResult::Refused, ImportResult::Refused, ImportResult::Created}));
    QCOMPARE(report.rows[0].error->code, ErrorCode::Forbidden);
    QCOMPARE(report.rows[1].error->code, ErrorCode::Forbidden);
    QCOMPARE(find(fixture, u"anna"_s)->user.role.slug, u"user"_s);
    QVERIFY(!find(fixture, u"made"_s));
}

void TransferServiceTest::s46_nobodyReachesTheMightierByAFile()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    (void)fixture.addUser(root, u"admin"_s, model::adminSlug);
    const auto admin = fixture.actorOf(fixture.enter(u"admin"_s));
    PersonRow disabled = row(u"root"_s);
    disabled.disabled = true;
    PersonRow taken;
    taken.uid = root.uid;
    taken.username = u"root"_s;
    taken.email = u"admin@acme.example"_s;
    for (const PersonRow &attack : {disabled, taken}) {
        const auto report = import(fixture, admin, {attack});
        QCOMPARE(report.rows[0].error->code, ErrorCode::Forbidden);
    }
    QCOMPARE(find(fixture, u"root"_s)->user.status, model::UserStatus::Active);
    QVERIFY(!find(fixture, u"admin@acme.example"_s));
}

void TransferServiceTest::s46_lastAdminIsLostByNoFile()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    (void)fixture.addUser(root, u"second"_s, model::adminSlug);
    PersonRow second = row(u"second"_s);
    second.role = u"user"_s;
    PersonRow first = row(u"root"_s);
    first.disabled = true;
    // Either may go, both may not.
    const auto report = importAsOwner(*fixture.services, {second, first});
    QCOMPARE(resultsOf(report), (QList{ImportResult::Updated, ImportResult::Refused}));
    QCOMPARE(report.rows[1].error->code, ErrorCode::LastAdmin);
    QVERIFY(fixture.services->transfer().hasManager().value());
}

void TransferServiceTest::s46_whoMayCreateNobodyImportsNothing()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    (void)fixture.addUser(root, u"desk"_s, model::helpDeskSlug);
    const auto desk = fixture.actorOf(fixture.enter(u"desk"_s));
    const auto report = fixture.services->transfer().importPeople(
        &desk, {row(u"anna"_s)}, ImportMode::Commit, fixture.caller());
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Forbidden);
    const auto many = fixture.services->transfer().importPeople(
        &root, QList<PersonRow>(5001), ImportMode::DryRun, fixture.caller());
    QCOMPARE(many.error().code, ErrorCode::TooLarge);
}

void TransferServiceTest::s09_importChoosesNoPasswordForSomebodyWhoIsThere()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    (void)fixture.addUser(root, u"anna"_s);
    PersonRow anna = row(u"anna"_s);
    anna.passwordHash = bcryptHash;
    const auto report = import(fixture, root, {anna});
    QCOMPARE(report.rows[0].result, ImportResult::Unchanged);
    QVERIFY(report.rows[0].passwordKept);
    (void)fixture.enter(u"anna"_s);
    QVERIFY(!fixture.signIn(u"anna"_s, secret(u"correct horse"_s)));
    // The owner of the data folder may.
    QCOMPARE(importAsOwner(*fixture.services, {anna}).rows[0].result, ImportResult::Updated);
    QVERIFY(!fixture.signIn(u"anna"_s, fixture.password));
    QVERIFY(fixture.signIn(u"anna"_s, secret(u"correct horse"_s)));
    QCOMPARE(events(fixture, root, u"user.password_imported"_s).size(), 1);
}

void TransferServiceTest::s32_importEndsTokensAtOnce()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    (void)fixture.addUser(root, u"anna"_s);
    const auto token = fixture.enter(u"anna"_s).accessToken;
    QVERIFY(fixture.isGood(token));
    PersonRow anna = row(u"anna"_s);
    anna.disabled = true;
    (void)import(fixture, root, {anna}, ImportMode::DryRun);
    QVERIFY(fixture.isGood(token));
    (void)import(fixture, root, {anna});
    QVERIFY(!fixture.isGood(token));
}

void TransferServiceTest::s08_hashesLeaveOnlyWithTheRightToBackUp()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    (void)fixture.addUser(root, u"admin"_s, model::adminSlug);
    const auto admin = fixture.actorOf(fixture.enter(u"admin"_s));
    const service::ExportRequest withHashes{.filter = {}, .hashes = HashColumns::Yes};
    const auto take = [](const QList<transfer::PersonCells> &) -> base::Result<> { return {}; };
    auto &transfers = fixture.services->transfer();
    QCOMPARE(transfers.exportPeople(&admin, withHashes, fixture.caller(), take).error().code,
             ErrorCode::Forbidden);
    for (const auto &one : exported(*fixture.services, &admin, {}))
        QVERIFY(one[transfer::PersonColumn::PasswordHash].isEmpty());
    for (const auto &one : exported(*fixture.services, &root, withHashes))
        QVERIFY(one[transfer::PersonColumn::PasswordHash].startsWith("$argon2id$"_L1));
    // Who may back up but not all that another may gets the others' hashes only.
    service::Actor keeper = root;
    keeper.statements = {
        {.actions = {model::Action::Manage}, .subjects = {model::Subject::Backups}},
        {.actions = {model::Action::Read}, .subjects = {model::Subject::Users}}};
    for (const auto &one : exported(*fixture.services, &keeper, withHashes))
        QVERIFY(one[transfer::PersonColumn::PasswordHash].isEmpty());
    fixture.clock.advanceSeconds(16 * 60);
    QCOMPARE(transfers.exportPeople(&root, withHashes, fixture.caller(), take).error().code,
             ErrorCode::RecentSignInRequired);
}

void TransferServiceTest::s50_importClosesTheFirstRun()
{
    ServiceFixture fixture;
    QVERIFY(fixture.services->setup().needsSetup());
    QVERIFY(!fixture.services->transfer().hasManager().value());
    PersonRow root = row(u"root"_s);
    root.role = QString(model::superAdminSlug);
    root.passwordHash = bcryptHash;
    // As another program beside the server.
    const auto beside = fixture.withoutKey();
    QCOMPARE(importAsOwner(*beside, {root}).rows[0].result, ImportResult::Created);
    QVERIFY(!fixture.services->setup().needsSetup());
    QVERIFY(fixture.services->transfer().hasManager().value());
    const auto signedIn = fixture.signIn(u"root"_s, secret(u"correct horse"_s)).value();
    const auto actor = fixture.actorOf(std::get<service::SignedIn>(signedIn));
    QVERIFY(fixture.services->audit().verify(actor)->ok);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TransferServiceTest)
#include "tst_transferservice.moc"
