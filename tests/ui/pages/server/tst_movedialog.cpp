// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the dialog asks before a server moves, shows meanwhile and says afterwards.

#include "tests/ui/shell/fakeserver.h"
#include "ui/pages/server/movedialog.h"
#include "ui/widgets/messagebar.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Result;
using ui::pages::server::BackgroundControl;
using ui::pages::server::MoveDialog;
using ui::widgets::MessageBar;
using Remark = BackgroundControl::Remark;
using Step = BackgroundControl::Step;

class FakeControl final : public BackgroundControl
{
public:
    bool isService() const override { return service; }
    bool staysWhenSignedOut() const override { return false; }
    bool isKeyInKeychain() const override { return keyInKeychain; }
    QFuture<hosting::ServiceSupport> support() override
    {
        return tests::answered(hosting::ServiceSupport::Available);
    }
    QFuture<bool> isKeychainUsable() override { return tests::answered(keychainUsable); }
    QFuture<Result<Remark>> keepRunning(bool staysWhenSignedOut) override
    {
        return begin(u"keep"_s, staysWhenSignedOut);
    }
    QFuture<Result<Remark>> runHere(bool keyToKeychain) override
    {
        return begin(u"here"_s, keyToKeychain);
    }
    bool isAsBefore() const override { return asBefore; }
    void cancel() override { ++cancels; }

    void end(const Result<Remark> &outcome)
    {
        m_move.addResult(outcome);
        m_move.finish();
    }

    bool service = false;
    bool keyInKeychain = false;
    bool keychainUsable = false;
    bool asBefore = true;
    QString asked;
    bool choice = false;
    int cancels = 0;

private:
    QFuture<Result<Remark>> begin(const QString &what, bool chosen)
    {
        asked = what;
        choice = chosen;
        m_move = {};
        m_move.start();
        return m_move.future();
    }

    QPromise<Result<Remark>> m_move;
};

class TestMoveDialog final : public QObject
{
    Q_OBJECT

    FakeControl m_control;
    QPointer<MoveDialog> m_dialog;

    template <typename T>
    [[nodiscard]] T *find(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }
    void open()
    {
        m_dialog = new MoveDialog(m_control, u"Acme"_s, u"/data/acme"_s, nullptr);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    void press(const QString &name)
    {
        QVERIFY2(find<QAbstractButton>(name)->isEnabled(), qPrintable(name));
        QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton, {}, {8, 8});
    }

private Q_SLOTS:
    void init()
    {
        m_control.service = m_control.keyInKeychain = m_control.keychainUsable = false;
        m_control.asBefore = true;
        m_control.asked.clear();
        m_control.cancels = 0;
    }
    void cleanup() { delete m_dialog; }

    void aKeyInTheKeychainMovesOnlyAfterAYes()
    {
        m_control.keyInKeychain = true;
        open();
        QVERIFY(find<QLabel>(u"moveAboutKey"_s)->text().contains(u"/data/acme"_s));
        QVERIFY(!find<QPushButton>(u"moveVerb"_s)->isEnabled());
        press(u"moveKey"_s);
        press(u"moveChoice"_s);
        press(u"moveVerb"_s);
        QCOMPARE(m_control.asked, u"keep"_s);
        QVERIFY(m_control.choice);
    }

    void aKeyInTheFileIsNothingToAskAbout()
    {
        open();
        QVERIFY(!find<QCheckBox>(u"moveKey"_s)->isVisible());
        press(u"moveVerb"_s);
        QCOMPARE(m_control.asked, u"keep"_s);
        QVERIFY(!m_control.choice);
    }

    void longWordsFitBesideTheBoxes()
    {
        m_control.keyInKeychain = true;
        open();
        const QMargins margins = m_dialog->layout()->contentsMargins();
        for (const QCheckBox *box : m_dialog->findChildren<QCheckBox *>()) {
            const int longer = box->sizeHint().width() * 7 / 5; // as German is
            QVERIFY2(longer <= m_dialog->width() - margins.left() - margins.right(),
                     qPrintable(box->text()));
        }
    }

