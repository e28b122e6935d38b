// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What conditions see of a person, asking or asked about. Free functions over plain values.
#pragma once

#include "core/model/user.h"

#include <QtCore/QJsonObject>

namespace authdesk::policy {

/// id (a number), uid, username, email (null without one), first_name, last_name, role (its slug),
/// status, mfa_enabled, must_change_password: named as in the answers of /admin/v1.
[[nodiscard]] QJsonObject attributesOf(const model::User &user);

} // namespace authdesk::policy
