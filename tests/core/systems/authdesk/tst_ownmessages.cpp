// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every shape of our own API is read as it was written, and nothing is believed that is not as it
// must be.

#include "core/systems/authdesk/messages/account.h"
#include "core/systems/authdesk/messages/auditexport.h"
#include "core/systems/authdesk/messages/bulk.h"
#include "core/systems/authdesk/messages/errors.h"
#include "core/systems/authdesk/messages/records.h"
#include "core/systems/authdesk/messages/signin.h"
#include "core/systems/authdesk/messages/signincheck.h"
#include "core/systems/authdesk/messages/stats.h"
#include "core/systems/authdesk/messages/users.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

namespace authdesk::systems::own::messages {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Secret;

namespace {

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

QDateTime time(int day)
{
    return {QDate(2026, 9, day), QTime(12, 30, 15), Qt::UTC};
}

model::ServerStats figures()
{
    model::ServerStats stats;
    stats.server = {.name = u"Acme"_s,
                    .version = u"1.2.3"_s,
                    .startedAt = time(1),
                    .databaseEngine = u"sqlite"_s,
                    .listeners = {{.url = QUrl(u"http://127.0.0.1:8000"_s), .system = {}},
                                  {.url = QUrl(u"https://[::1]:8001"_s), .system = u"pipelit"_s}}};
    stats.users = {.active = 3,
                   .disabled = 1,
                   .locked = 2,
                   .invited = 1,
                   .withSecondFactor = 4,
                   .mayManageUsers = 1};
    stats.openSessions = 5;
    stats.signIns = {{.from = time(2), .succeeded = 10, .refused = 1}, {.from = time(3)}};
    stats.attention = {{.concern = model::Concern::OneManager},
                       {.concern = model::Concern::NoSecondFactor, .count = 3},
                       {.concern = model::Concern::Locked, .count = 2}};
    return stats;
}

model::User person()
{
    model::User user;
    user.id = 7;
    user.uid = u"0b0f7f0e-7c52-4b7b-9a44-0f4a3e0f6f10"_s;
    user.username = u"zoë"_s;
    user.email = u"zoe@example.org"_s;
    user.firstName = u"Zoë"_s;
    user.lastName = u"O'Neil"_s;
    user.role = {.id = 3, .slug = u"help_desk"_s, .name = u"Help desk"_s};
    user.status = model::UserStatus::Locked;
    user.validUntil = time(30);
    user.mfaEnabled = true;
    user.mfaMethods = {model::MfaKind::Totp, model::MfaKind::WebAuthn};
    user.mustChangePassword = true;
    user.lastLoginAt = time(20);
    user.createdAt = time(1);
    user.updatedAt = time(2);
    user.version = 12;
    return user;
}

model::Session session()
{
    return {.id = 4,
            .userId = 7,
            .username = u"zoë"_s,
            .system = u"pipelit"_s,
            .address = u"192.0.2.7"_s,
            .userAgent = u"curl/8.0"_s,
            .createdAt = time(3),
            .lastSeenAt = std::nullopt,
            .expiresAt = time(4),
            .current = true};
}

} // namespace

class TestOwnMessages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aUserComesBackAsItWas();
    void aUserWithoutOptionalFieldsComesBack();
    void aCreatedUserSaysUntilWhenThePasswordIsGood();
    void aUserThatIsWrongIsRefused_data();
    void aUserThatIsWrongIsRefused();
    void anUnknownMethodOfANewerServerIsLeftOut();
    void aSignInCheckComesBackAsItWas();
    void statsComeBackAsTheyWere();
    void statsThatContradictThemselvesAreRefused_data();
    void statsThatContradictThemselvesAreRefused();
    void aConcernOfANewerServerIsLeftOut();
    void aPageComesBackAsItWas();
    void aPageWithOneWrongItemIsRefused();
    void signInAnswersComeBackAsTheyWere();
    void signInRequestsComeBackAsTheyWere();
    void anEmptyPasswordIsAPassword();
    void aChangeKeepsAbsentAndNullApart();
    void aNewUserNamesEveryFieldThatIsWrong();
    void unknownFieldsAreNamed_data();
    void unknownFieldsAreNamed();
    void accountShapesComeBackAsTheyWere();
    void aPictureThatIsNoPngIsLeftOut();
    void recordsComeBackAsTheyWere();
    void rolesComeBackAsTheyWere();
    void aStatementThatIsNotUnderstoodIsNotGuessed();
    void errorsComeBackAsTheyWere();
    void anAnswerThatIsNotOursIsToldByItsStatus_data();
    void anAnswerThatIsNotOursIsToldByItsStatus();
    void aServerCannotSpeakForTheConsole();
    void cellsOfAnEventStandUnderTheirColumns();
    void aBulkRequestComesBackAsItWas();
    void aBulkRequestIsReadStrictly_data();
    void aBulkRequestIsReadStrictly();
    void bulkResultsComeBackAsTheyWere();
};

