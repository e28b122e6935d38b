// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sheet with recovery codes, as text to save and as HTML to print. Lives in memory while its
// dialog is open.
#pragma once

#include "core/base/result.h"
#include "core/gateway/accountgateway.h"

#include <QtCore/QUrl>

namespace authdesk::ui::pages::account {

struct RecoverySheet
{
    QString serverName;
    QUrl address;
    QString username;
    gateway::RecoveryCodes codes;
};

[[nodiscard]] QString sheetText(const RecoverySheet &sheet);
/// Every value is escaped.
[[nodiscard]] QString sheetHtml(const RecoverySheet &sheet);
/// Writes the text so that only the owner of the file can read it. FileFailed: nothing was left.
[[nodiscard]] base::Result<void> saveSheet(const RecoverySheet &sheet, const QString &path);

} // namespace authdesk::ui::pages::account
