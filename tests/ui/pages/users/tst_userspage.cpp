// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeusersgateway.h"

#include "core/base/clock.h"
#include "tests/support/longerlanguage.h"
#include "ui/pages/users/usercolumns.h"
#include "ui/pages/users/userspage.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTableView>

using namespace authdesk;
using namespace Qt::StringLiterals;
using test::FakeUsersGateway;
using ui::pages::users::UserColumn;
using ui::pages::users::UsersPage;

class tst_UsersPage final : public QObject
{
    Q_OBJECT

private:
    base::SystemClock m_clock;
    QString m_serverId; ///< in most tests one whose list *Next* was put away
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::ConsoleSettings> m_settings;
    std::unique_ptr<FakeUsersGateway> m_fake;
    std::unique_ptr<workspace::UndoHistory> m_undo;
    std::unique_ptr<UsersPage> m_page;

    void open(int width = 1180)
    {
        m_undo = std::make_unique<workspace::UndoHistory>(m_fake.get());
        m_page = std::make_unique<UsersPage>(ui::pages::users::UsersPageContext{
            .users = *m_fake,
            .transfer = nullptr,
            .many = nullptr,
            .undo = *m_undo,
            .capabilities = gateway::Capability::Users | gateway::Capability::EditUsers
                            | gateway::Capability::ResetSecondFactor
                            | gateway::Capability::OwnSecondFactor,
            .me = m_fake->people.first(),
            .serverId = m_serverId,
            .serverName = u"Acme"_s,
            .address = QUrl(u"http://127.0.0.1:8000"_s),
            .settings = *m_settings,
            .clock = m_clock});
        m_page->resize(width, 760);
        m_page->show();
        m_page->activated();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void leaveOnlyMe()
    {
        while (m_fake->people.size() > 1)
            m_fake->people.removeLast();
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

    [[nodiscard]] QTableView *table() const { return child<QTableView>(u"userTable"_s); }

    /// The row of a person, by username.
    [[nodiscard]] int row(const QString &username) const
    {
        const auto *model = table()->model();
        for (int i = 0; i < model->rowCount(); ++i) {
            if (model->index(i, 1).data().toString() == username)
                return i;
        }
        return -1;
    }

    void choose(const QString &username) const
    {
        const QModelIndex index = table()->model()->index(row(username), 0);
        QVERIFY(index.isValid());
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->visualRect(index).center());
        QTRY_VERIFY(child<QWidget>(u"personPane"_s)->isVisible());
    }

    void confirm() const
    {
        auto *dialog = child<QDialog>(u"confirmDialog"_s);
        if (auto *text = dialog->findChild<QLineEdit *>(u"confirmText"_s))
            QTest::keyClicks(text, u"Known voice"_s);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"confirm"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"confirmDialog"_s));
    }

    [[nodiscard]] QString errorBeside(const QString &field) const
    {
        return child<QWidget>(field)->parentWidget()->findChild<QLabel *>(u"fieldError"_s)->text();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<settings::ConsoleSettings>(m_folder->path());
        m_settings->dismissNextList(u"old"_s);
        m_serverId = u"old"_s;
        m_fake.reset(FakeUsersGateway::withFour());
    }

    void cleanup() { m_page.reset(); }

    void theNewestSearchStaysWhenOlderAnswersComeLate()
    {
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        m_fake->holdLists = true;
        auto *search = child<QLineEdit>(u"searchField"_s);
        QTest::keyClicks(search, u"an"_s);
        QTRY_COMPARE(m_fake->held.size(), 1);
        QTest::keyClicks(search, u"na"_s);
        QTRY_COMPARE(m_fake->held.size(), 2);
        QCOMPARE(m_fake->held.at(1).query.search, u"anna"_s);
        m_fake->answerList(1);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        m_fake->answerList(0); // "an" also finds Dana
        QCoreApplication::processEvents();
        QCOMPARE(table()->model()->rowCount(), 1);
    }

    void readsOnWhileOneScrolls()
    {
        for (int i = 5; i <= 260; ++i) {
            m_fake->people.append(FakeUsersGateway::person(i, u"P%1"_s.arg(i, 4, 10, QChar(u'0')),
                                                           u"X"_s, model::userSlug));
        }
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 100);
        for (int i = 0; i < 3; ++i) {
            table()->scrollToBottom();
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(table()->model()->rowCount(), 260);
    }

    void whatIsTooManyToCountIsAtLeastSoMany()
    {
        m_fake->exactTotal = 2;
        open();
        QTRY_COMPARE(child<QLabel>(u"userCount"_s)->text(), u"2+"_s);
        QTRY_COMPARE(child<QPushButton>(u"quickNoSecondFactor"_s)->text(),
                     u"No second factor  2+"_s);
        QTRY_COMPARE(child<QPushButton>(u"quickLocked"_s)->text(), u"Locked  1"_s);
    }

    void aClickOnAHeaderSortsOnTheServerAndIsRemembered()
    {
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        auto *header = table()->horizontalHeader();
        const int column = int(ui::pages::users::UserColumn::LastSignIn);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(column) + 20, 10));
        QTRY_COMPARE(m_fake->queries.constLast().sort, gateway::UserSort::LastSignIn);
        QCOMPARE(m_fake->queries.constLast().order, Qt::DescendingOrder);
        m_page.reset();
        m_fake->queries.clear();
        open();
        QCOMPARE(m_fake->queries.constFirst().sort, gateway::UserSort::LastSignIn);
        QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(), column);
    }

    void aColumnFromTheMenuIsShownAndRemembered()
    {
        open();
        const int email = int(ui::pages::users::UserColumn::Email);
        QVERIFY(table()->isColumnHidden(email));
        click(u"viewButton"_s);
        auto *menu = child<QMenu>(u"viewMenu"_s);
        QTRY_VERIFY(menu->isVisible());
        menu->findChild<QAction *>(u"column_email"_s)->trigger();
        menu->close();
        QVERIFY(!table()->isColumnHidden(email));
        m_page.reset();
        open();
        QVERIFY(!table()->isColumnHidden(email));
    }

    void titlesAndStatesHavePlaceInAnyLanguage()
    {
        open(1600);
        const tests::LongerLanguage longer;
        const QFontMetrics metrics = table()->horizontalHeader()->fontMetrics();
        for (const auto column : {UserColumn::Status, UserColumn::SecondFactor}) {
            QVERIFY(!table()->isColumnHidden(int(column)));
            const int title = metrics.horizontalAdvance(ui::pages::users::userColumnTitle(column));
            QVERIFY(table()->columnWidth(int(column)) > title + ui::theme::space16);
        }
        const QString state = ui::pages::users::statusWord(model::UserStatus::Disabled);
        QVERIFY(table()->columnWidth(int(UserColumn::Status))
                > ui::widgets::chipSize(state).width() + ui::theme::space16);
    }

    void onlyYouOffersToAddSomebody()
    {
        m_fake->people.resize(1);
        open();
        auto *empty = child<QWidget>(u"emptyState"_s);
        QTRY_VERIFY(empty->isVisible());
        QSignalSpy announced(m_page.get(), &UsersPage::announced);
        click(u"emptyPrimary"_s);
        QVERIFY(m_page->findChild<QDialog *>(u"addUserDialog"_s));
    }

    void nothingFoundLeadsBackToEverybody()
    {
        open();
        QTest::keyClicks(child<QLineEdit>(u"searchField"_s), u"nobody"_s);
        QTest::keyClick(child<QLineEdit>(u"searchField"_s), Qt::Key_Return);
        auto *empty = child<QWidget>(u"emptyState"_s);
        QTRY_VERIFY(empty->isVisible());
        click(u"emptyLink"_s);
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        QVERIFY(child<QLineEdit>(u"searchField"_s)->text().isEmpty());
    }

    void aListThatCannotBeReadSaysSoAndTriesAgain()
    {
        m_fake->refuse.insert(u"list"_s, {.code = base::ErrorCode::Unreachable, .message = {}});
        open();
        auto *bar = child<QWidget>(u"listMessage"_s);
        QTRY_VERIFY(bar->isVisible());
        QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        QVERIFY(!bar->isVisible());
    }

    void createsAPersonAndShowsTheSecretOnceAndNowhereElse()
    {
        open();
        click(u"addUserButton"_s);
        QTest::keyClicks(child<QLineEdit>(u"newFirstName"_s), u"Eve"_s);
        QTest::keyClicks(child<QLineEdit>(u"newLastName"_s), u"Zhou"_s);
        QCOMPARE(child<QLineEdit>(u"newUsername"_s)->text(), u"eve.zhou"_s);
        QTest::keyClicks(child<QLineEdit>(u"newEmail"_s), u"eve@acme.example"_s);
        QCOMPARE(child<QComboBox>(u"newRole"_s)->currentData().toString(), u"user"_s);
        QTest::keyClick(child<QLineEdit>(u"newEmail"_s), Qt::Key_Return);
        QTRY_VERIFY(child<QLabel>(u"handoverSecret"_s)->isVisible());
        QCOMPARE(m_fake->lastNew.username, u"eve.zhou"_s);
        QCOMPARE(child<QLabel>(u"handoverUsername"_s)->text(), u"eve.zhou"_s);
        QVERIFY(!child<QLabel>(u"handoverUntil"_s)->text().isEmpty());
        click(u"copyMessage"_s);
        const QString message = QGuiApplication::clipboard()->text();
        for (const QString &part :
             {u"http://127.0.0.1:8000"_s, u"eve.zhou"_s, m_fake->oneTimePassword})
            QVERIFY2(message.contains(part), qPrintable(part));
        click(u"addUserDone"_s);
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"addUserDialog"_s));
        QTRY_COMPARE(table()->model()->rowCount(), 5);

        m_page.reset();
        m_settings->flush();
        QDirIterator files(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
        int read = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains(m_fake->oneTimePassword.toUtf8()));
            ++read;
        }
        QVERIFY(read > 0 || m_settings->viewState(u"users"_s).isEmpty());
    }

    void whatIsWrongStandsBesideItsField()
    {
        open();
        m_fake->refuse.insert(u"create"_s,
                              {.code = base::ErrorCode::InvalidFields,
                               .message = u"Two fields are wrong."_s,
                               .detail = {},
                               .fields = {{u"username"_s, u"taken"_s, u"Taken."_s},
                                          {u"email"_s, u"invalid"_s, u"This is no address."_s}}});
        click(u"addUserButton"_s);
        QTest::keyClicks(child<QLineEdit>(u"newFirstName"_s), u"Ben"_s);
        click(u"createUserButton"_s);
        QTRY_VERIFY(!errorBeside(u"newUsername"_s).isEmpty());
        QCOMPARE(errorBeside(u"newEmail"_s), u"This is no address."_s);
        QVERIFY(errorBeside(u"newFirstName"_s).isEmpty());
        QCOMPARE(m_fake->people.size(), 4);
        QVERIFY(child<QDialog>(u"addUserDialog"_s)->isVisible());
    }

    void disablesEnablesAndDeletesByClicks()
    {
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        QSignalSpy announced(m_page.get(), &UsersPage::announcedUndoable);
        choose(u"ben"_s);
        click(u"disableButton"_s);
        QCOMPARE(m_fake->byId(2)->status, model::UserStatus::Active); // asked first
        confirm();
        QTRY_COMPARE(m_fake->byId(2)->status, model::UserStatus::Disabled);
        QTRY_COMPARE(announced.size(), 1);
        QCOMPARE(announced.at(0).at(0).toString(), u"Ben Ode is disabled on Acme."_s);
        QTRY_VERIFY(child<QPushButton>(u"enableButton"_s)->isVisible());
        click(u"enableButton"_s);
        confirm();
        QTRY_COMPARE(m_fake->byId(2)->status, model::UserStatus::Active);

        click(u"deleteButton"_s);
        QString said;
        for (const QLabel *label : child<QDialog>(u"confirmDialog"_s)->findChildren<QLabel *>())
            said += label->text() + u'\n';
        for (const QString &part :
             {u"session"_s, u"second factor"_s, u"recovery codes"_s, u"audit"_s})
            QVERIFY2(said.contains(part), qPrintable(part));
        confirm();
        QTRY_VERIFY(!m_fake->byId(2));
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        QVERIFY(!child<QWidget>(u"personPane"_s)->isVisible());
    }

    void whatCannotBeUndoneSaysSoBefore_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("says");
        QTest::newRow("delete") << u"deleteButton"_s << true;
        QTest::newRow("password reset") << u"resetPasswordButton"_s << true;
        QTest::newRow("second factor reset") << u"resetSecondFactorButton"_s << true;
        QTest::newRow("end of sessions") << u"endSessionsButton"_s << true;
        QTest::newRow("disable") << u"disableButton"_s << false;
    }

    void whatCannotBeUndoneSaysSoBefore()
    {
        QFETCH(const QString, button);
        QFETCH(const bool, says);
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        QSignalSpy undoable(m_page.get(), &UsersPage::announcedUndoable);
        QSignalSpy plain(m_page.get(), &UsersPage::announced);
        choose(u"ben"_s);
        click(button);
        QString said;
        for (const QLabel *label : child<QDialog>(u"confirmDialog"_s)->findChildren<QLabel *>())
            said += label->text() + u'\n';
        QCOMPARE(said.contains(u"This cannot be undone."_s), says);
        confirm();
        QTRY_COMPARE(undoable.size() + plain.size(), 1);
        QCOMPARE(undoable.isEmpty(), says);
        QCOMPARE(!m_undo->newest(m_clock.now()), says);
    }

    void anUndoneChangeShowsInListAndPane()
    {
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        choose(u"ben"_s);
        auto *last = child<QLineEdit>(u"lastName"_s);
        last->selectAll();
        QTest::keyClicks(last, u"Odd"_s);
        click(u"saveButton"_s);
        QTRY_COMPARE(m_fake->byId(2)->lastName, u"Odd"_s);
        QTRY_VERIFY(m_undo->newest(m_clock.now()));
        m_undo->undoNewest(m_clock.now());
        QCOMPARE(m_fake->byId(2)->lastName, u"Ode"_s);
        QTRY_COMPARE(last->text(), u"Ode"_s);
        QTRY_COMPARE(table()->model()->index(row(u"ben"_s), 0).data().toString(), u"Ben Ode"_s);
        // The draft goes on from the newest version: the next save meets no conflict.
        last->selectAll();
        QTest::keyClicks(last, u"New"_s);
        click(u"saveButton"_s);
        QTRY_COMPARE(m_fake->byId(2)->lastName, u"New"_s);
    }

    void aloneOneIsToldWhatIsNext()
    {
        m_serverId = u"s1"_s;
        leaveOnlyMe();
        open();
        QTRY_COMPARE(child<QLabel>(u"emptySentence"_s)->text(), u"Only you so far."_s);
        QVERIFY(child<QPushButton>(u"emptyPrimary"_s)->isVisible());
        auto *next = child<QWidget>(u"nextSteps"_s);
        QTRY_VERIFY(next->isVisible());
        QVERIFY(child<QWidget>(u"secondFactorStep"_s)->isVisible());
        QSignalSpy factor(m_page.get(), &UsersPage::secondFactorWanted);
        click(u"secondFactorAct"_s);
        QCOMPARE(factor.size(), 1);

        auto me = m_fake->people.first();
        me.mfaEnabled = true;
        m_page->setMe(me);
        QTRY_VERIFY(!m_page->findChild<QPushButton *>(u"secondFactorAct"_s));
        QVERIFY(next->isVisible());

        click(u"secondAdminAct"_s);
        QCOMPARE(child<QComboBox>(u"newRole"_s)->currentData().toString(), u"admin"_s);
        QTest::keyClicks(child<QLineEdit>(u"newFirstName"_s), u"Ben"_s);
        click(u"createUserButton"_s);
        QTRY_COMPARE(m_fake->people.size(), 2);
        QCOMPARE(m_fake->lastNew.roleSlug, u"admin"_s);
        click(u"addUserDone"_s);
        QTRY_VERIFY(!next->isVisible()); // all is done
    }

    void theNextListStaysBesideAFullListUntilItIsPutAway()
    {
        m_serverId = u"s1"_s;
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        QTRY_VERIFY(child<QWidget>(u"nextSteps"_s)->isVisible());
        choose(u"ben"_s); // the pane takes its place
        QVERIFY(!child<QWidget>(u"nextSteps"_s)->isVisible());
        click(u"paneClose"_s);
        QVERIFY(child<QWidget>(u"nextSteps"_s)->isVisible());
        click(u"nextDismiss"_s);
        QVERIFY(!child<QWidget>(u"nextSteps"_s)->isVisible());
        m_page.reset();
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        QVERIFY(!child<QWidget>(u"nextSteps"_s)->isVisible());
        QVERIFY(m_settings->isNextListDismissed(u"s1"_s));
        QVERIFY(!m_settings->isNextListDismissed(u"s2"_s));
    }

    void whoMayNotManagePeopleHasNoNextList()
    {
        m_serverId = u"s1"_s;
        m_fake->people.first().role = FakeUsersGateway::person(1, {}, {}, u"help_desk"_s).role;
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        QVERIFY(!child<QWidget>(u"nextSteps"_s)->isVisible());
    }

    void cancelledQuestionsChangeNothing()
    {
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        choose(u"ben"_s);
        click(u"deleteButton"_s);
        QTRY_VERIFY(child<QDialog>(u"confirmDialog"_s)->isActiveWindow());
        QTest::keyClick(child<QDialog>(u"confirmDialog"_s), Qt::Key_Escape);
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"confirmDialog"_s));
        QVERIFY(m_fake->byId(2));
    }

    void aResetShowsItsSecret_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("secret");
        QTest::newRow("password") << u"resetPasswordButton"_s << m_fakePassword;
        QTest::newRow("second factor") << u"resetSecondFactorButton"_s << u"48151623"_s;
    }

    void aResetShowsItsSecret()
    {
        QFETCH(QString, button);
        QFETCH(QString, secret);
        m_fake->oneTimePassword = m_fakePassword;
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        choose(u"ben"_s);
        click(button);
        confirm();
        QTRY_VERIFY(m_page->findChild<QDialog *>(u"handoverDialog"_s));
        click(u"copyMessage"_s);
        QVERIFY(QGuiApplication::clipboard()->text().contains(secret));
        click(u"handoverDone"_s);
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"handoverDialog"_s));
    }

    void saysWhyAPersonCannotSignInAndOffersTheCure()
    {
        m_fake->checks[3].reason =
            model::SignInReason{.obstacle = model::SignInObstacle::Locked,
                                .cure = model::SignInCure::Unlock,
                                .until = QDateTime::currentDateTimeUtc().addSecs(600),
                                .address = u"10.0.0.7"_s,
                                .wrongCodes = 12};
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        choose(m_fake->byId(3)->username);
        auto *answer = child<QLabel>(u"signInAnswer"_s);
        QTRY_VERIFY(answer->text().contains(u"12 wrong code"_s));
        QVERIFY(answer->text().startsWith(u"No: locked until"_s));
        QVERIFY(answer->text().contains(u"10.0.0.7"_s));
        m_fake->checks.clear();
        click(u"cureButton"_s);
        confirm();
        QTRY_VERIFY(m_fake->calls.contains(u"unlock 3"_s));
        QTRY_VERIFY(answer->text().startsWith(u"Yes"_s));
        QVERIFY(!child<QPushButton>(u"cureButton"_s)->isVisible());
    }

    void anAccountThatEndedGetsAnotherEndInTheForm()
    {
        const QDateTime past(QDate(2026, 3, 3), QTime(12, 0), Qt::UTC);
        m_fake->byId(2)->validUntil = past;
        m_fake->byId(2)->status = model::UserStatus::Disabled;
        m_fake->checks[2].reason = model::SignInReason{.obstacle = model::SignInObstacle::Ended,
                                                       .cure = model::SignInCure::ExtendValidity,
                                                       .at = past};
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        choose(u"ben"_s);
        QTRY_VERIFY(child<QLabel>(u"signInAnswer"_s)->text().contains(u"was valid until"_s));
        click(u"cureButton"_s);
        auto *choice = child<QComboBox>(u"endChoice"_s);
        QTRY_VERIFY(choice->hasFocus());
        QTest::keyClick(choice, Qt::Key_Up);
        click(u"saveButton"_s);
        QTRY_VERIFY(m_fake->lastChange.validUntil);
        QVERIFY(!*m_fake->lastChange.validUntil);
        QVERIFY(!m_fake->lastChange.status);
    }

    void aWrongClockIsToldWithoutAButtonThatWouldNotHelp()
    {
        m_fake->checks[2].reason = model::SignInReason{.obstacle = model::SignInObstacle::ClockOff,
                                                       .cure = model::SignInCure::SetClock};
        m_fake->checks[2].clock =
            model::ClockOffset{.seconds = -90, .seenAt = QDateTime::currentDateTimeUtc()};
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        choose(u"ben"_s);
        auto *answer = child<QLabel>(u"signInAnswer"_s);
        QTRY_VERIFY(answer->text().contains(u"90 second"_s));
        QVERIFY(answer->text().contains(u"late"_s));
        QVERIFY(!child<QPushButton>(u"cureButton"_s)->isVisible());
    }

    void theLastTriesAreShownWhenAskedFor()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_fake->checks[2].tries = {{.at = now.addSecs(-300),
                                    .succeeded = false,
                                    .reason = u"wrong_password"_s,
                                    .address = u"10.0.0.7"_s},
                                   {.at = now.addSecs(-7200), .succeeded = true}};
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        choose(u"ben"_s);
        auto *tries = child<QLabel>(u"signInTries"_s);
        QTRY_VERIFY(child<QPushButton>(u"showTriesButton"_s)->isVisible());
        QVERIFY(!tries->isVisible());
        click(u"showTriesButton"_s);
        QVERIFY(tries->isVisible());
        QCOMPARE(tries->text().split(u'\n').size(), 2);
        QVERIFY(tries->text().startsWith(u"✕ 5 min ago from 10.0.0.7: wrong password"_s));
        click(u"showTriesButton"_s);
        QVERIFY(!tries->isVisible());
    }

    void aLostPhoneAsksHowThePersonWasRecognised()
    {
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        choose(u"ben"_s);
        click(u"resetSecondFactorButton"_s);
        auto *dialog = child<QDialog>(u"confirmDialog"_s);
        auto *verb = dialog->findChild<QPushButton *>(u"confirm"_s);
        auto *text = dialog->findChild<QLineEdit *>(u"confirmText"_s);
        QVERIFY(!verb->isEnabled());
        QTest::keyClicks(text, u"   "_s);
        QVERIFY(!verb->isEnabled());
        QTest::keyClicks(text, u"Passport, by video "_s);
        QTest::mouseClick(verb, Qt::LeftButton);
        QTRY_VERIFY(m_page->findChild<QDialog *>(u"handoverDialog"_s));
        QCOMPARE(m_fake->lastRecognisedBy, u"Passport, by video"_s);
        click(u"handoverDone"_s);
    }

    void theLastManagerIsToldBeforeItIsRunInto()
    {
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        choose(u"anna"_s);
        auto *reason = child<QLabel>(u"lastManagerReason"_s);
        QTRY_VERIFY(reason->isVisible());
        QVERIFY(reason->text().contains(u"Nobody else"_s));
        QVERIFY(!child<QPushButton>(u"deleteButton"_s)->isEnabled());
        QVERIFY(!child<QPushButton>(u"disableButton"_s)->isEnabled());
        QVERIFY(!child<QComboBox>(u"role"_s)->isEnabled());
        QVERIFY(!child<QComboBox>(u"status"_s)->isEnabled());
        QVERIFY(child<QLineEdit>(u"email"_s)->isEnabled());
        choose(u"ben"_s);
        QTRY_VERIFY(!reason->isVisible());
        QVERIFY(child<QPushButton>(u"deleteButton"_s)->isEnabled());
    }

    void aRefusedSaveStandsBesideTheField()
    {
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        choose(u"ben"_s);
        m_fake->refuse.insert(u"update"_s, {.code = base::ErrorCode::InvalidFields,
                                            .message = {},
                                            .detail = {},
                                            .fields = {{u"email"_s, u"taken"_s, u"Taken."_s}}});
        auto *email = child<QLineEdit>(u"email"_s);
        email->selectAll();
        QTest::keyClicks(email, u"anna@acme.example"_s);
        click(u"saveButton"_s);
        QTRY_VERIFY(!errorBeside(u"email"_s).isEmpty());
        QCOMPARE(email->text(), u"anna@acme.example"_s);
        click(u"revertButton"_s);
        QCOMPARE(email->text(), u"ben@acme.example"_s);
        QVERIFY(errorBeside(u"email"_s).isEmpty());
    }

    void aConflictShowsBothSidesAndSavesTheChoice()
    {
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        choose(u"ben"_s);
        m_fake->byId(2)->lastName = u"Theirs"_s;
        m_fake->byId(2)->firstName = u"Benjamin"_s;
        ++m_fake->byId(2)->version;
        auto *last = child<QLineEdit>(u"lastName"_s);
        last->selectAll();
        QTest::keyClicks(last, u"Mine"_s);
        click(u"saveButton"_s);
        QTRY_VERIFY(m_page->findChild<QDialog *>(u"conflictDialog"_s));
        QCOMPARE(m_fake->byId(2)->lastName, u"Theirs"_s);
        QCOMPARE(child<QRadioButton>(u"lastNameMine"_s)->text(), u"Mine"_s);
        QCOMPARE(child<QRadioButton>(u"lastNameTheirs"_s)->text(), u"Theirs"_s);
        QVERIFY(child<QRadioButton>(u"firstNameTheirs"_s)->isChecked());
        child<QRadioButton>(u"lastNameMine"_s)->click();
        click(u"saveChosen"_s);
        QTRY_COMPARE(m_fake->byId(2)->lastName, u"Mine"_s);
        QCOMPARE(m_fake->byId(2)->firstName, u"Benjamin"_s);
    }

    void anUnsavedDraftIsNotLostByAClick()
    {
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        choose(u"ben"_s);
        QTest::keyClicks(child<QLineEdit>(u"lastName"_s), u"X"_s);
        QVERIFY(!m_page->mayLeave());
        QTRY_VERIFY(child<QDialog>(u"discardDialog"_s)->isActiveWindow());
        QTest::keyClick(child<QDialog>(u"discardDialog"_s), Qt::Key_Escape);
        QTRY_VERIFY(!m_page->findChild<QDialog *>(u"discardDialog"_s));
        choose(u"cho"_s);
        auto *dialog = child<QDialog>(u"discardDialog"_s);
        QCOMPARE(child<QLineEdit>(u"username"_s)->text(), u"ben"_s);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"confirm"_s), Qt::LeftButton);
        QTRY_COMPARE(child<QLineEdit>(u"username"_s)->text(), u"cho"_s);
    }

    void inANarrowWindowThePersonTakesThePlaceOfTheList()
    {
        open(820);
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        choose(u"ben"_s);
        QVERIFY(!table()->isVisible());
        click(u"paneBack"_s);
        QVERIFY(table()->isVisible());
        QVERIFY(!child<QWidget>(u"personPane"_s)->isVisible());
    }

    void whatOneMayNotDoIsNotShown()
    {
        m_fake->people[0].role = FakeUsersGateway::person(1, {}, {}, model::auditorSlug).role;
        open();
        QTRY_COMPARE(table()->model()->rowCount(), 4);
        QVERIFY(!child<QPushButton>(u"addUserButton"_s)->isVisible());
        choose(u"ben"_s);
        for (const QString &name : {u"disableButton"_s, u"deleteButton"_s, u"resetPasswordButton"_s,
                                    u"saveButton"_s, u"endSessionsButton"_s})
            QVERIFY2(!child<QPushButton>(name)->isVisible(), qPrintable(name));
        QVERIFY(child<QLineEdit>(u"email"_s)->isReadOnly());
    }

private:
    const QString m_fakePassword = u"Kova-7Tqx-Plum-42zz"_s;
};

QTEST_MAIN(tst_UsersPage)
#include "tst_userspage.moc"
