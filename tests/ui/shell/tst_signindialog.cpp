// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeserver.h"

#include "core/vault/memoryvault.h"
#include "core/workspace/workspace.h"
#include "ui/shell/signindialog.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/passwordfield.h"

#include <QtCore/QDirIterator>
#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace authdesk;
using namespace authdesk::tests;
using namespace authdesk::ui;
using base::ErrorCode;
using shell::SignInDialog;
using shell::SignInFlow;

static constexpr auto refusal =
    "Wrong username or password, or too many tries: wait 15 minutes, then try once."_L1;

class TestSignInDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void signsInWithNameAndPassword();
    void titleStaysTheSame();
    void tellsEveryRefusalAlike_data();
    void tellsEveryRefusalAlike();
    void saysWhatTheClientKnows_data();
    void saysWhatTheClientKnows();
    void takesAnApiKey();
    void keepsAnApiKeyInTheVaultOnly();
    void offersAnApiKeyOnlyWhereOneSignsIn();
    void asksForTheCode();
    void takesARecoveryCode();
    void countsDownOnlyAfterTheRightPassword();
    void deadChallengeStartsOver();
    void changesAPasswordThatMustGo();
    void setsUpADemandedSecondFactor();
    void savesTheCodesOfADemandedFactor();
    void keepsTheSignInWhenAsked();
    void saysThatThereIsNoKeychain();
    void plainHttpNeedsATick();
    void showsOnlyTheWaysThatThereAre();
    void lateAnswersAreDropped();

private:
    SignInDialog &open(settings::ServerProfile profile = {});
    template <typename T>
    T *child(const char *name)
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    void type(const QString &login, const QString &password);
    QString message();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::ServerProfiles> m_profiles;
    std::unique_ptr<vault::MemoryVault> m_vault;
    std::unique_ptr<FakeFactory> m_factory;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<SignInDialog> m_dialog;
    std::shared_ptr<FakeScript> m_script;
};

void TestSignInDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profiles = std::make_unique<settings::ServerProfiles>(m_folder->path());
    m_vault = std::make_unique<vault::MemoryVault>();
    m_factory = std::make_unique<FakeFactory>();
    m_script = m_factory->script;
    m_script->me = karl();
    m_workspace = std::make_unique<workspace::Workspace>(*m_factory, *m_profiles, *m_vault);
}

void TestSignInDialog::cleanup()
{
    m_dialog.reset();
    m_workspace.reset();
    m_profiles.reset();
}

SignInDialog &TestSignInDialog::open(settings::ServerProfile profile)
{
    if (profile.name.isEmpty())
        profile.name = u"acme-prod"_s;
    if (profile.address.isEmpty())
        profile.address = QUrl(u"https://auth.acme.example"_s);
    if (profile.system.isEmpty())
        profile.system = u"authdesk"_s;
    const auto added = m_profiles->add(profile);
    workspace::OpenServer *server = m_workspace->open(*added);
    m_dialog =
        std::make_unique<SignInDialog>(SignInDialog::Context{*server, *m_profiles, *m_vault});
    m_dialog->show();
    return *m_dialog;
}

void TestSignInDialog::type(const QString &login, const QString &password)
{
    auto *name = child<QLineEdit>("username");
    name->clear();
    QTest::keyClicks(name, login);
    auto *edit = child<widgets::PasswordField>("password")->edit();
    QTest::keyClicks(edit, password);
    QTest::keyClick(edit, Qt::Key_Return);
}

QString TestSignInDialog::message()
{
    auto *bar = child<widgets::MessageBar>("message");
    return bar->isHidden() ? QString() : bar->text();
}

void TestSignInDialog::signsInWithNameAndPassword()
{
    m_script->outcomes = {signedInAs(karl())};
    QSignalSpy signedIn(&open(), &SignInDialog::signedIn);
    QVERIFY(!child<QPushButton>("signIn")->isEnabled());
    type(u"karl"_s, u"correct horse"_s);
    QTRY_COMPARE(signedIn.count(), 1);
    QCOMPARE(m_script->asked, QStringList{u"signIn karl correct horse"_s});
    QVERIFY(child<widgets::PasswordField>("password")->isEmpty());
    QVERIFY(m_vault->names().isEmpty());
}

void TestSignInDialog::titleStaysTheSame()
{
    m_script->outcomes = {gateway::SecondFactorNeeded{}};
    open();
    QCOMPARE(m_dialog->windowTitle(), u"Sign in – acme-prod – Authdesk"_s);
    type(u"karl"_s, u"pw"_s);
    QTRY_VERIFY(child<widgets::CodeField>("code")->isVisible());
    QCOMPARE(m_dialog->windowTitle(), u"Sign in – acme-prod – Authdesk"_s);
}

