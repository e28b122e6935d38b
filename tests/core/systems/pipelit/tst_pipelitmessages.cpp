// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every shape of Pipelit's API is read as it was written, in the documented words, and both
// generations of its error bodies are understood.

#include "core/systems/pipelit/messages/auth.h"
#include "core/systems/pipelit/messages/errors.h"
#include "core/systems/pipelit/messages/users.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

namespace authdesk::systems::pipelit::messages {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Secret;

namespace {

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

class TestPipelitMessages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersComeBackAsTheyWere();
    void answersThatAreWrongAreRefused();
    void requestsComeBackAsTheyWere();
    void aCodeHasItsForm_data();
    void aCodeHasItsForm();
    void fieldErrorsAreInTheDocumentedShape();
    void bothGenerationsOfFieldErrorsAreRead_data();
    void bothGenerationsOfFieldErrorsAreRead();
    void wordsAreCodes_data();
    void wordsAreCodes();
    void aPasswordChangeComesBack();
    void peopleAndKeysComeBackAsTheyWere();
    void peopleAndKeysThatAreWrongAreRefused_data();
    void peopleAndKeysThatAreWrongAreRefused();
    void timesAreReadWithAndWithoutAZone_data();
    void timesAreReadWithAndWithoutAZone();
    void aChangeHoldsOnlyWhatIsToChange();
};

void TestPipelitMessages::answersComeBackAsTheyWere()
{
    const KeyAnswer key{.key = Secret::fromString(u"a1b2"_s), .requiresMfa = false};
    QCOMPARE(text(encode(key)), R"({"key":"a1b2","requires_mfa":false})");
    QVERIFY(*decodeKeyAnswer(text(encode(key))) == key);
    const KeyAnswer mfa{.key = {}, .requiresMfa = true};
    QCOMPARE(text(encode(mfa)), R"({"key":"","requires_mfa":true})");
    QVERIFY(*decodeKeyAnswer(text(encode(mfa))) == mfa);
    const KeyAnswer enrol{.key = Secret::fromString(u"k"_s), .mfaEnrollmentRequired = true};
    QVERIFY(*decodeKeyAnswer(text(encode(enrol))) == enrol);
    const Me me{.username = u"zoë"_s, .mfaEnabled = true};
    QCOMPARE(*decodeMe(text(encode(me))), me);
    const SetupState state{.needsSetup = true};
    QCOMPARE(*decodeSetupState(text(encode(state))), state);
    const MfaStatus status{.mfaEnabled = true};
    QCOMPARE(*decodeMfaStatus(text(encode(status))), status);
    const TotpSetup setup{.secret = Secret::fromString(u"JBSWY3DP"_s),
                          .provisioningUri = Secret::fromString(u"otpauth://totp/x"_s)};
    QVERIFY(*decodeTotpSetup(text(encode(setup))) == setup);
}

void TestPipelitMessages::answersThatAreWrongAreRefused()
{
    for (const char *body :
         {"", "[]", "{}", "<html>", R"({"key":7,"requires_mfa":false})",
          R"({"key":"","requires_mfa":false})", R"({"key":"k","requires_mfa":"no"})"}) {
        const auto read = decodeKeyAnswer(body);
        QVERIFY2(!read, body);
        QCOMPARE(read.error().code, ErrorCode::UnexpectedAnswer);
    }
    QVERIFY(!decodeMe(R"({"username":"","mfa_enabled":false})"));
    QVERIFY(!decodeMfaStatus(R"({"mfa_enabled":null})"));
    QVERIFY(!decodeSetupState(R"({"needs_setup":1})"));
    QVERIFY(!decodeTotpSetup(R"({"secret":"A"})"));
}

void TestPipelitMessages::requestsComeBackAsTheyWere()
{
    const CredentialsRequest credentials{.username = u"admin"_s,
                                         .password = Secret::fromString(u"mypassword"_s)};
    QVERIFY(*decodeCredentialsRequest(text(encode(credentials))) == credentials);
    const LoginVerifyRequest verify{.username = u"admin"_s,
                                    .code = Secret::fromString(u"012345"_s)};
    QVERIFY(*decodeLoginVerifyRequest(text(encode(verify))) == verify);
    const CodeRequest code{.code = Secret::fromString(u"012345"_s)};
    QVERIFY(*decodeCodeRequest(text(encode(code))) == code);
}

void TestPipelitMessages::aCodeHasItsForm_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("ofTheApp");
    QTest::addColumn<bool>("atTheSignIn");
    QTest::newRow("six digits") << u"123456"_s << true << true;
    QTest::newRow("recovery code") << u"abcde-fghij"_s << false << true;
    QTest::newRow("recovery code in capitals") << u"ABCDE-FGHIJ"_s << false << true;
    QTest::newRow("one-time code") << u"12345678"_s << false << true;
    QTest::newRow("five digits") << u"12345"_s << false << false;
    QTest::newRow("seven digits") << u"1234567"_s << false << false;
    QTest::newRow("letters") << u"abcdef"_s << false << false;
    QTest::newRow("digits of another script") << u"١٢٣٤٥٦"_s << false << false;
    QTest::newRow("a line break behind") << u"123456\n"_s << false << false;
    QTest::newRow("a space in front") << u" 123456"_s << false << false;
    QTest::newRow("empty") << QString() << false << false;
}

