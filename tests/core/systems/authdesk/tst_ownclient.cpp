// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/client/ownconnection.h"
#include "core/systems/authdesk/client/ownprobe.h"

#include "core/net/relay.h"
#include "core/systems/authdesk/messages/account.h"
#include "core/systems/authdesk/messages/bulk.h"
#include "core/systems/authdesk/messages/errors.h"
#include "core/systems/authdesk/messages/keys.h"
#include "core/systems/authdesk/messages/records.h"
#include "core/systems/authdesk/messages/serversettings.h"
#include "core/systems/authdesk/messages/signin.h"
#include "core/systems/authdesk/messages/stats.h"
#include "core/systems/authdesk/messages/transfer.h"
#include "core/systems/authdesk/messages/users.h"
#include "tests/support/fakeclock.h"
#include "tests/support/recordedserver.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace messages = systems::own::messages;

namespace {

base::Secret secret(const QString &text)
{
    return base::Secret::fromString(text);
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

model::User anna()
{
    model::User user;
    user.id = 7;
    user.uid = u"2f9f4c9e-1111-4222-8333-444455556666"_s;
    user.username = u"anna"_s;
    user.email = u"anna@acme.example"_s;
    user.role = {.id = 5, .slug = u"user"_s, .name = u"User"_s};
    user.createdAt = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
    user.updatedAt = user.createdAt;
    user.version = 3;
    return user;
}

model::AuditEvent auditEvent(qint64 id)
{
    model::AuditEvent event;
    event.id = id;
    event.at = QDateTime::fromSecsSinceEpoch(1'790'000'000 + id, Qt::UTC);
    event.action = u"user.updated"_s;
    event.result = u"ok"_s;
    event.actorUid = anna().uid;
    event.actorName = anna().username;
    event.system = u"authdesk"_s;
    return event;
}

QByteArray signedInBody()
{
    return bytes(messages::encode(
        messages::SignInAnswer(messages::SignedIn{.accessToken = secret(u"access"_s),
                                                  .refreshToken = secret(u"refresh"_s),
                                                  .expiresIn = 900,
                                                  .user = anna()})));
}

} // namespace

class TestOwnClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void setsUpWithTheSetupCodeInItsHeader();
    void leadsThroughEveryStepOfSigningIn();
    void asksForAPageAsTheContractSaysIt();
    void sendsTheVersionThatItChanges();
    void keepsAProblemWithAFieldAtItsField();
    void renewsARefusedTokenButNotAWrongCode();
    void waitsForRequestsAsLongAsItSaid();
    void asksForTheAuditAsTheContractSaysIt();
    void followsTheAuditAsLongAsItSaid();
    void verifiesTheAudit();
    void exportsTheAuditToWhereItIsTold();
    void tellsWhyAnExportIsRefused();
    void importsPeopleAsTheContractSaysIt();
    void tellsWhyAnImportIsRefused();
    void exportsThePeopleThatTheFiltersFind();
    void changesSeveralPeopleAtOnce();
    void listsAndEndsEveryonesSessions();
    void keepsPeoplesKeys();
    void refusesAKeyOfALevelThatIsNone();
    void readsHowTheServerIsDoing();
    void readsAndChangesWhereItListens();
    void goesWhereTheServerWent();
    void recognisesOnlyItsOwnKind();

private:
    template <typename T>
    base::Result<T> wait(QFuture<base::Result<T>> future)
    {
        return tests::finishes(future)
                   ? future.result()
                   : base::Result<T>(base::fail(ErrorCode::Internal, u"It never finished."_s));
    }

    tests::FakeClock m_clock;
    std::unique_ptr<tests::RecordedServer> m_server;
    std::unique_ptr<systems::own::client::OwnConnection> m_connection;
};

void TestOwnClient::init()
{
    m_server = std::make_unique<tests::RecordedServer>();
    m_connection = std::make_unique<systems::own::client::OwnConnection>(
        m_server->address(), m_clock, gateway::RequestObserver());
}

void TestOwnClient::setsUpWithTheSetupCodeInItsHeader()
{
    m_server->on("POST /admin/v1/setup", tests::answer(201, signedInBody()));
    const auto done = wait(m_connection->signIn().setUp({.username = u"anna"_s,
                                                         .email = {},
                                                         .password = secret(u"p"_s),
                                                         .serverName = u"Acme"_s,
                                                         .setupCode = u"ABCD-EFGH"_s}));
    QVERIFY2(done, done ? "" : qPrintable(done.error().message + done.error().detail));
    QCOMPARE(done->tokens.expiresInSeconds, 900);
    QCOMPARE(done->user->username, u"anna"_s);
    const auto &request = m_server->requests.constFirst();
    QVERIFY(request.hasHeader("x-setup-code: abcd-efgh\r\n"));
    QCOMPARE(request.json().value(u"server_name"_s).toString(), u"Acme"_s);
    QVERIFY(!request.json().contains(u"email"_s));
}

void TestOwnClient::leadsThroughEveryStepOfSigningIn()
{
    m_server->on(
        "POST /admin/v1/sign-in",
        tests::answer(200, bytes(messages::encode(messages::SignInAnswer(messages::MfaRequired{
                               .mfaToken = secret(u"m"_s), .methods = {u"totp"_s}})))));
    m_server->on(
        "POST /admin/v1/sign-in/verify",
        tests::answer(200, bytes(messages::encode(messages::SignInAnswer(
                               messages::PasswordChangeRequired{.changeToken = secret(u"c"_s)})))));
    m_server->on("POST /admin/v1/sign-in/change-password", tests::answer(200, signedInBody()));
    const auto first = wait(m_connection->signIn().signIn(u"anna"_s, secret(u"p"_s)));
    QVERIFY(first);
    const auto factor = std::get<gateway::SecondFactorNeeded>(*first);
    QCOMPARE(factor.login, u"anna"_s);
    const auto second = wait(m_connection->signIn().verify(factor, u"123456"_s));
    QVERIFY(second);
    const auto change = std::get<gateway::PasswordChangeNeeded>(*second);
    const auto third = wait(m_connection->signIn().changePassword(change, secret(u"n"_s)));
    QVERIFY(third);
    QVERIFY(std::holds_alternative<gateway::SignedIn>(*third));
    QCOMPARE(m_server->requests.constLast().json().value(u"change_token"_s).toString(), u"c"_s);
}

void TestOwnClient::asksForAPageAsTheContractSaysIt()
{
    model::Page<model::User> page{.items = {anna()}, .nextCursor = u"n&x"_s, .total = 2};
    m_server->on("GET /admin/v1/users", tests::answer(200, bytes(messages::encodeUsers(page))));
    m_connection->setAccessToken(secret(u"access"_s));
    const auto read = wait(m_connection->users()->list({.search = u"a+b&c"_s,
                                                        .roleSlug = {},
                                                        .status = model::UserStatus::Locked,
                                                        .secondFactor = false,
                                                        .sort = gateway::UserSort::LastSignIn,
                                                        .order = Qt::DescendingOrder,
                                                        .limit = 50,
                                                        .cursor = u"n&x"_s}));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message + read.error().detail));
    QCOMPARE(*read, page);
    QCOMPARE(m_server->requests.constFirst().line,
             QByteArray("GET /admin/v1/users?search=a%2Bb%26c&status=locked&mfa=false"
                        "&sort=-last_login_at&limit=50&cursor=n%26x"));
    QVERIFY(m_server->requests.constFirst().hasHeader("authorization: bearer access\r\n"));
}

