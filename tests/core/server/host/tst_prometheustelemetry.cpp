// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/prometheustelemetry.h"

#include <QtTest/QTest>

#include <thread>
#include <vector>

using namespace authdesk;
using namespace Qt::StringLiterals;
using server::host::PrometheusTelemetry;
using server::host::TelemetryReadings;

class tst_PrometheusTelemetry final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PrometheusTelemetry> m_telemetry;

    /// The value of a line that begins so; empty: there is none.
    [[nodiscard]] QByteArray value(const QByteArray &name, const TelemetryReadings &readings = {})
    {
        for (const QByteArray &line : m_telemetry->exposition(readings).split('\n')) {
            if (line.startsWith(name + ' '))
                return line.sliced(name.size() + 1);
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_telemetry = std::make_unique<PrometheusTelemetry>(
            QStringList{u"authdesk"_s, u"pipelit"_s},
            QDateTime::fromMSecsSinceEpoch(1'790'000'010'500, Qt::UTC));
    }

    void countsRequestsBySystemAndClass()
    {
        for (const int status : {200, 204, 304, 404, 503})
            m_telemetry->requestAnswered(u"pipelit"_s, status);
        m_telemetry->requestAnswered({}, 200);
        QCOMPARE(value("authdesk_requests_total{status=\"2xx\",system=\"pipelit\"}"), "2");
        QCOMPARE(value("authdesk_requests_total{status=\"3xx\",system=\"pipelit\"}"), "1");
        QCOMPARE(value("authdesk_requests_total{status=\"4xx\",system=\"pipelit\"}"), "1");
        QCOMPARE(value("authdesk_requests_total{status=\"5xx\",system=\"pipelit\"}"), "1");
        QCOMPARE(value("authdesk_requests_total{status=\"2xx\",system=\"none\"}"), "1");
        QCOMPARE(value("authdesk_requests_total{status=\"2xx\",system=\"authdesk\"}"), "0");
    }

    void makesNoLabelOfWhatItDoesNotKnow()
    {
        const qsizetype lines = m_telemetry->exposition({}).count('\n');
        m_telemetry->requestAnswered(u"made\"up\nsystem"_s, 200);
        m_telemetry->requestAnswered({}, 99999);
        m_telemetry->requestAnswered({}, -1);
        QCOMPARE(m_telemetry->exposition({}).count('\n'), lines);
        QCOMPARE(value("authdesk_requests_total{status=\"2xx\",system=\"none\"}"), "1");
    }

    void countsSignInsAndConnections()
    {
        m_telemetry->signInEnded(base::SignInEnd::Succeeded);
        m_telemetry->signInEnded(base::SignInEnd::Refused);
        m_telemetry->signInEnded(base::SignInEnd::Refused);
        QCOMPARE(value("authdesk_sign_ins_total{result=\"succeeded\"}"), "1");
        QCOMPARE(value("authdesk_sign_ins_total{result=\"refused\"}"), "2");
        m_telemetry->connectionOpened();
        m_telemetry->connectionOpened();
        m_telemetry->connectionClosed();
        QCOMPARE(value("authdesk_connections"), "1");
    }

    void followsWhatIsReadElsewhere()
    {
        TelemetryReadings readings{.hashes = 7,
                                   .hashesWaiting = 3,
                                   .hashWaitSeconds = 0.5,
                                   .writes = 20,
                                   .writeGroups = 4,
                                   .sessions = 9};
        QCOMPARE(value("authdesk_hashes_total", readings), "7");
        QCOMPARE(value("authdesk_hash_queue_length", readings), "3");
        QCOMPARE(value("authdesk_hash_wait_seconds_total", readings), "0.5");
        QCOMPARE(value("authdesk_database_writes_total", readings), "20");
        QCOMPARE(value("authdesk_database_write_groups_total", readings), "4");
        QCOMPARE(value("authdesk_sessions", readings), "9");
        readings.hashes = 8;
        readings.hashesWaiting = 0;
        QCOMPARE(value("authdesk_hashes_total", readings), "8");
        QCOMPARE(value("authdesk_hash_queue_length", readings), "0");
    }

    void saysWhatItIsAndSinceWhen()
    {
        QCOMPARE(value("authdesk_build_info{version=\"" AUTHDESK_VERSION "\"}"), "1");
        QVERIFY(value("process_start_time_seconds").toDouble() > 1'790'000'010);
        QVERIFY(m_telemetry->exposition({}).contains("# TYPE authdesk_requests_total counter\n"));
    }

    void losesNoCountOfManyThreads()
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([this] {
                for (int i = 0; i < 1000; ++i)
                    m_telemetry->requestAnswered(u"authdesk"_s, 200);
            });
        }
        threads.clear();
        QCOMPARE(value("authdesk_requests_total{status=\"2xx\",system=\"authdesk\"}"), "4000");
    }
};

QTEST_GUILESS_MAIN(tst_PrometheusTelemetry)
#include "tst_prometheustelemetry.moc"
