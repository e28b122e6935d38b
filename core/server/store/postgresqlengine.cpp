// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/postgresqlengine.h"

#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>

#include <algorithm>
#include <utility>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;

namespace {

/// What is held while one server writes, so that no two write at once: "authdesk" in ASCII.
constexpr qint64 writersLock = 0x6175'7468'6465'736b;

/// The first line says what went wrong; the others may quote the statement with its values.
QString firstLine(const QSqlError &error)
{
    return error.databaseText().section(u'\n', 0, 0).trimmed();
}

/// https://www.postgresql.org/docs/current/errcodes-appendix.html
bool isAnyOf(const QString &state, std::initializer_list<QLatin1StringView> beginnings)
{
    return std::ranges::any_of(beginnings,
                               [&](QLatin1StringView one) { return state.startsWith(one); });
}

} // namespace

PostgresqlEngine::PostgresqlEngine(PostgresqlAddress address, int busyTimeoutMs, QString source)
    : m_address(std::move(address))
    , m_busyTimeoutMs(busyTimeoutMs)
    , m_source(std::move(source))
{
}

const Words &PostgresqlEngine::words() const
{
    static constexpr Words words{
        .join = " JOIN ",
        .hideFromIndex = "",
        .indexedBy = "",
        .position = "strpos",
        .collect = "coalesce(array_agg(hit)::text, '{}')",
        .listedIds = "SELECT jsonb_array_elements_text(?::jsonb)::bigint AS hit",
        .listedTexts = "SELECT jsonb_array_elements_text(?::jsonb) AS hit",
        .search = "SELECT user_id AS hit FROM users_search WHERE text LIKE ?",
        .allOf = "",
        .keepsSubqueryOrder = false,
    };
    return words;
}

const Catalogue &PostgresqlEngine::catalogue() const
{
    static constexpr Catalogue catalogue{
        .columns = "SELECT column_name FROM information_schema.columns "
                   "WHERE table_schema = current_schema() AND table_name = ? "
                   "ORDER BY ordinal_position",
        .otherPrograms = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                         "AND application_name = 'authdesk' AND pid <> pg_backend_pid()",
        .lastId = "SELECT pg_sequence_last_value(pg_get_serial_sequence(?, 'id')::regclass)",
        .forgetLastId = {},
        .setLastId = "SELECT setval(pg_get_serial_sequence(?1, 'id')::regclass, ?2)",
        .filled = "ANALYZE",
    };
    return catalogue;
}

QString PostgresqlEngine::driver() const
{
    return u"QPSQL"_s;
}

QString PostgresqlEngine::missingDriver() const
{
    return u"Qt's driver for PostgreSQL is not installed: it is in the package "
           "libqt6sql6-psql."_s;
}

void PostgresqlEngine::address(QSqlDatabase &database, Mode) const
{
    database.setHostName(m_address.host);
    database.setPort(m_address.port);
    database.setUserName(m_address.user);
    database.setPassword(m_address.password.toString());
    database.setDatabaseName(m_address.database);
    // A peer that is gone without a word is noticed within seconds.
    database.setConnectOptions(u"connect_timeout=5;tcp_user_timeout=10000;keepalives_idle=5;"
                               "keepalives_interval=2;keepalives_count=3;"
                               "application_name=authdesk"_s
                               + m_address.options);
}

QStringList PostgresqlEngine::greeting(Mode mode) const
{
    QStringList settings{
        u"SET lock_timeout = %1"_s.arg(m_busyTimeoutMs),
        // A search is planned for the text that is searched for.
        u"SET plan_cache_mode = force_custom_plan"_s,
        u"SET client_min_messages = warning"_s,
    };
    if (mode == Mode::Write) {
        settings += {
            u"SET synchronous_commit = on"_s,
            // A server that is frozen inside its transaction must not hold up the others for ever.
            u"SET idle_in_transaction_session_timeout = 30000"_s,
            u"SET authdesk.source = '%1'"_s.arg(m_source),
        };
    } else {
        settings += u"SET default_transaction_read_only = on"_s;
    }
    return settings;
}

