// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every window follows a change of language while it is open. The language here puts «» around
// every text that goes through tr(): whatever is shown without them afterwards was set once and
// forgotten, or never translated.

#include "core/vault/memoryvault.h"
#include "core/workspace/workspace.h"
#include "tests/support/fakerandom.h"
#include "tests/ui/pages/account/fakeaccountgateway.h"
#include "tests/ui/pages/users/fakeusersgateway.h"
#include "tests/ui/shell/fakeserver.h"
#include "tests/ui/wizards/fakeserver.h"
#include "ui/pages/account/accountpage.h"
#include "ui/pages/users/conflictdialog.h"
#include "ui/pages/users/handoverdialog.h"
#include "ui/pages/users/userspage.h"
#include "ui/shell/closehostingdialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/recoverdialog.h"
#include "ui/shell/signindialog.h"
#include "ui/widgets/secretlabel.h"
#include "ui/wizards/firstrunwizard.h"
#include "ui/wizards/keepdialog.h"
#include "ui/wizards/leftoverdialog.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTableView>

using namespace authdesk;
using namespace authdesk::ui;
using namespace Qt::StringLiterals;

namespace {

class Marker final : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return u'«' + QString::fromUtf8(source) + u'»';
    }
    bool isEmpty() const override { return false; }
};

/// What is the same in every language: names, addresses, keys, and what a server says.
bool isData(const QString &text)
{
    static const QRegularExpression data(
        u"^(Acme|acme-prod|far|karl|anna|ben|User|Super Admin|Help desk|Administrator|Pipelit"
        "|Anna Kovac|Ben Ode|Cho Min|Dana Roy|[a-z]+ · [a-z@.]+|[a-z.]+@[a-z.]+"
        "|auth\\.acme\\.example|https?://\\S+|authdesk-server .*|curl .*|/\\S+|A hint\\..*"
        ")$"_s);
    static const QRegularExpression letter(u"\\p{L}"_s);
    return !letter.match(text).hasMatch() || data.match(text).hasMatch();
}

class Reader final
{
public:
    explicit Reader(const QWidget *window)
    {
        look(window);
        const QList<QWidget *> all = window->findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            if (widget->isVisible())
                look(widget);
        }
    }

    QStringList unmarked;
    int seen = 0;

private:
    void take(const QWidget *widget, const char *what, const QString &text)
    {
        if (text.isEmpty())
            return;
        ++seen;
        if (!text.contains(u'«') && !isData(text))
            unmarked += u"%1 %2 %3: %4"_s.arg(QLatin1StringView(widget->metaObject()->className()),
                                              widget->objectName(), QLatin1StringView(what), text);
    }

    void look(const QWidget *widget)
    {
        if (widget->isWindow())
            take(widget, "title", widget->windowTitle());
        take(widget, "tooltip", widget->toolTip());
        take(widget, "accessible name", widget->accessibleName());
        take(widget, "accessible description", widget->accessibleDescription());
        if (qobject_cast<const widgets::SecretLabel *>(widget))
            return; // keys and codes
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            take(widget, "text", label->text());
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            take(widget, "text", button->text());
        else if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            take(widget, "placeholder", edit->placeholderText());
        else if (const auto *box = qobject_cast<const QComboBox *>(widget))
            for (int i = 0; i < box->count(); ++i)
                take(widget, "entry", box->itemText(i));
        else if (const auto *table = qobject_cast<const QTableView *>(widget))
            lookAtTable(table);
    }

    void lookAtTable(const QTableView *table)
    {
        const QAbstractItemModel *model = table->model();
        for (int column = 0; column < model->columnCount(); ++column) {
            if (table->isColumnHidden(column))
                continue;
            take(table, "header", model->headerData(column, Qt::Horizontal).toString());
            for (int row = 0; row < model->rowCount(); ++row)
                take(table, "cell", model->index(row, column).data().toString());
        }
    }
};

model::User person()
{
    model::User user;
    user.id = 2;
    user.username = u"ben"_s;
    user.firstName = u"Ben"_s;
    user.lastName = u"Ode"_s;
    return user;
}

} // namespace

class TestLanguage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void wizard();
    void connectPage();
    void dialogsOfTheWizard();
    void signInDialog_data();
    void signInDialog();
    void signInWithAKey();
    void helpForAHostedServer();
    void dialogsOfTheShell();
    void mainWindow();
    void usersPage();
    void addUserDialog();
    void conflictDialog();
    void handoverDialog();
    void accountPage();
    void enrolment();

