// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A bounded pool of threads: what does not fit is refused at once instead of piling up.
// run() from any thread; destroyed from the thread that made it, after drain().
#pragma once

#include <QtCore/QThreadPool>

#include <atomic>
#include <functional>

namespace authdesk::server::http {

class WorkPool final
{
public:
    WorkPool(int threads, int queue);
    WorkPool(const WorkPool &) = delete;
    WorkPool &operator=(const WorkPool &) = delete;

    /// False, and nothing happens, when as many wait as may.
    [[nodiscard]] bool run(std::function<void()> work);
    /// Returns when everything that was accepted has run.
    void drain();

private:
    QThreadPool m_pool;
    const int m_limit;
    std::atomic<int> m_accepted = 0;
};

} // namespace authdesk::server::http
