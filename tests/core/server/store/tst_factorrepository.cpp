// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefixture.h"

#include "core/server/store/factorrepository.h"
#include "core/server/store/recoverycoderepository.h"

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using model::MfaKind;

class TestFactorRepository final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<StoreFixture>();
        m_user = m_store->addPerson(u"ann"_s);
    }

    void s21_aFactorCountsOnceConfirmed();
    void s21_aPendingFactorExpires();
    void aNewPendingFactorReplacesTheOlder();
    void s18_aStepIsSpentOnce();
    void s18_parallelCodesSpendAStepOnce();
    void removingTheLastFactorShows();
    void s23_aRecoveryCodeWorksOnceAtTheSameInstant();
    void s23_aNewSetKillsTheOld();
    void aOneTimeCodeReplacesTheOlderAndExpires();

private:
    template <typename Function>
    auto write(Function function)
    {
        return m_store->write([&](Connection &connection) {
            FactorRepository factors(connection);
            return function(factors);
        });
    }

    template <typename Function>
    auto writeCodes(Function function)
    {
        return m_store->write([&](Connection &connection) {
            RecoveryCodeRepository codes(connection);
            return function(codes);
        });
    }

    qint64 addPending(MfaKind kind = MfaKind::Totp)
    {
        return write([&](FactorRepository &factors) {
            return factors.createPending(m_user, kind, "sealed", u"Phone"_s,
                                         m_store->now().addSecs(600), m_store->now());
        });
    }

    bool confirm(qint64 id, qint64 step)
    {
        return write(
            [&](FactorRepository &factors) { return factors.confirm(id, step, m_store->now()); });
    }

    std::unique_ptr<StoreFixture> m_store;
    qint64 m_user = 0;
};

void TestFactorRepository::s21_aFactorCountsOnceConfirmed()
{
    const qint64 id = addPending();
    QVERIFY(!m_store->find(m_user)->user.mfaEnabled);
    QVERIFY(!write(
        [&](FactorRepository &factors) { return factors.findConfirmed(m_user, MfaKind::Totp); }));
    QVERIFY(confirm(id, 100));
    QVERIFY(!confirm(id, 101));
    const model::User user = m_store->find(m_user)->user;
    QVERIFY(user.mfaEnabled);
    QCOMPARE(user.mfaMethods, QList{MfaKind::Totp});
    QCOMPARE(user.version, 2);
    const auto factor = write(
        [&](FactorRepository &factors) { return factors.findConfirmed(m_user, MfaKind::Totp); });
    QCOMPARE(factor->sealedSecret, QByteArray("sealed"));
    QCOMPARE(factor->name, u"Phone"_s);
    QCOMPARE(factor->lastStep, 100);
    QCOMPARE(factor->confirmedAt, m_store->now());
}

void TestFactorRepository::s21_aPendingFactorExpires()
{
    const qint64 id = addPending();
    const auto pending = [&] {
        return write([&](FactorRepository &factors) {
            return factors.findPending(m_user, MfaKind::Totp, m_store->now()).has_value();
        });
    };
    QVERIFY(pending());
    m_store->advance(600);
    QVERIFY(!pending());
    QVERIFY(!confirm(id, 1));
}

void TestFactorRepository::aNewPendingFactorReplacesTheOlder()
{
    const qint64 first = addPending();
    const qint64 second = addPending();
    QVERIFY(!confirm(first, 1));
    QVERIFY(confirm(second, 1));
    // A pending one of another kind stays, and a confirmed one is not replaced.
    const qint64 mail = addPending(MfaKind::Email);
    (void)addPending();
    QVERIFY(confirm(mail, 0));
    QCOMPARE(m_store->find(m_user)->user.mfaMethods, (QList{MfaKind::Totp, MfaKind::Email}));
}

void TestFactorRepository::s18_aStepIsSpentOnce()
{
    const qint64 id = addPending();
    const auto spend = [&](qint64 step) {
        return write(
            [&](FactorRepository &factors) { return factors.spendStep(id, step, m_store->now()); });
    };
    QVERIFY(!spend(99)); // not confirmed yet
    QVERIFY(confirm(id, 100));
    QVERIFY(!spend(100));
    QVERIFY(!spend(99));
    QVERIFY(spend(101));
    QVERIFY(!spend(101));
    QVERIFY(!spend(100));
}

