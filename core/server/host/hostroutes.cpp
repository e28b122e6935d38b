// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/hostroutes.h"

#include "core/server/crypto/passwordhasher.h"
#include "core/server/host/prometheustelemetry.h"
#include "core/server/service/services.h"
#include "core/server/store/database.h"

namespace authdesk::server::host {

using http::Handler;
using http::Method;
using http::Request;
using http::Response;
using http::Right;

http::Mount hostMount(const QByteArray &openApiDocument)
{
    const auto health = [](const Request &) {
        return Response::encodedJson(200, QByteArrayLiteral("{\"status\":\"ok\"}"));
    };
    const auto document = [openApiDocument](const Request &) {
        return Response::encodedJson(200, openApiDocument);
    };
    return {.prefix = {},
            .system = {},
            .routes = {{Method::Get, "/healthz", Right::anyone(), Handler::inLoop(health)},
                       {Method::Get, "/openapi.json", Right::anyone(), Handler::inLoop(document)}},
            .encodeError = {}};
}

http::Mount readinessMount(service::Services &services)
{
    const auto readiness = [&services](const Request &) {
        const bool isReady = services.isReady();
        return Response::json(
            isReady ? 200 : 503,
            QJsonObject{{QStringLiteral("status"),
                         isReady ? QStringLiteral("ready") : QStringLiteral("not_ready")},
                        {QStringLiteral("database"), isReady}});
    };
    return {.prefix = {},
            .system = {},
            .routes = {{Method::Get, "/readyz", Right::anyone(), Handler::onPool(readiness)}},
            .encodeError = {}};
}

http::Mount signingKeysMount(service::Services &services)
{
    const auto keys = [&services](const Request &) -> base::Result<Response> {
        const auto known = services.tokens().publicKeys();
        if (!known)
            return base::fail(known.error());
        QJsonArray shown;
        for (const service::PublicSigningKey &key : *known) {
            const QByteArray x =
                key.key.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
            shown.append(QJsonObject{{QStringLiteral("kty"), QStringLiteral("OKP")},
                                     {QStringLiteral("crv"), QStringLiteral("Ed25519")},
                                     {QStringLiteral("alg"), QStringLiteral("EdDSA")},
                                     {QStringLiteral("use"), QStringLiteral("sig")},
                                     {QStringLiteral("kid"), key.id},
                                     {QStringLiteral("x"), QString::fromLatin1(x)}});
        }
        return Response::json(200, QJsonObject{{QStringLiteral("keys"), shown}});
    };
    return {
        .prefix = {},
        .system = {},
        .routes = {{Method::Get, "/.well-known/jwks.json", Right::anyone(), Handler::onPool(keys)}},
        .encodeError = {}};
}

http::Mount metricsMount(PrometheusTelemetry &telemetry, service::Services &services,
                         const store::Database &database, const crypto::PasswordHasher &hasher)
{
    const auto metrics = [&telemetry, &services, &database, &hasher](const Request &) {
        TelemetryReadings readings{.hashes = hasher.count(),
                                   .hashesWaiting = hasher.waiting(),
                                   .hashWaitSeconds = hasher.waited().count(),
                                   .writes = database.writes(),
                                   .writeGroups = database.writeGroups()};
        if (const auto sessions = services.openSessions())
            readings.sessions = *sessions;
        return Response{.status = 200,
                        .contentType = PrometheusTelemetry::contentType.toByteArray(),
                        .body = telemetry.exposition(readings)};
    };
    return {.prefix = {},
            .system = {},
            .routes = {{Method::Get, "/metrics",
                        Right::toOrLoopback(model::Action::Read, model::Subject::Settings),
                        Handler::onPool(metrics)}},
            .encodeError = {}};
}

} // namespace authdesk::server::host
