// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page *Server* as a person uses it: the windows that app/console wires, over a server that
// really runs in the same process, with keys and clicks. It is stopped and started, opened to other
// machines and closed again, and whoever is signed in stays so.

#include "core/settings/consolesettings.h"
#include "core/settings/serverprofiles.h"
#include "screen.h"
#include "tests/gui/support/stage.h"
#include "tests/gui/support/steps.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rowtable.h"

#include <QtCore/QProcess>
#include <QtGui/QClipboard>
#include <QtNetwork/QSslSocket>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>

using namespace authdesk;
using namespace authdesk::tests;
using namespace Qt::StringLiterals;
using ui::widgets::RowTable;

class TestHostedServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void everythingIsCopiedSeenAndHeldStill();
    void stopsAndStartsWithoutANewSignIn();
    void letsOthersInAndShutsThemOut();
    void startsAgainAsItWasShared();
    void followsWhatSomebodyElseChanges();

private:
    void open();
    void openPage();
    void share();
    [[nodiscard]] bool copy(const QString &button) { return m_stage->robot().click(button); }
    [[nodiscard]] static QString clipboard() { return QApplication::clipboard()->text(); }
    /// What a shell prints for a line.
    [[nodiscard]] static QString run(const QString &line);
    [[nodiscard]] settings::ServerProfile profile() const;

    std::unique_ptr<Stage> m_stage;
};

void TestHostedServer::initTestCase()
{
    // As in the program: windows hand over to each other.
    QApplication::setQuitOnLastWindowClosed(false);
    QVERIFY(QSslSocket::supportsSsl());
}

void TestHostedServer::cleanup()
{
    m_stage.reset();
}

void TestHostedServer::open()
{
    m_stage = std::make_unique<Stage>();
    {
        settings::ConsoleSettings settings(m_stage->folder());
        settings.setTheme(Screen::isDark() ? settings::Theme::Dark : settings::Theme::Light);
    }
    DO(m_stage->setUpServer());
}

void TestHostedServer::openPage()
{
    Robot &robot = m_stage->robot();
    DO(robot.click(u"navigation-server"_s));
    DO(robot.sees(u"serverPage"_s));
    DO(robot.reads(u"serverState"_s, u"Running"_s));
}

QString TestHostedServer::run(const QString &line)
{
    QProcess shell;
    shell.setProcessChannelMode(QProcess::MergedChannels);
    shell.start(u"sh"_s, {u"-c"_s, line});
    // The server answers from threads of its own.
    shell.waitForFinished();
    return QString::fromUtf8(shell.readAll());
}

settings::ServerProfile TestHostedServer::profile() const
{
    settings::ServerProfiles profiles(m_stage->folder());
    return profiles.load() && !profiles.all().isEmpty() ? profiles.all().first()
                                                        : settings::ServerProfile();
}

void TestHostedServer::everythingIsCopiedSeenAndHeldStill()
{
    STEP(open);
    STEP(openPage);
    Robot &robot = m_stage->robot();
    DO(robot.readsPart(u"serverSince"_s, u"Started"_s));
    DO(robot.reads(u"whoReachesIt"_s, u"Only this computer."_s));
    DO(robot.reads(u"serverAddress"_s, m_stage->address().toString()));
    DO(copy(u"copyServerAddress"_s));
    QCOMPARE(clipboard(), m_stage->address().toString());
    DO(copy(u"copy-curlLine"_s));
    const QString said = run(clipboard());
    QVERIFY2(said.startsWith(u"HTTP/1.1 200"_s) || said.contains(u"\nHTTP/1.1 200"_s),
             qPrintable(said));

    const auto rowOf = [&robot](const QString &what) {
        const auto *table = robot.find<RowTable>(u"requestsTable"_s);
        for (int row = 0; table && row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 1).data().toString() == what)
                return row;
        }
        return -1;
    };
    DO(robot.until(u"the request to be seen"_s,
                   [&] { return rowOf(u"GET /api/v1/auth/setup-status/"_s) >= 0; }));
    QCOMPARE(rowOf(u"GET /admin/v1/requests"_s), -1); // this page's own
    Screen::picture(u"50-server"_s);
    DO(robot.click(u"pauseRequests"_s));
    DO(robot.reads(u"pauseRequests"_s, u"Go on"_s));
    QCOMPARE(exchange(m_stage->address(), {"GET", "/healthz"}).status, 200);
    DO(robot.click(u"pauseRequests"_s));
    DO(robot.until(u"what came meanwhile"_s, [&] { return rowOf(u"GET /healthz"_s) >= 0; }));
    auto *window = robot.find(u"mainWindow"_s);
    window->resize(820, 560);
    QTRY_COMPARE(window->size(), QSize(820, 560)); // nothing asks for more
    Screen::picture(u"51-server-narrow"_s);
}

void TestHostedServer::stopsAndStartsWithoutANewSignIn()
{
    STEP(open);
    STEP(openPage);
    Robot &robot = m_stage->robot();
    DO(robot.click(u"stopServerHere"_s));
    DO(robot.sees(u"confirmDialog"_s));
    QVERIFY(robot.words(u"confirmDialog"_s).contains(u"Nobody but you is signed in now."_s));
    Screen::picture(u"52-stop-server"_s);
    DO(robot.press(Qt::Key_Escape));
    DO(robot.misses(u"confirmDialog"_s));
    QCOMPARE(exchange(m_stage->address(), {"GET", "/healthz"}).status, 200);

    DO(robot.click(u"stopServerHere"_s));
    DO(robot.click(u"confirm"_s));
    DO(robot.reads(u"serverState"_s, u"Stopped"_s));
    QCOMPARE(exchange(m_stage->address(), {"GET", "/healthz"}).status, 0);
    DO(robot.reads(u"whoReachesIt"_s, u"Nobody, until it is started."_s));
    Screen::picture(u"53-server-stopped"_s);

    DO(robot.click(u"startServerHere"_s));
    DO(robot.reads(u"serverState"_s, u"Running"_s));
    DO(robot.reads(u"serverAddress"_s, m_stage->address().toString()));
    DO(robot.click(u"navigation-users"_s));
    DO(m_stage->addAnna());
    QVERIFY(!robot.find(u"signInDialog"_s));
}

