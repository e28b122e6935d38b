// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/serversettingtexts.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;
using model::ServerSetting;
using model::ServerSettings;
using model::TlsMode;
using model::TlsSetting;

namespace {

QJsonArray arrayOf(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue one : value.toArray())
        texts.append(one.toString());
    return texts;
}

QString compact(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QJsonObject objectOf(const TlsSetting &tls)
{
    return {{u"mode"_s, tlsModeName(tls.mode)},
            {u"certificate"_s, tls.certificate},
            {u"key"_s, tls.key},
            {u"names"_s, arrayOf(tls.names)}};
}

bool readTls(const QJsonObject &object, TlsSetting &tls)
{
    const auto mode = model::tlsModeFromName(object.value("mode"_L1).toString());
    if (!mode)
        return false;
    tls = {.mode = *mode,
           .certificate = object.value("certificate"_L1).toString(),
           .key = object.value("key"_L1).toString(),
           .names = textsOf(object.value("names"_L1))};
    return true;
}

QStringList *listOf(ServerSetting setting, ServerSettings &values)
{
    switch (setting) {
    case ServerSetting::Listeners:
        return &values.listeners;
    case ServerSetting::TrustedProxies:
        return &values.trustedProxies;
    case ServerSetting::CorsOrigins:
        return &values.corsOrigins;
    case ServerSetting::Name:
    case ServerSetting::PublicUrl:
    case ServerSetting::Tls:
        break;
    }
    return nullptr;
}

} // namespace

QString storedKey(ServerSetting setting)
{
    return u"server."_s + serverSettingName(setting);
}

QString storedText(ServerSetting setting, const ServerSettings &values)
{
    if (setting == ServerSetting::Name)
        return values.name;
    if (setting == ServerSetting::PublicUrl)
        return values.publicUrl;
    if (setting == ServerSetting::Tls)
        return compact(QJsonDocument(objectOf(values.tls)));
    ServerSettings copy = values;
    return compact(QJsonDocument(arrayOf(*listOf(setting, copy))));
}

bool readStoredText(ServerSetting setting, const QString &text, ServerSettings &values)
{
    if (setting == ServerSetting::Name) {
        values.name = text;
        return true;
    }
    if (setting == ServerSetting::PublicUrl) {
        values.publicUrl = text;
        return true;
    }
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (setting == ServerSetting::Tls)
        return readTls(document.object(), values.tls);
    if (!document.isArray())
        return false;
    *listOf(setting, values) = textsOf(document.array());
    return true;
}

QJsonValue toldValue(ServerSetting setting, const ServerSettings &values)
{
    if (setting == ServerSetting::Name)
        return values.name;
    if (setting == ServerSetting::PublicUrl)
        return values.publicUrl.isEmpty() ? QJsonValue(QJsonValue::Null) : values.publicUrl;
    if (setting == ServerSetting::Tls) {
        const TlsSetting &tls = values.tls;
        const QString more = tls.mode == TlsMode::Files ? tls.certificate : tls.names.join(u", "_s);
        return tlsModeName(tls.mode) + (more.isEmpty() ? QString() : u": "_s + more);
    }
    ServerSettings copy = values;
    return arrayOf(*listOf(setting, copy));
}

} // namespace authdesk::server::service
