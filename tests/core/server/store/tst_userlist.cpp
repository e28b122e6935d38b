// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefixture.h"

#include "core/server/store/connection.h"
#include "core/server/store/factorrepository.h"
#include "core/server/store/folding.h"
#include "core/server/store/throttlerepository.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QSet>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Result;
using model::Page;
using model::User;
using model::UserStatus;

namespace {

constexpr std::array allOrders{UserOrder::Name,       UserOrder::Username, UserOrder::Email,
                               UserOrder::Role,       UserOrder::Status,   UserOrder::SecondFactor,
                               UserOrder::LastSignIn, UserOrder::Created};

const QStringList firstNames{u"Ann"_s, u"Ärne"_s, u"Bó"_s, u"María José"_s,
                             u"李"_s,  u""_s,     u"ann"_s};
const QStringList lastNames{u"Smith"_s, u"Müller"_s, u"Zhang"_s, u"O'Neil"_s, u"% _\""_s, u""_s};

/// What a list is sorted by, as something that compares like the list does.
QString sortText(const User &user, UserOrder order)
{
    const auto number = [](qint64 value) { return u"%1"_s.arg(value, 20, 10, QChar(u'0')); };
    switch (order) {
    case UserOrder::Name:
        return folded(user.displayName());
    case UserOrder::Username:
        return folded(user.username);
    case UserOrder::Email:
        return folded(user.email.value_or(QString()));
    case UserOrder::Role:
        return folded(user.role.name);
    case UserOrder::Status:
        return number(int(user.status));
    case UserOrder::SecondFactor:
        return number(user.mfaMethods.size());
    case UserOrder::LastSignIn:
        return number(user.lastLoginAt ? user.lastLoginAt->toMSecsSinceEpoch() : 0);
    case UserOrder::Created:
        return number(user.createdAt.toMSecsSinceEpoch());
    }
    Q_UNREACHABLE();
}

/// `part` is folded.
bool contains(const User &user, const QString &part)
{
    return folded(user.displayName()).contains(part) || folded(user.username).contains(part)
           || folded(user.email.value_or(QString())).contains(part);
}

bool begins(const User &user, const QString &search)
{
    // One part is asked about everybody, and folding a very long one takes its time.
    static QString foldedLast;
    static QString part;
    if (search != foldedLast) {
        foldedLast = search;
        part = folded(search);
    }
    return folded(user.displayName()).startsWith(part) || folded(user.username).startsWith(part)
           || folded(user.email.value_or(QString())).startsWith(part);
}

} // namespace

class TestUserList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyOrderShowsEverybodyOnce_data();
    void everyOrderShowsEverybodyOnce();
    void everyOrderStaysRightWhileSomebodyIsAdded_data();
    void everyOrderStaysRightWhileSomebodyIsAdded();
    void findsAnyPartOfThreeCharacters();
    void findsPrefixesOfOneAndTwoCharacters();
    void filtersTogether();
    void everyCombinationOfFilters();
    void hostileSearchIsJustText_data();
    void hostileSearchIsJustText();
    void searchFollowsAChange();
    void manyHitsAreCountedToTenThousand();
    void manyAreFoundWhereverTheyStand_data();
    void manyAreFoundWhereverTheyStand();
    void statusesFollowTheTime();
    void refusesForeignCursors_data();
    void refusesForeignCursors();

private:
    Page<User> page(const UserListQuery &query)
    {
        auto listed = listUsers(m_store->database(), query, m_store->now());
        if (!listed)
            QTest::qFail(qPrintable(listed.error().message + listed.error().detail), __FILE__,
                         __LINE__);
        return listed.value_or(Page<User>{});
    }

    QList<User> all(UserListQuery query)
    {
        QList<User> users;
        do {
            const Page<User> next = page(query);
            users += next.items;
            query.cursor = next.nextCursor;
        } while (!query.cursor.isEmpty() && users.size() < 100'000);
        return users;
    }

    static QSet<qint64> idsOf(const QList<User> &users)
    {
        QSet<qint64> ids;
        for (const User &user : users)
            ids.insert(user.id);
        return ids;
    }

    template <typename Predicate>
    QSet<qint64> idsWhere(Predicate predicate)
    {
        QSet<qint64> ids;
        for (const User &user : m_everybody) {
            if (predicate(user))
                ids.insert(user.id);
        }
        return ids;
    }

    std::unique_ptr<StoreFixture> m_store;
    QList<User> m_everybody;
};

