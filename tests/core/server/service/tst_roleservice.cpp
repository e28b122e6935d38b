// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include "core/model/statementjson.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QtTest>

namespace authdesk::tests {

using model::Action;
using model::Subject;

class RoleServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesChangesAndDeletes();
    void refusesNamesThatAreTaken();
    void anOldVersionChangesNothing();
    void predefinedRolesStay();
    void s46_nobodyMakesOrEditsARoleWithRightsTheyLack();
    void s46_lastAdminSurvivesEveryChangeOfRoles();
    void s32_deletingARoleMovesItsPeopleAndEndsTheirTokens();
    void aChangeIsInForceAtOnce();
    void s46_conditionsDecideOnCallsAboutPeople();
    void s46_fieldsDecideOnCallsAboutPeople();
    void s46_readingSomeShowsNobodyElse();
    void checkTellsTheDecidingStatement();

private:
    static QList<model::Statement> parsed(const QByteArray &json)
    {
        return model::readStatements(QJsonDocument::fromJson(json).array(),
                                     model::StatementSpelling::Casl)
            .value();
    }
    static base::Result<model::Role> make(ServiceFixture &fixture, const service::Actor &by,
                                          const QString &name, const QByteArray &json)
    {
        return fixture.services->roles().create(
            by, {.name = name, .slug = {}, .statements = parsed(json)}, fixture.caller());
    }
    /// Somebody with a role of these statements.
    static service::Actor actorWith(ServiceFixture &fixture, const service::Actor &root,
                                    const QByteArray &json, const QString &name = u"keeper"_s)
    {
        const QString slug = make(fixture, root, name, json).value().slug;
        fixture.addUser(root, name, QLatin1StringView(slug.toLatin1()));
        return fixture.actorOf(fixture.enter(name));
    }
    static base::Result<model::User> rename(ServiceFixture &fixture, const service::Actor &by,
                                            qint64 id)
    {
        service::UserChange change;
        change.firstName = u"New"_s;
        return fixture.services->users().update(by, id, change, std::nullopt, fixture.caller());
    }
    static QByteArray lastAudit(ServiceFixture &fixture, const service::Actor &root)
    {
        const auto page = fixture.services->audit().list(root, {}).value();
        return page.items.first().action.toUtf8() + ' '
               + QJsonDocument(page.items.first().changes).toJson(QJsonDocument::Compact);
    }
};

namespace {

constexpr const char *someUsers =
    R"([{"action":"read","subject":"users"},)"
    R"({"action":["update","delete"],"subject":"users","conditions":{"role":"user"}}])";

} // namespace

void RoleServiceTest::makesChangesAndDeletes()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    auto &roles = fixture.services->roles();
    const auto made = make(fixture, root, u"Front desk (Köln)"_s, someUsers).value();
    QCOMPARE(made.slug, u"front_desk_k_ln"_s);
    QVERIFY(!made.predefined);
    QCOMPARE(roles.find(root, made.id).value(), made);
    QVERIFY(lastAudit(fixture, root).startsWith("role.created "));
    const auto changed = roles
                             .update(root, made.id, {.name = u"Front"_s, .statements = {}},
                                     std::nullopt, fixture.caller())
                             .value();
    QCOMPARE(changed.name, u"Front"_s);
    QCOMPARE(changed.statements, made.statements);
    const QByteArray audit = lastAudit(fixture, root);
    QVERIFY2(audit.startsWith("role.updated ") && audit.contains("Front desk")
                 && !audit.contains("statements"),
             audit.constData());
    QVERIFY(roles.remove(root, made.id, {}, std::nullopt, fixture.caller()).has_value());
    QCOMPARE(roles.find(root, made.id).error().code, ErrorCode::NotFound);
    QVERIFY(lastAudit(fixture, root).startsWith("role.deleted "));
}

void RoleServiceTest::refusesNamesThatAreTaken()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto named = make(fixture, root, u"HELP desk"_s, "[]");
    QCOMPARE(named.error().fields.first().field, u"name"_s);
    QCOMPARE(named.error().fields.first().code, u"taken"_s);
    const auto slugged = make(fixture, root, u"help-desk"_s, "[]");
    QCOMPARE(slugged.error().fields.first().field, u"slug"_s);
    QCOMPARE(make(fixture, root, u"Predefined best"_s, "[]").error().fields.first().code,
             u"invalid"_s);
    QCOMPARE(make(fixture, root, u"  "_s, "[]").error().fields.first().code, u"required"_s);
}