private:
    /// Changes the language while the window is open; empty when all of it followed.
    QString change(QWidget *window);
    shell::SignInDialog &openSignIn(settings::ServerProfile profile = {});
    void openWizard();
    void type(QWidget *window, const char *name, const QString &text);
    void click(QWidget *window, const char *name);
    pages::users::UsersPage *openUsers();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::ConsoleSettings> m_settings;
    std::unique_ptr<settings::ServerProfiles> m_profiles;
    std::unique_ptr<vault::MemoryVault> m_vault;
    std::unique_ptr<tests::FakeFactory> m_factory;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<wizardtest::Script> m_script;
    std::unique_ptr<wizardtest::FakeFactory> m_wizardFactory;
    std::unique_ptr<workspace::Workspace> m_wizardWorkspace;
    std::unique_ptr<gateway::Detector> m_detector;
    std::unique_ptr<test::FakeUsersGateway> m_people;
    std::unique_ptr<test::FakeAccountGateway> m_account;
    std::unique_ptr<QWidget> m_window;
    base::SystemClock m_clock;
    tests::FakeRandom m_random;
};

void TestLanguage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<settings::ConsoleSettings>(m_folder->path());
    m_profiles = std::make_unique<settings::ServerProfiles>(m_folder->path());
    m_vault = std::make_unique<vault::MemoryVault>();
    m_factory = std::make_unique<tests::FakeFactory>();
    m_factory->script->me = tests::karl();
    m_workspace = std::make_unique<workspace::Workspace>(*m_factory, *m_profiles, *m_vault);
    m_script = std::make_unique<wizardtest::Script>();
    m_wizardFactory = std::make_unique<wizardtest::FakeFactory>(*m_script);
    m_wizardWorkspace =
        std::make_unique<workspace::Workspace>(*m_wizardFactory, *m_profiles, *m_vault);
    auto sighting = std::make_shared<base::Result<gateway::Sighting>>(gateway::Sighting{
        .setup = gateway::SetupState{.needsSetup = false, .codeRequired = false},
        .capabilities = gateway::Capability::UseApiKey | gateway::Capability::OwnSecondFactor});
    std::vector<std::unique_ptr<gateway::Probe>> probes;
    probes.push_back(std::make_unique<wizardtest::FakeProbe>(sighting));
    m_detector = std::make_unique<gateway::Detector>(std::move(probes));
    m_people.reset(test::FakeUsersGateway::withFour());
    m_account = std::make_unique<test::FakeAccountGateway>();
}

void TestLanguage::cleanup()
{
    m_window.reset();
    m_workspace.reset();
    m_wizardWorkspace.reset();
}

QString TestLanguage::change(QWidget *window)
{
    QCoreApplication::processEvents();
    const Reader before(window);
    if (before.unmarked.isEmpty())
        return u"Nothing to translate is shown."_s;
    Marker marker;
    QCoreApplication::installTranslator(&marker);
    // The change comes by posted events, and so do the lists that are loaded anew.
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
    const QStringList unmarked = Reader(window).unmarked;
    QCoreApplication::removeTranslator(&marker);
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
    return unmarked.join(u'\n');
}

#define FOLLOWS(window)                                                                            \
    do {                                                                                           \
        const QString left = change(window);                                                       \
        QVERIFY2(left.isEmpty(), qPrintable(u'\n' + left));                                        \
    } while (false)

void TestLanguage::type(QWidget *window, const char *name, const QString &text)
{
    auto *widget = window->findChild<QWidget *>(QLatin1StringView(name));
    QVERIFY2(widget, name);
    QWidget *edit = widget->focusProxy() ? widget->focusProxy() : widget;
    QTest::keyClicks(edit, text);
}

