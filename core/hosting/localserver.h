// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server that this program runs itself: where it lives, starting and stopping it, and getting
// back in when every door is shut. Implemented by core/server/host; the window only sees this.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/user.h"

#include <QtCore/QDateTime>
#include <QtCore/QFuture>
#include <QtCore/QUrl>

namespace authdesk::hosting {

struct LocalServerOptions
{
    QString dataFolder;
    quint16 port = 8000; ///< on 127.0.0.1; 0 picks a free one
    QString serverName;
    /// The key that seals secrets at rest, 32 bytes as 64 hex digits. Empty: the folder's own
    /// `master.key` (0600) is used, and made where it is missing.
    base::Secret masterKey;
};

/// What a folder holds before anything is started in it.
enum class FolderState { Empty, HasServer, NotWritable, InUse, Newer, Damaged };

/// What keeps a person out, told by the rescue list.
struct RescueUser
{
    QString username;
    QString roleName;
    model::UserStatus status = model::UserStatus::Active;
    bool mfaEnabled = false;
    bool operator==(const RescueUser &) const = default;
};

class LocalServer
{
public:
    LocalServer() = default;
    LocalServer(const LocalServer &) = delete;
    LocalServer &operator=(const LocalServer &) = delete;
    /// Stops the server and waits until what was in flight is finished.
    virtual ~LocalServer() = default;

    /// True while a server of ours accepts connections.
    [[nodiscard]] virtual bool isRunning() const = 0;
    /// Where it answers; empty while it does not run.
    [[nodiscard]] virtual QUrl address() const = 0;

    /// SHA-256 of the certificate that address() shows; empty: plain http. Nobody needs to compare
    /// it: it comes from inside this program.
    [[nodiscard]] virtual QByteArray certificate() const { return {}; }
    /// What people type to reach it, where that is set; else empty.
    [[nodiscard]] virtual QUrl publicAddress() const { return {}; }
    /// UTC; invalid while it does not run.
    [[nodiscard]] virtual QDateTime startedAt() const { return {}; }
    /// Looks again where it answers and what it shows there: both follow its settings, which
    /// anybody who may can change while it runs. address() as it is then, and the other two too.
    [[nodiscard]] virtual QFuture<QUrl> lookAgain() { return QtFuture::makeReadyFuture(address()); }

    /// Looks into a folder and changes nothing. One that is missing but could be made is Empty;
    /// NotWritable also when it could not. InUse: another program runs a server in it.
    [[nodiscard]] virtual QFuture<FolderState> inspect(const QString &dataFolder) = 0;

    /// Starts on its own threads. PortTaken, FolderNotWritable, FolderInUse, DatabaseNewer,
    /// DatabaseDamaged, MasterKeyMissing, MasterKeyWrong, DiskFull. May be called again after an
    /// error.
    [[nodiscard]] virtual QFuture<base::Result<QUrl>> start(const LocalServerOptions &options) = 0;
    [[nodiscard]] virtual QFuture<base::Result<void>> stop() = 0;

    /// Stops the server of this object, and deletes the folder with all that is in it.
    /// FileFailed: something is left; the message names it and the system's reason. May be called
    /// again after an error.
    [[nodiscard]] virtual QFuture<base::Result<void>> removeFolder(const QString &dataFolder) = 0;

    // Rescue: needs no sign-in, because whoever owns the folder owns the server.
    [[nodiscard]] virtual QFuture<base::Result<QList<RescueUser>>>
    listUsers(const QString &dataFolder) = 0;
    /// The one-time password.
    [[nodiscard]] virtual QFuture<base::Result<base::Secret>>
    resetPassword(const QString &dataFolder, const QString &username) = 0;
    /// The one-time code.
    [[nodiscard]] virtual QFuture<base::Result<base::Secret>>
    resetSecondFactor(const QString &dataFolder, const QString &username) = 0;
    [[nodiscard]] virtual QFuture<base::Result<void>> unlock(const QString &dataFolder,
                                                             const QString &username) = 0;
};

/// Looks before it leaps, for the first-run wizard. Any thread, quick.
[[nodiscard]] bool isPortFree(quint16 port);
/// A free port at or above `from`; 0 when there is none within a hundred.
[[nodiscard]] quint16 freePortFrom(quint16 from);
/// What others in the network may reach this computer by: its name first, then its addresses, those
/// of IPv4 before the rest. None of loopback or of one cable only.
[[nodiscard]] QStringList namesInNetwork();

} // namespace authdesk::hosting
