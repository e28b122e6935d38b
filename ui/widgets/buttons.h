// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Push buttons by their part on a page. The verb on the button says what happens.
#pragma once

#include <QtWidgets/QPushButton>

class QMenu;

namespace authdesk::ui::widgets {

/// The one filled button of a page, lower right; the default of its dialog.
[[nodiscard]] QPushButton *primaryButton(const QString &text, QWidget *parent = nullptr);
/// For what cannot be undone; never the default.
[[nodiscard]] QPushButton *dangerButton(const QString &text, QWidget *parent = nullptr);
[[nodiscard]] QPushButton *plainButton(const QString &text, QWidget *parent = nullptr);
/// Looks like a link and is a button for keys and screen readers.
[[nodiscard]] QPushButton *linkButton(const QString &text, QWidget *parent = nullptr);

/// Opens `menu` below itself.
[[nodiscard]] QPushButton *menuButton(QMenu *menu, QWidget *parent = nullptr);

/// Gives the button its text, ended by "…" where it is too long for `width` pixels; the tooltip
/// then holds the whole.
void elideTo(QAbstractButton *button, const QString &text, int width);

} // namespace authdesk::ui::widgets