void TestSignInDialog::tellsEveryRefusalAlike_data()
{
    QTest::addColumn<base::Error>("error");
    QTest::newRow("wrong") << base::Error{.code = ErrorCode::InvalidCredentials, .message = {}};
    QTest::newRow("wrong, with a time") << base::Error{
        .code = ErrorCode::InvalidCredentials, .message = u"locked"_s, .retryAfterSeconds = 60};
}

void TestSignInDialog::tellsEveryRefusalAlike()
{
    QFETCH(base::Error, error);
    m_script->outcomes = {std::unexpected(error)};
    open();
    type(u"karl"_s, u"wrong"_s);
    QTRY_COMPARE(message(), refusal);
    // The password has to be typed again; the name stays.
    QVERIFY(child<widgets::PasswordField>("password")->isEmpty());
    QCOMPARE(child<QLineEdit>("username")->text(), u"karl"_s);
    QCOMPARE(m_dialog->flow().secondsToWait(), 0);
    QTest::keyClicks(child<widgets::PasswordField>("password")->edit(), u"a"_s);
    QVERIFY(child<QPushButton>("signIn")->isEnabled());
}

void TestSignInDialog::saysWhatTheClientKnows_data()
{
    QTest::addColumn<base::Error>("error");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, ErrorCode code, const QString &message, int wait,
                        const QString &told) {
        QTest::newRow(name) << base::Error{.code = code,
                                           .message = message,
                                           .retryAfterSeconds = wait}
                            << told;
    };
    row("certificate", ErrorCode::TlsFailed, u"The certificate ended on 3 March."_s, 0,
        u"The certificate ended on 3 March."_s);
    row("certificate, nothing known", ErrorCode::TlsFailed, {}, 0,
        u"The connection is not safe: the server's certificate was not accepted."_s);
    row("not supported", ErrorCode::NotSupported, u"Use the command line."_s, 0,
        u"Use the command line."_s);
    row("unreachable", ErrorCode::Unreachable, u"Nothing accepts connections at x."_s, 0,
        u"Nothing accepts connections at x."_s);
    // Only the address is limited at this step: the time tells nothing about the name.
    row("too many", ErrorCode::TooManyRequests, {}, 42,
        u"Too many requests at once. Try again in 42 seconds."_s);
    row("too many, worded by the server", ErrorCode::TooManyRequests, u"Slow down."_s, 42,
        u"Slow down. Try again in 42 seconds."_s);
    row("busy", ErrorCode::Busy, {}, 300, u"The server is busy. Try again in 5 minutes."_s);
}

void TestSignInDialog::saysWhatTheClientKnows()
{
    QFETCH(base::Error, error);
    QFETCH(QString, told);
    m_script->outcomes = {std::unexpected(error)};
    open();
    type(u"karl"_s, u"pw"_s);
    QTRY_COMPARE(message(), told);
}

void TestSignInDialog::takesAnApiKey()
{
    m_script->capabilities |= gateway::Capability::UseApiKey;
    m_script->meError = base::Error{.code = ErrorCode::Unauthenticated, .message = {}};
    QSignalSpy signedIn(&open(), &SignInDialog::signedIn);
    QTest::mouseClick(child<QPushButton>("useApiKey"), Qt::LeftButton);
    auto *key = child<widgets::PasswordField>("apiKey");
    QTRY_VERIFY(key->isVisible());
    QVERIFY(!child<QLineEdit>("username")->isVisible());
    QCOMPARE(m_dialog->focusWidget(), key->edit());
    QVERIFY(!child<QPushButton>("signIn")->isEnabled());
    QTest::keyClicks(key->edit(), u"key-1"_s);
    QTest::keyClick(key->edit(), Qt::Key_Return);
    const auto refused = [this] {
        for (const QLabel *label : m_dialog->findChildren<QLabel *>(u"fieldError"_s)) {
            if (label->isVisible() && label->text() == u"The server does not accept this key."_s)
                return true;
        }
        return false;
    };
    QTRY_VERIFY(refused());
    QVERIFY(m_script->token.isEmpty());
    QCOMPARE(signedIn.count(), 0);

    m_script->meError.reset();
    QTest::keyClicks(key->edit(), u"2"_s);
    QVERIFY(!refused());
    QTest::mouseClick(child<QPushButton>("signIn"), Qt::LeftButton);
    QTRY_COMPARE(signedIn.count(), 1);
    QCOMPARE(m_script->token.toString(), u"key-12"_s);
    // Neither a password nor the key went to the sign-in itself.
    QCOMPARE(m_script->asked, (QStringList{u"me"_s, u"me"_s}));
    QVERIFY(key->isEmpty());
    QVERIFY(m_vault->names().isEmpty());
    QCOMPARE(m_profiles->all().first().login, u"karl"_s);
}

