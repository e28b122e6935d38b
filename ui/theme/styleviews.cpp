// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/styleviews.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/stylepanels.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTreeView>

namespace authdesk::ui::theme {

void drawRowPanel(QPainter *painter, const QStyleOptionViewItem &option)
{
    const Colors &colors = colorsOf(option.palette);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, colors.selectedRow);
        const bool first = option.viewItemPosition == QStyleOptionViewItem::Beginning
                           || option.viewItemPosition == QStyleOptionViewItem::OnlyOne
                           || option.viewItemPosition == QStyleOptionViewItem::Invalid;
        if (first) {
            QRect bar = option.rect;
            if (option.direction == Qt::RightToLeft)
                bar.setLeft(bar.right() - selectionBar + 1);
            else
                bar.setWidth(selectionBar);
            painter->fillRect(bar, option.palette.color(QPalette::Active, QPalette::Highlight));
        }
    } else if (option.state.testFlag(QStyle::State_MouseOver)
               && option.state.testFlag(QStyle::State_Enabled)) {
        painter->fillRect(option.rect, colors.alternateBase);
    }
}

void drawHeaderSection(QPainter *painter, const QStyleOptionHeader &option)
{
    const Colors &colors = colorsOf(option.palette);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->fillRect(option.rect, hovered ? colors.alternateBase : colors.base);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      colors.hairline);
}

void drawHeaderLabel(QPainter *painter, const QStyleOptionHeader &option)
{
    const Colors &colors = colorsOf(option.palette);
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    const int arrow = sorted ? space16 : 0;
    const QRect inner = option.rect.adjusted(space8, -space8, -space8, space8);
    painter->save();
    painter->setPen(sorted ? colors.text : colors.secondaryText);
    const QString text =
        option.fontMetrics.elidedText(option.text, Qt::ElideRight, inner.width() - arrow);
    const Qt::Alignment alignment =
        (option.textAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter;
    const QRect place =
        sorted && (alignment & Qt::AlignRight) ? inner.adjusted(0, 0, -arrow, 0) : inner;
    painter->drawText(place, int(alignment), text);
    if (sorted) {
        const QRect used = option.fontMetrics.boundingRect(place, int(alignment), text);
        // Qt calls ascending order "SortDown"; people read the arrow as pointing to the larger end.
        drawChevron(painter, QRect(used.right() + 1, inner.top(), arrow, inner.height()),
                    colors.text, option.sortIndicator == QStyleOptionHeader::SortDown);
    }
    painter->restore();
}

void polishView(QAbstractItemView *view)
{
    view->setTextElideMode(Qt::ElideRight);
    view->setAlternatingRowColors(false);
    if (auto *table = qobject_cast<QTableView *>(view)) {
        table->setShowGrid(false);
        table->setWordWrap(false);
        table->verticalHeader()->hide();
        table->verticalHeader()->setMinimumSectionSize(compactRowHeight);
        table->verticalHeader()->setDefaultSectionSize(rowHeight);
        table->horizontalHeader()->setHighlightSections(false);
    }
    if (auto *header = qobject_cast<QHeaderView *>(view);
        header && header->orientation() == Qt::Horizontal) {
        setFontRole(header, FontRole::Caption);
        header->setFixedHeight(headerHeight);
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }
}

} // namespace authdesk::ui::theme