void TestOwnClient::sendsTheVersionThatItChanges()
{
    m_server->on(
        "PATCH /admin/v1/users/7",
        tests::answer(412, R"({"error":{"code":"version_conflict","message":"Changed."}})"));
    gateway::UserChange change;
    change.firstName = u"Anna"_s;
    const auto refused = wait(m_connection->users()->update(7, change, 3));
    QCOMPARE(refused.error().code, ErrorCode::VersionConflict);
    const auto &request = m_server->requests.constFirst();
    QVERIFY(request.hasHeader("if-match: \"3\"\r\n"));
    QCOMPARE(request.json(), (QJsonObject{{u"first_name"_s, u"Anna"_s}}));
}

void TestOwnClient::keepsAProblemWithAFieldAtItsField()
{
    m_server->on("POST /admin/v1/users",
                 tests::answer(422, R"({"error":{"code":"invalid_fields","message":"Wrong.",)"
                                    R"("fields":{"email":{"code":"not_an_address",)"
                                    R"("message":"This is no address."}}}})"));
    const auto refused = wait(m_connection->users()->create(
        {.username = u"x"_s, .email = u"x@"_s, .firstName = {}, .lastName = {}, .roleSlug = {}}));
    QCOMPARE(refused.error().code, ErrorCode::InvalidFields);
    QCOMPARE(refused.error().fields.size(), 1);
    QCOMPARE(refused.error().fields.constFirst().field, u"email"_s);
}

