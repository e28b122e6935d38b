// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/json.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk::base;

class TestJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesBodies_data();
    void refusesBodies();
    void takesAnObject();
    void namesEveryWrongField();
    void s02_countsCodePoints();
    void s06_takesSecretsByteExact();
    void absentAndNullAreTheSame();
    void readsTimes_data();
    void readsTimes();
};

void TestJson::refusesBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("a text") << QByteArray("\"a\"");
    QTest::newRow("cut short") << QByteArray(R"({"a":1)");
    QTest::newRow("more behind") << QByteArray("{} {}");
    QTest::newRow("no UTF-8") << QByteArray("{\"a\":\"\xff\"}");
    QTest::newRow("a NUL") << QByteArray("{\"a\":\"\0\"}", 9);
    QTest::newRow("a name twice") << QByteArray(R"({"role":"user","role":"admin"})");
    QTest::newRow("s45 nested too deeply")
        << QByteArray("{\"a\":") + QByteArray(40, '[') + QByteArray(40, ']') + '}';
}

void TestJson::refusesBodies()
{
    QFETCH(QByteArray, body);
    const auto object = parseJsonObject(body);
    QVERIFY(!object);
    QCOMPARE(object.error().code, ErrorCode::Malformed);
    QVERIFY(!object.error().message.isEmpty());
}

void TestJson::takesAnObject()
{
    const auto object = parseJsonObject(R"( {"a": {"b": [1, "}{\"", {"a": 2}]}, "b": true} )");
    QVERIFY(object);
    QCOMPARE(object->size(), 2);
    // The same name further down is another field.
    QVERIFY(object->value("a"_L1).toObject().contains("b"_L1));
}

void TestJson::namesEveryWrongField()
{
    JsonFields fields(*parseJsonObject(
        R"({"short":"ab","long":"abcdef","number":7,"line":"a\nb","flag":"yes"})"));
    QVERIFY(fields.text("missing"_L1, {}).isEmpty());
    QVERIFY(fields.text("short"_L1, {.atLeast = 3}).isEmpty());
    QVERIFY(fields.text("long"_L1, {.atMost = 5}).isEmpty());
    QVERIFY(fields.text("number"_L1, {}).isEmpty());
    QVERIFY(fields.text("line"_L1, {}).isEmpty());
    QVERIFY(!fields.optionalFlag("flag"_L1));
    QVERIFY(fields.secret("absent_secret"_L1).isEmpty());
    QStringList told;
    for (const FieldError &error : fields.errors())
        told.append(error.field + u' ' + error.code);
    QCOMPARE(told, (QStringList{u"missing required"_s, u"short too_short"_s, u"long too_long"_s,
                                u"number wrong_type"_s, u"line not_printable"_s,
                                u"flag wrong_type"_s, u"absent_secret required"_s}));
    QCOMPARE(fields.failure().error().code, ErrorCode::InvalidFields);
    QCOMPARE(fields.failure().error().fields, fields.errors());
}

void TestJson::s02_countsCodePoints()
{
    JsonFields fields(*parseJsonObject(R"({"keys":"🔑🔑🔑"})"));
    QCOMPARE(fields.text("keys"_L1, {.atLeast = 3, .atMost = 3}).size(), 6);
    QVERIFY(!fields.hasErrors());
    QVERIFY(fields.text("keys"_L1, {.atLeast = 4}).isEmpty());
}

void TestJson::s06_takesSecretsByteExact()
{
    JsonFields fields(*parseJsonObject(R"({"password":"  two blanks \t "})"));
    QCOMPARE(fields.secret("password"_L1), Secret("  two blanks \t "));
    JsonFields tooLong(QJsonObject{{u"password"_s, QString(4097, u'x')}});
    QVERIFY(tooLong.secret("password"_L1).isEmpty());
    QCOMPARE(tooLong.errors().first().code, u"too_long"_s);
    QVERIFY(!tooLong.errors().first().message.contains(u"xxx"_s));
}

void TestJson::absentAndNullAreTheSame()
{
    JsonFields fields(*parseJsonObject(R"({"email":null})"));
    QVERIFY(!fields.optionalText("email"_L1, {}));
    QVERIFY(!fields.optionalText("name"_L1, {}));
    QVERIFY(!fields.optionalSecret("email"_L1));
    QVERIFY(!fields.hasErrors());
    QVERIFY(fields.has("email"_L1));
    QVERIFY(!fields.has("name"_L1));
}

void TestJson::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("UTC") << u"2026-11-21T10:20:30Z"_s << u"2026-11-21T10:20:30Z"_s;
    QTest::newRow("elsewhere") << u"2026-11-21T12:20:30+02:00"_s << u"2026-11-21T10:20:30Z"_s;
    QTest::newRow("milliseconds") << u"2026-11-21T10:20:30.999Z"_s << u"2026-11-21T10:20:30Z"_s;
    QTest::newRow("a day alone") << u"2026-11-21"_s << QString();
    QTest::newRow("no zone") << u"2026-11-21T10:20:30"_s << QString();
    QTest::newRow("no such day") << u"2026-02-30T10:20:30Z"_s << QString();
    QTest::newRow("more behind") << u"2026-11-21T10:20:30Z\n"_s << QString();
}

void TestJson::readsTimes()
{
    QFETCH(QString, text);
    QFETCH(QString, written);
    const auto time = timeFromText(text);
    QCOMPARE(time.has_value(), !written.isEmpty());
    QCOMPARE(timeToJson(time).toString(), written);
    QCOMPARE(timeToJson(time).isNull(), written.isEmpty());
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
