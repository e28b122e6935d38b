// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefixture.h"

#include "core/server/store/commontrigrams.h"

namespace authdesk::server::store {

using namespace Qt::StringLiterals;

class TestCommonTrigrams final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOutWhatNearlyEverybodyHas_data();
    void leavesOutWhatNearlyEverybodyHas();
    void aDatabaseWithoutPeopleHasNoneInCommon();
};

void TestCommonTrigrams::leavesOutWhatNearlyEverybodyHas_data()
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

void TestCommonTrigrams::leavesOutWhatNearlyEverybodyHas()
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
        CommonTrigrams trigrams;
        [&] {
            QCOMPARE(trigrams.rareParts(connection, search), parts);
            QCOMPARE(trigrams.isCommon(connection, search), isCommon);
        }();
        return 0;
    });
}

void TestCommonTrigrams::aDatabaseWithoutPeopleHasNoneInCommon()
{
    StoreFixture store;
    store.write([&](Connection &connection) {
        CommonTrigrams trigrams;
        [&] { QVERIFY(!trigrams.isCommon(connection, u"@example"_s)); }();
        return 0;
    });
}

} // namespace authdesk::server::store

QTEST_GUILESS_MAIN(authdesk::server::store::TestCommonTrigrams)
#include "tst_commontrigrams.moc"
