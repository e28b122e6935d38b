// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/routetable.h"

#include <algorithm>

namespace authdesk::server::http {

using namespace Qt::StringLiterals;

namespace {

std::size_t indexOf(Method method)
{
    return static_cast<std::size_t>(method);
}

/// "/a/b" → "a"
QByteArrayView firstSegment(QByteArrayView path)
{
    const QByteArrayView rest = path.startsWith('/') ? path.sliced(1) : path;
    const qsizetype end = rest.indexOf('/');
    return end < 0 ? rest : rest.first(end);
}

bool isParameter(QByteArrayView segment)
{
    return segment.startsWith('{') && segment.endsWith('}');
}

/// Of a listener with one system beside what every listener has, the system's.
const Mount *onlySpeaker(const QList<Mount> &mounts)
{
    if (mounts.size() == 1)
        return &mounts.first();
    const auto speaks = [](const Mount &mount) { return mount.encodeError != nullptr; };
    const auto first = std::find_if(mounts.begin(), mounts.end(), speaks);
    return std::count_if(mounts.begin(), mounts.end(), speaks) == 1 ? &*first : nullptr;
}

} // namespace

const RouteTable::Row *RouteTable::Entry::row(Method method) const
{
    const Row &own = rows[indexOf(method)];
    if (own.route)
        return &own;
    const Row &get = rows[indexOf(Method::Get)];
    return method == Method::Head && get.route ? &get : nullptr;
}

RouteTable::RouteTable(QList<Mount> mounts)
    : m_mounts(std::move(mounts))
    , m_only(onlySpeaker(m_mounts))
    , m_nodes(1)
{
}

base::Result<std::unique_ptr<RouteTable>> RouteTable::create(QList<Mount> mounts)
{
    std::unique_ptr<RouteTable> table(new RouteTable(std::move(mounts)));
    for (const Mount &mount : table->m_mounts) {
        for (const Route &route : mount.routes) {
            if (auto added = table->add(mount, route); !added)
                return base::fail(std::move(added.error()));
        }
    }
    for (const std::unique_ptr<Entry> &entry : table->m_entries) {
        QByteArrayList names;
        for (const Method method : {Method::Get, Method::Head, Method::Post, Method::Put,
                                    Method::Patch, Method::Delete}) {
            if (entry->row(method))
                names.append(methodName(method).toByteArray());
        }
        names.append("OPTIONS"_ba);
        entry->allow = names.join(", ");
    }
    return table;
}

base::Result<> RouteTable::add(const Mount &mount, const Route &route)
{
    const QByteArray path = mount.prefix + route.path;
    Entry &entry = entryFor(path);
    Row &row = entry.rows[indexOf(route.method)];
    if (row.route) {
        return base::fail(
            base::ErrorCode::Internal, u"The server's tables contradict each other."_s,
            u"two rows for %1 %2"_s.arg(QString::fromLatin1(methodName(route.method).toByteArray()),
                                        QString::fromUtf8(path)));
    }
    row = {.route = &route,
           .mount = &mount,
           .isTokenCheck =
               route.method == Method::Get && (path.endsWith("/me") || path.endsWith("/me/"))};
    if (!entry.mount)
        entry.mount = &mount;
    const QByteArray owned = firstSegment(path).toByteArray();
    const auto owner = m_owners.find(owned);
    if (owner == m_owners.end())
        m_owners.insert(owned, &mount);
    else if (*owner != &mount)
        *owner = nullptr;
    return {};
}

RouteTable::Entry &RouteTable::entryFor(const QByteArray &path)
{
    const QByteArrayList segments = path.sliced(1).split('/');
    if (std::none_of(segments.begin(), segments.end(), isParameter)) {
        Entry *&entry = m_fixed[path];
        if (!entry)
            entry = m_entries.emplace_back(std::make_unique<Entry>()).get();
        return *entry;
    }
    std::size_t node = 0;
    for (const QByteArray &segment : segments) {
        const std::size_t known = isParameter(segment) ? m_nodes[node].parameter
                                                       : m_nodes[node].children.value(segment, 0);
        if (known != 0) {
            node = known;
            continue;
        }
        const std::size_t fresh = m_nodes.size();
        m_nodes.emplace_back();
        if (isParameter(segment))
            m_nodes[node].parameter = fresh;
        else
            m_nodes[node].children.insert(segment, fresh);
        node = fresh;
    }
    if (!m_nodes[node].entry)
        m_nodes[node].entry = m_entries.emplace_back(std::make_unique<Entry>()).get();
    return *m_nodes[node].entry;
}

RouteTable::Match RouteTable::find(const QByteArray &path) const
{
    if (Entry *const entry = m_fixed.value(path))
        return {.entry = entry, .parameters = {}};
    Match match;
    if (path.startsWith('/'))
        match.entry = descend(0, QByteArrayView(path).sliced(1), match.parameters);
    return match;
}

/// As deep as the longest row, not as the path: every level needs a node.
const RouteTable::Entry *RouteTable::descend(std::size_t node, QByteArrayView rest,
                                             QList<QByteArray> &parameters) const
{
    const Node &here = m_nodes[node];
    const qsizetype slash = rest.indexOf('/');
    const QByteArrayView segment = slash < 0 ? rest : rest.first(slash);
    const auto follow = [&](std::size_t child) {
        return slash < 0 ? m_nodes[child].entry
                         : descend(child, rest.sliced(slash + 1), parameters);
    };
    const std::size_t fixed =
        here.children.value(QByteArray::fromRawData(segment.data(), segment.size()), 0);
    if (fixed != 0) {
        if (const Entry *const entry = follow(fixed))
            return entry;
    }
    if (here.parameter == 0 || segment.isEmpty())
        return nullptr;
    parameters.append(segment.toByteArray());
    const Entry *const entry = follow(here.parameter);
    if (!entry)
        parameters.removeLast();
    return entry;
}

const Mount *RouteTable::mountNear(QByteArrayView path) const
{
    const auto owner = m_owners.find(firstSegment(path).toByteArray());
    if (owner != m_owners.end())
        return *owner;
    return m_only;
}

} // namespace authdesk::server::http
