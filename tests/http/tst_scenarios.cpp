// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every endpoint, asked over a real connection: the tables stand in the headers beside this.

#include "tests/http/accountscenarios.h"
#include "tests/http/managementscenarios.h"
#include "tests/http/pipelitscenarios.h"

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

private:
    template <typename Table>
    static void run(const Table &table)
    {
        QFETCH(int, row);
        TestServer server;
        ScenarioRunner(server).run(table[row]);
    }
};

} // namespace authdesk::tests

QTEST_GUILESS_MAIN(authdesk::tests::TestScenarios)
#include "tst_scenarios.moc"
