// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// CSV as RFC 4180 writes it, in UTF-8, safe to open in a spreadsheet. Plain values, any thread.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace authdesk::transfer {

/// One line with its end. Cells are quoted where they must be, and neutral().
[[nodiscard]] QByteArray csvLine(const QStringList &cells);

/// A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV
/// injection), and so does one that already looks like that; every other one stays as it is.
[[nodiscard]] QString neutral(const QString &cell);
/// What neutral() was given: takes away the apostrophe that it sets, and no other.
[[nodiscard]] QString plain(const QString &cell);

} // namespace authdesk::transfer
