// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// From a fresh machine to the first managed user, in the real windows over a real server in this
// process: host, set up with a second factor, quit, sign in with a code, and create, find, change,
// disable and delete a person.

#include "app/console/wiring.h"
#include "core/vault/memoryvault.h"
#include "screen.h"
#include "ui/widgets/secretlabel.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QUrlQuery>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QLabel>

using namespace authdesk;
using authdesk::tests::Screen;
using namespace Qt::StringLiterals;

class TestFirstHour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void setsUpAServer();
    void signsInWithACode();
    void createsAPerson();
    void findsAndChangesThePerson();
    void disablesAndDeletesThePerson();
    void ownAccountShowsTheFactor();
    void listsSeveralPeople();
    void recoversOnThisComputer();
    void cleanupTestCase();

private:
    void restart();
    [[nodiscard]] static QAbstractItemView *table()
    {
        return Screen::find<QAbstractItemView>(u"userTable"_s);
    }
    [[nodiscard]] static bool rowsAre(int count)
    {
        return QTest::qWaitFor([count] { return table() && table()->model()->rowCount() == count; },
                               10000);
    }
    static void chooseRow(int row)
    {
        const QModelIndex cell = table()->model()->index(row, 0);
        table()->scrollTo(cell);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(cell).center());
    }

    QTemporaryDir m_folder;
    vault::MemoryVault m_keychain; ///< a test leaves nothing in a real one
    std::unique_ptr<app::Wiring> m_program;
    Screen m_screen;
    QString m_secret;
    const QString m_password = u"quartz-lamp-outgrew-monday"_s;
};

void TestFirstHour::initTestCase()
{
    QApplication::setQuitOnLastWindowClosed(false);
    QVERIFY(m_folder.isValid());
    settings::ConsoleSettings settings(m_folder.path());
    settings.setTheme(Screen::isDark() ? settings::Theme::Dark : settings::Theme::Light);
    settings.flush();
    restart();
}

void TestFirstHour::restart()
{
    m_program.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_program = std::make_unique<app::Wiring>(*qApp, m_folder.path(),
                                              app::Surroundings{.vault = &m_keychain});
    m_program->start({});
}

void TestFirstHour::setsUpAServer()
{
    QVERIFY(Screen::waitFor(u"startServer"_s));
    Screen::picture(u"01-door"_s);
    m_screen = {};
    QVERIFY(m_screen.click(u"startServer"_s));
    QVERIFY(m_screen.type(u"serverName"_s, u"Acme"_s));
    Screen::picture(u"02-name"_s);
    QVERIFY(m_screen.click(u"continue"_s));
    QVERIFY(Screen::waitFor(u"youPage"_s));
    // The user name of the system is filled in; the test machine's own does not matter.
    if (Screen::find<QLineEdit>(u"username"_s)->text().isEmpty()) {
        QVERIFY(m_screen.type(u"username"_s, u"karl"_s));
        --m_screen.fields;
    }
    QVERIFY(m_screen.type(u"password"_s, m_password));
    Screen::picture(u"03-you"_s);
    QVERIFY(m_screen.click(u"create"_s));

    QVERIFY(Screen::waitFor(u"qr"_s));
    QString link;
    QVERIFY(QTest::qWaitFor(
        [this, &link] {
            link = Screen::readQrCode(u"qr"_s, m_folder.path());
            return link.startsWith(u"otpauth://"_s);
        },
        15000));
    Screen::picture(u"04-protect"_s);
    const QUrlQuery query{QUrl(link)};
    m_secret = query.queryItemValue(u"secret"_s);
    QCOMPARE(query.queryItemValue(u"issuer"_s), u"Acme"_s);
    QVERIFY(m_screen.type(u"code"_s, Screen::oathtool(m_secret)));

    QVERIFY(Screen::waitFor(u"recoveryPage"_s));
    Screen::picture(u"05-recovery"_s);
    QVERIFY(m_screen.click(u"copyCodes"_s));
    QVERIFY(m_screen.click(u"continue"_s));
    QVERIFY(Screen::waitFor(u"readyPage"_s));
    Screen::picture(u"06-ready"_s);
    QVERIFY(m_screen.click(u"open"_s));
    QVERIFY(Screen::waitFor(u"usersPage"_s));
    QVERIFY2(m_screen.clicks <= 6, qPrintable(QString::number(m_screen.clicks)));
    QVERIFY2(m_screen.fields <= 3, qPrintable(QString::number(m_screen.fields)));
    QVERIFY(Screen::waitFor(u"emptyState"_s));
    Screen::picture(u"07-users-first"_s);
    // The factor is on, so nothing warns of a missing one.
    QVERIFY(!Screen::find(u"noSecondFactor"_s));
}

