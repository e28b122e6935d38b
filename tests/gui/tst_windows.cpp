// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The windows and states that the first hour does not meet, with a server that the test scripts;
// looks that nothing is cut off, and takes their pictures.

#include "screen.h"

#include "core/vault/memoryvault.h"
#include "core/workspace/workspace.h"
#include "tests/ui/pages/audit/fakeauditgateway.h"
#include "tests/ui/shell/fakeserver.h"
#include "ui/shell/closehostingdialog.h"
#include "ui/shell/recoverdialog.h"
#include "ui/shell/signindialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/exportdialog.h"
#include "ui/widgets/passwordfield.h"

#include <QtCore/QTemporaryDir>
#include <QtWidgets/QLabel>

using namespace authdesk;
using namespace authdesk::tests;
using namespace authdesk::ui;
using base::ErrorCode;

class TestWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void newPassword();
    void demandedSecondFactor();
    void lockedCode();
    void recoveryCode();
    void unencrypted();
    void serverThatDoesNotStart();
    void waitingForAnAnswer();
    void closeWhileHosting();
    void recovery();
    void exportUnderWay();

private:
    shell::SignInDialog &open(settings::ServerProfile profile);
    void enter(const QString &password);
    static bool nothingIsCutOff(const QWidget *window);

    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::ServerProfiles> m_profiles;
    std::unique_ptr<vault::MemoryVault> m_vault;
    std::unique_ptr<FakeFactory> m_factory;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<shell::SignInDialog> m_dialog;
};

void TestWindows::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp, Screen::isDark() ? theme::Scheme::Dark
                                                                     : theme::Scheme::Light);
}

void TestWindows::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profiles = std::make_unique<settings::ServerProfiles>(m_folder->path());
    m_vault = std::make_unique<vault::MemoryVault>();
    m_factory = std::make_unique<FakeFactory>();
    m_workspace = std::make_unique<workspace::Workspace>(*m_factory, *m_profiles, *m_vault);
}

void TestWindows::cleanup()
{
    m_dialog.reset();
    m_workspace.reset();
}

shell::SignInDialog &TestWindows::open(settings::ServerProfile profile)
{
    profile.name = u"acme-prod"_s;
    profile.system = u"authdesk"_s;
    profile.login = u"karl"_s;
    if (profile.address.isEmpty())
        profile.address = QUrl(u"https://auth.acme.example"_s);
    workspace::OpenServer *server = m_workspace->open(*m_profiles->add(profile));
    m_dialog = std::make_unique<shell::SignInDialog>(
        shell::SignInDialog::Context{*server, *m_profiles, *m_vault});
    m_dialog->show();
    return *m_dialog;
}

void TestWindows::enter(const QString &password)
{
    auto *field = m_dialog->findChild<widgets::PasswordField *>(u"password"_s);
    QTest::keyClicks(field->edit(), password);
    QTest::keyClick(field->edit(), Qt::Key_Return);
}

bool TestWindows::nothingIsCutOff(const QWidget *window)
{
    const QList<QLabel *> labels = window->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->isVisible() || label->text().isEmpty() || label->inherits("ElidedLabel"))
            continue;
        const int needed = label->hasHeightForWidth() ? label->heightForWidth(label->width())
                                                      : label->sizeHint().height();
        if (label->height() < needed || !window->rect().contains(label->mapTo(window, QPoint())))
            return false;
    }
    return true;
}

void TestWindows::newPassword()
{
    m_factory->script->outcomes = {gateway::PasswordChangeNeeded{}};
    open({});
    enter(u"one-time"_s);
    auto *field = m_dialog->findChild<widgets::PasswordField *>(u"newPassword"_s);
    QTRY_VERIFY(field->isVisible());
    QTest::keyClicks(field->edit(), u"karlkarl99"_s);
    QTRY_VERIFY(nothingIsCutOff(m_dialog.get()));
    Screen::picture(u"30-new-password"_s);
}

void TestWindows::demandedSecondFactor()
{
    m_factory->script->outcomes = {signedInAs(karl(), true)};
    open({});
    enter(u"pw"_s);
    auto *code = m_dialog->findChild<widgets::CodeField *>(u"enrolCode"_s);
    QTRY_VERIFY(code->isVisible());
    QTest::keyClicks(code, u"123"_s);
    QTRY_VERIFY(nothingIsCutOff(m_dialog.get()));
    Screen::picture(u"31-demanded-factor"_s);
    QTest::keyClicks(code, u"456"_s);
    QTRY_COMPARE(m_dialog->findChildren<QLabel *>(u"recoveryCode"_s).size(), 10);
    QTRY_VERIFY(nothingIsCutOff(m_dialog.get()));
    Screen::picture(u"32-demanded-factor-codes"_s);
}

