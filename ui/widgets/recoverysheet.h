// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sheet with recovery codes: the codes and everything that is needed when nothing works
// any more. Text to save and copy, HTML to print; lives in memory only while its window does.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QList>
#include <QtCore/QUrl>

namespace authdesk::ui::widgets {

struct RecoverySheet
{
    QString serverName;
    QUrl address;
    QString username;
    QString dataFolder; ///< empty for a server elsewhere
    QList<base::Secret> codes;
};

/// "authdesk-server user reset-mfa anna --data-dir …"; empty for a server elsewhere.
[[nodiscard]] QString rescueCommand(const RecoverySheet &sheet);
[[nodiscard]] QString sheetText(const RecoverySheet &sheet);
/// Every value is escaped.
[[nodiscard]] QString sheetHtml(const RecoverySheet &sheet);
/// Readable by the owner of the file only. FileFailed: nothing was left behind.
[[nodiscard]] base::Result<void> saveSheet(const RecoverySheet &sheet, const QString &path);

} // namespace authdesk::ui::widgets
