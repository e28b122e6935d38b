// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A scenario of the HTTP tests is one row; this reads the rows and runs each against a server of
// its own, so that they run alone and in any order.
#pragma once

#include "tests/http/cast.h"
#include "tests/http/openapi.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

namespace authdesk::tests {

/// `<person.field>` stands for a field of the cast anywhere in path, headers, body, before and
/// contains.
struct Scenario
{
    const char *name;
    const char *method;
    const char *path;
    /// A person's token; "person's key" for Pipelit's, "person's api key"; "person's jwt"
    /// for ndastro's, "person's flat" for Bloqd's, "person's read key" for one of a level; ""
    /// nobody; "junk"; "fresh"
    const char *who;
    const char *body;
    int status;
    const char *contains = "";   ///< texts in head or body, split by '|'
    const char *mustNot = "";    ///< texts in neither
    const char *afterwards = ""; ///< "users=3 sessions=2", counted in the store
    const char *headers = "";    ///< lines, split by '|'
    const char *before = "";     ///< calls, a line each: METHOD path body; or people
};

/// Names the rows of a table; the test function fetches "row", the index.
template <typename Table>
void nameRows(const Table &table)
{
    QTest::addColumn<int>("row");
    for (std::size_t row = 0; row < std::size(table); ++row)
        QTest::newRow(table[row].name) << int(row);
}

/// Where a table is asked: at the root, under a system's prefix, or on a listener of its own.
struct Place
{
    QByteArray prefix = {};
    bool isOwnListener = false;
    QString system = {}; ///< whose document describes it; empty: the root's
};

class ScenarioRunner final
{
public:
    explicit ScenarioRunner(TestServer &server, Place place = {})
        : m_server(server)
        , m_place(std::move(place))
        , m_document(systems::routes::openApiDocument(m_place.system))
        , m_cast(server)
    {
    }

    void run(const Scenario &scenario)
    {
        const bool isFresh = qstrcmp(scenario.who, "fresh") == 0;
        if (!isFresh)
            (void)m_cast.value("admin", "token");
        const QByteArray path = filled(scenario.path);
        const QByteArray body = filled(scenario.body);
        const QByteArray token = isFresh ? QByteArray() : tokenOf(scenario.who);
        QList<QByteArray> headers;
        for (const QByteArray &line : filled(scenario.headers).split('|')) {
            if (!line.isEmpty())
                headers.append(line);
        }
        for (const QByteArray &line : filled(scenario.before).split('\n')) {
            const qsizetype first = line.indexOf(' ');
            if (first < 0)
                continue; // A person who only has to be there.
            const qsizetype second = line.indexOf(' ', first + 1);
            (void)m_server.call({.method = line.first(first),
                                 .path = line.mid(first + 1, second < 0 ? -1 : second - first - 1),
                                 .body = second < 0 ? QByteArray() : line.sliced(second + 1)});
        }
        const QByteArray contains = filled(scenario.contains);
        const QByteArray mustNot = filled(scenario.mustNot);
        const HttpCall call{.method = scenario.method,
                            .path = m_place.prefix + path,
                            .token = token,
                            .body = body,
                            .headers = headers};
        const HttpAnswer answer =
            m_place.isOwnListener ? exchange(m_server.ownUrl(), call) : m_server.call(call);
        checkAgainstDocument(scenario.method, path, answer);
        const QByteArray all = answer.head + "\n" + answer.body;
        QVERIFY2(answer.status == scenario.status,
                 ("answered " + QByteArray::number(answer.status) + ' ' + answer.body).constData());
        for (const QByteArray &text : contains.split('|'))
            QVERIFY2(all.contains(text), ('"' + text + "\" is not in\n" + all).constData());
        for (const QByteArray &text : mustNot.split('|'))
            QVERIFY2(text.isEmpty() || !all.contains(text),
                     ('"' + text + "\" is in\n" + all).constData());
        for (const QByteArray &count : QByteArray(scenario.afterwards).split(' ')) {
            if (!count.isEmpty())
                QCOMPARE(counted(count.split('=').first()), count);
        }
    }

private:
    /// Every answer of a described operation is one that is described, whatever the row says.
    void checkAgainstDocument(const QByteArray &method, const QByteArray &path,
                              const HttpAnswer &answer) const
    {
        const QJsonObject operation = m_document.operation(method, path);
        if (operation.isEmpty())
            return;
        const QString type =
            QString::fromLatin1(answer.header("Content-Type").split(';').first().trimmed());
        const QString complaint = m_document.complaint(operation, answer.status, answer.body, type);
        QVERIFY2(complaint.isEmpty(), qUtf8Printable(complaint));
    }

    QByteArray tokenOf(const QByteArray &who)
    {
        if (who.isEmpty())
            return {};
        if (who == "junk")
            return "bm90LWEtdG9rZW4";
        if (who.endsWith("'s api key"))
            return m_cast.value(who.chopped(10), "apikey");
        if (who.endsWith("'s flat"))
            return m_cast.value(who.chopped(7), "flat");
        for (const QByteArray level : {"read", "write", "admin"}) {
            const QByteArray suffix = "'s " + level + " key";
            if (who.endsWith(suffix))
                return m_cast.value(who.chopped(suffix.size()), level + "key");
        }
        if (who.endsWith("'s jwt"))
            return m_cast.value(who.chopped(6), "jwt");
        if (who.endsWith("'s archive token"))
            return m_cast.value(who.chopped(16), "archiver");
        if (who.endsWith("'s key"))
            return m_cast.value(who.chopped(6), "key");
        return m_cast.value(who, "token");
    }

    QByteArray filled(const QByteArray &text)
    {
        static const QRegularExpression hole(QStringLiteral("<([a-z]+)\\.([a-z_0-9]+)>"));
        QString result = QString::fromUtf8(text);
        for (auto match = hole.match(result); match.hasMatch(); match = hole.match(result))
            result.replace(match.captured(),
                           QString::fromUtf8(m_cast.value(match.captured(1).toLatin1(),
                                                          match.captured(2).toLatin1())));
        return result.toUtf8();
    }

    /// "users=3": rows of the store, seen by someone who may see all.
    QByteArray counted(const QByteArray &what)
    {
        server::service::Actor all;
        all.statements = {{.actions = {model::Action::Manage}, .subjects = {model::Subject::All}}};
        server::service::SessionQuery mostSessions;
        mostSessions.limit = 200;
        qint64 count = -1;
        if (what == "users") {
            if (const auto page = m_server.services().users().list(all, {}))
                count = page->total;
        } else if (what == "sessions") {
            if (const auto page = m_server.services().sessions().list(all, mostSessions))
                count = page->items.size();
        }
        return what + '=' + QByteArray::number(count);
    }

    TestServer &m_server;
    Place m_place;
    OpenApi m_document;
    Cast m_cast;
};

} // namespace authdesk::tests
