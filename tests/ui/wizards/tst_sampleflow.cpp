// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/vault/memoryvault.h"
#include "fakeserver.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakerandom.h"
#include "ui/wizards/sampleflow.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using ui::wizards::SampleFlow;

class TestSampleFlow final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::ConsoleSettings> m_settings;
    std::unique_ptr<settings::ServerProfiles> m_profiles;
    std::unique_ptr<vault::MemoryVault> m_vault;
    wizardtest::Script m_script;
    std::unique_ptr<wizardtest::FakeFactory> m_factory;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<gateway::Detector> m_detector;
    std::unique_ptr<SampleFlow> m_flow;
    tests::FakeClock m_clock;
    tests::FakeRandom m_random;

    [[nodiscard]] QStringList left() const
    {
        return QDir(m_folder->path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<settings::ConsoleSettings>(m_folder->path());
        m_profiles = std::make_unique<settings::ServerProfiles>(m_folder->path());
        m_vault = std::make_unique<vault::MemoryVault>();
        m_script = {};
        m_factory = std::make_unique<wizardtest::FakeFactory>(m_script);
        m_workspace = std::make_unique<workspace::Workspace>(*m_factory, *m_profiles, *m_vault);
        m_detector =
            std::make_unique<gateway::Detector>(std::vector<std::unique_ptr<gateway::Probe>>());
        m_flow = std::make_unique<SampleFlow>(ui::wizards::WizardContext{
            .workspace = *m_workspace,
            .settings = *m_settings,
            .detector = *m_detector,
            .makeServer = [this]() -> std::unique_ptr<hosting::LocalServer> {
                return std::make_unique<wizardtest::FakeLocalServer>(m_script);
            },
            .random = m_random,
            .clock = m_clock,
            .sampleFolder = m_folder->path()});
    }
    void cleanup()
    {
        m_flow.reset();
        m_workspace.reset();
    }

    void opensAServerThatIsInNoListAndLeavesNothing()
    {
        QSignalSpy ready(m_flow.get(), &SampleFlow::ready);
        m_flow->start();
        QCOMPARE(ready.count(), 1);
        QCOMPARE(m_script.loaded.size(), 500);
        // The key and the password are in nobody's hands but this program's.
        QCOMPARE(m_script.starts.size(), 1);
        QCOMPARE(m_script.starts.first().masterKey.view().size(), 64);
        QVERIFY(m_script.setUps.first().password.view().size() >= 20);
        QVERIFY(m_vault->names().isEmpty());
        QVERIFY(m_profiles->all().isEmpty());
        auto sample = m_flow->take();
        QVERIFY(sample);
        QCOMPARE(left(), QStringList{sample->profileId()});
        const auto *open = m_workspace->find(sample->profileId());
        QVERIFY(open && open->isSignedIn());
        QVERIFY(!open->isKept());
        m_workspace->close(sample->profileId());
        sample.reset();
        QCOMPARE(m_script.running, 0);
        QCOMPARE(left(), QStringList());
        QVERIFY(m_vault->names().isEmpty());
    }

    void saysWhyAndLeavesNothing_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("it does not start") << 0;
        QTest::newRow("it cannot be set up") << 1;
        QTest::newRow("nobody can be put in") << 2;
    }

    void saysWhyAndLeavesNothing()
    {
        QFETCH(int, step);
        const base::Error why{.code = ErrorCode::DiskFull, .message = {}};
        std::array<std::optional<base::Error> *, 3>{&m_script.startError, &m_script.setUpError,
                                                    &m_script.loadError}[std::size_t(step)]
            ->emplace(why);
        QSignalSpy failed(m_flow.get(), &SampleFlow::failed);
        m_flow->start();
        QCOMPARE(failed.count(), 1);
        QCOMPARE(m_script.running, 0);
        QCOMPARE(left(), QStringList());
        QVERIFY(m_workspace->servers().isEmpty());
    }

    void leavesNothingWhenItIsGivenUp()
    {
        m_script.holdsStart = true;
        QSignalSpy ready(m_flow.get(), &SampleFlow::ready);
        QSignalSpy failed(m_flow.get(), &SampleFlow::failed);
        m_flow->start();
        QVERIFY(m_flow->isUnderWay());
        m_flow->cancel();
        QCOMPARE(left(), QStringList());
        m_script.held->addResult(QUrl(u"http://127.0.0.1:1"_s));
        m_script.held->finish();
        QCoreApplication::processEvents();
        QCOMPARE(ready.count() + failed.count(), 0);
        QVERIFY(m_script.setUps.isEmpty());
    }

    void removesWhatACrashLeft()
    {
        QDir folder(m_folder->path());
        QVERIFY(folder.mkpath(u"sample-Ab12cd/deep"_s));
        QVERIFY(folder.mkpath(u"servers/acme"_s));
        QFile file(folder.filePath(u"sample-Ab12cd/authdesk.sqlite"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(SampleFlow::removeLeftovers(m_folder->path()));
        QCOMPARE(left(), QStringList{u"servers"_s});
    }
};

QTEST_GUILESS_MAIN(TestSampleFlow)
#include "tst_sampleflow.moc"
