// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/stylescrollbars.h"

#include "ui/theme/colors.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace authdesk::ui::theme {

static constexpr int leastHandle = 28;

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const bool lying = option.orientation == Qt::Horizontal;
    const QRect whole = option.rect;
    const int length = lying ? whole.width() : whole.height();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int handle = length;
    if (range > 0)
        handle = std::clamp(int(qint64(length) * option.pageStep / (range + option.pageStep)),
                            std::min(leastHandle, length), length);
    const int start = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect rect = lying ? QRect(whole.left() + from, whole.top(), size, whole.height())
                                 : QRect(whole.left(), whole.top() + from, whole.width(), size);
        return QStyle::visualRect(option.direction, whole, rect);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return piece(start, handle);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return piece(start + handle, length - start - handle);
    case QStyle::SC_ScrollBarGroove:
        return whole;
    default:
        return {};
    }
}

void drawScrollBar(QPainter *painter, const QStyleOptionSlider &option)
{
    const bool used = option.state.testFlag(QStyle::State_Sunken)
                      || option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    if (option.maximum <= option.minimum)
        return;
    const bool lying = option.orientation == Qt::Horizontal;
    QRectF handle = scrollBarPart(option, QStyle::SC_ScrollBarSlider);
    handle.adjust(lying ? 2 : 3, lying ? 3 : 2, lying ? -2 : -3, lying ? -3 : -2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const Colors &colors = colorsOf(option.palette);
    painter->setBrush(used ? colors.secondaryText : colors.fieldBorder);
    painter->drawRoundedRect(handle, 3, 3);
    painter->restore();
}

} // namespace authdesk::ui::theme
