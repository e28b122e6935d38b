// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/serversettings.h"

#include <cctype>

namespace authdesk::model {

using namespace Qt::StringLiterals;

QLatin1StringView tlsModeName(TlsMode mode)
{
    switch (mode) {
    case TlsMode::Off:
        return "off"_L1;
    case TlsMode::Files:
        return "files"_L1;
    case TlsMode::SelfSigned:
        return "self-signed"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<TlsMode> tlsModeFromName(QStringView name)
{
    for (const TlsMode mode : {TlsMode::Off, TlsMode::Files, TlsMode::SelfSigned}) {
        if (name == tlsModeName(mode))
            return mode;
    }
    return std::nullopt;
}

QLatin1StringView serverSettingName(ServerSetting setting)
{
    switch (setting) {
    case ServerSetting::Name:
        return "name"_L1;
    case ServerSetting::PublicUrl:
        return "public_url"_L1;
    case ServerSetting::Listeners:
        return "listeners"_L1;
    case ServerSetting::Tls:
        return "tls"_L1;
    case ServerSetting::TrustedProxies:
        return "trusted_proxies"_L1;
    case ServerSetting::CorsOrigins:
        return "cors_origins"_L1;
    }
    Q_UNREACHABLE();
}

void assignSetting(ServerSettings &settings, ServerSetting setting, const ServerSettings &from)
{
    switch (setting) {
    case ServerSetting::Name:
        settings.name = from.name;
        break;
    case ServerSetting::PublicUrl:
        settings.publicUrl = from.publicUrl;
        break;
    case ServerSetting::Listeners:
        settings.listeners = from.listeners;
        break;
    case ServerSetting::Tls:
        settings.tls = from.tls;
        break;
    case ServerSetting::TrustedProxies:
        settings.trustedProxies = from.trustedProxies;
        break;
    case ServerSetting::CorsOrigins:
        settings.corsOrigins = from.corsOrigins;
        break;
    }
}

QLatin1StringView settingOriginName(SettingOrigin::Kind kind)
{
    switch (kind) {
    case SettingOrigin::Kind::Default:
        return "default"_L1;
    case SettingOrigin::Kind::Stored:
        return "stored"_L1;
    case SettingOrigin::Kind::Outside:
        return "outside"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<SettingOrigin::Kind> settingOriginFromName(QStringView name)
{
    using enum SettingOrigin::Kind;
    for (const SettingOrigin::Kind kind : {Default, Stored, Outside}) {
        if (name == settingOriginName(kind))
            return kind;
    }
    return std::nullopt;
}

QString fingerprintText(const QByteArray &fingerprint)
{
    return QString::fromLatin1(fingerprint.toHex(':').toUpper());
}

QByteArray fingerprintFromText(const QString &text)
{
    constexpr qsizetype bytes = 32;
    QByteArray digits;
    for (const QChar c : text) {
        if (c == u':' || c.isSpace())
            continue;
        const char digit = c.toLatin1();
        if (!isxdigit(static_cast<unsigned char>(digit)))
            return {};
        digits.append(digit);
    }
    return digits.size() == 2 * bytes ? QByteArray::fromHex(digits) : QByteArray();
}

} // namespace authdesk::model
