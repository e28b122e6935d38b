// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/rowdelegate.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/chip.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolTip>

namespace authdesk::ui::widgets {

namespace {

QRect contentRect(const QRect &cell)
{
    return cell.adjusted(theme::space16, 0, -theme::space8, 0);
}

bool isFirstShown(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    return table
           && table->columnViewportPosition(index.column()) + table->horizontalHeader()->offset()
                  == 0;
}

void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const theme::Colors &colors = theme::colorsOf(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, selected ? colors.selectedRow : colors.base);
    painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1,
                      colors.hairline);
    if (selected && isFirstShown(option, index)) {
        painter->fillRect(option.rect.left(), option.rect.top(), theme::selectionBar,
                          option.rect.height(), colors.highlight);
    }
}

void paintFocus(QPainter *painter, const QStyleOptionViewItem &option)
{
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme::colorsOf(option.palette).highlight, theme::focusRing));
    const qreal half = theme::focusRing / 2.0;
    painter->drawRoundedRect(QRectF(option.rect).adjusted(half + 1, half, -half - 1, -half - 1), 4,
                             4);
    painter->restore();
}

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    paintGround(painter, option, index);
    const QRect rect = contentRect(option.rect);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QVariant chip = index.data(ChipRole);
    if (chip.isValid()) {
        paintChip(painter, rect, ChipKind(chip.toInt()), text, option.palette);
    } else {
        const theme::Colors &colors = theme::colorsOf(option.palette);
        const bool quiet = index.data(QuietRole).toBool();
        painter->setPen(quiet ? colors.secondaryText : colors.text);
        painter->setFont(option.font);
        painter->drawText(rect, int(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine),
                          option.fontMetrics.elidedText(text, Qt::ElideRight, rect.width()));
    }
    paintFocus(painter, option);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const int width = index.data(ChipRole).isValid() ? chipSize(text).width()
                                                     : option.fontMetrics.horizontalAdvance(text);
    return {width + theme::space16 + theme::space8, theme::rowHeight};
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                            const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString tip = index.data(Qt::ToolTipRole).toString();
    const bool cut = sizeHint(option, index).width() > option.rect.width();
    if (tip.isEmpty() && cut)
        tip = index.data(Qt::DisplayRole).toString();
    // Names are other people's text: never let them be taken for markup.
    QToolTip::showText(event->globalPos(), tip.toHtmlEscaped(), view, option.rect);
    return true;
}

} // namespace authdesk::ui::widgets
