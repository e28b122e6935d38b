// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefixture.h"

#include "core/server/store/auditrepository.h"
#include "core/server/store/factorrepository.h"
#include "core/server/store/sessionrepository.h"
#include "core/server/store/statsrepository.h"
#include "core/server/store/throttlerepository.h"

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using model::SignInHour;

class TestStatsRepository final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_store = std::make_unique<StoreFixture>(); }

    void namesItsEngine();
    void countsNobody();
    void countsEveryStatusOnce();
    void countsSessionsThatAreStillGood();
    void findsTheFirstRowOfATime();
    void countsSignInsByTheHour();

private:
    template <typename Function>
    auto stats(Function &&function)
    {
        return m_store->read([&](Connection &connection) {
            StatsRepository repository(connection);
            return function(repository);
        });
    }

    void addRow(const QString &action, const QString &result = u"ok"_s)
    {
        model::AuditEvent event;
        event.at = m_store->now();
        event.action = action;
        event.result = result;
        QVERIFY(m_store->database()
                    .write([&](Connection &connection) {
                        AuditRepository audit(connection);
                        return audit.append(event, {}, audit.head());
                    })
                    .has_value());
    }

    std::unique_ptr<StoreFixture> m_store;
};

void TestStatsRepository::namesItsEngine()
{
    const bool isRemote = !m_store->options().url.isEmpty();
    QCOMPARE(stats([](const StatsRepository &all) { return all.databaseEngine(); }),
             isRemote ? u"postgresql"_s : u"sqlite"_s);
}

void TestStatsRepository::countsNobody()
{
    QCOMPARE(stats([](StatsRepository &all) { return all.countUsers(); }), model::UserCounts());
    QCOMPARE(stats([](StatsRepository &all) { return all.lastAuditRow(); }), 0);
    QCOMPARE(stats([this](StatsRepository &all) { return all.firstAuditRow(m_store->now()); }), 1);
}

void TestStatsRepository::countsEveryStatusOnce()
{
    const QDateTime now = m_store->now();
    (void)m_store->addPerson(u"active"_s);
    NewUserRecord disabled = m_store->person(u"disabled"_s);
    disabled.disabled = true;
    NewUserRecord ended = m_store->person(u"ended"_s);
    ended.validUntil = now.addDays(-1);
    NewUserRecord invited = m_store->person(u"invited"_s);
    invited.mustChangePassword = true;
    for (const NewUserRecord &user : {disabled, ended, invited})
        QVERIFY(m_store->add(user));
    const qint64 locked = m_store->addPerson(u"locked"_s);
    const qint64 withFactor = m_store->addPerson(u"factor"_s);
    m_store->write([&](Connection &connection) {
        const ThrottleKey key{.nameHash = "locked", .userId = locked};
        ThrottleRepository throttle(connection);
        (void)throttle.countFailure(key, now);
        throttle.lockUntil(key, now.addSecs(60), now);
        FactorRepository factors(connection);
        const qint64 factor = factors.createPending(withFactor, model::MfaKind::Totp, "sealed", {},
                                                    now.addSecs(600), now);
        (void)factors.confirm(factor, 1, now);
    });
    const model::UserCounts expected{
        .active = 2, .disabled = 2, .locked = 1, .invited = 1, .withSecondFactor = 1};
    const auto counts = stats([](StatsRepository &all) { return all.countUsers(); });
    QCOMPARE(counts, expected);
    QCOMPARE(counts.total(), 6);
    QCOMPARE(counts.withoutSecondFactor(), 5);
}

void TestStatsRepository::countsSessionsThatAreStillGood()
{
    const qint64 id = m_store->addPerson(u"ann"_s);
    for (const int seconds : {-1, 60, 3600}) {
        SessionRecord record;
        record.session.userId = id;
        record.session.createdAt = m_store->now();
        record.session.expiresAt = m_store->now().addSecs(seconds);
        record.accessHash = QByteArray::number(seconds);
        record.accessExpiresAt = record.session.expiresAt;
        record.signedInAt = m_store->now();
        (void)m_store->write(
            [&](Connection &connection) { return SessionRepository(connection).create(record); });
    }
    const auto count = [this] {
        return stats([this](StatsRepository &all) { return all.countSessions(m_store->now()); });
    };
    QCOMPARE(count(), 2);
    m_store->advance(120);
    QCOMPARE(count(), 1);
}

void TestStatsRepository::findsTheFirstRowOfATime()
{
    const QDateTime begin = m_store->now();
    for (int row = 0; row < 7; ++row) {
        addRow(u"user.created"_s);
        m_store->advance(10);
    }
    const auto first = [&](int seconds) {
        return stats(
            [&](StatsRepository &all) { return all.firstAuditRow(begin.addSecs(seconds)); });
    };
    QCOMPARE(first(-1), 1);
    QCOMPARE(first(0), 1);
    QCOMPARE(first(1), 2);
    QCOMPARE(first(30), 4);
    QCOMPARE(first(60), 7);
    QCOMPARE(first(61), 8);
    QCOMPARE(stats([](StatsRepository &all) { return all.lastAuditRow(); }), 7);
}

void TestStatsRepository::countsSignInsByTheHour()
{
    const auto hourOf = [](const QDateTime &time) {
        const qint64 seconds = time.toSecsSinceEpoch();
        return QDateTime::fromSecsSinceEpoch(seconds - seconds % 3600, Qt::UTC);
    };
    const QDateTime early = hourOf(m_store->now());
    addRow(u"sign_in"_s);
    addRow(u"sign_in.failed"_s, u"refused"_s);
    addRow(u"sign_out"_s);
    addRow(u"user.created"_s, u"refused"_s);
    m_store->advance(2 * 3600);
    const QDateTime late = hourOf(m_store->now());
    addRow(u"sign_in.code_failed"_s, u"refused"_s);
    addRow(u"sign_in"_s);
    addRow(u"sign_in"_s);
    const auto counted = [this](qint64 after, qint64 last) {
        return stats([&](StatsRepository &all) { return all.signIns(after, last); });
    };
    const SignInHour first{.from = early, .succeeded = 1, .refused = 1};
    QCOMPARE(counted(0, 7),
             (QList<SignInHour>{first, {.from = late, .succeeded = 2, .refused = 1}}));
    QCOMPARE(counted(0, 5), (QList<SignInHour>{first, {.from = late, .refused = 1}}));
    QCOMPARE(counted(5, 7), (QList<SignInHour>{{.from = late, .succeeded = 2}}));
    QCOMPARE(counted(7, 7), QList<SignInHour>());
}

} // namespace authdesk::server::store

QTEST_GUILESS_MAIN(authdesk::server::store::TestStatsRepository)
#include "tst_statsrepository.moc"