void TestUserList::initTestCase()
{
    m_store = std::make_unique<StoreFixture>();
    QRandomGenerator random(20260101);
    const auto one = [&](const QStringList &list) { return list[random.bounded(list.size())]; };
    const Result<void> filled = m_store->database().write([&](Connection &connection) {
        UserRepository users(connection);
        FactorRepository factors(connection);
        ThrottleRepository throttle(connection);
        for (int i = 0; i < 300; ++i) {
            NewUserRecord user = m_store->person(u"user%1"_s.arg(i), 1 + random.bounded(5));
            user.firstName = one(firstNames);
            user.lastName = one(lastNames);
            if (random.bounded(3) > 0)
                user.email = u"%1.%2@example%3.com"_s.arg(one(firstNames)).arg(i).arg(i % 4);
            user.disabled = random.bounded(6) == 0;
            user.mustChangePassword = random.bounded(4) == 0;
            const qint64 id = *users.create(user, m_store->now().addSecs(-60 * random.bounded(20)));
            if (random.bounded(2) == 0)
                users.setLastSignIn(users.find(id, m_store->now())->user,
                                    m_store->now().addSecs(-3600 * random.bounded(10)));
            if (random.bounded(3) == 0) {
                const qint64 factor =
                    factors.createPending(id, model::MfaKind::Totp, "sealed", {},
                                          m_store->now().addSecs(60), m_store->now());
                QVERIFY(factors.confirm(factor, 1, m_store->now()));
            }
            if (random.bounded(8) == 0) {
                throttle.lockUntil({.kind = ThrottleKind::Password,
                                    .nameHash = QByteArray::number(i),
                                    .userId = id},
                                   m_store->now().addSecs(600), m_store->now());
            }
        }
    });
    QVERIFY(filled);
    m_everybody = all({.limit = 200});
    QCOMPARE(m_everybody.size(), 300);
}

void TestUserList::everyOrderShowsEverybodyOnce_data()
{
    QTest::addColumn<int>("order");
    QTest::addColumn<bool>("descending");
    for (const UserOrder order : allOrders) {
        QTest::addRow("%d ascending", int(order)) << int(order) << false;
        QTest::addRow("%d descending", int(order)) << int(order) << true;
    }
}

void TestUserList::everyOrderShowsEverybodyOnce()
{
    QFETCH(int, order);
    QFETCH(bool, descending);
    for (const QString &search : {u""_s, u"user"_s, u"us"_s}) {
        const QList<User> users = all(
            {.search = search, .order = UserOrder(order), .descending = descending, .limit = 7});
        QCOMPARE(users.size(), m_everybody.size());
        QCOMPARE(idsOf(users), idsOf(m_everybody));
        for (qsizetype i = 1; i < users.size(); ++i) {
            const QByteArray before = sortText(users[i - 1], UserOrder(order)).toUtf8();
            const QByteArray after = sortText(users[i], UserOrder(order)).toUtf8();
            QVERIFY(descending ? before >= after : before <= after);
        }
    }
}

void TestUserList::everyOrderStaysRightWhileSomebodyIsAdded_data()
{
    everyOrderShowsEverybodyOnce_data();
}

void TestUserList::everyOrderStaysRightWhileSomebodyIsAdded()
{
    QFETCH(int, order);
    QFETCH(bool, descending);
    UserListQuery query{.order = UserOrder(order), .descending = descending, .limit = 80};
    QList<User> users;
    QList<qint64> added;
    do {
        const Page<User> next = page(query);
        users += next.items;
        query.cursor = next.nextCursor;
        added << m_store->addPerson(u"a%1"_s.arg(added.size()));
    } while (!query.cursor.isEmpty());
    // Nobody twice, and everybody who was there all the time.
    QCOMPARE(idsOf(users).size(), users.size());
    QVERIFY(idsOf(users).contains(idsOf(m_everybody)));
    for (const qint64 id : added) {
        const Result<bool> removed = m_store->database().write(
            [&](Connection &connection) { return UserRepository(connection).remove(id); });
        QCOMPARE(removed, Result<bool>(true));
    }
}

void TestUserList::findsAnyPartOfThreeCharacters()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 150; ++round) {
        const User &user = m_everybody[random.bounded(m_everybody.size())];
        const QStringList texts{user.displayName(), user.username,
                                user.email.value_or(user.username)};
        const QString text = texts[random.bounded(3)].trimmed();
        if (text.size() < 3)
            continue;
        const qsizetype from = random.bounded(text.size() - 2);
        const qsizetype length = 3 + random.bounded(text.size() - from - 2);
        const QString part = text.sliced(from, length).trimmed();
        if (part.toUcs4().size() < 3)
            continue;
        const QList<User> found = all({.search = part.toUpper(),
                                       .order = allOrders[std::size_t(random.bounded(8))],
                                       .limit = 11});
        QCOMPARE(idsOf(found),
                 idsWhere([&](const User &one) { return contains(one, folded(part)); }));
        QVERIFY2(idsOf(found).contains(user.id), qPrintable(part));
        QCOMPARE(page({.search = part.toUpper()}).total, found.size());
    }
}