void TestOwnMessages::aUserComesBackAsItWas()
{
    const auto read = decodeUser(text(encode(person())));
    QVERIFY(read);
    QCOMPARE(*read, person());
    QCOMPARE(encode(person()).value("created_at"_L1).toString(), u"2026-09-01T12:30:15Z"_s);
}

void TestOwnMessages::aCreatedUserSaysUntilWhenThePasswordIsGood()
{
    const CreatedUser made{.user = person(),
                           .oneTimePassword = base::Secret::fromString(u"once-only"_s),
                           .expiresAt = time(9)};
    const auto read = decodeCreatedUser(text(encode(made)));
    QVERIFY(read);
    QCOMPARE(*read, made);
    const CreatedUser own{.user = person(), .oneTimePassword = {}};
    QVERIFY(!encode(own).contains("expires_at"_L1));
    QVERIFY(!encode(own).contains("one_time_password"_L1));
    QCOMPARE(*decodeCreatedUser(text(encode(own))), own);
}

void TestOwnMessages::aUserWithoutOptionalFieldsComesBack()
{
    model::User user = person();
    user.email.reset();
    user.validUntil.reset();
    user.lastLoginAt.reset();
    user.mfaMethods.clear();
    const QJsonObject written = encode(user);
    for (const QLatin1StringView name : {"email"_L1, "valid_until"_L1, "last_login_at"_L1})
        QVERIFY(written.contains(name) && written.value(name).isNull());
    const auto read = decodeUser(text(written));
    QVERIFY(read);
    QCOMPARE(*read, user);
}

void TestOwnMessages::aUserThatIsWrongIsRefused_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("id as text") << u"id"_s << QJsonValue(u"7"_s);
    QTest::newRow("id with a fraction") << u"id"_s << QJsonValue(7.5);
    QTest::newRow("id of zero") << u"id"_s << QJsonValue(0);
    QTest::newRow("no username") << u"username"_s << QJsonValue(QJsonValue::Null);
    QTest::newRow("username with a line break") << u"username"_s << QJsonValue(u"a\nb"_s);
    QTest::newRow("unknown status") << u"status"_s << QJsonValue(u"gone"_s);
    QTest::newRow("role as text") << u"role"_s << QJsonValue(u"admin"_s);
    QTest::newRow("time without a zone") << u"created_at"_s << QJsonValue(u"2026-09-01T12:00:00"_s);
    QTest::newRow("time as a number") << u"updated_at"_s << QJsonValue(1790000000);
    QTest::newRow("flag as text") << u"mfa_enabled"_s << QJsonValue(u"true"_s);
    QTest::newRow("methods as text") << u"mfa_methods"_s << QJsonValue(u"totp"_s);
    QTest::newRow("negative version") << u"version"_s << QJsonValue(-1);
}

void TestOwnMessages::aUserThatIsWrongIsRefused()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject written = encode(person());
    written.insert(field, value);
    const auto read = decodeUser(text(written));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::UnexpectedAnswer);
    QVERIFY2(read.error().detail.contains(field), qUtf8Printable(read.error().detail));
}