void TestLanguage::click(QWidget *window, const char *name)
{
    for (auto *button : window->findChildren<QAbstractButton *>(QLatin1StringView(name))) {
        if (!button->isVisible())
            continue;
        QTRY_VERIFY2(button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
        QCoreApplication::processEvents();
        return;
    }
    QFAIL(name);
}

void TestLanguage::openWizard()
{
    m_window = std::make_unique<wizards::FirstRunWizard>(
        wizards::WizardContext{
            .workspace = *m_wizardWorkspace,
            .settings = *m_settings,
            .detector = *m_detector,
            .makeServer =
                [this] { return std::make_unique<wizardtest::FakeLocalServer>(*m_script); },
            .random = m_random,
            .clock = m_clock,
            .firstPort = hosting::freePortFrom(39000)},
        QUrl());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestLanguage::wizard()
{
    openWizard();
    FOLLOWS(m_window.get()); // the door
    click(m_window.get(), "startServer");
    type(m_window.get(), "serverName", u"Acme"_s);
    click(m_window.get(), "openOptions");
    FOLLOWS(m_window.get());
    auto *name = m_window->findChild<QWidget *>(u"namePage"_s);
    click(name, "continue");
    auto *you = m_window->findChild<QWidget *>(u"youPage"_s);
    QTRY_VERIFY(you->isVisible());
    FOLLOWS(m_window.get());
    type(you, "password", u"plover-granite-77-sofa"_s);
    click(you, "create");
    auto *protect = m_window->findChild<QWidget *>(u"protectPage"_s);
    QTRY_VERIFY(protect->isVisible());
    FOLLOWS(m_window.get());
    type(protect, "code", u"123456"_s);
    auto *recovery = m_window->findChild<QWidget *>(u"recoveryPage"_s);
    QTRY_VERIFY(recovery->isVisible());
    FOLLOWS(m_window.get());
    click(recovery, "copyCodes");
    click(recovery, "continue");
    QTRY_VERIFY(m_window->findChild<QWidget *>(u"readyPage"_s)->isVisible());
    FOLLOWS(m_window.get());
}

void TestLanguage::connectPage()
{
    openWizard();
    click(m_window.get(), "connectServer");
    FOLLOWS(m_window.get());
    type(m_window.get(), "address", u"auth.acme.example"_s);
    click(m_window.get(), "look");
    QTRY_VERIFY(m_window->findChild<QWidget *>(u"usePassword"_s)->isVisible());
    m_window->findChild<QAbstractButton *>(u"sendUnencrypted"_s)->setChecked(true);
    click(m_window.get(), "useApiKey");
    FOLLOWS(m_window.get());
}

void TestLanguage::dialogsOfTheWizard()
{
    m_window = std::make_unique<QWidget>();
    m_window->show();
    settings::ServerProfile profile{.name = u"Acme"_s};
    profile.hosted = settings::HostedServer{.folder = u"/x"_s};
    auto *keep = new wizards::KeepDialog(profile, m_window.get());
    keep->open();
    FOLLOWS(keep);
    keep->reject();
    auto *left = new wizards::LeftoverDialog(u"/x"_s, m_window.get());
    left->open();
    FOLLOWS(left);
}

shell::SignInDialog &TestLanguage::openSignIn(settings::ServerProfile profile)
{
    profile.name = u"acme-prod"_s;
    profile.system = u"authdesk"_s;
    if (profile.address.isEmpty())
        profile.address = QUrl(u"https://auth.acme.example"_s);
    workspace::OpenServer *server = m_workspace->open(*m_profiles->add(profile));
    auto dialog = std::make_unique<shell::SignInDialog>(
        shell::SignInDialog::Context{*server, *m_profiles, *m_vault});
    dialog->show();
    shell::SignInDialog &shown = *dialog;
    m_window = std::move(dialog);
    return shown;
}

void TestLanguage::signInDialog_data()
{
    using Outcome = tests::FakeScript::Outcome;
    QTest::addColumn<QList<Outcome>>("outcomes");
    QTest::addColumn<QString>("awaited");
    QTest::newRow("password") << QList<Outcome>{} << u"username"_s;
    QTest::newRow("refused") << QList<Outcome>{base::fail(base::ErrorCode::InvalidCredentials)}
                             << u"username"_s;
    QTest::newRow("code") << QList<Outcome>{gateway::SecondFactorNeeded{}} << u"code"_s;
    QTest::newRow("new password") << QList<Outcome>{gateway::PasswordChangeNeeded{}}
                                  << u"newPassword"_s;
    QTest::newRow("enrolment") << QList<Outcome>{tests::signedInAs(tests::karl(), true)}
                               << u"enrolCode"_s;
}

void TestLanguage::signInDialog()
{
    QFETCH(QList<tests::FakeScript::Outcome>, outcomes);
    QFETCH(QString, awaited);
    m_factory->script->outcomes = outcomes;
    openSignIn({.address = QUrl(u"http://auth.acme.example"_s)});
    click(m_window.get(), "help");
    m_window->findChild<QAbstractButton *>(u"plainAgreed"_s)->setChecked(true);
    if (!outcomes.isEmpty()) {
        type(m_window.get(), "username", u"karl"_s);
        type(m_window.get(), "password", u"pw"_s);
        click(m_window.get(), "signIn");
    }
    QTRY_VERIFY(m_window->findChild<QWidget *>(awaited)->isVisible());
    FOLLOWS(m_window.get());
    if (awaited == u"enrolCode"_s) {
        type(m_window.get(), "enrolCode", u"123456"_s);
        QTRY_VERIFY(m_window->findChild<QWidget *>(u"saveCodes"_s)->isVisible());
        FOLLOWS(m_window.get());
    } else if (awaited == u"code"_s) {
        click(m_window.get(), "codeMode");
        FOLLOWS(m_window.get());
    }
}

void TestLanguage::signInWithAKey()
{
    m_factory->script->capabilities |= gateway::Capability::UseApiKey;
    openSignIn();
    click(m_window.get(), "useApiKey");
    FOLLOWS(m_window.get());
}

void TestLanguage::helpForAHostedServer()
{
    openSignIn({.hosted = settings::HostedServer{.folder = u"/x"_s}});
    click(m_window.get(), "help");
    FOLLOWS(m_window.get());
}

void TestLanguage::dialogsOfTheShell()
{
    m_window = std::make_unique<QWidget>();
    m_window->show();
    auto *closing = new shell::CloseHostingDialog({u"Acme"_s}, true, m_window.get());
    closing->open();
    FOLLOWS(closing);
    closing->reject();
    tests::FakeLocalServer local;
    local.users = {{u"anna"_s, u"Help desk"_s, model::UserStatus::Locked, false},
                   {u"karl"_s, u"Super Admin"_s, model::UserStatus::Active, true}};
    auto *recover = new shell::RecoverDialog(local, u"Acme"_s, {}, u"anna"_s, m_window.get());
    recover->open();
    QCoreApplication::processEvents();
    FOLLOWS(recover);
    delete recover;
}

void TestLanguage::mainWindow()
{
    settings::ServerProfile profile{.name = u"acme-prod"_s,
                                    .address = QUrl(u"https://auth.acme.example"_s),
                                    .system = u"authdesk"_s};
    profile.hosted = settings::HostedServer{.folder = u"/x"_s};
    workspace::OpenServer *server = m_workspace->open(*m_profiles->add(profile));
    server->adopt(tests::signedInAs(tests::karl()), u"karl"_s);
    auto window = std::make_unique<shell::MainWindow>(
        shell::MainWindow::Context{.server = *server,
                                   .systemName = u"Authdesk"_s,
                                   .profiles = *m_profiles,
                                   .settings = *m_settings,
                                   .clock = m_clock,
                                   .pages = shell::pageTable()});
    window->showPages();
    window->show();
    auto *shown = window.get();
    m_window = std::move(window);
    FOLLOWS(shown);
    // Menus that were never opened follow as well.
    Marker marker;
    QCoreApplication::installTranslator(&marker);
    QCoreApplication::processEvents();
    for (QMenu *menu : {shown->menus().serverMenu(), shown->menus().personMenu()}) {
        for (const QAction *action : menu->actions())
            QVERIFY2(action->text().contains(u'«') || isData(action->text()),
                     qPrintable(action->text()));
    }
    QCoreApplication::removeTranslator(&marker);
    QCoreApplication::processEvents();
}

pages::users::UsersPage *TestLanguage::openUsers()
{
    auto page = std::make_unique<pages::users::UsersPage>(pages::users::UsersPageContext{
        .users = *m_people,
        .capabilities = gateway::Capability::Users | gateway::Capability::EditUsers
                        | gateway::Capability::ResetSecondFactor,
        .me = m_people->people.first(),
        .serverName = u"Acme"_s,
        .address = QUrl(u"http://127.0.0.1:8000"_s),
        .settings = *m_settings,
        .clock = m_clock});
    page->resize(1180, 760);
    page->show();
    page->activated();
    auto *shown = page.get();
    m_window = std::move(page);
    return shown;
}

void TestLanguage::usersPage()
{
    openUsers();
    auto *table = m_window->findChild<QTableView *>(u"userTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > 1);
    FOLLOWS(m_window.get());
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(1, 0)).center());
    QTRY_VERIFY(m_window->findChild<QWidget *>(u"personPane"_s)->isVisible());
    FOLLOWS(m_window.get());
}

void TestLanguage::addUserDialog()
{
    openUsers();
    QTRY_VERIFY(m_window->findChild<QAbstractButton *>(u"addUserButton"_s)->isEnabled());
    click(m_window.get(), "addUserButton");
    auto *dialog = m_window->findChild<QDialog *>(u"addUserDialog"_s);
    QTRY_VERIFY(dialog && dialog->isVisible());
    FOLLOWS(dialog);
    type(dialog, "newFirstName", u"Ed"_s);
    type(dialog, "newUsername", u"ed"_s);
    click(dialog, "createUserButton");
    QTRY_VERIFY(dialog->findChild<QWidget *>(u"addUserDone"_s)->isVisible());
    FOLLOWS(dialog);
}

void TestLanguage::conflictDialog()
{
    m_window = std::make_unique<QWidget>();
    m_window->show();
    pages::users::DraftConflict conflict{.theirs = person(), .base = {}, .mine = {}};
    conflict.base = pages::users::draftOf(person());
    conflict.mine = conflict.base;
    conflict.mine.disabled = true;
    conflict.mine.email = u"ben@acme.example"_s;
    auto *dialog = new pages::users::ConflictDialog(conflict, {}, m_window.get());
    dialog->open();
    FOLLOWS(dialog);
}

void TestLanguage::handoverDialog()
{
    m_window = std::make_unique<QWidget>();
    m_window->show();
    auto *dialog = new pages::users::HandoverDialog(
        {.kind = pages::users::Handover::Kind::Code,
         .serverName = u"Acme"_s,
         .address = QUrl(u"http://127.0.0.1:8000"_s),
         .displayName = u"Ben Ode"_s,
         .username = u"ben"_s,
         .secret = base::Secret::fromString(u"48151623"_s),
         .expiresAt = QDateTime::currentDateTimeUtc().addSecs(3600)},
        m_window.get());
    dialog->open();
    FOLLOWS(dialog);
}

void TestLanguage::accountPage()
{
    auto page = std::make_unique<pages::account::AccountPage>(pages::account::AccountPageContext{
        .account = *m_account,
        .capabilities = gateway::Capability::OwnProfile | gateway::Capability::OwnPassword
                        | gateway::Capability::OwnSecondFactor | gateway::Capability::RecoveryCodes
                        | gateway::Capability::OwnSessions,
        .me = m_account->user,
        .serverName = u"Acme"_s,
        .address = QUrl(u"http://127.0.0.1:8000"_s),
        .clock = m_clock});
    page->resize(900, 1100);
    page->show();
    page->activated();
    m_window = std::move(page);
    QTRY_VERIFY(m_window->findChild<QWidget *>(u"factorOn"_s)->isVisible());
    FOLLOWS(m_window.get());
}

void TestLanguage::enrolment()
{
    accountPage();
    click(m_window.get(), "factorOn");
    auto *dialog = m_window->findChild<QDialog *>(u"enrollDialog"_s);
    QTRY_VERIFY(dialog && dialog->isVisible());
    FOLLOWS(dialog);
    type(dialog, "enrollCode", u"123456"_s);
    QTRY_VERIFY(dialog->findChild<QWidget *>(u"enrollDone"_s)->isVisible());
    FOLLOWS(dialog);
    click(dialog, "copyCodes");
    click(dialog, "enrollDone");
    QTRY_VERIFY(m_window->findChild<QWidget *>(u"factorCodes"_s)->isVisible());
    click(m_window.get(), "factorCodes");
    auto *proof = m_window->findChild<QDialog *>(u"codeDialog"_s);
    QVERIFY(proof);
    type(proof, "proofCode", u"123456"_s);
    QTRY_VERIFY(m_window->findChild<QDialog *>(u"recoveryCodesDialog"_s));
    FOLLOWS(m_window->findChild<QDialog *>(u"recoveryCodesDialog"_s));
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
