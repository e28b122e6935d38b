// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/firstrunwizard.h"

#include "core/vault/memoryvault.h"
#include "fakeserver.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakerandom.h"
#include "ui/theme/theme.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtNetwork/QTcpServer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStackedWidget>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using ui::wizards::FirstRunWizard;

class TestFirstRunWizard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void hostsInThreeFieldsAndSixClicks();
    void keepsTheKeyInTheKeychainOrSaysWhereItIs();
    void losesNothingByGoingBack();
    void takesBackWhatItBeganBeforeTheCommit();
    void fillsInAFreePort();
    void showsProblemsBesideTheField();
    void goesOnAfterAServerThatDidNotStart();
    void leavesNothingWhenClosedWhileTheServerStarts();
    void showsTheServersClockAfterAWrongCode();
    void asksOnceBeforeLater();
    void showsTheFirstRequest();
    void asksBeforeClosingAfterTheCommit();
    void removesTheServerWithItsDataAndKey();
    void saysWhatIsLeftOfAServerThatCannotBeRemovedWhole();
    void tellsWhatItFoundAndSignsIn();
    void sendsNoPasswordUnencryptedWithoutATick();
    void setsUpAServerElsewhere();
    void takesAnApiKey();
    void tellsWhyNothingWasFound();

private:
    void open(const QUrl &connectTo = {});
    template <typename T>
    [[nodiscard]] T *find(const char *name)
    {
        return page()->findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] QWidget *page()
    {
        return m_wizard->findChild<QStackedWidget *>()->currentWidget();
    }
    [[nodiscard]] QString pageName() { return page()->objectName(); }
    void click(const char *name)
    {
        auto *button = find<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
        ++m_clicks;
    }
    /// Types where the cursor is, as a person does.
    void type(const QString &text)
    {
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        QTest::keyClicks(focus, text);
        ++m_fields;
    }
    void createServer();
    void found(bool needsSetup);
    void picture(const QString &name);

    std::unique_ptr<ui::theme::Theme> m_theme;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::ConsoleSettings> m_settings;
    std::unique_ptr<settings::ServerProfiles> m_profiles;
    std::unique_ptr<vault::MemoryVault> m_vault;
    std::unique_ptr<wizardtest::Script> m_script;
    std::unique_ptr<wizardtest::FakeFactory> m_factory;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::shared_ptr<base::Result<gateway::Sighting>> m_sighting;
    std::unique_ptr<gateway::Detector> m_detector;
    std::unique_ptr<FirstRunWizard> m_wizard;
    tests::FakeClock m_clock;
    tests::FakeRandom m_random;
    quint16 m_port = 0;
    int m_clicks = 0;
    int m_fields = 0;
};

void TestFirstRunWizard::initTestCase()
{
    const bool dark = qEnvironmentVariable("AUTHDESK_SCHEME") == u"dark"_s;
    m_theme = std::make_unique<ui::theme::Theme>(*qApp, dark ? ui::theme::Scheme::Dark
                                                             : ui::theme::Scheme::Light);
}

/// With AUTHDESK_PICTURES=DIR what is shown now is written there, for people to look at.
void TestFirstRunWizard::picture(const QString &name)
{
    const QString folder = qEnvironmentVariable("AUTHDESK_PICTURES");
    if (folder.isEmpty())
        return;
    // Layouts settle by posted events.
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    m_wizard->grab().save(
        folder + u"/wizard-%1-%2.png"_s.arg(name, m_theme->isDark() ? u"dark"_s : u"light"_s));
}

void TestFirstRunWizard::init()
{
    qputenv("USER", "karl");
    m_clicks = 0;
    m_fields = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<settings::ConsoleSettings>(m_folder->path());
    m_profiles = std::make_unique<settings::ServerProfiles>(m_folder->path());
    m_vault = std::make_unique<vault::MemoryVault>();
    m_script = std::make_unique<wizardtest::Script>();
    m_factory = std::make_unique<wizardtest::FakeFactory>(*m_script);
    m_workspace = std::make_unique<workspace::Workspace>(*m_factory, *m_profiles, *m_vault);
    m_sighting = std::make_shared<base::Result<gateway::Sighting>>(gateway::Sighting{});
    std::vector<std::unique_ptr<gateway::Probe>> probes;
    probes.push_back(std::make_unique<wizardtest::FakeProbe>(m_sighting));
    m_detector = std::make_unique<gateway::Detector>(std::move(probes));
    m_port = hosting::freePortFrom(39000);
}

