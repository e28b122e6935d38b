// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/databasemove.h"

#include "core/server/store/connection.h"
#include "core/server/store/database.h"
#include "core/server/store/filecheck.h"
#include "core/server/store/migrator.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QThread>

#include <algorithm>
#include <array>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

struct Table
{
    const char *name;
    const char *key;       ///< the columns of its primary key: both engines order by them alike
    bool givesIds;         ///< and never the same twice
    bool isFilled = false; ///< by the migrations
};

/// All but schema_versions, those that others refer to first.
constexpr std::array tables{
    Table{.name = "roles", .key = "id", .givesIds = true, .isFilled = true},
    Table{.name = "tiers", .key = "id", .givesIds = true},
    Table{.name = "users", .key = "id", .givesIds = true},
    Table{.name = "factors", .key = "id", .givesIds = true},
    Table{.name = "recovery_codes", .key = "id", .givesIds = true},
    Table{.name = "one_time_codes", .key = "user_id", .givesIds = false},
    Table{.name = "sessions", .key = "id", .givesIds = true},
    Table{.name = "spent_refresh_tokens", .key = "hash", .givesIds = false},
    Table{.name = "api_keys", .key = "id", .givesIds = true},
    Table{.name = "challenges", .key = "id", .givesIds = true},
    Table{.name = "signing_keys", .key = "kid", .givesIds = false},
    Table{.name = "throttle", .key = "kind, name_hash", .givesIds = false},
    Table{.name = "known_addresses", .key = "user_id, address", .givesIds = false},
    Table{.name = "audit", .key = "id", .givesIds = false},
    Table{.name = "audit_head", .key = "id", .givesIds = false, .isFilled = true},
    Table{.name = "settings", .key = "key", .givesIds = false},
    Table{.name = "facts", .key = "key", .givesIds = false},
};

/// What is in memory at a time, of either side.
constexpr int rowsPerPage = 500;
constexpr int rowsPerInsert = 50;

using Row = QList<SqlValue>;

bool isSame(const Row &one, const Row &other)
{
    return std::ranges::equal(one, other, [](const SqlValue &a, const SqlValue &b) {
        return a.variant() == b.variant();
    });
}

QString keyText(const Row &row)
{
    const QVariant first = row.first().variant();
    return first.typeId() == QMetaType::QByteArray
               ? QString::fromLatin1(first.toByteArray().toHex())
               : first.toString();
}

/// "a, b, c", `count` times.
std::string repeated(std::string_view text, qsizetype count)
{
    std::string all;
    for (qsizetype i = 0; i < count; ++i)
        all.append(i == 0 ? "" : ", ").append(text);
    return all;
}

/// A table's rows in the order of its key, a page at a time.
class TableReader final
{
public:
    TableReader(Connection &connection, const Table &table, const QStringList &columns)
        : m_connection(connection)
        , m_columns(columns)
    {
        const QStringList key = QString::fromLatin1(table.key).split(u", "_s);
        for (const QString &column : key)
            m_key.append(columns.indexOf(column));
        m_first = "SELECT " + columns.join(u", "_s).toStdString() + " FROM " + table.name;
        const std::string order = std::string(" ORDER BY ") + table.key + " LIMIT ?";
        m_next =
            m_first + " WHERE (" + table.key + ") > (" + repeated("?", key.size()) + ")" + order;
        m_first += order;
    }

    /// Empty behind the last row, and after a failure.
    [[nodiscard]] QList<Row> next()
    {
        QList<SqlValue> values;
        for (const qsizetype column : m_key) {
            if (!m_last.isEmpty())
                values.append(m_last[column]);
        }
        values.append(rowsPerPage);
        QList<Row> page;
        Rows rows = m_connection.select(m_last.isEmpty() ? m_first : m_next, values);
        while (rows.next()) {
            Row row;
            row.reserve(m_columns.size());
            for (int column = 0; column < int(m_columns.size()); ++column)
                row.append(rows.value(column));
            page.append(std::move(row));
        }
        if (!page.isEmpty())
            m_last = page.last();
        return page;
    }

private:
    Connection &m_connection;
    QStringList m_columns;
    QList<qsizetype> m_key; ///< where in a row
    std::string m_first;
    std::string m_next;
    Row m_last;
};

/// One move, with both transactions open.
class Move final
{
public:
    Move(Connection &source, Connection &target,
         const std::function<void(const MoveProgress &)> &progress)
        : m_source(source)
        , m_target(target)
        , m_progress(progress)
    {
    }

