// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/vault/vault.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>

namespace authdesk::vault {

using namespace Qt::StringLiterals;

QString refreshTokenName(const QString &profileId)
{
    return u"sign-in/"_s + profileId;
}

QString apiKeyName(const QString &profileId)
{
    return u"api-key/"_s + profileId;
}

QString masterKeyName(const QString &dataFolder)
{
    // The same folder is one entry, however its path was written; a keychain may cut long names.
    const QString path = QDir::cleanPath(QDir(dataFolder).absolutePath());
    const QByteArray digest =
        QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return u"master-key/%1-%2"_s.arg(QDir(path).dirName(), QString::fromLatin1(digest));
}

} // namespace authdesk::vault