void TestOwnMessages::anUnknownMethodOfANewerServerIsLeftOut()
{
    QJsonObject written = encode(person());
    written.insert(u"mfa_methods"_s, QJsonArray{u"totp"_s, u"telepathy"_s});
    const auto read = decodeUser(text(written));
    QVERIFY(read);
    QCOMPARE(read->mfaMethods, QList{model::MfaKind::Totp});
}

void TestOwnMessages::aSignInCheckComesBackAsItWas()
{
    const QDateTime now(QDate(2026, 9, 21), QTime(12, 0), Qt::UTC);
    model::SignInCheck check;
    check.mustChangePassword = true;
    const auto back = [](const model::SignInCheck &sent) {
        return messages::decodeSignInCheck(QJsonDocument(messages::encode(sent)).toJson());
    };
    QCOMPARE(back(check).value(), check);
    check.reason = model::SignInReason{.obstacle = model::SignInObstacle::Locked,
                                       .cure = model::SignInCure::Unlock,
                                       .at = now,
                                       .until = now.addSecs(60),
                                       .by = u"karl"_s,
                                       .address = u"10.0.0.7"_s,
                                       .wrongPasswords = 1,
                                       .wrongCodes = 12};
    check.clock = model::ClockOffset{.seconds = -90, .seenAt = now};
    check.tries = {{.at = now,
                    .succeeded = false,
                    .reason = u"wrong_code"_s,
                    .system = u"pipelit"_s,
                    .address = u"10.0.0.7"_s},
                   {.at = now, .succeeded = true}};
    QCOMPARE(back(check).value(), check);
    QJsonObject broken = messages::encode(check);
    broken[u"can_sign_in"_s] = true; // and yet there is a reason
    QCOMPARE(messages::decodeSignInCheck(QJsonDocument(broken).toJson()).error().code,
             ErrorCode::UnexpectedAnswer);
}

void TestOwnMessages::statsComeBackAsTheyWere()
{
    QCOMPARE(decodeServerStats(text(encode(figures()))).value(), figures());
    const QJsonObject written = encode(figures());
    QVERIFY(written["server"_L1]["listeners"_L1][0]["system"_L1].isNull());
    QVERIFY(!written["attention"_L1][0].toObject().contains("count"_L1));
}

void TestOwnMessages::statsThatContradictThemselvesAreRefused_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("a total of others") << u"users"_s << u"total"_s << QJsonValue(8);
    QTest::newRow("a rest of others") << u"users"_s << u"without_second_factor"_s << QJsonValue(0);
    QTest::newRow("fewer than nobody") << u"users"_s << u"locked"_s << QJsonValue(-1);
    QTest::newRow("no start") << u"server"_s << u"started_at"_s << QJsonValue(u"yesterday"_s);
    QTest::newRow("a script to open")
        << u"server"_s << u"listeners"_s
        << QJsonValue(QJsonArray{QJsonObject{{u"url"_s, u"javascript:alert(1)"_s}}});
}

void TestOwnMessages::statsThatContradictThemselvesAreRefused()
{
    QFETCH(QString, part);
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject object = encode(figures());
    QJsonObject inner = object.value(part).toObject();
    inner[key] = value;
    object[part] = inner;
    QCOMPARE(decodeServerStats(text(object)).error().code, ErrorCode::UnexpectedAnswer);
}

void TestOwnMessages::aConcernOfANewerServerIsLeftOut()
{
    QJsonObject object = encode(figures());
    QJsonArray attention = object.value("attention"_L1).toArray();
    attention.prepend(QJsonObject{{u"code"_s, u"disk_nearly_full"_s}, {u"count"_s, 3}});
    object[u"attention"_s] = attention;
    QCOMPARE(decodeServerStats(text(object)).value(), figures());
}

