// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include "core/server/store/userrepository.h"

#include <QtTest/QtTest>

#include <thread>

namespace authdesk::tests {

using model::BulkAction;

class BulkServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesToEachWhatTheSingleCallDoes_data();
    void doesToEachWhatTheSingleCallDoes();
    void oneWhoIsRefusedDoesNotUndoTheOthers();
    void everyRowThatIsDoneHasItsAuditRow();
    void aFilterMeansWhomTheListShows();
    void aFilterThatFindsTooManyChangesNobody();
    void resetsHandOutASecretEach();
    void s46_lastAdminIsLostByNoBulk();
    void s46_lastAdminSurvivesARaceOfBulks();
    void s46_bulkReachesNobodyMightier();
    void s46_whoMayDoItToNobodyIsRefusedAsAWhole();
    void s32_bulkEndsTokensAtOnce();

private:
    static base::Result<QList<service::BulkResult>>
    perform(ServiceFixture &fixture, const service::Actor &by, const service::BulkRequest &request)
    {
        return fixture.services->bulk().perform(by, request, fixture.caller());
    }
    /// What became of each: no error is Ok.
    static QList<std::optional<ErrorCode>> codesOf(const QList<service::BulkResult> &results)
    {
        QList<std::optional<ErrorCode>> codes;
        for (const service::BulkResult &result : results)
            codes.append(result.outcome ? std::nullopt
                                        : std::optional(result.outcome.error().code));
        return codes;
    }
    static service::BulkRequest request(BulkAction action, const QList<qint64> &ids)
    {
        service::BulkRequest wanted;
        wanted.action = action;
        wanted.ids = ids;
        return wanted;
    }
    /// People without a sign-in, quickly.
    static QList<qint64> addMany(ServiceFixture &fixture, int count)
    {
        return fixture.database()
            .write([&](store::Connection &connection) {
                QList<qint64> ids;
                for (int i = 0; i < count; ++i) {
                    store::NewUserRecord record;
                    record.uid = u"00000000-0000-4000-8000-%1"_s.arg(i, 12, 10, QChar(u'0'));
                    record.username = u"many%1"_s.arg(i);
                    record.roleId = 5;
                    ids.append(store::UserRepository(connection)
                                   .create(record, fixture.clock.now())
                                   .value());
                }
                return ids;
            })
            .value();
    }
    static const QList<std::optional<ErrorCode>> bothDone;
};

const QList<std::optional<ErrorCode>> BulkServiceTest::bothDone{std::nullopt, std::nullopt};

void BulkServiceTest::doesToEachWhatTheSingleCallDoes_data()
{
    QTest::addColumn<int>("action");
    for (const BulkAction action :
         {BulkAction::Disable, BulkAction::Enable, BulkAction::Delete, BulkAction::SetRole,
          BulkAction::ResetPassword, BulkAction::ResetMfa, BulkAction::Unlock,
          BulkAction::RevokeSessions})
        QTest::newRow(bulkActionName(action).data()) << int(action);
}

