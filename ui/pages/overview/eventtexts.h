// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An audit event in one line. Free functions, window thread.
#pragma once

#include "core/model/auditevent.h"

namespace authdesk::ui::pages::overview {

/// "Sign-in refused: anna, from 10.0.0.7"
[[nodiscard]] QString eventText(const model::AuditEvent &event);

} // namespace authdesk::ui::pages::overview
