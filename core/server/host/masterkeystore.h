// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the master key of a data folder comes from: given from outside (environment, keychain) or
// from the folder's `master.key`. Blocks; any thread.
#pragma once

#include "core/base/random.h"
#include "core/server/crypto/masterkey.h"
#include "core/server/store/database.h"

#include <optional>

namespace authdesk::server::host {

/// The key that belongs to this database, told by the check value that the database holds. At the
/// very first start the key is made, written to `master.key` (0600) unless it was given, and its
/// check value stored. MasterKeyMissing, MasterKeyWrong, FileFailed, DiskFull.
[[nodiscard]] base::Result<crypto::MasterKey> openMasterKey(const QString &folder,
                                                            const base::Secret &given,
                                                            store::Database &database,
                                                            base::Random &random);

/// For rescue, which works without the key: what openMasterKey() would return, but nothing is made
/// and a missing or wrong key is nullopt.
[[nodiscard]] std::optional<crypto::MasterKey>
findMasterKey(const QString &folder, const base::Secret &given, store::Database &database);

} // namespace authdesk::server::host
