// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The last requests as a table, newest first. Window thread.
#pragma once

#include "core/model/requestentry.h"
#include "ui/widgets/keysettable.h"

namespace authdesk::ui::pages::server {

enum class RequestColumn { When, What, Answer, Took, From, Who };
inline constexpr int requestColumnCount = 6;

class RequestTableModel final : public widgets::KeysetTable
{
    Q_OBJECT

public:
    static constexpr int mostRows = 200;

    explicit RequestTableModel(QObject *parent = nullptr);

    /// Newest first; all newer than what is there. The oldest go.
    void insert(const QList<model::RequestEntry> &entries);
    void clear();
    [[nodiscard]] const model::RequestEntry &entryAt(int row) const { return m_entries.at(row); }

    [[nodiscard]] int rowOf(qint64 id) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    /// There is nothing to ask: what comes is put in.
    void refresh() override {}
    void cancel() override {}

private:
    [[nodiscard]] static QString title(RequestColumn column);
    [[nodiscard]] static QString text(const model::RequestEntry &entry, RequestColumn column);

    QList<model::RequestEntry> m_entries;
};

} // namespace authdesk::ui::pages::server
