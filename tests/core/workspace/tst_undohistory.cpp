// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/workspace/undohistory.h"

#include "core/net/relay.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <functional>

using namespace authdesk;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using model::User;
using model::UserStatus;
using workspace::UndoHistory;

namespace undohistorytest {

/// One person, whose version guards every change as the server's does.
class OnePerson final : public gateway::UsersGateway
{
public:
    OnePerson()
    {
        user.id = 7;
        user.username = u"ben"_s;
        user.firstName = u"Ben"_s;
        user.lastName = u"Ode"_s;
        user.email = u"ben@acme.example"_s;
        user.role = {.id = 5, .slug = u"user"_s, .name = u"User"_s};
        user.version = 3;
    }

    Answer<User> update(qint64 id, const gateway::UserChange &change, qint64 version) override
    {
        ++updates;
        if (refusal)
            return net::readyFuture<base::Result<User>>(
                std::unexpected(*std::exchange(refusal, std::nullopt)));
        if (id != user.id)
            return net::readyFuture<base::Result<User>>(base::fail(ErrorCode::NotFound));
        if (version != user.version)
            return net::readyFuture<base::Result<User>>(base::fail(ErrorCode::VersionConflict));
        user.username = change.username.value_or(user.username);
        if (change.email)
            user.email = change.email->isEmpty() ? std::nullopt : change.email;
        user.firstName = change.firstName.value_or(user.firstName);
        user.lastName = change.lastName.value_or(user.lastName);
        user.role.slug = change.roleSlug.value_or(user.role.slug);
        user.status = change.status.value_or(user.status);
        user.validUntil = change.validUntil.value_or(user.validUntil);
        ++user.version;
        return net::readyFuture<base::Result<User>>(user);
    }

    Answer<model::Page<User>> list(const gateway::UserQuery &) override { return {}; }
    Answer<User> find(qint64) override { return {}; }
    Answer<gateway::CreatedUser> create(const gateway::NewUser &) override { return {}; }
    Answer<void> remove(qint64) override { return {}; }
    Answer<gateway::OneTimeSecret> resetPassword(qint64) override { return {}; }
    Answer<gateway::OneTimeSecret> resetSecondFactor(qint64, const QString &) override
    {
        return {};
    }
    Answer<model::SignInCheck> checkSignIn(qint64) override { return {}; }
    Answer<User> unlock(qint64) override { return {}; }
    Answer<User> endSessions(qint64) override { return {}; }
    Answer<QList<model::Role>> roles() override { return {}; }

    User user;
    std::optional<base::Error> refusal; ///< given once
    int updates = 0;
};

} // namespace undohistorytest

using undohistorytest::OnePerson;

class tst_UndoHistory final : public QObject
{
    Q_OBJECT

private:
    const QDateTime m_noon{QDate(2027, 3, 3), QTime(12, 0), Qt::UTC};
    std::unique_ptr<OnePerson> m_server;
    std::unique_ptr<UndoHistory> m_history;

    /// Changes the person as the console does, and records that.
    void change(const std::function<void(gateway::UserChange &)> &edit)
    {
        gateway::UserChange change;
        edit(change);
        const User before = m_server->user;
        QVERIFY(m_server->update(before.id, change, before.version).result());
        QVERIFY(m_history->record(before, m_server->user, m_noon));
        m_server->updates = 0;
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<OnePerson>();
        m_history = std::make_unique<UndoHistory>(m_server.get());
    }

    void takesADisableBack()
    {
        change([](auto &c) { c.status = UserStatus::Disabled; });
        QSignalSpy undone(m_history.get(), &UndoHistory::undone);
        m_history->undoNewest(m_noon);
        QCOMPARE(m_server->user.status, UserStatus::Active);
        QCOMPARE(undone.size(), 1);
        QVERIFY(!m_history->newest(m_noon));
    }

    void takesSeveralBackTogether()
    {
        change([](auto &c) { c.firstName = u"Bob"_s; });
        const User ben = m_server->user;
        gateway::UserChange change;
        change.status = UserStatus::Disabled;
        QVERIFY(m_server->update(ben.id, change, ben.version).result());
        User gone = ben; // deleted by somebody meanwhile
        gone.id = 8;
        User goneDisabled = gone;
        goneDisabled.status = UserStatus::Disabled;
        const User same = ben;
        QVERIFY(m_history->recordTogether(
            {{ben, m_server->user}, {same, same}, {gone, goneDisabled}}, m_noon));
        QSignalSpy undone(m_history.get(), &UndoHistory::undone);
        QSignalSpy refused(m_history.get(), &UndoHistory::refused);
        QSignalSpy together(m_history.get(), &UndoHistory::undoneTogether);
        m_history->undoNewest(m_noon);
        QCOMPARE(m_server->user.status, UserStatus::Active);
        QCOMPARE(undone.size(), 1);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(together.size(), 1);
        QCOMPARE(together.first().first().toInt(), 1);
        // What was there before is another undo.
        QVERIFY(m_history->newest(m_noon));
        m_history->undoNewest(m_noon);
        QCOMPARE(m_server->user.firstName, u"Ben"_s);
        QCOMPARE(together.size(), 1);
        QVERIFY(!m_history->recordTogether({{same, same}}, m_noon));
    }

