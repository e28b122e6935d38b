// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One server, assembled: data folder, services, HTTP. Used by both programs. Made and ended from
// one thread; runs on threads of its own.
#pragma once

#include "core/base/log.h"
#include "core/model/serversettings.h"
#include "core/server/config/configuration.h"
#include "core/server/crypto/passwordhasher.h"
#include "core/server/host/openfolder.h"
#include "core/server/host/place.h"
#include "core/server/http/route.h"

#include <QtCore/QUrl>

#include <memory>
#include <mutex>
#include <optional>

namespace authdesk::server::http {
class RequestLog;
}

namespace authdesk::server::host {

class FolderLock;
class Housekeeper;
class Listening;
class PrometheusTelemetry;
class TokenAuthenticator;

class ServerHost final
{
public:
    /// Starts completely or not at all; afterwards connections are accepted. PortTaken,
    /// FolderInUse, InvalidFields (a listener's system), FileFailed (the certificate of TLS), and
    /// the errors of OpenFolder::open().
    /// `clock` outlives the host; null: the system's.
    [[nodiscard]] static base::Result<std::unique_ptr<ServerHost>>
    start(const config::Configuration &configuration, crypto::HashParameters hashing = {},
          const base::Clock *clock = nullptr);

    ServerHost(const ServerHost &) = delete;
    ServerHost &operator=(const ServerHost &) = delete;
    /// Finishes what is in flight.
    ~ServerHost();

    /// In the order of the listeners, with the real ports.
    [[nodiscard]] QList<QUrl> addresses() const;
    /// What is in force, and what TLS shows. Any thread.
    [[nodiscard]] model::ServerSettingsState settings() const;
    /// What the operator must be told for the first run; empty when it asks nobody for a code or
    /// is over.
    [[nodiscard]] QString setupCode();

private:
    ServerHost();

    [[nodiscard]] base::Result<void> listen(const config::Configuration &configuration);
    [[nodiscard]] QList<http::Mount> mountsOf(const QString &system);
    /// Writes down where it answers, if that is different from what stands there.
    void keepPlace();

    std::unique_ptr<FolderLock> m_lock;
    std::unique_ptr<PrometheusTelemetry> m_telemetry;
    std::unique_ptr<OpenFolder> m_folder;
    std::unique_ptr<TokenAuthenticator> m_authenticator;
    std::unique_ptr<http::RequestLog> m_requestLog;
    QString m_path; ///< of the data folder
    QDateTime m_startedAt;
    std::unique_ptr<Listening> m_listening;
    std::mutex m_placeMutex;       ///< guards what follows
    std::optional<Place> m_place;  ///< as it was written last
    bool m_isKeepingPlace = false; ///< between start and end
    std::unique_ptr<Housekeeper> m_housekeeper;
};

/// What the services are told of a configuration.
[[nodiscard]] service::Options serviceOptions(const config::Configuration &configuration);

} // namespace authdesk::server::host
