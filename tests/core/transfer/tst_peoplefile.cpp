// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/peoplereader.h"
#include "core/transfer/peoplewriter.h"

#include <QtCore/QBuffer>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;
using namespace authdesk::transfer;

class TestPeopleFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatItWrites_data();
    void readsBackWhatItWrites();
    void hashesAreWrittenOnlyWhereAskedFor();
    void understandsTheHeadingsOfOthers_data();
    void understandsTheHeadingsOfOthers();
    void tellsColumnsThatMeanNothing();
    void takesTheListsOfOurOwnInterface();
    void anEmptyCellSaysThatThereIsNone();
    void refusesFilesThatAreNoList_data();
    void refusesFilesThatAreNoList();
    void aRowThatCannotBeReadDoesNotEndTheFile();
    void guessesTheFormat();
    void readsPiecesOfALongFile();

private:
    struct Read
    {
        QList<PersonCells> people;
        QStringList ignored;
    };
    static base::Result<Read> read(QByteArray bytes, Format format)
    {
        QBuffer device(&bytes);
        if (!device.open(QIODevice::ReadOnly))
            qFatal("no buffer");
        const auto reader = PeopleReader::open(device, format);
        if (!reader)
            return base::fail(reader.error());
        auto people = readPeople(**reader, 1'000'000);
        if (!people)
            return base::fail(people.error());
        return Read{.people = *std::move(people), .ignored = (*reader)->ignoredColumns()};
    }
    static QByteArray write(const QList<PersonCells> &people, Format format, HashColumns hashes)
    {
        QByteArray bytes;
        QBuffer device(&bytes);
        if (!device.open(QIODevice::WriteOnly))
            qFatal("no buffer");
        PeopleWriter writer(device, format, hashes);
        if (!writer.begin() || !writer.add(people) || !writer.end())
            qFatal("not written");
        return bytes;
    }
    static QList<PersonCells> twoPeople()
    {
        PersonCells anna;
        for (std::size_t i = 0; i < personColumnCount; ++i)
            anna.texts[i] = u"%1 of anna"_s.arg(i);
        anna[PersonColumn::FirstName] = u"=HYPERLINK(\"x\",1)"_s;
        anna[PersonColumn::LastName] = u"'=O'Neil, \r\n\u0141"_s;
        anna[PersonColumn::MustChangePassword] = u"true"_s;
        anna[PersonColumn::MfaEnabled] = u"false"_s;
        anna.row = 1;
        PersonCells ben;
        for (QString &text : ben.texts)
            text = u""_s;
        ben[PersonColumn::Username] = u"ben"_s;
        ben.row = 2;
        return {anna, ben};
    }
};

void TestPeopleFile::readsBackWhatItWrites_data()
{
    QTest::addColumn<Format>("format");
    QTest::newRow("CSV") << Format::Csv;
    QTest::newRow("JSON") << Format::Json;
}

void TestPeopleFile::readsBackWhatItWrites()
{
    QFETCH(Format, format);
    const QByteArray bytes = write(twoPeople(), format, HashColumns::Yes);
    QCOMPARE(guessFormat(bytes), format);
    const auto again = read(bytes, format);
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QCOMPARE(again->people, twoPeople());
    QVERIFY(again->ignored.isEmpty());
    const auto nobody = read(write({}, format, HashColumns::No), format);
    QVERIFY(nobody && nobody->people.isEmpty());
}

void TestPeopleFile::hashesAreWrittenOnlyWhereAskedFor()
{
    const QByteArray without = write(twoPeople(), Format::Csv, HashColumns::No);
    QVERIFY(!without.contains("password_hash"));
    QVERIFY(!without.contains("13 of anna"));
    const QByteArray with = write(twoPeople(), Format::Csv, HashColumns::Yes);
    QVERIFY(with.contains(",password_hash\r\n"));
    QVERIFY(with.contains("13 of anna"));
}

void TestPeopleFile::understandsTheHeadingsOfOthers_data()
{
    QTest::addColumn<QString>("heading");
    QTest::addColumn<PersonColumn>("column");
    QTest::newRow("our own") << u"first_name"_s << PersonColumn::FirstName;
    QTest::newRow("blanks and capitals") << u" First Name "_s << PersonColumn::FirstName;
    QTest::newRow("one word") << u"LastName"_s << PersonColumn::LastName;
    QTest::newRow("a dash") << u"E-Mail"_s << PersonColumn::Email;
    QTest::newRow("a spreadsheet's") << u"Email address"_s << PersonColumn::Email;
    QTest::newRow("a login") << u"Login"_s << PersonColumn::Username;
    QTest::newRow("Django's") << u"date_joined"_s << PersonColumn::CreatedAt;
}

void TestPeopleFile::understandsTheHeadingsOfOthers()
{
    QFETCH(QString, heading);
    QFETCH(PersonColumn, column);
    QCOMPARE(personColumnOf(heading), std::optional(column));
}

void TestPeopleFile::tellsColumnsThatMeanNothing()
{
    const auto table = read("username,shoe size,,email\nanna,38,,a@b.c\n", Format::Csv);
    QVERIFY(table);
    QCOMPARE(table->ignored, QStringList{u"shoe size"_s});
    QCOMPARE(table->people.first()[PersonColumn::Email], u"a@b.c"_s);
    const auto list =
        read(R"([{"username":"anna","shoe":38},{"username":"ben","shoe":43}])", Format::Json);
    QVERIFY(list);
    QCOMPARE(list->ignored, QStringList{u"shoe"_s});
}