void TestPipelitMessages::aCodeHasItsForm()
{
    QFETCH(QString, code);
    QFETCH(bool, ofTheApp);
    QFETCH(bool, atTheSignIn);
    QCOMPARE(decodeCodeRequest(text({{u"code"_s, code}})).has_value(), ofTheApp);
    const auto verify =
        decodeLoginVerifyRequest(text({{u"username"_s, u"a"_s}, {u"code"_s, code}}));
    QCOMPARE(verify.has_value(), atTheSignIn);
    if (!atTheSignIn)
        QCOMPARE(verify.error().fields.first().code, u"pattern"_s);
}

void TestPipelitMessages::fieldErrorsAreInTheDocumentedShape()
{
    const auto missing = decodeCredentialsRequest(R"({"username":"admin"})");
    QCOMPARE(
        text(encodeFieldErrors(missing.error().fields)),
        R"({"detail":[{"input":null,"loc":["body","password"],"msg":"Field required","type":"missing"}]})");
    const auto broken = decodeCredentialsRequest("{bad");
    QCOMPARE(
        text(encodeFieldErrors(broken.error().fields)),
        R"({"detail":[{"input":null,"loc":["body"],"msg":"JSON decode error","type":"json_invalid"}]})");
}

void TestPipelitMessages::bothGenerationsOfFieldErrorsAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *body, const char *code) {
        QTest::newRow(name) << QByteArray(body) << QString::fromLatin1(code);
    };
    row("missing, old",
        R"({"detail":[{"loc":["body","code"],"msg":"m","type":"value_error.missing"}]})",
        "required");
    row("missing, new",
        R"({"detail":[{"loc":["body","code"],"msg":"m","type":"missing","input":{}}]})",
        "required");
    row("form, old",
        R"({"detail":[{"loc":["body","code"],"msg":"m","type":"value_error.str.regex","ctx":{}}]})",
        "pattern");
    row("form, new",
        R"({"detail":[{"loc":["body","code"],"msg":"m","type":"string_pattern_mismatch"}]})",
        "pattern");
    row("short, old",
        R"({"detail":[{"loc":["body","code"],"msg":"m","type":"value_error.any_str.min_length"}]})",
        "too_short");
    row("anything else", R"({"detail":[{"loc":["body","code"],"msg":"m","type":"odd"}]})",
        "invalid");
}

void TestPipelitMessages::bothGenerationsOfFieldErrorsAreRead()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    const base::Error error = decodeError(422, body);
    QCOMPARE(error.code, ErrorCode::InvalidFields);
    QCOMPARE(error.fields, (QList<base::FieldError>{{u"code"_s, code, u"m"_s}}));
}

