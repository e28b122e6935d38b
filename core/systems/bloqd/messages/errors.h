// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What Bloqd says when something is wrong: {"error": text}. Plain values, any thread.
#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"

#include <QtCore/QJsonObject>

namespace authdesk::systems::bloqd::messages {

/// Ours: nobody can go on here with a password that was only lent.
inline constexpr QLatin1StringView passwordMustChange{"Password must be changed."};

[[nodiscard]] QJsonObject encodeError(const QString &text);
/// One sentence for each field, behind its name.
[[nodiscard]] QString fieldsText(const QList<base::FieldError> &fields);
[[nodiscard]] QJsonObject encodePasswordChange(const base::Secret &changeToken);

} // namespace authdesk::systems::bloqd::messages