void RoleServiceTest::anOldVersionChangesNothing()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    auto &roles = fixture.services->roles();
    const auto made = make(fixture, root, u"Keeper"_s, "[]").value();
    const QByteArray first = service::versionOf(made);
    const service::RoleChange change{.name = {}, .statements = parsed(someUsers)};
    const auto after = roles.update(root, made.id, change, first, fixture.caller()).value();
    QVERIFY(service::versionOf(after) != first);
    QCOMPARE(
        roles.update(root, made.id, {.name = u"Other"_s, .statements = {}}, first, fixture.caller())
            .error()
            .code,
        ErrorCode::VersionConflict);
    QCOMPARE(roles.remove(root, made.id, {}, first, fixture.caller()).error().code,
             ErrorCode::VersionConflict);
    QCOMPARE(roles.find(root, made.id).value(), after);
}

void RoleServiceTest::predefinedRolesStay()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    auto &roles = fixture.services->roles();
    const auto before = roles.list(root).value();
    for (const model::Role &role : before) {
        QCOMPARE(roles
                     .update(root, role.id, {.name = u"Mine"_s, .statements = {}}, std::nullopt,
                             fixture.caller())
                     .error()
                     .code,
                 ErrorCode::Forbidden);
        QCOMPARE(
            roles.remove(root, role.id, u"user"_s, std::nullopt, fixture.caller()).error().code,
            ErrorCode::Forbidden);
    }
    QCOMPARE(roles.list(root).value(), before);
}

void RoleServiceTest::s46_nobodyMakesOrEditsARoleWithRightsTheyLack()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    auto &roles = fixture.services->roles();
    const auto mighty =
        make(fixture, root, u"Mighty"_s, R"([{"action":"read","subject":"audit"}])").value();
    const auto keeper =
        actorWith(fixture, root,
                  R"([{"action":"manage","subject":"roles"},)"
                  R"({"action":"update","subject":"users","conditions":{"role":"user"}}])");
    QCOMPARE(
        make(fixture, keeper, u"More"_s, R"([{"action":"update","subject":"users"}])").error().code,
        ErrorCode::Forbidden);
    const auto some = make(fixture, keeper, u"Same"_s,
                           R"([{"action":"update","subject":"users",)"
                           R"("conditions":{"role":"user","status":"active"}}])");
    QVERIFY(some.has_value());
    QCOMPARE(
        roles
            .update(keeper, some->id,
                    {.name = {}, .statements = parsed(R"([{"action":"read","subject":"audit"}])")},
                    std::nullopt, fixture.caller())
            .error()
            .code,
        ErrorCode::Forbidden);
    QCOMPARE(roles
                 .update(keeper, mighty.id, {.name = {}, .statements = parsed("[]")}, std::nullopt,
                         fixture.caller())
                 .error()
                 .code,
             ErrorCode::Forbidden);
    QCOMPARE(roles.remove(keeper, mighty.id, {}, std::nullopt, fixture.caller()).error().code,
             ErrorCode::Forbidden);
}

void RoleServiceTest::s46_lastAdminSurvivesEveryChangeOfRoles()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    auto &roles = fixture.services->roles();
    const auto all =
        make(fixture, root, u"Everything"_s, R"([{"action":"manage","subject":"all"}])").value();
    service::UserChange toAll;
    toAll.roleSlug = all.slug;
    QVERIFY(fixture.services->users()
                .update(root, root.userId, toAll, std::nullopt, fixture.caller())
                .has_value());
    const auto now = fixture.actorOf(fixture.enter(u"root"_s));
    for (const char *const json :
         {"[]", R"([{"action":"manage","subject":"users","conditions":{"role":"user"}}])",
          R"([{"action":"manage","subject":"all"},)"
          R"({"action":"update","subject":"users","fields":["role"],"inverted":true}])"}) {
        QCOMPARE(roles
                     .update(now, all.id, {.name = {}, .statements = parsed(json)}, std::nullopt,
                             fixture.caller())
                     .error()
                     .code,
                 ErrorCode::LastAdmin);
    }
    QCOMPARE(roles.remove(now, all.id, u"user"_s, std::nullopt, fixture.caller()).error().code,
             ErrorCode::LastAdmin);
    QCOMPARE(roles.find(now, all.id).value(), all);
    QVERIFY(roles.remove(now, all.id, u"admin"_s, std::nullopt, fixture.caller()).has_value());
}

