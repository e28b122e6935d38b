// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefixture.h"

#include "core/server/store/connection.h"
#include "core/server/store/migrator.h"
#include "core/server/store/settingsrepository.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>

#include <csignal>
#include <latch>
#include <thread>

#include <sys/resource.h>
#include <sys/stat.h>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

QByteArray contentOf(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

/// Every row of every table but the audit's chain, so that a test can tell what was left alone.
QStringList everythingIn(const StoreFixture &store)
{
    QStringList all;
    for (const QString &table : {u"schema_versions"_s, u"users"_s, u"settings"_s, u"roles"_s}) {
        all += table;
        all += store.fresh().selectElsewhere(u"SELECT count(*) FROM "_s + table);
    }
    return all;
}

/// For what only a file can do.
#define ON_SQLITE_ONLY()                                                                           \
    if (tests::FreshDatabase::isPostgresql())                                                      \
    QSKIP("a file of SQLite's is what this is about")

Result<void> setSetting(Database &database, const QString &key, const QString &value)
{
    return database.write(
        [&](Connection &connection) { SettingsRepository(connection).set(key, value); });
}

QHash<QString, QString> settings(Database &database)
{
    return database
        .read([](Connection &connection) { return SettingsRepository(connection).list(); })
        .value();
}

/// What the child program of the kill test does: writes for ever, telling each row that is safe.
int writeUntilKilled(const QString &where)
{
    auto database = Database::open(where.startsWith(u"postgresql:"_s)
                                       ? DatabaseOptions{.url = base::Secret::fromString(where)}
                                       : DatabaseOptions{.file = where});
    if (!database)
        return 1;
    std::mutex printing;
    const auto work = [&](int worker) {
        for (int i = 0;; ++i) {
            const QString key = u"%1-%2"_s.arg(worker).arg(i);
            if (!setSetting(**database, key, QString(200, u'x')))
                return;
            const std::lock_guard lock(printing);
            std::printf("%s\n", qPrintable(key));
            std::fflush(stdout);
        }
    };
    std::vector<std::jthread> workers;
    for (int worker = 0; worker < 4; ++worker)
        workers.emplace_back(work, worker);
    return 0;
}

/// The error's code, or nullopt.
std::optional<ErrorCode> migrateByHand(const DatabaseOptions &options, const QString &folder)
{
    const auto connection = Connection::open(Engine::of(options).value(), Mode::Write);
    if (!connection)
        return connection.error().code;
    const Result<void> done = Migrator(folder).migrate(**connection);
    return done ? std::nullopt : std::optional(done.error().code);
}

/// How the engine itself describes tables, indexes and triggers.
QStringList schemaOf(const tests::FreshDatabase &fresh)
{
    if (!tests::FreshDatabase::isPostgresql())
        return fresh.selectElsewhere(u"SELECT type || ' ' || name || ' ' || coalesce(sql, '') "
                                     "FROM sqlite_master ORDER BY type, name"_s);
    return fresh.selectElsewhere(
               u"SELECT concat_ws(' ', table_name, ordinal_position, column_name, data_type, "
               "is_nullable, column_default, collation_name) FROM information_schema.columns "
               "WHERE table_schema = 'public' ORDER BY table_name, ordinal_position"_s)
           + fresh.selectElsewhere(
               u"SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"_s)
           + fresh.selectElsewhere(u"SELECT pg_get_triggerdef(oid) FROM pg_trigger "
                                   "WHERE NOT tgisinternal ORDER BY 1"_s);
}

void limitFileSize(rlim_t bytes)
{
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = std::min(bytes, limit.rlim_max);
    setrlimit(RLIMIT_FSIZE, &limit);
}

} // namespace

