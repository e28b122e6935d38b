// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefixture.h"

#include "core/server/store/peoplesample.h"
#include "core/server/store/userrow.h"

namespace authdesk::server::store {

using namespace Qt::StringLiterals;

class TestPeopleSample final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOutWhatNearlyEverybodyHas_data();
    void leavesOutWhatNearlyEverybodyHas();
    void saysManyOnlyBeyondDoubt();
    void aDatabaseWithoutPeopleHasNoneInCommon();
};

void TestPeopleSample::leavesOutWhatNearlyEverybodyHas_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<bool>("isCommon");
    QTest::newRow("nothing common") << u"quentin"_s << QStringList() << false;
    QTest::newRow("only common") << u"@example"_s << QStringList() << true;
    QTest::newRow("a common end") << u"quentin@exa"_s << QStringList{u"quentin@e"_s} << false;
    QTest::newRow("common inside")
        << u"zo@example.com.zz"_s << QStringList{u"zo@e"_s, u"om.zz"_s} << false;
    QTest::newRow("letters beyond 16 bits") << u"😀😁@exa"_s << QStringList{u"😀😁@e"_s} << false;
}

void TestPeopleSample::leavesOutWhatNearlyEverybodyHas()
{
    QFETCH(const QString, search);
    QFETCH(const QStringList, parts);
    QFETCH(const bool, isCommon);
    StoreFixture store;
    for (int i = 0; i < 60; ++i) {
        NewUserRecord person = store.person(QString::number(i * 7919, 36));
        person.email = person.username + u"@example.com"_s;
        QVERIFY(store.add(person));
    }
    store.write([&](Connection &connection) {
        PeopleSample sample;
        [&] {
            QCOMPARE(sample.rareParts(connection, search), parts);
            QCOMPARE(sample.isCommon(connection, search), isCommon);
        }();
        return 0;
    });
}

void TestPeopleSample::saysManyOnlyBeyondDoubt()
{
    StoreFixture store;
    for (int i = 0; i < 200; ++i) {
        NewUserRecord person = store.person(u"person%1"_s.arg(i));
        person.disabled = i % 2 == 0;
        QVERIFY(store.add(person));
    }
    store.write([&](Connection &connection) {
        PeopleSample sample;
        const auto isDisabled = [](const PeopleSample::Person &person) {
            return person.status == storedStatus(model::UserStatus::Disabled);
        };
        const auto isOfTheFirst = [](const PeopleSample::Person &person) {
            return person.texts.contains(u"person1"_s); // 111 of them
        };
        const auto all = [](const std::vector<qint64> &ids) { return qint64(ids.size()); };
        const auto half = [](const std::vector<qint64> &ids) { return qint64(ids.size()) / 2; };
        [&] {
            QCOMPARE(sample.moreThan(50, connection, isDisabled, all), std::optional<qint64>(100));
            QVERIFY(!sample.moreThan(51, connection, isDisabled, all));
            QCOMPARE(sample.moreThan(55, connection, isOfTheFirst, all),
                     std::optional<qint64>(111));
            // Many have left since.
            QVERIFY(!sample.moreThan(55, connection, isOfTheFirst, half));
            // However small the number: so few may be chance.
            const auto isOfTheFew = [](const PeopleSample::Person &person) {
                return person.texts.contains(u"person12"_s);
            };
            QVERIFY(!sample.moreThan(1, connection, isOfTheFew, all));
        }();
        return 0;
    });
}

void TestPeopleSample::aDatabaseWithoutPeopleHasNoneInCommon()
{
    StoreFixture store;
    store.write([&](Connection &connection) {
        PeopleSample sample;
        [&] { QVERIFY(!sample.isCommon(connection, u"@example"_s)); }();
        return 0;
    });
}

} // namespace authdesk::server::store

QTEST_GUILESS_MAIN(authdesk::server::store::TestPeopleSample)
#include "tst_peoplesample.moc"
