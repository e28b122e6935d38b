// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One's own sessions as a table. Holds what it is given. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/model/session.h"

#include <QtCore/QAbstractTableModel>

namespace authdesk::ui::pages::account {

class SessionTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Client, Address, SignedIn, LastSeen };
    static constexpr int columnTotal = 4;

    explicit SessionTableModel(const base::Clock &clock, QObject *parent = nullptr);

    void setSessions(const QList<model::Session> &sessions);
    [[nodiscard]] const model::Session &sessionAt(int row) const { return m_sessions.at(row); }
    /// Sessions other than the one that asks.
    [[nodiscard]] int others() const;
    /// The titles speak another language now.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(const model::Session &session, int column) const;

    const base::Clock &m_clock;
    QList<model::Session> m_sessions;
};

} // namespace authdesk::ui::pages::account
