// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The events as a table, newest first; what happens meanwhile comes in at the top. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/auditgateway.h"
#include "ui/widgets/keysettable.h"

namespace authdesk::ui::pages::audit {

enum class AuditColumn { When, Who, What, Whom, Result, From };
inline constexpr int auditColumnCount = 6;

class AuditTableModel final
    : public widgets::KeysetTableModel<model::AuditEvent, gateway::AuditQuery>
{
    Q_OBJECT

public:
    AuditTableModel(gateway::AuditGateway &audit, const base::Clock &clock,
                    QObject *parent = nullptr);

    /// Events that came since, newest first.
    void add(const QList<model::AuditEvent> &events) { insertFirst(events); }
    /// The number of the newest event shown; 0: none.
    [[nodiscard]] qint64 newest() const { return rowCount() > 0 ? itemAt(0).id : 0; }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

protected:
    [[nodiscard]] QFuture<Answer> ask(const gateway::AuditQuery &query) override
    {
        return m_gateway.list(query);
    }

private:
    [[nodiscard]] QString text(const model::AuditEvent &event, AuditColumn column) const;
    [[nodiscard]] static QString title(AuditColumn column);

    gateway::AuditGateway &m_gateway;
    const base::Clock &m_clock;
};

} // namespace authdesk::ui::pages::audit
