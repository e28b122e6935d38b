// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Finds the row for a path: by hash where the path is fixed, by segment where it has {parameters}.
// Built once, then only read.
#pragma once

#include "core/server/http/route.h"

#include <QtCore/QHash>

#include <array>
#include <memory>
#include <vector>

namespace authdesk::server::http {

class RouteTable final
{
public:
    struct Row
    {
        const Route *route = nullptr;
        const Mount *mount = nullptr;
        bool isTokenCheck = false; ///< `GET …/me`: no log line when it succeeds
    };
    /// All rows of one path, by method.
    struct Entry
    {
        std::array<Row, 7> rows;
        QByteArray allow; ///< "GET, HEAD, OPTIONS"
        const Mount *mount = nullptr;

        /// The row, GET's for HEAD; null when the method is not among them.
        [[nodiscard]] const Row *row(Method method) const;
    };
    struct Match
    {
        const Entry *entry = nullptr; ///< null: no such path
        QList<QByteArray> parameters;
    };

    /// Internal when two rows claim the same method and path.
    [[nodiscard]] static base::Result<std::unique_ptr<RouteTable>> create(QList<Mount> mounts);
    RouteTable(const RouteTable &) = delete;
    RouteTable &operator=(const RouteTable &) = delete;

    [[nodiscard]] Match find(const QByteArray &path) const;
    /// Whose words an unknown path is answered in: the one mount that owns its first segment; null
    /// where several do. Where none does, the one mount that has words of its own, or null.
    [[nodiscard]] const Mount *mountNear(QByteArrayView path) const;

private:
    struct Node
    {
        QHash<QByteArray, std::size_t> children;
        std::size_t parameter = 0; ///< the child for {…}; 0: none, because 0 is the root
        Entry *entry = nullptr;
    };

    explicit RouteTable(QList<Mount> mounts);
    [[nodiscard]] base::Result<> add(const Mount &mount, const Route &route);
    [[nodiscard]] Entry &entryFor(const QByteArray &path);
    [[nodiscard]] const Entry *descend(std::size_t node, QByteArrayView rest,
                                       QList<QByteArray> &parameters) const;

    const QList<Mount> m_mounts;
    const Mount *const m_only; ///< the one that has words of its own; null: none or several
    std::vector<std::unique_ptr<Entry>> m_entries;
    QHash<QByteArray, Entry *> m_fixed;
    std::vector<Node> m_nodes;
    QHash<QByteArray, const Mount *> m_owners; ///< by first segment; null: several
};

} // namespace authdesk::server::http
