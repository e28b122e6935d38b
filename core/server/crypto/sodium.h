// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every use of libsodium in this room needs first.
#pragma once

#include "core/base/secret.h"

#include <QtCore/QByteArray>

namespace authdesk::server::crypto {

/// Once per process, any number of times, any thread. Ends the program when the library cannot
/// start, because nothing would be safe after that.
void ensureSodium();

[[nodiscard]] inline const unsigned char *toUnsigned(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

[[nodiscard]] inline unsigned char *toUnsigned(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

} // namespace authdesk::server::crypto
