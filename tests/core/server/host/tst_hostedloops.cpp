// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server inside this program, as the window starts it.
#include "core/server/config/configuration.h"
#include "core/server/host/localserverimpl.h"
#include "tests/support/httpclient.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;
using authdesk::tests::exchange;
using server::host::LocalServerImpl;

class TestHostedLoops final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasAsManyLoopsAsTheProgramOfItsOwn();
    void tellsAnAddressOfThisComputer();

private:
    [[nodiscard]] base::Result<QUrl> start(LocalServerImpl &server) const
    {
        return server
            .start({.dataFolder = m_folder.filePath(u"data"_s),
                    .port = 0,
                    .serverName = {},
                    .masterKey = {}})
            .result();
    }
    QTemporaryDir m_folder;
};

void TestHostedLoops::hasAsManyLoopsAsTheProgramOfItsOwn()
{
#ifndef Q_OS_LINUX
    QSKIP("Threads are counted by /proc.");
#endif
    LocalServerImpl server({.memoryKiB = 8, .passes = 1});
    QVERIFY(start(server));
    int loops = 0;
    for (const QString &task : QDir(u"/proc/self/task"_s).entryList(QDir::Dirs)) {
        QFile name(u"/proc/self/task/%1/comm"_s.arg(task));
        if (name.open(QIODevice::ReadOnly) && name.readAll().startsWith("http "))
            ++loops;
    }
    QCOMPARE(loops, server::config::defaultWorkers());
}

void TestHostedLoops::tellsAnAddressOfThisComputer()
{
    LocalServerImpl server({.memoryKiB = 8, .passes = 1});
    const auto first = start(server);
    QVERIFY(first);
    const auto setUp =
        exchange(*first, {.method = "POST",
                          .path = "/admin/v1/setup",
                          .body = "{\"username\":\"ada\",\"password\":\"viola under willows\"}"});
    const QByteArray everywhere = "0.0.0.0:" + QByteArray::number(first->port());
    QCOMPARE(exchange(*first, {.method = "PATCH",
                               .path = "/admin/v1/settings/server",
                               .token = setUp.text("access_token"_L1),
                               .body = "{\"listeners\":[\"" + everywhere + "\"]}"})
                 .status,
             200);
    const auto again = start(server);
    QVERIFY(again);
    QCOMPARE(again->toString(), u"http://127.0.0.1:%1"_s.arg(first->port()));
    QCOMPARE(server.address(), *again);
    QCOMPARE(exchange(*again, {.method = "GET", .path = "/healthz"}).status, 200);
}

QTEST_GUILESS_MAIN(TestHostedLoops)
#include "tst_hostedloops.moc"
