// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the shell shows in its middle. Pages announce what they did; the shell shows it.
#pragma once

#include <QtWidgets/QWidget>

namespace authdesk::ui::widgets {

class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The page came to the front: read again what may have changed.
    virtual void activated() {}
    /// False where unsaved work would be lost; the page then asks by itself.
    [[nodiscard]] virtual bool mayLeave() { return true; }

Q_SIGNALS:
    /// Done, in a sentence for the toast: "Ben Ode is disabled."
    void announced(const QString &sentence);
    /// The same, of what is now the newest entry of the server's undo.
    void announcedUndoable(const QString &sentence);
    /// The person's own account changed (name, second factor): the header reads it again.
    void accountChanged();
    /// The person wants to turn on their own second factor: the shell leads there.
    void secondFactorWanted();
};

} // namespace authdesk::ui::widgets