QStringList PostgresqlEngine::beginRead() const
{
    return {u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s};
}

QStringList PostgresqlEngine::beginWrite() const
{
    // READ COMMITTED and the lock first: whatever is read afterwards was committed before, and no
    // other server changes it until we commit. A lock of the transaction goes after it is visible.
    return {u"BEGIN ISOLATION LEVEL READ COMMITTED"_s,
            u"SELECT pg_advisory_xact_lock(%1)"_s.arg(writersLock)};
}

QString PostgresqlEngine::spelled(const QString &sql) const
{
    // The only word of our statements that PostgreSQL reads differently: its planner chooses the
    // order of a join itself.
    return QString(sql).replace("CROSS JOIN"_L1, "JOIN"_L1);
}

QVariant PostgresqlEngine::held(const QVariant &value) const
{
    // A text of PostgreSQL's holds no NUL. Left in, it would end the statement.
    if (value.typeId() != QMetaType::QString || !value.toString().contains(QChar::Null))
        return value;
    return value.toString().replace(QChar::Null, QChar::ReplacementCharacter);
}

QString PostgresqlEngine::searchPattern(const QString &part) const
{
    // As the database's function search_text() writes them.
    static constexpr std::pair<QChar, QStringView> between[] = {
        {u' ', u"QX"}, {u'.', u"XQ"},  {u'@', u"ZQ"}, {u'-', u"QZ"},
        {u'_', u"JQ"}, {u'\'', u"QJ"}, {u'+', u"VQ"}};
    QString pattern;
    for (const QChar letter : part) {
        if (letter == u'\\' || letter == u'%')
            pattern += u'\\';
        const auto *const pair = std::ranges::find_if(
            between, [letter](const auto &one) { return one.first == letter; });
        if (pair == std::end(between))
            pattern += letter;
        else
            pattern += pair->second;
    }
    return u'%' + pattern + u'%';
}

QString PostgresqlEngine::migrations() const
{
    return u":/authdesk/store/migrations/postgresql"_s;
}

std::string_view PostgresqlEngine::countTables() const
{
    return "SELECT count(*), coalesce(max(CASE WHEN tablename = 'schema_versions' THEN 1 ELSE 0 "
           "END), 0) FROM pg_tables WHERE schemaname = current_schema()";
}

bool PostgresqlEngine::isLost(const QSqlError &error) const
{
    // Without a state nobody answered. 57P01 to 57P03: it shuts down, crashed, or starts; 57P05 and
    // 25P03: it ended a session that was idle for too long.
    const QString state = error.nativeErrorCode();
    return state.isEmpty() || isAnyOf(state, {"08"_L1, "57P0"_L1, "25P03"_L1});
}

Error PostgresqlEngine::errorOf(const QSqlError &error) const
{
    const QString state = error.nativeErrorCode();
    const QString detail = u"PostgreSQL %1: %2"_s.arg(state, firstLine(error));
    if (isLost(error)) {
        return {.code = ErrorCode::Busy,
                .message = u"The database cannot be reached at the moment."_s,
                .detail = detail,
                .fields = {},
                .retryAfterSeconds = 1};
    }
    // Too long a wait for another writer; a conflict or a deadlock with a program that is not ours;
    // too many connections.
    if (isAnyOf(state, {"55P03"_L1, "40001"_L1, "40P01"_L1, "53300"_L1})) {
        return {.code = ErrorCode::Busy,
                .message = u"Another program is writing to the database."_s,
                .detail = detail,
                .fields = {},
                .retryAfterSeconds = 1};
    }
    if (state == "53100"_L1) {
        return {.code = ErrorCode::DiskFull,
                .message = u"There is no space left for the database %1."_s.arg(name()),
                .detail = detail};
    }
    return {.code = ErrorCode::DatabaseFailed,
            .message = u"The database %1 could not be used."_s.arg(name()),
            .detail = detail};
}

} // namespace authdesk::server::store
