// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/samplepeople.h"

#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtTest/QTest>

#include <algorithm>

using namespace authdesk::ui::wizards;
using namespace Qt::StringLiterals;

class TestSamplePeople final : public QObject
{
    Q_OBJECT

    const QDateTime m_now = QDateTime(QDate(2026, 4, 1), QTime(12, 0), Qt::UTC);
    const QJsonArray m_people = samplePeople(samplePeopleCount, m_now);

    [[nodiscard]] int count(const std::function<bool(const QJsonObject &)> &is) const
    {
        int found = 0;
        for (const QJsonValue person : m_people)
            found += is(person.toObject()) ? 1 : 0;
        return found;
    }
    [[nodiscard]] static QDateTime time(const QJsonObject &person, QLatin1StringView key)
    {
        return QDateTime::fromString(person.value(key).toString(), Qt::ISODate);
    }

private Q_SLOTS:
    void areTheSameEachTime()
    {
        QCOMPARE(m_people.size(), samplePeopleCount);
        QCOMPARE(samplePeople(samplePeopleCount, m_now), m_people);
    }

    void haveNamesThatCanBeTypedAndAreTheirOwn()
    {
        QSet<QString> names;
        for (const QJsonValue person : m_people) {
            const QString name = person["username"_L1].toString();
            QVERIFY2(std::all_of(name.begin(), name.end(),
                                 [](QChar c) {
                                     return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9')
                                            || c == u'.';
                                 }),
                     qPrintable(name));
            QVERIFY2(!name.startsWith(u'.') && !name.endsWith(u'.'), qPrintable(name));
            QVERIFY(!person["first_name"_L1].toString().isEmpty());
            names.insert(name);
        }
        QCOMPARE(names.size(), samplePeopleCount);
    }

    void areOfManyScripts()
    {
        QSet<int> scripts;
        for (const QJsonValue person : m_people)
            scripts.insert(int(person["last_name"_L1].toString().at(0).script()));
        QVERIFY(scripts.size() >= 6);
    }

    void areInEveryState()
    {
        using Person = const QJsonObject &;
        QVERIFY(count([](Person p) { return p["status"_L1] == "disabled"_L1; }) > 10);
        QVERIFY(count([](Person p) { return p["must_change_password"_L1].toBool(); }) > 20);
        QVERIFY(count([](Person p) { return !p.contains("last_login_at"_L1); }) > 40);
        QVERIFY(count([](Person p) { return !p.contains("email"_L1); }) > 5);
        QVERIFY(count([](Person p) { return p.contains("valid_until"_L1); }) > 5);
        for (const auto role : {"admin"_L1, "auditor"_L1, "help_desk"_L1, "user"_L1})
            QVERIFY2(count([role](Person p) { return p["role"_L1] == role; }) > 0, role.data());
    }

    void signedInAfterTheyWereMadeAndBeforeNow()
    {
        for (const QJsonValue value : m_people) {
            const QJsonObject person = value.toObject();
            QVERIFY(time(person, "created_at"_L1) < m_now);
            if (!person.contains("last_login_at"_L1))
                continue;
            QVERIFY(time(person, "last_login_at"_L1) <= m_now);
            QVERIFY(time(person, "last_login_at"_L1) >= time(person, "created_at"_L1));
        }
    }
};

QTEST_GUILESS_MAIN(TestSamplePeople)
#include "tst_samplepeople.moc"
