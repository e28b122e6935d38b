// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefixture.h"

#include "core/server/store/challengerepository.h"
#include "core/server/store/sessionrepository.h"

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using base::ErrorCode;

class TestSessionRepository final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<StoreFixture>();
        m_user = m_store->addPerson(u"ann"_s);
    }

    void keepsEveryField();
    void s37_parallelRefreshesHaveOneWinner();
    void s37_aSpentRefreshTokenIsRecognised();
    void aSessionWithoutRefreshCannotRotate();
    void renewsTheAccessAlone();
    void s32_endingOthersKeepsThisOne();
    void listsWhatIsStillGoodPageByPage();
    void findsSessionsByTheirPerson_data();
    void findsSessionsByTheirPerson();
    void clearsAwayWhatEnded();
    void aChallengeExpiresAndEndsOnce();
    void s24_aChallengeByNameIsBoundToItsAddress();
    void failuresOfAChallengeAreCountedExactly();

private:
    SessionRecord session(const QByteArray &name, qint64 userId)
    {
        SessionRecord record;
        record.session.userId = userId;
        record.session.system = u"authdesk"_s;
        record.session.address = u"::1"_s;
        record.session.userAgent = u"curl/7 <script>"_s;
        record.session.createdAt = m_store->now();
        record.session.lastSeenAt = m_store->now();
        record.session.expiresAt = m_store->now().addDays(90);
        record.accessHash = "access-" + name;
        record.accessExpiresAt = m_store->now().addSecs(900);
        record.refreshHash = "refresh-" + name;
        record.refreshExpiresAt = m_store->now().addDays(30);
        record.signedInAt = m_store->now();
        return record;
    }

    template <typename Function>
    auto write(Function function)
    {
        return m_store->write([&](Connection &connection) {
            SessionRepository sessions(connection);
            return function(sessions);
        });
    }

    qint64 add(const QByteArray &name) { return add(session(name, m_user)); }
    qint64 add(const SessionRecord &record)
    {
        return write([&](SessionRepository &sessions) { return sessions.create(record); });
    }

    bool rotate(qint64 id, const QByteArray &old, const QByteArray &name)
    {
        return write([&](SessionRepository &sessions) {
            return sessions.rotate(id, "refresh-" + old,
                                   {.accessHash = "access-" + name,
                                    .accessExpiresAt = m_store->now().addSecs(900),
                                    .refreshHash = "refresh-" + name,
                                    .refreshExpiresAt = m_store->now().addDays(30)},
                                   m_store->now());
        });
    }

    std::unique_ptr<StoreFixture> m_store;
    qint64 m_user = 0;
};

void TestSessionRepository::keepsEveryField()
{
    SessionRecord record = session("a", m_user);
    record.enrollmentRequired = true;
    record.session.id = add(record);
    record.session.username = u"ann"_s;
    const auto found =
        write([](SessionRepository &sessions) { return sessions.findByAccess("access-a"); });
    QVERIFY(found);
    QCOMPARE(found->session, record.session);
    QCOMPARE(found->refreshHash, record.refreshHash);
    QCOMPARE(found->refreshExpiresAt, record.refreshExpiresAt);
    QCOMPARE(found->accessExpiresAt, record.accessExpiresAt);
    QCOMPARE(found->signedInAt, record.signedInAt);
    QVERIFY(found->enrollmentRequired);
    m_store->advance(60);
    const auto changed = write([&](SessionRepository &sessions) {
        sessions.clearEnrollmentRequired(record.session.id);
        sessions.setLastSeen(record.session.id, m_store->now());
        return sessions.find(record.session.id);
    });
    QVERIFY(!changed->enrollmentRequired);
    QCOMPARE(changed->session.lastSeenAt, m_store->now());
}

void TestSessionRepository::s37_parallelRefreshesHaveOneWinner()
{
    const qint64 id = add("a");
    const int winners = StoreFixture::countWinners(
        8, [&](int i) { return rotate(id, "a", "b" + QByteArray::number(i)); });
    QCOMPARE(winners, 1);
    QVERIFY(!write([](SessionRepository &sessions) { return sessions.findByAccess("access-a"); }));
}

