// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/tools.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QProcess>

namespace authdesk::tests {

using namespace Qt::StringLiterals;

static constexpr int toolLimitMs = 30'000;

static QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(toolLimitMs)) {
        qWarning("%s did not finish: %s", qUtf8Printable(program),
                 qUtf8Printable(process.errorString()));
        process.kill();
        process.waitForFinished(toolLimitMs);
        return {};
    }
    return process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput()).trimmed()
                                   : QString();
}

QString readQrCode(const QImage &picture, const QString &file)
{
    if (!picture.save(file))
        return {};
    return outputOf(u"zbarimg"_s, {u"--raw"_s, u"-q"_s, file});
}

QString authenticatorCode(const QString &secret, const QDateTime &moment)
{
    return outputOf(u"oathtool"_s, {u"--totp"_s, u"-b"_s, u"--now"_s,
                                    u"@%1"_s.arg(moment.toSecsSinceEpoch()), secret});
}

QStringList filesHolding(const QString &folder, const QString &text)
{
    QStringList found;
    const QByteArray wanted = text.toUtf8();
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(wanted))
            found += file.fileName();
    }
    return found;
}

} // namespace authdesk::tests