void TestFirstRunWizard::cleanup()
{
    m_wizard.reset();
    m_workspace.reset();
}

void TestFirstRunWizard::open(const QUrl &connectTo)
{
    m_wizard = std::make_unique<FirstRunWizard>(
        ui::wizards::WizardContext{
            .workspace = *m_workspace,
            .settings = *m_settings,
            .detector = *m_detector,
            .makeServer =
                [this] { return std::make_unique<wizardtest::FakeLocalServer>(*m_script); },
            .random = m_random,
            .clock = m_clock,
            .firstPort = m_port},
        connectTo);
    m_wizard->show();
    m_wizard->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_wizard.get()));
}

void TestFirstRunWizard::createServer()
{
    open();
    picture(u"0-door"_s);
    click("startServer");
    QTRY_COMPARE(pageName(), u"namePage"_s);
    type(u"Acme"_s);
    picture(u"1-name"_s);
    click("continue");
    QTRY_COMPARE(pageName(), u"youPage"_s);
    type(u"plover-granite-77-sofa"_s);
    picture(u"2-you"_s);
    click("create");
    QTRY_COMPARE(pageName(), u"protectPage"_s);
    QTRY_VERIFY(find<QWidget>("code")->isEnabled());
    picture(u"3-protect"_s);
}

void TestFirstRunWizard::found(bool needsSetup)
{
    *m_sighting = gateway::Sighting{.recognised = true,
                                    .setup = gateway::SetupState{.needsSetup = needsSetup},
                                    .hint = u"A hint."_s,
                                    .reasons = {u"A reason."_s},
                                    .capabilities = {gateway::Capability::Setup,
                                                     gateway::Capability::OwnSecondFactor,
                                                     gateway::Capability::UseApiKey}};
}

void TestFirstRunWizard::hostsInThreeFieldsAndSixClicks()
{
    createServer();
    type(u"123456"_s);
    QTRY_COMPARE(pageName(), u"recoveryPage"_s);
    QCOMPARE(page()->findChildren<QLabel *>(u"recoveryCode"_s).size(), 2);
    QVERIFY(!find<QPushButton>("continue")->isEnabled());
    click("copyCodes");
    const QString sheet = QGuiApplication::clipboard()->text();
    const QString folder = m_settings->serversFolder() + u"/acme"_s;
    for (const QString &fact :
         {u"Acme"_s, u"karl"_s, u"abcde-fghij"_s, folder, u"authdesk-server user reset-mfa karl"_s,
          u"http://127.0.0.1:%1"_s.arg(m_port)})
        QVERIFY2(sheet.contains(fact), qPrintable(fact));
    picture(u"4-recovery"_s);
    click("continue");
    QTRY_COMPARE(pageName(), u"readyPage"_s);
    picture(u"5-ready"_s);
    QSignalSpy completed(m_wizard.get(), &FirstRunWizard::completed);
    click("open");
    QCOMPARE(completed.count(), 1);
    QVERIFY2(m_fields <= 3, qPrintable(QString::number(m_fields)));
    QVERIFY2(m_clicks <= 6, qPrintable(QString::number(m_clicks)));

    const auto profile = m_profiles->find(completed.constFirst().constFirst().toString());
    QVERIFY(profile);
    QCOMPARE(profile->name, u"Acme"_s);
    QCOMPARE(profile->login, u"karl"_s);
    QCOMPARE(profile->hosted->folder, folder);
    QCOMPARE(profile->hosted->port, m_port);
    const auto *server = m_workspace->find(profile->id);
    QVERIFY(server && server->isSignedIn());
    QCOMPARE(m_script->accessToken.toString(), u"access"_s);
    QCOMPARE(m_script->setUps.size(), 1);
    QCOMPARE(m_script->setUps.constFirst().serverName, u"Acme"_s);
    QCOMPARE(m_script->setUps.constFirst().password.toString(), u"plover-granite-77-sofa"_s);
    QCOMPARE(m_script->codes, QStringList{u"123456"_s});
    const auto local = m_wizard->takeServer();
    QVERIFY(local && local->isRunning());
    m_wizard.reset();
    QCOMPARE(m_script->running, 1);
}

