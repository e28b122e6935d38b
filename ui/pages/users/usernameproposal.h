// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A username made of a person's name: "Zoë O'Neill" becomes "zoe.oneill".
#pragma once

#include <QtCore/QString>

namespace authdesk::ui::pages::users {

/// Lower-case letters and digits of first and last name joined by a dot, accents taken off. Letters
/// of other scripts stay as they are. Empty where neither name holds a letter or digit.
[[nodiscard]] QString proposeUsername(const QString &firstName, const QString &lastName);

} // namespace authdesk::ui::pages::users
