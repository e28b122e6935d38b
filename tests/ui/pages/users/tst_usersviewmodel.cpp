// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeusersgateway.h"

#include "core/base/clock.h"
#include "ui/pages/users/usernameproposal.h"
#include "ui/pages/users/usersviewmodel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using test::FakeUsersGateway;
using ui::pages::users::UserColumn;
using ui::pages::users::UserRights;
using ui::pages::users::UsersViewModel;

class tst_UsersViewModel final : public QObject
{
    Q_OBJECT

private:
    base::SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::ConsoleSettings> m_settings;
    std::unique_ptr<FakeUsersGateway> m_fake;

    [[nodiscard]] std::unique_ptr<UsersViewModel> make()
    {
        return std::make_unique<UsersViewModel>(
            *m_fake, gateway::Capability::Users | gateway::Capability::EditUsers,
            m_fake->people.first(), *m_settings, m_clock);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<settings::ConsoleSettings>(m_folder->path());
        m_fake.reset(FakeUsersGateway::withFour());
    }

    void asksOnceForAWordTypedQuickly()
    {
        const auto viewModel = make();
        viewModel->setSearch(u"d"_s);
        viewModel->setSearch(u"da"_s);
        viewModel->setSearch(u"dan"_s);
        QCOMPARE(m_fake->queries.size(), 0);
        QTRY_COMPARE(m_fake->queries.size(), 1);
        QCOMPARE(m_fake->queries.constFirst().search, u"dan"_s);
        QTRY_COMPARE(viewModel->table().rowCount(), 1);
    }

    void enterAsksAtOnce()
    {
        const auto viewModel = make();
        viewModel->setSearch(u"ben"_s);
        viewModel->searchNow();
        QCOMPARE(m_fake->queries.size(), 1);
    }

    void remembersColumnsSortAndFilterButNotTheSearch()
    {
        {
            const auto viewModel = make();
            viewModel->setColumns({UserColumn::Name, UserColumn::Created, UserColumn::Email});
            viewModel->setSort(gateway::UserSort::LastSignIn, Qt::DescendingOrder);
            viewModel->setStatusFilter(model::UserStatus::Locked);
            viewModel->setSecondFactorFilter(false);
            viewModel->setRoleFilter(u"help_desk"_s);
            viewModel->setWidth(UserColumn::Name, 222);
            viewModel->setSearch(u"secretive"_s);
        }
        m_settings->flush();
        m_settings = std::make_unique<settings::ConsoleSettings>(m_folder->path());
        const auto viewModel = make();
        const auto &state = viewModel->state();
        QCOMPARE(state.columns, (QList{UserColumn::Name, UserColumn::Created, UserColumn::Email}));
        QCOMPARE(state.sort, gateway::UserSort::LastSignIn);
        QCOMPARE(state.order, Qt::DescendingOrder);
        QCOMPARE(state.status, model::UserStatus::Locked);
        QCOMPARE(state.secondFactor, false);
        QCOMPARE(state.roleSlug, u"help_desk"_s);
        QCOMPARE(state.widths.value(UserColumn::Name), 222);
        QVERIFY(viewModel->search().isEmpty());
        viewModel->start();
        QCOMPARE(m_fake->queries.constFirst().sort, gateway::UserSort::LastSignIn);
    }

    void whatTheSettingsFileCannotMeanIsLeftOut()
    {
        m_settings->setViewState(u"users"_s, {{u"columns"_s, QJsonArray{u"shoe_size"_s}},
                                              {u"sort"_s, u"shoe_size"_s},
                                              {u"widths"_s, QJsonObject{{u"name"_s, -5}}},
                                              {u"status"_s, u"asleep"_s}});
        const auto viewModel = make();
        QCOMPARE(viewModel->state(), ui::pages::users::UserListState());
    }

    void sortsOnTheServerByEveryColumn_data()
    {
        QTest::addColumn<int>("column");
        for (int i = 0; i < ui::pages::users::userColumnCount; ++i)
            QTest::newRow(ui::pages::users::userColumnId(UserColumn(i)).data()) << i;
    }

    void sortsOnTheServerByEveryColumn()
    {
        QFETCH(int, column);
        const auto viewModel = make();
        const gateway::UserSort sort = ui::pages::users::sortOf(UserColumn(column));
        viewModel->setSort(sort, Qt::DescendingOrder);
        QCOMPARE(m_fake->queries.constLast().sort, sort);
        QCOMPARE(m_fake->queries.constLast().order, Qt::DescendingOrder);
    }

