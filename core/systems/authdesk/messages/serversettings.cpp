// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/authdesk/messages/serversettings.h"

#include "core/base/json.h"

namespace authdesk::systems::own::messages {

using namespace Qt::StringLiterals;
using base::JsonFields;
using base::Result;
using model::ServerSetting;
using model::ServerSettings;
using model::ServerSettingsChange;
using model::ServerSettingsState;
using model::SettingOrigin;
using model::TlsMode;
using model::TlsSetting;

namespace {

constexpr qsizetype mostEntries = 64;
constexpr qsizetype mostAddresses = 1024;
constexpr qsizetype longestPath = 4096;
constexpr qsizetype longestUrl = 2048;

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject encodeTls(const TlsSetting &tls)
{
    QJsonObject object{{u"mode"_s, tlsModeName(tls.mode)}};
    if (tls.mode == TlsMode::Files) {
        object.insert(u"certificate"_s, tls.certificate);
        object.insert(u"key"_s, tls.key);
    } else if (tls.mode == TlsMode::SelfSigned) {
        object.insert(u"names"_s, QJsonArray::fromStringList(tls.names));
    }
    return object;
}

QJsonValue encodeValue(ServerSetting setting, const ServerSettings &values)
{
    switch (setting) {
    case ServerSetting::Name:
        return values.name;
    case ServerSetting::PublicUrl:
        return textOrNull(values.publicUrl);
    case ServerSetting::Listeners:
        return QJsonArray::fromStringList(values.listeners);
    case ServerSetting::Tls:
        return encodeTls(values.tls);
    case ServerSetting::TrustedProxies:
        return QJsonArray::fromStringList(values.trustedProxies);
    case ServerSetting::CorsOrigins:
        return QJsonArray::fromStringList(values.corsOrigins);
    }
    Q_UNREACHABLE();
}

/// Takes over what is wrong inside an object under the names "tls.mode", ….
void adopt(JsonFields &outer, QLatin1StringView key, const JsonFields &inner)
{
    for (const base::FieldError &problem : inner.errors()) {
        const QByteArray field = key.latin1() + ('.' + problem.field.toLatin1());
        outer.addError(QLatin1StringView(field), QLatin1StringView(problem.code.toLatin1()),
                       problem.message);
    }
}

TlsSetting readTls(JsonFields &fields, QLatin1StringView key, bool *renews)
{
    TlsSetting tls;
    const qsizetype before = fields.errors().size();
    const QJsonObject object = fields.object(key);
    if (fields.errors().size() > before)
        return tls;
    JsonFields inner(object);
    const auto mode = model::tlsModeFromName(inner.text("mode"_L1, {}));
    if (mode)
        tls.mode = *mode;
    else if (!inner.hasErrors())
        inner.addError("mode"_L1, "not_allowed"_L1, u"This is off, files or self-signed."_s);
    if (mode == TlsMode::Files) {
        tls.certificate = inner.text("certificate"_L1, {.atLeast = 1, .atMost = longestPath});
        tls.key = inner.text("key"_L1, {.atLeast = 1, .atMost = longestPath});
        inner.refuseOthers({"mode"_L1, "certificate"_L1, "key"_L1});
    } else if (mode == TlsMode::SelfSigned) {
        if (inner.has("names"_L1))
            tls.names = inner.texts("names"_L1, mostEntries);
        if (renews) {
            *renews = inner.optionalFlag("renew"_L1).value_or(false);
            inner.refuseOthers({"mode"_L1, "names"_L1, "renew"_L1});
        }
    } else if (mode) {
        inner.refuseOthers({"mode"_L1});
    }
    adopt(fields, key, inner);
    return tls;
}

void readValue(JsonFields &fields, QLatin1StringView key, ServerSetting setting,
               ServerSettings &values, bool *renews)
{
    switch (setting) {
    case ServerSetting::Name:
        values.name = fields.text(key, {});
        break;
    case ServerSetting::PublicUrl:
        values.publicUrl = fields.optionalText(key, {.atMost = longestUrl}).value_or(QString());
        break;
    case ServerSetting::Listeners:
        values.listeners = fields.texts(key, mostEntries);
        break;
    case ServerSetting::Tls:
        values.tls = readTls(fields, key, renews);
        break;
    case ServerSetting::TrustedProxies:
        values.trustedProxies = fields.texts(key, mostEntries);
        break;
    case ServerSetting::CorsOrigins:
        values.corsOrigins = fields.texts(key, mostEntries);
        break;
    }
}

QJsonObject encodeCertificate(const model::CertificateFacts &certificate)
{
    return {{u"fingerprint"_s, model::fingerprintText(certificate.fingerprint)},
            {u"valid_from"_s, base::timeToJson(certificate.validFrom)},
            {u"valid_until"_s, base::timeToJson(certificate.validUntil)},
            {u"names"_s, QJsonArray::fromStringList(certificate.names)}};
}

Result<model::CertificateFacts> decodeCertificate(const QJsonObject &object)
{
    JsonFields fields(object);
    const model::CertificateFacts certificate{
        .fingerprint = model::fingerprintFromText(fields.text("fingerprint"_L1, {})),
        .validFrom = fields.time("valid_from"_L1),
        .validUntil = fields.time("valid_until"_L1),
        .names = fields.texts("names"_L1, mostAddresses)};
    if (certificate.fingerprint.isEmpty())
        fields.addError("fingerprint"_L1, "not_allowed"_L1, {});
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return certificate;
}

Result<> decodeSetting(JsonFields &all, ServerSetting setting, ServerSettingsState &state)
{
    const QJsonObject object = all.object(serverSettingName(setting));
    if (all.hasErrors())
        return base::unexpectedAnswer(all.failure().error());
    JsonFields fields(object);
    readValue(fields, "value"_L1, setting, state.values, nullptr);
    const auto kind = model::settingOriginFromName(fields.text("source"_L1, {}));
    if (!kind)
        fields.addError("source"_L1, "not_allowed"_L1, {});
    state.origins.insert(
        setting,
        {.kind = kind.value_or(SettingOrigin::Kind::Default),
         .givenBy =
             fields.optionalText("given_by"_L1, {.atMost = longestPath}).value_or(QString())});
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return {};
}

Result<model::ListenerAddress> decodeAddress(const QJsonObject &object)
{
    JsonFields fields(object);
    const model::ListenerAddress address{
        .url = QUrl(fields.text("url"_L1, {.atLeast = 1, .atMost = longestUrl}), QUrl::StrictMode),
        .system = fields.optionalText("system"_L1, {}).value_or(QString())};
    if (!address.url.isValid() || !address.url.scheme().startsWith("http"_L1))
        fields.addError("url"_L1, "not_allowed"_L1, {});
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    return address;
}

} // namespace

QJsonObject encode(const ServerSettingsState &state)
{
    QJsonObject object;
    for (const ServerSetting setting : model::serverSettings) {
        const SettingOrigin origin = state.origins.value(setting);
        object.insert(serverSettingName(setting),
                      QJsonObject{{u"value"_s, encodeValue(setting, state.values)},
                                  {u"source"_s, settingOriginName(origin.kind)},
                                  {u"given_by"_s, textOrNull(origin.givenBy)}});
    }
    QJsonArray addresses;
    for (const model::ListenerAddress &address : state.addresses) {
        addresses.append(QJsonObject{{u"url"_s, address.url.toString(QUrl::FullyEncoded)},
                                     {u"system"_s, textOrNull(address.system)}});
    }
    object.insert(u"addresses"_s, addresses);
    object.insert(u"certificate"_s, state.certificate
                                        ? QJsonValue(encodeCertificate(*state.certificate))
                                        : QJsonValue(QJsonValue::Null));
    return object;
}

Result<ServerSettingsState> decodeServerSettings(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return base::unexpectedAnswer(object.error());
    JsonFields fields(*object);
    ServerSettingsState state;
    for (const ServerSetting setting : model::serverSettings) {
        if (auto decoded = decodeSetting(fields, setting, state); !decoded)
            return std::unexpected(decoded.error());
    }
    const QJsonArray addresses = fields.array("addresses"_L1, mostAddresses);
    if (fields.hasErrors())
        return base::unexpectedAnswer(fields.failure().error());
    for (const QJsonValue value : addresses) {
        auto address = decodeAddress(value.toObject());
        if (!address)
            return std::unexpected(address.error());
        state.addresses.append(*std::move(address));
    }
    if (fields.isNull("certificate"_L1))
        return state;
    auto certificate = decodeCertificate(fields.object("certificate"_L1));
    if (!certificate)
        return std::unexpected(certificate.error());
    state.certificate = *std::move(certificate);
    return state;
}

QJsonObject encode(const ServerSettingsChange &change)
{
    QJsonObject object;
    for (const ServerSetting setting : model::serverSettings) {
        if (change.set.contains(setting))
            object.insert(serverSettingName(setting), encodeValue(setting, change.values));
        else if (change.reset.contains(setting))
            object.insert(serverSettingName(setting), QJsonValue::Null);
    }
    if (change.renewCertificate) {
        QJsonObject tls = object.value("tls"_L1).toObject();
        tls.insert(u"renew"_s, true);
        object.insert(u"tls"_s, tls);
    }
    return object;
}

Result<ServerSettingsChange> decodeServerSettingsChange(const QByteArray &body)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    ServerSettingsChange change;
    for (const ServerSetting setting : model::serverSettings) {
        const QLatin1StringView key = serverSettingName(setting);
        if (!fields.has(key))
            continue;
        if (fields.isNull(key)) {
            change.reset.insert(setting);
            continue;
        }
        change.set.insert(setting);
        readValue(fields, key, setting, change.values, &change.renewCertificate);
    }
    fields.refuseOthers({"name"_L1, "public_url"_L1, "listeners"_L1, "tls"_L1, "trusted_proxies"_L1,
                         "cors_origins"_L1});
    if (fields.hasErrors())
        return fields.failure();
    return change;
}

} // namespace authdesk::systems::own::messages