    void takesAnEnableBack()
    {
        m_server->user.status = UserStatus::Disabled;
        change([](auto &c) { c.status = UserStatus::Active; });
        m_history->undoNewest(m_noon);
        QCOMPARE(m_server->user.status, UserStatus::Disabled);
    }

    void takesAnEndBackWithoutDisablingWhoeverHadEnded()
    {
        m_server->user.validUntil = m_noon.addSecs(-1);
        m_server->user.status = UserStatus::Disabled;
        const User before = m_server->user;
        m_server->user.validUntil = m_noon.addDays(30);
        m_server->user.status = UserStatus::Active;
        QVERIFY(m_history->record(before, m_server->user, m_noon));
        const auto entry = m_history->newest(m_noon);
        QVERIFY(entry);
        QVERIFY(!entry->back.status);
        m_history->undoNewest(m_noon);
        QCOMPARE(m_server->user.validUntil, before.validUntil);
    }

    void takesBackOnlyWhatWasEdited()
    {
        m_server->user.email.reset();
        change([](auto &c) {
            c.username = u"benjamin"_s;
            c.email = u"b@acme.example"_s;
            c.roleSlug = u"admin"_s;
        });
        const auto entry = m_history->newest(m_noon);
        QVERIFY(entry);
        QVERIFY(!entry->back.firstName && !entry->back.lastName && !entry->back.status);
        m_history->undoNewest(m_noon);
        QCOMPARE(m_server->user.username, u"ben"_s);
        QVERIFY(!m_server->user.email);
        QCOMPARE(m_server->user.role.slug, u"user"_s);
    }

    void keepsTenMinutes()
    {
        change([](auto &c) { c.lastName = u"Odd"_s; });
        QVERIFY(m_history->newest(m_noon.addSecs(599)));
        QVERIFY(!m_history->newest(m_noon.addSecs(600)));
        m_history->undoNewest(m_noon.addSecs(600));
        QCOMPARE(m_server->updates, 0);
        QCOMPARE(m_server->user.lastName, u"Odd"_s);
    }

    void neverOverwritesALaterChange()
    {
        change([](auto &c) { c.lastName = u"Odd"_s; });
        m_server->user.lastName = u"Somebody else's"_s;
        ++m_server->user.version;
        QSignalSpy undone(m_history.get(), &UndoHistory::undone);
        QSignalSpy refused(m_history.get(), &UndoHistory::refused);
        m_history->undoNewest(m_noon);
        QCOMPARE(m_server->user.lastName, u"Somebody else's"_s);
        QCOMPARE(undone.size(), 0);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.at(0).at(1).value<base::Error>().code, ErrorCode::VersionConflict);
        QVERIFY(!m_history->newest(m_noon)); // it will never be possible again
    }

    void mayBeTriedAgainWhenTheServerWasAway()
    {
        change([](auto &c) { c.lastName = u"Odd"_s; });
        m_server->refusal = base::Error{.code = ErrorCode::Unreachable, .message = {}};
        QSignalSpy refused(m_history.get(), &UndoHistory::refused);
        m_history->undoNewest(m_noon);
        QCOMPARE(refused.size(), 1);
        QVERIFY(m_history->newest(m_noon));
        m_history->undoNewest(m_noon);
        QCOMPARE(m_server->user.lastName, u"Ode"_s);
    }

    void goesBackThroughSeveralChangesOfOnePerson()
    {
        change([](auto &c) { c.firstName = u"B"_s; });
        change([](auto &c) { c.lastName = u"O"_s; });
        m_history->undoNewest(m_noon);
        QCOMPARE(m_server->user.firstName, u"B"_s);
        QCOMPARE(m_server->user.lastName, u"Ode"_s);
        m_history->undoNewest(m_noon);
        QCOMPARE(m_server->user.firstName, u"Ben"_s);
    }

    void recordsNothingThatCannotBeTakenBack_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("nothing changed") << 0;
        QTest::newRow("unlocked") << 1;
        QTest::newRow("a server without versions") << 2;
        QTest::newRow("another person") << 3;
    }

    void recordsNothingThatCannotBeTakenBack()
    {
        QFETCH(const int, which);
        User before = m_server->user;
        User after = before;
        ++after.version;
        if (which == 1)
            before.status = UserStatus::Locked;
        if (which >= 2)
            after.lastName = u"Odd"_s;
        if (which == 2)
            after.version = 0;
        if (which == 3)
            after.id = 8;
        QVERIFY(!m_history->record(before, after, m_noon));
        QVERIFY(!m_history->newest(m_noon));
    }

    void forgetsWithTheSignIn()
    {
        change([](auto &c) { c.lastName = u"Odd"_s; });
        QSignalSpy changed(m_history.get(), &UndoHistory::changed);
        m_history->clear();
        QCOMPARE(changed.size(), 1);
        m_history->undoNewest(m_noon);
        QCOMPARE(m_server->updates, 0);
    }
};

QTEST_GUILESS_MAIN(tst_UndoHistory)
#include "tst_undohistory.moc"
