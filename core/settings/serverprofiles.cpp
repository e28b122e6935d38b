// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/serverprofiles.h"

#include "core/base/sentences.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>
#include <QtCore/QUuid>

#include <algorithm>

namespace authdesk::settings {

using namespace Qt::StringLiterals;
using base::Sentences;

namespace {

constexpr auto fileName = "profiles.json"_L1;

QJsonObject toJson(const HostedServer &hosted)
{
    QJsonObject object{{u"folder"_s, hosted.folder},
                       {u"port"_s, hosted.port},
                       {u"key_in_keychain"_s, hosted.keyInKeychain}};
    if (!hosted.publicAddress.isEmpty())
        object.insert(u"public_address"_s, hosted.publicAddress.toString(QUrl::FullyEncoded));
    if (hosted.asService)
        object.insert(u"as_service"_s, true);
    return object;
}

QJsonObject toJson(const ServerProfile &profile)
{
    QJsonObject object{{u"id"_s, profile.id},
                       {u"name"_s, profile.name},
                       {u"address"_s, profile.address.toString(QUrl::FullyEncoded)},
                       {u"system"_s, profile.system},
                       {u"login"_s, profile.login},
                       {u"keep_signed_in"_s, profile.keepSignedIn},
                       {u"asked_for_second_factor"_s, profile.askedForSecondFactor}};
    if (!profile.trustedCertificate.isEmpty())
        object.insert(u"trusted_certificate"_s,
                      QString::fromLatin1(profile.trustedCertificate.toHex()));
    if (profile.hosted)
        object.insert(u"hosted"_s, toJson(*profile.hosted));
    return object;
}

ServerProfile fromJson(const QJsonObject &object)
{
    ServerProfile profile{.id = object.value("id"_L1).toString(),
                          .name = object.value("name"_L1).toString(),
                          .address = QUrl(object.value("address"_L1).toString(), QUrl::StrictMode),
                          .system = object.value("system"_L1).toString(),
                          .login = object.value("login"_L1).toString(),
                          .keepSignedIn = object.value("keep_signed_in"_L1).toBool(),
                          .askedForSecondFactor =
                              object.value("asked_for_second_factor"_L1).toBool()};
    profile.trustedCertificate =
        QByteArray::fromHex(object.value("trusted_certificate"_L1).toString().toLatin1());
    if (const QJsonValue hosted = object.value("hosted"_L1); hosted.isObject())
        profile.hosted = HostedServer{.folder = hosted["folder"_L1].toString(),
                                      .port = quint16(hosted["port"_L1].toInt(8000)),
                                      .keyInKeychain = hosted["key_in_keychain"_L1].toBool(),
                                      .publicAddress = QUrl(hosted["public_address"_L1].toString()),
                                      .asService = hosted["as_service"_L1].toBool()};
    return profile;
}

bool hasId(const ServerProfile &profile, const QString &id)
{
    return profile.id == id;
}

} // namespace

ServerProfiles::ServerProfiles(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
}

base::Result<void> ServerProfiles::load()
{
    m_profiles.clear();
    const QString path = QDir(m_folder).filePath(fileName);
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::FileFailed,
                          Sentences::tr("The list of servers in %1 cannot be read: %2.")
                              .arg(path, file.errorString()));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    file.close();
    if (!document.isObject() || !document["servers"_L1].isArray()) {
        const QString aside = path + ".broken"_L1;
        QFile::remove(aside);
        QFile::rename(path, aside);
        return base::fail(
            base::ErrorCode::DatabaseDamaged,
            Sentences::tr("The list of servers was damaged. It is kept as %1, and the list starts "
                          "empty.")
                .arg(aside));
    }
    const QJsonArray servers = document["servers"_L1].toArray();
    for (const QJsonValue server : servers) {
        const ServerProfile profile = fromJson(server.toObject());
        if (!profile.id.isEmpty() && profile.address.isValid())
            m_profiles.append(profile);
    }
    Q_EMIT changed();
    return {};
}

std::optional<ServerProfile> ServerProfiles::find(const QString &id) const
{
    const auto found = std::ranges::find(m_profiles, id, &ServerProfile::id);
    return found == m_profiles.end() ? std::nullopt : std::optional(*found);
}

base::Result<ServerProfile> ServerProfiles::add(ServerProfile profile)
{
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QList<ServerProfile> profiles = m_profiles;
    profiles.append(profile);
    if (const auto stored = store(std::move(profiles)); !stored)
        return std::unexpected(stored.error());
    return profile;
}

base::Result<void> ServerProfiles::update(const ServerProfile &profile)
{
    QList<ServerProfile> profiles = m_profiles;
    const auto found = std::ranges::find(profiles, profile.id, &ServerProfile::id);
    if (found == profiles.end())
        return base::fail(base::ErrorCode::NotFound,
                          Sentences::tr("This server is no longer in the list."));
    if (*found == profile)
        return {};
    *found = profile;
    return store(std::move(profiles));
}

base::Result<void> ServerProfiles::remove(const QString &id)
{
    QList<ServerProfile> profiles = m_profiles;
    if (profiles.removeIf([&id](const ServerProfile &profile) { return hasId(profile, id); }) == 0)
        return {};
    return store(std::move(profiles));
}

base::Result<void> ServerProfiles::store(QList<ServerProfile> profiles)
{
    const QString path = QDir(m_folder).filePath(fileName);
    QJsonArray servers;
    for (const ServerProfile &profile : std::as_const(profiles))
        servers.append(toJson(profile));
    QDir().mkpath(m_folder);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(QJsonDocument(QJsonObject{{u"servers"_s, servers}}).toJson());
    }
    if (!file.commit())
        return base::fail(
            base::ErrorCode::FileFailed,
            Sentences::tr("The list of servers cannot be written to %1: %2. Nothing was changed.")
                .arg(path, file.errorString()));
    m_profiles = std::move(profiles);
    Q_EMIT changed();
    return {};
}

} // namespace authdesk::settings
