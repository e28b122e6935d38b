// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The certificate that a server makes for itself, in `tls.pem` (0600) of its data folder, with the
// key behind it: one file, so that the two are never of different making. Blocks; any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QDateTime>
#include <QtCore/QStringList>

namespace authdesk::server::host {

[[nodiscard]] QString ownCertificateFile(const QString &folder);

/// The names that a certificate of this computer holds whatever people type: its host name, the
/// names of loopback, its addresses of the moment.
[[nodiscard]] QStringList ownNames();

enum class Renewal { WhereNeeded, Always };

struct OwnCertificate
{
    bool isNew = false;
    base::Secret before; ///< the file's content; empty: there was none
};

/// Sees to it that the file holds a certificate for `names` and ownNames(). One that is there is
/// kept, and with it what people compared, unless it is not good (for another 30 days), lacks one
/// of `names`, or Always is asked for. FileFailed, DiskFull, Internal.
[[nodiscard]] base::Result<OwnCertificate> provideOwnCertificate(const QString &folder,
                                                                 const QStringList &names,
                                                                 const QDateTime &now,
                                                                 Renewal renewal);
/// Makes it as if that had not been. FileFailed, DiskFull.
[[nodiscard]] base::Result<void> takeBackOwnCertificate(const QString &folder,
                                                        const OwnCertificate &outcome);

} // namespace authdesk::server::host
