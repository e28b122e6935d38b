// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// *Connect to a server* where nobody vouches for the certificate: a real TLS server, the real
// clients, the real page.
#include "core/server/crypto/selfsigned.h"
#include "core/systems/clients/catalogue.h"
#include "core/vault/memoryvault.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakerandom.h"
#include "ui/theme/theme.h"
#include "ui/wizards/firstrunwizard.h"

#include <QtCore/QTemporaryDir>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslServer>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

using namespace Qt::StringLiterals;
using namespace authdesk;
using ui::wizards::FirstRunWizard;

namespace {

/// Answers as a server of ours that is set up; remembers all that reaches it.
class OwnServer final : public QObject
{
public:
    explicit OwnServer(quint16 wantedPort = 0)
    {
        const auto made =
            server::crypto::makeSelfSigned({u"127.0.0.1"_s}, QDateTime::currentDateTimeUtc(), 30);
        if (!made)
            qFatal("no certificate");
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        m_certificate = QSslCertificate(made->certificate, QSsl::Pem);
        configuration.setLocalCertificate(m_certificate);
        configuration.setPrivateKey(QSslKey(made->key.view().toByteArray(), QSsl::Ec, QSsl::Pem));
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_server.setSslConfiguration(configuration);
        m_server.listen(QHostAddress::LocalHost, wantedPort);
        connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                received += socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                              "Content-Length: 43\r\nConnection: close\r\n\r\n"
                              "{\"needs_setup\":false,\"code_required\":false}");
                socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QByteArray fingerprint() const
    {
        return m_certificate.digest(QCryptographicHash::Sha256);
    }

    QByteArray received;

private:
    QSslCertificate m_certificate;
    QSslServer m_server;
};

QString plain(const QString &fingerprint)
{
    QString digits = fingerprint;
    for (const QChar c : {u' ', u':', u'\n'})
        digits.remove(c);
    return digits.toLower();
}

} // namespace

class TestConnectCertificate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void s47_asksToCompareAndSendsNothingBefore();
    void s47_keepsWhatWasTrustedWithTheServer();
    void s47_showsBothWhenTheCertificateChanged();
    void anotherAddressIsAnotherDecision();

private:
    void lookAt(quint16 port);
    template <typename T>
    [[nodiscard]] T *find(const char *name)
    {
        return m_wizard->findChild<QStackedWidget *>()->currentWidget()->findChild<T *>(
            QLatin1StringView(name));
    }
    [[nodiscard]] bool isFound()
    {
        return QTest::qWaitFor([this] { return find<QLabel>("found")->isVisible(); }, 10'000);
    }
    [[nodiscard]] bool isAsked()
    {
        return QTest::qWaitFor([this] { return find<QLabel>("fingerprint")->isVisible(); }, 10'000);
    }

    /// With AUTHDESK_PICTURES=DIR what is shown now is written there, for people to look at.
    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("AUTHDESK_PICTURES");
        if (!folder.isEmpty())
            m_wizard->grab().save(folder + u"/certificate-%1.png"_s.arg(name));
    }

    std::unique_ptr<ui::theme::Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::ConsoleSettings> m_settings;
    std::unique_ptr<settings::ServerProfiles> m_profiles;
    std::unique_ptr<vault::MemoryVault> m_vault;
    std::unique_ptr<systems::clients::Catalogue> m_catalogue;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<gateway::Detector> m_detector;
    std::unique_ptr<FirstRunWizard> m_wizard;
    tests::FakeClock m_clock;
    tests::FakeRandom m_random;
};

void TestConnectCertificate::initTestCase()
{
    m_theme = std::make_unique<ui::theme::Theme>(*qApp, ui::theme::Scheme::Light);
}

void TestConnectCertificate::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<settings::ConsoleSettings>(m_folder->path());
    m_profiles = std::make_unique<settings::ServerProfiles>(m_folder->path());
    m_vault = std::make_unique<vault::MemoryVault>();
    m_catalogue = std::make_unique<systems::clients::Catalogue>(m_clock);
    m_workspace = std::make_unique<workspace::Workspace>(*m_catalogue, *m_profiles, *m_vault);
    m_detector = std::make_unique<gateway::Detector>(m_catalogue->probes({}));
}

void TestConnectCertificate::cleanup()
{
    m_wizard.reset();
    m_detector.reset();
    m_workspace.reset();
}