void TestOwnClient::renewsARefusedTokenButNotAWrongCode()
{
    int asked = 0;
    m_connection->setAccessToken(secret(u"old"_s));
    m_connection->setRenewal([&asked] {
        ++asked;
        return net::readyFuture<base::Result<base::Secret>>(secret(u"new"_s));
    });
    m_server->on("GET /admin/v1/me", [](const tests::RecordedRequest &request) {
        return request.hasHeader("authorization: bearer new\r\n")
                   ? tests::answer(200, bytes(messages::encode(anna())))
                   : tests::answer(401, R"({"error":{"code":"unauthenticated","message":"No."}})");
    });
    const auto me = wait(m_connection->account().me());
    QVERIFY(me);
    QCOMPARE(*me, anna());
    QCOMPARE(asked, 1);
    m_server->on("POST /admin/v1/me/mfa/totp/confirm",
                 tests::answer(401, R"({"error":{"code":"invalid_code","message":"No."}})"));
    QCOMPARE(wait(m_connection->account().confirmTotp(u"123456"_s)).error().code,
             ErrorCode::InvalidCode);
    QCOMPARE(asked, 1);
}

void TestOwnClient::waitsForRequestsAsLongAsItSaid()
{
    model::RequestEntry entry;
    entry.id = 12;
    entry.at = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
    entry.requestId = u"r"_s;
    entry.method = u"GET"_s;
    entry.path = u"/healthz"_s;
    entry.status = 200;
    entry.durationMicroseconds = 3000;
    entry.address = u"127.0.0.1"_s;
    model::Page<model::RequestEntry> page;
    page.items = {entry};
    m_server->on("GET /admin/v1/requests",
                 tests::answer(200, bytes(messages::encodeRequests(page))));
    const auto read = wait(m_connection->requests()->newerThan(11, std::chrono::seconds(20)));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message + read.error().detail));
    QCOMPARE(read->constFirst(), entry);
    QCOMPARE(m_server->requests.constFirst().line,
             QByteArray("GET /admin/v1/requests?after=11&wait=20"));
}

void TestOwnClient::asksForTheAuditAsTheContractSaysIt()
{
    const model::Page<model::AuditEvent> page{.items = {auditEvent(12), auditEvent(11)},
                                              .nextCursor = u"c&d"_s};
    m_server->on("GET /admin/v1/audit-events",
                 tests::answer(200, bytes(messages::encodeAuditEvents(page))));
    const QDateTime from(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC);
    const auto read = wait(m_connection->audit()->list({.person = u"anna+x"_s,
                                                        .action = u"user."_s,
                                                        .result = u"refused"_s,
                                                        .from = from,
                                                        .until = from.addDays(1),
                                                        .limit = 50,
                                                        .cursor = u"a&b"_s}));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message + read.error().detail));
    QCOMPARE(*read, page);
    QCOMPARE(m_server->requests.constFirst().line,
             QByteArray("GET /admin/v1/audit-events?person=anna%2Bx&action=user.&result=refused"
                        "&from=2026-01-31T12%3A00%3A00Z&until=2026-02-01T12%3A00%3A00Z"
                        "&limit=50&cursor=a%26b"));
}

