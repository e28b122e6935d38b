// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is stored through the API counts again at the next start, after what is given from outside.
#include "core/server/host/serverhost.h"
#include "tests/support/httpclient.h"

#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;
using authdesk::tests::exchange;
using model::ServerSetting;
using model::SettingOrigin;
using server::host::ServerHost;

namespace {

const QByteArray path = "/admin/v1/settings/server";

} // namespace

class TestStoredSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void countAgainAtTheNextStart();
    void theCertificateIsTheSameAfterARestart();
    void whatIsGivenFromOutsideComesFirst();
    void aStoredAddressThatIsTakenIsNamed();

private:
    [[nodiscard]] server::config::Configuration configuration() const
    {
        server::config::Configuration made;
        made.dataFolder = m_folder->filePath(u"data"_s);
        made.listeners = {
            {.address = QHostAddress(QHostAddress::LocalHost), .port = 0, .system = {}}};
        return made;
    }
    [[nodiscard]] base::Result<std::unique_ptr<ServerHost>>
    start(const server::config::Configuration &by) const
    {
        return ServerHost::start(by, {.memoryKiB = 8, .passes = 1});
    }
    /// Sets the server up and changes its settings; the status of the change.
    [[nodiscard]] static int setUpAndChange(const ServerHost &host, const QByteArray &change)
    {
        const QUrl address = host.addresses().first();
        const auto setUp = exchange(
            address, {.method = "POST",
                      .path = "/admin/v1/setup",
                      .body = "{\"username\":\"ada\",\"password\":\"viola under willows\"}"});
        return exchange(address, {.method = "PATCH",
                                  .path = path,
                                  .token = setUp.text("access_token"_L1),
                                  .body = change})
            .status;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestStoredSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestStoredSettings::countAgainAtTheNextStart()
{
    {
        const auto host = start(configuration());
        QVERIFY(host);
        QCOMPARE(setUpAndChange(**host, "{\"name\":\"Acme\",\"listeners\":[\"127.0.0.2:0\"],"
                                        "\"cors_origins\":[\"https://app.example.org\"],"
                                        "\"trusted_proxies\":[\"10.0.0.0/8\"],"
                                        "\"public_url\":\"https://id.example.org\"}"),
                 200);
        QCOMPARE((*host)->addresses().first().host(), u"127.0.0.2"_s);
    }
    const auto host = start(configuration());
    QVERIFY(host);
    QCOMPARE((*host)->addresses().first().host(), u"127.0.0.2"_s);
    const model::ServerSettingsState state = (*host)->settings();
    QCOMPARE(state.values.name, u"Acme"_s);
    QCOMPARE(state.values.corsOrigins, QStringList{u"https://app.example.org"_s});
    QCOMPARE(state.values.trustedProxies, QStringList{u"10.0.0.0/8"_s});
    QCOMPARE(state.values.publicUrl, u"https://id.example.org"_s);
    QCOMPARE(state.origins.value(ServerSetting::Listeners).kind, SettingOrigin::Kind::Stored);
    QCOMPARE(state.origins.value(ServerSetting::Tls).kind, SettingOrigin::Kind::Default);
    const auto allowed = exchange(
        (*host)->addresses().first(),
        {.method = "GET", .path = "/healthz", .headers = {"Origin: https://app.example.org"}});
    QCOMPARE(allowed.header("Access-Control-Allow-Origin"), "https://app.example.org"_ba);
}

void TestStoredSettings::theCertificateIsTheSameAfterARestart()
{
    std::optional<model::CertificateFacts> before;
    {
        const auto host = start(configuration());
        QVERIFY(host);
        QCOMPARE(setUpAndChange(**host, "{\"tls\":{\"mode\":\"self-signed\"}}"), 200);
        before = (*host)->settings().certificate;
        QVERIFY(before);
    }
    const auto host = start(configuration());
    QVERIFY(host);
    QCOMPARE((*host)->addresses().first().scheme(), u"https"_s);
    QCOMPARE((*host)->settings().certificate, before);
}

void TestStoredSettings::whatIsGivenFromOutsideComesFirst()
{
    {
        const auto host = start(configuration());
        QVERIFY(host);
        QCOMPARE(setUpAndChange(**host, "{\"listeners\":[\"127.0.0.2:0\"],"
                                        "\"cors_origins\":[\"https://app.example.org\"]}"),
                 200);
    }
    auto by = configuration();
    by.given = {{u"listen"_s, u"AUTHDESK_LISTEN"_s}};
    const auto host = start(by);
    QVERIFY(host);
    QCOMPARE((*host)->addresses().first().host(), u"127.0.0.1"_s);
    const model::ServerSettingsState state = (*host)->settings();
    const SettingOrigin outside{.kind = SettingOrigin::Kind::Outside,
                                .givenBy = u"AUTHDESK_LISTEN"_s};
    QCOMPARE(state.origins.value(ServerSetting::Listeners), outside);
    QCOMPARE(state.origins.value(ServerSetting::CorsOrigins).kind, SettingOrigin::Kind::Stored);
}

void TestStoredSettings::aStoredAddressThatIsTakenIsNamed()
{
    QTcpServer stranger;
    QVERIFY(stranger.listen(QHostAddress(u"127.0.0.2"_s)));
    const QByteArray taken = "127.0.0.2:" + QByteArray::number(stranger.serverPort());
    stranger.close();
    {
        const auto host = start(configuration());
        QVERIFY(host);
        QCOMPARE(setUpAndChange(**host, "{\"listeners\":[\"" + taken + "\"]}"), 200);
    }
    QVERIFY(stranger.listen(QHostAddress(u"127.0.0.2"_s), taken.split(':').last().toUShort()));
    const auto host = start(configuration());
    QVERIFY(!host);
    QCOMPARE(host.error().code, base::ErrorCode::PortTaken);
    QVERIFY(host.error().message.contains(QString::fromLatin1(taken)));
    QVERIFY(host.error().message.contains(u"--listen"_s));
}

QTEST_GUILESS_MAIN(TestStoredSettings)
#include "tst_storedsettings.moc"
