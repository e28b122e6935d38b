// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, as sentences for people: the one place that words error codes.
#pragma once

#include "core/base/error.h"

namespace authdesk::ui::widgets {

[[nodiscard]] QString errorText(const base::Error &error);

} // namespace authdesk::ui::widgets
