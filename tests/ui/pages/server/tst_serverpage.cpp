// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakehostedserver.h"
#include "tests/support/fakeclock.h"
#include "ui/pages/server/serverpage.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"

#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTableView>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using test::stateHere;
using test::stateOpen;
using ui::pages::server::ServerPage;
namespace widgets = ui::widgets;

class TestServerPage final : public QObject
{
    Q_OBJECT

    tests::FakeClock m_clock;
    test::FakeServerControl *m_control = nullptr;
    std::unique_ptr<test::FakeSettingsGateway> m_settings;
    std::unique_ptr<test::FakeRequests> m_requests;
    std::unique_ptr<test::FakeSessions> m_sessions;
    std::unique_ptr<test::FakeWays> m_ways;
    std::unique_ptr<ServerPage> m_page;

    template <typename T>
    [[nodiscard]] T *find(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    void click(const QString &name)
    {
        // What is made while its page shows comes up a moment later.
        QTRY_VERIFY2(find<QPushButton>(name) && find<QPushButton>(name)->isVisible()
                         && find<QPushButton>(name)->isEnabled(),
                     qPrintable(name));
        QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton);
    }
    void open()
    {
        m_page->resize(1100, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->activated();
    }

private Q_SLOTS:
    void init()
    {
        auto control = std::make_unique<test::FakeServerControl>();
        m_control = control.get();
        m_settings = std::make_unique<test::FakeSettingsGateway>();
        m_requests = std::make_unique<test::FakeRequests>();
        m_sessions = std::make_unique<test::FakeSessions>();
        m_ways = std::make_unique<test::FakeWays>();
        m_page = std::make_unique<ServerPage>(
            ui::pages::server::ServerPageContext{.control = std::move(control),
                                                 .settings = *m_settings,
                                                 .requests = m_requests.get(),
                                                 .sessions = m_sessions.get(),
                                                 .factory = *m_ways,
                                                 .serverName = u"Acme"_s,
                                                 .dataFolder = u"/data/acme"_s,
                                                 .names = {u"desk"_s, u"192.168.7.5"_s},
                                                 .clock = m_clock});
    }
    void cleanup() { m_page.reset(); }

    void tellsWhereItAnswersAndCopiesIt()
    {
        open();
        QCOMPARE(find<widgets::Chip>(u"serverState"_s)->text(), u"Running"_s);
        QCOMPARE(find<QLabel>(u"serverAddress"_s)->text(), u"http://127.0.0.1:8000"_s);
        QCOMPARE(find<QLabel>(u"whoReachesIt"_s)->text(), u"Only this computer."_s);
        click(u"copyServerAddress"_s);
        QCOMPARE(QApplication::clipboard()->text(), u"http://127.0.0.1:8000"_s);
        click(u"copy-curlLine"_s);
        QCOMPARE(QApplication::clipboard()->text(),
                 u"curl -i http://127.0.0.1:8000/api/v1/auth/setup-status/"_s);
        QVERIFY(!find<QPushButton>(u"closeToOthers"_s)->isVisible());
    }

    void showsWhatItIsAskedAndHoldsStill()
    {
        open();
        m_requests->answer(test::FakeRequests::Entries{
            test::FakeRequests::entry(1, u"/api/v1/auth/setup-status/"_s)});
        auto *table = find<QTableView>(u"requestsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        click(u"pauseRequests"_s);
        QVERIFY(find<QLabel>(u"requestsState"_s)->text().startsWith(u"Held still."_s));
        QCOMPARE(find<QPushButton>(u"pauseRequests"_s)->text(), u"Go on"_s);
        m_page->hide();
        m_page->show();
        QCOMPARE(m_requests->asked.size(), 1); // still held
    }

    void asksBeforeItStopsAndNamesWhoIsIn()
    {
        model::Session session;
        session.username = u"anna"_s;
        m_sessions->sessions = {session};
        open();
        click(u"stopServerHere"_s);
        auto *dialog = find<widgets::ConfirmDialog>(u"confirmDialog"_s);
        QVERIFY(dialog);
        bool named = false;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            named = named || label->text().contains(u"anna"_s);
        QVERIFY(named);
        dialog->reject();
        QCOMPARE(m_control->stops, 0);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

        click(u"stopServerHere"_s);
        find<widgets::ConfirmDialog>(u"confirmDialog"_s)->verbButton()->click();
        QCOMPARE(m_control->stops, 1);
        QCOMPARE(find<widgets::Chip>(u"serverState"_s)->text(), u"Stopped"_s);
        QVERIFY(find<QLabel>(u"answersNowhere"_s)->isVisible());
        QVERIFY(m_requests->isCancelled()); // nobody is there to be asked
        QVERIFY(!find<QPushButton>(u"letOthersIn"_s)->isVisible());
        click(u"startServerHere"_s);
        QCOMPARE(m_control->starts, 1);
        QCOMPARE(find<widgets::Chip>(u"serverState"_s)->text(), u"Running"_s);
        // It counts its requests from the beginning again.
        QCOMPARE(m_requests->asked.last().first, 0);
    }

    void saysWhyItDoesNotStart()
    {
        m_control->running = false;
        m_control->startError = base::Error{.code = ErrorCode::PortTaken, .message = {}};
        open();
        click(u"startServerHere"_s);
        auto *message = find<widgets::MessageBar>(u"serverMessage"_s);
        QVERIFY2(message->text().startsWith(u"Acme does not start. "_s),
                 qPrintable(message->text()));
        m_control->startError.reset();
        message->findChild<QPushButton *>(u"messageButton"_s)->click();
        QVERIFY(m_control->running);
        QVERIFY(!message->isVisible());
    }

    void letsOthersInAndSaysWhatToDo()
    {
        open();
        QSignalSpy announced(m_page.get(), &ServerPage::announced);
        click(u"letOthersIn"_s);
        QCOMPARE(find<QComboBox>(u"shareName"_s)->currentText(), u"desk"_s);
        QVERIFY(!find<QLineEdit>(u"shareCertificate"_s)->isVisible());
        find<QComboBox>(u"shareName"_s)->setCurrentText(u"desk.local"_s);
        find<QSpinBox>(u"sharePort"_s)->setValue(8443);
        click(u"applyShare"_s);
        QCOMPARE(m_settings->changes.size(), 1);
        QCOMPARE(find<QLineEdit>(u"sharedAddress"_s)->text(), u"https://desk.local:8443"_s);
        QVERIFY(find<QLabel>(u"sharedFingerprint"_s)->text().startsWith(u"66:66:66:66  66:"_s));
        QVERIFY(find<QLabel>(u"compareFingerprint"_s)->isVisible());
        QVERIFY(find<QLineEdit>(u"firewall-ufw"_s)->text().contains(u"8443"_s));
        QVERIFY(find<QLabel>(u"testOutcomes"_s)
                    ->text()
                    .contains(u"✓ https://192.168.7.5:8443 answers"_s));
        QVERIFY(find<QLabel>(u"testMeaning"_s)->text().contains(u"firewall"_s));
        click(u"shareDone"_s);
        QCOMPARE(announced.count(), 1);
        QCOMPARE(find<QLabel>(u"whoReachesIt"_s)->text(),
                 u"Every machine in this computer's network, as https://desk.local:8443."_s);
        QVERIFY(find<QLabel>(u"fingerprint"_s)->isVisible());
        click(u"copy-fingerprint"_s);
        QCOMPARE(QApplication::clipboard()->text().size(), 32 * 3 - 1);

        m_settings->next = stateHere();
        click(u"closeToOthers"_s);
        find<widgets::ConfirmDialog>(u"confirmDialog"_s)->verbButton()->click();
        QCOMPARE(find<QLabel>(u"whoReachesIt"_s)->text(), u"Only this computer."_s);
        QCOMPARE(announced.count(), 2);
    }

    void saysWhatIsWrongWithAFileBesideItsField()
    {
        open();
        click(u"letOthersIn"_s);
        find<QRadioButton>(u"certificateFromFiles"_s)->click();
        auto *certificate = find<QLineEdit>(u"shareCertificate"_s);
        QVERIFY(certificate->isVisible());
        certificate->setText(u"/c.pem"_s);
        auto *key = find<QLineEdit>(u"shareKey"_s);
        key->setText(u"/k.pem"_s);
        const QString why = u"The private key /k.pem asks for a passphrase."_s;
        m_settings->changeError = base::Error{.code = ErrorCode::InvalidFields,
                                              .message = why,
                                              .fields = {{u"tls"_s, u"unusable"_s, why}}};
        click(u"applyShare"_s);
        QString said;
        for (const auto *field : m_page->findChildren<widgets::FormField *>()) {
            if (field->hasError())
                said += field->error();
        }
        QCOMPARE(said, why);
        QVERIFY(find<QPushButton>(u"applyShare"_s)->isEnabled());
        // The same again is said again, and editing takes it away.
        key->setText(u"/other.pem"_s);
        for (const auto *field : m_page->findChildren<widgets::FormField *>())
            QVERIFY(!field->hasError());
        key->setText(u"/k.pem"_s);
        click(u"applyShare"_s);
        QCOMPARE(m_settings->changes.size(), 2);
        said.clear();
        for (const auto *field : m_page->findChildren<widgets::FormField *>())
            said += field->error();
        QCOMPARE(said, why);
        QCOMPARE(m_settings->changes.first().values.tls.certificate, u"/c.pem"_s);
    }
};

QTEST_MAIN(TestServerPage)
#include "tst_serverpage.moc"
