// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/personrow.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;
using namespace authdesk::transfer;

class TestPersonRow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothingOfAPerson();
    void whatIsNotSaidStaysOpen();
    void whatIsEmptyIsTakenAway();
    void refusesWhatNobodyCanMean_data();
    void refusesWhatNobodyCanMean();
    void takesTheStatusOfAList();
    void namesKeepTheirBlanks();

private:
    static PersonCells cells(PersonColumn column, const QString &text)
    {
        PersonCells cells;
        cells[PersonColumn::Username] = u"anna"_s;
        cells[column] = text;
        return cells;
    }
};

void TestPersonRow::losesNothingOfAPerson()
{
    model::User user;
    user.uid = u"3f2504e0-4f89-41d3-9a0c-0305e82c3301"_s;
    user.username = u"anna"_s;
    user.email = u"anna@acme.example"_s;
    user.firstName = u"Anna"_s;
    user.lastName = u"Kovac"_s;
    user.role.slug = u"help_desk"_s;
    user.validUntil = QDateTime(QDate(2027, 1, 31), QTime(12, 0), Qt::UTC);
    user.mustChangePassword = true;
    user.createdAt = QDateTime(QDate(2025, 1, 31), QTime(12, 0), Qt::UTC);
    user.lastLoginAt = QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC);
    const PersonSecrets secrets{
        .disabled = true, .passwordHash = "$2b$04$x", .oneTimeExpiresAt = user.validUntil};
    const PersonRow row = rowOf(cellsOf(user, secrets, HashColumns::Yes));
    QVERIFY(row.problems.isEmpty());
    QCOMPARE(row.uid, user.uid);
    QCOMPARE(row.username, std::optional(user.username));
    QCOMPARE(row.email, user.email);
    QCOMPARE(row.firstName, std::optional(user.firstName));
    QCOMPARE(row.lastName, std::optional(user.lastName));
    QCOMPARE(row.role, user.role.slug);
    QCOMPARE(row.disabled, std::optional(true));
    QCOMPARE(row.validUntil, std::optional(user.validUntil));
    QCOMPARE(row.mustChangePassword, std::optional(true));
    QCOMPARE(row.createdAt, std::optional(user.createdAt));
    QCOMPARE(row.lastLoginAt, user.lastLoginAt);
    QCOMPARE(row.passwordHash, secrets.passwordHash);
    QCOMPARE(row.oneTimeExpiresAt, secrets.oneTimeExpiresAt);
    QVERIFY(rowOf(cellsOf(user, secrets, HashColumns::No)).passwordHash.isEmpty());
}

void TestPersonRow::whatIsNotSaidStaysOpen()
{
    const PersonRow row = rowOf(cells(PersonColumn::Username, u"anna"_s));
    QVERIFY(row.problems.isEmpty());
    QVERIFY(!row.email && !row.firstName && !row.validUntil && !row.disabled);
    QVERIFY(!row.mustChangePassword && !row.createdAt && row.role.isEmpty() && row.uid.isEmpty());
}

void TestPersonRow::whatIsEmptyIsTakenAway()
{
    QCOMPARE(rowOf(cells(PersonColumn::Email, u""_s)).email, std::optional(QString()));
    const PersonRow endless = rowOf(cells(PersonColumn::ValidUntil, u""_s));
    QVERIFY(endless.validUntil && !*endless.validUntil);
    QVERIFY(!rowOf(cells(PersonColumn::Status, u""_s)).disabled);
}

void TestPersonRow::refusesWhatNobodyCanMean_data()
{
    QTest::addColumn<PersonColumn>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    QTest::newRow("a day") << PersonColumn::ValidUntil << u"2026-01-31"_s << u"valid_until"_s;
    QTest::newRow("a status") << PersonColumn::Status << u"away"_s << u"status"_s;
    QTest::newRow("a flag") << PersonColumn::MustChangePassword << u"maybe"_s
                            << u"must_change_password"_s;
    QTest::newRow("a uid") << PersonColumn::Uid << u"seven"_s << u"uid"_s;
    QTest::newRow("nobody") << PersonColumn::Username << u" "_s << u"username"_s;
}

void TestPersonRow::refusesWhatNobodyCanMean()
{
    QFETCH(PersonColumn, column);
    QFETCH(QString, text);
    QFETCH(QString, field);
    const PersonRow row = rowOf(cells(column, text));
    QCOMPARE(row.problems.size(), 1);
    QCOMPARE(row.problems.first().field, field);
}

void TestPersonRow::takesTheStatusOfAList()
{
    QCOMPARE(rowOf(cells(PersonColumn::Status, u"Disabled"_s)).disabled, std::optional(true));
    for (const QString &status : {u"active"_s, u"locked"_s, u"invited"_s})
        QCOMPARE(rowOf(cells(PersonColumn::Status, status)).disabled, std::optional(false));
}

void TestPersonRow::namesKeepTheirBlanks()
{
    QCOMPARE(rowOf(cells(PersonColumn::FirstName, u" Anna "_s)).firstName,
             std::optional(u" Anna "_s));
    QCOMPARE(rowOf(cells(PersonColumn::Username, u" anna "_s)).username, std::optional(u"anna"_s));
}

QTEST_GUILESS_MAIN(TestPersonRow)
#include "tst_personrow.moc"