void TestOwnClient::followsTheAuditAsLongAsItSaid()
{
    const model::Page<model::AuditEvent> page{.items = {auditEvent(12)}, .nextCursor = {}};
    m_server->on("GET /admin/v1/audit-events",
                 tests::answer(200, bytes(messages::encodeAuditEvents(page))));
    const auto read = wait(m_connection->audit()->newerThan(11, {.result = u"ok"_s, .limit = 200},
                                                            std::chrono::seconds(25)));
    QVERIFY(read);
    QCOMPARE(*read, page);
    QCOMPARE(m_server->requests.constFirst().line,
             QByteArray("GET /admin/v1/audit-events?result=ok&after=11&wait=25&limit=200"));
}

void TestOwnClient::verifiesTheAudit()
{
    m_server->on("POST /admin/v1/audit-events/verify",
                 tests::answer(200, R"({"ok":false,"checked":16,"broken_at":17})"));
    const auto verdict = wait(m_connection->audit()->verify());
    QVERIFY(verdict);
    QCOMPARE(*verdict, (gateway::AuditVerdict{.whole = false, .checked = 16, .brokenAt = 17}));
}

void TestOwnClient::exportsTheAuditToWhereItIsTold()
{
    m_server->on("GET /admin/v1/audit-events/export",
                 tests::answer(200, "id,at\r\n1,now\r\n", "text/csv; charset=utf-8"));
    QByteArray file;
    qint64 whole = 0;
    const auto sink = [&](QByteArrayView part, qint64 total) {
        file += part;
        whole = total;
        return base::Result<void>();
    };
    const gateway::AuditQuery query{.person = u"anna"_s, .limit = 5, .cursor = u"x"_s};
    QVERIFY(wait(m_connection->audit()->exportTo(query, gateway::ExportFormat::Csv, sink)));
    QCOMPARE(file, QByteArray("id,at\r\n1,now\r\n"));
    QCOMPARE(whole, file.size());
    QCOMPARE(m_server->requests.constFirst().line,
             QByteArray("GET /admin/v1/audit-events/export?person=anna&format=csv"));
    QVERIFY(wait(m_connection->audit()->exportTo({}, gateway::ExportFormat::Json, sink)));
    QCOMPARE(m_server->requests.constLast().line,
             QByteArray("GET /admin/v1/audit-events/export?format=json"));
}

void TestOwnClient::tellsWhyAnExportIsRefused()
{
    m_server->on("GET /admin/v1/audit-events/export",
                 tests::answer(403, R"({"error":{"code":"forbidden","message":"No."}})"));
    QByteArray file;
    const auto refused = wait(m_connection->audit()->exportTo({}, gateway::ExportFormat::Csv,
                                                              [&](QByteArrayView part, qint64) {
                                                                  file += part;
                                                                  return base::Result<void>();
                                                              }));
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
    QVERIFY(file.isEmpty());
}

void TestOwnClient::importsPeopleAsTheContractSaysIt()
{
    const model::ImportReport report{
        .isDryRun = true,
        .rows = {{.row = 1, .result = model::ImportResult::Created, .username = u"anna"_s},
                 {.row = 2,
                  .result = model::ImportResult::Refused,
                  .username = u"ben"_s,
                  .error = base::Error{.code = ErrorCode::EmailTaken, .message = u"Taken."_s}}}};
    m_server->on("POST /admin/v1/users/import",
                 tests::answer(200, bytes(messages::encode(report))));
    const QJsonArray people{QJsonObject{{u"username"_s, u"anna"_s}},
                            QJsonObject{{u"username"_s, u"ben"_s}, {u"email"_s, QJsonValue()}}};
    const auto looked =
        wait(m_connection->transfer()->importPeople(people, gateway::ImportMode::Look));
    QVERIFY2(looked, looked ? "" : qPrintable(looked.error().message + looked.error().detail));
    QCOMPARE(*looked, report);
    const auto &request = m_server->requests.constFirst();
    QCOMPARE(request.line, QByteArray("POST /admin/v1/users/import?dry_run=true"));
    QVERIFY(request.hasHeader("content-type: application/json\r\n"));
    QCOMPARE(request.json(), (QJsonObject{{u"items"_s, people}}));
    QVERIFY(wait(m_connection->transfer()->importPeople(people, gateway::ImportMode::Import)));
    QCOMPARE(m_server->requests.constLast().line,
             QByteArray("POST /admin/v1/users/import?dry_run=false"));
}

