// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/sodium.h"

#include <QtCore/QtGlobal>

#include <sodium.h>

namespace authdesk::server::crypto {

void ensureSodium()
{
    static const bool started = [] {
        if (sodium_init() < 0)
            qFatal("libsodium cannot start on this machine");
        return true;
    }();
    Q_UNUSED(started)
}

} // namespace authdesk::server::crypto
