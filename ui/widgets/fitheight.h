// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Dialogs that are as high as what they show: words that wrap and rows that come and go never clip.
#pragma once

class QWidget;

namespace authdesk::ui::widgets {

/// Fixes the width of `window`, which has its layout, and keeps its height at what the layout needs
/// for that width, now and whenever the layout changes.
void fitHeight(QWidget *window, int width);

} // namespace authdesk::ui::widgets
