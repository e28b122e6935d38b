// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is asked before sessions end: whose, and what that means. Plain function; window thread
// because of the translation.
#pragma once

#include "core/model/session.h"
#include "ui/widgets/confirmdialog.h"

namespace authdesk::ui::pages::sessions {

enum class Ending;

/// `own`: the window's own session ends with it.
[[nodiscard]] widgets::ConfirmDialog::Texts endTexts(const model::Session &session, Ending ending,
                                                     bool own);

} // namespace authdesk::ui::pages::sessions
