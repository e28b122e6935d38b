// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The system's clock, put forward by a test: codes of the next step are there without waiting, and
// everything else goes on as it does. Any thread.
#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace authdesk::tests {

class MovedClock final : public base::Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_system.now().addSecs(m_seconds); }
    [[nodiscard]] qint64 monotonicMs() const override { return m_system.monotonicMs(); }

    void advanceSeconds(qint64 seconds) { m_seconds += seconds; }

private:
    base::SystemClock m_system;
    std::atomic<qint64> m_seconds = 0;
};

} // namespace authdesk::tests