void BulkServiceTest::doesToEachWhatTheSingleCallDoes()
{
    QFETCH(int, action);
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto ann = fixture.addUser(root, u"ann"_s);
    const auto ben = fixture.addUser(root, u"ben"_s);
    auto &users = fixture.services->users();
    if (BulkAction(action) == BulkAction::Enable)
        QVERIFY(perform(fixture, root, request(BulkAction::Disable, {ann.id, ben.id})));
    if (BulkAction(action) == BulkAction::Unlock) {
        for (int i = 0; i < 10; ++i) {
            (void)fixture.signIn(u"ann"_s, secret(u"not this one 12"_s));
            (void)fixture.signIn(u"ben"_s, secret(u"not this one 12"_s));
        }
        QCOMPARE(users.find(root, ann.id)->status, model::UserStatus::Locked);
    }
    const auto sessions = [&](qint64 id) {
        service::SessionQuery query;
        query.userId = id;
        return fixture.services->sessions().list(root, query).value().items.size();
    };
    auto wanted = request(BulkAction(action), {ben.id, ann.id});
    wanted.roleSlug = u"auditor"_s;
    const auto results = perform(fixture, root, wanted);
    QVERIFY(results.has_value());
    QCOMPARE(results->at(0).id, ben.id);
    QCOMPARE(results->at(1).id, ann.id);
    QCOMPARE(codesOf(*results), bothDone);
    for (const qint64 id : {ann.id, ben.id}) {
        const auto user = users.find(root, id);
        QCOMPARE(user.has_value(), BulkAction(action) != BulkAction::Delete);
        switch (BulkAction(action)) {
        case BulkAction::Disable:
            QCOMPARE(user->status, model::UserStatus::Disabled);
            break;
        case BulkAction::Enable:
        case BulkAction::Unlock:
            QCOMPARE(user->status, model::UserStatus::Active);
            break;
        case BulkAction::SetRole:
            QCOMPARE(user->role.slug, u"auditor"_s);
            break;
        case BulkAction::ResetPassword:
            QVERIFY(user->mustChangePassword);
            break;
        case BulkAction::RevokeSessions:
        case BulkAction::ResetMfa:
            QCOMPARE(sessions(id), 0);
            break;
        case BulkAction::Delete:
            break;
        }
    }
}

void BulkServiceTest::oneWhoIsRefusedDoesNotUndoTheOthers()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const QList<qint64> many = addMany(fixture, 120);
    QList<qint64> ids = many;
    ids.insert(60, root.userId); // the last admin
    ids.insert(30, 999'999);     // nobody
    const auto results = perform(fixture, root, request(BulkAction::Delete, ids));
    QVERIFY(results.has_value());
    QCOMPARE(results->size(), 122);
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const service::BulkResult &result = results->at(i);
        QCOMPARE(result.id, ids[i]);
        if (result.id == 999'999)
            QCOMPARE(result.outcome.error().code, ErrorCode::NotFound);
        else if (result.id == root.userId)
            QCOMPARE(result.outcome.error().code, ErrorCode::LastAdmin);
        else
            QVERIFY(result.outcome.has_value());
    }
    QCOMPARE(fixture.services->users().list(root, {})->total, 1);
}