void TestFirstRunWizard::keepsTheKeyInTheKeychainOrSaysWhereItIs()
{
    createServer();
    const QString name = vault::masterKeyName(m_script->starts.constFirst().dataFolder);
    const auto kept = m_vault->read(name).result();
    QVERIFY(kept && *kept);
    // As the server takes it: 32 bytes as hex digits.
    const QByteArray key = (*kept)->view().toByteArray();
    QCOMPARE(key.size(), 64);
    QCOMPARE(QByteArray::fromHex(key).toHex(), key);
    QVERIFY(m_script->starts.constFirst().masterKey == **kept);
    QVERIFY(m_profiles->all().constFirst().hosted->keyInKeychain);
    QFile profiles(m_folder->filePath(u"profiles.json"_s));
    QVERIFY(profiles.open(QIODevice::ReadOnly));
    const QByteArray written = profiles.readAll();
    QVERIFY(!written.contains(key));
    QVERIFY(!written.contains("plover"));

    cleanup();
    init();
    m_vault->setAvailability(vault::Availability::Unavailable);
    open();
    click("startServer");
    QTRY_VERIFY(find<QLabel>("placeSummary")->text().contains(u"master.key"_s));
    type(u"Acme"_s);
    click("continue");
    QTRY_COMPARE(pageName(), u"youPage"_s);
    type(u"plover-granite-77-sofa"_s);
    click("create");
    QTRY_COMPARE(pageName(), u"protectPage"_s);
    QVERIFY(m_script->starts.constFirst().masterKey.isEmpty());
    QVERIFY(!m_profiles->all().constFirst().hosted->keyInKeychain);
    type(u"123456"_s);
    QTRY_COMPARE(pageName(), u"recoveryPage"_s);
    click("copyCodes");
    click("continue");
    QTRY_VERIFY(find<QLabel>("reach")->text().contains(u"master.key"_s));
}

void TestFirstRunWizard::losesNothingByGoingBack()
{
    open();
    click("startServer");
    type(u"Acme"_s);
    click("continue");
    QTRY_COMPARE(pageName(), u"youPage"_s);
    QCOMPARE(find<QLineEdit>("username")->text(), u"karl"_s);
    find<QLineEdit>("email")->setFocus();
    type(u"karl@acme.example"_s);
    find<QLineEdit>("passwordEdit")->setFocus();
    type(u"plover-granite"_s);
    click("back");
    QTRY_COMPARE(pageName(), u"namePage"_s);
    QCOMPARE(find<QLineEdit>("serverName")->text(), u"Acme"_s);
    click("back");
    QTRY_COMPARE(pageName(), u"doorPage"_s);
    click("startServer");
    click("continue");
    QTRY_COMPARE(pageName(), u"youPage"_s);
    QCOMPARE(find<QLineEdit>("email")->text(), u"karl@acme.example"_s);
    QCOMPARE(find<QLineEdit>("passwordEdit")->text(), u"plover-granite"_s);
    QVERIFY(m_script->starts.isEmpty());
    QVERIFY(m_vault->names().isEmpty());
    QVERIFY(!QDir(m_settings->serversFolder()).exists());
    QSignalSpy abandoned(m_wizard.get(), &FirstRunWizard::abandoned);
    m_wizard->close();
    QCOMPARE(abandoned.count(), 1);
    QVERIFY(m_profiles->all().isEmpty());
}

