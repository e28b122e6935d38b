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

// The file by itself, for a key that moves there or away.
/// Writes the key where there is no file: true. One that holds it already is only kept from others:
/// false. MasterKeyWrong: it holds something else, which stays, or `key` is none; FileFailed,
/// DiskFull.
[[nodiscard]] base::Result<bool> keepMasterKey(const QString &folder, const base::Secret &key);
/// As 64 hex digits. MasterKeyMissing, MasterKeyWrong, FileFailed.
[[nodiscard]] base::Result<base::Secret> keptMasterKey(const QString &folder);
/// Deletes the file if it holds this key; one that is not there is fine. MasterKeyWrong: it holds
/// something else, which stays; FileFailed.
[[nodiscard]] base::Result<void> forgetMasterKey(const QString &folder, const base::Secret &key);

} // namespace authdesk::server::host
