// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where SQLite and PostgreSQL differ; everything else in this room is one code for both. Immutable,
// any thread. Only inside this room.
#pragma once

#include "core/base/result.h"
#include "core/server/store/databaseoptions.h"

#include <QtCore/QStringList>
#include <QtCore/QVariant>

#include <memory>
#include <string_view>

class QSqlDatabase;
class QSqlError;

namespace authdesk::server::store {

enum class Mode { Read, Write };

/// The words of a statement that the engines spell differently.
struct Words
{
    const char *join;          ///< a join whose left side is read first, where that is said
    const char *hideFromIndex; ///< before a column whose index shall not be used
    const char *indexedBy;     ///< before an index's name; empty: the planner chooses
    const char *position;      ///< position(text, part): 0 where it does not hold it
    const char *collect;       ///< all `hit` of a subquery as one text
    const char *listedIds;     ///< rows `hit` of a JSON list of whole numbers
    const char *listedTexts;   ///< rows `hit` of a JSON list of texts
    const char *search;        ///< rows `hit` that hold searchPattern() of three or more letters
    const char *allOf;         ///< between patterns that are all to match; empty: it takes one
    bool keepsSubqueryOrder;   ///< whether a subquery's order is its reader's order
};

/// What moving a database asks of either engine's catalogue. Statements; empty: nothing to do.
struct Catalogue
{
    std::string_view columns;       ///< the columns of table ? in their order
    std::string_view otherPrograms; ///< how many others of ours are connected
    std::string_view lastId;        ///< the highest id that table ? ever gave
    std::string_view forgetLastId;  ///< before the next: of table ?
    std::string_view setLastId;     ///< of table ?1 to ?2
    std::string_view filled;        ///< after many rows came in
};

class Engine
{
public:
    Engine() = default;
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;
    virtual ~Engine() = default;

    /// What the options name. InvalidFields for an address that cannot be read.
    [[nodiscard]] static base::Result<std::shared_ptr<const Engine>>
    of(const DatabaseOptions &options);

    /// What messages call the database; holds no password.
    [[nodiscard]] virtual QString name() const = 0;
    /// "sqlite", "postgresql".
    [[nodiscard]] virtual QString kind() const = 0;
    [[nodiscard]] virtual const Words &words() const = 0;
    [[nodiscard]] virtual const Catalogue &catalogue() const = 0;

    /// The name of Qt's driver, and one line for where it is missing.
    [[nodiscard]] virtual QString driver() const = 0;
    [[nodiscard]] virtual QString missingDriver() const = 0;
    /// Tells the driver where the database is.
    virtual void address(QSqlDatabase &database, Mode mode) const = 0;
    /// What every new connection runs first.
    [[nodiscard]] virtual QStringList greeting(Mode mode) const = 0;
    /// What a connection runs before it works after a rest, and when it has nothing to do, to give
    /// memory back.
    [[nodiscard]] virtual QStringList wake(Mode) const { return {}; }
    [[nodiscard]] virtual QStringList rest(Mode) const { return {}; }

    [[nodiscard]] virtual QStringList beginRead() const = 0;
    /// After these nobody else writes until the transaction ends.
    [[nodiscard]] virtual QStringList beginWrite() const = 0;
    /// Whether BEGIN, COMMIT and the like can stay prepared.
    [[nodiscard]] virtual bool preparesControl() const = 0;
    /// Whether the driver knows the id of a new row without asking.
    [[nodiscard]] virtual bool knowsLastId() const { return false; }
    /// Whether results are read row by row while the next statement may already run.
    [[nodiscard]] virtual bool readsForward() const = 0;
    /// A statement as this engine spells it.
    [[nodiscard]] virtual QString spelled(const QString &sql) const { return sql; }
    /// A value as this engine can hold it.
    [[nodiscard]] virtual QVariant held(const QVariant &value) const { return value; }
    /// How a search of the lists is written for words().search.
    [[nodiscard]] virtual QString searchPattern(const QString &part) const = 0;

    /// What is said once before the migrations.
    [[nodiscard]] virtual QStringList preparation() const { return {}; }
    [[nodiscard]] virtual QString migrations() const = 0;
    /// A statement for how many tables there are, and whether `schema_versions` is among them.
    [[nodiscard]] virtual std::string_view countTables() const = 0;

    /// Whether its triggers tell who listens what changed.
    [[nodiscard]] virtual bool tellsChanges() const { return false; }
    /// A statement for a number that changes when another program changed the data; empty: none.
    [[nodiscard]] virtual std::string_view dataVersion() const { return {}; }

    [[nodiscard]] virtual base::Error errorOf(const QSqlError &error) const = 0;
    /// Whether the error means that the connection itself is gone, and another may be had.
    [[nodiscard]] virtual bool isLost(const QSqlError &error) const = 0;
    [[nodiscard]] base::Error damaged(const QString &detail) const;
};

} // namespace authdesk::server::store
