// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/routes/sharedpaths.h"

#include "core/base/json.h"
#include "core/server/http/admission.h"
#include "core/server/service/services.h"

namespace authdesk::systems::routes {

using namespace Qt::StringLiterals;
using server::http::BodyType;
using server::http::Handler;
using server::http::Method;
using server::http::Mount;
using server::http::Request;
using server::http::Response;
using server::http::Right;
using server::http::Route;
using server::service::Services;

namespace {

using Answer = base::Result<Response>;

constexpr auto loginPath = "/api/v1/auth/login";
constexpr auto refreshPath = "/api/v1/auth/refresh";
constexpr auto mePath = "/api/v1/auth/me";
constexpr auto logoutPath = "/api/v1/auth/logout";
constexpr auto verifyPath = "/api/v1/auth/mfa/verify";

bool isForm(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type == "application/x-www-form-urlencoded" || type == "multipart/form-data";
}

std::unexpected<base::Error> nothingHere()
{
    return base::fail(base::ErrorCode::NotFound, u"There is nothing at this address."_s);
}

class SharedPaths final
{
public:
    SharedPaths(Services &services, QList<Sharer> sharers)
        : m_services(services)
        , m_sharers(std::move(sharers))
    {
    }

    [[nodiscard]] Answer login(const Request &request) const
    {
        const QByteArray type = request.header("Content-Type");
        const bool form = isForm(type);
        for (const Sharer &sharer : m_sharers) {
            if (sharer.hasAuthPaths && sharer.takesForms == form
                && (form || server::http::isJsonType(type)))
                return answerAs(sharer, loginPath, request);
        }
        return base::fail(base::ErrorCode::UnsupportedMediaType,
                          u"The body is of no type that is taken here."_s);
    }

    [[nodiscard]] Answer refresh(const Request &request) const
    {
        const auto body = base::parseJsonObject(request.body);
        if (!body)
            return std::unexpected(body.error());
        const bool isFlat = body->contains("refresh_token"_L1);
        if (isFlat == body->contains("token"_L1))
            return base::fail(base::ErrorCode::Malformed,
                              u"Send either refresh_token or token, as the sign-in gave it."_s);
        for (const Sharer &sharer : m_sharers) {
            if (sharer.refreshField == (isFlat ? "refresh_token"_L1 : "token"_L1))
                return answerAs(sharer, refreshPath, request);
        }
        return nothingHere();
    }

    [[nodiscard]] Answer ofToken(const QByteArray &path, const Request &request) const
    {
        const Sharer *others = nullptr;
        for (const Sharer &sharer : m_sharers) {
            // A key is nobody's sign-in.
            if (sharer.hasAuthPaths && request.principal->keyId == 0
                && sharer.mount.system == request.principal->system)
                return answerAs(sharer, path, request);
            if (sharer.takesOthersTokens)
                others = &sharer;
        }
        return others ? answerAs(*others, path, request) : nothingHere();
    }

    [[nodiscard]] Answer verify(const Request &request) const
    {
        const auto body = base::parseJsonObject(request.body);
        if (!body)
            return std::unexpected(body.error());
        if (!body->value("mfa_token"_L1).isString())
            return verifyWithoutToken(request);
        const auto system = m_services.signIn().systemOf(
            base::Secret::fromString(body->value("mfa_token"_L1).toString()));
        if (!system)
            return std::unexpected(system.error());
        for (const Sharer &sharer : m_sharers) {
            if (sharer.mount.system == *system && !sharer.verifyPath.isEmpty())
                return answerAs(sharer, sharer.verifyPath, request);
        }
        return nothingHere();
    }

private:
    [[nodiscard]] Answer verifyWithoutToken(const Request &request) const
    {
        for (const Sharer &sharer : m_sharers) {
            if (sharer.bringsChallenge && sharer.bringsChallenge(request))
                return answerAs(sharer, sharer.verifyPath, request);
        }
        return base::fail(base::ErrorCode::Malformed,
                          u"Send the mfa_token that the sign-in gave."_s);
    }

    /// As if it had been asked alone; also in its words for what went wrong.
    [[nodiscard]] static Answer answerAs(const Sharer &sharer, const QByteArray &path,
                                         const Request &request)
    {
        for (const Route &route : sharer.mount.routes) {
            if (route.method != request.method || route.path != path)
                continue;
            auto answer = server::http::callGuarded(route.handler.call, request);
            if (answer)
                return answer;
            server::http::logFailure(answer.error(), request.requestId);
            return server::http::wordError(answer.error(), &sharer.mount, request);
        }
        return nothingHere();
    }

    Services &m_services;
    QList<Sharer> m_sharers;
};

} // namespace

Mount sharedMount(Services &services, QList<Sharer> sharers)
{
    const auto shared = std::make_shared<const SharedPaths>(services, std::move(sharers));
    const Right known = Right::signedInOrEnrolling();
    return {
        .prefix = {},
        .system = {},
        .routes =
            {
                {Method::Post, loginPath, Right::anyone(),
                 Handler::onSignInPool([shared](const Request &r) { return shared->login(r); }),
                 BodyType::Any},
                {Method::Post, refreshPath, Right::anyone(),
                 Handler::onPool([shared](const Request &r) { return shared->refresh(r); })},
                {Method::Get, mePath, known, Handler::inLoop([shared](const Request &r) {
                     return shared->ofToken(mePath, r);
                 })},
                {Method::Post, logoutPath, known, Handler::onPool([shared](const Request &r) {
                     return shared->ofToken(logoutPath, r);
                 })},
                {Method::Post, verifyPath, Right::anyone(),
                 Handler::onSignInPool([shared](const Request &r) { return shared->verify(r); })},
            },
        // Both ways of saying it, where the system is not known.
        .encodeError = {}};
}

} // namespace authdesk::systems::routes
