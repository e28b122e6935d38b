// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether the desktop asks for dark windows. Qt tells by itself from 6.5; before that the
// freedesktop settings portal is asked, without ever waiting for it. Window thread.
#pragma once

#include <QtCore/QObject>

namespace authdesk::ui::theme {

class SystemScheme final : public QObject
{
    Q_OBJECT

public:
    explicit SystemScheme(QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    // By name, because QtDBus connects its signals only so.
    void askPortal();

private:
    void take(bool dark);

    bool m_dark = false;
};

} // namespace authdesk::ui::theme
