// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/password/generator.h"
#include "core/password/passwordrules.h"
#include "core/password/strength.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using authdesk::base::Secret;
using authdesk::base::SystemRandom;
using namespace authdesk::password;

class TestPasswordRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void s01_saysThatFifteenAreBetter();
    void s04_refusesCommonPasswords_data();
    void s04_refusesCommonPasswords();
    void s04_basicTakesCommonPasswords();
    void s05_refusesContextWords_data();
    void s05_refusesContextWords();
    void rateStrength_data();
    void rateStrength();
    void generatedPasswordsPassAndAreStrong();
    void policiesHaveNames();

private:
    const PasswordRules m_rules{PasswordPolicy::Standard};
    const QStringList m_context{u"Our office"_s, u"ada"_s,      u"ada.lovelace@example.org"_s,
                                u"Ada"_s,        u"Lovelace"_s, QString()};
};

void TestPasswordRules::judges_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("code");
    QTest::newRow("s01 seven") << u"zK4!vq9"_s << u"too_short"_s;
    QTest::newRow("s01 eight") << u"zK4!vq9x"_s << QString();
    QTest::newRow("s01 empty") << QString() << u"too_short"_s;
    QTest::newRow("s01 sixty-four") << u"zK4!vq9x"_s.repeated(8) << QString();
    QTest::newRow("s06 a hundred and twenty-eight") << u"zK4!vq9x"_s.repeated(16) << QString();
    QTest::newRow("s06 one more") << u"zK4!vq9x"_s.repeated(16) + u'x' << u"too_long"_s;
    QTest::newRow("s06 512 bytes")
        << u"\U0001F511\U0001F40E\U0001F50B\u00df"_s.repeated(32) << QString();
    QTest::newRow("s02 code points count")
        << u"\U0001F511\U0001F40E\U0001F50B\u00df"_s << u"too_short"_s;
    QTest::newRow("s02 eight code points")
        << u"\U0001F511\U0001F40E\U0001F50B\u00df"_s.repeated(2) << QString();
    QTest::newRow("s02 counted after NFKC") << u"e\u0301e\u0301e\u0301e\u0301"_s << u"too_short"_s;
    QTest::newRow("s03 no digit needed") << u"plovers wander eastward"_s << QString();
    QTest::newRow("s03 only digits") << u"83746201957"_s << QString();
}

void TestPasswordRules::judges()
{
    QFETCH(QString, password);
    QFETCH(QString, code);
    const auto error = m_rules.check(Secret::fromString(password), {}, u"password"_s);
    QCOMPARE(error ? error->code : QString(), code);
    if (error)
        QCOMPARE(error->field, u"password"_s);
}

void TestPasswordRules::s01_saysThatFifteenAreBetter()
{
    const auto error = m_rules.check(Secret("short"), {}, u"new_password"_s);
    QVERIFY(error);
    QVERIFY(error->message.contains(u"15"_s));
    QCOMPARE(error->field, u"new_password"_s);
}

void TestPasswordRules::s04_refusesCommonPasswords_data()
{
    QTest::addColumn<QString>("password");
    for (const char *common :
         {"password",   "password1",  "password123", "Password1!", "P@ssw0rd",  "12345678",
          "123456789",  "1234567890", "qwertyuiop",  "qwerty123",  "1q2w3e4r",  "1qaz2wsx",
          "q1w2e3r4t5", "trustno1",   "iloveyou",    "princess1",  "sunshine1", "football",
          "baseball1",  "superman",   "11111111",    "aaaaaaaa",   "abcd1234",  "asdfghjkl",
          "87654321",   "welcome123", "letmein123",  "dragon123",  "monkey123", "starwars",
          "whatever",   "computer",   "jennifer",    "michelle",   "changeme",  "admin123",
          "secret123",  "test1234",   "Summer2024",  "mathematics"})
        QTest::newRow(common) << QString::fromLatin1(common);
}

void TestPasswordRules::s04_refusesCommonPasswords()
{
    QFETCH(QString, password);
    const auto error = m_rules.check(Secret::fromString(password), {}, u"password"_s);
    QVERIFY(error);
    QCOMPARE(error->code, u"common"_s);
}

void TestPasswordRules::s04_basicTakesCommonPasswords()
{
    const PasswordRules basic(PasswordPolicy::Basic);
    QVERIFY(!basic.check(Secret("password"), m_context, u"password"_s));
    QVERIFY(basic.check(Secret("passwor"), m_context, u"password"_s));
}

void TestPasswordRules::s05_refusesContextWords_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("refused");
    QTest::newRow("the product") << u"Authdesk!7"_s << true;
    QTest::newRow("the server's name") << u"our office 1"_s << true;
    QTest::newRow("user name and a year") << u"ADA-1815-x"_s << true;
    QTest::newRow("last name") << u"lovelace42"_s << true;
    QTest::newRow("the e-mail") << u"Ada.Lovelace@example.org"_s << true;
    QTest::newRow("its domain") << u"example#91"_s << true;
    QTest::newRow("one word among many") << u"lovelace plays the viola"_s << false;
    QTest::newRow("nothing of it") << u"viola under willows"_s << false;
}

void TestPasswordRules::s05_refusesContextWords()
{
    QFETCH(QString, password);
    QFETCH(bool, refused);
    const auto error = m_rules.check(Secret::fromString(password), m_context, u"password"_s);
    QCOMPARE(error.has_value(), refused);
    if (error)
        QCOMPARE(error->code, u"context"_s);
}

void TestPasswordRules::rateStrength_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("score");
    QTest::addColumn<Weakness>("weakness");
    QTest::newRow("nothing") << QString() << 0 << Weakness::TooShort;
    QTest::newRow("a common one") << u"password1"_s << 0 << Weakness::Dictionary;
    QTest::newRow("a name of theirs") << u"lovelace"_s << 0 << Weakness::Context;
    QTest::newRow("repetition") << u"kkkkkkkk"_s << 0 << Weakness::Repeats;
    QTest::newRow("four words") << u"viola under willows sings"_s << 4 << Weakness::None;
}

void TestPasswordRules::rateStrength()
{
    QFETCH(QString, password);
    QFETCH(int, score);
    QFETCH(Weakness, weakness);
    const Strength strength = estimateStrength(Secret::fromString(password), m_context);
    QCOMPARE(strength.score, score);
    QCOMPARE(strength.weakness, weakness);
    QCOMPARE(strength.reason.isEmpty(), score == 4);
}

void TestPasswordRules::generatedPasswordsPassAndAreStrong()
{
    SystemRandom random;
    for (int i = 0; i < 50; ++i) {
        const Secret password = generatePassword(random);
        QCOMPARE(password.view().size(), 24);
        QVERIFY(!m_rules.check(password, m_context, u"password"_s));
        QCOMPARE(estimateStrength(password, m_context).score, 4);
    }
}

void TestPasswordRules::policiesHaveNames()
{
    for (const PasswordPolicy policy : {PasswordPolicy::Standard, PasswordPolicy::Basic})
        QCOMPARE(passwordPolicyFromName(QString(passwordPolicyName(policy))),
                 std::optional(policy));
    QCOMPARE(passwordPolicyFromName(u"none"), std::nullopt);
}

QTEST_GUILESS_MAIN(TestPasswordRules)
#include "tst_passwordrules.moc"