void TestOwnMessages::aPageComesBackAsItWas()
{
    const model::Page<model::User> page{
        .items = {person()}, .nextCursor = u"abc"_s, .total = 10'000, .totalAtLeast = true};
    const auto read = decodeUsers(text(encodeUsers(page)));
    QVERIFY(read);
    QCOMPARE(*read, page);
    const model::Page<model::User> last{.items = {}, .nextCursor = {}, .total = 0};
    QVERIFY(encodeUsers(last).value("next_cursor"_L1).isNull());
    QCOMPARE(*decodeUsers(text(encodeUsers(last))), last);
}

void TestOwnMessages::aPageWithOneWrongItemIsRefused()
{
    QJsonObject page = encodeUsers({.items = {person()}, .nextCursor = {}});
    page.insert(u"items"_s, QJsonArray{encode(person()), 7});
    QCOMPARE(decodeUsers(text(page)).error().code, ErrorCode::UnexpectedAnswer);
    QCOMPARE(decodeUsers("[]").error().code, ErrorCode::UnexpectedAnswer);
    QCOMPARE(decodeUsers("<html>").error().code, ErrorCode::UnexpectedAnswer);
}

void TestOwnMessages::signInAnswersComeBackAsTheyWere()
{
    const QList<SignInAnswer> answers{
        SignedIn{.accessToken = Secret::fromString(u"access"_s),
                 .refreshToken = Secret::fromString(u"refresh"_s),
                 .expiresIn = 900,
                 .user = person(),
                 .mfaEnrollmentRequired = true},
        MfaRequired{.mfaToken = Secret::fromString(u"challenge"_s),
                    .methods = {u"totp"_s, u"backup_code"_s}},
        PasswordChangeRequired{.changeToken = Secret::fromString(u"change"_s)}};
    for (const SignInAnswer &answer : answers) {
        const auto read = decodeSignInAnswer(text(encode(answer)));
        QVERIFY(read);
        QVERIFY(*read == answer);
    }
    QVERIFY(!decodeSignInAnswer("{}"));
    QVERIFY(!decodeSignInAnswer(R"({"mfa_required":true})"));
    QVERIFY(!decodeSignInAnswer(R"({"mfa_required":"yes","mfa_token":"t","methods":[]})"));
    const SetupState state{.needsSetup = true, .codeRequired = false};
    QCOMPARE(*decodeSetupState(text(encode(state))), state);
}

void TestOwnMessages::signInRequestsComeBackAsTheyWere()
{
    const SetupRequest setup{.username = u"ada"_s,
                             .email = u"ada@example.org"_s,
                             .firstName = u"Ada"_s,
                             .lastName = u"L"_s,
                             .password = Secret::fromString(u" pass word\t"_s),
                             .serverName = u"Here"_s};
    QVERIFY(*decodeSetupRequest(text(encode(setup))) == setup);
    const SignInRequest signIn{.login = u"ada"_s, .password = Secret::fromString(u"päss"_s)};
    QVERIFY(*decodeSignInRequest(text(encode(signIn))) == signIn);
    const VerifyRequest verify{.mfaToken = Secret::fromString(u"t"_s),
                               .code = Secret::fromString(u"012345"_s)};
    QVERIFY(*decodeVerifyRequest(text(encode(verify))) == verify);
    const RefreshRequest refresh{.refreshToken = Secret::fromString(u"r"_s)};
    QVERIFY(*decodeRefreshRequest(text(encode(refresh))) == refresh);
    const ForcedPasswordRequest forced{.changeToken = Secret::fromString(u"c"_s),
                                       .newPassword = Secret::fromString(u"n"_s)};
    QVERIFY(*decodeForcedPasswordRequest(text(encode(forced))) == forced);
}

void TestOwnMessages::anEmptyPasswordIsAPassword()
{
    const auto read = decodeSignInRequest(R"({"login":"ada","password":""})");
    QVERIFY(read);
    QVERIFY(read->password.isEmpty());
}

void TestOwnMessages::aChangeKeepsAbsentAndNullApart()
{
    const auto nothing = decodeUserChange("{}");
    QVERIFY(nothing);
    QVERIFY(*nothing == UserChange());
    const auto taken = decodeUserChange(R"({"email":null,"valid_until":null})");
    QVERIFY(taken);
    QCOMPARE(taken->email, std::optional(QString()));
    QVERIFY(taken->validUntil.has_value() && !taken->validUntil->has_value());
    UserChange change;
    change.username = u"zoe"_s;
    change.email = QString();
    change.firstName = u"Z"_s;
    change.lastName = QString();
    change.roleSlug = u"admin"_s;
    change.status = model::UserStatus::Disabled;
    change.validUntil = std::optional(time(9));
    const auto read = decodeUserChange(text(encode(change)));
    QVERIFY(read);
    QVERIFY(*read == change);
    QVERIFY(!decodeUserChange(R"({"first_name":null})"));
    QVERIFY(!decodeUserChange(R"({"role":null})"));
    QVERIFY(!decodeUserChange(R"({"status":null})"));
}

void TestOwnMessages::aNewUserNamesEveryFieldThatIsWrong()
{
    const auto read = decodeNewUser(
        R"({"username":5,"email":[],"status":"locked","valid_until":"soon","password":{}})");
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidFields);
    QStringList names;
    for (const base::FieldError &field : read.error().fields)
        names.append(field.field);
    QCOMPARE(names, (QStringList{u"username"_s, u"email"_s, u"status"_s, u"valid_until"_s,
                                 u"password"_s}));
    NewUser user;
    user.email = u"zoe@example.org"_s;
    user.password = Secret::fromString(u"p"_s);
    user.status = model::UserStatus::Active;
    user.validUntil = time(5);
    const auto back = decodeNewUser(text(encode(user)));
    QVERIFY(back);
    QVERIFY(*back == user);
}

