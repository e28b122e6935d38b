// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the style draws scroll bars: a slim handle, no arrows.
#pragma once

#include <QtWidgets/QStyleOption>

class QPainter;

namespace authdesk::ui::theme {

inline constexpr int scrollBarExtent = 12;

/// Where a part lies; empty for the arrows.
[[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);
void drawScrollBar(QPainter *painter, const QStyleOptionSlider &option);

} // namespace authdesk::ui::theme