void TestOwnClient::tellsWhyAnImportIsRefused()
{
    m_server->on("POST /admin/v1/users/import",
                 tests::answer(403, R"({"error":{"code":"forbidden","message":"No."}})"));
    const auto refused =
        wait(m_connection->transfer()->importPeople({}, gateway::ImportMode::Import));
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
    m_server->on("POST /admin/v1/users/import", tests::answer(200, R"({"rows":7})"));
    const auto strange =
        wait(m_connection->transfer()->importPeople({}, gateway::ImportMode::Import));
    QCOMPARE(strange.error().code, ErrorCode::UnexpectedAnswer);
}

void TestOwnClient::exportsThePeopleThatTheFiltersFind()
{
    m_server->on("GET /admin/v1/users/export",
                 tests::answer(200, "username\r\nanna\r\n", "text/csv; charset=utf-8"));
    QByteArray file;
    const auto sink = [&file](QByteArrayView part, qint64) {
        file += part;
        return base::Result<void>();
    };
    const gateway::UserQuery query{.search = u"a&b"_s,
                                   .roleSlug = u"user"_s,
                                   .status = model::UserStatus::Disabled,
                                   .secondFactor = false,
                                   .limit = 5,
                                   .cursor = u"x"_s};
    QVERIFY(wait(m_connection->transfer()->exportPeople(query, gateway::ExportFormat::Csv, sink)));
    QCOMPARE(file, QByteArray("username\r\nanna\r\n"));
    QCOMPARE(m_server->requests.constFirst().line,
             QByteArray("GET /admin/v1/users/export?search=a%26b&role=user&status=disabled&"
                        "mfa=false&format=csv"));
    QVERIFY(wait(m_connection->transfer()->exportPeople({}, gateway::ExportFormat::Json, sink)));
    QCOMPARE(m_server->requests.constLast().line,
             QByteArray("GET /admin/v1/users/export?format=json"));
}

void TestOwnClient::changesSeveralPeopleAtOnce()
{
    const QList<messages::BulkResult> results{
        {.id = 7},
        {.id = 8, .error = base::Error{.code = ErrorCode::LastAdmin, .message = u"No."_s}}};
    m_server->on("POST /admin/v1/users/bulk",
                 tests::answer(200, bytes(messages::encodeBulkResults(results))));
    const auto done = wait(m_connection->manyUsers()->changeMany(
        {7, 8}, {.action = model::BulkAction::SetRole, .roleSlug = u"user"_s}));
    QVERIFY2(done, done ? "" : qPrintable(done.error().message + done.error().detail));
    QCOMPARE(done->size(), 2);
    QVERIFY(!done->at(0).error);
    QCOMPARE(done->at(1).id, 8);
    QCOMPARE(done->at(1).error->code, ErrorCode::LastAdmin);
    QCOMPARE(m_server->requests.constFirst().json(), (QJsonObject{{u"ids"_s, QJsonArray{7, 8}},
                                                                  {u"action"_s, u"set_role"_s},
                                                                  {u"role"_s, u"user"_s}}));
    m_server->on("POST /admin/v1/users/bulk",
                 tests::answer(403, R"({"error":{"code":"forbidden","message":"No."}})"));
    const auto refused =
        wait(m_connection->manyUsers()->changeMany({7}, {.action = model::BulkAction::Delete}));
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
}

