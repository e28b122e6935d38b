// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/account/recoverysheet.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSaveFile>

namespace authdesk::ui::pages::account {

using namespace Qt::StringLiterals;

namespace {

class SheetWords final
{
    Q_DECLARE_TR_FUNCTIONS(RecoverySheet)
};

QString sheetTitle(const RecoverySheet &sheet)
{
    return SheetWords::tr("Recovery codes for %1").arg(sheet.serverName);
}

QString sheetAdvice()
{
    return SheetWords::tr("Each code works once, in the place of the code of the app. Keep this "
                          "sheet where nobody else looks, and not on the phone.");
}

} // namespace

QString sheetText(const RecoverySheet &sheet)
{
    QStringList lines{sheetTitle(sheet), QString(),
                      SheetWords::tr("Address: %1").arg(sheet.address.toDisplayString()),
                      SheetWords::tr("Username: %1").arg(sheet.username), QString()};
    for (const base::Secret &code : sheet.codes.codes)
        lines.append(code.toString());
    lines.append({QString(), sheetAdvice(), QString()});
    return lines.join(u'\n');
}

QString sheetHtml(const RecoverySheet &sheet)
{
    QString codes;
    for (const base::Secret &code : sheet.codes.codes)
        codes += u"<li><big><tt>%1</tt></big></li>"_s.arg(code.toString().toHtmlEscaped());
    return u"<h2>%1</h2><p>%2<br>%3</p><ol>%4</ol><p>%5</p>"_s.arg(
        sheetTitle(sheet).toHtmlEscaped(),
        SheetWords::tr("Address: %1").arg(sheet.address.toDisplayString()).toHtmlEscaped(),
        SheetWords::tr("Username: %1").arg(sheet.username).toHtmlEscaped(), codes,
        sheetAdvice().toHtmlEscaped());
}

base::Result<void> saveSheet(const RecoverySheet &sheet, const QString &path)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::Text)
                         && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                         && file.write(sheetText(sheet).toUtf8()) >= 0 && file.commit();
    if (!written)
        return base::fail(base::ErrorCode::FileFailed, file.errorString());
    return {};
}

} // namespace authdesk::ui::pages::account
