// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/csv.h"
#include "core/transfer/csvreader.h"

#include <QtCore/QBuffer>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;
using transfer::CsvReader;

class TestCsvReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatSpreadsheetsWrite_data();
    void readsWhatSpreadsheetsWrite();
    void refusesWhatIsNoTable_data();
    void refusesWhatIsNoTable();
    void readsAcrossTheEdgesOfItsBuffer();
    void tellsTheLineOfARecord();
    void readsBackWhatIsWritten();

private:
    static base::Result<QList<QStringList>> readAll(QByteArray bytes)
    {
        QBuffer device(&bytes);
        if (!device.open(QIODevice::ReadOnly))
            qFatal("no buffer");
        CsvReader reader(device);
        QList<QStringList> all;
        for (;;) {
            auto record = reader.next();
            if (!record)
                return base::fail(record.error());
            if (!*record)
                return all;
            all.append(**record);
        }
    }
};

void TestCsvReader::readsWhatSpreadsheetsWrite_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<QStringList>>("records");
    const QList<QStringList> two{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
    QTest::newRow("line feeds") << "a,b\n1,2\n"_ba << two;
    QTest::newRow("Windows' line ends") << "a,b\r\n1,2\r\n"_ba << two;
    QTest::newRow("old Mac's line ends") << "a,b\r1,2\r"_ba << two;
    QTest::newRow("no end of the last line") << "a,b\n1,2"_ba << two;
    QTest::newRow("empty lines between") << "\n\na,b\n\n  \n,\n1,2\n\n"_ba << two;
    QTest::newRow("a byte order mark") << "\xef\xbb\xbf"
                                          "a,b\n1,2\n"_ba
                                       << two;
    QTest::newRow("semicolons") << "a;b\n1;2\n"_ba << two;
    QTest::newRow("tabs, as it is copied") << "a\tb\n1\t2\n"_ba << two;
    QTest::newRow("UTF-16 as Excel writes it") << QByteArray("\xff\xfe"
                                                             "a\0\t\0b\0\n\0"
                                                             "1\0\t\0"
                                                             "2\0",
                                                             16)
                                               << two;
    QTest::newRow("quotes") << "\"a\",\"b\"\n\"1\",\"2\"\n"_ba << two;
    QTest::newRow("separators in quotes do not choose")
        << "\"a;;;;\",b\n1,2\n"_ba << QList<QStringList>{{u"a;;;;"_s, u"b"_s}, {u"1"_s, u"2"_s}};
    QTest::newRow("quotes, line ends and commas inside")
        << "a,b\n\"1 \"\"x\"\"\r\n,\",2\n"_ba
        << QList<QStringList>{{u"a"_s, u"b"_s}, {u"1 \"x\"\r\n,"_s, u"2"_s}};
    QTest::newRow("a quote in the middle of a cell")
        << "a,b\n5\" disk,2\n"_ba << QList<QStringList>{{u"a"_s, u"b"_s}, {u"5\" disk"_s, u"2"_s}};
    QTest::newRow("empty cells at the end")
        << "a,b\n1,\n"_ba << QList<QStringList>{{u"a"_s, u"b"_s}, {u"1"_s, u""_s}};
    QTest::newRow("an empty quoted cell")
        << "a\n\"\"\nx\n"_ba << QList<QStringList>{{u"a"_s}, {u"x"_s}};
    QTest::newRow("nothing") << QByteArray() << QList<QStringList>{};
}

void TestCsvReader::readsWhatSpreadsheetsWrite()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<QStringList>, records);
    const auto read = readAll(bytes);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, records);
}

void TestCsvReader::refusesWhatIsNoTable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("a quote that never closes") << "a,b\n\"1,2\n3,4\n"_ba << u"never closed"_s;
    QTest::newRow("text behind a quote") << "a\n\"1\"x\n"_ba << u"line 2"_s;
    QTest::newRow("no UTF-8") << "a,b\nZo\xeb,2\n"_ba << u"UTF-8"_s;
    QTest::newRow("a zero byte") << QByteArray("a,b\n\0,2\n", 8) << u"UTF-8"_s;
    QTest::newRow("a line without an end") << QByteArray(70'000, 'x') << u"too long"_s;
}

void TestCsvReader::refusesWhatIsNoTable()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const auto read = readAll(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().code, base::ErrorCode::Malformed);
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
}

void TestCsvReader::readsAcrossTheEdgesOfItsBuffer()
{
    // Letters of several bytes and line ends of two, at every place of a buffer's edge.
    QByteArray bytes = "name,note\r\n";
    QList<QStringList> wanted{{u"name"_s, u"note"_s}};
    for (int i = 0; i < 30'000; ++i) {
        const QString cell = u"Zo\u00eb \u0141 %1"_s.arg(i);
        bytes += transfer::csvLine({cell, u"a\nb"_s});
        wanted.append({cell, u"a\nb"_s});
    }
    const auto read = readAll(bytes);
    QVERIFY(read);
    QCOMPARE(*read, wanted);
}

void TestCsvReader::tellsTheLineOfARecord()
{
    QByteArray bytes = "a\n\"1\n1\"\n\n2\n";
    QBuffer device(&bytes);
    QVERIFY(device.open(QIODevice::ReadOnly));
    CsvReader reader(device);
    QList<int> lines;
    while (reader.next().value())
        lines.append(reader.line());
    QCOMPARE(lines, (QList<int>{1, 2, 5}));
    QCOMPARE(reader.bytesRead(), bytes.size());
}

void TestCsvReader::readsBackWhatIsWritten()
{
    const QStringList cells{u"a,b;c\td"_s, u"\"quoted\""_s, u"two\r\nlines"_s, u""_s, u" blank "_s};
    const auto read = readAll(transfer::csvLine({u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s})
                              + transfer::csvLine(cells));
    QVERIFY(read);
    QCOMPARE(read->at(1), cells);
}

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