void BulkServiceTest::everyRowThatIsDoneHasItsAuditRow()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const QList<qint64> ids = addMany(fixture, 60);
    const qint64 before = fixture.services->audit().head()->id;
    auto caller = fixture.caller();
    caller.requestId = u"feedfeedfeedfeed"_s;
    const auto results = fixture.services->bulk().perform(
        root, request(BulkAction::Disable, ids + QList<qint64>{999'999}), caller);
    QVERIFY(results.has_value());
    QCOMPARE(fixture.services->audit().head()->id, before + 60);
    // Who is disabled already is done, and nothing is told.
    QVERIFY(perform(fixture, root, request(BulkAction::Disable, ids)));
    QCOMPARE(fixture.services->audit().head()->id, before + 60);
    service::AuditQuery query;
    query.action = u"user.updated"_s;
    query.limit = 200;
    const auto page = fixture.services->audit().list(root, query);
    QVERIFY(page.has_value());
    QCOMPARE(page->items.size(), 60);
    QSet<QString> targets;
    for (const model::AuditEvent &event : page->items) {
        targets.insert(event.targetName);
        QCOMPARE(event.actorName, u"root"_s);
        QCOMPARE(event.requestId, u"feedfeedfeedfeed"_s);
    }
    QCOMPARE(targets.size(), 60);
}

void BulkServiceTest::aFilterMeansWhomTheListShows()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    (void)addMany(fixture, 3);
    (void)fixture.addUser(root, u"helper"_s, model::helpDeskSlug);
    service::BulkRequest wanted;
    wanted.action = BulkAction::SetRole;
    wanted.roleSlug = u"auditor"_s;
    wanted.filter =
        service::BulkFilter{.search = u"many"_s, .roleSlug = u"user"_s, .status = {}, .mfa = false};
    QCOMPARE(perform(fixture, root, wanted)->size(), 3);
    service::UserQuery auditors;
    auditors.roleSlug = u"auditor"_s;
    QCOMPARE(fixture.services->users().list(root, auditors)->total, 3);
    QCOMPARE(perform(fixture, root, wanted)->size(), 0);
    wanted.action = BulkAction::Disable;
    wanted.filter = service::BulkFilter{
        .search = {}, .roleSlug = {}, .status = model::UserStatus::Active, .mfa = {}};
    // Root too, who is the last admin and stays.
    const auto results = perform(fixture, root, wanted);
    QCOMPARE(results->size(), 5);
    QCOMPARE(codesOf(*results).count(std::nullopt), 4);
}

void BulkServiceTest::aFilterThatFindsTooManyChangesNobody()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    (void)addMany(fixture, model::mostPeopleAtOnce + 1);
    const qint64 before = fixture.services->audit().head()->id;
    service::BulkRequest wanted;
    wanted.action = BulkAction::Disable;
    wanted.filter =
        service::BulkFilter{.search = u"many"_s, .roleSlug = {}, .status = {}, .mfa = {}};
    const auto refused = perform(fixture, root, wanted);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::InvalidFields);
    QCOMPARE(refused.error().fields.first().code, u"too_many"_s);
    QCOMPARE(fixture.services->audit().head()->id, before);
    wanted.filter->search = u"many1"_s; // many1, many10…, many100…, many1000
    QCOMPARE(perform(fixture, root, wanted)->size(), 112);
}

void BulkServiceTest::resetsHandOutASecretEach()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto ann = fixture.addUser(root, u"ann"_s);
    const auto ben = fixture.addUser(root, u"ben"_s);
    const auto results =
        perform(fixture, root, request(BulkAction::ResetPassword, {ann.id, root.userId, ben.id}))
            .value();
    QCOMPARE(codesOf(results),
             (QList<std::optional<ErrorCode>>{std::nullopt, ErrorCode::Forbidden, std::nullopt}));
    QVERIFY(!results[1].oneTimeSecret);
    QVERIFY(results[0].oneTimeSecret->secret.toString()
            != results[2].oneTimeSecret->secret.toString());
    for (const auto &[index, name] : {std::pair{0, u"ann"_s}, std::pair{2, u"ben"_s}}) {
        QVERIFY(!fixture.signIn(name, fixture.password));
        const auto entered = fixture.signIn(name, results[index].oneTimeSecret->secret);
        QVERIFY(entered.has_value());
        QVERIFY(std::holds_alternative<service::PasswordChangeRequired>(*entered));
    }
    const auto codes =
        perform(fixture, root, request(BulkAction::ResetMfa, {ann.id, ben.id})).value();
    QCOMPARE(codesOf(codes), bothDone);
    QCOMPARE(codes[0].oneTimeSecret->secret.view().size(), 8);
}

void BulkServiceTest::s46_lastAdminIsLostByNoBulk()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto second = fixture.addUser(root, u"second"_s, model::superAdminSlug);
    for (const BulkAction action : {BulkAction::Disable, BulkAction::Delete, BulkAction::SetRole}) {
        ServiceFixture other;
        const auto first = other.actorOf(other.setUp());
        const auto next = other.addUser(first, u"second"_s, model::superAdminSlug);
        auto wanted = request(action, {next.id, first.userId});
        wanted.roleSlug = u"user"_s;
        QCOMPARE(codesOf(perform(other, first, wanted).value()),
                 (QList<std::optional<ErrorCode>>{std::nullopt, ErrorCode::LastAdmin}));
    }
    // The other way round the actor is out, and may do nothing any more.
    QCOMPARE(
        codesOf(
            perform(fixture, root, request(BulkAction::Disable, {root.userId, second.id})).value()),
        (QList<std::optional<ErrorCode>>{std::nullopt, ErrorCode::Unauthenticated}));
}