void TestFirstRunWizard::takesBackWhatItBeganBeforeTheCommit()
{
    m_script->setUpError = base::Error{.code = ErrorCode::Busy, .message = {}};
    open();
    click("startServer");
    type(u"Acme"_s);
    click("continue");
    QTRY_COMPARE(pageName(), u"youPage"_s);
    type(u"plover-granite-77-sofa"_s);
    click("create");
    QTRY_VERIFY(find<QWidget>("pageMessage")->isVisible());
    QCOMPARE(m_script->running, 1);
    QCOMPARE(m_vault->names().size(), 1);
    click("back");
    QTRY_COMPARE(pageName(), u"namePage"_s);
    QCOMPARE(m_script->running, 0);
    QVERIFY(m_vault->names().isEmpty());
    QVERIFY(!QDir(m_settings->serversFolder() + u"/acme"_s).exists());
}

void TestFirstRunWizard::fillsInAFreePort()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, m_port));
    open();
    click("startServer");
    auto *port = find<QSpinBox>("port");
    QVERIFY(port->isVisible());
    QVERIFY(port->value() > m_port);
    type(u"Acme"_s);
    port->setValue(m_port);
    click("continue");
    auto *error = port->parentWidget()->findChild<QLabel *>(u"fieldError"_s);
    QTRY_VERIFY(error->isVisible());
    picture(u"1-name-port"_s);
    QVERIFY(error->text().contains(u"Another program uses this port"_s));
    other.close();
    click("continue");
    QTRY_COMPARE(pageName(), u"youPage"_s);
}

void TestFirstRunWizard::showsProblemsBesideTheField()
{
    m_script->folderState = hosting::FolderState::HasServer;
    open();
    click("startServer");
    QVERIFY(!find<QPushButton>("continue")->isEnabled());
    type(u"Acme"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    auto *folder = find<QLineEdit>("folder");
    QTRY_VERIFY(folder->isVisible());
    QVERIFY(folder->parentWidget()->findChild<QLabel *>(u"fieldError"_s)->isVisible());
    m_script->folderState = hosting::FolderState::Empty;
    click("continue");
    QTRY_COMPARE(pageName(), u"youPage"_s);
    QVERIFY(!find<QPushButton>("create")->isEnabled());
    m_script->setUpError =
        base::Error{.code = ErrorCode::InvalidFields,
                    .message = {},
                    .fields = {{u"username"_s, u"reserved"_s, u"This name is reserved."_s}}};
    type(u"plover-granite-77-sofa"_s);
    click("create");
    auto *username = find<QLineEdit>("username");
    QTRY_COMPARE(username->parentWidget()->findChild<QLabel *>(u"fieldError"_s)->text(),
                 u"This name is reserved."_s);
    m_script->setUpError.reset();
    click("create");
    QTRY_COMPARE(pageName(), u"protectPage"_s);
    QCOMPARE(m_script->starts.size(), 1);
}

void TestFirstRunWizard::goesOnAfterAServerThatDidNotStart()
{
    m_script->startError = base::Error{.code = ErrorCode::DiskFull, .message = {}};
    open();
    click("startServer");
    type(u"Acme"_s);
    click("continue");
    QTRY_COMPARE(pageName(), u"youPage"_s);
    type(u"plover-granite-77-sofa"_s);
    click("create");
    QTRY_VERIFY(find<QWidget>("pageMessage")->isVisible());
    QVERIFY(m_profiles->all().isEmpty());
    m_script->startError.reset();
    click("create");
    QTRY_COMPARE(pageName(), u"protectPage"_s);
    QCOMPARE(m_script->starts.size(), 2);
    QVERIFY(m_script->starts.constFirst().masterKey == m_script->starts.constLast().masterKey);
}

void TestFirstRunWizard::leavesNothingWhenClosedWhileTheServerStarts()
{
    m_script->holdsStart = true;
    open();
    click("startServer");
    type(u"Acme"_s);
    click("continue");
    QTRY_COMPARE(pageName(), u"youPage"_s);
    type(u"plover-granite-77-sofa"_s);
    click("create");
    QTRY_VERIFY(m_script->held);
    QSignalSpy abandoned(m_wizard.get(), &FirstRunWizard::abandoned);
    m_wizard->close();
    QCOMPARE(abandoned.count(), 1);
    m_script->held->addResult(QUrl(u"http://127.0.0.1:1"_s));
    m_script->held->finish();
    QTRY_VERIFY(find<QPushButton>("create")->isEnabled());
    QVERIFY(m_script->setUps.isEmpty());
    QVERIFY(m_profiles->all().isEmpty());
    QVERIFY(m_vault->names().isEmpty());
}

void TestFirstRunWizard::showsTheServersClockAfterAWrongCode()
{
    createServer();
    QVERIFY(find<QLabel>("key")->text().contains(u"JBSW Y3DP EHPK 3PXP"_s));
    type(u"000000"_s);
    QTRY_VERIFY(find<QWidget>("pageMessage")->isVisible());
    const auto words = find<QWidget>("pageMessage")->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(
        words, [](const QLabel *label) { return label->text().contains(u"14:02:11"_s); }));
    picture(u"3-protect-wrong"_s);
    QCOMPARE(find<QLineEdit>("code")->text(), QString());
    QCOMPARE(QApplication::focusWidget(), find<QLineEdit>("code"));
    QGuiApplication::clipboard()->setText(u"123 456"_s);
    QTest::keySequence(find<QLineEdit>("code"), QKeySequence::Paste);
    QTRY_COMPARE(pageName(), u"recoveryPage"_s);
    QCOMPARE(m_script->codes, (QStringList{u"000000"_s, u"123456"_s}));
}

