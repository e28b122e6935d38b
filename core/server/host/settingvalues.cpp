// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/settingvalues.h"

#include "core/systems/routes/catalogue.h"

#include <QtCore/QRegularExpression>
#include <QtNetwork/QNetworkInterface>

#include <algorithm>

namespace authdesk::server::host {

using namespace Qt::StringLiterals;
using base::fail;
using base::Result;
using config::ListenAddress;
using model::ListenerAddress;
using model::ServerSetting;
using model::ServerSettings;
using model::TlsMode;

namespace {

class Problems final
{
public:
    void add(ServerSetting setting, QLatin1StringView code, QString message)
    {
        message[0] = message[0].toUpper();
        if (!message.endsWith(u'.'))
            message += u'.';
        m_fields.append({serverSettingName(setting), code, message});
    }
    [[nodiscard]] bool isEmpty() const { return m_fields.isEmpty(); }
    [[nodiscard]] std::unexpected<base::Error> failure() const
    {
        return fail(base::Error{.code = base::ErrorCode::InvalidFields,
                                .message = m_fields.first().message,
                                .fields = m_fields});
    }

private:
    QList<base::FieldError> m_fields;
};

void readListeners(ServerSettings &settings, SettingAddresses &addresses, Problems &problems)
{
    constexpr ServerSetting field = ServerSetting::Listeners;
    for (QString &text : settings.listeners) {
        const auto listener = config::listenAddressFromText(text, systems::routes::systemNames());
        if (!listener) {
            problems.add(field, "not_an_address"_L1, listener.error().message);
            continue;
        }
        const bool isRepeated =
            listener->port != 0
            && std::any_of(addresses.listeners.begin(), addresses.listeners.end(),
                           [&listener](const ListenAddress &other) {
                               return other.address == listener->address
                                      && other.port == listener->port;
                           });
        if (isRepeated)
            problems.add(field, "repeated"_L1, u"%1 is there twice"_s.arg(text));
        addresses.listeners.append(*listener);
        text = config::textOf(*listener);
    }
    if (settings.listeners.isEmpty())
        problems.add(field, "required"_L1, u"a server listens somewhere"_s);
}

void readOrigin(ServerSetting field, QString &text, Problems &problems)
{
    if (const auto origin = config::originFromText(text))
        text = QString::fromLatin1(origin->toEncoded());
    else
        problems.add(field, "not_an_origin"_L1, origin.error().message);
}

/// A host name or an address, as it may stand in a certificate.
bool isName(const QString &name)
{
    static const QRegularExpression form(u"^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?"
                                         "(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*\\z"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const bool isAddress = !QHostAddress(name).isNull() && !name.contains(u'%');
    return isAddress || form.match(QString::fromLatin1(QUrl::toAce(name))).hasMatch();
}

void readTls(model::TlsSetting &tls, Problems &problems)
{
    if (tls.mode == TlsMode::Files
        && !(tls.certificate.startsWith(u'/') || tls.certificate.contains(u':')))
        problems.add(ServerSetting::Tls, "not_absolute"_L1,
                     u"the certificate's path must be a whole one"_s);
    else if (tls.mode == TlsMode::Files && !(tls.key.startsWith(u'/') || tls.key.contains(u':')))
        problems.add(ServerSetting::Tls, "not_absolute"_L1,
                     u"the key's path must be a whole one"_s);
    for (const QString &name : std::as_const(tls.names)) {
        if (!isName(name))
            problems.add(ServerSetting::Tls, "not_a_name"_L1,
                         u"\"%1\" is neither a host name nor an address"_s.arg(name));
    }
}

} // namespace

bool SettingAddresses::hasManagement() const
{
    return std::any_of(listeners.begin(), listeners.end(), [](const ListenAddress &one) {
        return one.system.isEmpty() || one.system == "authdesk"_L1;
    });
}

QString optionOf(ServerSetting setting)
{
    switch (setting) {
    case ServerSetting::Name:
        return u"name"_s;
    case ServerSetting::PublicUrl:
        return u"public-url"_s;
    case ServerSetting::Listeners:
        return u"listen"_s;
    case ServerSetting::Tls:
        return u"tls-cert"_s;
    case ServerSetting::TrustedProxies:
        return u"trusted-proxies"_s;
    case ServerSetting::CorsOrigins:
        return u"cors-origins"_s;
    }
    Q_UNREACHABLE();
}

ServerSettings settingsOf(const config::Configuration &configuration)
{
    ServerSettings settings;
    settings.publicUrl = QString::fromLatin1(configuration.publicUrl.toEncoded());
    for (const ListenAddress &listener : configuration.listeners)
        settings.listeners.append(config::textOf(listener));
    if (!configuration.tlsCertificate.isEmpty())
        settings.tls = {.mode = TlsMode::Files,
                        .certificate = configuration.tlsCertificate,
                        .key = configuration.tlsKey,
                        .names = {}};
    for (const config::Network &network : configuration.trustedProxies)
        settings.trustedProxies.append(config::textOf(network));
    for (const QByteArray &origin : configuration.corsOrigins)
        settings.corsOrigins.append(QString::fromLatin1(origin));
    return settings;
}

Result<SettingAddresses> readSettings(ServerSettings &settings)
{
    SettingAddresses addresses;
    Problems problems;
    readListeners(settings, addresses, problems);
    if (!settings.publicUrl.isEmpty())
        readOrigin(ServerSetting::PublicUrl, settings.publicUrl, problems);
    for (QString &origin : settings.corsOrigins)
        readOrigin(ServerSetting::CorsOrigins, origin, problems);
    for (QString &text : settings.trustedProxies) {
        if (const auto network = config::networkFromText(text)) {
            addresses.proxies.append(*network);
            text = config::textOf(*network);
        } else {
            problems.add(ServerSetting::TrustedProxies, "not_a_network"_L1,
                         network.error().message);
        }
    }
    readTls(settings.tls, problems);
    if (!problems.isEmpty())
        return problems.failure();
    return addresses;
}

std::unexpected<base::Error> refuseSetting(ServerSetting setting, QLatin1StringView code,
                                           const QString &message)
{
    return fail(base::Error{.code = base::ErrorCode::InvalidFields,
                            .message = message,
                            .fields = {{serverSettingName(setting), code, message}}});
}

QList<ListenerAddress> spelledOut(const QList<ListenerAddress> &listeners)
{
    QList<ListenerAddress> all;
    for (const ListenerAddress &listener : listeners) {
        const QHostAddress bound(listener.url.host());
        const bool isV4 = bound == QHostAddress(QHostAddress::AnyIPv4);
        if (!isV4 && bound != QHostAddress(QHostAddress::AnyIPv6)) {
            all.append(listener);
            continue;
        }
        const auto wanted = isV4 ? QAbstractSocket::IPv4Protocol : QAbstractSocket::IPv6Protocol;
        QList<QHostAddress> addresses{isV4 ? QHostAddress(QHostAddress::LocalHost)
                                           : QHostAddress(QHostAddress::LocalHostIPv6)};
        for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
            if (address.protocol() == wanted && !address.isLoopback() && !address.isLinkLocal())
                addresses.append(address);
        }
        for (const QHostAddress &address : addresses) {
            ListenerAddress one = listener;
            one.url.setHost(address.toString());
            all.append(one);
        }
    }
    return all;
}

} // namespace authdesk::server::host
