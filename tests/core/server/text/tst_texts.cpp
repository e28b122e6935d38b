// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/text/messages.h"
#include "core/server/text/texts.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::Template;
using server::text::Texts;

class TestTexts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheValuesOfASentence_data();
    void findsTheValuesOfASentence();
    void takesNoOtherSentenceForItsOwn_data();
    void takesNoOtherSentenceForItsOwn();
    void putsValuesWhereTheyBelong();
    void speaksEnglishAndGerman();
    void saysEveryMessageInEveryLanguage();
    void saysMessagesWithValues_data();
    void saysMessagesWithValues();
    void leavesWhatItDoesNotKnow();
    void saysAnErrorWithItsFields();
    void isAskedFromManyThreads();

private:
    const Texts m_texts;
};

void TestTexts::findsTheValuesOfASentence_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QStringList>("values");
    QTest::newRow("no place") << u"Sign in."_s << u"Sign in."_s << QStringList();
    QTest::newRow("one place") << u"At least %1 characters."_s << u"At least 8 characters."_s
                               << QStringList{u"8"_s};
    QTest::newRow("two places") << u"From %1 to %2."_s << u"From -1 to 200."_s
                                << QStringList{u"-1"_s, u"200"_s};
    QTest::newRow("in the other order")
        << u"From %2 to %1."_s << u"From a to b."_s << QStringList{u"b"_s, u"a"_s};
    QTest::newRow("at both ends") << u"%1 is %2"_s << u"this is it"_s
                                  << QStringList{u"this"_s, u"it"_s};
    QTest::newRow("a value with the words in it")
        << u"%1 is %2."_s << u"a is b is c."_s << QStringList{u"a"_s, u"b is c"_s};
    QTest::newRow("a value that looks like a place")
        << u"Write %1."_s << u"Write %2."_s << QStringList{u"%2"_s};
    QTest::newRow("a per cent sign")
        << u"100 % of %1"_s << u"100 % of all"_s << QStringList{u"all"_s};
}

void TestTexts::findsTheValuesOfASentence()
{
    QFETCH(QString, pattern);
    QFETCH(QString, sentence);
    QFETCH(QStringList, values);
    const auto found = Template(pattern).valuesIn(sentence);
    QVERIFY(found);
    QCOMPARE(*found, values);
    QCOMPARE(Template(pattern).filled(*found), sentence);
}

void TestTexts::takesNoOtherSentenceForItsOwn_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no place") << u"Sign in."_s << u"Sign in. Now."_s;
    QTest::newRow("an empty value") << u"At least %1."_s << u"At least ."_s;
    QTest::newRow("another beginning") << u"At least %1."_s << u"At most 8."_s;
    QTest::newRow("another end") << u"At least %1."_s << u"At least 8!"_s;
    QTest::newRow("a part of it") << u"At least %1 of %2."_s << u"At least 8."_s;
    QTest::newRow("words that overlap") << u"a %1 a"_s << u"a a"_s;
    QTest::newRow("nothing") << u"%1"_s << QString();
}

void TestTexts::takesNoOtherSentenceForItsOwn()
{
    QFETCH(QString, pattern);
    QFETCH(QString, sentence);
    QCOMPARE(Template(pattern).valuesIn(sentence), std::nullopt);
}

void TestTexts::putsValuesWhereTheyBelong()
{
    const QStringList values{u"%2"_s, u"b"_s};
    QCOMPARE(Template(u"%2 before %1, %1"_s).filled(values), u"b before %2, %2"_s);
    QCOMPARE(Template(u"%1 and %3"_s).filled(values), u"%2 and %3"_s);
}

void TestTexts::speaksEnglishAndGerman()
{
    QCOMPARE(m_texts.languages(), (QList<QByteArray>{"en", "de"}));
    QCOMPARE(m_texts.languageFor("fr, de-AT;q=0.5"), "de");
    QCOMPARE(m_texts.languageFor("fr"), "en");
    QCOMPARE(m_texts.languageFor({}), "en");
}

