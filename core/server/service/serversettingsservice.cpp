// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/serversettingsservice.h"

#include "core/base/log.h"
#include "core/server/service/audittrail.h"
#include "core/server/service/names.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/servercontrol.h"
#include "core/server/service/serversettingtexts.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/settingsrepository.h"

#include <QtCore/QMutexLocker>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;
using model::ServerSetting;
using model::ServerSettings;
using model::ServerSettingsChange;
using model::ServerSettingsState;
using model::SettingOrigin;

namespace {

/// SettingGiven where something is asked for that is given from outside.
Result<> refuseGiven(const ServerSettingsChange &change, const ServerSettingsState &state)
{
    QList<base::FieldError> problems;
    for (const ServerSetting setting : model::serverSettings) {
        const SettingOrigin origin = state.origins.value(setting);
        const bool isTouched = change.set.contains(setting) || change.reset.contains(setting);
        if (isTouched && origin.kind == SettingOrigin::Kind::Outside)
            problems.append({.field = serverSettingName(setting),
                             .code = u"given"_s,
                             .message = u"This is given by %1."_s.arg(origin.givenBy)});
    }
    if (problems.isEmpty())
        return {};
    return fail(base::Error{
        .code = ErrorCode::SettingGiven, .message = problems.first().message, .fields = problems});
}

Result<> checkName(const QString &name)
{
    auto problem = serverNameProblem("name"_L1, name);
    if (!problem && name.trimmed().isEmpty())
        problem = base::FieldError{u"name"_s, u"required"_s, u"A server has a name."_s};
    if (!problem)
        return {};
    return fail(base::Error{
        .code = ErrorCode::InvalidFields, .message = problem->message, .fields = {*problem}});
}

/// What takes a change back.
ServerSettingsChange opposite(const ServerSettingsChange &change, const ServerSettingsState &before)
{
    ServerSettingsChange back{.values = before.values, .set = {}, .reset = {}};
    for (const ServerSetting setting : model::serverSettings) {
        if (!change.set.contains(setting) && !change.reset.contains(setting))
            continue;
        const bool wasStored = before.origins.value(setting).kind == SettingOrigin::Kind::Stored;
        (wasStored ? back.set : back.reset).insert(setting);
    }
    return back;
}

} // namespace

void ServerSettingsService::setControl(ServerControl *control)
{
    const QMutexLocker locker(&m_mutex);
    m_control = control;
}

Result<ServerControl *> ServerSettingsService::control()
{
    const QMutexLocker locker(&m_mutex);
    if (!m_control)
        return fail(ErrorCode::NotSupported, u"This server has no settings of its own."_s);
    return m_control;
}

Result<ServerSettingsChange> ServerSettingsService::stored()
{
    const auto texts = m_tools.read(
        [](store::Connection &connection) { return store::SettingsRepository(connection).list(); });
    if (!texts)
        return fail(texts.error());
    ServerSettingsChange stored;
    for (const ServerSetting setting : model::serverSettings) {
        const auto text = texts->constFind(storedKey(setting));
        if (text == texts->cend())
            continue;
        if (readStoredText(setting, *text, stored.values))
            stored.set.insert(setting);
        else
            qCWarning(base::logServer).noquote()
                << "What is stored as" << storedKey(setting) << "cannot be read and is left out";
    }
    return stored;
}

Result<ServerSettingsState> ServerSettingsService::state(const ServerControl &control)
{
    ServerSettingsState state = control.state();
    state.values.name = m_tools.serverName();
    const auto stored = m_tools.read([](store::Connection &connection) {
        return store::SettingsRepository(connection).find(storedKey(ServerSetting::Name));
    });
    if (!stored)
        return fail(stored.error());
    SettingOrigin &origin = state.origins[ServerSetting::Name];
    if (origin.kind != SettingOrigin::Kind::Outside)
        origin.kind = *stored ? SettingOrigin::Kind::Stored : SettingOrigin::Kind::Default;
    return state;
}

Result<ServerSettingsState> ServerSettingsService::read(const Actor &actor)
{
    if (auto may = demandRight(actor.statements, model::Action::Read, model::Subject::Settings);
        !may)
        return fail(may.error());
    const auto found = control();
    if (!found)
        return fail(found.error());
    return state(**found);
}

Result<ServerSettingsState> ServerSettingsService::change(const Actor &actor, const Caller &caller,
                                                          const ServerSettingsChange &change)
{
    if (auto may = demandRight(actor.statements, model::Action::Update, model::Subject::Settings);
        !may)
        return fail(may.error());
    const auto found = control();
    if (!found)
        return fail(found.error());
    const QMutexLocker locker(&m_changing);
    const auto before = state(**found);
    if (!before)
        return before;
    if (auto fine = refuseGiven(change, *before); !fine)
        return fail(fine.error());
    if (change.set.contains(ServerSetting::Name)) {
        if (auto fine = checkName(change.values.name); !fine)
            return fail(fine.error());
    }
    auto applied = (*found)->apply(change);
    if (!applied)
        return fail(applied.error());
    ServerSettingsChange toStore = change;
    const QString name = change.values.name.trimmed();
    toStore.values = *std::move(applied);
    toStore.values.name = name;
    if (auto stored = store(actor, caller, toStore, before->values); !stored) {
        if (auto undone = (*found)->apply(opposite(change, *before)); !undone)
            qCCritical(base::logServer).noquote()
                << "Settings that cannot be stored stay in force:" << undone.error().message;
        return fail(stored.error());
    }
    m_tools.forgetServerName();
    return state(**found);
}

Result<> ServerSettingsService::store(const Actor &actor, const Caller &caller,
                                      const ServerSettingsChange &change,
                                      const ServerSettings &before)
{
    return m_tools.write([&](store::Connection &connection) -> Result<> {
        const auto rights = currentRights(connection, actor, m_tools.now());
        if (!rights)
            return fail(rights.error());
        if (auto may = demandRight(*rights, model::Action::Update, model::Subject::Settings); !may)
            return may;
        store::SettingsRepository settings(connection);
        model::AuditEvent event = auditEvent(u"settings.updated"_s, caller, actor);
        for (const ServerSetting setting : model::serverSettings) {
            if (change.set.contains(setting))
                settings.set(storedKey(setting), storedText(setting, change.values));
            else if (change.reset.contains(setting))
                settings.remove(storedKey(setting));
            else
                continue;
            const QJsonValue old = toldValue(setting, before);
            const QJsonValue now = change.set.contains(setting) ? toldValue(setting, change.values)
                                                                : QJsonValue(QJsonValue::Null);
            if (old != now)
                addChange(event, u"server."_s + serverSettingName(setting), old, now);
        }
        return recordAudit(connection, m_tools, event);
    });
}

} // namespace authdesk::server::service
