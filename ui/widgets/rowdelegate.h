// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Paints the rows of every table: 32 px, one hairline, chips by word and shape, the fill and the
// bar of the selected row, the ring of the current cell. What a cell is, its model says by RowRole.
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace authdesk::ui::widgets {

/// What a model may say of a cell beside its text; a model's own roles start at FirstFreeRole.
enum RowRole {
    ChipRole = Qt::UserRole + 1, ///< ChipKind as int; invalid: plain text
    QuietRole,                   ///< bool: in the colour of secondary text
    FirstFreeRole,
};

class RowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    /// The whole text where it is cut short; the exact time of a relative one.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

} // namespace authdesk::ui::widgets
