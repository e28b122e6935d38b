// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fonts by role, derived from the system's font size; never below 9 pt.
#pragma once

#include <QtGui/QFont>

class QWidget;

namespace authdesk::ui::theme {

enum class FontRole {
    Caption,   ///< B-1: chips, table headers, help below a field
    Body,      ///< B
    Strong,    ///< B DemiBold
    Section,   ///< B+1 DemiBold
    PageTitle, ///< B+5 DemiBold
    Fixed,     ///< keys and ids
    Secret,    ///< B+2 fixed, for what people read out or type off
};

[[nodiscard]] QFont font(FontRole role);
/// Sets the font of a widget, and again when the application's font changes.
void setFontRole(QWidget *widget, FontRole role);

} // namespace authdesk::ui::theme
