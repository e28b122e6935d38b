// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of one import, matched with who is there: by uid, then by username and e-mail. Inside
// this room only; lives within one Database::write().
#pragma once

#include "core/model/importreport.h"
#include "core/server/service/importedhashes.h"
#include "core/server/service/useredits.h"
#include "core/transfer/personrow.h"

#include <QtCore/QHash>

#include <vector>

namespace authdesk::server::service {

class ImportStep final
{
public:
    /// No rights: the owner of the data folder, who may all. `event` names actor and caller.
    /// Everything outlives the step.
    ImportStep(store::Connection &connection, Toolbox &tools, const Rights *rights,
               model::AuditEvent event);

    /// What came of each row. An Error means that nothing may stay.
    [[nodiscard]] base::Result<QList<model::ImportedRow>>
    take(const QList<transfer::PersonRow> &rows);
    /// Whose tokens may not be good for the same as before.
    [[nodiscard]] const QList<qint64> &changedIds() const { return m_changedIds; }

private:
    /// Somebody whom a row may mean: there already, or made by a row before.
    struct Known
    {
        store::UserRecord record; ///< of somebody new only names, uid and id
        bool isHandled = false;
    };
    /// What is asked of a role again and again.
    struct RoleFacts
    {
        model::Role role;
        bool isCovered = false; ///< it holds no right that the importer lacks
    };

    void readRoles();
    void readKnown(const QList<transfer::PersonRow> &rows);
    void remember(store::UserRecord record, bool isHandled);
    [[nodiscard]] Known *match(const transfer::PersonRow &row);
    [[nodiscard]] base::Result<const RoleFacts *> roleOf(const QString &name) const;
    [[nodiscard]] model::ImportedRow takeOne(const transfer::PersonRow &row);
    [[nodiscard]] base::Result<qint64> create(const transfer::PersonRow &row,
                                              model::ImportedRow &result);
    [[nodiscard]] base::Result<> update(const transfer::PersonRow &row, Known &known,
                                        model::ImportedRow &result);
    /// Another password for somebody who is there: true when it was taken.
    [[nodiscard]] base::Result<bool> replacePassword(const transfer::PersonRow &row,
                                                     const store::UserRecord &person);
    /// InvalidFields for a hash that is not taken over.
    [[nodiscard]] base::Result<> checkHash(const QByteArray &hash) const;
    [[nodiscard]] base::Result<> record(const QList<model::ImportedRow> &rows);

    store::Connection &m_connection;
    Toolbox &m_tools;
    const Rights *m_rights;
    model::AuditEvent m_event;
    std::vector<RoleFacts> m_roles;
    std::vector<Known> m_known;
    QHash<QString, std::size_t> m_byUid;
    QHash<QString, std::size_t> m_byName; ///< folded usernames and addresses
    SlowestHash m_slowest;
    QList<qint64> m_changedIds;
};

} // namespace authdesk::server::service
