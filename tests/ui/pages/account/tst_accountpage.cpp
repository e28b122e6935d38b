// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeaccountgateway.h"

#include "ui/pages/account/accountpage.h"
#include "ui/widgets/recoverysheet.h"

#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace authdesk;
using namespace Qt::StringLiterals;
using gateway::Capability;
using test::FakeAccountGateway;
using ui::pages::account::AccountPage;

class tst_AccountPage final : public QObject
{
    Q_OBJECT

private:
    base::SystemClock m_clock;
    std::unique_ptr<FakeAccountGateway> m_fake;
    std::unique_ptr<AccountPage> m_page;
    std::optional<QDateTime> m_serverTime;

    static constexpr gateway::Capabilities everything =
        Capability::OwnProfile | Capability::OwnPassword | Capability::OwnSecondFactor
        | Capability::RecoveryCodes | Capability::OwnSessions;

    void open(gateway::Capabilities capabilities = everything)
    {
        m_page = std::make_unique<AccountPage>(
            ui::pages::account::AccountPageContext{.account = *m_fake,
                                                   .capabilities = capabilities,
                                                   .me = m_fake->user,
                                                   .serverName = u"Acme"_s,
                                                   .address = QUrl(u"http://127.0.0.1:8000"_s),
                                                   .clock = m_clock,
                                                   .serverTime = [this] { return m_serverTime; }});
        m_page->resize(900, 1100);
        m_page->show();
        m_page->activated();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    template <typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        auto *found = m_page->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    void click(const QString &name) const
    {
        auto *button = child<QPushButton>(name);
        if (!button->isVisible() || !button->isEnabled())
            qFatal("%s cannot be clicked", qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }

    void type(const QString &passwordField, const QString &text) const
    {
        auto *edit = child<QWidget>(passwordField)->findChild<QLineEdit *>(u"passwordEdit"_s);
        edit->clear();
        QTest::keyClicks(edit, text);
    }

    [[nodiscard]] QString typed(const QString &passwordField) const
    {
        return child<QWidget>(passwordField)->findChild<QLineEdit *>(u"passwordEdit"_s)->text();
    }

    [[nodiscard]] QString errorBeside(const QString &field) const
    {
        return child<QWidget>(field)->parentWidget()->findChild<QLabel *>(u"fieldError"_s)->text();
    }

private Q_SLOTS:
    void init() { m_fake = std::make_unique<FakeAccountGateway>(); }
    void cleanup() { m_page.reset(); }

    void savesWhatWasEdited()
    {
        open();
        QTRY_COMPARE(child<QLineEdit>(u"myLastName"_s)->text(), u"Kovac"_s);
        QSignalSpy changed(m_page.get(), &AccountPage::accountChanged);
        QTest::keyClicks(child<QLineEdit>(u"myLastName"_s), u"s"_s);
        click(u"profileSave"_s);
        QTRY_COMPARE(m_fake->user.lastName, u"Kovacs"_s);
        QVERIFY(!m_fake->lastChange.username && !m_fake->lastChange.email);
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!child<QPushButton>(u"profileSave"_s)->isEnabled());
    }

    void aTakenAddressStandsBesideItsField()
    {
        open();
        QTRY_VERIFY(child<QLineEdit>(u"myEmail"_s)->isEnabled());
        m_fake->refuse.insert(u"updateMe"_s, {.code = base::ErrorCode::EmailTaken,
                                              .message = {},
                                              .detail = {},
                                              .fields = {{u"email"_s, u"taken"_s, u"Taken."_s}}});
        QTest::keyClicks(child<QLineEdit>(u"myEmail"_s), u"x"_s);
        click(u"profileSave"_s);
        QTRY_VERIFY(!errorBeside(u"myEmail"_s).isEmpty());
        QVERIFY(child<QLineEdit>(u"myEmail"_s)->text().endsWith(u'x'));
    }

    void leavingAnUnsavedProfileAsks()
    {
        open();
        QTRY_VERIFY(child<QLineEdit>(u"myEmail"_s)->isEnabled());
        QVERIFY(m_page->mayLeave());
        QTest::keyClicks(child<QLineEdit>(u"myEmail"_s), u"x"_s);
        QVERIFY(!m_page->mayLeave());
        click(u"confirm"_s);
        QTRY_VERIFY(m_page->mayLeave());
    }

    void changesThePasswordAndWipesWhatWasTyped()
    {
        open();
        QVERIFY(!child<QPushButton>(u"changePassword"_s)->isEnabled());
        type(u"currentPassword"_s, u"old password"_s);
        type(u"newPassword"_s, u"seven"_s);
        QVERIFY(!child<QPushButton>(u"changePassword"_s)->isEnabled());
        type(u"newPassword"_s, u"violet-harbour-92-lamp"_s);
        QVERIFY(child<QCheckBox>(u"endOtherSessions"_s)->isChecked());
        click(u"changePassword"_s);
        QTRY_COMPARE(m_fake->password, u"violet-harbour-92-lamp"_s);
        QVERIFY(m_fake->endedOthersWithPassword);
        QTRY_VERIFY(typed(u"currentPassword"_s).isEmpty());
        QVERIFY(typed(u"newPassword"_s).isEmpty());
    }

    void aWrongCurrentPasswordIsToldBesideIt()
    {
        open();
        type(u"currentPassword"_s, u"wrong"_s);
        type(u"newPassword"_s, u"violet-harbour-92-lamp"_s);
        click(u"changePassword"_s);
        QTRY_VERIFY(!errorBeside(u"currentPassword"_s).isEmpty());
        QCOMPARE(m_fake->password, u"old password"_s);
        QCOMPARE(typed(u"newPassword"_s), u"violet-harbour-92-lamp"_s);
    }

    void turnsTheSecondFactorOnAndWaitsForTheCodesToBeKept()
    {
        m_serverTime = QDateTime(QDate(2026, 9, 21), QTime(14, 2, 11), Qt::LocalTime);
        open();
        QTRY_VERIFY(child<QPushButton>(u"factorOn"_s)->isVisible());
        QSignalSpy changed(m_page.get(), &AccountPage::accountChanged);
        click(u"factorOn"_s);
        auto *code = child<QLineEdit>(u"enrollCode"_s);
        QTRY_VERIFY(code->isEnabled());
        QVERIFY(child<QLabel>(u"enrollKey"_s)->text().contains(u"JBSW"_s));
        QTest::keyClicks(code, u"999999"_s);
        QTRY_COMPARE(errorBeside(u"enrollCode"_s),
                     u"Not accepted. This server's time is 14:02:11; is your phone's the same?"_s);
        QVERIFY(code->text().isEmpty());
        QVERIFY(!m_fake->mfa.enabled);
        QTest::keyClicks(code, u"123456"_s);
        QTRY_COMPARE(
            child<QDialog>(u"enrollDialog"_s)->findChildren<QLabel *>(u"recoveryCode"_s).size(),
            10);
        QCOMPARE(m_fake->enrollments, 1);
        QVERIFY(!child<QPushButton>(u"enrollDone"_s)->isEnabled());
        click(u"copyCodes"_s);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"abcd9-efgh9"_s));
        click(u"enrollDone"_s);
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"enrollDialog"_s));
        QTRY_VERIFY(child<QPushButton>(u"factorOff"_s)->isVisible());
        QVERIFY(child<QLabel>(u"factorText"_s)->text().contains(u"10"_s));
        QCOMPARE(changed.size(), 1);
    }

    void aServerWithoutRecoveryCodesEndsTheDialogAtOnce()
    {
        m_fake->givesRecoveryCodes = false;
        open(Capability::OwnSecondFactor);
        QTRY_VERIFY(child<QPushButton>(u"factorOn"_s)->isVisible());
        click(u"factorOn"_s);
        QTRY_VERIFY(child<QLineEdit>(u"enrollCode"_s)->isEnabled());
        QTest::keyClicks(child<QLineEdit>(u"enrollCode"_s), u"123456"_s);
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"enrollDialog"_s));
        QTRY_VERIFY(child<QPushButton>(u"factorOff"_s)->isVisible());
        QVERIFY(!child<QPushButton>(u"factorCodes"_s)->isVisible());
    }

    void turnsTheSecondFactorOff_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("recovery");
        QTest::newRow("with a code of the app") << u"123456"_s << false;
        QTest::newRow("with a recovery code") << u"abcd0-efgh0"_s << true;
    }

    void turnsTheSecondFactorOff()
    {
        QFETCH(QString, code);
        QFETCH(bool, recovery);
        m_fake->mfa = {.enabled = true, .methods = {}, .recoveryCodesLeft = 7};
        open();
        QTRY_VERIFY(child<QPushButton>(u"factorOff"_s)->isVisible());
        click(u"factorOff"_s);
        auto *field = child<QLineEdit>(u"proofCode"_s);
        QTest::keyClicks(field, u"000000"_s);
        QVERIFY(m_fake->mfa.enabled); // the digits alone do no harm
        click(u"proofVerb"_s);
        QTRY_VERIFY(child<QLabel>(u"proofError"_s)->isVisible());
        QVERIFY(m_fake->mfa.enabled);
        if (recovery)
            click(u"otherCode"_s);
        QTest::keyClicks(field, code);
        click(u"proofVerb"_s);
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"codeDialog"_s));
        QVERIFY(!m_fake->mfa.enabled);
        QTRY_VERIFY(child<QPushButton>(u"factorOn"_s)->isVisible());
    }

    void makesNewRecoveryCodesWithACode()
    {
        m_fake->mfa = {.enabled = true, .methods = {}, .recoveryCodesLeft = 1};
        open();
        QTRY_VERIFY(child<QPushButton>(u"factorCodes"_s)->isVisible());
        click(u"factorCodes"_s);
        QTest::keyClicks(child<QLineEdit>(u"proofCode"_s), u"123456"_s);
        QTRY_VERIFY(m_page->findChild<QDialog *>(u"recoveryCodesDialog"_s));
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"codeDialog"_s));
        QVERIFY(!child<QPushButton>(u"codesDone"_s)->isEnabled());
        click(u"copyCodes"_s);
        click(u"codesDone"_s);
        QTRY_VERIFY(child<QLabel>(u"factorText"_s)->text().contains(u"10"_s));
    }

    void aSavedSheetIsForTheOwnersEyesOnly()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"codes.txt"_s);
        ui::widgets::RecoverySheet sheet{.serverName = u"Acme"_s,
                                         .address = QUrl(u"http://127.0.0.1:8000"_s),
                                         .username = u"anna"_s,
                                         .dataFolder = {},
                                         .codes = {}};
        sheet.codes.append(base::Secret::fromString(u"abcde-fghij"_s));
        QVERIFY(ui::widgets::saveSheet(sheet, path).has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        for (const char *part : {"Acme", "anna", "http://127.0.0.1:8000", "abcde-fghij"})
            QVERIFY2(text.contains(part), part);
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(!ui::widgets::saveSheet(sheet, folder.filePath(u"no/such/x.txt"_s)));
    }

    void endsOneSessionAndThenAllOthers()
    {
        m_fake->sessionList.append(m_fake->sessionList.constFirst());
        m_fake->sessionList.last().id = 4;
        open();
        auto *table = child<QTableView>(u"sessionTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        QCOMPARE(table->model()->index(0, 3).data().toString(), u"This one"_s);
        table->setCurrentIndex(table->model()->index(0, 0));
        QVERIFY(!child<QPushButton>(u"endSession"_s)->isEnabled()); // one's own: sign out instead
        table->setCurrentIndex(table->model()->index(1, 0));
        click(u"endSession"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QCOMPARE(m_fake->sessionList.constFirst().id, 2);
        click(u"endOtherSessionsButton"_s);
        click(u"confirm"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(!child<QPushButton>(u"endOtherSessionsButton"_s)->isEnabled());
    }

    void whatTheServerCannotDoIsNotShown_data()
    {
        QTest::addColumn<int>("capability");
        QTest::addColumn<QString>("widget");
        QTest::newRow("profile") << int(Capability::OwnProfile) << u"myUsername"_s;
        QTest::newRow("password") << int(Capability::OwnPassword) << u"newPassword"_s;
        QTest::newRow("second factor") << int(Capability::OwnSecondFactor) << u"factorText"_s;
        QTest::newRow("sessions") << int(Capability::OwnSessions) << u"sessionTable"_s;
    }

    void whatTheServerCannotDoIsNotShown()
    {
        QFETCH(int, capability);
        QFETCH(QString, widget);
        open();
        QVERIFY(m_page->findChild<QWidget *>(widget));
        m_page.reset();
        open(everything & ~gateway::Capabilities(capability));
        QVERIFY(!m_page->findChild<QWidget *>(widget));
    }

    void whatCannotBeReadIsTold()
    {
        for (const QString &call : {u"me"_s, u"mfaState"_s, u"sessions"_s})
            m_fake->refuse.insert(call, {.code = base::ErrorCode::Unreachable, .message = {}});
        open();
        for (const QString &name : {u"profileMessage"_s, u"factorMessage"_s, u"sessionsMessage"_s})
            QTRY_VERIFY2(child<QWidget>(name)->isVisible(), qPrintable(name));
        m_page->activated();
        QTRY_VERIFY(!child<QWidget>(u"sessionsMessage"_s)->isVisible());
    }
};

QTEST_MAIN(tst_AccountPage)
#include "tst_accountpage.moc"
