// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// From a fresh machine to the first managed user, as a person does it: the windows that app/console
// wires, over a real server in the same process, with keys and clicks. What the windows say is
// checked beside them, over HTTP.

#include "tests/gui/support/stage.h"
#include "tests/gui/support/steps.h"
#include "tests/gui/support/tools.h"

#include <QtCore/QRegularExpression>
#include <QtGui/QClipboard>
#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>

using namespace authdesk::tests;
using namespace Qt::StringLiterals;

static const QString refusal =
    u"Wrong username or password, or too many tries: wait 15 minutes, then try once."_s;

class TestFirstRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void managesTheFirstPersonFromAFreshMachine();
    void newPersonChoosesAPasswordAtTheFirstSignIn();
    void recoveryCodeStandsInForTheApp();
    void keptSignInAsksNothingAtTheNextStart();
    void startsOnceTheKeyIsBackInTheKeychain();

private:
    void setsUpWithThreeFieldsAndSixClicks();
    void showsTheFirstRequest();
    void endsTheServerWithTheProgram();
    void keepsNoSecretInItsFiles();
    void signsInAgain();
    void addsAPerson();
    void findsAndRenamesThePerson();
    void disablesAndEnablesThePerson();
    void deletesThePerson();
    void submitPassword(const QString &login, const QString &password);

    std::unique_ptr<Stage> m_stage;
};

void TestFirstRun::initTestCase()
{
    // As in the program: windows hand over to each other.
    QApplication::setQuitOnLastWindowClosed(false);
}

void TestFirstRun::init()
{
    m_stage = std::make_unique<Stage>();
}

void TestFirstRun::cleanup()
{
    m_stage.reset();
}

void TestFirstRun::managesTheFirstPersonFromAFreshMachine()
{
    STEP(setsUpWithThreeFieldsAndSixClicks);
    STEP(endsTheServerWithTheProgram);
    STEP(keepsNoSecretInItsFiles);
    STEP(signsInAgain);
    STEP(addsAPerson);
    STEP(findsAndRenamesThePerson);
    STEP(disablesAndEnablesThePerson);
    STEP(deletesThePerson);
}

void TestFirstRun::setsUpWithThreeFieldsAndSixClicks()
{
    Robot &robot = m_stage->robot();
    m_stage->open();
    robot.startCounting();
    DO(m_stage->createServer());
    DO(m_stage->protectAccount());
    QVERIFY(!robot.find(u"continue"_s)->isEnabled());
    DO(m_stage->keepRecoverySheet());
    QCOMPARE(m_stage->recoveryCodes().size(), 10);
    STEP(showsTheFirstRequest);
    DO(m_stage->openAuthdesk());
    QVERIFY2(robot.fields() <= 3, qPrintable(QString::number(robot.fields())));
    QVERIFY2(robot.clicks() <= 6, qPrintable(QString::number(robot.clicks())));
    QCOMPARE(robot.find(u"mainWindow"_s)->windowTitle(), u"Acme – Users – Authdesk"_s);
    QVERIFY(!robot.find(u"noSecondFactor"_s));

    const QJsonObject owner = m_stage->person(Stage::owner);
    QCOMPARE(owner["role"_L1]["slug"_L1].toString(), u"predefined_super_admin"_s);
    QVERIFY(owner["mfa_enabled"_L1].toBool());
}

void TestFirstRun::showsTheFirstRequest()
{
    Robot &robot = m_stage->robot();
    DO(robot.reads(u"firstRequest"_s, u"Waiting for the first request…"_s));
    const QUrl tried(robot.find<QLineEdit>(u"command"_s)->text().section(u' ', -1));
    QVERIFY(tried.isValid());
    // A request before the page has looked the first time is none that it waited for.
    DO(robot.until(u"a sign of the request"_s, [&] {
        const HttpAnswer answer =
            exchange(m_stage->address(), {.method = "GET", .path = tried.path().toUtf8()});
        return answer.status == 200
               && QTest::qWaitFor([&] { return robot.words(u"readyPage"_s).contains(u"✓ 200"_s); },
                                  2000);
    }));
    static const QRegularExpression line(u"^✓ 200 from 127\\.0\\.0\\.1, \\d+ ms$"_s,
                                         QRegularExpression::MultilineOption);
    QVERIFY2(line.match(robot.words(u"readyPage"_s)).hasMatch(),
             qPrintable(robot.words(u"readyPage"_s)));
}

