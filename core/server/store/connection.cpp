// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/connection.h"

#include "core/server/store/sqlerrors.h"

#include <QtSql/QSqlError>

#include <atomic>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// Qt rewrites placeholders and would take `?1`, standing twice, for two. So each becomes a plain
/// `?`, and `order` keeps which value it meant.
QString withPlainPlaceholders(std::string_view sql, QList<qsizetype> &order)
{
    QString plain;
    const QString text = QString::fromUtf8(sql.data(), qsizetype(sql.size()));
    for (qsizetype i = 0; i < text.size(); ++i) {
        plain += text[i];
        if (text[i] != u'?')
            continue;
        qsizetype end = i + 1;
        while (end < text.size() && text[end].isDigit())
            ++end;
        const QStringView number = QStringView(text).sliced(i + 1, end - i - 1);
        order.append(number.isEmpty() ? order.size() : number.toLongLong() - 1);
        i = end - 1;
    }
    return plain;
}

} // namespace

Rows::Rows(QSqlQuery *query, Connection *connection)
    : m_query(query)
    , m_connection(connection)
{
}

Rows::Rows(Rows &&other) noexcept
    : m_query(std::exchange(other.m_query, nullptr))
    , m_connection(other.m_connection)
{
}

Rows::~Rows()
{
    if (m_query)
        m_query->finish();
}

bool Rows::next()
{
    if (!m_query)
        return false;
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        m_connection->setFailure(errorOf(m_query->lastError(), m_connection->m_file));
    return false;
}

qint64 Rows::integer(int column) const
{
    return m_query->value(column).toLongLong();
}

QString Rows::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray Rows::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

bool Rows::isNull(int column) const
{
    return m_query->isNull(column);
}

std::optional<QDateTime> Rows::optionalTime(int column) const
{
    if (isNull(column))
        return std::nullopt;
    return time(column);
}

QVariant Rows::variant(int column) const
{
    return m_query->value(column);
}

Connection::Connection(QString name, QString file)
    : m_name(std::move(name))
    , m_file(std::move(file))
    , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
{
}

Connection::~Connection()
{
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &file, Mode mode,
                                                     int busyTimeoutMs)
{
    static std::atomic<quint64> counter = 0;
    std::unique_ptr<Connection> connection(
        new Connection(u"authdesk-store-%1"_s.arg(++counter), file));
    QSqlDatabase &database = connection->m_database;
    if (!database.isValid())
        return fail(ErrorCode::DatabaseFailed, u"Qt's driver for SQLite is not installed."_s);
    database.setDatabaseName(file);
    QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeoutMs);
    if (mode == Mode::Read)
        options += u";QSQLITE_OPEN_READONLY"_s;
    database.setConnectOptions(options);
    if (!database.open())
        return fail(errorOf(database.lastError(), file));
    if (const Result<void> prepared = connection->prepareFor(mode); !prepared)
        return fail(prepared.error());
    return connection;
}

Result<void> Connection::prepareFor(Mode mode)
{
    // Small caches: a quiet server stays small, and the system's own cache holds the file anyway.
    QStringList pragmas{u"PRAGMA foreign_keys = ON"_s, u"PRAGMA cache_size = -2000"_s,
                        u"PRAGMA temp_store = MEMORY"_s};
    if (mode == Mode::Write) {
        // FULL: a commit is on disk before anybody hears of it, also through a power cut.
        // The log is cut only where it grew beyond what it reaches before every checkpoint (4 MB):
        // growing it anew makes the commits dearer.
        pragmas += {u"PRAGMA synchronous = FULL"_s, u"PRAGMA journal_size_limit = 8388608"_s};
    } else {
        pragmas += {u"PRAGMA query_only = ON"_s};
    }
    for (const QString &pragma : pragmas) {
        if (const Result<void> done = control(pragma); !done)
            return done;
    }
    return {};
}

Rows Connection::select(std::string_view sql, Values values)
{
    return Rows(run(sql, values.begin(), qsizetype(values.size())), this);
}

Rows Connection::select(std::string_view sql, const QList<SqlValue> &values)
{
    return Rows(run(sql, values.constData(), values.size()), this);
}

qint64 Connection::execute(std::string_view sql, Values values)
{
    QSqlQuery *query = run(sql, values.begin(), qsizetype(values.size()));
    if (!query)
        return 0;
    const qint64 changed = query->numRowsAffected();
    query->finish();
    return changed;
}

qint64 Connection::insert(std::string_view sql, Values values)
{
    QSqlQuery *query = run(sql, values.begin(), qsizetype(values.size()));
    if (!query)
        return 0;
    const qint64 id = query->lastInsertId().toLongLong();
    query->finish();
    return id;
}

Result<void> Connection::control(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return fail(errorOf(query.lastError(), m_file));
    return {};
}

void Connection::setFailure(Error error)
{
    if (!m_failure)
        m_failure = std::move(error);
}

std::optional<Error> Connection::takeFailure()
{
    return std::exchange(m_failure, std::nullopt);
}

QSqlQuery *Connection::run(std::string_view sql, const SqlValue *values, qsizetype count)
{
    if (m_failure)
        return nullptr;
    Prepared *statement = prepared(sql);
    if (!statement)
        return nullptr;
    QSqlQuery *query = &statement->query;
    Q_ASSERT_X(!query->isActive() || !query->isSelect(), "store", "a statement runs inside itself");
    for (qsizetype i = 0; i < statement->order.size(); ++i) {
        const qsizetype value = statement->order[i];
        Q_ASSERT(value < count);
        query->bindValue(int(i), values[value].variant());
    }
    if (!query->exec()) {
        Error error = errorOf(query->lastError(), m_file);
        error.detail += u" in: "_s + query->lastQuery();
        setFailure(std::move(error));
        query->finish();
        return nullptr;
    }
    return query;
}

Connection::Prepared *Connection::prepared(std::string_view sql)
{
    if (const auto known = m_prepared.find(sql); known != m_prepared.end())
        return known->second.get();
    auto statement = std::make_unique<Prepared>(m_database);
    statement->query.setForwardOnly(true);
    if (!statement->query.prepare(withPlainPlaceholders(sql, statement->order))) {
        setFailure(errorOf(statement->query.lastError(), m_file));
        return nullptr;
    }
    return m_prepared.emplace(std::string(sql), std::move(statement)).first->second.get();
}

} // namespace authdesk::server::store
