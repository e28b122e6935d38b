// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a server is told about its place in the network, and where each of it comes from. Plain
// values.
#pragma once

#include "core/model/serverstats.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <array>

namespace authdesk::model {

enum class TlsMode {
    Off,
    Files,      ///< a certificate and its key from files of the server's computer
    SelfSigned, ///< the server makes its own
};

[[nodiscard]] QLatin1StringView tlsModeName(TlsMode mode); ///< "off", "files", "self-signed"
[[nodiscard]] std::optional<TlsMode> tlsModeFromName(QStringView name);

struct TlsSetting
{
    TlsMode mode = TlsMode::Off;
    QString certificate; ///< of Files: absolute paths on the server's computer
    QString key;
    QStringList names; ///< of SelfSigned: what people type, beside what the server knows itself
    bool operator==(const TlsSetting &) const = default;
};

struct ServerSettings
{
    QString name;
    QString publicUrl;     ///< an origin; empty: not set
    QStringList listeners; ///< "127.0.0.1:8000", "[::]:8001=pipelit"
    TlsSetting tls;
    QStringList trustedProxies; ///< "10.0.0.0/8"
    QStringList corsOrigins;
    bool operator==(const ServerSettings &) const = default;
};

enum class ServerSetting { Name, PublicUrl, Listeners, Tls, TrustedProxies, CorsOrigins };
inline constexpr std::array serverSettings{
    ServerSetting::Name, ServerSetting::PublicUrl,      ServerSetting::Listeners,
    ServerSetting::Tls,  ServerSetting::TrustedProxies, ServerSetting::CorsOrigins};
[[nodiscard]] QLatin1StringView serverSettingName(ServerSetting setting); ///< "public_url", …
/// Takes the value of one setting from another set.
void assignSetting(ServerSettings &settings, ServerSetting setting, const ServerSettings &from);

struct SettingOrigin
{
    enum class Kind {
        Default,
        Stored,  ///< through the API
        Outside, ///< given at the start, and read-only
    };
    Kind kind = Kind::Default;
    QString givenBy; ///< of Outside: "--listen", "AUTHDESK_LISTEN", "listen in FILE, line 3"
    bool operator==(const SettingOrigin &) const = default;
};

[[nodiscard]] QLatin1StringView settingOriginName(SettingOrigin::Kind kind); ///< "default", …
[[nodiscard]] std::optional<SettingOrigin::Kind> settingOriginFromName(QStringView name);

/// What a server shows as its own over TLS.
struct CertificateFacts
{
    QByteArray fingerprint; ///< 32 bytes, SHA-256
    QDateTime validFrom;    ///< UTC
    QDateTime validUntil;
    QStringList names;
    bool operator==(const CertificateFacts &) const = default;
};

struct ServerSettingsState
{
    ServerSettings values;
    QHash<ServerSetting, SettingOrigin> origins; ///< of every setting
    QList<ListenerAddress> addresses; ///< where it answers now; a wildcard's are spelled out
    std::optional<CertificateFacts> certificate; ///< nullopt: plain http
    bool operator==(const ServerSettingsState &) const = default;
};

struct ServerSettingsChange
{
    ServerSettings values;         ///< of those in `set`
    QSet<ServerSetting> set;       ///< stored from now on
    QSet<ServerSetting> reset;     ///< back to their defaults
    bool renewCertificate = false; ///< of TlsMode::SelfSigned: a new one even where none is needed
    bool operator==(const ServerSettingsChange &) const = default;
};

/// "AB:CD:…", as programs and people write it.
[[nodiscard]] QString fingerprintText(const QByteArray &fingerprint);
/// Takes it with or without colons and blanks; empty for what is none of SHA-256.
[[nodiscard]] QByteArray fingerprintFromText(const QString &text);

} // namespace authdesk::model