void TestOwnClient::listsAndEndsEveryonesSessions()
{
    model::Session session;
    session.id = 31;
    session.userId = 7;
    session.username = u"anna"_s;
    session.system = u"authdesk"_s;
    session.address = u"10.0.0.7"_s;
    session.createdAt = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
    session.expiresAt = session.createdAt.addDays(90);
    const model::Page<model::Session> page{.items = {session}, .nextCursor = u"n"_s};
    m_server->on("GET /admin/v1/sessions",
                 tests::answer(200, bytes(messages::encodeSessions(page))));
    const auto read = wait(
        m_connection->allSessions()->list({.search = u"a b"_s, .limit = 20, .cursor = u"m"_s}));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message + read.error().detail));
    QCOMPARE(*read, page);
    QCOMPARE(m_server->requests.constFirst().line,
             QByteArray("GET /admin/v1/sessions?search=a%20b&limit=20&cursor=m"));
    m_server->on("DELETE /admin/v1/sessions/31", tests::answer(204, {}));
    QVERIFY(wait(m_connection->allSessions()->end(31)));
    QCOMPARE(wait(m_connection->allSessions()->end(32)).error().code, ErrorCode::NotFound);
    m_server->on("POST /admin/v1/users/7/revoke-sessions",
                 tests::answer(200, bytes(messages::encode(anna()))));
    QVERIFY(wait(m_connection->allSessions()->endAllOf(7)));
}

void TestOwnClient::keepsPeoplesKeys()
{
    gateway::KeysGateway &keys = *m_connection->keys();
    QVERIFY(keys.traits().hasLevels);
    const model::ApiKey key{.id = 5,
                            .userId = 7,
                            .system = u"authdesk"_s,
                            .name = u"CI"_s,
                            .prefix = u"abcdefgh"_s,
                            .createdAt = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC),
                            .expiresAt = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC),
                            .lastUsedAt = {},
                            .revokedAt = {},
                            .level = model::KeyLevel::Read};
    m_server->on(
        "GET /admin/v1/api-keys",
        tests::answer(200, bytes(messages::encodeKeys({.items = {key}, .nextCursor = {}}))));
    const auto listed = wait(keys.list(7));
    QVERIFY2(listed, listed ? "" : qPrintable(listed.error().message + listed.error().detail));
    QCOMPARE(*listed, QList{key});
    QCOMPARE(m_server->requests.constLast().line, QByteArray("GET /admin/v1/api-keys?user_id=7"));

    m_server->on("POST /admin/v1/api-keys",
                 tests::answer(201, bytes(messages::encode(messages::CreatedKey{
                                        .key = key, .secret = secret(u"told once"_s)}))));
    const auto made = wait(keys.createLimited(7, key.name, key.expiresAt, model::KeyLevel::Read));
    QVERIFY2(made, made ? "" : qPrintable(made.error().message + made.error().detail));
    QCOMPARE(made->key, key);
    QCOMPARE(made->secret, secret(u"told once"_s));
    const QJsonObject sent = m_server->requests.constLast().json();
    QCOMPARE(sent.value(u"level"_s).toString(), u"read"_s);
    QCOMPARE(sent.value(u"user_id"_s).toInteger(), 7);

    m_server->on("DELETE /admin/v1/api-keys/5", tests::answer(204, {}));
    QVERIFY(wait(keys.revoke(7, 5)));
    QCOMPARE(m_server->requests.constLast().line,
             QByteArray("DELETE /admin/v1/api-keys/5?user_id=7"));
    QCOMPARE(wait(keys.revoke(7, 6)).error().code, ErrorCode::NotFound);
}

void TestOwnClient::refusesAKeyOfALevelThatIsNone()
{
    m_server->on("GET /admin/v1/api-keys",
                 tests::answer(200,
                               R"({"items":[{"id":5,"user_id":7,"system":"authdesk",)"
                               R"("name":"CI","prefix":"abcdefgh","level":"root",)"
                               R"("created_at":"2026-11-28T00:00:00Z"}],"next_cursor":null})"));
    QCOMPARE(wait(m_connection->keys()->list(7)).error().code, ErrorCode::UnexpectedAnswer);
}

