// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/housekeeper.h"

#include "core/base/log.h"
#include "core/server/host/audithead.h"

namespace authdesk::server::host {

namespace {

constexpr std::chrono::milliseconds pollEvery{500};
constexpr int pollsPerPlace = 4;
constexpr int pollsPerAuditHead = 10;
constexpr int pollsPerLastSeen = 120;
constexpr int pollsPerTidyUp = 600;

} // namespace

Housekeeper::Housekeeper(OpenFolder &folder, QString path, std::function<void()> alsoKeep)
    : m_folder(folder)
    , m_path(std::move(path))
    , m_alsoKeep(std::move(alsoKeep))
    , m_dataVersion(folder.database().dataVersion().value_or(0))
    , m_keptHead(readAuditHead(m_path))
    , m_thread([this] { run(); })
{
}

Housekeeper::~Housekeeper()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    m_thread.join();
    m_folder.services().tokens().writeLastSeen();
    keepAuditHead();
}

void Housekeeper::run()
{
    std::unique_lock lock(m_mutex);
    for (int poll = 1; !m_wake.wait_for(lock, pollEvery, [this] { return m_ending; }); ++poll) {
        lock.unlock();
        noticeForeignChanges();
        if (poll % pollsPerPlace == 0)
            m_alsoKeep();
        if (poll % pollsPerAuditHead == 0)
            keepAuditHead();
        if (poll % pollsPerLastSeen == 0)
            m_folder.services().tokens().writeLastSeen();
        // First soon after the start: one that never runs for long is tidied too.
        if (poll % pollsPerTidyUp == 1)
            m_folder.services().tidyUp();
        lock.lock();
    }
}

void Housekeeper::noticeForeignChanges()
{
    const auto version = m_folder.database().dataVersion();
    // What cannot be read may have changed: every check then asks the database.
    if (version && *version == m_dataVersion)
        return;
    m_dataVersion = version.value_or(-1);
    m_folder.services().tokens().forgetAll();
}

void Housekeeper::keepAuditHead()
{
    const auto head = m_folder.services().audit().head();
    if (!head || head->id <= m_keptHead.id || m_isAuditCut)
        return;
    // What was seen before must still be there: a copy of a cut audit's head would hide the cut.
    if (!holdsAuditHead(m_folder.database(), m_keptHead)) {
        m_isAuditCut = true;
        qCWarning(base::logServer, "The audit does not hold event %lld as it was seen before.",
                  static_cast<long long>(m_keptHead.id));
        return;
    }
    if (const auto written = writeAuditHead(m_path, *head); !written) {
        qCWarning(base::logServer).noquote() << written.error().message;
        return;
    }
    m_keptHead = *head;
    m_folder.services().audit().setKnownHead(*head);
}

} // namespace authdesk::server::host