void TestFirstRunWizard::asksOnceBeforeLater()
{
    createServer();
    click("later");
    auto *dialog = m_wizard->findChild<QDialog *>(u"laterDialog"_s);
    QTRY_VERIFY(dialog && dialog->isVisible());
    dialog->reject();
    QCOMPARE(pageName(), u"protectPage"_s);
    QTRY_VERIFY(!m_wizard->findChild<QDialog *>(u"laterDialog"_s));
    click("later");
    m_wizard->findChild<QDialog *>(u"laterDialog"_s)->accept();
    QTRY_COMPARE(pageName(), u"readyPage"_s);
    QVERIFY(m_profiles->all().constFirst().askedForSecondFactor);
    QVERIFY(m_script->codes.isEmpty());
}

void TestFirstRunWizard::showsTheFirstRequest()
{
    model::RequestEntry own;
    own.id = 4;
    own.path = u"/admin/v1/setup"_s;
    own.status = 201;
    m_script->requestLog = {own};
    createServer();
    click("later");
    m_wizard->findChild<QDialog *>(u"laterDialog"_s)->accept();
    QTRY_COMPARE(pageName(), u"readyPage"_s);
    QVERIFY(find<QLineEdit>("command")->text().contains(u"http://127.0.0.1:%1/"_s.arg(m_port)));
    QVERIFY(find<QLabel>("firstRequest")->text().startsWith(u"Waiting"_s));
    QTRY_VERIFY(m_script->waiting);
    model::RequestEntry curl;
    curl.id = 6;
    curl.path = u"/api/v1/auth/setup-status/"_s;
    curl.status = 200;
    curl.address = u"127.0.0.1"_s;
    curl.durationMicroseconds = 3200;
    own.id = 5;
    m_script->waiting->addResult(QList<model::RequestEntry>{own, curl});
    m_script->waiting->finish();
    QTRY_COMPARE(find<QLabel>("firstRequest")->text(), u"✓ 200 from 127.0.0.1, 3 ms"_s);
}

