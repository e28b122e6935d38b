// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/log.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk::base;

class TestLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesOneLineOfText();
    void writesOneLineOfJson();
    void s49_controlCharactersForgeNoLine_data();
    void s49_controlCharactersForgeNoLine();
    void fieldsForgeNoOtherField();
    void timesAreInUtc();

private:
    LogLine m_line{.time = QDateTime(QDate(2026, 11, 21), QTime(10, 20, 30, 45), Qt::UTC),
                   .level = LogLevel::Warning,
                   .category = u"authdesk.server"_s,
                   .message = u"The disk is nearly full"_s,
                   .requestId = u"0123456789abcdef"_s,
                   .fields = {{u"status"_s, 200}, {u"path"_s, u"/admin/v1/me"_s}}};
};

void TestLog::writesOneLineOfText()
{
    QCOMPARE(formatLogLine(m_line, LogFormat::Text),
             QByteArray("2026-11-21T10:20:30.045Z warning authdesk.server: The disk is nearly full "
                        "request_id=0123456789abcdef path=/admin/v1/me status=200\n"));
}

void TestLog::writesOneLineOfJson()
{
    const QByteArray line = formatLogLine(m_line, LogFormat::Json);
    QVERIFY(line.endsWith('\n'));
    QCOMPARE(line.count('\n'), 1);
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    QCOMPARE(object.value("time"_L1).toString(), u"2026-11-21T10:20:30.045Z"_s);
    QCOMPARE(object.value("level"_L1).toString(), u"warning"_s);
    QCOMPARE(object.value("message"_L1).toString(), u"The disk is nearly full"_s);
    QCOMPARE(object.value("request_id"_L1).toString(), u"0123456789abcdef"_s);
    QCOMPARE(object.value("status"_L1).toInt(), 200);
}

void TestLog::s49_controlCharactersForgeNoLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("line feed") << u"a\nb"_s;
    QTest::newRow("carriage return") << u"a\rb"_s;
    QTest::newRow("escape") << u"a\u001b[2Jb"_s;
    QTest::newRow("C1 control") << u"a\u009bb"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s;
    QTest::newRow("right-to-left override") << u"a\u202eb"_s;
}

void TestLog::s49_controlCharactersForgeNoLine()
{
    QFETCH(QString, text);
    m_line.message = text;
    m_line.fields = {{u"path"_s, text}};
    for (const LogFormat format : {LogFormat::Text, LogFormat::Json}) {
        const QString line = QString::fromUtf8(formatLogLine(m_line, format));
        QCOMPARE(line.count(u'\n'), 1);
        for (const QChar c : line.chopped(1)) {
            QVERIFY(c.category() != QChar::Other_Control);
            QVERIFY(c.category() != QChar::Other_Format);
            QVERIFY(c.category() != QChar::Separator_Line);
        }
        QVERIFY(line.contains(u"\\u"_s));
    }
}

void TestLog::fieldsForgeNoOtherField()
{
    m_line.fields = {{u"user_agent"_s, u"curl status=500 \"x"_s}};
    QVERIFY(
        formatLogLine(m_line, LogFormat::Text).endsWith("user_agent=\"curl status=500 \\\"x\"\n"));
}

void TestLog::timesAreInUtc()
{
    m_line.time = QDateTime(QDate(2026, 11, 21), QTime(12, 0), Qt::OffsetFromUTC, 7200);
    QVERIFY(formatLogLine(m_line, LogFormat::Text).startsWith("2026-11-21T10:00:00.000Z "));
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