void TestSessionRepository::s37_aSpentRefreshTokenIsRecognised()
{
    const qint64 id = add("a");
    QVERIFY(rotate(id, "a", "b"));
    QVERIFY(rotate(id, "b", "c"));
    const auto match = [&](const QByteArray &hash) {
        return write([&](SessionRepository &sessions) { return sessions.findByRefresh(hash); });
    };
    for (const char *spent : {"refresh-a", "refresh-b"}) {
        QVERIFY(match(spent));
        QVERIFY(match(spent)->spent);
        QCOMPARE(match(spent)->record.session.id, id);
    }
    QVERIFY(!match("refresh-c")->spent);
    QVERIFY(!match("refresh-d"));
    const auto isSpent = [&](const QByteArray &hash) {
        return write([&](SessionRepository &sessions) { return sessions.isSpent(hash); });
    };
    QVERIFY(isSpent("refresh-a"));
    QVERIFY(!isSpent("refresh-c"));
    QVERIFY(!isSpent("refresh-d"));
    QVERIFY(write([&](SessionRepository &sessions) { return sessions.remove(id); }));
    QVERIFY(!match("refresh-a"));
    QVERIFY(!match("refresh-c"));
}

void TestSessionRepository::aSessionWithoutRefreshCannotRotate()
{
    SessionRecord record = session("key", m_user);
    record.refreshHash.clear();
    record.refreshExpiresAt.reset();
    const qint64 id = add(record);
    record.accessHash = "access-key2";
    QVERIFY(add(record) > 0); // a second one without a refresh token is no clash
    QVERIFY(!write([&](SessionRepository &sessions) {
        return sessions.rotate(id, QByteArray(), {}, m_store->now());
    }));
    QVERIFY(!write([](SessionRepository &sessions) { return sessions.findByRefresh(""); }));
}

void TestSessionRepository::renewsTheAccessAlone()
{
    const qint64 id = add("a");
    const QDateTime end = m_store->now().addSecs(3600);
    const auto renew = [&](const QByteArray &refresh, const QByteArray &access) {
        return write([&](SessionRepository &sessions) {
            return sessions.renewAccess(id, refresh, access, end, m_store->now());
        });
    };
    QVERIFY(!renew("refresh-b", "access-b"));
    QVERIFY(!renew({}, "access-b"));
    QVERIFY(renew("refresh-a", "access-b"));
    QVERIFY(renew("refresh-a", "access-c"));
    for (const QByteArray old : {"access-a", "access-b"}) {
        QVERIFY(!write([&](SessionRepository &sessions) { return sessions.findByAccess(old); }));
    }
    const auto found =
        write([](SessionRepository &sessions) { return sessions.findByAccess("access-c"); });
    QVERIFY(found);
    QCOMPARE(found->accessExpiresAt, end);
    QCOMPARE(found->refreshHash, "refresh-a"_ba);
    QVERIFY(!write([](SessionRepository &sessions) { return sessions.isSpent("refresh-a"); }));
}

void TestSessionRepository::s32_endingOthersKeepsThisOne()
{
    const qint64 own = add("a");
    (void)add("b");
    (void)add("c");
    const qint64 ben = m_store->addPerson(u"ben"_s);
    const qint64 his = add(session("d", ben));
    QCOMPARE(
        write([&](SessionRepository &sessions) { return sessions.removeForUser(m_user, own); }), 2);
    QVERIFY(write([&](SessionRepository &sessions) { return sessions.find(own); }));
    QCOMPARE(write([&](SessionRepository &sessions) { return sessions.removeForUser(m_user); }), 1);
    QVERIFY(write([&](SessionRepository &sessions) { return sessions.find(his); }));
}