    [[nodiscard]] Result<MovedRows> run()
    {
        MovedRows moved{.tables = int(tables.size()), .rows = 0};
        for (const Table &table : tables) {
            const auto rows = copy(table);
            if (!rows)
                return fail(rows.error());
            moved.rows += *rows;
        }
        if (const std::string_view filled = m_target.engine().catalogue().filled; !filled.empty()) {
            if (auto done = m_target.control(QString::fromLatin1(filled.data())); !done)
                return fail(done.error());
        }
        for (const Table &table : tables) {
            if (auto same = compare(table); !same)
                return fail(same.error());
        }
        return moved;
    }

private:
    [[nodiscard]] Result<void> failureOf(Connection &connection)
    {
        if (auto failure = connection.takeFailure())
            return fail(*std::move(failure));
        return {};
    }
    [[nodiscard]] Result<void> failures()
    {
        if (auto source = failureOf(m_source); !source)
            return source;
        return failureOf(m_target);
    }

    [[nodiscard]] static qint64 number(Connection &connection, std::string_view statement,
                                       Connection::Values values = {})
    {
        Rows rows = connection.select(statement, values);
        return rows.next() ? rows.integer(0) : 0;
    }
    [[nodiscard]] static qint64 count(Connection &connection, const Table &table)
    {
        return number(connection, std::string("SELECT count(*) FROM ") + table.name);
    }
    [[nodiscard]] static qint64 lastId(Connection &connection, const Table &table)
    {
        return number(connection, connection.engine().catalogue().lastId,
                      {QString::fromLatin1(table.name)});
    }

    /// Of the target, whose schema was made a moment ago; the source's is the same.
    [[nodiscard]] QStringList columns(const Table &table)
    {
        QStringList columns;
        Rows rows = m_target.select(m_target.engine().catalogue().columns,
                                    {QString::fromLatin1(table.name)});
        while (rows.next())
            columns.append(rows.text(0));
        return columns;
    }

    [[nodiscard]] Result<qint64> copy(const Table &table)
    {
        const QStringList names = columns(table);
        if (table.isFilled)
            m_target.execute(std::string("DELETE FROM ") + table.name);
        MoveProgress progress{.step = MoveProgress::Step::Copying,
                              .table = QString::fromLatin1(table.name),
                              .rows = 0,
                              .of = count(m_source, table)};
        TableReader reader(m_source, table, names);
        for (QList<Row> page = reader.next(); !page.isEmpty(); page = reader.next()) {
            insert(table, names, page);
            if (auto done = failures(); !done)
                return fail(done.error());
            progress.rows += page.size();
            m_progress(progress);
        }
        if (table.givesIds)
            copyLastId(table);
        if (auto done = failures(); !done)
            return fail(done.error());
        return progress.rows;
    }

    void insert(const Table &table, const QStringList &names, const QList<Row> &page)
    {
        const std::string start = std::string("INSERT INTO ") + table.name + " ("
                                  + names.join(u", "_s).toStdString() + ") VALUES ";
        const std::string one = '(' + repeated("?", names.size()) + ')';
        for (qsizetype from = 0; from < page.size();) {
            // Of two lengths only, so that the statements stay prepared.
            const qsizetype length = page.size() - from >= rowsPerInsert ? rowsPerInsert : 1;
            QList<SqlValue> values;
            for (qsizetype i = from; i < from + length; ++i)
                values += page[i];
            m_target.execute(start + repeated(one, length), values);
            from += length;
        }
    }

    void copyLastId(const Table &table)
    {
        const qint64 last = lastId(m_source, table);
        if (last == 0)
            return;
        const Catalogue &catalogue = m_target.engine().catalogue();
        const QString name = QString::fromLatin1(table.name);
        if (!catalogue.forgetLastId.empty())
            m_target.execute(catalogue.forgetLastId, {name});
        Rows rows = m_target.select(catalogue.setLastId, {name, last});
        while (rows.next()) {
        }
    }

    [[nodiscard]] Result<void> compare(const Table &table)
    {
        const QStringList names = columns(table);
        MoveProgress progress{.step = MoveProgress::Step::Comparing,
                              .table = QString::fromLatin1(table.name),
                              .rows = 0,
                              .of = count(m_source, table)};
        if (count(m_target, table) != progress.of
            || (table.givesIds && lastId(m_target, table) != lastId(m_source, table)))
            return fail(differs(table, u"the number of rows or ids"_s));
        TableReader before(m_source, table, names);
        TableReader after(m_target, table, names);
        for (QList<Row> page = before.next(); !page.isEmpty(); page = before.next()) {
            const QList<Row> copied = after.next();
            for (qsizetype i = 0; i < page.size(); ++i) {
                if (i >= copied.size() || !isSame(page[i], copied[i]))
                    return fail(differs(table, u"the row of %1"_s.arg(keyText(page[i]))));
            }
            progress.rows += page.size();
            m_progress(progress);
        }
        return failures();
    }

    [[nodiscard]] base::Error differs(const Table &table, const QString &what)
    {
        // A statement that failed is the reason then.
        if (auto done = failures(); !done)
            return done.error();
        return {.code = ErrorCode::DatabaseFailed,
                .message = u"In the table %1 %2 is not the same in both databases. Nothing was "
                           "moved."_s.arg(QLatin1StringView(table.name), what)};
    }