class TestDatabase final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAFileThatOnlyItsOwnerReads();
    void keepsEverythingOverAReopen();
    void anErrorUndoesItsOwnJobOnly();
    void aFailedStatementFailsTheJobWhateverItReturns();
    void manyWritersLoseNothing();
    void aPatientWriteIsKeptOrUndoneLikeAnyOther();
    void writesForEachAreUndoneAlone();
    void aLargeWriteIsAloneInItsTransaction();
    void closingFinishesWhatIsQueued();
    void readersCannotWrite();
    void whoeverWaitsTooLongForAnotherWriterIsToldAndGoesOn();
    void seesWhatAnotherProgramChanged();
    void aKilledProgramKeepsEveryAcknowledgedRow();
    void aFullDiskIsAnErrorAndPasses();
    void refusesADatabaseOfANewerVersion();
    void refusesADamagedFile_data();
    void refusesADamagedFile();
    void refusesAForeignDatabase();
    void tellsAFolderThatCannotBeWritten();
    void checkingFindsNothingWhereThereIsNothing();
    void aFailedMigrationLeavesTheDatabaseAsItWas();
    void everyEarlierSchemaBecomesTheNewest_data();
    void everyEarlierSchemaBecomesTheNewest();
};

void TestDatabase::makesAFileThatOnlyItsOwnerReads()
{
    ON_SQLITE_ONLY();
    StoreFixture store;
    QCOMPARE(setSetting(store.database(), u"a"_s, u"b"_s), Result<void>());
    for (const QString &suffix : {u""_s, u"-wal"_s}) {
        struct stat status{};
        QCOMPARE(stat(QFile::encodeName(store.file() + suffix).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0600));
    }
}

void TestDatabase::keepsEverythingOverAReopen()
{
    StoreFixture store;
    QVERIFY(setSetting(store.database(), u"name"_s, u"Ärger \u0001 💡"_s));
    const qint64 id = store.addPerson(u"ann"_s);
    store.reopen();
    QCOMPARE(settings(store.database()).value(u"name"_s), u"Ärger \u0001 💡"_s);
    QCOMPARE(store.find(id)->user.username, u"ann"_s);
}

void TestDatabase::anErrorUndoesItsOwnJobOnly()
{
    StoreFixture store;
    constexpr int jobs = 40;
    std::latch start(jobs);
    std::atomic<int> refused = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < jobs; ++i) {
            threads.emplace_back([&, i] {
                start.arrive_and_wait();
                const Result<void> done =
                    store.database().write([&](Connection &connection) -> Result<void> {
                        SettingsRepository(connection).set(QString::number(i), u"x"_s);
                        if (i % 3 == 0)
                            return fail(ErrorCode::Forbidden, u"no"_s);
                        return {};
                    });
                if (!done && done.error().code == ErrorCode::Forbidden)
                    ++refused;
            });
        }
    }
    QCOMPARE(refused, 14);
    const auto stored = settings(store.database());
    QCOMPARE(stored.size(), jobs - 14);
    for (int i = 0; i < jobs; ++i)
        QCOMPARE(stored.contains(QString::number(i)), i % 3 != 0);
}

void TestDatabase::aFailedStatementFailsTheJobWhateverItReturns()
{
    StoreFixture store;
    NewUserRecord ann = store.person(u"ann"_s);
    NewUserRecord ben = store.person(u"ben"_s);
    ben.uid = ann.uid; // unique: the second INSERT fails
    const Result<int> done = store.database().write([&](Connection &connection) -> Result<int> {
        UserRepository users(connection);
        (void)users.create(ann, store.now());
        (void)users.create(ben, store.now());
        return 7;
    });
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::DatabaseFailed);
    const auto empty = store.database().read(
        [](Connection &connection) { return UserRepository(connection).isEmpty(); });
    QCOMPARE(empty, Result<bool>(true));
}

