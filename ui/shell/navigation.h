// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The pages at the left of the main window: a row each, the current one filled; icons only where
// the window is narrow.
#pragma once

#include "ui/theme/icons.h"

#include <QtWidgets/QWidget>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace authdesk::ui::shell {

class Navigation final : public QWidget
{
    Q_OBJECT

public:
    explicit Navigation(QWidget *parent = nullptr);

    void addEntry(const QString &id, const QString &title, theme::Icon icon);
    /// In another language; the shortcut stays.
    void setTitle(const QString &id, const QString &title);
    void removeAll();
    /// Marks the page; says nothing.
    void setCurrent(const QString &id);
    /// Alt+1 to Alt+9 are the shortcuts.
    void setNarrow(bool narrow);

Q_SIGNALS:
    /// A person chose another page, by mouse, keys or a screen reader.
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void updateWidgets();

    QButtonGroup *m_group;
    QVBoxLayout *m_rows;
    QList<QToolButton *> m_buttons;
    bool m_narrow = false;
};

} // namespace authdesk::ui::shell