void RoleServiceTest::s32_deletingARoleMovesItsPeopleAndEndsTheirTokens()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    auto &roles = fixture.services->roles();
    const auto made = make(fixture, root, u"Keeper"_s, someUsers).value();
    const auto anna = fixture.addUser(root, u"anna"_s, "keeper"_L1);
    const auto signedIn = fixture.enter(u"anna"_s);
    const auto refused = roles.remove(root, made.id, {}, std::nullopt, fixture.caller());
    QCOMPARE(refused.error().code, ErrorCode::InvalidFields);
    QCOMPARE(refused.error().fields.first().field, u"replacement"_s);
    for (const QString &wrong : {u"keeper"_s, u"nobody"_s}) {
        QCOMPARE(roles.remove(root, made.id, wrong, std::nullopt, fixture.caller())
                     .error()
                     .fields.first()
                     .code,
                 u"unknown"_s);
    }
    QVERIFY(fixture.isGood(signedIn.accessToken));
    QVERIFY(roles.remove(root, made.id, u"auditor"_s, std::nullopt, fixture.caller()).has_value());
    QVERIFY(!fixture.isGood(signedIn.accessToken));
    const auto after = fixture.services->users().find(root, anna.id).value();
    QCOMPARE(after.role.slug, u"auditor"_s);
    QCOMPARE(after.version, anna.version + 1);
    const auto audit = fixture.services->audit().list(root, {}).value();
    QCOMPARE(audit.items.at(0).action, u"role.deleted"_s);
    QCOMPARE(audit.items.at(1).action, u"user.updated"_s);
    QCOMPARE(audit.items.at(1).targetName, u"anna"_s);
}

void RoleServiceTest::aChangeIsInForceAtOnce()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto made = make(fixture, root, u"Keeper"_s, someUsers).value();
    fixture.addUser(root, u"anna"_s, "keeper"_L1);
    const auto signedIn = fixture.enter(u"anna"_s);
    QCOMPARE(fixture.actorOf(signedIn).statements.size(), 2);
    QVERIFY(fixture.services->tokens().recall(signedIn.accessToken.view()));
    QVERIFY(fixture.services->roles()
                .update(root, made.id, {.name = {}, .statements = parsed("[]")}, std::nullopt,
                        fixture.caller())
                .has_value());
    QVERIFY(!fixture.services->tokens().recall(signedIn.accessToken.view()));
    QVERIFY(fixture.actorOf(signedIn).statements.isEmpty());
}

void RoleServiceTest::s46_conditionsDecideOnCallsAboutPeople()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto alice = fixture.addUser(root, u"alice"_s);
    const auto auditor = fixture.addUser(root, u"audrey"_s, model::auditorSlug);
    // Reading everything, so that it is the condition and not a lacking right that refuses.
    const auto keeper = actorWith(
        fixture, root,
        R"([{"action":"read","subject":"all"},)"
        R"({"action":["create","update","delete"],"subject":"users","conditions":{"role":"user"}}])");
    auto &users = fixture.services->users();
    const auto caller = fixture.caller();
    QVERIFY(rename(fixture, keeper, alice.id).has_value());
    QCOMPARE(rename(fixture, keeper, auditor.id).error().code, ErrorCode::Forbidden);
    QVERIFY(users.resetPassword(keeper, alice.id, caller).has_value());
    QCOMPARE(users.resetPassword(keeper, auditor.id, caller).error().code, ErrorCode::Forbidden);
    QCOMPARE(users.resetSecondFactor(keeper, auditor.id, caller).error().code,
             ErrorCode::Forbidden);
    QCOMPARE(users.unlock(keeper, auditor.id, caller).error().code, ErrorCode::Forbidden);
    QCOMPARE(users.remove(keeper, auditor.id, std::nullopt, caller).error().code,
             ErrorCode::Forbidden);
    service::NewUser wanted;
    wanted.username = u"bert"_s;
    QVERIFY(users.create(keeper, wanted, caller).has_value());
    wanted.username = u"cora"_s;
    wanted.roleSlug = QString(model::auditorSlug);
    QCOMPARE(users.create(keeper, wanted, caller).error().code, ErrorCode::Forbidden);
    const auto some = fixture.services->bulk()
                          .perform(keeper,
                                   {.ids = {alice.id, auditor.id},
                                    .filter = {},
                                    .action = model::BulkAction::Disable,
                                    .roleSlug = {}},
                                   caller)
                          .value();
    QVERIFY(some.at(0).outcome.has_value());
    QCOMPARE(some.at(1).outcome.error().code, ErrorCode::Forbidden);
    QVERIFY(users.remove(keeper, alice.id, std::nullopt, caller).has_value());
}

void RoleServiceTest::s46_fieldsDecideOnCallsAboutPeople()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto alice = fixture.addUser(root, u"alice"_s);
    const auto keeper =
        actorWith(fixture, root,
                  R"([{"action":"read","subject":"users"},)"
                  R"({"action":["update","delete"],"subject":"users","fields":["first_name"]}])");
    auto &users = fixture.services->users();
    QVERIFY(rename(fixture, keeper, alice.id).has_value());
    service::UserChange both;
    both.firstName = u"Other"_s;
    both.email = u"alice@example.org"_s;
    QCOMPARE(users.update(keeper, alice.id, both, std::nullopt, fixture.caller()).error().code,
             ErrorCode::Forbidden);
    QCOMPARE(users.find(root, alice.id).value().firstName, u"New"_s);
    QCOMPARE(users.resetPassword(keeper, alice.id, fixture.caller()).error().code,
             ErrorCode::Forbidden);
    QCOMPARE(users.remove(keeper, alice.id, std::nullopt, fixture.caller()).error().code,
             ErrorCode::Forbidden);
}

