// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/routes/catalogue.h"

#include "core/systems/authdesk/routes/routes.h"
#include "core/systems/bloqd/routes/routes.h"
#include "core/systems/ndastro/routes/routes.h"
#include "core/systems/openarchiver/routes/routes.h"
#include "core/systems/pipelit/routes/routes.h"
#include "core/systems/routes/sharedpaths.h"

#include <QtCore/QFile>

#include <array>

// Outside of every namespace, as the macro demands.
static void loadDocuments()
{
    Q_INIT_RESOURCE(openapi);
}

namespace authdesk::systems::routes {

using namespace Qt::StringLiterals;
using server::http::Mount;
using server::http::RequestLog;
using server::service::Services;

namespace {

struct System
{
    QLatin1StringView name;
    QLatin1StringView prefix; ///< empty: answers at the root only
    Mount (*mount)(QByteArray prefix, Services &services, RequestLog &requestLog);
    /// At the root of a listener of its own.
    Mount (*listenerMount)(Services &services, RequestLog &requestLog);
};

constexpr std::array systems{
    System{own::routes::systemName,
           {},
           &own::routes::mount,
           [](Services &services, RequestLog &requestLog) {
               return own::routes::mount({}, services, requestLog);
           }},
    System{
        pipelit::routes::systemName, "/pipelit"_L1,
        [](QByteArray prefix, Services &services, RequestLog &) {
            return prefix.isEmpty() ? pipelit::routes::rootMount(services)
                                    : pipelit::routes::mount(std::move(prefix), services);
        },
        [](Services &services, RequestLog &) { return pipelit::routes::listenerMount(services); }},
    System{
        ndastro::routes::systemName, "/ndastro"_L1,
        [](QByteArray prefix, Services &services, RequestLog &) {
            return prefix.isEmpty() ? ndastro::routes::rootMount(services)
                                    : ndastro::routes::mount(std::move(prefix), services);
        },
        [](Services &services, RequestLog &) { return ndastro::routes::listenerMount(services); }},
    System{
        openarchiver::routes::systemName, "/openarchiver"_L1,
        [](QByteArray prefix, Services &services, RequestLog &) {
            return prefix.isEmpty() ? openarchiver::routes::rootMount(services)
                                    : openarchiver::routes::mount(std::move(prefix), services);
        },
        [](Services &services, RequestLog &) { return openarchiver::routes::mount({}, services); }},
    System{bloqd::routes::systemName, "/bloqd"_L1,
           [](QByteArray prefix, Services &services, RequestLog &) {
               return prefix.isEmpty() ? bloqd::routes::rootMount(services)
                                       : bloqd::routes::mount(std::move(prefix), services);
           },
           [](Services &services, RequestLog &) { return bloqd::routes::mount({}, services); }},
};

/// Who has a part of the paths that several systems print.
QList<Sharer> sharers(Services &services, RequestLog &requestLog)
{
    return {Sharer{.mount = own::routes::mount({}, services, requestLog),
                   .verifyPath = "/admin/v1/sign-in/verify"_ba,
                   .hasAuthPaths = false},
            Sharer{.mount = ndastro::routes::mount({}, services),
                   .takesForms = true,
                   .refreshField = "token"_L1,
                   .verifyPath = "/api/v1/auth/mfa/verify"_ba},
            Sharer{.mount = openarchiver::routes::mount({}, services),
                   .verifyPath = "/api/v1/auth/mfa/verify"_ba,
                   .hasAuthPaths = false,
                   .bringsChallenge = &openarchiver::routes::bringsPendingSignIn},
            Sharer{.mount = bloqd::routes::mount({}, services),
                   .refreshField = "refresh_token"_L1,
                   .takesOthersTokens = true,
                   .verifyPath = "/api/v1/auth/mfa/verify"_ba}};
}

} // namespace

QStringList systemNames()
{
    QStringList names;
    for (const System &system : systems)
        names.append(system.name);
    return names;
}

QList<Mount> rootMounts(Services &services, RequestLog &requestLog)
{
    QList<Mount> mounts;
    for (const System &system : systems) {
        mounts.append(system.mount({}, services, requestLog));
        if (!system.prefix.isEmpty())
            mounts.append(system.mount(system.prefix.latin1(), services, requestLog));
    }
    mounts.append(sharedMount(services, sharers(services, requestLog)));
    return mounts;
}

QList<Mount> mountsOf(QStringView system, Services &services, RequestLog &requestLog)
{
    for (const System &known : systems) {
        if (system == known.name)
            return {known.listenerMount(services, requestLog)};
    }
    return {};
}

QByteArray openApiDocument(QStringView system)
{
    loadDocuments();
    // The root's document describes our own API beside the paths at the root.
    const QString name = system.isEmpty() || system == own::routes::systemName
                             ? QString(own::routes::systemName)
                             : system.toString();
    QFile file(u":/openapi/%1.json"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

} // namespace authdesk::systems::routes
