// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/gateway/detection.h"

#include <QtCore/QPromise>
#include <QtTest/QTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using gateway::Sighting;

namespace {

/// Answers from a table by scheme and host; remembers where it looked.
class FakeProbe final : public gateway::Probe
{
public:
    FakeProbe(QString system, QHash<QString, base::Result<Sighting>> answers, QStringList &looked)
        : m_system(std::move(system))
        , m_answers(std::move(answers))
        , m_looked(looked)
    {
    }
    QString system() const override { return m_system; }
    QString displayName() const override { return m_system.toUpper(); }
    QFuture<base::Result<Sighting>> look(const QUrl &address) override
    {
        m_looked.append(m_system + u' ' + address.toString());
        QPromise<base::Result<Sighting>> promise;
        promise.start();
        promise.addResult(m_answers.value(address.toString(),
                                          base::fail(ErrorCode::Unreachable, u"Nobody there."_s)));
        promise.finish();
        return promise.future();
    }

private:
    QString m_system;
    QHash<QString, base::Result<Sighting>> m_answers;
    QStringList &m_looked;
};

QStringList textsOf(const QList<gateway::Candidate> &candidates)
{
    QStringList texts;
    for (const auto &candidate : candidates)
        texts.append(candidate.address.toString(QUrl::FullyEncoded));
    return texts;
}

} // namespace

class TestDetection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAddressesInAnyForm_data();
    void readsAddressesInAnyForm();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void asksProbesInOrderAndStopsAtTheFirst();
    void flagsPlainHttpBeyondLoopback();
    void tellsThatSecureWasTried();
    void tellsAnUnknownServerFromNone();
    void endsWithCancelledAtDestruction();
};

void TestDetection::readsAddressesInAnyForm_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("candidates");
    QTest::newRow("a name") << u"acme.example"_s
                            << QStringList{u"https://acme.example"_s, u"http://acme.example"_s};
    QTest::newRow("a name with spaces around")
        << u"  Acme.Example "_s << QStringList{u"https://acme.example"_s, u"http://acme.example"_s};
    QTest::newRow("this computer")
        << u"localhost:8000"_s
        << QStringList{u"http://localhost:8000"_s, u"https://localhost:8000"_s};
    QTest::newRow("a loopback number")
        << u"127.0.0.1:9"_s << QStringList{u"http://127.0.0.1:9"_s, u"https://127.0.0.1:9"_s};
    QTest::newRow("bare IPv6 loopback")
        << u"::1"_s << QStringList{u"http://[::1]"_s, u"https://[::1]"_s};
    QTest::newRow("IPv6 with a port")
        << u"[2001:db8::1]:8443"_s
        << QStringList{u"https://[2001:db8::1]:8443"_s, u"http://[2001:db8::1]:8443"_s};
    QTest::newRow("a scheme is kept")
        << u"http://acme.example"_s << QStringList{u"http://acme.example"_s};
    QTest::newRow("a path is tried, then the origin")
        << u"https://acme.example/x/?a=b#c"_s
        << QStringList{u"https://acme.example/x"_s, u"https://acme.example"_s};
}

void TestDetection::readsAddressesInAnyForm()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, candidates);
    const auto read = gateway::candidatesFor(typed);
    QVERIFY(read);
    QCOMPARE(textsOf(*read), candidates);
}

void TestDetection::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << QString();
    QTest::newRow("two words") << u"my server"_s;
    QTest::newRow("another scheme") << u"ftp://acme.example"_s;
    QTest::newRow("a file") << u"file:///etc/passwd"_s;
    QTest::newRow("port zero") << u"localhost:0"_s;
    QTest::newRow("a port that is none") << u"localhost:99999"_s;
    QTest::newRow("name and password") << u"https://karl:secret@acme.example"_s;
}

void TestDetection::refusesWhatIsNoAddress()
{
    QFETCH(QString, typed);
    const auto read = gateway::candidatesFor(typed);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidFields);
    QCOMPARE(read.error().fields.constFirst().field, u"address"_s);
    QVERIFY(!read.error().message.contains(u"secret"_s));
}