void RoleServiceTest::s46_readingSomeShowsNobodyElse()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto alice = fixture.addUser(root, u"alice"_s);
    fixture.addUser(root, u"bert"_s);
    const auto keeper =
        actorWith(fixture, root,
                  R"([{"action":"read","subject":"users","conditions":{"role":"user"}},)"
                  R"({"action":"read","subject":"users","conditions":{"id":"${user.id}"}}])");
    auto &users = fixture.services->users();
    QVERIFY(users.find(keeper, alice.id).has_value());
    QVERIFY(users.find(keeper, keeper.userId).has_value());
    QCOMPARE(users.find(keeper, root.userId).error().code, ErrorCode::Forbidden);
    QCOMPARE(users.checkSignIn(keeper, root.userId).error().code, ErrorCode::Forbidden);
    service::UserQuery query;
    query.limit = 2;
    const auto first = users.list(keeper, query).value();
    QCOMPARE(first.items.size(), 2);
    // Where a page ends is told to nobody else, and in no words.
    const auto place =
        QByteArray::fromBase64(first.nextCursor.toLatin1(), QByteArray::Base64UrlEncoding);
    for (const QByteArray name : {"alice", "bert", "keeper", "root"})
        QVERIFY(!place.contains(name));
    const auto other = actorWith(
        fixture, root, R"([{"action":"read","subject":"users","conditions":{"role":"user"}}])",
        u"other"_s);
    query.cursor = first.nextCursor;
    QCOMPARE(users.list(other, query).error().fields.first().field, u"cursor"_s);
    query.cursor = u"nonsense"_s;
    QCOMPARE(users.list(keeper, query).error().fields.first().field, u"cursor"_s);
    query.cursor = first.nextCursor;
    const auto second = users.list(keeper, query).value();
    QStringList names;
    for (const model::User &user : first.items + second.items)
        names.append(user.username);
    names.sort();
    QCOMPARE(names, (QStringList{u"alice"_s, u"bert"_s, u"keeper"_s}));
    QVERIFY(second.nextCursor.isEmpty());
    // What counts or carries all of them takes a right over all.
    QCOMPARE(fixture.services->stats().read(keeper).error().code, ErrorCode::Forbidden);
}

void RoleServiceTest::checkTellsTheDecidingStatement()
{
    ServiceFixture fixture;
    const auto root = fixture.actorOf(fixture.setUp());
    const auto keeper = actorWith(
        fixture, root,
        R"([{"action":"update","subject":"users"},)"
        R"({"action":"update","subject":"users","inverted":true,"conditions":{"id":"${user.id}"}}])");
    auto &roles = fixture.services->roles();
    service::RoleQuestion question{.userId = keeper.userId,
                                   .action = Action::Update,
                                   .subject = Subject::Users,
                                   .resource = QJsonObject{{u"id"_s, keeper.userId}},
                                   .field = {}};
    auto verdict = roles.check(root, question).value();
    QVERIFY(!verdict.allowed);
    QCOMPARE(verdict.statement, std::optional<qsizetype>(1));
    // As it is written, and not with the person's number in it.
    QCOMPARE(verdict.role.statements.at(1).conditions.first().value.toString(), u"${user.id}"_s);
    question.resource = QJsonObject{{u"id"_s, root.userId}};
    verdict = roles.check(root, question).value();
    QVERIFY(verdict.allowed);
    QCOMPARE(verdict.statement, std::optional<qsizetype>(0));
    question.action = Action::Delete;
    verdict = roles.check(root, question).value();
    QVERIFY(!verdict.allowed);
    QVERIFY(!verdict.statement);
    QCOMPARE(roles.check(keeper, question).error().code, ErrorCode::Forbidden);
    // Which role somebody has is not told by way of a question.
    const auto other =
        actorWith(fixture, root, R"([{"action":"read","subject":"roles"}])", u"other"_s);
    QVERIFY(roles.find(other, verdict.role.id).has_value());
    QCOMPARE(roles.check(other, question).error().code, ErrorCode::Forbidden);
    question.userId = 999999;
    QCOMPARE(roles.check(root, question).error().code, ErrorCode::NotFound);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::RoleServiceTest)
#include "tst_roleservice.moc"
