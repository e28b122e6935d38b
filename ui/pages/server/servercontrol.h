// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server that this program runs, as its page sees it. Implemented by the shell; window thread.
#pragma once

#include "core/base/result.h"

#include <QtCore/QDateTime>
#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <QtCore/QUrl>

namespace authdesk::ui::pages::server {

class ServerControl : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual bool isRunning() const = 0;
    /// UTC; invalid while it does not run.
    [[nodiscard]] virtual QDateTime startedAt() const = 0;
    [[nodiscard]] virtual QFuture<base::Result<void>> start() = 0;
    /// After what was in flight.
    [[nodiscard]] virtual QFuture<base::Result<void>> stop() = 0;
    /// Its settings were changed: what this program has open follows to where it answers now, and
    /// trusts what it shows there. Ends with that address.
    [[nodiscard]] virtual QFuture<QUrl> follow() = 0;

Q_SIGNALS:
    /// It started, stopped or moved.
    void changed();
};

} // namespace authdesk::ui::pages::server