void TestPipelitMessages::wordsAreCodes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const auto row = [](int status, const char *body, ErrorCode code) {
        QTest::addRow("%d %s", status, body) << status << QByteArray(body) << int(code);
    };
    row(401, R"({"detail":"Invalid credentials."})", ErrorCode::InvalidCredentials);
    row(401, R"({"detail":"Invalid TOTP code."})", ErrorCode::InvalidCode);
    row(400, R"({"detail":"Invalid TOTP code."})", ErrorCode::InvalidCode);
    row(401, R"({"detail":"Invalid or missing API key."})", ErrorCode::Unauthenticated);
    row(403, R"({"detail":"Not authenticated"})", ErrorCode::Unauthenticated);
    row(400, R"({"detail":"MFA is already enabled."})", ErrorCode::MfaAlreadyEnabled);
    row(400, R"({"detail":"MFA is not enabled."})", ErrorCode::MfaNotEnabled);
    row(400, R"({"detail":"Call /mfa/setup/ first."})", ErrorCode::MfaNotStarted);
    row(403, R"({"detail":"MFA reset only allowed from localhost."})", ErrorCode::NotLoopback);
    row(409, R"({"detail":"Setup already completed."})", ErrorCode::SetupAlreadyDone);
    row(403, R"({"detail":"Admin access required."})", ErrorCode::Forbidden);
    row(403, R"({"detail":"Invalid authentication credentials"})", ErrorCode::Unauthenticated);
    row(401, R"({"detail":"API key has been revoked."})", ErrorCode::Unauthenticated);
    row(401, R"({"detail":"API key has expired."})", ErrorCode::Unauthenticated);
    row(409, R"({"detail":"Username already exists."})", ErrorCode::UsernameTaken);
    row(409, R"({"detail":"Cannot demote the last admin user."})", ErrorCode::LastAdmin);
    row(404, R"({"detail":"User not found."})", ErrorCode::NotFound);
    row(400, R"({"detail":"expires_at must be in the future."})", ErrorCode::InvalidFields);
    row(405, R"({"detail":"Method Not Allowed"})", ErrorCode::MethodNotAllowed);
    row(404, "<!doctype html>", ErrorCode::NotFound);
    row(502, "", ErrorCode::Internal);
}

void TestPipelitMessages::wordsAreCodes()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    QCOMPARE(int(decodeError(status, body).code), code);
}

void TestPipelitMessages::aPasswordChangeComesBack()
{
    const Secret token = Secret::fromString(u"change"_s);
    const QByteArray body = text(encodePasswordChange(token));
    QCOMPARE(decodePasswordChange(body), std::optional(token));
    QCOMPARE(decodeError(401, body).code, ErrorCode::PasswordChangeRequired);
    QVERIFY(!decodePasswordChange(R"({"detail":"Invalid credentials."})"));
    QVERIFY(!decodePasswordChange(R"({"password_change_required":"yes","change_token":"t"})"));
}

void TestPipelitMessages::peopleAndKeysComeBackAsTheyWere()
{
    const QDateTime time(QDate(2026, 3, 14), QTime(9, 26, 53), Qt::UTC);
    const Person person{.id = 2,
                        .username = u"zoë"_s,
                        .role = Role::Admin,
                        .firstName = u"Zoë"_s,
                        .lastName = u"Z"_s,
                        .createdAt = time,
                        .mfaEnabled = true,
                        .keyCount = 3};
    QCOMPARE(encode(person)["created_at"_L1], QJsonValue(u"2026-03-14T09:26:53"_s));
    QCOMPARE(*decodePerson(text(encode(person))), person);
    const People people{.users = {person}, .total = 7};
    QCOMPARE(*decodePeople(text(encode(people))), people);
    const Key key{.id = 4,
                  .name = u"console"_s,
                  .prefix = u"abcdefgh"_s,
                  .createdAt = time,
                  .lastUsedAt = std::nullopt,
                  .expiresAt = time.addDays(1),
                  .isActive = false,
                  .key = {}};
    QVERIFY(!encode(key).contains("key"_L1));
    const QByteArray keys = QJsonDocument(encode(QList{key, key})).toJson();
    QCOMPARE(*decodeKeys(keys), (QList{key, key}));
    Key created = key;
    created.key = Secret::fromString(u"abcdefghij"_s);
    QVERIFY(*decodeCreatedKey(text(encode(created))) == created);
    const NewPerson wanted{.username = u"bob"_s,
                           .password = Secret::fromString(u"a sentence"_s),
                           .role = Role::Admin,
                           .firstName = u"B"_s,
                           .lastName = {}};
    QVERIFY(*decodeNewPersonRequest(text(encode(wanted))) == wanted);
    const NewKey newKey{.name = u"k"_s, .expiresAt = time};
    QCOMPARE(*decodeNewKeyRequest(text(encode(newKey))), newKey);
}

