// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/stylepanels.h"

#include "ui/theme/metrics.h"

#include <QtGui/QPainter>

namespace authdesk::ui::theme {

namespace {

bool isOn(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

QColor mixed(const QColor &below, const QColor &above, double share)
{
    const auto part = [share](float low, float high) {
        return float(double(low) * (1 - share) + double(high) * share);
    };
    return QColor::fromRgbF(part(below.redF(), above.redF()), part(below.greenF(), above.greenF()),
                            part(below.blueF(), above.blueF()));
}

void drawRounded(QPainter *painter, const QRect &rect, const QBrush &fill, const QColor &border,
                 qreal corner)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter->restore();
}

} // namespace

void drawFieldPanel(QPainter *painter, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const auto group = enabled ? QPalette::Active : QPalette::Disabled;
    drawRounded(painter, option.rect, palette.color(group, QPalette::Base),
                palette.color(group, QPalette::Dark), radius);
}

QColor buttonTextColor(const QStyleOption &option, ButtonKind kind)
{
    const QPalette &palette = option.palette;
    if (!isOn(option, QStyle::State_Enabled))
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    switch (kind) {
    case ButtonKind::Primary:
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    case ButtonKind::Danger:
        return colorsOf(palette).dangerButtonText;
    case ButtonKind::Link:
        return palette.color(QPalette::Active, QPalette::Link);
    case ButtonKind::Plain:
        break;
    }
    return palette.color(QPalette::Active, QPalette::ButtonText);
}

void drawButtonPanel(QPainter *painter, const QStyleOptionButton &option, ButtonKind kind)
{
    const Colors &colors = colorsOf(option.palette);
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool pressed = isOn(option, QStyle::State_Sunken) || isOn(option, QStyle::State_On);
    const bool hovered = isOn(option, QStyle::State_MouseOver) && enabled;
    if (kind == ButtonKind::Link) {
        if (hovered || pressed)
            drawRounded(painter, option.rect, pressed ? colors.neutralFill : colors.alternateBase,
                        {}, radius);
        return;
    }
    QColor fill = option.palette.color(QPalette::Active, QPalette::Base);
    QColor border = colors.fieldBorder;
    if (!enabled) {
        fill = kind == ButtonKind::Plain ? colors.window : colors.neutralFill;
        border = kind == ButtonKind::Plain ? colors.hairline : QColor();
    } else if (kind == ButtonKind::Primary) {
        fill = option.palette.color(QPalette::Active, QPalette::Highlight);
        border = QColor();
    } else if (kind == ButtonKind::Danger) {
        fill = colors.dangerButton;
        border = QColor();
    }
    // Filled buttons darken, so that white on them keeps its contrast.
    if (enabled && kind != ButtonKind::Plain && (hovered || pressed))
        fill = mixed(fill, Qt::black, pressed ? 0.2 : 0.1);
    else if (pressed)
        fill = colors.neutralFill;
    else if (hovered)
        fill = colors.alternateBase;
    drawRounded(painter, option.rect, fill, border, radius);
}

void drawToolButtonPanel(QPainter *painter, const QStyleOption &option)
{
    const Colors &colors = colorsOf(option.palette);
    if (isOn(option, QStyle::State_On) || isOn(option, QStyle::State_Sunken))
        drawRounded(painter, option.rect, colors.neutralFill, {}, radius);
    else if (isOn(option, QStyle::State_MouseOver) && isOn(option, QStyle::State_Enabled))
        drawRounded(painter, option.rect, colors.alternateBase, {}, radius);
}

static void drawIndicatorBox(QPainter *painter, const QStyleOption &option, bool filled,
                             qreal corner)
{
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const auto group = enabled ? QPalette::Active : QPalette::Disabled;
    const QColor highlight = option.palette.color(group, QPalette::Highlight);
    drawRounded(painter, option.rect,
                filled ? highlight : option.palette.color(group, QPalette::Base),
                filled ? highlight : option.palette.color(group, QPalette::Dark), corner);
}

void drawCheckIndicator(QPainter *painter, const QStyleOption &option)
{
    const bool checked = isOn(option, QStyle::State_On);
    const bool partly = isOn(option, QStyle::State_NoChange);
    drawIndicatorBox(painter, option, checked || partly, 4);
    if (!checked && !partly)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto group = isOn(option, QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
    painter->setPen(QPen(option.palette.color(group, QPalette::HighlightedText), 2, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    const QRectF box = option.rect;
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + box.width() * x, box.top() + box.height() * y);
    };
    if (checked)
        painter->drawPolyline(QPolygonF{at(0.25, 0.53), at(0.43, 0.71), at(0.75, 0.32)});
    else
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    painter->restore();
}

void drawRadioIndicator(QPainter *painter, const QStyleOption &option)
{
    const bool checked = isOn(option, QStyle::State_On);
    drawIndicatorBox(painter, option, checked, option.rect.width() / 2.0);
    if (!checked)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const auto group = isOn(option, QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
    painter->setBrush(option.palette.color(group, QPalette::HighlightedText));
    const double dot = option.rect.width() * 0.2;
    painter->drawEllipse(QRectF(option.rect).center(), dot, dot);
    painter->restore();
}

void drawChevron(QPainter *painter, const QRect &rect, const QColor &color, bool up)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle = QRectF(rect).center();
    const double rise = up ? -2 : 2;
    painter->drawPolyline(QPolygonF{middle + QPointF(-4, -rise), middle + QPointF(0, rise),
                                    middle + QPointF(4, -rise)});
    painter->restore();
}

void drawTab(QPainter *painter, const QStyleOptionTab &option)
{
    const Colors &colors = colorsOf(option.palette);
    const QRect &rect = option.rect;
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors.hairline);
    if (isOn(option, QStyle::State_MouseOver) && isOn(option, QStyle::State_Enabled)
        && !isOn(option, QStyle::State_Selected))
        drawRounded(painter, rect.adjusted(0, 2, 0, -3), colors.alternateBase, {}, radius);
    if (isOn(option, QStyle::State_Selected))
        painter->fillRect(
            QRect(rect.left() + space8, rect.bottom() - 1, rect.width() - 2 * space8, 2),
            option.palette.color(QPalette::Active, QPalette::Highlight));
    if (isOn(option, QStyle::State_HasFocus))
        drawFocusRing(painter, rect.adjusted(1, 3, -1, -4), option.palette, radius);
}

void drawFocusRing(QPainter *painter, const QRect &rect, const QPalette &palette, qreal corner)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(palette.color(QPalette::Active, QPalette::Highlight), focusRing));
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), corner, corner);
    painter->restore();
}

} // namespace authdesk::ui::theme
