// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everyone's sessions as a table, newest first. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/sessionsgateway.h"
#include "ui/widgets/keysettable.h"

namespace authdesk::ui::pages::sessions {

enum class SessionColumn { Who, From, With, Over, Since, LastUsed };
inline constexpr int sessionColumnCount = 6;

class SessionTableModel final
    : public widgets::KeysetTableModel<model::Session, gateway::SessionQuery>
{
    Q_OBJECT

public:
    SessionTableModel(gateway::SessionsGateway &sessions, const base::Clock &clock,
                      QObject *parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

protected:
    [[nodiscard]] QFuture<Answer> ask(const gateway::SessionQuery &query) override
    {
        return m_gateway.list(query);
    }

private:
    [[nodiscard]] QString text(const model::Session &session, SessionColumn column) const;
    [[nodiscard]] static QVariant toolTip(const model::Session &session, SessionColumn column);
    [[nodiscard]] static QString title(SessionColumn column);

    gateway::SessionsGateway &m_gateway;
    const base::Clock &m_clock;
};

} // namespace authdesk::ui::pages::sessions
