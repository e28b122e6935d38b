// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A state in one word with its shape: never colour alone. As a widget, and painted in table cells.
#pragma once

#include <QtWidgets/QAbstractButton>

namespace authdesk::ui::widgets {

enum class ChipKind {
    Good,    ///< ● Active
    Off,     ///< ○ Disabled
    Waiting, ///< ◔ Invited
    Warning, ///< ▲ Locked, No second factor
    Danger,  ///< ✕ Refused
};

[[nodiscard]] QSize chipSize(const QString &text);
/// Paints into `rect`, vertically centred, from its left edge, elided where it is too narrow.
void paintChip(QPainter *painter, const QRect &rect, ChipKind kind, const QString &text,
               const QPalette &palette);

/// Takes the focus and clicks only after setInteractive(true).
class Chip final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(QWidget *parent = nullptr);
    Chip(ChipKind kind, const QString &text, QWidget *parent = nullptr);

    void setKind(ChipKind kind);
    [[nodiscard]] ChipKind kind() const { return m_kind; }
    void setInteractive(bool interactive);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ChipKind m_kind = ChipKind::Good;
};

} // namespace authdesk::ui::widgets
