// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Says in the log when the first window has really been painted: scripts/bench counts from the
// start of the process to there. Off unless the category authdesk.start is turned on. Window
// thread.
#pragma once

#include <QtCore/QObject>

namespace authdesk::app {

class FirstFrame final : public QObject
{
public:
    /// Watches `application` until the first window has been painted.
    explicit FirstFrame(QObject &application);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QObject &m_application;
};

} // namespace authdesk::app