    Connection &m_source;
    Connection &m_target;
    const std::function<void(const MoveProgress &)> &m_progress;
};

base::Error notEmpty(const Engine &engine)
{
    return {.code = ErrorCode::InvalidFields,
            .message = u"The database %1 is not empty. Nothing was moved."_s.arg(engine.name())};
}

/// Also the operator of a command reads what the database itself said.
base::Error forOperator(base::Error error)
{
    if (error.code == ErrorCode::DatabaseFailed && !error.detail.isEmpty())
        error.message += u' ' + error.detail.section(u'\n', 0, 0);
    return error;
}

/// A file that is there only if the move succeeds.
class NewFile final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<NewFile>> create(const QString &file)
    {
        if (const Result<void> created = createFile(file); !created)
            return fail(created.error());
        return std::unique_ptr<NewFile>(new NewFile(file));
    }
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;
    ~NewFile()
    {
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            if (!m_isKept)
                QFile::remove(m_file + suffix);
        }
    }
    void keep() { m_isKept = true; }

private:
    explicit NewFile(QString file)
        : m_file(std::move(file))
    {
    }
    QString m_file;
    bool m_isKept = false;
};

bool isUsedByOthers(Connection &connection)
{
    const std::string_view others = connection.engine().catalogue().otherPrograms;
    if (others.empty())
        return false;
    // The session of a program that has just ended lasts a moment longer.
    constexpr int looks = 20;
    constexpr unsigned long betweenLooksMs = 50;
    for (int look = 0; look < looks; ++look) {
        Rows rows = connection.select(others);
        if (rows.next() && rows.integer(0) == 0)
            return false;
        QThread::msleep(betweenLooksMs);
    }
    return true;
}

/// The source, at the newest schema, with nobody else writing to it until it closes.
Result<std::unique_ptr<Connection>> openSource(const DatabaseOptions &from)
{
    if (const Result<void> checked = Database::check(from); !checked)
        return fail(checked.error());
    const auto engine = Engine::of(from);
    if (!engine)
        return fail(engine.error());
    auto connection = Connection::open(*engine, Mode::Write);
    if (!connection)
        return connection;
    if (isUsedByOthers(**connection)) {
        return fail(ErrorCode::FolderInUse,
                    u"Other programs are connected to %1: stop every server that uses it."_s.arg(
                        (*engine)->name()));
    }
    if (const Result<void> done = Migrator((*engine)->migrations()).migrate(**connection); !done)
        return fail(done.error());
    if (const Result<void> begun = (*connection)->begin(); !begun)
        return fail(begun.error());
    return connection;
}

/// The target with the newest schema and nothing else, not committed.
Result<std::unique_ptr<Connection>> openTarget(const std::shared_ptr<const Engine> &engine)
{
    auto connection = Connection::open(engine, Mode::Write);
    if (!connection)
        return connection;
    for (const QString &statement : engine->preparation()) {
        if (const Result<void> done = (*connection)->control(statement); !done)
            return fail(done.error());
    }
    if (const Result<void> begun = (*connection)->begin(); !begun)
        return fail(begun.error());
    const Migrator migrator(engine->migrations());
    const Result<int> version = migrator.versionOf(**connection);
    const bool holdsOthers = !version && version.error().code == ErrorCode::DatabaseDamaged;
    if (holdsOthers || (version && *version != 0))
        return fail(notEmpty(*engine));
    if (!version)
        return fail(version.error());
    if (const Result<void> done = migrator.bringUpToDate(**connection); !done)
        return fail(done.error());
    return connection;
}

Result<MovedRows> move(const DatabaseOptions &from, const DatabaseOptions &to,
                       const std::function<void(const MoveProgress &)> &progress)
{
    const auto engine = Engine::of(to);
    if (!engine)
        return fail(engine.error());
    if (to.url.isEmpty() && QFileInfo(to.file).size() > 0)
        return fail(notEmpty(**engine));
    const auto source = openSource(from);
    if (!source)
        return fail(source.error());
    std::unique_ptr<NewFile> file;
    if (to.url.isEmpty()) {
        auto created = NewFile::create(to.file);
        if (!created)
            return fail(created.error());
        file = *std::move(created);
    }
    const auto target = openTarget(*engine);
    if (!target)
        return fail(target.error());
    auto moved = Move(**source, **target, progress).run();
    if (moved) {
        if (const Result<void> committed = (*target)->transact("COMMIT"); !committed)
            moved = fail(committed.error());
    }
    if (moved && file)
        file->keep();
    // What is not committed goes with the connection.
    return moved;
}

} // namespace

Result<MovedRows> moveDatabase(const DatabaseOptions &from, const DatabaseOptions &to,
                               const std::function<void(const MoveProgress &)> &progress)
{
    auto moved = move(from, to, progress);
    if (!moved)
        return fail(forOperator(moved.error()));
    return moved;
}

} // namespace authdesk::server::store
