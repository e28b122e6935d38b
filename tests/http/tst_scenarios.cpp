// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every endpoint, asked over a real connection: the tables stand in the headers beside this.

#include "tests/http/accountscenarios.h"
#include "tests/http/managementscenarios.h"
#include "tests/http/pipelitscenarios.h"
#include "tests/http/pipelituserscenarios.h"

namespace authdesk::tests {

class TestScenarios final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void account_data() { nameRows(accountScenarios); }
    void account() { run(accountScenarios); }
    void management_data() { nameRows(managementScenarios); }
    void management() { run(managementScenarios); }
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
    void pipelitUsersAreNotAtTheRoot_data() { nameRows(pipelitUserScenarios); }
    void pipelitUsersAreNotAtTheRoot();

private:
    static Place underPrefix()
    {
        return {.prefix = "/pipelit", .system = QStringLiteral("pipelit")};
    }
    static Place onOwnPort()
    {
        return {.isOwnListener = true, .system = QStringLiteral("pipelit")};
    }

    template <typename Table>
    static void run(const Table &table, const Place &place = {})
    {
        QFETCH(int, row);
        TestServer server(
            {.ownListeners = place.isOwnListener ? QStringList{place.system} : QStringList()});
        ScenarioRunner(server, place).run(table[row]);
    }
};

/// The page that is printed names none of them, and other systems have paths of the same names.
void TestScenarios::pipelitUsersAreNotAtTheRoot()
{
    QFETCH(int, row);
    Scenario scenario = pipelitUserScenarios[row];
    TestServer server;
    scenario.status = 404;
    scenario.contains = "";
    scenario.mustNot = "";
    scenario.afterwards = "";
    ScenarioRunner(server).run(scenario);
}

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestScenarios)
#include "tst_scenarios.moc"