void TestSessionRepository::listsWhatIsStillGoodPageByPage()
{
    QList<qint64> ids;
    for (int i = 0; i < 7; ++i)
        ids.prepend(add(QByteArray::number(i)));
    const qint64 ben = m_store->addPerson(u"ben"_s);
    (void)add(session("ben", ben));
    SessionRecord ended = session("ended", m_user);
    ended.session.expiresAt = m_store->now();
    (void)add(ended);
    SessionRecord idle = session("idle", m_user);
    idle.accessExpiresAt = m_store->now();
    idle.refreshExpiresAt = m_store->now();
    (void)add(idle);

    const auto list = [&](const SessionListQuery &query) {
        return m_store->database().read([&](Connection &connection) {
            return SessionRepository(connection).list(query, m_store->now());
        });
    };
    QList<qint64> listed;
    SessionListQuery query{.userId = m_user, .limit = 3};
    do {
        const auto page = list(query);
        QVERIFY(page);
        for (const model::Session &session : page->items)
            listed.append(session.id);
        query.cursor = page->nextCursor;
    } while (!query.cursor.isEmpty());
    QCOMPARE(listed, ids);
    QCOMPARE(list({.limit = 100})->items.size(), 8);
    QCOMPARE(list({.limit = 100})->items.first().username, u"ben"_s);
    // A cursor is good for its own list only.
    const QString own = list({.userId = m_user, .limit = 1})->nextCursor;
    QCOMPARE(list({.userId = ben, .limit = 1, .cursor = own}).error().code,
             ErrorCode::InvalidFields);
}

void TestSessionRepository::findsSessionsByTheirPerson_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("nothing") << QString() << QStringList{u"ben"_s, u"anastasia"_s, u"ann"_s};
    QTest::newRow("a beginning") << u"an"_s << QStringList{u"anastasia"_s, u"ann"_s};
    QTest::newRow("two letters in the middle") << u"nn"_s << QStringList();
    QTest::newRow("three letters in the middle") << u"tas"_s << QStringList{u"anastasia"_s};
    QTest::newRow("other case and blanks") << u" ANAst "_s << QStringList{u"anastasia"_s};
    QTest::newRow("part of a name") << u"Odegaard"_s << QStringList{u"ben"_s};
    QTest::newRow("part of an address") << u"acme.ex"_s << QStringList{u"ben"_s};
    QTest::newRow("a sign of the search's own") << u"an%"_s << QStringList();
    QTest::newRow("a quote") << u"an\"n"_s << QStringList();
    QTest::newRow("a NUL") << u"ann"_s + QChar(u'\0') + u"x"_s << QStringList();
    QTest::newRow("half a letter") << u"ann"_s + QChar(0xd800) << QStringList();
    QTest::newRow("too long") << QString(600, u'a') << QStringList();
}

void TestSessionRepository::findsSessionsByTheirPerson()
{
    QFETCH(QString, search);
    QFETCH(QStringList, found);
    NewUserRecord ben = m_store->person(u"ben"_s);
    ben.email = u"ben@acme.example"_s;
    ben.firstName = u"Ben"_s;
    ben.lastName = u"Ødegaard Odegaard"_s;
    (void)add("ann");
    (void)add(session("anastasia", m_store->addPerson(u"anastasia"_s)));
    (void)add(session("ben", m_store->add(ben).value()));
    QStringList names;
    SessionListQuery query{.search = search, .limit = 1};
    do {
        const auto page = m_store->database().read([&](Connection &connection) {
            return SessionRepository(connection).list(query, m_store->now());
        });
        QVERIFY(page);
        for (const model::Session &session : page->items)
            names.append(session.username);
        query.cursor = page->nextCursor;
    } while (!query.cursor.isEmpty());
    QCOMPARE(names, found);
}

