// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a server tells of its own work while it works, for whoever watches over it. Any thread; no
// call blocks or takes longer than a few additions. Never told a name, an address or a token.
#pragma once

#include <QtCore/QString>

namespace authdesk::base {

enum class SignInEnd { Succeeded, Refused };

class Telemetry
{
public:
    Telemetry() = default;
    Telemetry(const Telemetry &) = delete;
    Telemetry &operator=(const Telemetry &) = delete;
    virtual ~Telemetry() = default;

    /// `system`: whose path it was ("authdesk"); empty: nobody's.
    virtual void requestAnswered(const QString &system, int status) = 0;
    virtual void signInEnded(SignInEnd end) = 0;
    virtual void connectionOpened() = 0;
    virtual void connectionClosed() = 0;
};

} // namespace authdesk::base
