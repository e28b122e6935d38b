// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Somebody in front of the windows: finds things by their object names, looks, clicks and types,
// and takes pictures. Reaches only what a person reaches: what is visible, enabled and not behind a
// dialog. Every wait has a limit; what did not happen is told by trouble(). Window thread.
#pragma once

#include <QtGui/QImage>
#include <QtGui/QKeySequence>
#include <QtWidgets/QApplication>

#include <functional>

namespace authdesk::tests {

class Robot final
{
public:
    /// The visible widget of this name, the front window first; null when there is none.
    template <typename T = QWidget>
    [[nodiscard]] T *find(const QString &name) const
    {
        return qobject_cast<T *>(findWidget(name));
    }

    /// Waits until it is there, and until it is no longer.
    [[nodiscard]] bool sees(const QString &name);
    [[nodiscard]] bool misses(const QString &name);
    /// Waits until a label, button or field shows exactly this, or something that holds it.
    [[nodiscard]] bool reads(const QString &name, const QString &text);
    [[nodiscard]] bool readsPart(const QString &name, const QString &part);
    /// Waits until a table has as many rows.
    [[nodiscard]] bool counts(const QString &table, int rows);
    /// Waits for anything else; `what` completes the sentence "waited for …".
    [[nodiscard]] bool until(const QString &what, const std::function<bool()> &happened);

    [[nodiscard]] bool click(const QString &name);
    /// Opens the menu of a button and clicks the entry of this object name.
    [[nodiscard]] bool chooseFromMenu(const QString &button, const QString &action);
    /// Types into a field that has the keyboard already, as after a step of its own.
    [[nodiscard]] bool type(const QString &field, const QString &text);
    /// Replaces what is in a field: clicks into it, selects everything and types.
    [[nodiscard]] bool retype(const QString &field, const QString &text);
    /// Presses Tab until a field has the keyboard.
    [[nodiscard]] bool tabTo(const QString &field);
    /// A key or shortcut, to whatever has the keyboard.
    [[nodiscard]] bool press(const QKeySequence &keys);

    [[nodiscard]] QImage picture() const;
    /// Everything that is written in a window or widget, line by line.
    [[nodiscard]] QString words(const QString &name) const;
    /// What went wrong last, with what is on the screen instead.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    /// Something else went wrong; always false.
    [[nodiscard]] bool complain(const QString &what);

    /// From here on clicks and fields count from nothing.
    void startCounting() { m_clicks = m_fields = 0; }
    [[nodiscard]] int clicks() const { return m_clicks; }
    [[nodiscard]] int fields() const { return m_fields; }

private:
    [[nodiscard]] QWidget *findWidget(const QString &name) const;
    [[nodiscard]] static QWidget *front();
    [[nodiscard]] bool hasKeyboard(const QString &field) const;
    [[nodiscard]] bool reaches(const QString &name) const;
    [[nodiscard]] QString textOf(const QString &name) const;

    QString m_trouble;
    int m_clicks = 0;
    int m_fields = 0;
};

} // namespace authdesk::tests