void TestTexts::saysEveryMessageInEveryLanguage()
{
    QVERIFY(server::text::messages().size() > 100);
    static const QRegularExpression place(u"%([1-9])"_s);
    for (const char *const message : server::text::messages()) {
        QString english = QString::fromUtf8(message);
        english.replace(place, u"<\\1>"_s);
        QCOMPARE(m_texts.say(english, "en"), english);
        const QString german = m_texts.say(english, "de");
        QVERIFY2(german != english, message);
        QVERIFY2(!german.contains(place), message);
        for (const QChar number : u"12"_s)
            QVERIFY2(german.contains(u"<%1>"_s.arg(number))
                         == english.contains(u"<%1>"_s.arg(number)),
                     message);
    }
}

void TestTexts::saysMessagesWithValues_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("german");
    QTest::newRow("one number") << u"The password needs at least 8 characters; 15 are better."_s
                                << u"Das Passwort braucht mindestens 8 Zeichen; 15 sind besser."_s;
    QTest::newRow("two numbers") << u"This field must be between -5 and 200."_s
                                 << u"Dieses Feld muss zwischen -5 und 200 liegen."_s;
    QTest::newRow("a path") << u"The database /srv/a %1 b.db could not be used."_s
                            << u"Die Datenbank /srv/a %1 b.db ließ sich nicht verwenden."_s;
    QTest::newRow("a message that a shorter one fits too")
        << u"The database cannot be reached at the moment."_s
        << u"Die Datenbank ist im Augenblick nicht erreichbar."_s;
}

void TestTexts::saysMessagesWithValues()
{
    QFETCH(QString, english);
    QFETCH(QString, german);
    QCOMPARE(m_texts.say(english, "de"), german);
    QCOMPARE(m_texts.say(english, "en"), english);
}

void TestTexts::leavesWhatItDoesNotKnow()
{
    QCOMPARE(m_texts.say(u"Nobody has ever said this."_s, "de"), u"Nobody has ever said this."_s);
    QCOMPARE(m_texts.say(u"Sign in first."_s, "fr"), u"Sign in first."_s);
    QCOMPARE(m_texts.say(u"Sign in first."_s, {}), u"Sign in first."_s);
    QCOMPARE(m_texts.say(QString(), "de"), QString());
}

void TestTexts::saysAnErrorWithItsFields()
{
    const base::Error english{
        .code = base::ErrorCode::InvalidFields,
        .message = u"Some fields are missing or wrong."_s,
        .detail = u"Sign in first."_s,
        .fields = {{u"email"_s, u"required"_s, u"This field is required."_s},
                   {u"name"_s, u"too_long"_s, u"This field takes at most 150 characters."_s}},
        .retryAfterSeconds = 7};
    const base::Error german{
        .code = base::ErrorCode::InvalidFields,
        .message = u"Einige Felder fehlen oder stimmen nicht."_s,
        .detail = u"Sign in first."_s,
        .fields = {{u"email"_s, u"required"_s, u"Dieses Feld wird gebraucht."_s},
                   {u"name"_s, u"too_long"_s, u"Dieses Feld nimmt höchstens 150 Zeichen."_s}},
        .retryAfterSeconds = 7};
    QCOMPARE(m_texts.say(english, "de"), german);
    QCOMPARE(m_texts.say(english, "en"), english);
}

void TestTexts::isAskedFromManyThreads()
{
    std::atomic<int> good = 0;
    {
        std::vector<std::jthread> readers;
        for (int reader = 0; reader < 4; ++reader) {
            readers.emplace_back([this, &good] {
                for (int number = 1; number <= 250; ++number) {
                    const QString said =
                        m_texts.say(u"This field takes at most %1 entries."_s.arg(number), "de");
                    good += said == u"Dieses Feld nimmt höchstens %1 Einträge."_s.arg(number);
                }
            });
        }
    }
    QCOMPARE(good.load(), 1000);
}

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
