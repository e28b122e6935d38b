// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakehostedserver.h"
#include "ui/pages/server/shareviewmodel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using model::ServerSetting;
using model::TlsMode;
using test::stateHere;
using test::stateOpen;
using ui::pages::server::ShareDraft;
using ui::pages::server::ShareViewModel;
using Step = ShareViewModel::Step;

class TestShareViewModel final : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FakeServerControl> m_control;
    std::unique_ptr<test::FakeSettingsGateway> m_settings;
    std::unique_ptr<test::FakeWays> m_ways;
    std::unique_ptr<ShareViewModel> m_model;

    void refuse(const QString &field, const QString &code, const QString &message)
    {
        m_settings->changeError = base::Error{.code = ErrorCode::InvalidFields,
                                              .message = message,
                                              .fields = {{field, code, message}}};
    }

private Q_SLOTS:
    void init()
    {
        m_control = std::make_unique<test::FakeServerControl>();
        m_settings = std::make_unique<test::FakeSettingsGateway>();
        m_ways = std::make_unique<test::FakeWays>();
        m_model = std::make_unique<ShareViewModel>(*m_control, *m_settings, *m_ways);
    }
    void cleanup() { m_model.reset(); }

    void proposesTheNameOfTheComputerAndThePortThatIsThere()
    {
        const ShareDraft draft =
            ShareViewModel::proposal(stateHere(), {u"desk"_s, u"192.168.7.5"_s});
        QCOMPARE(draft.name, u"desk"_s);
        QCOMPARE(int(draft.port), 8000);
        QCOMPARE(draft.tls, TlsMode::SelfSigned);
    }

    void proposesWhatHoldsAlready()
    {
        auto state = stateOpen();
        state.values.tls = {.mode = TlsMode::Files,
                            .certificate = u"/etc/c.pem"_s,
                            .key = u"/etc/k.pem"_s,
                            .names = {}};
        const ShareDraft draft = ShareViewModel::proposal(state, {u"other"_s});
        QCOMPARE(draft, (ShareDraft{.name = u"desk.local"_s,
                                    .port = 8443,
                                    .tls = TlsMode::Files,
                                    .certificate = u"/etc/c.pem"_s,
                                    .key = u"/etc/k.pem"_s}));
    }

    void setsEverythingInOneChange()
    {
        auto before = stateHere();
        before.values.listeners.append(u"127.0.0.1:8001=pipelit"_s);
        QSignalSpy applied(m_model.get(), &ShareViewModel::applied);
        m_model->apply({.name = u" desk.local "_s, .port = 8443}, before);
        QCOMPARE(m_settings->changes.size(), 1);
        const model::ServerSettingsChange &change = m_settings->changes.first();
        QCOMPARE(change.set,
                 (QSet{ServerSetting::Listeners, ServerSetting::Tls, ServerSetting::PublicUrl}));
        QCOMPARE(change.values.listeners,
                 (QStringList{u"0.0.0.0:8443"_s, u"127.0.0.1:8001=pipelit"_s}));
        QCOMPARE(change.values.publicUrl, u"https://desk.local:8443"_s);
        QCOMPARE(change.values.tls.mode, TlsMode::SelfSigned);
        QCOMPARE(change.values.tls.names, QStringList{u"desk.local"_s});
        QCOMPARE(m_control->follows, 1);
        QCOMPARE(applied.count(), 1);
        QCOMPARE(m_model->step(), Step::Done);
    }

    void takesANameAsPeopleWriteIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<quint16>("port");
        QTest::addColumn<QString>("address");
        QTest::newRow("a name") << u"desk"_s << quint16(8000) << u"https://desk:8000"_s;
        QTest::newRow("the usual port") << u"desk"_s << quint16(443) << u"https://desk"_s;
        QTest::newRow("an address")
            << u"192.168.7.5"_s << quint16(8000) << u"https://192.168.7.5:8000"_s;
        QTest::newRow("IPv6") << u"fd00::2"_s << quint16(8000) << u"https://[fd00::2]:8000"_s;
        QTest::newRow("IPv6 in brackets")
            << u"[fd00::2]"_s << quint16(8000) << u"https://[fd00::2]:8000"_s;
        QTest::newRow("a URL") << u"https://desk.local/"_s << quint16(8000)
                               << u"https://desk.local:8000"_s;
    }

    void takesANameAsPeopleWriteIt()
    {
        QFETCH(QString, typed);
        QFETCH(quint16, port);
        QFETCH(QString, address);
        m_model->apply({.name = typed, .port = port}, stateHere());
        QCOMPARE(m_settings->changes.size(), 1);
        QCOMPARE(m_settings->changes.first().values.publicUrl, address);
    }

    void asksNobodyWhenSomethingIsMissing()
    {
        m_model->apply({.name = u"  "_s, .port = 8000, .tls = TlsMode::Files}, stateHere());
        QVERIFY(!m_model->problems().name.isEmpty());
        QVERIFY(!m_model->problems().certificate.isEmpty());
        QVERIFY(!m_model->problems().key.isEmpty());
        m_model->apply({.name = u"two words"_s}, stateHere());
        QVERIFY(!m_model->problems().name.isEmpty());
        QVERIFY(m_model->problems().key.isEmpty());
        QVERIFY(m_settings->changes.isEmpty());
        QCOMPARE(m_model->step(), Step::Form);
    }

    void saysAtWhichFieldTheServerRefuses_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("place");
        QTest::newRow("port") << u"listeners"_s << u"taken"_s << u"0.0.0.0:80 is taken."_s << 1;
        QTest::newRow("name") << u"tls"_s << u"not_a_name"_s << u"\"a b\" is no name."_s << 0;
        QTest::newRow("public address")
            << u"public_url"_s << u"not_an_origin"_s << u"\"x\" is no address."_s << 0;
        QTest::newRow("certificate")
            << u"tls"_s << u"unusable"_s << u"Cannot read the certificate /c.pem: gone."_s << 2;
        QTest::newRow("key") << u"tls"_s << u"unusable"_s
                             << u"The private key /k.pem asks for a passphrase."_s << 3;
        QTest::newRow("both") << u"tls"_s << u"unusable"_s
                              << u"The private key /k.pem does not belong to /c.pem."_s << 2;
        QTest::newRow("elsewhere") << u"name"_s << u"required"_s << QString() << 4;
    }

    void saysAtWhichFieldTheServerRefuses()
    {
        QFETCH(QString, field);
        QFETCH(QString, code);
        QFETCH(QString, message);
        QFETCH(int, place);
        refuse(field, code, message);
        m_model->apply({.name = u"desk"_s,
                        .port = 8000,
                        .tls = TlsMode::Files,
                        .certificate = u"/c.pem"_s,
                        .key = u"/k.pem"_s},
                       stateHere());
        const auto &said = m_model->problems();
        const QStringList sentences{said.name, said.port, said.certificate, said.key, said.rest};
        for (int i = 0; i < sentences.size(); ++i)
            QCOMPARE(sentences.at(i).isEmpty(), i != place);
        QCOMPARE(m_model->step(), Step::Form);
    }

    void isDoneWhenOnlyTheAnswerWasLost()
    {
        m_settings->changeError = base::Error{.code = ErrorCode::Unreachable, .message = {}};
        m_settings->state = stateOpen();
        m_model->apply({.name = u"desk.local"_s, .port = 8443}, stateHere());
        QCOMPARE(m_model->step(), Step::Done);
        QCOMPARE(m_model->outcome(), std::optional(stateOpen()));
    }

    void isNotDoneWhenNothingHappened()
    {
        m_settings->changeError = base::Error{.code = ErrorCode::Unreachable, .message = {}};
        m_model->apply({.name = u"desk.local"_s, .port = 8443}, stateHere());
        QCOMPARE(m_model->step(), Step::Form);
        QVERIFY(!m_model->problems().rest.isEmpty());
    }

    void triesEveryWayInWithTheCertificateThatIsShown()
    {
        const QUrl name(u"https://desk.local:8443"_s);
        const QUrl address(u"https://192.168.7.5:8443"_s);
        m_ways->trusted[address] = "known before";
        m_ways->errors[name] = base::Error{.code = ErrorCode::TlsFailed, .message = {}};
        m_model->apply({.name = u"desk.local"_s, .port = 8443}, stateHere());
        QCOMPARE(m_ways->tried, (QList<std::pair<QUrl, QByteArray>>{
                                    {name, QByteArray(32, 'f')}, {address, QByteArray(32, 'f')}}));
        QVERIFY(!m_model->isTesting());
        QCOMPARE(m_model->tests().at(0).outcome->error().code, ErrorCode::TlsFailed);
        QVERIFY(m_model->tests().at(1).outcome->has_value());
        // What was trusted there is trusted again.
        QCOMPARE(m_ways->trusted.value(address), "known before"_ba);
        QCOMPARE(m_ways->trusted.value(name), QByteArray());
        m_ways->errors.clear();
        m_model->test();
        QVERIFY(m_model->tests().at(0).outcome->has_value());
    }
};

QTEST_GUILESS_MAIN(TestShareViewModel)
#include "tst_shareviewmodel.moc"