void TestUserList::findsPrefixesOfOneAndTwoCharacters()
{
    for (const QString &part :
         {u"a"_s, u"AN"_s, u"Ä"_s, u"李"_s, u"u"_s, u"zz"_s, u"%"_s, u"%_"_s}) {
        const QList<User> found = all({.search = part, .limit = 13});
        QCOMPARE(idsOf(found), idsWhere([&](const User &one) { return begins(one, part); }));
        QCOMPARE(page({.search = part}).total, found.size());
    }
}

void TestUserList::filtersTogether()
{
    for (const UserStatus status :
         {UserStatus::Active, UserStatus::Disabled, UserStatus::Locked, UserStatus::Invited}) {
        const auto expected = idsWhere([&](const User &user) { return user.status == status; });
        QVERIFY(!expected.isEmpty());
        QCOMPARE(idsOf(all({.status = status})), expected);
        for (const bool secondFactor : {true, false}) {
            for (const UserOrder order : {UserOrder::Status, UserOrder::Role, UserOrder::Email}) {
                const UserListQuery query{.search = u"exam"_s,
                                          .roleSlug = u"help_desk"_s,
                                          .status = status,
                                          .secondFactor = secondFactor,
                                          .order = order,
                                          .limit = 2};
                const auto users = all(query);
                QCOMPARE(idsOf(users), idsWhere([&](const User &user) {
                             return user.status == status && user.mfaEnabled == secondFactor
                                    && user.role.slug == u"help_desk"_s
                                    && contains(user, u"exam"_s);
                         }));
                QCOMPARE(page(query).total, users.size());
            }
        }
    }
    QVERIFY(all({.roleSlug = u"no_such_role"_s}).isEmpty());
}

void TestUserList::everyCombinationOfFilters()
{
    int met = 0;
    for (const QString &role : {u""_s, u"help_desk"_s, u"user"_s}) {
        for (int status = -1; status <= int(UserStatus::Invited); ++status) {
            for (const auto factor :
                 {std::optional<bool>(), std::optional(true), std::optional(false)}) {
                UserListQuery query{.roleSlug = role, .secondFactor = factor, .limit = 7};
                if (status >= 0)
                    query.status = UserStatus(status);
                const auto expected = idsWhere([&](const User &user) {
                    return (role.isEmpty() || user.role.slug == role)
                           && (!query.status || user.status == *query.status)
                           && (!factor || user.mfaEnabled == *factor);
                });
                QCOMPARE(idsOf(all(query)), expected);
                QCOMPARE(page(query).total, expected.size());
                const auto ids = listUserIds(m_store->database(), query, 1000, m_store->now());
                QCOMPARE(QSet<qint64>(ids->begin(), ids->end()), expected);
                QVERIFY(std::is_sorted(ids->begin(), ids->end()));
                QCOMPARE(listUserIds(m_store->database(), query, 1, m_store->now())->size(),
                         expected.isEmpty() ? 0 : 1);
                met += expected.isEmpty() ? 0 : 1;
            }
        }
    }
    QVERIFY(met > 30); // of 45: it is about people, not about empty lists
}

