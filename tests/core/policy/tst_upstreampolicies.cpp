// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The ten kinds of policies that OpenArchiver's people try theirs with, written anew from what each
// is for, and what each must answer.

#include "core/model/statementjson.h"
#include "core/policy/bound.h"
#include "core/policy/policy.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using authdesk::model::Action;
using authdesk::model::Statement;
using authdesk::model::Subject;
namespace model = authdesk::model;
namespace policy = authdesk::policy;

class TestUpstreamPolicies final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void thereAreTen();
};

namespace {

struct PolicySet
{
    const char *name;
    const char *json;
};

constexpr PolicySet sets[] = {
    {"admin", R"([{"action":"manage","subject":"all"}])"},
    {"read-only-all", R"([{"action":["read","search"],)"
                      R"("subject":["ingestion","archive","dashboard","users","roles"]}])"},
    {"auditor-specific-sources",
     R"([{"action":["read","search"],"subject":"archive",)"
     R"("conditions":{"ingestionSourceId":{"$in":["s-1","s-2"]}}},)"
     R"({"action":"read","subject":"ingestion","conditions":{"id":{"$in":["s-1","s-2"]}}}])"},
    {"auditor-specific-mailbox",
     R"([{"action":["read","search"],"subject":"archive",)"
     R"("conditions":{"ingestionSourceId":"s-1"}},)"
     R"({"action":["read","search"],"subject":"archive","inverted":true,)"
     R"("conditions":{"userEmail":"chief@example.org"},"reason":"Not the chief's."}])"},
    {"search-only-archive", R"([{"action":"search","subject":"archive"}])"},
    {"deny-only-archive", R"([{"action":"read","subject":"archive","inverted":true,)"
                          R"("conditions":{"userEmail":"chief@example.org"}}])"},
    {"end-user",
     R"([{"action":"read","subject":"dashboard"},{"action":"create","subject":"ingestion"},)"
     R"({"action":"manage","subject":"ingestion","conditions":{"userId":"${user.id}"}},)"
     R"({"action":"manage","subject":"archive",)"
     R"("conditions":{"ingestionSource.userId":"${user.id}"}}])"},
    {"single-ingestion-access",
     R"([{"action":["read","sync"],"subject":"ingestion","conditions":{"id":"s-1"}},)"
     R"({"action":["read","search"],"subject":"archive",)"
     R"("conditions":{"ingestionSourceId":{"$eq":"s-1"}}}])"},
    {"ingestion-admin", R"([{"action":"manage","subject":"ingestion"}])"},
    {"user-manager",
     R"([{"action":"manage","subject":"users"},{"action":"read","subject":"roles"}])"},
};

/// Of user u-1.
QList<Statement> statementsOf(const QByteArray &name)
{
    for (const PolicySet &set : sets) {
        if (name != set.name)
            continue;
        const auto statements = model::readStatements(QJsonDocument::fromJson(set.json).array(),
                                                      model::StatementSpelling::Casl);
        if (!statements)
            qFatal("%s is not read", set.name);
        return policy::bound(*statements, {{u"id"_s, u"u-1"_s}});
    }
    qFatal("There is no %s", name.constData());
}

} // namespace

void TestUpstreamPolicies::answers_data()
{
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<Action>("action");
    QTest::addColumn<Subject>("subject");
    QTest::addColumn<QByteArray>("resource");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<int>("statement");
    const auto row = [](const char *name, const char *set, Action action, Subject subject,
                        const char *resource, bool allowed, int statement) {
        QTest::newRow(name) << QByteArray(set) << action << subject << QByteArray(resource)
                            << allowed << statement;
    };
    constexpr const char *admin = "admin";
    row("the admin manages all", admin, Action::Manage, Subject::All, "", true, 0);
    row("the admin reads a mail", admin, Action::Read, Subject::Archive, R"({"userEmail":"x"})",
        true, 0);

    constexpr const char *reader = "read-only-all";
    row("the reader searches", reader, Action::Search, Subject::Archive, "", true, 0);
    row("the reader reads roles", reader, Action::Read, Subject::Roles, "", true, 0);
    row("the reader deletes no mail", reader, Action::Delete, Subject::Archive, "", false, -1);
    row("the reader reads no settings", reader, Action::Read, Subject::Settings, "", false, -1);

    constexpr const char *sources = "auditor-specific-sources";
    row("a mail of the second source", sources, Action::Read, Subject::Archive,
        R"({"ingestionSourceId":"s-2"})", true, 0);
    row("a mail of another source", sources, Action::Read, Subject::Archive,
        R"({"ingestionSourceId":"s-3"})", false, -1);
    row("a mail of no source", sources, Action::Read, Subject::Archive, "{}", false, -1);
    row("some mail", sources, Action::Search, Subject::Archive, "", true, 0);
    row("the source itself", sources, Action::Read, Subject::Ingestion, R"({"id":"s-1"})", true, 1);
    row("no sync of the source", sources, Action::Sync, Subject::Ingestion, R"({"id":"s-1"})",
        false, -1);

    constexpr const char *mailbox = "auditor-specific-mailbox";
    row("a mail of anybody", mailbox, Action::Read, Subject::Archive,
        R"({"ingestionSourceId":"s-1","userEmail":"eva@example.org"})", true, 0);
    row("a mail of the chief", mailbox, Action::Read, Subject::Archive,
        R"({"ingestionSourceId":"s-1","userEmail":"chief@example.org"})", false, 1);
    row("the chief elsewhere", mailbox, Action::Read, Subject::Archive,
        R"({"ingestionSourceId":"s-9","userEmail":"chief@example.org"})", false, 1);
    row("there is mail to read", mailbox, Action::Read, Subject::Archive, "", true, 0);

    constexpr const char *search = "search-only-archive";
    row("search alone", search, Action::Search, Subject::Archive, "{}", true, 0);
    row("search is not read", search, Action::Read, Subject::Archive, "{}", false, -1);

    constexpr const char *deny = "deny-only-archive";
    row("a denial alone forbids its own", deny, Action::Read, Subject::Archive,
        R"({"userEmail":"chief@example.org"})", false, 0);
    row("a denial alone grants nothing", deny, Action::Read, Subject::Archive,
        R"({"userEmail":"eva@example.org"})", false, -1);
    row("a denial alone, no mail", deny, Action::Read, Subject::Archive, "", false, -1);

    constexpr const char *endUser = "end-user";
    row("their own source", endUser, Action::Sync, Subject::Ingestion, R"({"userId":"u-1"})", true,
        2);
    row("somebody else's source", endUser, Action::Sync, Subject::Ingestion, R"({"userId":"u-2"})",
        false, -1);
    row("a new source", endUser, Action::Create, Subject::Ingestion, R"({"userId":"u-2"})", true,
        1);
    row("mail of their own source", endUser, Action::Delete, Subject::Archive,
        R"({"ingestionSource":{"userId":"u-1"}})", true, 3);
    row("mail of somebody else's source", endUser, Action::Read, Subject::Archive,
        R"({"ingestionSource":{"userId":"u-2"}})", false, -1);
    row("mail that is nobody's", endUser, Action::Read, Subject::Archive,
        R"({"ingestionSource":null})", false, -1);
    row("the dashboard", endUser, Action::Read, Subject::Dashboard, "", true, 0);
    row("no users", endUser, Action::Read, Subject::Users, "", false, -1);

    constexpr const char *single = "single-ingestion-access";
    row("sync of the one source", single, Action::Sync, Subject::Ingestion, R"({"id":"s-1"})", true,
        0);
    row("sync of another one", single, Action::Sync, Subject::Ingestion, R"({"id":"s-2"})", false,
        -1);
    row("its mail", single, Action::Search, Subject::Archive, R"({"ingestionSourceId":"s-1"})",
        true, 1);
    row("no other source is made", single, Action::Create, Subject::Ingestion, "", false, -1);

    constexpr const char *keeper = "ingestion-admin";
    row("every source", keeper, Action::Manage, Subject::Ingestion, "", true, 0);
    row("and no mail", keeper, Action::Read, Subject::Archive, "", false, -1);

    constexpr const char *people = "user-manager";
    row("people are managed", people, Action::Manage, Subject::Users, "", true, 0);
    row("roles are seen", people, Action::Read, Subject::Roles, "", true, 1);
    row("roles are not changed", people, Action::Update, Subject::Roles, "", false, -1);
    row("which is not managing all", people, Action::Manage, Subject::All, "", false, -1);
}

void TestUpstreamPolicies::answers()
{
    QFETCH(QByteArray, set);
    QFETCH(Action, action);
    QFETCH(Subject, subject);
    QFETCH(QByteArray, resource);
    QFETCH(bool, allowed);
    QFETCH(int, statement);
    const QJsonObject attributes = QJsonDocument::fromJson(resource).object();
    const policy::Decision decision =
        policy::decide(statementsOf(set), {.action = action,
                                           .subject = subject,
                                           .resource = resource.isEmpty() ? nullptr : &attributes});
    QCOMPARE(decision.allowed, allowed);
    QCOMPARE(int(decision.statement.value_or(-1)), statement);
}

void TestUpstreamPolicies::thereAreTen()
{
    QCOMPARE(std::size(sets), std::size_t(10));
    for (const PolicySet &set : sets)
        QVERIFY2(!statementsOf(set.name).isEmpty(), set.name);
}

QTEST_GUILESS_MAIN(TestUpstreamPolicies)
#include "tst_upstreampolicies.moc"
