// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The time, as an interface, so that tests can set it. Any thread.
#pragma once

#include <QtCore/QDateTime>

namespace authdesk::base {

class Clock
{
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    /// Wall-clock time, always in UTC.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// Milliseconds that never jump; for measuring and for time limits.
    [[nodiscard]] virtual qint64 monotonicMs() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    [[nodiscard]] qint64 monotonicMs() const override;
};

} // namespace authdesk::base