void TestOwnMessages::unknownFieldsAreNamed_data()
{
    QTest::addColumn<QString>("field");
    for (const char *name : {"id", "uid", "mfa_enabled", "is_superuser", "version", "Username", ""})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestOwnMessages::unknownFieldsAreNamed()
{
    QFETCH(QString, field);
    const QByteArray body = text({{field, true}, {u"username"_s, u"zoe"_s}});
    for (const auto &error : {decodeUserChange(body).error(), decodeNewUser(body).error(),
                              decodeProfileChange(body).error()}) {
        QCOMPARE(error.code, ErrorCode::InvalidFields);
        QCOMPARE(error.fields.size(), 1);
        QCOMPARE(error.fields.first().field, field);
        QCOMPARE(error.fields.first().code, u"unknown_field"_s);
    }
}

void TestOwnMessages::accountShapesComeBackAsTheyWere()
{
    const MfaState state{.enabled = true,
                         .methods = {{.id = u"9"_s,
                                      .kind = model::MfaKind::Totp,
                                      .name = u"Phone"_s,
                                      .createdAt = time(3),
                                      .lastUsedAt = time(4)}},
                         .backupCodesRemaining = 8};
    QCOMPARE(*decodeMfaState(text(encode(state))), state);
    const TotpEnrollment enrollment{.secret = Secret::fromString(u"JBSWY3DP"_s),
                                    .provisioningUri = Secret::fromString(u"otpauth://totp/x"_s),
                                    .qrPng = Secret::copyOf("\x89PNG")};
    QVERIFY(*decodeTotpEnrollment(text(encode(enrollment))) == enrollment);
    const MfaChanged changed{.enabled = true,
                             .backupCodes = {Secret::fromString(u"abcde-fghij"_s)}};
    QVERIFY(*decodeMfaChanged(text(encode(changed))) == changed);
    QVERIFY(!encode(MfaChanged{}).contains("backup_codes"_L1));
    QVERIFY(*decodeBackupCodes(text(encodeBackupCodes(changed.backupCodes)))
            == changed.backupCodes);
    const PasswordChange password{.currentPassword = Secret::fromString(u"a"_s),
                                  .newPassword = Secret::fromString(u"b"_s),
                                  .endOtherSessions = true};
    QVERIFY(*decodePasswordChange(text(encode(password))) == password);
    const CodeRequest code{.code = Secret::fromString(u"123456"_s)};
    QVERIFY(*decodeCodeRequest(text(encode(code))) == code);
    ProfileChange profile;
    profile.email = QString();
    profile.lastName = u"N"_s;
    QVERIFY(*decodeProfileChange(text(encode(profile))) == profile);
    const model::Page<model::Session> page{.items = {session()}, .nextCursor = u"c"_s};
    QCOMPARE(*decodeSessions(text(encodeSessions(page))), page);
}

void TestOwnMessages::aPictureThatIsNoPngIsLeftOut()
{
    QJsonObject written{{u"secret"_s, u"A"_s}, {u"provisioning_uri"_s, u"otpauth://totp/x"_s}};
    for (const QString &url : {u"javascript:alert(1)"_s, u"data:text/html;base64,AAAA"_s,
                               u"data:image/png;base64,***"_s, QString()}) {
        written.insert(u"qr_code"_s, url);
        const auto read = decodeTotpEnrollment(text(written));
        QVERIFY(read);
        QVERIFY(read->qrPng.isEmpty());
    }
}

void TestOwnMessages::recordsComeBackAsTheyWere()
{
    model::AuditEvent event;
    event.id = 3;
    event.at = time(5);
    event.action = u"user.updated"_s;
    event.result = u"refused"_s;
    event.reason = u"last_admin"_s;
    event.actorUid = u"uid-1"_s;
    event.actorName = u"ada"_s;
    event.targetName = u"gone"_s;
    event.system = u"authdesk"_s;
    event.address = u"::1"_s;
    event.requestId = u"0123456789abcdef"_s;
    event.changes = {{u"role"_s, QJsonObject{{u"old"_s, u"user"_s}, {u"new"_s, u"admin"_s}}}};
    event.sealedLater = true;
    const model::Page<model::AuditEvent> events{.items = {event}, .nextCursor = u"n"_s};
    QCOMPARE(*decodeAuditEvents(text(encodeAuditEvents(events))), events);

    const AuditVerdict broken{.ok = false, .checked = 12, .brokenAt = 4};
    QCOMPARE(*decodeAuditVerdict(text(encode(broken))), broken);
    const AuditVerdict whole{.ok = true, .checked = 12, .brokenAt = std::nullopt};
    QCOMPARE(*decodeAuditVerdict(text(encode(whole))), whole);

    const model::RequestEntry entry{.id = 5,
                                    .at = time(6),
                                    .requestId = u"f"_s,
                                    .method = u"GET"_s,
                                    .path = u"/admin/v1/me"_s,
                                    .status = 200,
                                    .durationMicroseconds = 42,
                                    .address = u"127.0.0.1"_s,
                                    .system = u"authdesk"_s,
                                    .username = u"ada"_s};
    const model::Page<model::RequestEntry> entries{.items = {entry}, .nextCursor = {}};
    QCOMPARE(*decodeRequests(text(encodeRequests(entries))), entries);
}

void TestOwnMessages::rolesComeBackAsTheyWere()
{
    const QList<model::Role> roles{
        {.id = 3,
         .slug = u"help_desk"_s,
         .name = u"Help desk"_s,
         .statements = {{.actions = {model::Action::Read, model::Action::Update},
                         .subjects = {model::Subject::Users}},
                        {.actions = {model::Action::Manage},
                         .subjects = {model::Subject::Roles, model::Subject::Backups},
                         .inverted = true}},
         .predefined = true}};
    const auto read = decodeRoles(text(encodeRoles(roles)));
    QVERIFY(read);
    QCOMPARE(read->items, roles);
}

void TestOwnMessages::aStatementThatIsNotUnderstoodIsNotGuessed()
{
    model::Role plain;
    plain.id = 1;
    plain.slug = u"a"_s;
    QJsonObject role = encode(plain);
    role.insert(u"statements"_s, QJsonArray{QJsonObject{{u"actions"_s, QJsonArray{u"fly"_s}},
                                                        {u"subjects"_s, QJsonArray{u"users"_s}},
                                                        {u"inverted"_s, true}}});
    QVERIFY(!decodeRole(role));
}

void TestOwnMessages::errorsComeBackAsTheyWere()
{
    const base::Error error{.code = ErrorCode::UsernameTaken,
                            .message = u"Taken."_s,
                            .detail = u"not sent"_s,
                            .fields = {{u"username"_s, u"taken"_s, u"This username is taken."_s}}};
    const QJsonObject written = encodeError(error);
    QVERIFY(!text(written).contains("not sent"));
    const base::Error read = decodeError(409, text(written), 7);
    QCOMPARE(read.code, error.code);
    QCOMPARE(read.message, error.message);
    QCOMPARE(read.fields, error.fields);
    QCOMPARE(read.retryAfterSeconds, 7);
    QVERIFY(!encodeError({.code = ErrorCode::NotFound, .message = u"x"_s})
                 .value("error"_L1)
                 .toObject()
                 .contains("fields"_L1));
}

void TestOwnMessages::anAnswerThatIsNotOursIsToldByItsStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, int status, const char *body, ErrorCode code) {
        QTest::newRow(name) << status << QByteArray(body) << int(code);
    };
    row("a page of a proxy", 503, "<html>busy</html>", ErrorCode::Busy);
    row("nothing", 401, "", ErrorCode::Unauthenticated);
    row("an error that is a text", 404, R"({"error":"gone"})", ErrorCode::NotFound);
    row("a code that is a number", 403, R"({"error":{"code":1,"message":"m"}})",
        ErrorCode::Forbidden);
    row("an unknown code", 418, R"({"error":{"code":"teapot","message":"m"}})",
        ErrorCode::UnexpectedAnswer);
    row("a status of nobody", 418, "", ErrorCode::UnexpectedAnswer);
}