void TestFirstHour::signsInWithACode()
{
    restart();
    QVERIFY(Screen::waitFor(u"signInDialog"_s));
    QCOMPARE(Screen::find(u"signInDialog"_s)->windowTitle(), u"Sign in – Acme – Authdesk"_s);
    Screen::picture(u"08-sign-in"_s);
    QVERIFY(m_screen.type(u"password"_s, u"wrong-password-1"_s));
    QVERIFY(m_screen.click(u"signIn"_s));
    QVERIFY(Screen::waitFor(u"messageText"_s));
    QVERIFY(Screen::find<QLabel>(u"messageText"_s)->text().contains(u"wait 15 minutes"_s));
    Screen::picture(u"09-sign-in-refused"_s);
    QVERIFY(m_screen.click(u"help"_s));
    Screen::picture(u"10-cannot-get-in"_s);
    QVERIFY(m_screen.click(u"help"_s));

    QVERIFY(m_screen.type(u"password"_s, m_password));
    QVERIFY(m_screen.click(u"signIn"_s));
    QVERIFY(Screen::waitFor(u"code"_s));
    Screen::picture(u"11-code"_s);
    // The step that the set-up used is spent; the server takes the next one as well.
    QVERIFY(m_screen.type(u"code"_s, Screen::oathtool(m_secret, 30)));
    QVERIFY(Screen::waitFor(u"usersPage"_s));
    QCOMPARE(Screen::find(u"mainWindow"_s)->windowTitle(), u"Acme – Users – Authdesk"_s);
}

void TestFirstHour::createsAPerson()
{
    QVERIFY(m_screen.click(u"addUserButton"_s));
    QVERIFY(m_screen.type(u"newFirstName"_s, u"Anna"_s));
    QVERIFY(m_screen.type(u"newLastName"_s, u"Kovac"_s));
    QVERIFY(m_screen.type(u"newUsername"_s, u"anna"_s));
    QVERIFY(m_screen.type(u"newEmail"_s, u"anna@acme.example"_s));
    Screen::picture(u"12-add-user"_s);
    QVERIFY(m_screen.click(u"createUserButton"_s));
    QVERIFY(Screen::waitFor(u"handoverSecret"_s));
    Screen::picture(u"13-created"_s);
    QVERIFY(m_screen.click(u"addUserDone"_s));
    QVERIFY(rowsAre(2));
}

void TestFirstHour::findsAndChangesThePerson()
{
    QVERIFY(m_screen.type(u"searchField"_s, u"kova"_s));
    QVERIFY(rowsAre(1));
    chooseRow(0);
    QVERIFY(Screen::waitFor(u"personPane"_s));
    QTRY_COMPARE(Screen::find<QLabel>(u"personName"_s)->text(), u"Anna Kovac"_s);
    Screen::picture(u"14-person"_s);
    QVERIFY(m_screen.type(u"lastName"_s, u"Novak"_s));
    QVERIFY(m_screen.click(u"saveButton"_s));
    QTRY_COMPARE(Screen::find<QLabel>(u"personName"_s)->text(), u"Anna Novak"_s);
    QVERIFY(m_screen.type(u"searchField"_s, u"novak"_s));
    QVERIFY(rowsAre(1));
}

