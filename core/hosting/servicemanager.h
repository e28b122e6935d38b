// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Servers that run as services of this user, whether a window is open or not. Implemented by
// core/server/host over systemd; the window only sees this. Every future ends, within a minute.
#pragma once

#include "core/hosting/localserver.h"

#include <memory>

namespace authdesk::hosting {

/// One server's service.
struct ServiceSpec
{
    QString id;   ///< of its profile: letters, digits and dashes
    QString name; ///< what people call it
    QString dataFolder;
    quint16 port = 8000; ///< on 127.0.0.1, while its settings do not say where it answers
    /// Also while nobody is signed in to this computer.
    bool staysWhenSignedOut = false;
};

enum class ServiceSupport {
    Available,
    NoManager, ///< the system's manager of services does not answer this user
    NoProgram, ///< authdesk-server is not installed
};

class ServiceManager
{
public:
    ServiceManager() = default;
    ServiceManager(const ServiceManager &) = delete;
    ServiceManager &operator=(const ServiceManager &) = delete;
    virtual ~ServiceManager() = default;

    [[nodiscard]] virtual QFuture<ServiceSupport> support() = 0;
    /// Quick.
    [[nodiscard]] virtual bool isInstalled(const QString &id) const = 0;
    /// Whether the service goes on while nobody is signed in. Quick.
    [[nodiscard]] virtual bool staysWhenSignedOut(const QString &id) const = 0;
    /// Makes it known, so that it starts with the session of this user; it is not started yet.
    /// FileFailed, UnexpectedAnswer, TimedOut, with the system's own words in the message or the
    /// detail; nothing is left behind then.
    [[nodiscard]] virtual QFuture<base::Result<void>> install(const ServiceSpec &spec) = 0;
    /// Stops it and makes it unknown; one that is not known is fine. The errors of install().
    [[nodiscard]] virtual QFuture<base::Result<void>> remove(const QString &id) = 0;
    /// What starts and stops the service, and looks after its data folder. It leaves the service
    /// as it is when it goes. start() ends when the server is ready; stop() calls that off, and the
    /// start ends with Cancelled.
    [[nodiscard]] virtual std::unique_ptr<LocalServer> makeServer(const ServiceSpec &spec) = 0;

    // The master key in the folder's `master.key`, where a service finds it.
    /// Writes it for this user alone; true: the file was made, false: it held this key already.
    /// MasterKeyWrong: it holds something else, which is left as it is. FileFailed, DiskFull.
    [[nodiscard]] virtual QFuture<base::Result<bool>> writeMasterKey(const QString &dataFolder,
                                                                     const base::Secret &key) = 0;
    /// MasterKeyMissing, MasterKeyWrong (no key at all), FileFailed.
    [[nodiscard]] virtual QFuture<base::Result<base::Secret>>
    readMasterKey(const QString &dataFolder) = 0;
    /// Deletes the file if it holds this key; one that is not there is fine. MasterKeyWrong: it
    /// holds something else. FileFailed.
    [[nodiscard]] virtual QFuture<base::Result<void>> removeMasterKey(const QString &dataFolder,
                                                                      const base::Secret &key) = 0;
};

} // namespace authdesk::hosting
