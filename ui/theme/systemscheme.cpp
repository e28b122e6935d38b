// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/systemscheme.h"

#include "ui/theme/colors.h"

#include <QtCore/QVariant>
#include <QtGui/QGuiApplication>
#include <QtGui/QStyleHints>

#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0) && defined(AUTHDESK_HAVE_DBUS)
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusVariant>
#endif

namespace authdesk::ui::theme {

using namespace Qt::StringLiterals;

SystemScheme::SystemScheme(QObject *parent)
    : QObject(parent)
{
    // What the platform's theme brought, read before Theme sets a palette of its own.
    m_dark = theme::isDark(QGuiApplication::palette());
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto *hints = QGuiApplication::styleHints();
    m_dark = hints->colorScheme() == Qt::ColorScheme::Dark;
    QObject::connect(hints, &QStyleHints::colorSchemeChanged, this,
                     [this](Qt::ColorScheme scheme) { take(scheme == Qt::ColorScheme::Dark); });
#elif defined(AUTHDESK_HAVE_DBUS)
    QMetaObject::invokeMethod(this, &SystemScheme::askPortal, Qt::QueuedConnection);
#endif
}

void SystemScheme::askPortal()
{
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0) && defined(AUTHDESK_HAVE_DBUS)
    static constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
    static constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
    static constexpr auto interface = "org.freedesktop.portal.Settings"_L1;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // Connecting twice is refused by QtDBus, so this may run at every change.
    bus.connect(service, path, interface, u"SettingChanged"_s, this, SLOT(askPortal()));
    QDBusMessage ask = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    ask << u"org.freedesktop.appearance"_s << u"color-scheme"_s;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(ask, 2000), this);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError())
            return;
        QVariant value = reply.value().variant();
        if (value.canConvert<QDBusVariant>())
            value = value.value<QDBusVariant>().variant();
        take(value.toUInt() == 1);
    });
#endif
}

void SystemScheme::take(bool dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

} // namespace authdesk::ui::theme
