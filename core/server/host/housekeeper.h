// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a running server does beside answering: notices changes that another program made to the
// database, writes down when sessions were last seen, keeps a copy of the audit's head, and clears
// away what has ended. One thread, from the constructor to the destructor.
#pragma once

#include "core/server/host/openfolder.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace authdesk::server::host {

class Housekeeper final
{
public:
    /// `folder` outlives this. `alsoKeep` is called now and then, on its thread.
    Housekeeper(OpenFolder &folder, QString path, std::function<void()> alsoKeep);
    Housekeeper(const Housekeeper &) = delete;
    Housekeeper &operator=(const Housekeeper &) = delete;
    /// Writes down what is not written yet.
    ~Housekeeper();

private:
    void run();
    void noticeForeignChanges();
    void keepAuditHead();

    OpenFolder &m_folder;
    QString m_path;
    const std::function<void()> m_alsoKeep;
    qint64 m_dataVersion = 0;
    service::AuditHead m_keptHead;
    bool m_isAuditCut = false; ///< told once
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace authdesk::server::host
