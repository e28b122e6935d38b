// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/pagetable.h"

#include "ui/pages/account/accountpage.h"
#include "ui/pages/audit/auditpage.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/server/serverpage.h"
#include "ui/pages/sessions/sessionspage.h"
#include "ui/pages/users/userspage.h"
#include "ui/shell/hostedcontrol.h"
#include "ui/shell/servicemove.h"

#include <QtCore/QCoreApplication>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;
using gateway::Capability;

namespace {

struct PageTitles
{
    Q_DECLARE_TR_FUNCTIONS(PageTable)
};

widgets::Page *makeOverviewPage(const PageContext &context)
{
    workspace::OpenServer &server = context.server;
    return new pages::overview::OverviewPage({
        .server = *server.connection().overview(),
        .users = server.connection().users(),
        .serverName = server.profile().name,
        .clock = context.clock,
    });
}

widgets::Page *makeUsersPage(const PageContext &context)
{
    workspace::OpenServer &server = context.server;
    auto *page = new pages::users::UsersPage({
        .users = *server.connection().users(),
        .transfer = server.connection().transfer(),
        .many = server.connection().manyUsers(),
        .undo = server.undo(),
        .capabilities = server.connection().capabilities(),
        .me = server.user().value_or(model::User{}),
        .serverId = server.profile().id,
        .serverName = server.profile().name,
        .address = server.profile().addressForPeople(),
        .settings = context.settings,
        .clock = context.clock,
    });
    QObject::connect(&server, &workspace::OpenServer::userChanged, page, [page, &server] {
        if (server.user())
            page->setMe(*server.user());
    });
    return page;
}

widgets::Page *makeSessionsPage(const PageContext &context)
{
    workspace::OpenServer &server = context.server;
    auto *page = new pages::sessions::SessionsPage({
        .sessions = *server.connection().allSessions(),
        .me = server.user().value_or(model::User{}),
        .serverName = server.profile().name,
        .clock = context.clock,
    });
    QObject::connect(&server, &workspace::OpenServer::userChanged, page, [page, &server] {
        if (server.user())
            page->setMe(*server.user());
    });
    return page;
}

widgets::Page *makeAuditPage(const PageContext &context)
{
    workspace::OpenServer &server = context.server;
    return new pages::audit::AuditPage({
        .audit = *server.connection().audit(),
        .serverName = server.profile().name,
        .clock = context.clock,
    });
}

widgets::Page *makeServerPage(const PageContext &context)
{
    workspace::OpenServer &server = context.server;
    HostedServers &hosted = *context.hosted;
    std::unique_ptr<pages::server::BackgroundControl> background;
    if (hosted.services())
        background = std::make_unique<ServiceMove>(hosted, *hosted.services(), hosted.vault(),
                                                   server.profile());
    return new pages::server::ServerPage({
        .control = std::make_unique<HostedControl>(hosted, server.profile()),
        .background = std::move(background),
        .settings = *server.connection().serverSettings(),
        .requests = server.connection().requests(),
        .sessions = server.connection().allSessions(),
        .factory = *context.factory,
        .serverName = server.profile().name,
        .dataFolder = server.profile().hosted->folder,
        .names = hosting::namesInNetwork(),
        .clock = context.clock,
    });
}

widgets::Page *makeAccountPage(const PageContext &context)
{
    workspace::OpenServer &server = context.server;
    return new pages::account::AccountPage({
        .account = server.connection().account(),
        .capabilities = server.connection().capabilities(),
        .me = server.user().value_or(model::User{}),
        .serverName = server.profile().name,
        .address = server.profile().addressForPeople(),
        .clock = context.clock,
        .serverTime = [&server] { return server.connection().serverTime(); },
        .dataFolder = server.profile().hosted ? server.profile().hosted->folder : QString(),
    });
}

} // namespace

QList<PageEntry> pageTable()
{
    return {
        {.id = overviewPageId,
         .title = PageTitles::tr("Overview"),
         .icon = theme::Icon::Overview,
         .capabilities = Capability::Overview,
         // As the page Users: it is for those who may read people.
         .permission = [](const model::User &me) { return me.role.slug != model::userSlug; },
         .make = makeOverviewPage},
        {.id = usersPageId,
         .title = PageTitles::tr("Users"),
         .icon = theme::Icon::Users,
         .capabilities = Capability::Users,
         // The predefined role User holds no right at all; every other one may hold this.
         .permission = [](const model::User &me) { return me.role.slug != model::userSlug; },
         .make = makeUsersPage},
        {.id = sessionsPageId,
         .title = PageTitles::tr("Sessions"),
         .icon = theme::Icon::Sessions,
         .capabilities = Capability::Sessions,
         // Every predefined role but User may read them.
         .permission = [](const model::User &me) { return me.role.slug != model::userSlug; },
         .make = makeSessionsPage},
        {.id = auditPageId,
         .title = PageTitles::tr("Audit"),
         .icon = theme::Icon::Audit,
         .capabilities = Capability::Audit,
         // Of the predefined roles Help desk may not read it either.
         .permission =
             [](const model::User &me) {
                 return me.role.slug != model::userSlug && me.role.slug != model::helpDeskSlug;
             },
         .make = makeAuditPage},
        {.id = serverPageId,
         .title = PageTitles::tr("Server"),
         .icon = theme::Icon::Server,
         .capabilities = Capability::ServerSettings,
         // Of the predefined roles Super Admin and Auditor may read settings.
         .permission =
             [](const model::User &me) {
                 return me.role.slug != model::userSlug && me.role.slug != model::helpDeskSlug
                        && me.role.slug != model::adminSlug;
             },
         .onlyHosted = true,
         .make = makeServerPage},
        {.id = accountPageId,
         .title = PageTitles::tr("My account"),
         .icon = theme::Icon::Account,
         .capabilities = Capability::OwnProfile | Capability::OwnPassword
                         | Capability::OwnSecondFactor | Capability::OwnSessions,
         .permission = {},
         .make = makeAccountPage},
    };
}

} // namespace authdesk::ui::shell