    void theWayBackOffersTheKeychainWhereThereIsOne()
    {
        m_control.service = true;
        m_control.keychainUsable = true;
        open();
        QTRY_VERIFY(find<QCheckBox>(u"moveChoice"_s)->isVisible());
        press(u"moveChoice"_s);
        press(u"moveVerb"_s);
        QCOMPARE(m_control.asked, u"here"_s);
        QVERIFY(m_control.choice);
        delete m_dialog;

        m_control.keychainUsable = false;
        open();
        QCoreApplication::processEvents();
        QVERIFY(!find<QCheckBox>(u"moveChoice"_s)->isVisible());
        press(u"moveVerb"_s);
        QVERIFY(!m_control.choice);
    }

    void goesWhenItWentWell()
    {
        open();
        QSignalSpy moved(m_dialog, &MoveDialog::moved);
        press(u"moveVerb"_s);
        Q_EMIT m_control.stepBegan(Step::Registering);
        QVERIFY(find<QLabel>(u"moveStep"_s)->isVisible());
        QVERIFY(!find<QPushButton>(u"moveVerb"_s)->isEnabled());
        m_control.end(Remark::None);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(moved.size(), 1);
    }

    void staysToTellWhatIsLeftToDo()
    {
        open();
        press(u"moveVerb"_s);
        m_control.end(Remark::KeyStillInKeychain);
        QTRY_VERIFY(find<MessageBar>(u"moveMessage"_s)->isVisible());
        QVERIFY(find<MessageBar>(u"moveMessage"_s)->text().contains(u"remove the entry"_s));
        QVERIFY(!find<QPushButton>(u"cancelMove"_s)->isVisible());
        press(u"moveVerb"_s); // Done
        QTRY_VERIFY(!m_dialog);
    }

    void escapeTakesItBackAndWaits()
    {
        open();
        press(u"moveVerb"_s);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QCOMPARE(m_control.cancels, 1);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!find<QPushButton>(u"cancelMove"_s)->isEnabled());
        m_control.end(base::fail(ErrorCode::Cancelled));
        QTRY_VERIFY(find<MessageBar>(u"moveMessage"_s)->isVisible());
        QVERIFY(find<MessageBar>(u"moveMessage"_s)->text().contains(u"as it was before"_s));
        QVERIFY(find<QPushButton>(u"moveVerb"_s)->isEnabled());
    }

    void saysWhatFailedAndWhetherAnythingIsLeft_data()
    {
        QTest::addColumn<bool>("service");
        QTest::addColumn<bool>("isAsBefore");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("still here")
            << false << true << ErrorCode::FileFailed << u"Acme runs in this window as before."_s;
        QTest::newRow("still a service")
            << true << true << ErrorCode::FileFailed << u"Acme still runs as a service."_s;
        QTest::newRow("not put back")
            << false << false << ErrorCode::FileFailed << u"Not everything could be put back"_s;
        QTest::newRow("called off and not put back")
            << true << false << ErrorCode::Cancelled << u"Not everything could be put back"_s;
    }

    void saysWhatFailedAndWhetherAnythingIsLeft()
    {
        QFETCH(const bool, service);
        QFETCH(const bool, isAsBefore);
        QFETCH(const ErrorCode, code);
        QFETCH(const QString, says);
        m_control.service = service;
        m_control.asBefore = isAsBefore;
        open();
        press(u"moveVerb"_s);
        m_control.end(std::unexpected(
            base::Error{.code = code, .message = u"It broke."_s, .detail = u"line one"_s}));
        QTRY_VERIFY(find<MessageBar>(u"moveMessage"_s)->isVisible());
        const QString text = find<MessageBar>(u"moveMessage"_s)->text();
        QVERIFY2(text.contains(says), qPrintable(text));
        QCOMPARE(text.contains(u"Nothing was changed"_s), isAsBefore);
        QCOMPARE(find<QPlainTextEdit>(u"moveWords"_s)->toPlainText(), u"line one"_s);
        QVERIFY(find<QPlainTextEdit>(u"moveWords"_s)->isVisible());
        QVERIFY(find<QPushButton>(u"moveVerb"_s)->isEnabled());
    }
};

QTEST_MAIN(TestMoveDialog)
#include "tst_movedialog.moc"
