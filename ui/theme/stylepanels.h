// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the style draws fields, buttons, check marks and tabs. Free functions over the option, so
// that style.cpp only decides who draws what.
#pragma once

#include "ui/theme/colors.h"
#include "ui/theme/style.h"

#include <QtWidgets/QStyleOption>

namespace authdesk::ui::theme {

/// Base, a border of one pixel, radius 6.
void drawFieldPanel(QPainter *painter, const QStyleOption &option);
void drawButtonPanel(QPainter *painter, const QStyleOptionButton &option, ButtonKind kind);
/// The colour of a push button's text and icon.
[[nodiscard]] QColor buttonTextColor(const QStyleOption &option, ButtonKind kind);
void drawToolButtonPanel(QPainter *painter, const QStyleOption &option);
void drawCheckIndicator(QPainter *painter, const QStyleOption &option);
void drawRadioIndicator(QPainter *painter, const QStyleOption &option);
/// A "v", centred in `rect`.
void drawChevron(QPainter *painter, const QRect &rect, const QColor &color, bool up);
void drawTab(QPainter *painter, const QStyleOptionTab &option);
/// The ring around `rect`'s inside: two pixels thick.
void drawFocusRing(QPainter *painter, const QRect &rect, const QPalette &palette, qreal radius);

} // namespace authdesk::ui::theme
