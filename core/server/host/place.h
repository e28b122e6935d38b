// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where a running server answers, written down in its data folder for programs of the same user
// that do not run it themselves. Whoever can write the folder owns the server. Any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/serversettings.h"

#include <QtCore/QDateTime>
#include <QtCore/QUrl>

#include <optional>

namespace authdesk::server::host {

struct Place
{
    QUrl address;           ///< where the management is reached from this computer
    bool isWhole = true;    ///< every API answers there, `/readyz` with them
    QByteArray certificate; ///< SHA-256 of what TLS shows; empty: plain http
    QUrl publicAddress;     ///< what people type; empty: not set
    QDateTime startedAt;    ///< UTC
    bool operator==(const Place &) const = default;
};

[[nodiscard]] QString placeFile(const QString &folder);
[[nodiscard]] Place placeOf(const model::ServerSettingsState &settings, const QDateTime &startedAt);
/// FileFailed, DiskFull.
[[nodiscard]] base::Result<void> writePlace(const QString &folder, const Place &place);
void removePlace(const QString &folder);
/// nullopt: no server runs in the folder, or it does not answer yet.
[[nodiscard]] std::optional<Place> findPlace(const QString &folder);

} // namespace authdesk::server::host
