// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How single values of options are written: listeners, networks, origins. Pure functions, any
// thread.
#pragma once

#include "core/base/result.h"

#include <QtCore/QPair>
#include <QtCore/QStringList>
#include <QtCore/QUrl>
#include <QtNetwork/QHostAddress>

namespace authdesk::server::config {

struct ListenAddress
{
    QHostAddress address;
    quint16 port = 0; ///< 0: a free one
    QString system;   ///< empty: everything; else that API alone

    bool operator==(const ListenAddress &) const = default;
};

/// An address with how many of its leading bits count.
using Network = QPair<QHostAddress, int>;

// Each is InvalidFields with a sentence that holds the value, and starts with it or with "must".
/// "127.0.0.1:8000", "[::1]:8001=pipelit", "localhost:0". `systems`: what may stand behind "=".
[[nodiscard]] base::Result<ListenAddress> listenAddressFromText(const QString &text,
                                                                const QStringList &systems);
[[nodiscard]] QString textOf(const ListenAddress &listener);
/// "10.0.0.0/8"; without bits it is one address. Stricter than Qt, which also takes "10".
[[nodiscard]] base::Result<Network> networkFromText(const QString &text);
[[nodiscard]] QString textOf(const Network &network);
/// "https://id.example.org", without a path.
[[nodiscard]] base::Result<QUrl> originFromText(const QString &text);

} // namespace authdesk::server::config
