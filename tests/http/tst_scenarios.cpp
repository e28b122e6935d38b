// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every endpoint, asked over a real connection: the tables stand in the headers beside this.

#include "tests/http/accountscenarios.h"
#include "tests/http/bloqdscenarios.h"
#include "tests/http/languagescenarios.h"
#include "tests/http/managementscenarios.h"
#include "tests/http/ndastroscenarios.h"
#include "tests/http/ndastrouserscenarios.h"
#include "tests/http/openarchiverscenarios.h"
#include "tests/http/pipelitscenarios.h"
#include "tests/http/pipelituserscenarios.h"
#include "tests/http/settingsscenarios.h"
#include "tests/http/transferscenarios.h"

namespace authdesk::tests {

class TestScenarios final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void account_data() { nameRows(accountScenarios); }
    void account() { run(accountScenarios); }
    void management_data() { nameRows(managementScenarios); }
    void management() { run(managementScenarios); }
    void languages_data() { nameRows(languageScenarios); }
    void languages() { run(languageScenarios); }
    void auditOfAGermanRefusalStaysEnglish();
    void transfer_data() { nameRows(transferScenarios); }
    void transfer() { run(transferScenarios); }
    void pipelit_data() { nameRows(pipelitScenarios); }
    void pipelit() { run(pipelitScenarios); }
    void pipelitAcrossMounts_data() { nameRows(pipelitRootScenarios); }
    void pipelitAcrossMounts() { run(pipelitRootScenarios); }
    void pipelitUnderItsPrefix_data() { nameRows(pipelitScenarios); }
    void pipelitUnderItsPrefix() { run(pipelitScenarios, underPrefix()); }
    void pipelitOnItsOwnPort_data() { nameRows(pipelitScenarios); }
    void pipelitOnItsOwnPort() { run(pipelitScenarios, onOwnPort()); }
    void pipelitUsers_data() { nameRows(pipelitUserScenarios); }
    void pipelitUsers() { run(pipelitUserScenarios, underPrefix()); }
    void pipelitUsersOnTheirOwnPort_data() { nameRows(pipelitUserScenarios); }
    void pipelitUsersOnTheirOwnPort() { run(pipelitUserScenarios, onOwnPort()); }
    void pipelitUsersAreNotAtTheRoot() { findNothingAtTheRoot(pipelitUserScenarios); }
    void ndastro_data() { nameRows(ndastroScenarios); }
    void ndastro() { run(ndastroScenarios); }
    void ndastroBesideOthers_data() { nameRows(ndastroRootScenarios); }
    void ndastroBesideOthers() { run(ndastroRootScenarios); }
    void ndastroUnderItsPrefix_data() { nameRows(ndastroScenarios); }
    void ndastroUnderItsPrefix() { run(ndastroScenarios, underPrefix("ndastro")); }
    void ndastroAloneUnderItsPrefix_data() { nameRows(ndastroAloneScenarios); }
    void ndastroAloneUnderItsPrefix() { run(ndastroAloneScenarios, underPrefix("ndastro")); }
    void ndastroOnItsOwnPort_data() { nameRows(ndastroScenarios); }
    void ndastroOnItsOwnPort() { run(ndastroScenarios, onOwnPort("ndastro")); }
    void ndastroAloneOnItsOwnPort_data() { nameRows(ndastroAloneScenarios); }
    void ndastroAloneOnItsOwnPort() { run(ndastroAloneScenarios, onOwnPort("ndastro")); }
    void openArchiver_data() { nameRows(openArchiverSignInScenarios); }
    void openArchiver() { run(openArchiverSignInScenarios); }
    void openArchiverBesideOthers_data() { nameRows(openArchiverRootScenarios); }
    void openArchiverBesideOthers() { run(openArchiverRootScenarios); }
    void openArchiverUnderItsPrefix_data() { nameRows(openArchiverScenarios); }
    void openArchiverUnderItsPrefix() { run(openArchiverScenarios, underPrefix("openarchiver")); }
    void openArchiverOnItsOwnPort_data() { nameRows(openArchiverScenarios); }
    void openArchiverOnItsOwnPort() { run(openArchiverScenarios, onOwnPort("openarchiver")); }
    void openArchiverSignsInUnderItsPrefix_data() { nameRows(openArchiverSignInScenarios); }
    void openArchiverSignsInUnderItsPrefix()
    {
        run(openArchiverSignInScenarios, underPrefix("openarchiver"));
    }
    void ndastroUsers_data() { nameRows(ndastroUserScenarios); }
    void ndastroUsers() { run(ndastroUserScenarios, underPrefix("ndastro")); }
    void ndastroUsersOnTheirOwnPort_data() { nameRows(ndastroUserScenarios); }
    void ndastroUsersOnTheirOwnPort() { run(ndastroUserScenarios, onOwnPort("ndastro")); }
    void ndastroUsersAreNotAtTheRoot() { findNothingAtTheRoot(ndastroUserScenarios); }
    void bloqd_data() { nameRows(bloqdScenarios); }
    void bloqd() { run(bloqdScenarios); }
    void bloqdBesideOthers_data() { nameRows(bloqdRootScenarios); }
    void bloqdBesideOthers() { run(bloqdRootScenarios); }
    void bloqdUnderItsPrefix_data() { nameRows(bloqdScenarios); }
    void bloqdUnderItsPrefix() { run(bloqdScenarios, underPrefix("bloqd")); }
    void bloqdAloneUnderItsPrefix_data() { nameRows(bloqdAloneScenarios); }
    void bloqdAloneUnderItsPrefix() { run(bloqdAloneScenarios, underPrefix("bloqd")); }
    void bloqdOnItsOwnPort_data() { nameRows(bloqdScenarios); }
    void bloqdOnItsOwnPort() { run(bloqdScenarios, onOwnPort("bloqd")); }
    void bloqdAloneOnItsOwnPort_data() { nameRows(bloqdAloneScenarios); }
    void bloqdAloneOnItsOwnPort() { run(bloqdAloneScenarios, onOwnPort("bloqd")); }
    void settings_data() { nameRows(settingsScenarios); }
    void settings() { run(settingsScenarios); }

private:
    static Place underPrefix(const QByteArray &system = "pipelit")
    {
        return {.prefix = '/' + system, .system = QString::fromLatin1(system)};
    }
    static Place onOwnPort(const QByteArray &system = "pipelit")
    {
        return {.isOwnListener = true, .system = QString::fromLatin1(system)};
    }

