// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Paints a cell of the list of people: 32 px rows, one hairline, chips by word and shape, the fill
// and the bar of the selected row, the ring of the current cell.
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace authdesk::ui::pages::users {

class UserDelegate final : public QStyledItemDelegate
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

} // namespace authdesk::ui::pages::users