void TestDatabase::manyWritersLoseNothing()
{
    StoreFixture store;
    constexpr int writers = 8;
    constexpr int rows = 50;
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> threads;
        for (int writer = 0; writer < writers; ++writer) {
            threads.emplace_back([&, writer] {
                for (int row = 0; row < rows; ++row) {
                    // Reads and writes one value: lost updates would show in the sum.
                    const auto done = store.database().write([&](Connection &connection) {
                        SettingsRepository values(connection);
                        const int sum = values.find(u"sum"_s).value_or(u"0"_s).toInt();
                        values.set(u"sum"_s, QString::number(sum + 1));
                        values.set(u"%1-%2"_s.arg(writer).arg(row), u"x"_s);
                    });
                    if (!done)
                        ++failures;
                }
            });
        }
    }
    QCOMPARE(failures, 0);
    store.reopen();
    const auto stored = settings(store.database());
    QCOMPARE(stored.size(), writers * rows + 1);
    QCOMPARE(stored.value(u"sum"_s), QString::number(writers * rows));
}

void TestDatabase::aPatientWriteIsKeptOrUndoneLikeAnyOther()
{
    StoreFixture store;
    const quint64 before = store.database().writes();
    const auto set = [&](const QString &key, const Result<void> &answer) {
        return store.database().write(std::chrono::hours(1), [&](Connection &connection) {
            SettingsRepository(connection).set(key, u"x"_s);
            return answer;
        });
    };
    QCOMPARE(set(u"kept"_s, {}), Result<void>());
    const Result<void> refused = set(u"undone"_s, fail(ErrorCode::NotFound));
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
    QCOMPARE(settings(store.database()).keys(), QStringList{u"kept"_s});
    QCOMPARE(store.database().writes() - before, 2U);
}

void TestDatabase::writesForEachAreUndoneAlone()
{
    StoreFixture store;
    constexpr int count = 300; // more than one commit takes
    const quint64 before = store.database().writes();
    const auto results =
        store.database().writeEach(count, [&](Connection &connection, int i) -> Result<int> {
            SettingsRepository values(connection);
            const int sum = values.find(u"sum"_s).value_or(u"0"_s).toInt();
            values.set(u"sum"_s, QString::number(sum + 1));
            if (i % 3 == 0)
                return fail(ErrorCode::Forbidden, u"no"_s);
            if (i == 100)
                connection.execute("INSERT INTO no_such_table VALUES (1)");
            return i;
        });
    QCOMPARE(results.size(), std::size_t(count));
    for (int i = 0; i < count; ++i) {
        const Result<int> &result = results[std::size_t(i)];
        if (i % 3 == 0)
            QCOMPARE(result.error().code, ErrorCode::Forbidden);
        else if (i == 100)
            QCOMPARE(result.error().code, ErrorCode::DatabaseFailed);
        else
            QCOMPARE(result, Result<int>(i));
    }
    QCOMPARE(settings(store.database()).value(u"sum"_s), u"199"_s);
    QCOMPARE(store.database().writes() - before, quint64(count));
    store.database().close();
    const auto late = store.database().writeEach(2, [](Connection &, int) {});
    QCOMPARE(late.front().error().code, ErrorCode::DatabaseFailed);
}

void TestDatabase::aLargeWriteIsAloneInItsTransaction()
{
    ON_SQLITE_ONLY(); // elsewhere a statement that fails ends the transaction
    StoreFixture store;
    constexpr int jobs = 40;
    std::latch start(jobs);
    std::atomic<int> shared = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < jobs; ++i) {
            threads.emplace_back([&, i] {
                const bool isLarge = i % 4 == 0;
                const auto set = [&](Connection &connection) -> Result<void> {
                    SettingsRepository(connection).set(QString::number(i), u"x"_s);
                    // Those that share one are in a savepoint of this name.
                    if (isLarge && connection.transact("RELEASE job"))
                        ++shared;
                    return i % 3 == 0 ? Result<void>(fail(ErrorCode::Forbidden)) : Result<void>();
                };
                start.arrive_and_wait();
                const Result<void> done =
                    isLarge ? store.database().writeLarge(set) : store.database().write(set);
                if (done.has_value() == (i % 3 == 0))
                    ++shared;
            });
        }
    }
    QCOMPARE(shared, 0);
    const auto stored = settings(store.database());
    for (int i = 0; i < jobs; ++i)
        QCOMPARE(stored.contains(QString::number(i)), i % 3 != 0);
}

