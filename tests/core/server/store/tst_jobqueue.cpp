// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/jobqueue.h"

#include <QtTest/QTest>

#include <thread>

namespace authdesk::server::store {

using namespace std::chrono_literals;

namespace {

/// So long that a test which waits for its end is ended first.
constexpr auto ages = 1h;
constexpr std::size_t many = 256;

JobQueue::TaskPointer urgentTask()
{
    return std::make_shared<Task>();
}

JobQueue::TaskPointer patientTask(std::chrono::steady_clock::duration patience = ages)
{
    auto task = std::make_shared<Task>();
    task->patientUntil = std::chrono::steady_clock::now() + patience;
    return task;
}

std::size_t takenFrom(JobQueue &queue, std::size_t maximum = many)
{
    const auto tasks = queue.take(maximum, std::nullopt);
    return tasks ? tasks->size() : 0;
}

} // namespace

class TestJobQueue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patientTasksGoWithTheNextUrgentOne();
    void anUrgentTaskEndsTheWaitOfPatientOnes();
    void aPatientTaskIsTakenWhenItsTimeIsUp();
    void aFullGroupWaitsForNothing();
    void closingEndsAllPatience();
    void keepsTheOrder();
};

void TestJobQueue::patientTasksGoWithTheNextUrgentOne()
{
    JobQueue queue;
    for (int i = 0; i < 3; ++i)
        QVERIFY(queue.push(patientTask()));
    QVERIFY(queue.push(urgentTask()));
    QCOMPARE(takenFrom(queue), 4U);
}

void TestJobQueue::anUrgentTaskEndsTheWaitOfPatientOnes()
{
    JobQueue queue;
    std::size_t taken = 0;
    {
        const std::jthread taker([&] { taken = takenFrom(queue); });
        QVERIFY(queue.push(patientTask()));
        QVERIFY(queue.push(patientTask()));
        QVERIFY(queue.push(urgentTask()));
    }
    QCOMPARE(taken, 3U);
}

void TestJobQueue::aPatientTaskIsTakenWhenItsTimeIsUp()
{
    JobQueue queue;
    QVERIFY(queue.push(patientTask(1ms)));
    QVERIFY(queue.push(patientTask()));
    QCOMPARE(takenFrom(queue), 2U);
}

void TestJobQueue::aFullGroupWaitsForNothing()
{
    JobQueue queue;
    for (int i = 0; i < 3; ++i)
        QVERIFY(queue.push(patientTask()));
    QCOMPARE(takenFrom(queue, 2), 2U);
}

void TestJobQueue::closingEndsAllPatience()
{
    JobQueue queue;
    QVERIFY(queue.push(patientTask()));
    queue.close();
    QVERIFY(!queue.push(patientTask()));
    QCOMPARE(takenFrom(queue), 1U);
    QVERIFY(!queue.take(many, std::nullopt));
}

void TestJobQueue::keepsTheOrder()
{
    JobQueue queue;
    const auto first = patientTask();
    const auto second = urgentTask();
    const auto third = patientTask();
    for (const auto &task : {first, second, third})
        QVERIFY(queue.push(task));
    const auto taken = queue.take(many, std::nullopt);
    QVERIFY(taken);
    QCOMPARE(*taken, (std::vector{first, second, third}));
}

} // namespace authdesk::server::store

QTEST_GUILESS_MAIN(authdesk::server::store::TestJobQueue)
#include "tst_jobqueue.moc"
