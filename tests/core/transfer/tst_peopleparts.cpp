// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/jsonitems.h"
#include "core/transfer/peopleparts.h"

#include <QtCore/QBuffer>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;
using namespace authdesk::transfer;

class TestPeopleParts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsAfterSoManyRows();
    void saysWhereEveryoneStands();
    void personsOfAJsonListHaveNoLine();
    void rowsThatCannotBeReadAreNotSent();
    void whatIsTooLongForACallIsNotSent();
    void cutsBeforeACallIsTooLong();
    void tellsWhatIsWrongWithTheFile();
    void theFormatIsInTheName_data();
    void theFormatIsInTheName();

private:
    QByteArray m_bytes;
    QBuffer m_device;
    std::unique_ptr<PeopleReader> m_reader;

    PeopleParts parts(const QByteArray &file, Format format, qsizetype mostRows)
    {
        m_device.close();
        m_bytes = file;
        m_device.setBuffer(&m_bytes);
        if (!m_device.open(QIODevice::ReadOnly))
            qFatal("no buffer");
        auto reader = PeopleReader::open(m_device, format);
        if (!reader)
            qFatal("no reader");
        m_reader = std::move(*reader);
        return PeopleParts(*m_reader, mostRows);
    }

    static QStringList names(const PeoplePart &part)
    {
        QStringList names;
        for (const QJsonValue &person : part.people)
            names.append(person["username"_L1].toString());
        return names;
    }
};

void TestPeopleParts::cutsAfterSoManyRows()
{
    auto all = parts("username\r\na\r\nb\r\nc\r\nd\r\n", Format::Csv, 2);
    const auto first = all.next();
    QVERIFY(first);
    QCOMPARE(names(*first), QStringList({u"a"_s, u"b"_s}));
    QVERIFY(!first->isLast);
    const auto second = all.next();
    QCOMPARE(names(*second), QStringList({u"c"_s, u"d"_s}));
    QVERIFY(!second->isLast); // nobody has looked behind it yet
    const auto third = all.next();
    QVERIFY(third->people.isEmpty());
    QVERIFY(third->isLast);
    QCOMPARE(third->bytesRead, qint64(m_bytes.size()));
}

void TestPeopleParts::saysWhereEveryoneStands()
{
    auto all = parts("username,email,first_name\r\n"
                     "a,a@b.example,\"two\r\nlines\"\r\n"
                     "\r\n"
                     ",c@d.example,\r\n",
                     Format::Csv, 10);
    const auto part = all.next();
    QVERIFY(part && part->isLast);
    const QList<PersonPlace> expected{{.row = 1, .line = 2, .name = u"a"_s},
                                      {.row = 2, .line = 5, .name = u"c@d.example"_s}};
    QCOMPARE(part->places, expected);
    // What the server reads as the file's: an empty cell says that there is none.
    const QJsonObject second = part->people.at(1).toObject();
    QVERIFY(second.value("first_name"_L1).isNull());
    QVERIFY(!second.contains("role"_L1));
}

void TestPeopleParts::personsOfAJsonListHaveNoLine()
{
    auto all = parts(R"([{"username":"a"},{"username":"b","mfa_enabled":true}])", Format::Json, 10);
    const auto part = all.next();
    QVERIFY(part);
    QCOMPARE(part->places.last(), (PersonPlace{.row = 2, .line = 0, .name = u"b"_s}));
    QCOMPARE(part->people.last().toObject().value("mfa_enabled"_L1), QJsonValue(true));
}

void TestPeopleParts::rowsThatCannotBeReadAreNotSent()
{
    auto all = parts("username\r\na\r\nb,too,many\r\nc\r\nd\r\n", Format::Csv, 3);
    const auto part = all.next();
    QVERIFY(part);
    QCOMPARE(names(*part), QStringList({u"a"_s, u"c"_s})); // with the unsent one they are three
    QCOMPARE(part->unsent.size(), 1);
    QCOMPARE(part->unsent.first().place, (PersonPlace{.row = 2, .line = 3, .name = u"b"_s}));
    QCOMPARE(part->unsent.first().problem, u"There are more cells than headings."_s);
}

void TestPeopleParts::whatIsTooLongForACallIsNotSent()
{
    // Shorter than a record may be, and longer than the server reads one person.
    const QByteArray wide = QByteArray("\xc3\xa4").repeated(JsonItems::longestItem / 2);
    auto all = parts("username,first_name\r\na," + wide + "\r\nb,c\r\n", Format::Csv, 10);
    const auto part = all.next();
    QVERIFY(part);
    QCOMPARE(names(*part), QStringList{u"b"_s});
    QCOMPARE(part->unsent.size(), 1);
    QCOMPARE(part->unsent.first().place.name, u"a"_s);
    QVERIFY(part->unsent.first().problem.isEmpty());
}

void TestPeopleParts::cutsBeforeACallIsTooLong()
{
    constexpr int people = 200;
    const QByteArray name(40'000, 'x');
    QByteArray file = "username,first_name\r\n";
    for (int i = 0; i < people; ++i)
        file += 'u' + QByteArray::number(i) + ',' + name + "\r\n";
    auto all = parts(file, Format::Csv, 5000);
    QStringList seen;
    int calls = 0;
    for (bool isLast = false; !isLast; ++calls) {
        const auto part = all.next();
        QVERIFY(part);
        QVERIFY(QJsonDocument(part->people).toJson(QJsonDocument::Compact).size()
                < PeopleParts::mostBytes + 5000);
        seen += names(*part);
        isLast = part->isLast;
    }
    QVERIFY(calls > 1);
    QCOMPARE(seen.size(), people); // nobody twice, nobody left out
    QCOMPARE(seen.last(), u"u199"_s);
    QCOMPARE(QSet<QString>(seen.cbegin(), seen.cend()).size(), people);
}

void TestPeopleParts::tellsWhatIsWrongWithTheFile()
{
    auto all = parts("username\r\na\r\n\"b\r\n", Format::Csv, 1);
    QVERIFY(all.next());
    const auto broken = all.next();
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, base::ErrorCode::Malformed);
    QVERIFY(broken.error().message.contains(u"never closed"_s));
}

void TestPeopleParts::theFormatIsInTheName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("format");
    QTest::newRow("csv") << u"/a/people.CSV"_s << int(Format::Csv);
    QTest::newRow("json") << u"people.json"_s << int(Format::Json);
    QTest::newRow("text") << u"people.txt"_s << -1;
    QTest::newRow("none") << u"json"_s << -1;
}

void TestPeopleParts::theFormatIsInTheName()
{
    QFETCH(QString, name);
    QFETCH(int, format);
    const auto told = formatOfName(name);
    QCOMPARE(told ? int(*told) : -1, format);
}

QTEST_APPLESS_MAIN(TestPeopleParts)
#include "tst_peopleparts.moc"
