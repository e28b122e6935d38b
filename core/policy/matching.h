// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether a resource meets conditions, as MongoDB has it. Free functions over plain values.
#pragma once

#include "core/model/statement.h"

#include <QtCore/QJsonObject>

namespace authdesk::policy {

/// All of them. Where the resource holds a list, it is equal to each of its entries, too, and to
/// itself. A field that the resource lacks is equal to null alone.
[[nodiscard]] bool isMetBy(const QList<model::Condition> &conditions, const QJsonObject &resource);

} // namespace authdesk::policy
