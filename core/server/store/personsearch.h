// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Searching for people by a part of name, username or e-mail, for lists of other things than
// people. Only inside this room.
#pragma once

#include "core/server/store/engine.h"
#include "core/server/store/sqlvalue.h"

#include <QtCore/QList>

#include <string>

namespace authdesk::server::store {

/// A SELECT of the ids of those who are found, put together from literals.
struct PersonSearch
{
    std::string text = {};
    QList<SqlValue> values = {};
};

/// False for what nobody's name can hold, and for what is too long to be looked for.
[[nodiscard]] bool canBeFound(const QString &folded);
/// The people that the list of people finds by the same search, which is folded and not empty: any
/// part of three or more characters, or a beginning.
[[nodiscard]] PersonSearch searchForPeople(const Engine &engine, const QString &folded);

} // namespace authdesk::server::store