void TestConnectCertificate::lookAt(quint16 port)
{
    m_wizard =
        std::make_unique<FirstRunWizard>(ui::wizards::WizardContext{.workspace = *m_workspace,
                                                                    .settings = *m_settings,
                                                                    .detector = *m_detector,
                                                                    .makeServer = {},
                                                                    .random = m_random,
                                                                    .clock = m_clock},
                                         QUrl(u"https://127.0.0.1:%1"_s.arg(port)));
    m_wizard->show();
}

void TestConnectCertificate::s47_asksToCompareAndSendsNothingBefore()
{
    OwnServer server;
    lookAt(server.port());
    QVERIFY(isAsked());
    QCOMPARE(plain(find<QLabel>("fingerprint")->text()),
             QString::fromLatin1(server.fingerprint().toHex()));
    QVERIFY(!find<QLabel>("fingerprintBefore")->isVisible());
    picture(u"unknown"_s);
    QVERIFY(!find<QLabel>("found")->isVisible());
    QVERIFY(!find<QPushButton>("usePassword")->isVisible());
    QCOMPARE(server.received, QByteArray());
    QTest::mouseClick(find<QPushButton>("trustCertificate"), Qt::LeftButton);
    QVERIFY(isFound());
    QCOMPARE(find<QLabel>("found")->text(), u"Found: Authdesk, https, set up"_s);
    QVERIFY(!find<QLabel>("fingerprint")->isVisible());
    QVERIFY(!find<QPushButton>("trustCertificate")->isVisible());
}

void TestConnectCertificate::s47_keepsWhatWasTrustedWithTheServer()
{
    OwnServer server;
    lookAt(server.port());
    QVERIFY(isAsked());
    QTest::mouseClick(find<QPushButton>("trustCertificate"), Qt::LeftButton);
    QVERIFY(isFound());
    QTest::mouseClick(find<QPushButton>("usePassword"), Qt::LeftButton);
    QCOMPARE(m_profiles->all().size(), 1);
    QCOMPARE(m_profiles->all().first().trustedCertificate, server.fingerprint());
    // The next start of the console knows it from the list.
    settings::ServerProfiles read(m_folder->path());
    QVERIFY(read.load());
    QCOMPARE(read.all().first().trustedCertificate, server.fingerprint());
    systems::clients::Catalogue catalogue(m_clock);
    workspace::Workspace later(catalogue, read, *m_vault);
    QVERIFY(later.open(read.all().first()));
    QCOMPARE(catalogue.trustedCertificate(read.all().first().address), server.fingerprint());
}

void TestConnectCertificate::s47_showsBothWhenTheCertificateChanged()
{
    auto first = std::make_unique<OwnServer>();
    const quint16 port = first->port();
    const QByteArray before = first->fingerprint();
    lookAt(port);
    QVERIFY(isAsked());
    QTest::mouseClick(find<QPushButton>("trustCertificate"), Qt::LeftButton);
    QVERIFY(isFound());
    QTest::mouseClick(find<QPushButton>("usePassword"), Qt::LeftButton);
    first.reset();
    OwnServer second(port);
    QCOMPARE(second.port(), port);
    lookAt(port);
    QVERIFY(isAsked());
    QCOMPARE(plain(find<QLabel>("fingerprint")->text()),
             QString::fromLatin1(second.fingerprint().toHex()));
    QVERIFY(find<QLabel>("fingerprintBefore")->isVisible());
    picture(u"changed"_s);
    QCOMPARE(plain(find<QLabel>("fingerprintBefore")->text()), QString::fromLatin1(before.toHex()));
    QCOMPARE(second.received, QByteArray());
    QCOMPARE(m_profiles->all().first().trustedCertificate, before);
    QTest::mouseClick(find<QPushButton>("trustCertificate"), Qt::LeftButton);
    QVERIFY(isFound());
    QCOMPARE(m_profiles->all().first().trustedCertificate, second.fingerprint());
}

void TestConnectCertificate::anotherAddressIsAnotherDecision()
{
    OwnServer server;
    lookAt(server.port());
    QVERIFY(isAsked());
    find<QLineEdit>("address")->setText(u"https://127.0.0.1:1"_s);
    QVERIFY(!find<QLabel>("fingerprint")->isVisible());
    QVERIFY(!find<QPushButton>("trustCertificate")->isVisible());
    QCOMPARE(server.received, QByteArray());
}

QTEST_MAIN(TestConnectCertificate)
#include "tst_connectcertificate.moc"
