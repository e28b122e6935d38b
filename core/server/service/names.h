// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// User names and e-mail addresses: what they may look like. Free
// functions, any thread.
#pragma once

#include "core/base/error.h"

#include <optional>

namespace authdesk::server::service {

/// What is wrong with a new username: "required", "too_long", "not_printable", or "not_own_email"
/// for one with '@' that is not that user's own address.
[[nodiscard]] std::optional<base::FieldError> usernameProblem(const QString &username,
                                                              const std::optional<QString> &email);
/// "invalid" or "too_long".
[[nodiscard]] std::optional<base::FieldError> emailProblem(const QString &email);
/// "too_long" or "not_printable", for first and last name.
[[nodiscard]] std::optional<base::FieldError> personNameProblem(QLatin1StringView field,
                                                                const QString &name);

/// At most 80 characters, all printable; empty is fine.
[[nodiscard]] std::optional<base::FieldError> serverNameProblem(QLatin1StringView field,
                                                                const QString &name);

} // namespace authdesk::server::service