void TestFirstRun::endsTheServerWithTheProgram()
{
    DO(m_stage->closeAndStop());
    QCOMPARE(m_stage->trySignIn(Stage::owner, Stage::password).status, 0);
}

void TestFirstRun::keepsNoSecretInItsFiles()
{
    QVERIFY(!filesHolding(m_stage->folder(), u"SQLite format 3"_s).isEmpty());
    QStringList secrets = m_stage->recoveryCodes();
    secrets << Stage::password << m_stage->secret();
    for (const QString &secret : std::as_const(secrets))
        QCOMPARE(filesHolding(m_stage->folder(), secret), QStringList());
    // The key is in the keychain that the stage brought.
    QVERIFY(!QFile::exists(m_stage->file(u"servers/acme/master.key"_s)));
}

void TestFirstRun::submitPassword(const QString &login, const QString &password)
{
    Robot &robot = m_stage->robot();
    DO(robot.sees(u"signInDialog"_s));
    if (robot.find<QLineEdit>(u"username"_s)->text() != login) {
        DO(robot.retype(u"username"_s, login));
        DO(robot.tabTo(u"password"_s));
    }
    DO(robot.type(u"password"_s, password));
    DO(robot.press(Qt::Key_Return));
}

void TestFirstRun::signsInAgain()
{
    Robot &robot = m_stage->robot();
    m_stage->open();
    DO(robot.sees(u"signInDialog"_s));
    QCOMPARE(robot.find(u"signInDialog"_s)->windowTitle(), u"Sign in – Acme – Authdesk"_s);
    submitPassword(Stage::owner, u"wrong-lamp-outgrew-monday"_s);
    DO(robot.reads(u"messageText"_s, refusal));
    DO(robot.reads(u"password"_s, {}));
    submitPassword(Stage::owner, Stage::password);
    DO(robot.sees(u"code"_s));
    QCOMPARE(robot.find(u"signInDialog"_s)->windowTitle(), u"Sign in – Acme – Authdesk"_s);
    DO(robot.type(u"code"_s, m_stage->nextCode()));
    DO(robot.sees(u"usersPage"_s));
    DO(robot.misses(u"signInDialog"_s));
    DO(robot.reads(u"personMenu"_s, u"Signed in as karl"_s));
}

void TestFirstRun::addsAPerson()
{
    Robot &robot = m_stage->robot();
    DO(m_stage->addAnna());
    QVERIFY(m_stage->oneTimePassword().size() >= 12);
    DO(robot.click(u"copyMessage"_s));
    const QString message = QApplication::clipboard()->text();
    for (const QString &part :
         {m_stage->address().toString(), u"anna"_s, m_stage->oneTimePassword()})
        QVERIFY2(message.contains(part), qPrintable(part));
    DO(robot.click(u"addUserDone"_s));
    DO(robot.misses(u"addUserDialog"_s));
    DO(robot.counts(u"userTable"_s, 2));

    const QJsonObject anna = m_stage->person(u"anna"_s);
    QCOMPARE(anna["first_name"_L1].toString(), u"Anna"_s);
    QCOMPARE(anna["last_name"_L1].toString(), u"Kovac"_s);
    QCOMPARE(anna["email"_L1].toString(), u"anna@acme.example"_s);
    QCOMPARE(anna["role"_L1]["slug"_L1].toString(), u"user"_s);
    QVERIFY(anna["must_change_password"_L1].toBool());
    QVERIFY(m_stage->trySignIn(u"anna"_s, m_stage->oneTimePassword())
                .json()
                .contains("password_change_required"_L1));
}