void TestOwnClient::readsHowTheServerIsDoing()
{
    model::ServerStats stats;
    stats.server.name = u"Acme"_s;
    stats.server.startedAt = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
    stats.users = {.active = 2, .locked = 1, .withSecondFactor = 1, .mayManageUsers = 1};
    stats.attention = {{.concern = model::Concern::Locked, .count = 1}};
    m_server->on("GET /admin/v1/stats", tests::answer(200, bytes(messages::encode(stats))));
    QCOMPARE(wait(m_connection->overview()->stats()).value(), stats);

    model::AuditEvent event;
    event.id = 7;
    event.at = stats.server.startedAt;
    event.action = u"sign_in"_s;
    event.result = u"ok"_s;
    model::Page<model::AuditEvent> page;
    page.items = {event};
    m_server->on("GET /admin/v1/audit-events",
                 tests::answer(200, bytes(messages::encodeAuditEvents(page))));
    QCOMPARE(wait(m_connection->overview()->latestEvents(8))->constFirst(), event);
    QCOMPARE(m_server->requests.constLast().line, QByteArray("GET /admin/v1/audit-events?limit=8"));
}

void TestOwnClient::readsAndChangesWhereItListens()
{
    model::ServerSettingsState state;
    state.values.name = u"Acme"_s;
    state.values.listeners = {u"0.0.0.0:8443"_s};
    for (const model::ServerSetting setting : model::serverSettings)
        state.origins[setting] = {};
    state.addresses = {{.url = QUrl(u"https://127.0.0.1:8443"_s), .system = {}}};
    m_server->on("GET /admin/v1/settings/server",
                 tests::answer(200, bytes(messages::encode(state))));
    QCOMPARE(wait(m_connection->serverSettings()->read()).value(), state);

    m_server->on("PATCH /admin/v1/settings/server",
                 tests::answer(200, bytes(messages::encode(state))));
    model::ServerSettingsChange change;
    change.values = state.values;
    change.set = {model::ServerSetting::Listeners};
    change.reset = {model::ServerSetting::Tls};
    QCOMPARE(wait(m_connection->serverSettings()->change(change)).value(), state);
    const QJsonObject sent = QJsonDocument::fromJson(m_server->requests.constLast().body).object();
    QCOMPARE(sent.value("listeners"_L1).toArray().first().toString(), u"0.0.0.0:8443"_s);
    QVERIFY(sent.value("tls"_L1).isNull());
    QCOMPARE(sent.size(), 2);

    m_server->on("PATCH /admin/v1/settings/server",
                 tests::answer(422, bytes(messages::encodeError(
                                        {.code = ErrorCode::InvalidFields,
                                         .message = u"No."_s,
                                         .fields = {{u"listeners"_s, u"taken"_s, u"Taken."_s}}}))));
    const auto refused = wait(m_connection->serverSettings()->change(change));
    QVERIFY(!refused);
    QCOMPARE(refused.error().fields.constFirst().field, u"listeners"_s);
}

void TestOwnClient::goesWhereTheServerWent()
{
    m_server->on("GET /admin/v1/me", tests::answer(200, bytes(messages::encode(anna()))));
    m_connection->setAccessToken(secret(u"token"_s));
    QVERIFY(wait(m_connection->account().me()));
    tests::RecordedServer other;
    other.on("GET /admin/v1/me", tests::answer(200, bytes(messages::encode(anna()))));
    QVERIFY(m_connection->moveTo(other.address()));
    QCOMPARE(m_connection->address(), other.address());
    QVERIFY(wait(m_connection->account().me()));
    QCOMPARE(m_server->requests.size(), 1);
    QCOMPARE(other.requests.size(), 1);
}

void TestOwnClient::recognisesOnlyItsOwnKind()
{
    systems::own::client::OwnProbe probe(m_clock, {});
    QVERIFY(!wait(probe.look(m_server->address()))->recognised);
    m_server->on("GET /admin/v1/setup", tests::answer(200, "<html>", "text/html"));
    QVERIFY(!wait(probe.look(m_server->address()))->recognised);
    m_server->on("GET /admin/v1/setup",
                 tests::answer(200, R"({"needs_setup":true,"code_required":true})"));
    const auto seen = wait(probe.look(m_server->address()));
    QVERIFY(seen->recognised);
    QVERIFY(seen->setup->needsSetup && seen->setup->codeRequired);
}

QTEST_GUILESS_MAIN(TestOwnClient)
#include "tst_ownclient.moc"
