// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Puts what a server said about single fields beside those fields.
#pragma once

#include "core/base/error.h"

#include <QtCore/QHash>

namespace authdesk::ui::widgets {

class FormField;

/// Clears every field, then shows each field error at its FormField and moves the focus to the
/// first. Returns what could not be placed, as sentences for a message bar; empty when the error
/// named only known fields. An error without fields comes back as its own sentence.
[[nodiscard]] QString showFieldErrors(const base::Error &error,
                                      const QHash<QString, FormField *> &fields);

/// The sentence for one field error, translated by its code.
[[nodiscard]] QString fieldErrorText(const base::FieldError &error);

} // namespace authdesk::ui::widgets