void TestOwnMessages::anAnswerThatIsNotOursIsToldByItsStatus()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    QCOMPARE(int(decodeError(status, body).code), code);
}

void TestOwnMessages::aServerCannotSpeakForTheConsole()
{
    for (const char *name : {"keychain_locked", "unreachable", "cancelled", "tls_failed"}) {
        const QByteArray body =
            QByteArray(R"({"error":{"code":"NAME","message":"m"}})").replace("NAME", name);
        QCOMPARE(decodeError(403, body).code, ErrorCode::Forbidden);
    }
}

void TestOwnMessages::cellsOfAnEventStandUnderTheirColumns()
{
    model::AuditEvent event;
    event.id = 12;
    event.at = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
    event.action = u"user.updated"_s;
    event.result = u"ok"_s;
    event.actorName = u"karl"_s;
    event.targetName = u"anna"_s;
    event.targetUid = u"u-7"_s;
    event.changes = {{u"role"_s, QJsonObject{{u"old"_s, u"user"_s}, {u"new"_s, u"admin"_s}}}};
    const QStringList columns = auditColumns();
    const QStringList cells = auditCells(event);
    QCOMPARE(cells.size(), columns.size());
    const auto cell = [&](const QString &column) { return cells.at(columns.indexOf(column)); };
    QCOMPARE(cell(u"id"_s), u"12"_s);
    QCOMPARE(cell(u"at"_s), u"2026-09-21T14:13:20Z"_s);
    QCOMPARE(cell(u"actor"_s), u"karl"_s);
    QCOMPARE(cell(u"actor_uid"_s), QString());
    QCOMPARE(cell(u"target_uid"_s), u"u-7"_s);
    QCOMPARE(cell(u"changes"_s), u"{\"role\":{\"new\":\"admin\",\"old\":\"user\"}}"_s);
    QCOMPARE(cell(u"sealed_later"_s), u"false"_s);
    event.changes = {};
    QCOMPARE(auditCells(event).at(columns.indexOf(u"changes"_s)), QString());
}