void TestUserList::hostileSearchIsJustText_data()
{
    QTest::addColumn<QString>("search");
    for (const char *text :
         {"'; DROP TABLE users; --", "\" OR \"", "\"\"\"", "abc\"", "name_sort:ann", "ann OR smith",
          "NEAR(ann smith)", "ann*", "^ann", "-ann", "(ann", "%%%", "___", "a AND NOT b",
          "{name_sort} : ann", "\\\\\\", "?1?", ":a :b"})
        QTest::addRow("%s", text) << QString::fromUtf8(text);
    QTest::newRow("NUL inside") << u"an\0n"_s.replace(2, 1, QChar(0));
    QTest::newRow("half a surrogate") << QString(3, QChar(0xd800));
    QTest::newRow("very long") << QString(100'000, u'a');
    QTest::newRow("last character there is") << QString::fromUcs4(U"\U0010ffff\U0010ffff", 2);
}

void TestUserList::hostileSearchIsJustText()
{
    QFETCH(QString, search);
    const QList<User> found = all({.search = search});
    const QString part = folded(search);
    QCOMPARE(idsOf(found), idsWhere([&](const User &user) { return contains(user, part); }));
    QCOMPARE(page({}).total, m_everybody.size());
}

void TestUserList::searchFollowsAChange()
{
    const qint64 id = m_store->addPerson(u"qwertyuiop"_s);
    QCOMPARE(idsOf(all({.search = u"ertyu"_s})), QSet<qint64>{id});
    const Result<void> renamed = m_store->database().write([&](Connection &connection) {
        return UserRepository(connection)
            .update(id, {.username = u"asdfghjkl"_s, .firstName = u"Somebody"_s}, std::nullopt,
                    m_store->now());
    });
    QVERIFY(renamed);
    QVERIFY(all({.search = u"ertyu"_s}).isEmpty());
    QCOMPARE(idsOf(all({.search = u"dfgh"_s})), QSet<qint64>{id});
    QCOMPARE(idsOf(all({.search = u"omebod"_s})), QSet<qint64>{id});
    QVERIFY(m_store->database().write(
        [&](Connection &connection) { return UserRepository(connection).remove(id); }));
    QVERIFY(all({.search = u"omebod"_s}).isEmpty());
}

void TestUserList::manyHitsAreCountedToTenThousand()
{
    StoreFixture store;
    const auto fill = [&](int from, int to) {
        return store.database().write([&](Connection &connection) {
            UserRepository users(connection);
            for (int i = from; i < to; ++i) {
                NewUserRecord user = store.person(u"member%1"_s.arg(i));
                user.firstName = i >= 9000 ? u"Zhang"_s : u"Ann"_s;
                (void)users.create(user, store.now());
            }
        });
    };
    QVERIFY(fill(0, 10000));
    const auto total = [&](const UserListQuery &query) {
        return listUsers(store.database(), query, store.now()).value();
    };
    for (const QString &search : {u""_s, u"ember"_s, u"m"_s}) {
        QCOMPARE(total({.search = search}).total, 10000);
        QVERIFY(!total({.search = search}).totalAtLeast);
    }
    QVERIFY(fill(10000, 10001));
    for (const QString &search : {u""_s, u"ember"_s, u"m"_s}) {
        const Page<User> page = total({.search = search, .limit = 2});
        QCOMPARE(page.total, 10000);
        QVERIFY(page.totalAtLeast);
        const Page<User> next = total({.search = search, .limit = 2, .cursor = page.nextCursor});
        QCOMPARE(next.total, 10000);
        QVERIFY(next.totalAtLeast);
    }
    QCOMPARE(total({.search = u"zhang"_s}).total, 1001);
    // All of 10,001 hits, far beyond what is sorted at once, page by page.
    UserListQuery query{.search = u"ember"_s, .order = UserOrder::Created, .limit = 200};
    QSet<qint64> seen;
    qsizetype rows = 0;
    do {
        const Page<User> page = total(query);
        seen.unite(idsOf(page.items));
        rows += page.items.size();
        query.cursor = page.nextCursor;
    } while (!query.cursor.isEmpty());
    QCOMPARE(rows, 10001);
    QCOMPARE(seen.size(), 10001);
}

void TestUserList::manyAreFoundWhereverTheyStand_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("role");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<int>("count");
    // Each lies at once, behind the others, or at every fourth place of the order.
    for (const bool descending : {false, true}) {
        const char *direction = descending ? "down" : "up";
        QTest::addRow("most, %s", direction) << u"anna"_s << QString() << descending << 25'500;
        QTest::addRow("some, %s", direction) << u"zora"_s << QString() << descending << 8'500;
        QTest::addRow("all, %s", direction) << u"member"_s << QString() << descending << 34'000;
        QTest::addRow("two letters, %s", direction) << u"zo"_s << QString() << descending << 8'500;
        QTest::addRow("role, %s", direction) << QString() << u"auditor"_s << descending << 8'500;
        QTest::addRow("some of a role, %s", direction)
            << u"zora"_s << u"auditor"_s << descending << 2'125;
        QTest::addRow("most of a role, %s", direction)
            << u"anna"_s << u"auditor"_s << descending << 6'375;
    }
}

