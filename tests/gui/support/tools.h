// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Programs of other people that judge ours: what a phone sees in a picture, which code it shows,
// and what lies in the files. Blocks, with limits.
#pragma once

#include <QtCore/QDateTime>
#include <QtGui/QImage>

namespace authdesk::tests {

/// What zbarimg reads in a picture; empty when there is nothing to read. `file` is where the
/// picture is kept.
[[nodiscard]] QString readQrCode(const QImage &picture, const QString &file);

/// The six digits that oathtool computes for a moment; empty when it refuses the secret.
[[nodiscard]] QString authenticatorCode(const QString &secret, const QDateTime &moment);

/// Every file below a folder that holds `text`.
[[nodiscard]] QStringList filesHolding(const QString &folder, const QString &text);

} // namespace authdesk::tests