void TestOwnMessages::aBulkRequestComesBackAsItWas()
{
    const BulkRequest byId{.ids = {3, 1, 2}, .action = model::BulkAction::Unlock};
    QCOMPARE(decodeBulkRequest(text(encode(byId))).value(), byId);
    const BulkRequest byFilter{.filter = BulkFilter{.search = u"an"_s,
                                                    .roleSlug = u"user"_s,
                                                    .status = model::UserStatus::Locked,
                                                    .mfa = false},
                               .action = model::BulkAction::SetRole,
                               .roleSlug = u"auditor"_s};
    QCOMPARE(decodeBulkRequest(text(encode(byFilter))).value(), byFilter);
    for (const char *name : {"disable", "enable", "delete", "set_role", "reset_password",
                             "reset_mfa", "unlock", "revoke_sessions"})
        QCOMPARE(
            model::bulkActionName(model::bulkActionFromName(QString::fromLatin1(name)).value()),
            QLatin1StringView(name));
}

void TestOwnMessages::aBulkRequestIsReadStrictly_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QByteArray &body, const char *field) {
        QTest::newRow(name) << body << QString::fromLatin1(field);
    };
    row("nobody", R"({"action":"disable"})", "ids");
    row("an empty list", R"({"action":"disable","ids":[]})", "ids");
    row("an id that is a text", R"({"action":"disable","ids":["1"]})", "ids");
    row("half an id", R"({"action":"disable","ids":[1.5]})", "ids");
    row("an id of nobody", R"({"action":"disable","ids":[0]})", "ids");
    row("an id twice", R"({"action":"disable","ids":[1,2,1]})", "ids");
    row("a person instead of a list", R"({"action":"disable","ids":1})", "ids");
    row("ids and a filter", R"({"action":"disable","ids":[1],"filter":{"role":"user"}})", "filter");
    row("an empty filter", R"({"action":"disable","filter":{}})", "filter");
    row("a filter that asks for nothing", R"({"action":"disable","filter":{"search":""}})",
        "filter");
    row("a filter that is a text", R"({"action":"disable","filter":"all"})", "filter");
    row("a filter with an unknown field", R"({"action":"disable","filter":{"name":"a"}})", "name");
    row("a filter with an unknown status", R"({"action":"disable","filter":{"status":"gone"}})",
        "status");
    row("no action", R"({"ids":[1]})", "action");
    row("an unknown action", R"({"action":"promote","ids":[1]})", "action");
    row("no role to set", R"({"action":"set_role","ids":[1]})", "role");
    row("a role that nothing is done with", R"({"action":"disable","ids":[1],"role":"user"})",
        "role");
    row("an unknown field", R"({"action":"disable","ids":[1],"force":true})", "force");
    QByteArray many = "[1";
    for (int id = 2; id <= model::mostPeopleAtOnce + 1; ++id)
        many += ',' + QByteArray::number(id);
    row("too many", R"({"action":"disable","ids":)" + many + "]}", "ids");
}

