// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/connection.h"

#include "core/base/log.h"

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
        m_connection->setFailure(m_connection->errorOf(m_query->lastError()));
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

SqlValue Rows::value(int column) const
{
    if (isNull(column))
        return std::nullopt;
    const QVariant value = variant(column);
    switch (value.typeId()) {
    case QMetaType::QString:
        return value.toString();
    case QMetaType::QByteArray:
        return value.toByteArray();
    default:
        return value.toLongLong();
    }
}

Connection::Connection(std::shared_ptr<const Engine> engine, Mode mode)
    : m_engine(std::move(engine))
    , m_mode(mode)
{
}

Connection::~Connection()
{
    disconnect();
}

Result<std::unique_ptr<Connection>> Connection::open(std::shared_ptr<const Engine> engine,
                                                     Mode mode)
{
    std::unique_ptr<Connection> connection(new Connection(std::move(engine), mode));
    if (const Result<void> connected = connection->connect(); !connected) {
        Error error = connected.error();
        if (connection->m_isLost)
            error.message = u"The database %1 cannot be reached: %2"_s.arg(
                connection->m_engine->name(), error.detail);
        return fail(std::move(error));
    }
    return connection;
}

void Connection::runAll(const QStringList &statements)
{
    for (const QString &statement : statements)
        (void)control(statement);
}

Result<void> Connection::connect()
{
    if (!QSqlDatabase::isDriverAvailable(m_engine->driver()))
        return fail(ErrorCode::DatabaseFailed, m_engine->missingDriver());
    static std::atomic<quint64> counter = 0;
    m_name = u"authdesk-store-%1"_s.arg(++counter);
    m_database = QSqlDatabase::addDatabase(m_engine->driver(), m_name);
    m_engine->address(m_database, m_mode);
    const bool isOpen = m_database.open();
    if (!isOpen)
        return fail(errorOf(m_database.lastError()));
    m_isLost = false;
    for (const QString &statement : m_engine->greeting(m_mode)) {
        if (const Result<void> done = control(statement); !done)
            return done;
    }
    return {};
}

void Connection::disconnect()
{
    if (m_name.isEmpty())
        return;
    // A statement of SQLite's must go before its connection. Those of a PostgreSQL go with the
    // connection, and would be taken back one by one if the driver still lived.
    if (m_engine->preparesControl())
        m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
    m_prepared.clear();
    m_name.clear();
}

Result<void> Connection::begin()
{
    if (!m_isLost) {
        const Result<void> begun = tryToBegin();
        if (begun || !m_isLost)
            return begun;
    }
    disconnect();
    if (const Result<void> connected = connect(); !connected) {
        m_isLost = true;
        return connected;
    }
    qCInfo(base::logStore).noquote() << "connected again to" << m_engine->name();
    return tryToBegin();
}

Result<void> Connection::tryToBegin()
{
    const QStringList statements =
        m_mode == Mode::Read ? m_engine->beginRead() : m_engine->beginWrite();
    for (const QString &statement : statements) {
        const Result<void> done = transact(statement.toStdString());
        if (done)
            continue;
        // A PostgreSQL's transaction has begun before it waits for the lock.
        if (statements.size() > 1 && !m_isLost)
            (void)transact("ROLLBACK");
        return done;
    }
    return {};
}

Result<void> Connection::transact(std::string_view sql)
{
    if (!m_engine->preparesControl())
        return control(QString::fromUtf8(sql.data(), qsizetype(sql.size())));
    execute(sql);
    if (auto failure = takeFailure())
        return fail(*std::move(failure));
    return {};
}

Error Connection::errorOf(const QSqlError &error)
{
    m_isLost = m_isLost || m_engine->isLost(error);
    return m_engine->errorOf(error);
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
    return execute(sql, values.begin(), qsizetype(values.size()));
}

qint64 Connection::execute(std::string_view sql, const QList<SqlValue> &values)
{
    return execute(sql, values.constData(), values.size());
}

qint64 Connection::execute(std::string_view sql, const SqlValue *values, qsizetype count)
{
    QSqlQuery *query = run(sql, values, count);
    if (!query)
        return 0;
    const qint64 changed = query->numRowsAffected();
    query->finish();
    return changed;
}

qint64 Connection::insert(std::string_view sql, Values values)
{
    if (m_engine->knowsLastId()) {
        QSqlQuery *query = run(sql, values.begin(), qsizetype(values.size()));
        if (!query)
            return 0;
        const qint64 id = query->lastInsertId().toLongLong();
        query->finish();
        return id;
    }
    Rows rows = select(std::string(sql) + " RETURNING id", values);
    return rows.next() ? rows.integer(0) : 0;
}

Result<void> Connection::control(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(m_engine->readsForward());
    if (!query.exec(sql))
        return fail(errorOf(query.lastError()));
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
        query->bindValue(int(i), m_engine->held(values[value].variant()));
    }
    if (!query->exec()) {
        Error error = errorOf(query->lastError());
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
    statement->query.setForwardOnly(m_engine->readsForward());
    const QString plain = m_engine->spelled(withPlainPlaceholders(sql, statement->order));
    if (!statement->query.prepare(plain)) {
        setFailure(errorOf(statement->query.lastError()));
        return nullptr;
    }
    return m_prepared.emplace(std::string(sql), std::move(statement)).first->second.get();
}

} // namespace authdesk::server::store