    template <typename Table>
    static void run(const Table &table, const Place &place = {})
    {
        QFETCH(int, row);
        TestServer server(
            {.ownListeners = place.isOwnListener ? QStringList{place.system} : QStringList()});
        ScenarioRunner(server, place).run(table[row]);
    }
    template <typename Table>
    static void findNothingAtTheRoot(const Table &table);
};

/// The page that is printed names none of them, and other systems have paths of the same names.
template <typename Table>
void TestScenarios::findNothingAtTheRoot(const Table &table)
{
    TestServer server;
    Cast cast(server);
    const QByteArray admin = cast.value("admin", "token");
    static const QRegularExpression hole(QStringLiteral("<[a-z._]+>"));
    QSet<QByteArray> asked;
    for (const Scenario &scenario : table) {
        QString path = QString::fromLatin1(scenario.path);
        path.replace(hole, QStringLiteral("1"));
        const HttpCall call{
            .method = scenario.method, .path = path.toLatin1(), .token = admin, .body = "{}"};
        if (asked.contains(call.method + call.path))
            continue;
        asked.insert(call.method + call.path);
        QVERIFY2(server.call(call).status == 404, call.path.constData());
    }
    QVERIFY(asked.size() > 20);
}

void TestScenarios::auditOfAGermanRefusalStaysEnglish()
{
    TestServer server;
    Cast cast(server);
    const QByteArray token = cast.value("admin", "token");
    const HttpAnswer refused =
        server.call({.method = "POST",
                     .path = "/admin/v1/sign-in",
                     .body = R"({"login":"ada","password":"not-the-password"})",
                     .headers = {"Accept-Language: de"}});
    QVERIFY(refused.body.contains("Passwort ist falsch"));
    const HttpAnswer audit = server.call({.method = "GET",
                                          .path = "/admin/v1/audit-events?action=sign_in.failed",
                                          .token = token,
                                          .headers = {"Accept-Language: de"}});
    QVERIFY2(audit.body.contains("wrong_password"), audit.body.constData());
    QVERIFY(!audit.body.contains("asswort"));
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestScenarios)
#include "tst_scenarios.moc"