void TestSessionRepository::clearsAwayWhatEnded()
{
    const qint64 id = add("a");
    QVERIFY(rotate(id, "a", "b"));
    m_store->advance(20 * 86400);
    (void)add("young");
    m_store->advance(11 * 86400);
    QCOMPARE(
        write([&](SessionRepository &sessions) { return sessions.removeEnded(m_store->now()); }),
        1);
    QVERIFY(!write([&](SessionRepository &sessions) { return sessions.find(id); }));
    QVERIFY(
        write([](SessionRepository &sessions) { return sessions.findByAccess("access-young"); }));
}

void TestSessionRepository::aChallengeExpiresAndEndsOnce()
{
    ChallengeRecord challenge{.kind = ChallengeKind::SecondFactor,
                              .tokenHash = "challenge",
                              .userId = m_user,
                              .system = u"authdesk"_s,
                              .address = u"::1"_s,
                              .userAgent = u"x"_s,
                              .note = u"n"_s,
                              .createdAt = m_store->now(),
                              .expiresAt = m_store->now().addSecs(300)};
    const qint64 id = m_store->write(
        [&](Connection &connection) { return ChallengeRepository(connection).create(challenge); });
    const auto find = [&](ChallengeKind kind) {
        return m_store->read([&](Connection &connection) {
            return ChallengeRepository(connection).find(kind, "challenge", m_store->now());
        });
    };
    QCOMPARE(find(ChallengeKind::SecondFactor)->note, u"n"_s);
    QVERIFY(!find(ChallengeKind::PasswordChange));
    m_store->advance(300);
    QVERIFY(!find(ChallengeKind::SecondFactor));
    const int winners = StoreFixture::countWinners(8, [&](int) {
        return m_store->write(
            [&](Connection &connection) { return ChallengeRepository(connection).remove(id); });
    });
    QCOMPARE(winners, 1);
}

void TestSessionRepository::s24_aChallengeByNameIsBoundToItsAddress()
{
    m_store->write([&](Connection &connection) {
        for (const QString &address : {u"10.0.0.1"_s, u"10.0.0.2"_s}) {
            (void)ChallengeRepository(connection)
                .create({.kind = ChallengeKind::ByName,
                         .userId = m_user,
                         .system = u"pipelit"_s,
                         .address = address,
                         .createdAt = m_store->now(),
                         .expiresAt = m_store->now().addSecs(300)});
        }
        return 0;
    });
    const auto find = [&](qint64 user, const QString &system, const QString &address) {
        return m_store->read([&](Connection &connection) {
            return ChallengeRepository(connection)
                .findByName(user, system, address, m_store->now())
                .has_value();
        });
    };
    QVERIFY(find(m_user, u"pipelit"_s, u"10.0.0.2"_s));
    QVERIFY(!find(m_user, u"pipelit"_s, u"10.0.0.3"_s));
    QVERIFY(!find(m_user, u"bloqd"_s, u"10.0.0.1"_s));
    QVERIFY(!find(m_user + 1, u"pipelit"_s, u"10.0.0.1"_s));
    m_store->write([&](Connection &connection) {
        return ChallengeRepository(connection).removeExpired(m_store->now().addSecs(300));
    });
    QVERIFY(!find(m_user, u"pipelit"_s, u"10.0.0.2"_s));
}

void TestSessionRepository::failuresOfAChallengeAreCountedExactly()
{
    const qint64 id = m_store->write([&](Connection &connection) {
        return ChallengeRepository(connection)
            .create({.tokenHash = "t",
                     .userId = m_user,
                     .createdAt = m_store->now(),
                     .expiresAt = m_store->now().addSecs(300)});
    });
    std::atomic<int> sum = 0;
    (void)StoreFixture::countWinners(8, [&](int) {
        sum += m_store->write([&](Connection &connection) {
            return ChallengeRepository(connection).countFailure(id);
        });
        return true;
    });
    QCOMPARE(sum, 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8);
    QCOMPARE(m_store->write([&](Connection &connection) {
        return ChallengeRepository(connection).countFailure(id + 1);
    }),
             0);
}

} // namespace authdesk::server::store

QTEST_GUILESS_MAIN(authdesk::server::store::TestSessionRepository)
#include "tst_sessionrepository.moc"