void TestOwnMessages::aBulkRequestIsReadStrictly()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const auto read = decodeBulkRequest(body);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidFields);
    QStringList fields;
    for (const base::FieldError &error : read.error().fields)
        fields.append(error.field);
    QCOMPARE(fields, QStringList{field});
}

void TestOwnMessages::bulkResultsComeBackAsTheyWere()
{
    const QList<BulkResult> results{
        {.id = 1},
        {.id = 2,
         .error = base::Error{.code = ErrorCode::LastAdmin,
                              .message = u"The last one stays."_s,
                              .detail = {},
                              .fields = {{u"role"_s, u"unknown"_s, u"No such role."_s}}}},
        {.id = 3,
         .oneTimeSecret =
             OneTimeSecret{.secret = Secret::fromString(u"a-b-c"_s), .expiresAt = time(5)}},
        {.id = 4,
         .oneTimeSecret =
             OneTimeSecret{.secret = Secret::fromString(u"12345678"_s), .expiresAt = time(6)},
         .kind = OneTimeKind::Code}};
    const QByteArray written = text(encodeBulkResults(results));
    QCOMPARE(decodeBulkResults(written).value(), results);
    QCOMPARE(decodeBulkResults(R"({"results":[{"id":1,"ok":false}]})").value().first().error->code,
             ErrorCode::UnexpectedAnswer);
    QCOMPARE(decodeBulkResults(R"({"results":[{"ok":true}]})").error().code,
             ErrorCode::UnexpectedAnswer);
}

} // namespace authdesk::systems::own::messages

QTEST_GUILESS_MAIN(authdesk::systems::own::messages::TestOwnMessages)
#include "tst_ownmessages.moc"