void TestPeopleFile::takesTheListsOfOurOwnInterface()
{
    const auto list =
        read(R"({"items":[{"id":7,"username":"anna","email":null,"role":{"id":5,"slug":"user",)"
             R"("name":"User"},"must_change_password":false,"version":1}],"next_cursor":null})",
             Format::Json);
    QVERIFY2(list, list ? "" : qPrintable(list.error().message));
    const PersonCells &anna = list->people.first();
    QCOMPARE(anna[PersonColumn::Role], u"user"_s);
    QCOMPARE(anna[PersonColumn::MustChangePassword], u"false"_s);
    QVERIFY(anna[PersonColumn::Email].isEmpty() && !anna[PersonColumn::Email].isNull());
    QVERIFY(anna[PersonColumn::FirstName].isNull());
}

void TestPeopleFile::anEmptyCellSaysThatThereIsNone()
{
    const auto table = read("username,email\nanna,\nben\n", Format::Csv);
    QVERIFY(table);
    for (const PersonCells &one : table->people) {
        QVERIFY(one[PersonColumn::Email].isEmpty() && !one[PersonColumn::Email].isNull());
        QVERIFY(one[PersonColumn::FirstName].isNull());
    }
}

void TestPeopleFile::refusesFilesThatAreNoList_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Format>("format");
    QTest::newRow("no headings") << "anna,a@b.c\nben,b@b.c\n"_ba << Format::Csv;
    QTest::newRow("a heading twice") << "username,email,E-Mail\n"_ba << Format::Csv;
    QTest::newRow("an empty table") << QByteArray() << Format::Csv;
    QTest::newRow("an empty file") << QByteArray() << Format::Json;
    QTest::newRow("an object that is no list") << R"({"people":[]})"_ba << Format::Json;
    QTest::newRow("a list of texts") << R"(["anna"])"_ba << Format::Json;
    QTest::newRow("a list that ends in its middle")
        << R"([{"username":"anna"},)"_ba << Format::Json;
    QTest::newRow("an object that ends in its middle") << R"([{"username":"an)"_ba << Format::Json;
    QTest::newRow("a list that is not closed") << R"([{"username":"anna"})"_ba << Format::Json;
    QTest::newRow("a wrapped list that is not closed")
        << R"({"items":[{"username":"anna"}])"_ba << Format::Json;
    QTest::newRow("something behind it") << R"([{"username":"anna"}] x)"_ba << Format::Json;
    QTest::newRow("a name twice") << R"([{"username":"anna","username":"ben"}])"_ba << Format::Json;
    QTest::newRow("no comma") << R"([{"username":"anna"}{"username":"ben"}])"_ba << Format::Json;
    QTest::newRow("deep nesting") << "[{\"username\":" + QByteArray(100, '[') + QByteArray(100, ']')
                                         + "}]"
                                  << Format::Json;
    QTest::newRow("an endless object")
        << "[{\"username\":\"" + QByteArray(80'000, 'x') + "\"}]" << Format::Json;
}

void TestPeopleFile::refusesFilesThatAreNoList()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Format, format);
    const auto people = read(bytes, format);
    QVERIFY(!people);
    QCOMPARE(people.error().code, base::ErrorCode::Malformed);
}

void TestPeopleFile::aRowThatCannotBeReadDoesNotEndTheFile()
{
    const auto table = read("username\nanna,too much\nben\n", Format::Csv);
    QVERIFY(table);
    QVERIFY(!table->people.at(0).problem.isEmpty());
    QVERIFY(table->people.at(1).problem.isEmpty());
    const auto list = read(
        R"([{"username":["anna"]},{"username":"a","login":"b"},{"username":12}])", Format::Json);
    QVERIFY(list);
    QVERIFY(!list->people.at(0).problem.isEmpty());
    QVERIFY(!list->people.at(1).problem.isEmpty());
    QCOMPARE(list->people.at(2)[PersonColumn::Username], u"12"_s);
    QCOMPARE(list->people.at(2).row, 3);
}

void TestPeopleFile::guessesTheFormat()
{
    QCOMPARE(guessFormat(" \n[{"), Format::Json);
    QCOMPARE(guessFormat("\xef\xbb\xbf{\"items\""), Format::Json);
    QCOMPARE(guessFormat("username,email"), Format::Csv);
    QCOMPARE(guessFormat(""), Format::Csv);
}

void TestPeopleFile::readsPiecesOfALongFile()
{
    QByteArray bytes = "username\n";
    for (int i = 0; i < 12'000; ++i)
        bytes += "user" + QByteArray::number(i) + '\n';
    QBuffer device(&bytes);
    QVERIFY(device.open(QIODevice::ReadOnly));
    const auto reader = PeopleReader::open(device, Format::Csv).value();
    QCOMPARE(readPeople(*reader, 5000).value().size(), 5000);
    QVERIFY(reader->bytesRead() < bytes.size());
    QCOMPARE(readPeople(*reader, 5000).value().first().row, 5001);
    QCOMPARE(readPeople(*reader, 5000).value().size(), 2000);
    QCOMPARE(readPeople(*reader, 5000).value().size(), 0);
}

QTEST_GUILESS_MAIN(TestPeopleFile)
#include "tst_peoplefile.moc"
