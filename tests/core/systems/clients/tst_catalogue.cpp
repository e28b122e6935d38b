// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/clients/catalogue.h"

#include "tests/support/fakeclock.h"
#include "tests/support/recordedserver.h"

#include <QtTest/QTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;

/// What every client must hold to, over every row.
class TestCatalogue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void knowsNoUnknownSystem();
    void hasAProbeForEverySystem();
    void tellsTheSystemItWasMadeFor_data() { rows(); }
    void tellsTheSystemItWasMadeFor();
    void endsEveryCallWhenItGoes_data() { rows(); }
    void endsEveryCallWhenItGoes();
    void endsEveryCallWhenNobodyAnswers_data() { rows(); }
    void endsEveryCallWhenNobodyAnswers();
    void offersOnlyWhatItHas_data() { rows(); }
    void offersOnlyWhatItHas();

private:
    void rows();

    tests::FakeClock m_clock;
    std::unique_ptr<systems::clients::Catalogue> m_catalogue;
};

void TestCatalogue::initTestCase()
{
    m_catalogue = std::make_unique<systems::clients::Catalogue>(m_clock);
}

void TestCatalogue::rows()
{
    QTest::addColumn<QString>("system");
    for (const QString &system : m_catalogue->systems())
        QTest::newRow(qPrintable(system)) << system;
}

void TestCatalogue::knowsNoUnknownSystem()
{
    QVERIFY(!m_catalogue->create(u"nobody"_s, QUrl(u"http://localhost"_s), {}));
    QCOMPARE(m_catalogue->displayName(u"nobody"_s), u"nobody"_s);
    QCOMPARE(m_catalogue->displayName(u"pipelit"_s), u"Pipelit"_s);
}

void TestCatalogue::hasAProbeForEverySystem()
{
    QStringList probed;
    for (const auto &probe : m_catalogue->probes({}))
        probed.append(probe->system());
    QCOMPARE(probed, m_catalogue->systems());
    QCOMPARE(probed.constFirst(), u"authdesk"_s);
}

void TestCatalogue::tellsTheSystemItWasMadeFor()
{
    QFETCH(QString, system);
    const QUrl address(u"http://localhost:1"_s);
    const auto connection = m_catalogue->create(system, address, {});
    QVERIFY(connection);
    QCOMPARE(connection->system(), system);
    QCOMPARE(connection->address(), address);
}

void TestCatalogue::endsEveryCallWhenItGoes()
{
    QFETCH(QString, system);
    tests::RecordedServer server;
    for (const char *path : {"GET /admin/v1/me", "GET /api/v1/users/me", "GET /v1/users/profile"})
        server.on(path, tests::RecordedAnswer{{}, tests::RecordedAnswer::How::Silence});
    auto connection = m_catalogue->create(system, server.address(), {});
    connection->setAccessToken(base::Secret::fromString(u"t"_s));
    const auto me = connection->account().me();
    QTRY_COMPARE(server.requests.size(), 1);
    connection.reset();
    QVERIFY(me.isFinished());
    QCOMPARE(me.result().error().code, ErrorCode::Cancelled);
}

void TestCatalogue::endsEveryCallWhenNobodyAnswers()
{
    QFETCH(QString, system);
    QUrl gone;
    {
        tests::RecordedServer server;
        gone = server.address();
    }
    const auto connection = m_catalogue->create(system, gone, {});
    const auto outcome = connection->signIn().signIn(u"anna"_s, base::Secret::fromString(u"p"_s));
    QVERIFY(tests::finishes(outcome));
    QCOMPARE(outcome.result().error().code, ErrorCode::Unreachable);
}

void TestCatalogue::offersOnlyWhatItHas()
{
    QFETCH(QString, system);
    using enum gateway::Capability;
    const auto connection = m_catalogue->create(system, QUrl(u"http://localhost:1"_s), {});
    const auto can = connection->capabilities();
    QCOMPARE(can.testFlag(Users), connection->users() != nullptr);
    QCOMPARE(can.testFlag(WatchRequests), connection->requests() != nullptr);
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