void TestFirstRun::findsAndRenamesThePerson()
{
    Robot &robot = m_stage->robot();
    DO(robot.press(QKeySequence::Find));
    DO(robot.type(u"searchField"_s, u"nna"_s));
    DO(robot.counts(u"userTable"_s, 1));
    DO(robot.press(Qt::Key_Down));
    DO(robot.reads(u"personName"_s, u"Anna Kovac"_s));
    DO(robot.retype(u"lastName"_s, u"Novak"_s));
    DO(robot.click(u"saveButton"_s));
    DO(robot.reads(u"personName"_s, u"Anna Novak"_s));
    QCOMPARE(m_stage->person(u"anna"_s)["last_name"_L1].toString(), u"Novak"_s);
}

void TestFirstRun::disablesAndEnablesThePerson()
{
    Robot &robot = m_stage->robot();
    const QString before = m_stage->person(u"anna"_s)["status"_L1].toString();
    DO(robot.click(u"disableButton"_s));
    DO(robot.sees(u"confirmDialog"_s));
    QVERIFY(robot.words(u"confirmDialog"_s).contains(u"Disable Anna Novak?"_s));
    DO(robot.click(u"confirm"_s));
    DO(robot.reads(u"personStatus"_s, u"Disabled"_s));
    QCOMPARE(m_stage->person(u"anna"_s)["status"_L1].toString(), u"disabled"_s);
    QCOMPARE(m_stage->trySignIn(u"anna"_s, m_stage->oneTimePassword()).status, 401);

    DO(robot.click(u"enableButton"_s));
    DO(robot.click(u"confirm"_s));
    DO(robot.sees(u"disableButton"_s));
    QCOMPARE(m_stage->person(u"anna"_s)["status"_L1].toString(), before);
    QCOMPARE(m_stage->trySignIn(u"anna"_s, m_stage->oneTimePassword()).status, 200);
}

void TestFirstRun::deletesThePerson()
{
    Robot &robot = m_stage->robot();
    DO(robot.click(u"deleteButton"_s));
    DO(robot.sees(u"confirmDialog"_s));
    const QString words = robot.words(u"confirmDialog"_s);
    for (const QString &part :
         {u"Delete Anna Novak?"_s, u"This cannot be undone."_s, u"The account “anna”"_s,
          u"anna@acme.example"_s, u"Every session, at once"_s})
        QVERIFY2(words.contains(part), qPrintable(words));
    DO(robot.click(u"confirm"_s));
    DO(robot.misses(u"personPane"_s));
    DO(robot.click(u"emptyLink"_s));
    DO(robot.reads(u"emptySentence"_s, u"Only you so far."_s));
    DO(robot.reads(u"userCount"_s, u"1"_s));
    QVERIFY(m_stage->person(u"anna"_s).isEmpty());
    QVERIFY(!m_stage->person(Stage::owner).isEmpty());
    QCOMPARE(m_stage->trySignIn(u"anna"_s, m_stage->oneTimePassword()).status, 401);
}

void TestFirstRun::newPersonChoosesAPasswordAtTheFirstSignIn()
{
    Robot &robot = m_stage->robot();
    const QString chosen = u"velvet-harbour-tuned-sparrow"_s;
    DO(m_stage->setUpServer());
    DO(m_stage->addAnna());
    DO(robot.click(u"addUserDone"_s));
    DO(m_stage->signOut());

    submitPassword(u"anna"_s, m_stage->oneTimePassword());
    DO(robot.sees(u"newPassword"_s));
    QVERIFY(!robot.find(u"mainWindow"_s));
    DO(robot.type(u"newPassword"_s, u"short"_s));
    QVERIFY(!robot.find(u"signIn"_s)->isEnabled());
    DO(robot.retype(u"newPassword"_s, chosen));
    DO(robot.reads(u"signIn"_s, u"Change password"_s));
    DO(robot.press(Qt::Key_Return));
    DO(robot.sees(u"mainWindow"_s));
    DO(robot.reads(u"personMenu"_s, u"Signed in as anna"_s));
    // Somebody without any right sees only the own account.
    DO(robot.sees(u"accountPage"_s));
    QVERIFY(!robot.find(u"navigation-users"_s));

    QVERIFY(!m_stage->person(u"anna"_s)["must_change_password"_L1].toBool(true));
    QCOMPARE(m_stage->trySignIn(u"anna"_s, m_stage->oneTimePassword()).status, 401);
    QCOMPARE(m_stage->trySignIn(u"anna"_s, chosen).status, 200);
}

