// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/role.h"

#include <array>

namespace authdesk::model {

namespace {

constexpr std::array actionNames{"create", "read", "update", "delete", "manage"};
constexpr std::array subjectNames{"users", "roles",    "sessions", "keys",
                                  "audit", "settings", "backups",  "all"};

template <typename Enum, std::size_t N>
std::optional<Enum> fromName(const std::array<const char *, N> &names, QStringView name)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (name == QLatin1StringView(names[i]))
            return Enum(i);
    }
    return std::nullopt;
}

} // namespace

QLatin1StringView actionName(Action action)
{
    return QLatin1StringView(actionNames[std::size_t(action)]);
}

std::optional<Action> actionFromName(QStringView name)
{
    return fromName<Action>(actionNames, name);
}

QLatin1StringView subjectName(Subject subject)
{
    return QLatin1StringView(subjectNames[std::size_t(subject)]);
}

std::optional<Subject> subjectFromName(QStringView name)
{
    return fromName<Subject>(subjectNames, name);
}

} // namespace authdesk::model
