// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Puts the asking person's attributes in place of placeholders. Free functions over plain values.
#pragma once

#include "core/model/statement.h"

#include <QtCore/QJsonObject>

namespace authdesk::policy {

/// The statements as they are for one person; the indices stay. `person` holds the attributes by
/// model::placeholderNames. A text that is one placeholder becomes the attribute itself (a number
/// stays one), others are put together. Where the attribute is missing or null, the value equals
/// nothing. Nothing that stands in an attribute is read as a placeholder or as JSON.
[[nodiscard]] QList<model::Statement> bound(const QList<model::Statement> &statements,
                                            const QJsonObject &person);
/// Whether bound() has anything to do.
[[nodiscard]] bool needsBinding(const QList<model::Statement> &statements);

} // namespace authdesk::policy