void TestFirstRun::recoveryCodeStandsInForTheApp()
{
    Robot &robot = m_stage->robot();
    DO(m_stage->setUpServer());
    QCOMPARE(m_stage->recoveryCodes().size(), 10);
    const QString code = m_stage->recoveryCodes().at(3);
    for (const bool isFirst : {true, false}) {
        DO(m_stage->signOut());
        submitPassword(Stage::owner, Stage::password);
        DO(robot.click(u"codeMode"_s));
        DO(robot.type(u"code"_s, code));
        DO(robot.press(Qt::Key_Return));
        if (isFirst) {
            DO(robot.reads(u"personMenu"_s, u"Signed in as karl"_s));
        }
    }
    // The same code again lets nobody in; another one does.
    DO(robot.reads(u"messageText"_s, u"Not accepted. Each recovery code works once."_s));
    QVERIFY(!robot.find(u"mainWindow"_s));
    DO(robot.type(u"code"_s, m_stage->recoveryCodes().at(4)));
    DO(robot.press(Qt::Key_Return));
    DO(robot.reads(u"personMenu"_s, u"Signed in as karl"_s));
    QVERIFY(m_stage->person(Stage::owner)["mfa_enabled"_L1].toBool());
}

void TestFirstRun::keptSignInAsksNothingAtTheNextStart()
{
    Robot &robot = m_stage->robot();
    DO(m_stage->setUpServer());
    DO(m_stage->signOut());
    DO(robot.click(u"keep"_s));
    DO(robot.tabTo(u"password"_s));
    submitPassword(Stage::owner, Stage::password);
    DO(robot.type(u"code"_s, m_stage->nextCode()));
    DO(robot.reads(u"personMenu"_s, u"Signed in as karl"_s));
    DO(m_stage->closeAndStop());
    QCOMPARE(m_stage->keychain().names().size(), 2);
    const QStringList names = m_stage->keychain().names();
    for (const QString &name : names) {
        const auto kept = m_stage->keychain().read(name).result();
        QVERIFY(kept && *kept);
        QCOMPARE(filesHolding(m_stage->folder(), (*kept)->toString()), QStringList());
    }

    m_stage->open();
    DO(robot.reads(u"personMenu"_s, u"Signed in as karl"_s));
    DO(robot.sees(u"usersPage"_s));
    QVERIFY(!robot.find(u"signInDialog"_s));
    // Signing out ends it for good.
    DO(m_stage->signOut());
    DO(robot.until(u"the sign-in to leave the keychain"_s,
                   [this] { return m_stage->keychain().names().size() == 1; }));
}

void TestFirstRun::startsOnceTheKeyIsBackInTheKeychain()
{
    Robot &robot = m_stage->robot();
    DO(m_stage->setUpServer());
    DO(m_stage->closeAndStop());
    const QString name = m_stage->keychain().names().constFirst();
    const auto key = m_stage->keychain().read(name).result();
    QVERIFY(key && *key);
    QVERIFY(m_stage->keychain().remove(name).result());

    m_stage->open();
    DO(robot.readsPart(u"messageText"_s, u"Acme does not start."_s));
    QVERIFY(!robot.find(u"password"_s)->isEnabled());
    QVERIFY(m_stage->keychain().write(name, **key).result());
    DO(robot.click(u"messageButton"_s));
    DO(robot.until(u"the password to be asked for"_s, [&robot] {
        const QWidget *field = robot.find(u"password"_s);
        return field && field->isEnabled();
    }));
    submitPassword(Stage::owner, Stage::password);
    DO(robot.type(u"code"_s, m_stage->nextCode()));
    DO(robot.reads(u"personMenu"_s, u"Signed in as karl"_s));
}

QTEST_MAIN(TestFirstRun)
#include "tst_firstrun.moc"
