// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/vault/keychainvault.h"
#include "core/vault/memoryvault.h"

#include <QtTest/QTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using vault::Availability;

/// Runs twice: without a message bus (R19), and, with AUTHDESK_TEST_KEYRING set, beside a real and
/// unlocked keyring of its own.
class TestKeychainVault final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEntriesByWhatTheyAreFor();
    void memoryVaultForgetsWhatItIsTold();
    void r19_tellsThatThereIsNoKeychain();
    void r19_refusesInsteadOfHanging();
    void keepsAndForgetsInARealKeyring();

private:
    template <typename Future>
    [[nodiscard]] static bool finishes(const Future &future)
    {
        return QTest::qWaitFor([&future] { return future.isFinished(); }, 20000);
    }
    [[nodiscard]] static bool hasKeyring()
    {
        return qEnvironmentVariableIsSet("AUTHDESK_TEST_KEYRING");
    }
};

void TestKeychainVault::namesEntriesByWhatTheyAreFor()
{
    QCOMPARE(vault::refreshTokenName(u"p1"_s), u"sign-in/p1"_s);
    QCOMPARE(vault::masterKeyName(u"/srv/acme"_s), vault::masterKeyName(u"/srv/x/../acme/"_s));
    QVERIFY(vault::masterKeyName(u"/srv/acme"_s) != vault::masterKeyName(u"/home/acme"_s));
    QVERIFY(vault::masterKeyName(u"/srv/acme"_s).startsWith(u"master-key/acme-"_s));
}

void TestKeychainVault::memoryVaultForgetsWhatItIsTold()
{
    vault::MemoryVault memory;
    QVERIFY(memory.write(u"a"_s, base::Secret::fromString(u"s"_s)).result());
    QCOMPARE(memory.read(u"a"_s).result()->value().toString(), u"s"_s);
    QVERIFY(memory.remove(u"a"_s).result());
    QVERIFY(!memory.read(u"a"_s).result()->has_value());
    memory.setAvailability(Availability::Locked);
    QCOMPARE(memory.write(u"a"_s, {}).result().error().code, ErrorCode::KeychainLocked);
    QCOMPARE(memory.availability().result(), Availability::Locked);
}

void TestKeychainVault::r19_tellsThatThereIsNoKeychain()
{
    if (hasKeyring())
        QSKIP("There is a keyring here.");
    vault::KeychainVault keychain(u"Authdesk tests"_s);
    const auto told = keychain.availability();
    QVERIFY(finishes(told));
    QCOMPARE(told.result(), Availability::Unavailable);
}

void TestKeychainVault::r19_refusesInsteadOfHanging()
{
    if (hasKeyring())
        QSKIP("There is a keyring here.");
    vault::KeychainVault keychain(u"Authdesk tests"_s);
    const auto written = keychain.write(u"a"_s, base::Secret::fromString(u"s"_s));
    QVERIFY(finishes(written));
    QCOMPARE(written.result().error().code, ErrorCode::KeychainUnavailable);
    const auto read = keychain.read(u"a"_s);
    QVERIFY(finishes(read));
    QCOMPARE(read.result().error().code, ErrorCode::KeychainUnavailable);
}

void TestKeychainVault::keepsAndForgetsInARealKeyring()
{
    if (!hasKeyring())
        QSKIP("Runs beside a keyring of its own as keychainvault_with_keyring.");
    vault::KeychainVault keychain(u"Authdesk tests"_s);
    const auto told = keychain.availability();
    QVERIFY(finishes(told));
    QCOMPARE(told.result(), Availability::Available);

    const base::Secret secret = base::Secret::copyOf(QByteArrayView("\0\xff key \n", 8));
    const auto written = keychain.write(u"a"_s, secret);
    QVERIFY(finishes(written));
    QVERIFY(written.result());
    const auto read = keychain.read(u"a"_s);
    QVERIFY(finishes(read));
    QVERIFY(read.result());
    QVERIFY(read.result()->value() == secret);
    for (int i = 0; i < 2; ++i) {
        const auto removed = keychain.remove(u"a"_s);
        QVERIFY(finishes(removed));
        QVERIFY(removed.result());
    }
    const auto gone = keychain.read(u"a"_s);
    QVERIFY(finishes(gone));
    QVERIFY(gone.result());
    QVERIFY(!gone.result()->has_value());
}

QTEST_GUILESS_MAIN(TestKeychainVault)
#include "tst_keychainvault.moc"
