// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The distances of the visual system, in device-independent pixels.
#pragma once

namespace authdesk::ui::theme {

inline constexpr int space4 = 4;
inline constexpr int space8 = 8;
inline constexpr int space12 = 12;
inline constexpr int space16 = 16;
inline constexpr int space24 = 24;
inline constexpr int space32 = 32;

inline constexpr int pageMargin = space24;
inline constexpr int groupGap = space24;
inline constexpr int labelGap = space4;  ///< label to its field
inline constexpr int fieldGap = space12; ///< field to field
inline constexpr int buttonGap = space8;

inline constexpr int radius = 6;
inline constexpr int chipRadius = 10;
inline constexpr int chipHeight = 20;
inline constexpr int chipPadding = 8;

inline constexpr int fieldHeight = 32;
inline constexpr int fieldMaxWidth = 420;
inline constexpr int rowHeight = 32;
inline constexpr int compactRowHeight = 26;
inline constexpr int headerHeight = 28;
inline constexpr int selectionBar = 3;

inline constexpr int focusRing = 2;       ///< thickness
inline constexpr int focusRingOffset = 2; ///< between the thing and its ring

inline constexpr int navigationWidth = 208;
inline constexpr int navigationIconWidth = 56;
inline constexpr int narrowWindow = 1000; ///< below it: icons only, panes become pages
inline constexpr int paneWidth = 380;
inline constexpr int paneLeast = 320;
inline constexpr int paneMost = 520;
inline constexpr int windowWidth = 1180;
inline constexpr int windowHeight = 760;
inline constexpr int windowLeastWidth = 820;
inline constexpr int windowLeastHeight = 560;

inline constexpr int motionMs = 120; ///< none where the style hint SH_Widget_Animate says 0

} // namespace authdesk::ui::theme
