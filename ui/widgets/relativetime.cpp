// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/relativetime.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace authdesk::ui::widgets {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 daysAsNumber = 100;

QString say(const char *text, qint64 count)
{
    return QCoreApplication::translate("RelativeTime", text).arg(count);
}

} // namespace

QString relativeTime(const QDateTime &time, const QDateTime &now)
{
    const qint64 seconds = time.secsTo(now);
    if (seconds < -minute || seconds >= daysAsNumber * day)
        return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
    if (seconds < minute)
        return QCoreApplication::translate("RelativeTime", "just now");
    if (seconds < hour)
        return say(QT_TRANSLATE_NOOP("RelativeTime", "%1 min ago"), seconds / minute);
    if (seconds < day)
        return say(QT_TRANSLATE_NOOP("RelativeTime", "%1 h ago"), seconds / hour);
    return say(QT_TRANSLATE_NOOP("RelativeTime", "%1 d ago"), seconds / day);
}

QString exactTime(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    return QLocale().toString(local, QLocale::LongFormat);
}

} // namespace authdesk::ui::widgets