void TestUserList::manyAreFoundWhereverTheyStand()
{
    QFETCH(const QString, search);
    QFETCH(const QString, role);
    QFETCH(const bool, descending);
    QFETCH(const int, count);
    static std::unique_ptr<StoreFixture> store; // for all rows: it takes its time
    if (!store) {
        store = std::make_unique<StoreFixture>();
        const auto filled = store->database().write([](Connection &connection) {
            connection.execute(
                "INSERT INTO users (uid, username, username_folded, role_id, first_name, "
                "last_name, "
                "created_at, updated_at, name_sort, email_sort, role_sort) WITH RECURSIVE number "
                "(i) "
                "AS (SELECT 0 UNION ALL SELECT i + 1 FROM number WHERE i + 1 < 34000) "
                "SELECT 'u' || i, 'member' || i, 'member' || i, r.id, n.name, '', 0, 0, n.name, "
                "'', "
                "r.name_sort FROM number JOIN (SELECT 0 AS at, 'anna' AS name UNION ALL "
                "SELECT 1, 'zora') n ON n.at = CASE WHEN i < 25500 THEN 0 ELSE 1 END JOIN roles r "
                "ON r.slug = CASE WHEN i % 4 = 0 THEN 'auditor' ELSE 'user' END");
        });
        QVERIFY(filled);
    }
    UserListQuery query{.search = search, .roleSlug = role, .descending = descending, .limit = 200};
    Page<User> page = listUsers(store->database(), query, store->now()).value();
    QCOMPARE(page.total, std::min(count, 10'000));
    QCOMPARE(page.totalAtLeast, count > 10'000);
    // The first pages, and the last ones by the other direction.
    for (int pages = 1; pages <= 3; ++pages) {
        QCOMPARE(page.items.size(), 200);
        for (const User &user : page.items)
            QVERIFY(contains(user, search) && (role.isEmpty() || user.role.slug == role));
        const bool isInOrder =
            std::ranges::is_sorted(page.items, [&](const User &a, const User &b) {
                const auto key = [](const User &user) {
                    return std::pair(user.displayName(), user.id);
                };
                return descending ? key(b) < key(a) : key(a) < key(b);
            });
        QVERIFY(isInOrder);
        query.cursor = page.nextCursor;
        const qint64 last = page.items.last().id;
        page = listUsers(store->database(), query, store->now()).value();
        QVERIFY(page.items.isEmpty() || page.items.first().id != last);
    }
}

void TestUserList::statusesFollowTheTime()
{
    StoreFixture store;
    NewUserRecord guest = store.person(u"guest"_s);
    guest.validUntil = store.now().addSecs(100);
    const qint64 guestId = *store.add(guest);
    const qint64 lockedId = store.addPerson(u"locked"_s);
    QVERIFY(store.database().write([&](Connection &connection) {
        ThrottleRepository(connection)
            .lockUntil({.kind = ThrottleKind::Code, .nameHash = "x", .userId = lockedId},
                       store.now().addSecs(50), store.now());
    }));
    const auto with = [&](UserStatus status) {
        return idsOf(listUsers(store.database(), {.status = status}, store.now()).value().items);
    };
    QCOMPARE(with(UserStatus::Active), QSet<qint64>{guestId});
    QCOMPARE(with(UserStatus::Locked), QSet<qint64>{lockedId});
    store.advance(50);
    QCOMPARE(with(UserStatus::Locked), QSet<qint64>{});
    QCOMPARE(with(UserStatus::Active), (QSet<qint64>{guestId, lockedId}));
    store.advance(50);
    QCOMPARE(with(UserStatus::Disabled), QSet<qint64>{guestId});
    QCOMPARE(store.find(guestId)->user.status, UserStatus::Disabled);
    QCOMPARE(with(UserStatus::Active), QSet<qint64>{lockedId});
}

void TestUserList::refusesForeignCursors_data()
{
    QTest::addColumn<QString>("cursor");
    QTest::newRow("nonsense") << u"nonsense"_s;
    QTest::newRow("not base64") << u"?'\"% ä"_s;
    QTest::newRow("very long") << QString(1'000'000, u'A');
    QTest::newRow("of another order") << page({.order = UserOrder::Email, .limit = 1}).nextCursor;
    QTest::newRow("of another search") << page({.search = u"exa"_s, .limit = 1}).nextCursor;
    const QString own = page({.limit = 1}).nextCursor;
    QTest::newRow("cut short") << own.chopped(3);
    QTest::newRow("with more behind") << own + u"AAAA"_s;
}

void TestUserList::refusesForeignCursors()
{
    QFETCH(QString, cursor);
    QVERIFY(!cursor.isEmpty());
    const auto listed =
        listUsers(m_store->database(), {.limit = 1, .cursor = cursor}, m_store->now());
    QVERIFY(!listed);
    QCOMPARE(listed.error().code, ErrorCode::InvalidFields);
    QCOMPARE(listed.error().fields.value(0).field, u"cursor"_s);
}

} // namespace authdesk::server::store

QTEST_GUILESS_MAIN(authdesk::server::store::TestUserList)
#include "tst_userlist.moc"