void TestDatabase::closingFinishesWhatIsQueued()
{
    StoreFixture store;
    std::atomic<int> acknowledged = 0;
    std::latch started(8);
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] {
                started.count_down();
                for (int row = 0;; ++row) {
                    if (!setSetting(store.database(), u"%1-%2"_s.arg(i).arg(row), u"x"_s))
                        return;
                    ++acknowledged;
                }
            });
        }
        started.wait();
        store.database().close();
    }
    const Result<void> late = setSetting(store.database(), u"late"_s, u"x"_s);
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::DatabaseFailed);
    store.reopen();
    QCOMPARE(settings(store.database()).size(), acknowledged);
}

void TestDatabase::readersCannotWrite()
{
    StoreFixture store;
    const auto done = store.database().read(
        [](Connection &connection) { SettingsRepository(connection).set(u"a"_s, u"b"_s); });
    QVERIFY(!done);
    QVERIFY(settings(store.database()).isEmpty());
}

void TestDatabase::whoeverWaitsTooLongForAnotherWriterIsToldAndGoesOn()
{
    StoreFixture store;
    DatabaseOptions impatient = store.options();
    impatient.busyTimeoutMs = 50;
    const auto other = Database::open(impatient);
    QVERIFY(other);
    Result<void> refused;
    const auto done = store.database().write([&](Connection &connection) {
        SettingsRepository(connection).set(u"first"_s, u"x"_s);
        // Another program's: this one's own writes are in a queue.
        std::jthread([&] { refused = setSetting(**other, u"second"_s, u"x"_s); }).join();
    });
    QVERIFY(done);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Busy);
    QVERIFY(refused.error().retryAfterSeconds > 0);
    QVERIFY(setSetting(**other, u"second"_s, u"x"_s));
    QCOMPARE(settings(store.database()).size(), 2);
}

void TestDatabase::seesWhatAnotherProgramChanged()
{
    ON_SQLITE_ONLY();
    StoreFixture store;
    const Result<qint64> first = store.database().dataVersion();
    QVERIFY(first);
    QVERIFY(setSetting(store.database(), u"own"_s, u"x"_s));
    QCOMPARE(store.database().dataVersion(), first);
    QVERIFY(store.fresh().runElsewhere({u"INSERT INTO settings VALUES ('theirs', 'x')"_s}));
    QVERIFY(store.database().dataVersion() != first);
    QVERIFY(settings(store.database()).contains(u"theirs"_s));
}

void TestDatabase::aKilledProgramKeepsEveryAcknowledgedRow()
{
    StoreFixture store;
    store.close();
    for (int round = 0; round < 3; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {u"--write-until-killed"_s,
                     store.fresh().url().isEmpty() ? store.file() : store.fresh().url()});
        QByteArray printed;
        while (printed.count('\n') < 60 * (round + 1)) {
            QVERIFY2(child.waitForReadyRead(30000), "the child does not write");
            printed += child.readAllStandardOutput();
        }
        ::kill(pid_t(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished());
        printed += child.readAllStandardOutput();
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);

        store.reopen();
        const auto stored = settings(store.database());
        const QList<QByteArray> lines = printed.first(printed.lastIndexOf('\n')).split('\n');
        for (const QByteArray &line : lines)
            QVERIFY2(stored.contains(QString::fromLatin1(line)), line.constData());
        store.close();
    }
}

