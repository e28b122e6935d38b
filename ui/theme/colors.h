// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of the visual system by role, light and dark. Widgets never keep colours: they ask
// colorsOf(palette()) whenever they paint, so a change of the scheme needs nothing else.
#pragma once

#include <QtGui/QPalette>

namespace authdesk::ui::theme {

struct Colors
{
    QColor window;
    QColor base;
    QColor alternateBase;
    QColor text;
    QColor secondaryText;
    QColor fieldBorder;
    QColor hairline;
    QColor highlight;
    QColor highlightedText;
    QColor link;
    QColor selectedRow;
    QColor dangerText;
    QColor dangerFill;
    QColor dangerButton;
    QColor dangerButtonText;
    QColor warningText;
    QColor warningFill;
    QColor goodText;
    QColor goodFill;
    QColor neutralFill;
    QColor productionBand;
    QColor productionText;

    [[nodiscard]] QPalette toPalette() const;
};

[[nodiscard]] const Colors &lightColors();
[[nodiscard]] const Colors &darkColors();

[[nodiscard]] bool isDark(const QPalette &palette);
/// The set that belongs to a palette, told by how dark its window is.
[[nodiscard]] const Colors &colorsOf(const QPalette &palette);

/// WCAG 2.1 contrast ratio, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &left, const QColor &right);

/// Whether the system's accent may replace Highlight: white on it is at least 4.5 and it has at
/// least 3 on Base.
[[nodiscard]] bool isUsableAccent(const QColor &accent, const Colors &colors);

} // namespace authdesk::ui::theme
