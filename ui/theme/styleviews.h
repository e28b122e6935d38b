// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the style draws tables and their headers.
#pragma once

#include "ui/theme/colors.h"

#include <QtWidgets/QStyleOption>

class QAbstractItemView;

namespace authdesk::ui::theme {

/// The fill of a selected or hovered row; with the bar of 3 px before the row's first cell.
void drawRowPanel(QPainter *painter, const QStyleOptionViewItem &option);
void drawHeaderSection(QPainter *painter, const QStyleOptionHeader &option);
void drawHeaderLabel(QPainter *painter, const QStyleOptionHeader &option);
/// Row height, no grid, no stripes, elide, caption header.
void polishView(QAbstractItemView *view);

} // namespace authdesk::ui::theme