void TestFactorRepository::s18_parallelCodesSpendAStepOnce()
{
    const qint64 id = addPending();
    QVERIFY(confirm(id, 100));
    const int winners = StoreFixture::countWinners(8, [&](int) {
        return write(
            [&](FactorRepository &factors) { return factors.spendStep(id, 101, m_store->now()); });
    });
    QCOMPARE(winners, 1);
}

void TestFactorRepository::removingTheLastFactorShows()
{
    const qint64 totp = addPending();
    QVERIFY(confirm(totp, 1));
    const qint64 mail = addPending(MfaKind::Email);
    QVERIFY(confirm(mail, 0));
    QVERIFY(write([&](FactorRepository &factors) { return factors.remove(totp, m_store->now()); }));
    QVERIFY(
        !write([&](FactorRepository &factors) { return factors.remove(totp, m_store->now()); }));
    QCOMPARE(m_store->find(m_user)->user.mfaMethods, QList{MfaKind::Email});
    QCOMPARE(
        write([&](FactorRepository &factors) { return factors.removeAll(m_user, m_store->now()); }),
        1);
    QVERIFY(!m_store->find(m_user)->user.mfaEnabled);
}

void TestFactorRepository::s23_aRecoveryCodeWorksOnceAtTheSameInstant()
{
    const auto codes = writeCodes([&](RecoveryCodeRepository &repository) {
        repository.replace(m_user, {"a", "b"}, m_store->now());
        return repository.listUnspent(m_user);
    });
    QCOMPARE(codes.size(), 2);
    QCOMPARE(codes[1].hash, QByteArray("b"));
    const int winners = StoreFixture::countWinners(8, [&](int) {
        return writeCodes([&](RecoveryCodeRepository &repository) {
            return repository.spend(codes[0].id, m_store->now());
        });
    });
    QCOMPARE(winners, 1);
    QCOMPARE(writeCodes([&](RecoveryCodeRepository &repository) {
                 return repository.countUnspent(m_user);
             }),
             1);
}

void TestFactorRepository::s23_aNewSetKillsTheOld()
{
    const auto old = writeCodes([&](RecoveryCodeRepository &repository) {
        repository.replace(m_user, {"a"}, m_store->now());
        return repository.listUnspent(m_user);
    });
    writeCodes([&](RecoveryCodeRepository &repository) {
        repository.replace(m_user, {"c", "d", "e"}, m_store->now());
        return 0;
    });
    QVERIFY(!writeCodes([&](RecoveryCodeRepository &repository) {
        return repository.spend(old[0].id, m_store->now());
    }));
    QCOMPARE(writeCodes([&](RecoveryCodeRepository &repository) {
                 return repository.countUnspent(m_user);
             }),
             3);
}

void TestFactorRepository::aOneTimeCodeReplacesTheOlderAndExpires()
{
    const auto set = [&](const QByteArray &hash) {
        writeCodes([&](RecoveryCodeRepository &codes) {
            codes.setOneTimeCode(m_user, hash, m_store->now().addSecs(3600), m_store->now());
            return 0;
        });
    };
    const auto current = [&] {
        return writeCodes([&](RecoveryCodeRepository &codes) {
            const auto code = codes.findOneTimeCode(m_user, m_store->now());
            return code ? code->hash : QByteArray();
        });
    };
    set("first");
    set("second");
    QCOMPARE(current(), QByteArray("second"));
    m_store->advance(3600);
    QCOMPARE(current(), QByteArray());
    set("third");
    const int winners = StoreFixture::countWinners(8, [&](int) {
        return writeCodes(
            [&](RecoveryCodeRepository &codes) { return codes.spendOneTimeCode(m_user); });
    });
    QCOMPARE(winners, 1);
    QCOMPARE(current(), QByteArray());
}

} // namespace authdesk::server::store

QTEST_GUILESS_MAIN(authdesk::server::store::TestFactorRepository)
#include "tst_factorrepository.moc"