void TestHostedServer::share()
{
    Robot &robot = m_stage->robot();
    DO(robot.click(u"letOthersIn"_s));
    DO(robot.sees(u"shareForm"_s));
    Screen::picture(u"54-share"_s);
    DO(robot.click(u"applyShare"_s));
    DO(robot.sees(u"shareResult"_s));
    DO(robot.until(u"the tries to end"_s, [&] {
        const QString said = robot.words(u"shareResult"_s);
        return !said.contains(u"is being tried"_s)
               && (said.contains(u"A firewall"_s) || said.contains(u"no address in a network"_s));
    }));
    Screen::picture(u"55-shared"_s);
}

void TestHostedServer::letsOthersInAndShutsThemOut()
{
    STEP(open);
    STEP(openPage);
    STEP(share);
    Robot &robot = m_stage->robot();
    DO(copy(u"copy-sharedFingerprint"_s));
    const QString fingerprint = clipboard();
    DO(robot.click(u"shareDone"_s));
    DO(robot.misses(u"shareDialog"_s));
    DO(robot.readsPart(u"whoReachesIt"_s, u"Every machine in this computer's network"_s));
    DO(robot.readsPart(u"tlsState"_s, u"made here"_s));
    DO(copy(u"copy-fingerprint"_s));
    QCOMPARE(clipboard(), fingerprint);
    DO(robot.readsPart(u"fingerprint"_s, fingerprint.left(11)));
    Screen::picture(u"56-server-shared"_s);
    // The line still works, and trusts that certificate only.
    DO(copy(u"copy-curlLine"_s));
    QVERIFY(clipboard().contains(u"--cacert"_s));
    const QString said = run(clipboard());
    QVERIFY2(said.contains(u"HTTP/1.1 200"_s), qPrintable(said));
    // The console went along: it goes on working, and says where the way is safe now.
    DO(robot.reads(u"safety"_s, u"Encrypted (TLS)"_s));
    DO(robot.click(u"navigation-users"_s));
    DO(m_stage->addAnna());
    DO(robot.readsPart(u"handoverAddress"_s, profile().hosted->publicAddress.toString()));
    DO(robot.click(u"addUserDone"_s));
    DO(robot.misses(u"addUserDialog"_s));
    QCOMPARE(profile().address.scheme(), u"https"_s);
    QCOMPARE(profile().address.host(), u"127.0.0.1"_s);
    QCOMPARE(profile().trustedCertificate.toHex(':').toUpper(), fingerprint.toLatin1());

    STEP(openPage);
    DO(robot.click(u"closeToOthers"_s));
    DO(robot.sees(u"confirmDialog"_s));
    Screen::picture(u"57-shut-out"_s);
    DO(robot.click(u"confirm"_s));
    DO(robot.reads(u"whoReachesIt"_s, u"Only this computer."_s));
    DO(robot.reads(u"serverAddress"_s, m_stage->address().toString()));
    DO(robot.reads(u"safety"_s, u"Not encrypted (http)"_s));
    QCOMPARE(profile().address, m_stage->address());
    QVERIFY(profile().trustedCertificate.isEmpty());
    DO(robot.click(u"navigation-users"_s));
    DO(robot.counts(u"userTable"_s, 2));
    QVERIFY(!robot.find(u"signInDialog"_s));
}

void TestHostedServer::startsAgainAsItWasShared()
{
    STEP(open);
    STEP(openPage);
    STEP(share);
    Robot &robot = m_stage->robot();
    DO(robot.click(u"shareDone"_s));
    DO(m_stage->closeAndStop());
    m_stage->open();
    DO(robot.sees(u"signInDialog"_s));
    DO(robot.type(u"password"_s, Stage::password));
    DO(robot.press(Qt::Key_Return));
    DO(robot.sees(u"code"_s));
    DO(robot.type(u"code"_s, m_stage->nextCode()));
    DO(robot.sees(u"usersPage"_s));
    STEP(openPage);
    DO(robot.readsPart(u"whoReachesIt"_s, u"Every machine in this computer's network"_s));
}

void TestHostedServer::followsWhatSomebodyElseChanges()
{
    STEP(open);
    STEP(openPage);
    Robot &robot = m_stage->robot();
    // Beside the window: TLS alone, at the same place.
    QCOMPARE(m_stage
                 ->ask("PATCH", "/admin/v1/settings/server",
                       QByteArrayLiteral(R"({"tls":{"mode":"self-signed"}})"))
                 .status,
             200);
    // Asked before the window knows of it, the list comes all the same.
    DO(robot.click(u"navigation-sessions"_s));
    DO(robot.counts(u"sessionsTable"_s, 2));
    DO(robot.misses(u"sessionsMessage"_s));
    STEP(openPage);
    DO(robot.readsPart(u"tlsState"_s, u"made here"_s));
    DO(robot.reads(u"whoReachesIt"_s, u"Only this computer."_s));
    QVERIFY(!robot.find(u"signInDialog"_s));
}

QTEST_MAIN(TestHostedServer)
#include "tst_hostedserver.moc"
