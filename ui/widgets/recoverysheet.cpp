// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/recoverysheet.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QSaveFile>

namespace authdesk::ui::widgets {

using namespace Qt::StringLiterals;

namespace {

struct SheetWords
{
    Q_DECLARE_TR_FUNCTIONS(RecoverySheet)
};

/// For a shell: in single quotes, unless it is made of harmless letters.
QString quoted(const QString &text)
{
    for (const QChar letter : text) {
        const bool harmless =
            (letter.unicode() < 128 && letter.isLetterOrNumber()) || u"/._-@:"_s.contains(letter);
        if (!harmless)
            return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
    }
    return text;
}

QStringList facts(const RecoverySheet &sheet)
{
    QStringList lines{SheetWords::tr("Server: %1").arg(sheet.serverName),
                      SheetWords::tr("Username: %1").arg(sheet.username),
                      SheetWords::tr("Address: %1").arg(sheet.address.toDisplayString())};
    if (!sheet.dataFolder.isEmpty()) {
        lines +=
            SheetWords::tr("The data is in %1").arg(QDir::toNativeSeparators(sheet.dataFolder));
        lines +=
            SheetWords::tr("When no code is left, on that computer: %1").arg(rescueCommand(sheet));
    }
    return lines;
}

QString advice()
{
    return SheetWords::tr("Each code works once, in place of the six digits. Keep this sheet "
                          "away from your phone and your password.");
}

} // namespace

QString rescueCommand(const RecoverySheet &sheet)
{
    if (sheet.dataFolder.isEmpty())
        return {};
    return u"authdesk-server user reset-mfa %1 --data-dir %2"_s.arg(
        quoted(sheet.username), quoted(QDir::toNativeSeparators(sheet.dataFolder)));
}

QString sheetText(const RecoverySheet &sheet)
{
    QStringList lines{SheetWords::tr("Recovery codes"), QString()};
    lines += facts(sheet);
    lines += QString();
    for (const base::Secret &code : sheet.codes)
        lines += code.toString();
    lines += {QString(), advice(), QString()};
    return lines.join(u'\n');
}

QString sheetHtml(const RecoverySheet &sheet)
{
    QString html = u"<h1>%1</h1>"_s.arg(SheetWords::tr("Recovery codes").toHtmlEscaped());
    for (const QString &fact : facts(sheet))
        html += u"<p>%1</p>"_s.arg(fact.toHtmlEscaped());
    html += u"<pre>"_s;
    for (const base::Secret &code : sheet.codes)
        html += code.toString().toHtmlEscaped() + u'\n';
    return html + u"</pre><p>%1</p>"_s.arg(advice().toHtmlEscaped());
}

base::Result<void> saveSheet(const RecoverySheet &sheet, const QString &path)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QByteArray bytes = sheetText(sheet).toUtf8();
        file.write(bytes);
        base::wipe(bytes);
    }
    if (!file.commit())
        return base::fail(
            base::ErrorCode::FileFailed,
            SheetWords::tr("The sheet could not be written: %1").arg(file.errorString()));
    return {};
}

} // namespace authdesk::ui::widgets
