// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/text/acceptlanguage.h"

#include <QtTest/QTest>

using namespace authdesk::server::text;

class TestAcceptLanguage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRangesInTheirOrder();
    void refusesWhatBreaksTheGrammar_data();
    void refusesWhatBreaksTheGrammar();
    void bearsWithOddities_data();
    void bearsWithOddities();
    void refusesMoreThanItsLimits();
    void findsTheBestLanguage_data();
    void findsTheBestLanguage();
    void speaksNothingWhereNothingIsSpoken();
};

void TestAcceptLanguage::readsRangesInTheirOrder()
{
    const auto ranges = parseAcceptLanguage("de-AT, de;q=0.75,en-GB;q=0.5 ,*;Q=0.001, fr;q=0");
    QVERIFY(ranges);
    QCOMPARE(*ranges, (QList<LanguageRange>{{.range = "de-at", .thousandths = 1000},
                                            {.range = "de", .thousandths = 750},
                                            {.range = "en-gb", .thousandths = 500},
                                            {.range = "*", .thousandths = 1},
                                            {.range = "fr", .thousandths = 0}}));
}

void TestAcceptLanguage::refusesWhatBreaksTheGrammar_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("a quality above one") << QByteArray("de;q=1.1");
    QTest::newRow("a quality of two") << QByteArray("de;q=2");
    QTest::newRow("a quality with four decimals") << QByteArray("de;q=0.1234");
    QTest::newRow("a quality below zero") << QByteArray("de;q=-1");
    QTest::newRow("a quality without its zero") << QByteArray("de;q=.5");
    QTest::newRow("a quality with a comma") << QByteArray("de;q=0,5");
    QTest::newRow("a quality of letters") << QByteArray("de;q=high");
    QTest::newRow("no quality") << QByteArray("de;q=");
    QTest::newRow("an empty parameter") << QByteArray("de;");
    QTest::newRow("two qualities") << QByteArray("de;q=0.5;q=1");
    QTest::newRow("another parameter") << QByteArray("de;level=1");
    QTest::newRow("blanks in a quality") << QByteArray("de;q = 1");
    QTest::newRow("only a quality") << QByteArray(";q=1");
    QTest::newRow("a blank in a range") << QByteArray("de AT");
    QTest::newRow("an underscore") << QByteArray("de_AT");
    QTest::newRow("two hyphens") << QByteArray("de--AT");
    QTest::newRow("a hyphen first") << QByteArray("-de");
    QTest::newRow("a hyphen last") << QByteArray("de-");
    QTest::newRow("a digit in the language") << QByteArray("d3");
    QTest::newRow("a part of nine letters") << QByteArray("de-abcdefghi");
    QTest::newRow("a star with more") << QByteArray("*-AT");
    QTest::newRow("no ASCII") << QByteArray("d\xc3\xa9");
    QTest::newRow("a control character") << QByteArray("de\x01");
    QTest::newRow("a line end") << QByteArray("de\r\n");
    QTest::newRow("a NUL") << QByteArray("de\0", 3);
    QTest::newRow("one bad among good ones") << QByteArray("de, en;q=x, fr");
}

void TestAcceptLanguage::refusesWhatBreaksTheGrammar()
{
    QFETCH(QByteArray, header);
    QCOMPARE(parseAcceptLanguage(header), std::nullopt);
    QCOMPARE(bestLanguage(header, {"en", "de"}), "en");
}

void TestAcceptLanguage::bearsWithOddities_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QList<LanguageRange>>("ranges");
    const LanguageRange german{.range = "de", .thousandths = 1000};
    QTest::newRow("nothing") << QByteArray() << QList<LanguageRange>{};
    QTest::newRow("blanks") << QByteArray(" \t ") << QList<LanguageRange>{};
    QTest::newRow("empty elements") << QByteArray(",, de,\t,") << QList{german};
    QTest::newRow("tabs around the semicolon") << QByteArray("de\t;\tq=1.000") << QList{german};
    QTest::newRow("a quality that ends with its point") << QByteArray("de;q=1.") << QList{german};
    QTest::newRow("capitals") << QByteArray("DE;Q=1") << QList{german};
    QTest::newRow("many parts") << QByteArray("de-Latn-DE-1996-x-abcdefgh")
                                << QList{LanguageRange{.range = "de-latn-de-1996-x-abcdefgh"}};
    QTest::newRow("twice") << QByteArray("de,de") << QList{german, german};
}

void TestAcceptLanguage::bearsWithOddities()
{
    QFETCH(QByteArray, header);
    QFETCH(QList<LanguageRange>, ranges);
    const auto read = parseAcceptLanguage(header);
    QVERIFY(read);
    QCOMPARE(*read, ranges);
}

void TestAcceptLanguage::refusesMoreThanItsLimits()
{
    const QByteArray most = QByteArray("de,").repeated(32);
    QVERIFY(parseAcceptLanguage(most));
    QCOMPARE(parseAcceptLanguage(most)->size(), 32);
    QVERIFY(!parseAcceptLanguage(most + "de"));
    QVERIFY(parseAcceptLanguage("de" + QByteArray(1022, ' ')));
    QVERIFY(!parseAcceptLanguage("de" + QByteArray(1023, ' ')));
}

void TestAcceptLanguage::findsTheBestLanguage_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("language");
    const auto row = [](const char *name, const char *header, const char *language) {
        QTest::newRow(name) << QByteArray(header) << QByteArray(language);
    };
    row("no header", "", "en");
    row("the language itself", "de", "de");
    row("a language of a country", "de-AT", "de");
    row("a language of a script and a country", "de-Latn-CH", "de");
    row("a language that begins alike", "den", "en");
    row("what Qt sends by itself", "de-DE,en,*", "de");
    row("what browsers send", "de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7", "de");
    row("the higher quality", "en;q=0.2,de;q=0.3", "de");
    row("a thousandth more", "en;q=0.998,de;q=0.999", "de");
    row("the first of equals", "de,en", "de");
    row("the other first of equals", "en,de", "en");
    row("an unknown one before", "fr,de;q=0.1", "de");
    row("unknown ones alone", "fr,it-CH", "en");
    row("refused", "de;q=0", "en");
    row("refused, its country's not", "de-AT,de;q=0", "en");
    row("only its country's refused", "de-AT;q=0,de", "de");
    row("any", "*", "en");
    row("any but English", "*,en;q=0", "de");
    row("any but English and German", "*,en;q=0,de;q=0", "en");
    row("any before German", "*,de;q=0.5", "en");
    row("any after German", "de;q=0.6,*;q=0.5", "de");
    row("any, refused", "*;q=0", "en");
    row("nothing is wanted", "en;q=0", "en");
}

void TestAcceptLanguage::findsTheBestLanguage()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, language);
    QCOMPARE(bestLanguage(header, {"en", "de"}), language);
}

void TestAcceptLanguage::speaksNothingWhereNothingIsSpoken()
{
    QCOMPARE(bestLanguage("de", {}), QByteArray());
}

QTEST_GUILESS_MAIN(TestAcceptLanguage)
#include "tst_acceptlanguage.moc"
