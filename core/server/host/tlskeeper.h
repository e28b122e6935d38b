// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The certificate that a server shows: read from its files, and again whenever they change. One
// thread, from start() to the destructor.
#pragma once

#include "core/base/clock.h"
#include "core/model/serversettings.h"
#include "core/server/http/tlsidentity.h"

#include <QtCore/QString>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace authdesk::server::host {

struct TlsFiles
{
    QString certificate; ///< PEM; with those that lead to its authority behind it
    QString key;         ///< PEM, RSA or EC, without a passphrase
};

class TlsKeeper final
{
public:
    /// FileFailed, in words that name the file: missing, unreadable, not PEM, encrypted, not of
    /// each other, not valid now. `clock` outlives the keeper.
    [[nodiscard]] static base::Result<std::unique_ptr<TlsKeeper>> start(TlsFiles files,
                                                                        const base::Clock &clock);
    TlsKeeper(const TlsKeeper &) = delete;
    TlsKeeper &operator=(const TlsKeeper &) = delete;
    ~TlsKeeper();

    /// Follows the files; what cannot be used is told in the log, once, and the one before stays.
    [[nodiscard]] const http::TlsIdentity &identity() const { return m_identity; }
    /// What is shown now. Any thread.
    [[nodiscard]] model::CertificateFacts shown() const;

private:
    struct Content;

    TlsKeeper(TlsFiles files, const base::Clock &clock);
    [[nodiscard]] base::Result<Content> read() const;
    [[nodiscard]] base::Result<void> show(const base::Result<Content> &content);
    void run();
    void look();

    TlsFiles m_files;
    const base::Clock &m_clock;
    http::TlsIdentity m_identity;
    QByteArray m_seen;          ///< what the files were at the last look
    QByteArray m_judged;        ///< what they were when they were last used, or refused
    mutable std::mutex m_mutex; ///< guards m_shown and m_ending
    model::CertificateFacts m_shown;
    std::condition_variable m_wake;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace authdesk::server::host