void TestDetection::asksProbesInOrderAndStopsAtTheFirst()
{
    QStringList looked;
    const QString address = u"http://localhost:8000"_s;
    std::vector<std::unique_ptr<gateway::Probe>> probes;
    probes.push_back(std::make_unique<FakeProbe>(
        u"one"_s, QHash<QString, base::Result<Sighting>>{{address, Sighting{}}}, looked));
    probes.push_back(std::make_unique<FakeProbe>(
        u"two"_s,
        QHash<QString, base::Result<Sighting>>{
            {address,
             Sighting{.recognised = true, .setup = gateway::SetupState{.needsSetup = true}}}},
        looked));
    probes.push_back(
        std::make_unique<FakeProbe>(u"three"_s, QHash<QString, base::Result<Sighting>>(), looked));
    gateway::Detector detector(std::move(probes));
    const auto found = detector.detect(u"localhost:8000"_s).result();
    QVERIFY(found);
    QCOMPARE(found->displayName, u"TWO"_s);
    QVERIFY(found->sighting.setup->needsSetup);
    QVERIFY(found->loopback);
    QVERIFY(!found->sendsPasswordUnencrypted());
    QCOMPARE(looked, (QStringList{u"one http://localhost:8000"_s, u"two http://localhost:8000"_s}));
}

void TestDetection::flagsPlainHttpBeyondLoopback()
{
    QStringList looked;
    std::vector<std::unique_ptr<gateway::Probe>> probes;
    probes.push_back(
        std::make_unique<FakeProbe>(u"one"_s,
                                    QHash<QString, base::Result<Sighting>>{
                                        {u"http://acme.example"_s, Sighting{.recognised = true}}},
                                    looked));
    gateway::Detector detector(std::move(probes));
    const auto found = detector.detect(u"acme.example"_s).result();
    QVERIFY(found);
    QVERIFY(found->sendsPasswordUnencrypted());
    QCOMPARE(looked, (QStringList{u"one https://acme.example"_s, u"one http://acme.example"_s}));
}

void TestDetection::tellsThatSecureWasTried()
{
    QStringList looked;
    const base::Error untrusted{.code = ErrorCode::TlsFailed, .message = u"Not trusted."_s};
    std::vector<std::unique_ptr<gateway::Probe>> probes;
    probes.push_back(
        std::make_unique<FakeProbe>(u"one"_s,
                                    QHash<QString, base::Result<Sighting>>{
                                        {u"https://acme.example"_s, std::unexpected(untrusted)},
                                        {u"http://acme.example"_s, Sighting{.recognised = true}}},
                                    looked));
    gateway::Detector detector(std::move(probes));
    const auto found = detector.detect(u"acme.example"_s).result();
    QVERIFY(found);
    QCOMPARE(found->sighting.reasons, QStringList{u"Not trusted."_s});
    const auto onlyHttps = detector.detect(u"https://acme.example"_s).result();
    QCOMPARE(onlyHttps.error().code, ErrorCode::TlsFailed);
}

void TestDetection::tellsAnUnknownServerFromNone()
{
    QStringList looked;
    std::vector<std::unique_ptr<gateway::Probe>> probes;
    probes.push_back(std::make_unique<FakeProbe>(
        u"one"_s, QHash<QString, base::Result<Sighting>>{{u"https://other.example"_s, Sighting{}}},
        looked));
    gateway::Detector detector(std::move(probes));
    QCOMPARE(detector.detect(u"other.example"_s).result().error().code, ErrorCode::NotFound);
    QCOMPARE(detector.detect(u"nobody.example"_s).result().error().code, ErrorCode::Unreachable);
}

void TestDetection::endsWithCancelledAtDestruction()
{
    class SilentProbe final : public gateway::Probe
    {
    public:
        SilentProbe() { m_promise.start(); }
        QString system() const override { return u"silent"_s; }
        QString displayName() const override { return u"Silent"_s; }
        QFuture<base::Result<Sighting>> look(const QUrl &) override { return m_promise.future(); }

    private:
        QPromise<base::Result<Sighting>> m_promise;
    };
    std::vector<std::unique_ptr<gateway::Probe>> probes;
    probes.push_back(std::make_unique<SilentProbe>());
    auto detector = std::make_unique<gateway::Detector>(std::move(probes));
    const auto future = detector->detect(u"acme.example"_s);
    QVERIFY(!future.isFinished());
    detector.reset();
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestDetection)
#include "tst_detection.moc"
