// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A clock that stands still until a test moves it. Any thread.
#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace authdesk::tests {

class FakeClock final : public base::Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime::fromMSecsSinceEpoch(m_ms.load(), Qt::UTC);
    }
    [[nodiscard]] qint64 monotonicMs() const override { return m_ms.load(); }

    void advanceSeconds(qint64 seconds) { m_ms += seconds * 1000; }
    void advanceDays(qint64 days) { advanceSeconds(days * 24 * 60 * 60); }

private:
    std::atomic<qint64> m_ms = 1'790'000'010'000; // 2026-09-21, at the start of a TOTP step
};

} // namespace authdesk::tests