void TestPipelitMessages::peopleAndKeysThatAreWrongAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a page of HTML") << QByteArray("<!doctype html>");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("nobody") << QByteArray("{}");
    QTest::newRow("a role that is none")
        << QByteArray(R"({"id":1,"username":"a","role":"king","created_at":"2026-03-14T09:26:53",)"
                      R"("mfa_enabled":false,"key_count":0})");
    QTest::newRow("a time that is none")
        << QByteArray(R"({"id":1,"username":"a","role":"admin","created_at":"yesterday",)"
                      R"("mfa_enabled":false,"key_count":0})");
    QTest::newRow("no number") << QByteArray(
        R"({"id":"1","username":"a","role":"admin",)"
        R"("created_at":"2026-03-14T09:26:53","mfa_enabled":false,"key_count":0})");
}

void TestPipelitMessages::peopleAndKeysThatAreWrongAreRefused()
{
    QFETCH(QByteArray, body);
    const QByteArray list = "{\"users\":[" + body + "],\"total\":1}";
    QCOMPARE(decodePerson(body).error().code, ErrorCode::UnexpectedAnswer);
    QVERIFY(body.isEmpty() || decodePeople(list).error().code == ErrorCode::UnexpectedAnswer);
    QVERIFY(body.isEmpty()
            || decodeKeys('[' + body + ']').error().code == ErrorCode::UnexpectedAnswer);
    QCOMPARE(decodeCreatedKey(body).error().code, ErrorCode::UnexpectedAnswer);
}

void TestPipelitMessages::timesAreReadWithAndWithoutAZone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isTime");
    QTest::newRow("as it writes them") << u"2026-03-14T09:26:53"_s << true;
    QTest::newRow("with a fraction") << u"2026-03-14T09:26:53.000123"_s << true;
    QTest::newRow("with Z") << u"2026-03-14T09:26:53Z"_s << true;
    QTest::newRow("with a zone") << u"2026-03-14T10:26:53+01:00"_s << true;
    QTest::newRow("two zones") << u"2026-03-14T10:26:53+01:00Z"_s << false;
    QTest::newRow("a day") << u"2026-03-14"_s << false;
    QTest::newRow("no day") << u"2026-02-30T00:00:00"_s << false;
    QTest::newRow("words") << u"tomorrow"_s << false;
}

void TestPipelitMessages::timesAreReadWithAndWithoutAZone()
{
    QFETCH(QString, text);
    QFETCH(bool, isTime);
    const auto time = timeFromWire(text);
    QCOMPARE(time.has_value(), isTime);
    if (isTime)
        QCOMPARE(timeText(*time), u"2026-03-14T09:26:53"_s);
}

void TestPipelitMessages::aChangeHoldsOnlyWhatIsToChange()
{
    QCOMPARE(text(encode(PersonChange{})), "{}");
    const PersonChange change{.role = Role::Normal, .lastName = u"B"_s};
    QCOMPARE(text(encode(change)), R"({"last_name":"B","role":"normal"})");
    QVERIFY(*decodePersonChangeRequest(text(encode(change)), Whose::Others) == change);
    // Nobody gives oneself a role.
    QVERIFY(!decodePersonChangeRequest(text(encode(change)), Whose::Own)->role);
    const auto refused =
        decodePersonChangeRequest(R"({"role":"king","first_name":1})", Whose::Others);
    QCOMPARE(refused.error().fields.size(), 2);
    QVERIFY(decodePersonChangeRequest(R"({"role":"king"})", Whose::Own).has_value());
}

} // namespace authdesk::systems::pipelit::messages

QTEST_GUILESS_MAIN(authdesk::systems::pipelit::messages::TestPipelitMessages)
#include "tst_pipelitmessages.moc"
