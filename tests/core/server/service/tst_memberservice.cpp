// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servicefixture.h"

#include <QtTest/QtTest>

#include <future>

namespace authdesk::tests {

class MemberServiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s46_rightsCountAsTheyAreNow();
    void s46_lastAdminSurvivesARaceOfDeletions();
    void aTierHasOneNameInARace();
};

/// A token that was checked a moment ago may belong to somebody who may not do that any more.
void MemberServiceTest::s46_rightsCountAsTheyAreNow()
{
    ServiceFixture fixture;
    const service::Actor root = fixture.actorOf(fixture.setUp());
    const model::User admin = fixture.addUser(root, u"admin"_s, model::adminSlug);
    fixture.addUser(root, u"ann"_s);
    const service::Actor before = fixture.actorOf(fixture.enter(u"admin"_s));
    auto &tiers = fixture.services->tiers();
    auto &members = fixture.services->members();
    const model::Tier gold = tiers.create(before, u"gold"_s, fixture.caller()).value();
    service::UserChange demoted;
    demoted.roleSlug = QString(model::userSlug);
    QVERIFY(
        fixture.services->users().update(root, admin.id, demoted, std::nullopt, fixture.caller()));

    const auto codeOf = [](const auto &result) {
        return result ? ErrorCode::Internal : result.error().code;
    };
    QCOMPARE(codeOf(tiers.create(before, u"silver"_s, fixture.caller())), ErrorCode::Forbidden);
    QCOMPARE(codeOf(tiers.rename(before, u"gold"_s, u"silver"_s, fixture.caller())),
             ErrorCode::Forbidden);
    QCOMPARE(codeOf(tiers.remove(before, u"gold"_s, fixture.caller())), ErrorCode::Forbidden);
    QCOMPARE(codeOf(members.setTier(before, u"ann"_s, gold.id, fixture.caller())),
             ErrorCode::Forbidden);
    QCOMPARE(codeOf(members.remove(before, u"ann"_s, service::MemberService::Whom::Anyone,
                                   fixture.caller())),
             ErrorCode::Forbidden);
    QCOMPARE(codeOf(members.create(before,
                                   {.username = u"bob"_s,
                                    .email = u"bob@example.org"_s,
                                    .firstName = {},
                                    .lastName = {},
                                    .password = fixture.password},
                                   fixture.caller())),
             ErrorCode::Forbidden);
    QCOMPARE(tiers.page(0, 10)->total, 1);
    QVERIFY(!members.find(root, u"ann"_s)->tier);

    // Nor does whoever is disabled change itself.
    service::UserChange disabled;
    disabled.status = model::UserStatus::Disabled;
    QVERIFY(
        fixture.services->users().update(root, admin.id, disabled, std::nullopt, fixture.caller()));
    service::MemberChange change;
    change.pictureUrl = u"https://example.org/a.png"_s;
    QCOMPARE(codeOf(members.update(before, u"admin"_s, change, fixture.caller())),
             ErrorCode::Unauthenticated);
    QVERIFY(members.find(root, u"admin"_s)->pictureUrl.isEmpty());
}

void MemberServiceTest::s46_lastAdminSurvivesARaceOfDeletions()
{
    ServiceFixture fixture;
    const service::Actor root = fixture.actorOf(fixture.setUp());
    fixture.addUser(root, u"other"_s, model::superAdminSlug);
    const service::Actor other = fixture.actorOf(fixture.enter(u"other"_s));
    auto &members = fixture.services->members();
    const auto remove = [&](const service::Actor &actor) {
        return std::async(std::launch::async, [&members, &fixture, actor] {
            return members
                .remove(actor, actor.username, service::MemberService::Whom::Oneself,
                        fixture.caller())
                .has_value();
        });
    };
    auto first = remove(root);
    auto second = remove(other);
    const bool firstIsGone = first.get();
    QVERIFY(firstIsGone != second.get());
    QCOMPARE(members.page(root, 0, 10)->total, 1);
}

void MemberServiceTest::aTierHasOneNameInARace()
{
    ServiceFixture fixture;
    const service::Actor root = fixture.actorOf(fixture.setUp());
    auto &tiers = fixture.services->tiers();
    std::vector<std::future<bool>> tries;
    for (int i = 0; i < 4; ++i) {
        tries.push_back(std::async(std::launch::async, [&tiers, &fixture, &root] {
            return tiers.create(root, u"Gold"_s, fixture.caller()).has_value();
        }));
    }
    int made = 0;
    for (auto &one : tries)
        made += one.get() ? 1 : 0;
    QCOMPARE(made, 1);
    QCOMPARE(tiers.page(0, 10)->total, 1);
    QCOMPARE(tiers.find(u"gOLD"_s)->name, u"Gold"_s);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::MemberServiceTest)
#include "tst_memberservice.moc"
