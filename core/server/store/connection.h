// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One thread's connection: statements that stay prepared, and the first failure of the job that
// runs, after which every statement does nothing until takeFailure(). Only inside this room.
#pragma once

#include "core/base/result.h"
#include "core/server/store/engine.h"
#include "core/server/store/peoplesample.h"
#include "core/server/store/sqlvalue.h"

#include <QtCore/QList>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace authdesk::server::store {

/// The rows of one statement, read once and forward; the statement is free again when this goes.
class Rows final
{
public:
    Rows() = default;
    explicit Rows(QSqlQuery *query, class Connection *connection);
    Rows(Rows &&other) noexcept;
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    [[nodiscard]] bool next();
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QDateTime time(int column) const { return timeFromStored(integer(column)); }
    [[nodiscard]] std::optional<QDateTime> optionalTime(int column) const;
    [[nodiscard]] QVariant variant(int column) const;
    /// As it can be bound again, to either engine.
    [[nodiscard]] SqlValue value(int column) const;

private:
    QSqlQuery *m_query = nullptr;
    class Connection *m_connection = nullptr;
};

class Connection final
{
public:
    using Values = std::initializer_list<SqlValue>;

    /// Opens on the calling thread, to which the connection then belongs. Mode::Read never changes
    /// the database and does not make it.
    [[nodiscard]] static base::Result<std::unique_ptr<Connection>>
    open(std::shared_ptr<const Engine> engine, Mode mode);
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection();

    /// `sql` is a literal or put together from literals only, never from input. Placeholders are
    /// `?`, or numbered ones (`?1`) throughout.
    [[nodiscard]] Rows select(std::string_view sql, Values values = {});
    [[nodiscard]] Rows select(std::string_view sql, const QList<SqlValue> &values);
    /// How many rows it changed.
    qint64 execute(std::string_view sql, Values values = {});
    qint64 execute(std::string_view sql, const QList<SqlValue> &values);
    /// The id that an INSERT of one row gave.
    [[nodiscard]] qint64 insert(std::string_view sql, Values values);

    /// Runs a statement once, unprepared and whether or not something failed before.
    [[nodiscard]] base::Result<void> control(const QString &sql);
    /// Between transactions, before work and when there is none.
    void wake() { runAll(m_engine->wake(m_mode)); }
    void rest() { runAll(m_engine->rest(m_mode)); }
    /// Begins the transaction of the connection's mode. A connection that was lost is made anew;
    /// nothing of the transaction has run by then.
    [[nodiscard]] base::Result<void> begin();
    /// COMMIT, ROLLBACK, SAVEPOINT and the like.
    [[nodiscard]] base::Result<void> transact(std::string_view sql);

    [[nodiscard]] const Engine &engine() const { return *m_engine; }
    [[nodiscard]] QSqlDriver *driver() const { return m_database.driver(); }

    [[nodiscard]] PeopleSample &peopleSample() { return m_peopleSample; }

    [[nodiscard]] bool hasFailed() const { return m_failure.has_value(); }
    void setFailure(base::Error error);
    /// The first failure since the last call.
    [[nodiscard]] std::optional<base::Error> takeFailure();

private:
    friend class Rows;
    Connection(std::shared_ptr<const Engine> engine, Mode mode);

    struct Prepared
    {
        explicit Prepared(const QSqlDatabase &database)
            : query(database)
        {
        }
        QSqlQuery query;
        QList<qsizetype> order; ///< which value each placeholder takes
    };

    [[nodiscard]] QSqlQuery *run(std::string_view sql, const SqlValue *values, qsizetype count);
    qint64 execute(std::string_view sql, const SqlValue *values, qsizetype count);
    [[nodiscard]] Prepared *prepared(std::string_view sql);
    [[nodiscard]] base::Result<void> connect();
    void disconnect();
    /// What only makes it quicker or smaller: a failure is none of the work's.
    void runAll(const QStringList &statements);
    [[nodiscard]] base::Result<void> tryToBegin();
    [[nodiscard]] base::Error errorOf(const QSqlError &error);

    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    std::shared_ptr<const Engine> m_engine;
    Mode m_mode;
    QString m_name;
    QSqlDatabase m_database;
    bool m_isLost = false; ///< the last error said so
    std::unordered_map<std::string, std::unique_ptr<Prepared>, TextHash, std::equal_to<>>
        m_prepared;
    std::optional<base::Error> m_failure;
    PeopleSample m_peopleSample;
};

} // namespace authdesk::server::store
