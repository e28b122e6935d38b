// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// argon2 (RFC 9106) by the reference library. Each thread keeps the memory of its last hash for the
// next one: having the system map and clear it anew costs up to as much as the hash itself. The
// library wipes it after every hash.
#pragma once

#include <QtCore/QByteArray>

namespace authdesk::server::crypto {

struct Argon2Work
{
    enum class Variant { I, Id };
    Variant variant = Variant::Id;
    quint64 memoryKiB = 0; ///< at least 8 for each lane
    quint64 passes = 0;    ///< at least 1
    quint64 lanes = 1;     ///< computed one after the other; at least 1
};

/// Fills `digest`, of at least 4 bytes, from a salt of at least 8. False, and nothing computed, for
/// work that argon2 does not have, and without enough memory. Any thread.
[[nodiscard]] bool computeArgon2(const Argon2Work &work, QByteArrayView password,
                                 QByteArrayView salt, QByteArray &digest);

/// Gives back what this thread keeps, which otherwise it does when it ends.
void releaseArgon2Memory();
/// How many bytes this thread keeps.
[[nodiscard]] std::size_t keptArgon2Memory();

} // namespace authdesk::server::crypto
