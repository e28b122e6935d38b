// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/csv.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;

class TestCsv final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesWhatWouldBreakTheLine_data();
    void quotesWhatWouldBreakTheLine();
    void neutralisesWhatASpreadsheetWouldRun_data();
    void neutralisesWhatASpreadsheetWouldRun();
    void takesBackWhatItNeutralised_data();
    void takesBackWhatItNeutralised();
};

void TestCsv::quotesWhatWouldBreakTheLine_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("plain") << QStringList{u"a"_s, u"b c"_s} << "a,b c\r\n"_ba;
    QTest::newRow("empty cells") << QStringList{u""_s, u""_s} << ",\r\n"_ba;
    QTest::newRow("comma") << QStringList{u"a,b"_s, u"c"_s} << "\"a,b\",c\r\n"_ba;
    QTest::newRow("quotes") << QStringList{u"{\"a\":1}"_s} << "\"{\"\"a\"\":1}\"\r\n"_ba;
    QTest::newRow("line breaks") << QStringList{u"a\nb"_s, u"a\rb"_s} << "\"a\nb\",\"a\rb\"\r\n"_ba;
    QTest::newRow("other scripts") << QStringList{u"Zoë Ł"_s} << QByteArray("Zoë Ł\r\n");
    QTest::newRow("a formula that holds a comma")
        << QStringList{u"=HYPERLINK(\"x\",1)"_s} << "\"'=HYPERLINK(\"\"x\"\",1)\"\r\n"_ba;
}

void TestCsv::quotesWhatWouldBreakTheLine()
{
    QFETCH(QStringList, cells);
    QFETCH(QByteArray, line);
    QCOMPARE(transfer::csvLine(cells), line);
}

void TestCsv::neutralisesWhatASpreadsheetWouldRun_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("runs");
    QTest::newRow("equals") << u"=1+1"_s << true;
    QTest::newRow("plus") << u"+1"_s << true;
    QTest::newRow("minus") << u"-1+cmd|' /C calc'!A0"_s << true;
    QTest::newRow("at") << u"@SUM(A1)"_s << true;
    QTest::newRow("behind blanks") << u"  =1"_s << true;
    QTest::newRow("behind a tab") << u"\t=1"_s << true;
    QTest::newRow("tab") << u"\tx"_s << true;
    QTest::newRow("carriage return") << u"\rx"_s << true;
    QTest::newRow("full-width equals") << u"\uff1d1"_s << true;
    QTest::newRow("a name") << u"Anna Kovac"_s << false;
    QTest::newRow("an address") << u"anna@acme.example"_s << false;
    QTest::newRow("a time") << u"2026-01-31T12:00:00Z"_s << false;
    QTest::newRow("JSON") << u"{\"role\":1}"_s << false;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("blanks") << u"  "_s << false;
}

void TestCsv::neutralisesWhatASpreadsheetWouldRun()
{
    QFETCH(QString, cell);
    QFETCH(bool, runs);
    QCOMPARE(transfer::neutral(cell), runs ? u'\'' + cell : cell);
}

void TestCsv::takesBackWhatItNeutralised_data()
{
    QTest::addColumn<QString>("cell");
    for (const QString &cell :
         {u"=1+1"_s, u"'=1+1"_s, u"''=1+1"_s, u"'"_s, u"''"_s, u"'tis"_s, u"  =1"_s, u"'  =1"_s,
          u"\tx"_s, u"'\tx"_s, u"Anna"_s, u""_s, u"O'Neil"_s, u"\uff1d1"_s})
        QTest::newRow(qPrintable(u"<%1>"_s.arg(cell))) << cell;
}

void TestCsv::takesBackWhatItNeutralised()
{
    QFETCH(QString, cell);
    QCOMPARE(transfer::plain(transfer::neutral(cell)), cell);
    // Nothing that is written runs.
    const QString written = transfer::neutral(cell).trimmed();
    QVERIFY(written.isEmpty() || !u"=+-@\uff1d\uff0b\uff0d\uff20"_s.contains(written.front()));
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