void TestFirstRunWizard::asksBeforeClosingAfterTheCommit()
{
    createServer();
    QSignalSpy postponed(m_wizard.get(), &FirstRunWizard::postponed);
    m_wizard->close();
    QVERIFY(m_wizard->isVisible());
    auto *dialog = m_wizard->findChild<QDialog *>(u"keepDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"keepServer"_s), Qt::LeftButton);
    QTRY_COMPARE(postponed.count(), 1);
    QVERIFY(!m_wizard->isVisible());
    QCOMPARE(m_profiles->all().size(), 1);
    QVERIFY(m_wizard->takeServer()->isRunning());
}

void TestFirstRunWizard::removesTheServerWithItsDataAndKey()
{
    createServer();
    const QString folder = m_script->starts.constFirst().dataFolder;
    QVERIFY(QDir(folder).exists());
    QSignalSpy abandoned(m_wizard.get(), &FirstRunWizard::abandoned);
    QTest::keyClick(m_wizard.get(), Qt::Key_Escape);
    auto *dialog = m_wizard->findChild<QDialog *>(u"keepDialog"_s);
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QPushButton *>(u"removeServer"_s)->isDefault());
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"removeServer"_s), Qt::LeftButton);
    QTRY_COMPARE(abandoned.count(), 1);
    QVERIFY(!QDir(folder).exists());
    QVERIFY(m_profiles->all().isEmpty());
    QVERIFY(m_vault->names().isEmpty());
    QVERIFY(m_workspace->servers().isEmpty());
    QCOMPARE(m_script->running, 0);
}

void TestFirstRunWizard::saysWhatIsLeftOfAServerThatCannotBeRemovedWhole()
{
    createServer();
    const QString folder = m_script->starts.constFirst().dataFolder;
    m_script->removeError = base::Error{.code = ErrorCode::FileFailed,
                                        .message = u"/x/authdesk.db: Device or resource busy"_s};
    QSignalSpy abandoned(m_wizard.get(), &FirstRunWizard::abandoned);
    QTest::keyClick(m_wizard.get(), Qt::Key_Escape);
    QTest::mouseClick(m_wizard->findChild<QDialog *>(u"keepDialog"_s)
                          ->findChild<QPushButton *>(u"removeServer"_s),
                      Qt::LeftButton);
    const auto left = [this] {
        QDialog *open = nullptr;
        for (QDialog *dialog : m_wizard->findChildren<QDialog *>(u"leftoverDialog"_s))
            open = dialog->isVisible() ? dialog : open;
        return open;
    };
    QTRY_VERIFY(left());
    QCOMPARE(abandoned.count(), 0);
    const QString told = left()->findChild<QLabel *>(u"leftover"_s)->text();
    for (const QString &part : {folder, u"/x/authdesk.db: Device or resource busy"_s})
        QVERIFY2(told.contains(part), qPrintable(told));
    picture(u"7-leftover"_s);
    // It is stopped and off the list all the same.
    QCOMPARE(m_script->running, 0);
    QVERIFY(m_profiles->all().isEmpty());
    QVERIFY(m_vault->names().isEmpty());
    // In vain once more, then it works.
    QTest::mouseClick(left()->findChild<QPushButton *>(u"retryRemoval"_s), Qt::LeftButton);
    QTRY_VERIFY(left());
    QCOMPARE(abandoned.count(), 0);
    m_script->removeError.reset();
    QTest::mouseClick(left()->findChild<QPushButton *>(u"retryRemoval"_s), Qt::LeftButton);
    QTRY_COMPARE(abandoned.count(), 1);
    QVERIFY(!QDir(folder).exists());
}

void TestFirstRunWizard::tellsWhatItFoundAndSignsIn()
{
    found(false);
    open();
    click("connectServer");
    type(u"https://auth.acme.example"_s);
    click("look");
    QTRY_COMPARE(find<QLabel>("found")->text(), u"Found: Pipelit, https, set up"_s);
    QVERIFY(find<QLabel>("details")->text().contains(u"A hint."_s));
    QVERIFY(!find<QCheckBox>("sendUnencrypted")->isVisible());
    QSignalSpy completed(m_wizard.get(), &FirstRunWizard::completed);
    click("usePassword");
    QCOMPARE(completed.count(), 1);
    QCOMPARE(completed.constFirst().at(1).value<FirstRunWizard::Next>(),
             FirstRunWizard::Next::SignIn);
    const auto profile = m_profiles->all().constFirst();
    QCOMPARE(profile.system, u"pipelit"_s);
    QCOMPARE(profile.address, QUrl(u"https://auth.acme.example"_s));
    QVERIFY(!profile.hosted);
    QVERIFY(!m_wizard->takeServer());
}

