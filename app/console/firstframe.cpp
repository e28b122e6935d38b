// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/firstframe.h"

#include <QtCore/QDateTime>
#include <QtCore/QEvent>
#include <QtCore/QLoggingCategory>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

Q_LOGGING_CATEGORY(lcStart, "authdesk.start", QtWarningMsg)

namespace authdesk::app {

FirstFrame::FirstFrame(QObject &application)
    : m_application(application)
{
    if (lcStart().isInfoEnabled())
        m_application.installEventFilter(this);
}

bool FirstFrame::eventFilter(QObject *watched, QEvent *event)
{
    const auto *const widget = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::Paint && widget && widget->isWindow()) {
        m_application.removeEventFilter(this);
        // Behind this event come the children's and the hand-over to the screen; then this.
        QTimer::singleShot(0, this, [] {
            qCInfo(lcStart, "first frame at %lld", QDateTime::currentMSecsSinceEpoch());
        });
    }
    return false;
}

} // namespace authdesk::app