void TestSignInDialog::keepsAnApiKeyInTheVaultOnly()
{
    m_script->capabilities = gateway::Capability::UseApiKey;
    QSignalSpy signedIn(&open(), &SignInDialog::signedIn);
    auto *keep = child<QCheckBox>("keep");
    // A password's sign-in cannot be kept here, a key can.
    QVERIFY(!keep->isVisible());
    QTest::mouseClick(child<QPushButton>("useApiKey"), Qt::LeftButton);
    QTRY_VERIFY(keep->isVisible() && keep->isEnabled());
    QTest::mouseClick(keep, Qt::LeftButton, {}, QPoint(10, keep->height() / 2));
    QVERIFY(keep->isChecked());
    auto *key = child<widgets::PasswordField>("apiKey")->edit();
    QTest::keyClicks(key, u"key-to-keep"_s);
    QTest::keyClick(key, Qt::Key_Return);
    QTRY_COMPARE(signedIn.count(), 1);
    const QString id = m_profiles->all().first().id;
    QTRY_COMPARE(m_vault->names(), QStringList{vault::apiKeyName(id)});
    QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("key-to-keep"));
    }

    // Another start goes on with it; a key that has ended is forgotten.
    workspace::OpenServer *server = m_workspace->servers().first();
    m_script->token = {};
    QVERIFY(server->resume().result());
    QCOMPARE(m_script->token.toString(), u"key-to-keep"_s);
    m_script->meError = base::Error{.code = ErrorCode::Unauthenticated, .message = {}};
    QVERIFY(!server->resume().result());
    QVERIFY(m_vault->names().isEmpty());
}

void TestSignInDialog::offersAnApiKeyOnlyWhereOneSignsIn()
{
    open();
    QVERIFY(!child<QPushButton>("useApiKey")->isVisible());
}

void TestSignInDialog::asksForTheCode()
{
    m_script->outcomes = {gateway::SecondFactorNeeded{}, base::fail(ErrorCode::InvalidCode),
                          signedInAs(karl())};
    QSignalSpy signedIn(&open(), &SignInDialog::signedIn);
    type(u"karl"_s, u"pw"_s);
    auto *code = child<widgets::CodeField>("code");
    QTRY_VERIFY(code->isVisible());
    QVERIFY(!child<QComboBox>("server")->isVisible());
    QTest::keyClicks(code, u"111111"_s);
    QTRY_VERIFY(message().contains(u"Not accepted"_s));
    QCOMPARE(code->code(), QString());
    QTest::keyClicks(code, u"222222"_s);
    QTRY_COMPARE(signedIn.count(), 1);
    QCOMPARE(m_script->asked.mid(1), (QStringList{u"verify 111111"_s, u"verify 222222"_s}));
}

void TestSignInDialog::takesARecoveryCode()
{
    m_script->outcomes = {gateway::SecondFactorNeeded{}, signedInAs(karl())};
    QSignalSpy signedIn(&open(), &SignInDialog::signedIn);
    type(u"karl"_s, u"pw"_s);
    QTRY_VERIFY(child<QPushButton>("codeMode")->isVisible());
    QTest::mouseClick(child<QPushButton>("codeMode"), Qt::LeftButton);
    auto *code = child<widgets::CodeField>("code");
    QTest::keyClicks(code, u"abcde-fghij"_s);
    QTest::mouseClick(child<QPushButton>("signIn"), Qt::LeftButton);
    QTRY_COMPARE(signedIn.count(), 1);
    QCOMPARE(m_script->asked.last(), u"verify abcde-fghij"_s);
}

void TestSignInDialog::countsDownOnlyAfterTheRightPassword()
{
    m_script->outcomes = {
        gateway::SecondFactorNeeded{},
        std::unexpected(
            base::Error{.code = ErrorCode::InvalidCode, .message = {}, .retryAfterSeconds = 61})};
    open();
    type(u"karl"_s, u"pw"_s);
    auto *code = child<widgets::CodeField>("code");
    QTRY_VERIFY(code->isVisible());
    QTest::keyClicks(code, u"111111"_s);
    QTRY_VERIFY2(message().contains(u"1:0"_s), qPrintable(message()));
    QVERIFY(!code->isEnabled());
    QTRY_VERIFY(message().contains(u"0:5"_s));
}

