// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/names.h"
#include "core/server/store/folding.h"

#include <QtTest/QtTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;
using namespace authdesk::server::service;

class NamesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsAlike_data();
    void foldsAlike();
    void judgesUsernames_data();
    void judgesUsernames();
    void judgesEmails_data();
    void judgesEmails();
};

void NamesTest::foldsAlike_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<bool>("alike");
    QTest::newRow("case") << u"Alice"_s << u"aLICE"_s << true;
    QTest::newRow("sharp s") << u"Straße"_s << u"STRASSE"_s << true;
    QTest::newRow("full width") << u"ａｌｉｃｅ"_s << u"alice"_s << true;
    QTest::newRow("composed") << u"Ren\u00e9"_s << u"Rene\u0301"_s << true;
    QTest::newRow("ligature") << u"ﬁn"_s << u"FIN"_s << true;
    QTest::newRow("different letters") << u"alice"_s << u"alyce"_s << false;
    QTest::newRow("Cyrillic a") << u"alice"_s << u"\u0430lice"_s << false;
}

void NamesTest::foldsAlike()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(bool, alike);
    QCOMPARE(server::store::folded(left) == server::store::folded(right), alike);
}

void NamesTest::judgesUsernames_data()
{
    QTest::addColumn<QString>("username");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("code");
    QTest::newRow("plain") << u"alice"_s << QString() << QString();
    QTest::newRow("with a blank inside") << u"Alice Smith"_s << QString() << QString();
    QTest::newRow("own e-mail") << u"Alice@Example.org"_s << u"alice@example.org"_s << QString();
    QTest::newRow("empty") << QString() << QString() << u"required"_s;
    QTest::newRow("only blanks") << u"   "_s << QString() << u"required"_s;
    QTest::newRow("longest") << QString(150, u'a') << QString() << QString();
    QTest::newRow("too long") << QString(151, u'a') << QString() << u"too_long"_s;
    QTest::newRow("line break") << u"ali\nce"_s << QString() << u"not_printable"_s;
    QTest::newRow("zero-width") << u"ali\u200bce"_s << QString() << u"not_printable"_s;
    QTest::newRow("blank at the end") << u"alice "_s << QString() << u"not_printable"_s;
    QTest::newRow("someone else's e-mail")
        << u"bob@example.org"_s << u"alice@example.org"_s << u"not_own_email"_s;
    QTest::newRow("e-mail without having one")
        << u"bob@example.org"_s << QString() << u"not_own_email"_s;
    QTest::newRow("full-width at") << u"bob＠example.org"_s << QString() << u"not_own_email"_s;
}

void NamesTest::judgesUsernames()
{
    QFETCH(QString, username);
    QFETCH(QString, email);
    QFETCH(QString, code);
    const auto problem =
        usernameProblem(username, email.isEmpty() ? std::nullopt : std::optional<QString>(email));
    QCOMPARE(problem ? problem->code : QString(), code);
}

void NamesTest::judgesEmails_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("code");
    QTest::newRow("plain") << u"alice@example.org"_s << QString();
    QTest::newRow("host without a dot") << u"root@localhost"_s << QString();
    QTest::newRow("no at") << u"alice"_s << u"invalid"_s;
    QTest::newRow("two ats") << u"a@b@example.org"_s << u"invalid"_s;
    QTest::newRow("no domain") << u"alice@"_s << u"invalid"_s;
    QTest::newRow("no mailbox") << u"@example.org"_s << u"invalid"_s;
    QTest::newRow("dots side by side") << u"a@example..org"_s << u"invalid"_s;
    QTest::newRow("two addresses") << u"a@example.org,b"_s << u"invalid"_s;
    QTest::newRow("header break") << u"a@example.org\r\nBcc:x"_s << u"invalid"_s;
    QTest::newRow("too long") << (QString(250, u'a') + u"@b.de"_s) << u"too_long"_s;
}

void NamesTest::judgesEmails()
{
    QFETCH(QString, email);
    QFETCH(QString, code);
    const auto problem = emailProblem(email);
    QCOMPARE(problem ? problem->code : QString(), code);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::NamesTest)
#include "tst_names.moc"