void TestDatabase::aFullDiskIsAnErrorAndPasses()
{
    ON_SQLITE_ONLY();
    StoreFixture store;
    QVERIFY(setSetting(store.database(), u"before"_s, u"x"_s));
    std::signal(SIGXFSZ, SIG_IGN);
    limitFileSize(700 * 1024);
    // Grows until the file system, here its limit for one file, has no room left.
    int written = 0;
    Result<void> done;
    while (written < 100 && done) {
        done = setSetting(store.database(), u"big-%1"_s.arg(written), QString(60'000, u'x'));
        if (done)
            ++written;
    }
    limitFileSize(RLIM_INFINITY);
    QVERIFY(!done);
    QVERIFY2(done.error().code == ErrorCode::DiskFull, qPrintable(done.error().detail));
    QVERIFY(written > 0);
    auto stored = settings(store.database());
    QCOMPARE(stored.size(), written + 1);

    // Space is back: no restart is needed.
    const Result<void> after = setSetting(store.database(), u"after"_s, QString(60'000, u'y'));
    QVERIFY2(after, after ? "" : qPrintable(after.error().detail));
    store.reopen();
    stored = settings(store.database());
    QCOMPARE(stored.size(), written + 2);
    QVERIFY(stored.contains(u"before"_s));
    QVERIFY(stored.contains(u"after"_s));
}

void TestDatabase::refusesADatabaseOfANewerVersion()
{
    StoreFixture store;
    store.close();
    QVERIFY(
        store.fresh().runElsewhere({u"INSERT INTO schema_versions VALUES (9999, 'later', 0)"_s}));
    const QByteArray before = contentOf(store.file());
    const QStringList rowsBefore = everythingIn(store);
    const auto opened = Database::open(store.options());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::DatabaseNewer);
    QCOMPARE(contentOf(store.file()), before);
    QCOMPARE(everythingIn(store), rowsBefore);
}

void TestDatabase::refusesADamagedFile_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("length");
    QTest::addColumn<bool>("truncated");
    QTest::newRow("header") << 0 << 16 << false;
    QTest::newRow("schema page") << 100 << 3000 << false;
    QTest::newRow("a page in the middle") << 4096 * 6 << 4096 * 4 << false;
    QTest::newRow("cut off") << 4096 * 10 << 0 << true;
    QTest::newRow("not even a header") << 10 << 0 << true;
}

void TestDatabase::refusesADamagedFile()
{
    ON_SQLITE_ONLY();
    QFETCH(int, from);
    QFETCH(int, length);
    QFETCH(bool, truncated);
    StoreFixture store;
    for (int i = 0; i < 50; ++i)
        QVERIFY(store.addPerson(u"person-%1"_s.arg(i)) > 0);
    store.close();
    QByteArray content = contentOf(store.file());
    QVERIFY(content.size() > 4096 * 20);
    if (truncated)
        content.truncate(from);
    else
        content.replace(from, length, QByteArray(length, '\xa5'));
    QFile file(store.file());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();

    const auto opened = Database::open({.file = store.file()});
    QVERIFY(!opened);
    QVERIFY2(opened.error().code == ErrorCode::DatabaseDamaged, qPrintable(opened.error().detail));
    QCOMPARE(contentOf(store.file()), content);
}

void TestDatabase::refusesAForeignDatabase()
{
    const tests::FreshDatabase other(tests::FreshDatabase::Holds::Nothing);
    QVERIFY(other.runElsewhere({u"CREATE TABLE bookmarks (url TEXT)"_s}));
    const QByteArray before = contentOf(other.file());
    const auto opened = Database::open(other.options());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::DatabaseDamaged);
    QCOMPARE(contentOf(other.file()), before);
    QVERIFY(!other.runElsewhere({u"SELECT 1 FROM schema_versions"_s}));
}

void TestDatabase::tellsAFolderThatCannotBeWritten()
{
    ON_SQLITE_ONLY();
    // Nobody, root included, can make a file in /proc.
    const auto opened = Database::open({.file = u"/proc/authdesk.db"_s});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::FolderNotWritable);
}

