// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Our own symbolic icons: SVG on a 20 px grid, coloured from the palette when painted, so they
// follow light, dark, disabled and selected by themselves.
#pragma once

#include <QtGui/QIcon>
#include <QtGui/QPalette>

namespace authdesk::ui::theme {

enum class Icon {
    Account,
    Add,
    Audit,
    Check,
    ChevronDown,
    ChevronRight,
    Clock,
    Copy,
    Cross,
    Eye,
    EyeOff,
    Folder,
    Info,
    Key,
    Lock,
    Overview,
    Phone,
    Printer,
    Refresh,
    Save,
    Search,
    Server,
    Sessions,
    Users,
    Warning,
};

/// Painted with `role` of the application's palette (Disabled and Selected modes: that group's
/// colour, HighlightedText).
[[nodiscard]] QIcon icon(Icon name, QPalette::ColorRole role = QPalette::ButtonText);
/// Painted with one fixed colour, for the icon of a message.
[[nodiscard]] QPixmap iconPixmap(Icon name, int size, const QColor &color, qreal pixelRatio);
/// The program's own icon, in colours, for windows and docks.
[[nodiscard]] QIcon applicationIcon();

/// Every name, for tests and pictures.
[[nodiscard]] QList<Icon> allIcons();

} // namespace authdesk::ui::theme
