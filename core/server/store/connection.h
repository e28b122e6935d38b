// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One thread's connection: statements that stay prepared, and the first failure of the job that
// runs, after which every statement does nothing until takeFailure(). Only inside this room.
#pragma once

#include "core/base/result.h"
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

private:
    QSqlQuery *m_query = nullptr;
    class Connection *m_connection = nullptr;
};

class Connection final
{
public:
    enum class Mode { Read, Write };
    using Values = std::initializer_list<SqlValue>;

    /// Opens the file on the calling thread, to which the connection then belongs. Mode::Read
    /// never changes it and does not make it.
    [[nodiscard]] static base::Result<std::unique_ptr<Connection>>
    open(const QString &file, Mode mode, int busyTimeoutMs);
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection();

    /// `sql` is a literal or put together from literals only, never from input. Placeholders are
    /// `?`, or numbered ones (`?1`) throughout.
    [[nodiscard]] Rows select(std::string_view sql, Values values = {});
    [[nodiscard]] Rows select(std::string_view sql, const QList<SqlValue> &values);
    /// How many rows it changed.
    qint64 execute(std::string_view sql, Values values = {});
    /// The id that an INSERT gave.
    [[nodiscard]] qint64 insert(std::string_view sql, Values values);

    /// Runs a statement once, unprepared and whether or not something failed before.
    [[nodiscard]] base::Result<void> control(const QString &sql);

    [[nodiscard]] bool hasFailed() const { return m_failure.has_value(); }
    void setFailure(base::Error error);
    /// The first failure since the last call.
    [[nodiscard]] std::optional<base::Error> takeFailure();

private:
    friend class Rows;
    Connection(QString name, QString file);

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
    [[nodiscard]] Prepared *prepared(std::string_view sql);
    [[nodiscard]] base::Result<void> prepareFor(Mode mode);

    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    QString m_name;
    QString m_file;
    QSqlDatabase m_database;
    std::unordered_map<std::string, std::unique_ptr<Prepared>, TextHash, std::equal_to<>>
        m_prepared;
    std::optional<base::Error> m_failure;
};

} // namespace authdesk::server::store