void BulkServiceTest::s46_lastAdminSurvivesARaceOfBulks()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto other = fixture.addUser(root, u"second"_s, model::superAdminSlug);
    const auto second = fixture.actorOf(fixture.enter(u"second"_s));
    std::atomic<int> done = 0;
    {
        const auto disable = [&](const service::Actor &by, qint64 id) {
            const auto results = perform(fixture, by, request(BulkAction::Disable, {id}));
            done += results && results->first().outcome ? 1 : 0;
        };
        const std::jthread one([&] { disable(root, other.id); });
        const std::jthread two([&] { disable(second, root.userId); });
    }
    QCOMPARE(done.load(), 1);
}

void BulkServiceTest::s46_bulkReachesNobodyMightier()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    fixture.addUser(root, u"helper"_s, model::helpDeskSlug);
    const auto helper = fixture.actorOf(fixture.enter(u"helper"_s));
    const auto plain = fixture.addUser(root, u"ann"_s);
    const QList<std::optional<ErrorCode>> onlyPlain{ErrorCode::Forbidden, std::nullopt};
    for (const BulkAction action :
         {BulkAction::Disable, BulkAction::Enable, BulkAction::ResetPassword, BulkAction::ResetMfa,
          BulkAction::Unlock, BulkAction::RevokeSessions}) {
        const auto results =
            perform(fixture, helper, request(action, {root.userId, plain.id})).value();
        QVERIFY2(codesOf(results) == onlyPlain, bulkActionName(action).data());
    }
    auto wanted = request(BulkAction::SetRole, {plain.id});
    wanted.roleSlug = u"admin"_s;
    QCOMPARE(perform(fixture, helper, wanted)->first().outcome.error().code, ErrorCode::Forbidden);
    wanted.roleSlug = u"king"_s;
    QCOMPARE(perform(fixture, root, wanted)->first().outcome.error().code,
             ErrorCode::InvalidFields);
}

void BulkServiceTest::s46_whoMayDoItToNobodyIsRefusedAsAWhole()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto plain = fixture.addUser(root, u"ann"_s);
    fixture.addUser(root, u"watcher"_s, model::auditorSlug);
    fixture.addUser(root, u"helper"_s, model::helpDeskSlug);
    const auto watcher = fixture.actorOf(fixture.enter(u"watcher"_s));
    const auto helper = fixture.actorOf(fixture.enter(u"helper"_s));
    for (const BulkAction action : {BulkAction::Disable, BulkAction::Delete, BulkAction::SetRole,
                                    BulkAction::ResetPassword, BulkAction::RevokeSessions}) {
        QCOMPARE(perform(fixture, watcher, request(action, {plain.id})).error().code,
                 ErrorCode::Forbidden);
    }
    QCOMPARE(perform(fixture, helper, request(BulkAction::Delete, {plain.id})).error().code,
             ErrorCode::Forbidden);
}

void BulkServiceTest::s32_bulkEndsTokensAtOnce()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto ann = fixture.addUser(root, u"ann"_s);
    for (const BulkAction action :
         {BulkAction::RevokeSessions, BulkAction::SetRole, BulkAction::Disable, BulkAction::Enable,
          BulkAction::ResetMfa}) {
        if (action == BulkAction::Enable) {
            QVERIFY(perform(fixture, root, request(action, {ann.id})));
            continue;
        }
        const auto entered = fixture.enter(u"ann"_s);
        QVERIFY(fixture.isGood(entered.accessToken));
        auto wanted = request(action, {ann.id});
        wanted.roleSlug = u"auditor"_s;
        QVERIFY(perform(fixture, root, wanted)->first().outcome.has_value());
        QVERIFY2(!fixture.isGood(entered.accessToken), bulkActionName(action).data());
    }
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::BulkServiceTest)
#include "tst_bulkservice.moc"