void TestWindows::lockedCode()
{
    m_factory->script->outcomes = {
        gateway::SecondFactorNeeded{},
        std::unexpected(
            base::Error{.code = ErrorCode::InvalidCode, .message = {}, .retryAfterSeconds = 299})};
    open({});
    enter(u"pw"_s);
    auto *code = m_dialog->findChild<widgets::CodeField *>(u"code"_s);
    QTRY_VERIFY(code->isVisible());
    QTest::keyClicks(code, u"111111"_s);
    QTRY_VERIFY(!code->isEnabled());
    QTRY_VERIFY(nothingIsCutOff(m_dialog.get()));
    Screen::picture(u"33-locked-code"_s);
}

void TestWindows::recoveryCode()
{
    m_factory->script->outcomes = {gateway::SecondFactorNeeded{},
                                   base::fail(ErrorCode::InvalidCode)};
    open({});
    enter(u"pw"_s);
    auto *mode = m_dialog->findChild<QAbstractButton *>(u"codeMode"_s);
    QTRY_VERIFY(mode->isVisible());
    mode->click();
    auto *code = m_dialog->findChild<widgets::CodeField *>(u"code"_s);
    QTest::keyClicks(code, u"abcde-fghij"_s);
    QTest::keyClick(code, Qt::Key_Return);
    QTRY_VERIFY(Screen::find(u"messageText"_s));
    QTRY_VERIFY(nothingIsCutOff(m_dialog.get()));
    Screen::picture(u"34-recovery-code"_s);
}

void TestWindows::unencrypted()
{
    open({.address = QUrl(u"http://auth.acme.example:8000"_s)});
    m_dialog->findChild<QAbstractButton *>(u"help"_s)->click();
    QTRY_VERIFY(nothingIsCutOff(m_dialog.get()));
    Screen::picture(u"35-unencrypted"_s);
}

void TestWindows::serverThatDoesNotStart()
{
    open({.hosted = settings::HostedServer{.folder = m_folder->path()}})
        .block(u"acme-prod does not start. This data was made by a newer version of Authdesk. "
               "Nothing was changed; use that version."_s,
               u"Try again"_s);
    QTRY_VERIFY(nothingIsCutOff(m_dialog.get()));
    Screen::picture(u"36-does-not-start"_s);
}

void TestWindows::waitingForAnAnswer()
{
    m_factory->script->silent = true;
    open({});
    enter(u"pw"_s);
    auto *busy = m_dialog->findChild<widgets::BusyOverlay *>();
    QVERIFY(busy);
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog->findChild<QLabel *>(u"busyWhat"_s)->isVisible(), 10000);
    Screen::picture(u"37-waiting"_s);
    m_dialog->findChild<QAbstractButton *>(u"busyCancel"_s)->click();
    QVERIFY(!busy->isVisible());
}

void TestWindows::closeWhileHosting()
{
    QWidget parent;
    parent.show();
    auto *dialog = new shell::CloseHostingDialog({u"Acme"_s}, true, &parent);
    dialog->open();
    QTRY_VERIFY(nothingIsCutOff(dialog));
    Screen::picture(u"38-close-hosting"_s);
    dialog->reject();
}

void TestWindows::recovery()
{
    FakeLocalServer local;
    local.users = {{u"anna"_s, u"Help desk"_s, model::UserStatus::Locked, false},
                   {u"ben"_s, u"User"_s, model::UserStatus::Disabled, true},
                   {u"cho"_s, u"User"_s, model::UserStatus::Invited, false},
                   {u"karl"_s, u"Super Admin"_s, model::UserStatus::Active, true}};
    QWidget parent;
    parent.show();
    auto *dialog = new shell::RecoverDialog(local, u"Acme"_s, {}, u"anna"_s, &parent);
    dialog->open();
    dialog->findChild<QAbstractButton *>(u"unlock"_s)->click();
    QTRY_VERIFY(nothingIsCutOff(dialog));
    Screen::picture(u"39-recover-unlocked"_s);
}

void TestWindows::exportUnderWay()
{
    test::FakeAuditGateway fake;
    QWidget parent;
    parent.show();
    auto *dialog = new widgets::ExportDialog(
        {.title = u"Export events – Authdesk"_s,
         .what = u"Writing the events to %1."_s,
         .waiting = u"The server puts the events together."_s},
        [&fake](gateway::ExportFormat format, const gateway::ExportSink &sink) {
            return fake.exportTo({}, format, sink);
        },
        &parent);
    dialog->open();
    dialog->start(m_folder->filePath(u"Acme audit 2027-03-09.csv"_s));
    QVERIFY(fake.exportSink(QByteArray(300'000, 'x'), 1'000'000));
    QTRY_VERIFY(nothingIsCutOff(dialog));
    Screen::picture(u"52-export"_s);
    fake.finishExport(base::fail(ErrorCode::Unreachable, u"acme-prod cannot be reached. Check the "
                                                         "network and the address."_s));
    QTRY_VERIFY(Screen::find(u"messageText"_s));
    QTRY_VERIFY(nothingIsCutOff(dialog));
    Screen::picture(u"53-export-failed"_s);
    dialog->reject();
}

QTEST_MAIN(TestWindows)
#include "tst_windows.moc"