void TestFirstHour::disablesAndDeletesThePerson()
{
    chooseRow(0);
    QVERIFY(m_screen.click(u"disableButton"_s));
    QVERIFY(Screen::waitFor(u"confirmDialog"_s));
    Screen::picture(u"15-disable"_s);
    QVERIFY(m_screen.click(u"confirm"_s));
    QVERIFY(Screen::waitFor(u"enableButton"_s));
    Screen::picture(u"16-disabled"_s);
    QVERIFY(m_screen.click(u"deleteButton"_s));
    QVERIFY(Screen::waitFor(u"confirmDialog"_s));
    Screen::picture(u"17-delete"_s);
    if (Screen::find(u"confirmWord"_s))
        QVERIFY(m_screen.type(u"confirmWord"_s, u"anna"_s));
    QVERIFY(m_screen.click(u"confirm"_s));
    // Nobody is found under the name any more, and without it only oneself is left.
    QVERIFY(Screen::waitFor(u"emptyState"_s));
    QVERIFY(m_screen.type(u"searchField"_s, u" "_s));
    QTest::keyClick(Screen::find(u"searchField"_s), Qt::Key_Backspace);
    QTRY_VERIFY(Screen::find<QLabel>(u"emptySentence"_s)
                && Screen::find<QLabel>(u"emptySentence"_s)->text().contains(u"Only you"_s));
}

void TestFirstHour::ownAccountShowsTheFactor()
{
    QVERIFY(m_screen.click(u"navigation-account"_s));
    QVERIFY(Screen::waitFor(u"accountPage"_s));
    QCOMPARE(Screen::find(u"mainWindow"_s)->windowTitle(), u"Acme – My account – Authdesk"_s);
    QVERIFY(Screen::waitFor(u"factorOff"_s));
    QVERIFY(!Screen::find(u"factorOn"_s));
    Screen::picture(u"18-account"_s);
    Screen::find(u"mainWindow"_s)->resize(900, 620);
    QVERIFY(m_screen.click(u"navigation-users"_s));
    Screen::picture(u"19-narrow"_s);
}

void TestFirstHour::listsSeveralPeople()
{
    Screen::find(u"mainWindow"_s)->resize(1180, 760);
    const QStringList people{u"Anna Kovac"_s, u"Ben Ode"_s, u"Cho Min"_s, u"Dana Roy"_s};
    for (const QString &name : people) {
        const QString first = name.section(u' ', 0, 0);
        QVERIFY(m_screen.click(u"addUserButton"_s));
        QVERIFY(m_screen.type(u"newFirstName"_s, first));
        QVERIFY(m_screen.type(u"newLastName"_s, name.section(u' ', 1)));
        QVERIFY(m_screen.type(u"newUsername"_s, first.toLower()));
        QVERIFY(m_screen.type(u"newEmail"_s, first.toLower() + u"@acme.example"_s));
        QVERIFY(m_screen.click(u"createUserButton"_s));
        QVERIFY(m_screen.click(u"addUserDone"_s));
        QTRY_VERIFY(!Screen::find(u"addUserDialog"_s));
    }
    QVERIFY(rowsAre(int(people.size()) + 1));
    chooseRow(1);
    QTRY_VERIFY(Screen::find<QLabel>(u"personName"_s)
                && Screen::find<QLabel>(u"personName"_s)->text() == u"Ben Ode"_s);
    Screen::picture(u"users"_s);
}

void TestFirstHour::recoversOnThisComputer()
{
    restart();
    QVERIFY(m_screen.click(u"help"_s));
    QVERIFY(m_screen.click(u"recover"_s));
    QVERIFY(Screen::waitFor(u"recoverDialog"_s));
    QVERIFY(m_screen.click(u"resetPassword"_s));
    QVERIFY(Screen::waitFor(u"rescueSecret"_s));
    Screen::picture(u"20-recover"_s);
    const QString oneTime =
        Screen::find<ui::widgets::SecretLabel>(u"rescueSecret"_s)->secret().toString();
    QVERIFY(!oneTime.isEmpty());
    QVERIFY(m_screen.click(u"close"_s));
    QVERIFY(m_screen.type(u"password"_s, oneTime));
    QVERIFY(m_screen.click(u"signIn"_s));
    // The second factor still stands before everything else.
    QVERIFY(Screen::waitFor(u"code"_s));
    QVERIFY(!Screen::find(u"newPassword"_s));
}

void TestFirstHour::cleanupTestCase()
{
    m_program.reset();
}

QTEST_MAIN(TestFirstHour)
#include "tst_firsthour.moc"
