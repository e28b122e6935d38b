// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeusersgateway.h"

#include "ui/pages/users/personviewmodel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace authdesk;
using namespace Qt::StringLiterals;
using test::FakeUsersGateway;
using ui::pages::users::DraftConflict;
using ui::pages::users::DraftField;
using ui::pages::users::PersonAction;
using ui::pages::users::PersonViewModel;
using ui::pages::users::UserDraft;
using ui::pages::users::UserRights;

class tst_PersonViewModel final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FakeUsersGateway> m_fake;
    std::unique_ptr<PersonViewModel> m_person;

    [[nodiscard]] UserRights rights() const
    {
        return {gateway::Capability::Users | gateway::Capability::EditUsers
                    | gateway::Capability::ResetSecondFactor,
                m_fake->people.first(), m_fake->roleList};
    }

    void editLastName(const QString &name)
    {
        UserDraft draft = m_person->draft();
        draft.lastName = name;
        m_person->setDraft(draft);
    }

private Q_SLOTS:
    void init()
    {
        m_fake.reset(FakeUsersGateway::withFour());
        m_person = std::make_unique<PersonViewModel>(*m_fake);
        m_person->setRights(rights());
    }

    void savesOnlyWhatWasEdited()
    {
        m_person->show(*m_fake->byId(2));
        QVERIFY(!m_person->isDirty());
        editLastName(u"Odum"_s);
        QVERIFY(m_person->isDirty());
        m_person->save();
        QTRY_VERIFY(!m_person->isDirty());
        QCOMPARE(m_fake->lastChange.lastName, u"Odum"_s);
        QVERIFY(!m_fake->lastChange.username && !m_fake->lastChange.roleSlug
                && !m_fake->lastChange.status);
        QCOMPARE(m_fake->byId(2)->lastName, u"Odum"_s);
    }

    void nothingIsOverwrittenWhenSomebodyElseSavedFirst()
    {
        m_person->show(*m_fake->byId(2));
        QCoreApplication::processEvents();
        m_fake->byId(2)->email = u"new@acme.example"_s;
        m_fake->byId(2)->lastName = u"Theirs"_s;
        ++m_fake->byId(2)->version;
        QSignalSpy conflicts(m_person.get(), &PersonViewModel::conflicted);
        editLastName(u"Mine"_s);
        m_person->save();
        QTRY_COMPARE(conflicts.size(), 1);
        QCOMPARE(m_fake->byId(2)->lastName, u"Theirs"_s);
        const auto conflict = conflicts.at(0).at(0).value<DraftConflict>();
        const auto differences = conflict.differences();
        QCOMPARE(differences.size(), 2);
        QCOMPARE(differences.at(0).field, DraftField::Email);
        QVERIFY(!differences.at(0).mineChanged && differences.at(0).theirsChanged);
        QCOMPARE(differences.at(1).field, DraftField::LastName);
        QVERIFY(differences.at(1).mineChanged && differences.at(1).theirsChanged);

        UserDraft chosen = ui::pages::users::draftOf(conflict.theirs);
        chosen.lastName = u"Mine"_s;
        m_person->resolve(conflict, chosen);
        QTRY_COMPARE(m_fake->byId(2)->lastName, u"Mine"_s);
        QCOMPARE(m_fake->byId(2)->email, u"new@acme.example"_s);
        QVERIFY(!m_person->isDirty());
    }

    void knowsTheLastOneWhoMayManageUsers()
    {
        m_person->show(*m_fake->byId(1));
        QTRY_VERIFY(m_person->isLastManager());
        QVERIFY(m_person->offers(PersonAction::Disable));
        QVERIFY(!m_person->allows(PersonAction::Disable));
        QVERIFY(!m_person->allows(PersonAction::Delete));
    }

    void aDisabledAdminIsNoOtherManager_data()
    {
        QTest::addColumn<model::UserStatus>("status");
        QTest::addColumn<bool>("last");
        QTest::newRow("active") << model::UserStatus::Active << false;
        QTest::newRow("disabled") << model::UserStatus::Disabled << true;
    }

    void aDisabledAdminIsNoOtherManager()
    {
        QFETCH(model::UserStatus, status);
        model::User second = FakeUsersGateway::person(5, u"Eve"_s, u"X"_s, model::adminSlug);
        second.status = status;
        m_fake->people.append(second);
        m_person->show(*m_fake->byId(1));
        QCoreApplication::processEvents();
        QTEST(m_person->isLastManager(), "last");
    }

    void aPersonWithoutThatRightIsNeverTheLastManager()
    {
        m_person->show(*m_fake->byId(2));
        QCoreApplication::processEvents();
        QVERIFY(!m_person->isLastManager());
        QVERIFY(m_person->allows(PersonAction::Delete));
    }

    void theServersRefusalOfTheLastAdminIsTold()
    {
        m_person->show(*m_fake->byId(2));
        m_fake->refuse.insert(u"remove"_s, {.code = base::ErrorCode::LastAdmin, .message = {}});
        QSignalSpy refused(m_person.get(), &PersonViewModel::actionRefused);
        m_person->run(PersonAction::Delete);
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(m_fake->byId(2));
    }

    void offersOnlyWhatFitsThePerson()
    {
        m_person->show(*m_fake->byId(3)); // locked, no second factor
        QVERIFY(m_person->offers(PersonAction::Unlock));
        QVERIFY(!m_person->offers(PersonAction::ResetSecondFactor));
        QVERIFY(!m_person->offers(PersonAction::Enable));
        m_person->show(*m_fake->byId(2));
        QVERIFY(!m_person->offers(PersonAction::Unlock));
        QVERIFY(m_person->offers(PersonAction::ResetSecondFactor));
        m_person->show(*m_fake->byId(1)); // oneself
        QVERIFY(!m_person->offers(PersonAction::ResetPassword));
        QVERIFY(!m_person->offers(PersonAction::EndSessions));
    }

    void aSaveOfAPersonWhoIsGoneSaysSo()
    {
        m_person->show(*m_fake->byId(2));
        QCoreApplication::processEvents();
        QSignalSpy gone(m_person.get(), &PersonViewModel::gone);
        editLastName(u"Odum"_s);
        m_fake->refuse.insert(u"update"_s,
                              {.code = base::ErrorCode::VersionConflict, .message = {}});
        m_fake->people.removeAt(1);
        m_person->save();
        QTRY_COMPARE(gone.size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_PersonViewModel)
#include "tst_personviewmodel.moc"
