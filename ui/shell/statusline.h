// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The lower edge of the main window: what was done last, for how long it can be taken back, and
// how safe the connection is.
#pragma once

#include "core/base/clock.h"
#include "core/workspace/undohistory.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace authdesk::ui::widgets {
class ElidedLabel;
}

namespace authdesk::ui::shell {

class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    /// The references outlive it.
    StatusLine(const workspace::UndoHistory &undo, const base::Clock &clock,
               QWidget *parent = nullptr);

    void announce(const QString &sentence);
    /// Something was not done.
    void warn(const QString &sentence);
    /// Done, and it is the newest entry of the undo: offers that while its time runs.
    void announceUndoable(const QString &sentence);
    void setSafety(const QString &words);

Q_SIGNALS:
    void undoClicked();

private:
    void say(const QString &sentence);
    void updateWidgets();

    const workspace::UndoHistory &m_undo;
    const base::Clock &m_clock;
    quint64 m_offered = 0; ///< the entry that the last words are about; 0: none
    QTimer m_second;
    widgets::ElidedLabel *m_lastWords;
    QPushButton *m_undoLink;
    QLabel *m_safety;
};

} // namespace authdesk::ui::shell
