// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/style.h"

#include "ui/theme/metrics.h"
#include "ui/theme/stylepanels.h"
#include "ui/theme/stylescrollbars.h"
#include "ui/theme/styleviews.h"

#include <QtCore/QVariant>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QPushButton>

namespace authdesk::ui::theme {

using namespace Qt::StringLiterals;

static constexpr int menuArrowWidth = space16 + space4;
static constexpr char kindProperty[] = "authdeskButtonKind";

void setButtonKind(QAbstractButton *button, ButtonKind kind)
{
    button->setProperty(kindProperty, int(kind));
    if (kind == ButtonKind::Link)
        button->setCursor(Qt::PointingHandCursor);
    button->update();
}

ButtonKind buttonKind(const QWidget *button)
{
    return button ? ButtonKind(button->property(kindProperty).toInt()) : ButtonKind::Plain;
}

Style::Style()
    : QProxyStyle(u"fusion"_s)
{
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        polishView(view);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        // Line edits inside spin and combo boxes have no frame of their own.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            drawFieldPanel(painter, *option);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView *>(widget))
            drawFocusRing(painter, option->rect, option->palette, 3);
        return;
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawButtonPanel(painter, *button, buttonKind(widget));
            return;
        }
        break;
    case PE_PanelButtonTool:
        drawToolButtonPanel(painter, *option);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckIndicator(painter, *option);
        return;
    case PE_IndicatorRadioButton:
        drawRadioIndicator(painter, *option);
        return;
    case PE_PanelItemViewRow:
        return; // the cells paint their own share
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            drawRowPanel(painter, *item);
            return;
        }
        break;
    case PE_Frame:
        if (qobject_cast<const QAbstractItemView *>(widget))
            return;
        break;
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
        return;
    case PE_IndicatorHeaderArrow:
        return; // part of the label
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawButtonPanel(painter, *button, buttonKind(widget));
            if (button->features.testFlag(QStyleOptionButton::HasMenu)) {
                const QRect arrow(button->rect.right() - space24, button->rect.top(), space16,
                                  button->rect.height());
                drawChevron(painter, arrow, buttonTextColor(*option, buttonKind(widget)), false);
            }
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton changed = *button;
            const QColor color = buttonTextColor(*option, buttonKind(widget));
            changed.palette.setColor(QPalette::ButtonText, color);
            changed.palette.setColor(QPalette::Disabled, QPalette::ButtonText, color);
            // The label would add the room for Fusion's own arrow.
            if (changed.features.testFlag(QStyleOptionButton::HasMenu)) {
                changed.features.setFlag(QStyleOptionButton::HasMenu, false);
                changed.rect.adjust(0, 0, -space16, 0);
            }
            QProxyStyle::drawControl(element, &changed, painter, widget);
            return;
        }
        break;
    case CE_FocusFrame:
        drawFocusRing(painter, option->rect, option->palette,
                      radius + focusRingOffset + focusRing / 2.0);
        return;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem changed = *item;
            const QColor text = item->palette.color(QPalette::Active, QPalette::Text);
            changed.palette.setColor(QPalette::HighlightedText, text);
            QProxyStyle::drawControl(element, &changed, painter, widget);
            return;
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawHeaderSection(painter, *header);
            return;
        }
        painter->fillRect(option->rect, colorsOf(option->palette).base);
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            colorsOf(option->palette).hairline);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawHeaderLabel(painter, *header);
            return;
        }
        break;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            drawTab(painter, *tab);
            return;
        }
        break;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            QStyleOptionTab changed = *tab;
            changed.state.setFlag(State_HasFocus, false);
            QProxyStyle::drawControl(element, &changed, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        drawFieldPanel(painter, *option);
        const QRect arrow = subControlRect(control, option, SC_ComboBoxArrow, widget);
        const auto group =
            option->state.testFlag(State_Enabled) ? QPalette::Active : QPalette::Disabled;
        drawChevron(painter, arrow, option->palette.color(group, QPalette::Text), false);
        return;
    }
    if (control == CC_SpinBox) {
        drawFieldPanel(painter, *option);
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            const QColor color = option->palette.color(QPalette::Active, QPalette::Text);
            drawChevron(painter, subControlRect(control, option, SC_SpinBoxUp, widget), color,
                        true);
            drawChevron(painter, subControlRect(control, option, SC_SpinBoxDown, widget), color,
                        false);
        }
        return;
    }
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            drawScrollBar(painter, *bar);
        return;
    }
    const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (control == CC_ToolButton && tool) {
        const bool menu = tool->features.testFlag(QStyleOptionToolButton::HasMenu);
        drawToolButtonPanel(painter, *option);
        QStyleOptionToolButton label = *tool;
        label.state.setFlag(State_Sunken, false); // nothing shifts when pressed
        if (tool->toolButtonStyle == Qt::ToolButtonTextBesideIcon)
            label.rect.adjust(space8, 0, menu ? -menuArrowWidth : 0, 0);
        drawControl(CE_ToolButtonLabel, &label, painter, widget);
        if (menu && tool->toolButtonStyle != Qt::ToolButtonIconOnly) {
            const QRect arrow(tool->rect.right() - menuArrowWidth, tool->rect.top(), space16,
                              tool->rect.height());
            drawChevron(painter, arrow, tool->palette.color(QPalette::Active, QPalette::ButtonText),
                        false);
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result.setHeight(std::max(fieldHeight, size.height() + space8));
        result.setWidth(size.width() + (buttonKind(widget) == ButtonKind::Link ? space8 : space32));
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && button->features.testFlag(QStyleOptionButton::HasMenu))
            result.rwidth() += space16;
        break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        result.setHeight(std::max(fieldHeight, size.height() + space8));
        break;
    case CT_ToolButton:
        if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            tool && tool->toolButtonStyle == Qt::ToolButtonTextBesideIcon)
            result.rwidth() +=
                space16
                + (tool->features.testFlag(QStyleOptionToolButton::HasMenu) ? menuArrowWidth : 0);
        break;
    case CT_TabBarTab:
        result.setHeight(std::max(36, result.height()));
        break;
    case CT_MenuItem:
        result.setHeight(std::max(result.height(), 28));
        break;
    default:
        break;
    }
    return result;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return focusRing + focusRingOffset;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return space8;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return widget && widget->isWindow() ? pageMargin : 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space8;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_HeaderMargin:
        return space8;
    case PM_LineEditIconSize:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QAbstractItemView *>(widget))
            return 0;
        break;
    default:
        break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_FocusFrame_AboveWidget:
        return 1; // below, it would end where the focused widget's parent ends
    case SH_LineEdit_PasswordCharacter:
        return 0x2022;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(space4, 0, -space4, 0);
    return rect;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl part, const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar && control == CC_ScrollBar)
        return scrollBarPart(*bar, part);
    if (control == CC_ComboBox && (part == SC_ComboBoxEditField || part == SC_ComboBoxArrow)) {
        const QRect whole = option->rect;
        const QRect arrow(whole.right() - space24 - 3, whole.top(), space24, whole.height());
        const QRect field = whole.adjusted(space8, 1, -space24 - space8, -1);
        return visualRect(option->direction, whole, part == SC_ComboBoxArrow ? arrow : field);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace authdesk::ui::theme