void TestSignInDialog::deadChallengeStartsOver()
{
    m_script->outcomes = {gateway::SecondFactorNeeded{}, base::fail(ErrorCode::ChallengeEnded)};
    open();
    type(u"karl"_s, u"pw"_s);
    auto *code = child<widgets::CodeField>("code");
    QTRY_VERIFY(code->isVisible());
    QTest::keyClicks(code, u"111111"_s);
    QTRY_VERIFY(child<QLineEdit>("username")->isVisible());
    QVERIFY(message().contains(u"Start again"_s));
}

void TestSignInDialog::changesAPasswordThatMustGo()
{
    base::Error taken{.code = ErrorCode::InvalidFields, .message = {}};
    taken.fields = {{u"new_password"_s, u"common"_s, u"Common."_s}};
    m_script->outcomes = {gateway::PasswordChangeNeeded{}, std::unexpected(taken),
                          signedInAs(karl())};
    QSignalSpy signedIn(&open(), &SignInDialog::signedIn);
    type(u"karl"_s, u"one-time"_s);
    auto *field = child<widgets::PasswordField>("newPassword");
    QTRY_VERIFY(field->isVisible());
    QTest::keyClicks(field->edit(), u"short"_s);
    QVERIFY(!child<QPushButton>("signIn")->isEnabled());
    QTest::keyClicks(field->edit(), u"-quartz-lamp-outgrew"_s);
    QVERIFY(child<QPushButton>("signIn")->isEnabled());
    QTest::mouseClick(child<QPushButton>("signIn"), Qt::LeftButton);
    QTRY_VERIFY(m_dialog->findChild<QLabel *>(u"fieldError"_s));
    const auto errorShown = [this] {
        for (const QLabel *label : m_dialog->findChildren<QLabel *>(u"fieldError"_s)) {
            if (label->isVisible() && label->text().contains(u"tried first"_s))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(errorShown());
    QTest::keyClick(field->edit(), Qt::Key_Return);
    QTRY_COMPARE(signedIn.count(), 1);
    QCOMPARE(m_script->asked.last(), u"changePassword short-quartz-lamp-outgrew"_s);
}

void TestSignInDialog::setsUpADemandedSecondFactor()
{
    m_script->outcomes = {signedInAs(karl(), true)};
    QSignalSpy signedIn(&open(), &SignInDialog::signedIn);
    type(u"karl"_s, u"pw"_s);
    auto *code = child<widgets::CodeField>("enrolCode");
    QTRY_VERIFY(code->isVisible());
    QCOMPARE(signedIn.count(), 0);
    m_script->serverTime = QDateTime(QDate(2026, 9, 21), QTime(14, 2, 11), Qt::LocalTime);
    QTest::keyClicks(code, u"111111"_s);
    QTRY_COMPARE(code->code(), QString());
    const auto clockTold = [this] {
        for (const QLabel *label : m_dialog->findChildren<QLabel *>(u"messageText"_s)) {
            if (label->isVisible() && label->text().contains(u"14:02:11"_s))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(clockTold());
    QTest::keyClicks(code, u"123456"_s);
    auto *kept = child<QPushButton>("codesKept");
    QTRY_VERIFY(kept->isVisible());
    QCOMPARE(m_dialog->findChildren<QLabel *>(u"recoveryCode"_s).size(), 10);
    // Going on needs the codes to be somewhere.
    QVERIFY(!kept->isEnabled());
    QVERIFY(child<QPushButton>("saveCodes")->isVisible());
    QVERIFY(child<QPushButton>("printCodes")->isVisible());
    QTest::mouseClick(child<QPushButton>("copyCodes"), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"abcde-fghj9"_s));
    QVERIFY(kept->isEnabled());
    QCOMPARE(signedIn.count(), 0);
    QTest::mouseClick(kept, Qt::LeftButton);
    QTRY_COMPARE(signedIn.count(), 1);
    QVERIFY(m_dialog->findChildren<QLabel *>(u"recoveryCode"_s).isEmpty());
}

void TestSignInDialog::savesTheCodesOfADemandedFactor()
{
    m_script->outcomes = {signedInAs(karl(), true)};
    open();
    type(u"karl"_s, u"pw"_s);
    QTRY_VERIFY(child<widgets::CodeField>("enrolCode")->isVisible());
    QTest::keyClicks(child<widgets::CodeField>("enrolCode"), u"123456"_s);
    QTRY_VERIFY(child<QPushButton>("saveCodes")->isVisible());
    QTest::mouseClick(child<QPushButton>("saveCodes"), Qt::LeftButton);
    auto *dialog = child<QFileDialog>("saveDialog");
    QVERIFY(dialog);
    const QString path = m_folder->filePath(u"sheet.txt"_s);
    dialog->selectFile(path);
    dialog->QDialog::done(QDialog::Accepted);
    Q_EMIT dialog->fileSelected(path);
    QTRY_VERIFY(child<QPushButton>("codesKept")->isEnabled());
    QFile sheet(path);
    QVERIFY(sheet.open(QIODevice::ReadOnly));
    const QByteArray text = sheet.readAll();
    for (const char *part : {"acme-prod", "karl", "https://auth.acme.example", "abcde-fghj0"})
        QVERIFY2(text.contains(part), part);
}

void TestSignInDialog::keepsTheSignInWhenAsked()
{
    m_script->outcomes = {signedInAs(karl())};
    QSignalSpy signedIn(&open(), &SignInDialog::signedIn);
    auto *keep = child<QCheckBox>("keep");
    QTRY_VERIFY(keep->isEnabled());
    keep->setChecked(true);
    type(u"karl"_s, u"pw"_s);
    QTRY_COMPARE(signedIn.count(), 1);
    QTRY_COMPARE(m_vault->names().size(), 1);
    QVERIFY(m_profiles->all().first().keepSignedIn);
}

void TestSignInDialog::saysThatThereIsNoKeychain()
{
    m_vault->setAvailability(vault::Availability::Unavailable);
    open({.keepSignedIn = true});
    auto *keep = child<QCheckBox>("keep");
    QTRY_VERIFY(keep->text().contains(u"no keychain"_s));
    QVERIFY(!keep->isEnabled());
    QVERIFY(!keep->isChecked());
}

void TestSignInDialog::plainHttpNeedsATick()
{
    open({.address = QUrl(u"http://auth.acme.example"_s)});
    m_script->outcomes = {base::fail(ErrorCode::InvalidCredentials)};
    type(u"karl"_s, u"pw"_s);
    QVERIFY(m_script->asked.isEmpty());
    auto *agreed = child<QCheckBox>("plainAgreed");
    QVERIFY(agreed && agreed->text().contains(u"auth.acme.example"_s));
    agreed->setChecked(true);
    QVERIFY(child<QPushButton>("signIn")->isEnabled());

    open({.address = QUrl(u"http://127.0.0.1:8000"_s)});
    QVERIFY(!child<QCheckBox>("plainAgreed"));
}

void TestSignInDialog::showsOnlyTheWaysThatThereAre()
{
    open({.name = u"far"_s, .login = u"anna"_s});
    QVERIFY(!child<QWidget>("helpPanel")->isVisible());
    QTest::mouseClick(child<QPushButton>("help"), Qt::LeftButton);
    QVERIFY(child<QWidget>("helpPanel")->isVisible());
    QVERIFY(!child<QPushButton>("recover"));
    QCOMPARE(child<QLabel>("command")->text(), u"authdesk-server user reset-password anna"_s);
    child<QLineEdit>("username")->setText(u"o'neil; rm"_s);
    QCOMPARE(child<QLabel>("command")->text(),
             u"authdesk-server user reset-password 'o'\\''neil; rm'"_s);

    open({.name = u"here"_s, .hosted = settings::HostedServer{.folder = u"/tmp/x"_s}});
    QSignalSpy recovery(m_dialog.get(), &SignInDialog::recoveryRequested);
    QVERIFY(!child<QLabel>("command"));
    child<QPushButton>("recover")->click();
    QCOMPARE(recovery.count(), 1);
}

void TestSignInDialog::lateAnswersAreDropped()
{
    m_script->silent = true;
    open();
    type(u"karl"_s, u"pw"_s);
    QVERIFY(m_dialog->flow().isBusy());
    QVERIFY(!child<QPushButton>("signIn")->isEnabled());
    m_dialog->flow().cancel();
    QVERIFY(!m_dialog->flow().isBusy());
    QVERIFY(child<QPushButton>("signIn")->isEnabled());
}

QTEST_MAIN(TestSignInDialog)
#include "tst_signindialog.moc"