    void countsTheQuickFilters()
    {
        const auto viewModel = make();
        viewModel->start();
        QTRY_COMPARE(viewModel->count(UsersViewModel::QuickFilter::NoSecondFactor).people, 3);
        QTRY_COMPARE(viewModel->count(UsersViewModel::QuickFilter::Locked).people, 1);
        QTRY_COMPARE(viewModel->count(UsersViewModel::QuickFilter::Invited).people, 1);
        viewModel->setQuickFilter(UsersViewModel::QuickFilter::Locked);
        QTRY_COMPARE(viewModel->table().rowCount(), 1);
        QCOMPARE(viewModel->quickFilter(), UsersViewModel::QuickFilter::Locked);
        viewModel->setRoleFilter(u"user"_s);
        QCOMPARE(viewModel->quickFilter(), std::nullopt);
    }

    void saysWhyNobodyIsThere()
    {
        const auto viewModel = make();
        viewModel->start();
        QTRY_COMPARE(viewModel->table().rowCount(), 4);
        QVERIFY(viewModel->emptiness() == UsersViewModel::Emptiness::NotEmpty);
        viewModel->setSearch(u"nobody"_s);
        viewModel->searchNow();
        QTRY_VERIFY(viewModel->emptiness() == UsersViewModel::Emptiness::NothingFound);
        m_fake->people.resize(1);
        viewModel->clearAll();
        QTRY_VERIFY(viewModel->emptiness() == UsersViewModel::Emptiness::OnlyYou);
    }

    void offersWhatTheRoleAllows_data()
    {
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<bool>("edit");
        QTest::addColumn<bool>("create");
        QTest::addColumn<bool>("remove");
        const QString super(model::superAdminSlug), admin(model::adminSlug),
            desk(model::helpDeskSlug), audit(model::auditorSlug), user(model::userSlug);
        QTest::newRow("super admin on admin") << super << admin << true << true << true;
        QTest::newRow("admin on user") << admin << user << true << true << true;
        QTest::newRow("admin on super admin") << admin << super << false << true << false;
        QTest::newRow("admin on auditor") << admin << audit << false << true << false;
        QTest::newRow("help desk on user") << desk << user << true << false << false;
        QTest::newRow("help desk on admin") << desk << admin << false << false << false;
        QTest::newRow("auditor on user") << audit << user << false << false << false;
        QTest::newRow("user on user") << user << user << false << false << false;
    }

    void offersWhatTheRoleAllows()
    {
        QFETCH(QString, mine);
        QFETCH(QString, theirs);
        const model::User me = FakeUsersGateway::person(1, u"Me"_s, {}, mine);
        const model::User other = FakeUsersGateway::person(2, u"You"_s, {}, theirs);
        for (const QList<model::Role> &roles :
             {FakeUsersGateway::predefinedRoles(), QList<model::Role>()}) {
            const UserRights rights(gateway::Capability::Users | gateway::Capability::EditUsers, me,
                                    roles);
            QTEST(rights.canEdit(other), "edit");
            QTEST(rights.canCreate(), "create");
            QTEST(rights.canRemove(other), "remove");
            QCOMPARE(rights.canResetSecondFactor(other), false); // the connection cannot
        }
        const UserRights without(gateway::Capability::Users, me,
                                 FakeUsersGateway::predefinedRoles());
        QVERIFY(!without.canEdit(other) && !without.canCreate() && !without.canRemove(other));
    }

    void proposesAUsername_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("username");
        QTest::newRow("both") << u"Anna"_s << u"Kovac"_s << u"anna.kovac"_s;
        QTest::newRow("accents") << u"Zoë"_s << u"O'Néill"_s << u"zoe.oneill"_s;
        QTest::newRow("one name") << u"Cher"_s << QString() << u"cher"_s;
        QTest::newRow("another script") << u"Анна"_s << u"К"_s << u"анна.к"_s;
        QTest::newRow("nothing usable") << u"!"_s << u" "_s << QString();
    }

    void proposesAUsername()
    {
        QFETCH(QString, first);
        QFETCH(QString, last);
        QTEST(ui::pages::users::proposeUsername(first, last), "username");
    }
};

QTEST_GUILESS_MAIN(tst_UsersViewModel)
#include "tst_usersviewmodel.moc"
