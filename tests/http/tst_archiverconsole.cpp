// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The console's OpenArchiver client against our own server that speaks like it: on a port of its
// own and under its prefix.

#include "core/systems/openarchiver/client/archiverconnection.h"
#include "core/systems/openarchiver/client/archiverprobe.h"
#include "tests/support/recordedserver.h"
#include "tests/support/testserver.h"

#include <QtTest/QTest>

namespace authdesk::tests {

using namespace Qt::StringLiterals;
using gateway::Capability;

class TestArchiverConsole final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void managesOnesOwnAccount_data();
    void managesOnesOwnAccount();

private:
    template <typename T>
    base::Result<T> wait(QFuture<base::Result<T>> future)
    {
        return finishes(future) ? future.result()
                                : base::Result<T>(base::fail(base::ErrorCode::Internal,
                                                             u"It never finished."_s));
    }
};

void TestArchiverConsole::managesOnesOwnAccount_data()
{
    QTest::addColumn<bool>("isOwnPort");
    QTest::newRow("our own port") << true;
    QTest::newRow("our prefix") << false;
}

void TestArchiverConsole::managesOnesOwnAccount()
{
    QFETCH(bool, isOwnPort);
    TestServer server({.ownListeners = {u"openarchiver"_s}});
    QUrl address = isOwnPort ? server.ownUrl() : server.url();
    if (!isOwnPort)
        address.setPath(u"/openarchiver"_s);
    systems::openarchiver::client::ArchiverProbe probe(server.clock(), {});
    const auto seen = wait(probe.look(address));
    QVERIFY(seen && seen->recognised && seen->setup && seen->setup->needsSetup);

    systems::openarchiver::client::ArchiverConnection connection(address, server.clock(), {});
    const auto password = base::Secret::fromString(u"correct-horse-battery"_s);
    gateway::SetupRequest request;
    request.username = u"ada"_s;
    request.email = u"ada@example.org"_s;
    request.password = password;
    QVERIFY(wait(connection.signIn().setUp(request)));
    const auto outcome = wait(connection.signIn().signIn(u"ada@example.org"_s, password));
    QVERIFY(outcome && std::holds_alternative<gateway::SignedIn>(*outcome));
    const auto in = std::get<gateway::SignedIn>(*outcome);
    QVERIFY(in.user);
    connection.setAccessToken(in.tokens.access);
    // A server of ours has second factors.
    QVERIFY(connection.capabilities().testFlag(Capability::OwnSecondFactor));

    gateway::ProfileChange change;
    change.lastName = u"Lovelace"_s;
    const auto changed = wait(connection.account().updateMe(change));
    QVERIFY(changed);
    QCOMPARE(changed->lastName, u"Lovelace"_s);
    QVERIFY(changed->version != in.user->version);

    const auto made =
        wait(connection.keys()->create(in.user->id, u"ci"_s, server.clock().now().addDays(30)));
    QVERIFY(made);
    QVERIFY(made->key.id != 0);
    connection.setAccessToken(made->secret);
    QVERIFY(wait(connection.account().me()));
    connection.setAccessToken(in.tokens.access);
    QVERIFY(wait(connection.keys()->revoke(in.user->id, made->key.id)));
    const auto left = wait(connection.keys()->list(in.user->id));
    QVERIFY(left && left->isEmpty());
    const auto roles = wait(connection.users()->roles());
    QVERIFY(roles && !roles->isEmpty());
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestArchiverConsole)
#include "tst_archiverconsole.moc"