void TestDatabase::checkingFindsNothingWhereThereIsNothing()
{
    const tests::FreshDatabase fresh(tests::FreshDatabase::Holds::Nothing);
    const Result<void> checked = Database::check(fresh.options());
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::NotFound);
    QVERIFY(!QFile::exists(fresh.file()));
    QVERIFY(Database::open(fresh.options()));
    QVERIFY(Database::check(fresh.options()));
}

void TestDatabase::aFailedMigrationLeavesTheDatabaseAsItWas()
{
    StoreFixture store;
    const qint64 id = store.addPerson(u"ann"_s);
    QTemporaryDir folder;
    const QString own = Engine::of(store.options()).value()->migrations();
    const QStringList released = QDir(own).entryList({u"*.sql"_s});
    for (const QString &name : released)
        QVERIFY(QFile::copy(own + u'/' + name, folder.filePath(name)));
    const QString next =
        folder.filePath(u"%1_next.sql"_s.arg(released.size() + 1, 4, 10, QChar(u'0')));
    QFile broken(next);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("CREATE TABLE half_done (id INTEGER);\nDELETE FROM users;\nCREATE TABEL x (y);\n");
    broken.close();

    store.close();
    QCOMPARE(migrateByHand(store.options(), folder.path()), ErrorCode::DatabaseFailed);
    store.reopen();
    QVERIFY(store.find(id));
    QFile repaired(next);
    QVERIFY(repaired.open(QIODevice::WriteOnly | QIODevice::Truncate));
    repaired.write("CREATE TABLE half_done (id INTEGER);\n");
    repaired.close();
    store.close();
    QCOMPARE(migrateByHand(store.options(), folder.path()), std::nullopt);
    QCOMPARE(Database::check(store.options()).error().code, ErrorCode::DatabaseNewer);
}

void TestDatabase::everyEarlierSchemaBecomesTheNewest_data()
{
    QTest::addColumn<int>("version");
    const int newest = int(QDir(u":/authdesk/store/migrations/sqlite"_s).entryList().size());
    QVERIFY(newest > 1);
    for (int version = 1; version < newest; ++version)
        QTest::addRow("from version %d", version) << version;
}

void TestDatabase::everyEarlierSchemaBecomesTheNewest()
{
    QFETCH(int, version);
    const tests::FreshDatabase fresh(tests::FreshDatabase::Holds::Nothing);
    QTemporaryDir folder;
    const QString own = Engine::of(fresh.options()).value()->migrations();
    for (const QString &name : QDir(own).entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        if (name.left(4).toInt() <= version)
            QVERIFY(QFile::copy(own + u'/' + name, folder.filePath(name)));
    }
    QCOMPARE(migrateByHand(fresh.options(), folder.path()), std::nullopt);
    QCOMPARE(fresh.selectElsewhere(u"SELECT max(version) FROM schema_versions"_s),
             QStringList{QString::number(version)});
    QVERIFY(fresh.runElsewhere(
        {u"INSERT INTO users (uid, username, username_folded, first_name, last_name, role_id, "
         "created_at, updated_at, name_sort, email_sort, role_sort) "
         "VALUES ('uid-1', 'ann', 'ann', 'Ann', '', 3, 1, 1, 'ann', '', 'help desk')"_s}));

    const auto opened = Database::open(fresh.options());
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    const auto found = (*opened)->read([](Connection &connection) {
        return UserRepository(connection)
            .list({.search = u"ann"_s,
                   .roleSlug = u"help_desk"_s,
                   .status = model::UserStatus::Active},
                  QDateTime::fromMSecsSinceEpoch(2, Qt::UTC));
    });
    QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
    QCOMPARE(found->total, 1);
    QCOMPARE(found->items.first().username, u"ann"_s);

    const StoreFixture newest;
    QCOMPARE(schemaOf(fresh), schemaOf(newest.fresh()));
}

} // namespace authdesk::server::store

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1StringView("--write-until-killed"))
        return authdesk::server::store::writeUntilKilled(arguments.value(2));
    authdesk::server::store::TestDatabase test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_database.moc"
