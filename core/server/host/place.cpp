// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/place.h"

#include "core/server/host/datafolder.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace authdesk::server::host {

using namespace Qt::StringLiterals;
using model::ListenerAddress;

QString placeFile(const QString &folder)
{
    return QDir(folder).filePath(u"answering.json"_s);
}

Place placeOf(const model::ServerSettingsState &settings, const QDateTime &startedAt)
{
    const auto isManagement = [](const ListenerAddress &one) {
        return one.system.isEmpty() || one.system == "authdesk"_L1;
    };
    const auto found =
        std::find_if(settings.addresses.begin(), settings.addresses.end(), isManagement);
    const ListenerAddress &here =
        found == settings.addresses.end() ? settings.addresses.first() : *found;
    return {.address = here.url,
            .isWhole = here.system.isEmpty(),
            .certificate = settings.certificate ? settings.certificate->fingerprint : QByteArray(),
            .publicAddress = QUrl(settings.values.publicUrl),
            .startedAt = startedAt};
}

base::Result<void> writePlace(const QString &folder, const Place &place)
{
    const QJsonObject object{
        {u"address"_s, place.address.toString(QUrl::FullyEncoded)},
        {u"whole"_s, place.isWhole},
        {u"certificate"_s, QString::fromLatin1(place.certificate.toHex())},
        {u"public_address"_s, place.publicAddress.toString(QUrl::FullyEncoded)},
        {u"started_at"_s, place.startedAt.toString(Qt::ISODateWithMs)}};
    return writePrivateFile(placeFile(folder), QJsonDocument(object).toJson());
}

void removePlace(const QString &folder)
{
    QFile::remove(placeFile(folder));
}

std::optional<Place> findPlace(const QString &folder)
{
    QFile file(placeFile(folder));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    const Place place{
        .address = QUrl(object["address"_L1].toString(), QUrl::StrictMode),
        .isWhole = object["whole"_L1].toBool(),
        .certificate = QByteArray::fromHex(object["certificate"_L1].toString().toLatin1()),
        .publicAddress = QUrl(object["public_address"_L1].toString(), QUrl::StrictMode),
        .startedAt = QDateTime::fromString(object["started_at"_L1].toString(), Qt::ISODateWithMs)};
    // The file of a program that was killed stays; its lock does not.
    if (!place.address.isValid() || place.address.isEmpty() || !FolderLock::isTaken(folder))
        return std::nullopt;
    return place;
}

} // namespace authdesk::server::host
