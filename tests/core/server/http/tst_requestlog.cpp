// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/requestlog.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;
using namespace authdesk::server::http;

namespace {

class SetClock final : public base::Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    [[nodiscard]] qint64 monotonicMs() const override { return ms; }
    qint64 ms = 0;
};

RequestLog::Record recordOf(const QByteArray &path)
{
    RequestLog::Record record;
    record.path = path;
    record.method = "GET";
    return record;
}

} // namespace

class TestRequestLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatCameAfter();
    void keepsTheNewestThousand();
    void waitsForTheNextRequest();
    void givesUpWhenTheTimeIsOver();
    void answersWaitersAtTheEnd();
    void s49_controlCharactersAreSpelled();
};

void TestRequestLog::tellsWhatCameAfter()
{
    const SetClock clock;
    RequestLog log(clock);
    log.add(recordOf("/a"));
    log.add(recordOf("/b"));
    const auto all = log.after(0, 0).result();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.first().path, u"/a"_s);
    QCOMPARE(all.first().id, 1);
    const auto newer = log.after(1, 0).result();
    QCOMPARE(newer.size(), 1);
    QCOMPARE(newer.first().path, u"/b"_s);
    QVERIFY(log.after(2, 0).result().isEmpty());
}

void TestRequestLog::keepsTheNewestThousand()
{
    const SetClock clock;
    RequestLog log(clock);
    for (int i = 1; i <= 1500; ++i)
        log.add(recordOf("/" + QByteArray::number(i)));
    const auto all = log.after(0, 0).result();
    QCOMPARE(all.size(), RequestLog::capacity);
    QCOMPARE(all.first().path, u"/501"_s);
    QCOMPARE(all.last().path, u"/1500"_s);
    QCOMPARE(all.last().id, 1500);
}

void TestRequestLog::waitsForTheNextRequest()
{
    const SetClock clock;
    RequestLog log(clock);
    const auto waiting = log.after(0, 30);
    QVERIFY(!waiting.isFinished());
    log.add(recordOf("/a"));
    QVERIFY(waiting.isFinished());
    QCOMPARE(waiting.result().size(), 1);
}

void TestRequestLog::givesUpWhenTheTimeIsOver()
{
    SetClock clock;
    RequestLog log(clock);
    const auto waiting = log.after(0, 5);
    clock.ms = 4999;
    log.endOverdueWaits();
    QVERIFY(!waiting.isFinished());
    clock.ms = 5000;
    log.endOverdueWaits();
    QVERIFY(waiting.isFinished());
    QVERIFY(waiting.result().isEmpty());
}

void TestRequestLog::answersWaitersAtTheEnd()
{
    const SetClock clock;
    auto log = std::make_unique<RequestLog>(clock);
    const auto waiting = log->after(0, 5);
    log.reset();
    QVERIFY(waiting.isFinished());
    QVERIFY(waiting.result().isEmpty());
}

void TestRequestLog::s49_controlCharactersAreSpelled()
{
    auto record = recordOf("/a\r\nPOST /b");
    record.method = "G\nT";
    Principal principal;
    principal.username = u"eve\u2028admin"_s;
    record.principal = std::make_shared<const Principal>(principal);
    const model::RequestEntry entry = RequestLog::entryOf(record);
    QCOMPARE(entry.path, u"/a%0D%0APOST /b"_s);
    QCOMPARE(entry.method, u"G%0AT"_s);
    QCOMPARE(entry.username, u"eve%2028admin"_s);
}

QTEST_GUILESS_MAIN(TestRequestLog)
#include "tst_requestlog.moc"