void TestFirstRunWizard::sendsNoPasswordUnencryptedWithoutATick()
{
    found(false);
    open(QUrl(u"http://auth.acme.example"_s));
    QTRY_VERIFY(find<QLabel>("found")->isVisible());
    QVERIFY(!find<QPushButton>("usePassword")->isEnabled());
    QVERIFY(!find<QPushButton>("useApiKey")->isEnabled());
    picture(u"connect"_s);
    QVERIFY(find<QCheckBox>("sendUnencrypted")->text().contains(u"auth.acme.example"_s));
    QTest::keyClick(find<QCheckBox>("sendUnencrypted"), Qt::Key_Space);
    QVERIFY(find<QPushButton>("usePassword")->isEnabled());
    // Another address is another decision.
    find<QLineEdit>("address")->setText(u"http://other.example"_s);
    click("look");
    QTRY_VERIFY(find<QLabel>("found")->isVisible());
    QVERIFY(!find<QPushButton>("usePassword")->isEnabled());
}

void TestFirstRunWizard::setsUpAServerElsewhere()
{
    found(true);
    m_script->recoveryCodes.clear();
    open(QUrl(u"http://localhost:8000"_s));
    QTRY_COMPARE(find<QLabel>("found")->text(), u"Found: Pipelit, http, not set up"_s);
    QVERIFY(!find<QPushButton>("useApiKey")->isVisible());
    click("setUp");
    QTRY_COMPARE(pageName(), u"youPage"_s);
    QVERIFY(!find<QLineEdit>("email")->isVisible());
    type(u"plover-granite-77-sofa"_s);
    click("create");
    QTRY_COMPARE(pageName(), u"protectPage"_s);
    QVERIFY(m_script->starts.isEmpty());
    type(u"123456"_s);
    // Pipelit hands out no recovery codes: there is no sheet to keep.
    QTRY_COMPARE(pageName(), u"readyPage"_s);
    QVERIFY(!find<QLabel>("firstRequest")->isVisible());
    QCOMPARE(m_script->createdFor, (QStringList{u"pipelit"_s, u"pipelit"_s}));
}

void TestFirstRunWizard::takesAnApiKey()
{
    found(false);
    open(QUrl(u"http://localhost:8000"_s));
    QTRY_VERIFY(find<QLabel>("found")->isVisible());
    click("useApiKey");
    type(u"key-0"_s);
    click("useApiKey");
    auto *field = find<QWidget>("apiKey")->parentWidget();
    QTRY_VERIFY(field->findChild<QLabel *>(u"fieldError"_s)->isVisible());
    QVERIFY(m_profiles->all().isEmpty());
    auto *edit = find<QWidget>("apiKey")->findChild<QLineEdit *>();
    edit->clear();
    edit->setFocus();
    type(u"key-1"_s);
    QSignalSpy completed(m_wizard.get(), &FirstRunWizard::completed);
    click("useApiKey");
    QTRY_COMPARE(completed.count(), 1);
    QCOMPARE(m_profiles->all().constFirst().login, u"admin"_s);
    QVERIFY(m_workspace->servers().constFirst()->isSignedIn());
}

void TestFirstRunWizard::tellsWhyNothingWasFound()
{
    *m_sighting = base::fail(ErrorCode::Unreachable, u"Nothing accepts connections there."_s);
    open();
    click("connectServer");
    type(u"not an address"_s);
    click("look");
    auto *field = find<QLineEdit>("address")->parentWidget();
    QTRY_VERIFY(field->findChild<QLabel *>(u"fieldError"_s)->isVisible());
    find<QLineEdit>("address")->setText(u"localhost:1"_s);
    QTest::keyClick(find<QLineEdit>("address"), Qt::Key_Return);
    QTRY_VERIFY(find<QWidget>("pageMessage")->isVisible());
    QVERIFY(!find<QPushButton>("usePassword")->isVisible());
}

QTEST_MAIN(TestFirstRunWizard)
#include "tst_firstrunwizard.moc"
