// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/frontendsettingsservice.h"

#include "core/server/service/audittrail.h"
#include "core/server/service/names.h"
#include "core/server/service/people.h"
#include "core/server/service/rights.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/settingsrepository.h"

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView languageKey{"openarchiver.language"};
constexpr QLatin1StringView themeKey{"openarchiver.theme"};
constexpr QLatin1StringView supportKey{"openarchiver.support_email"};
constexpr qsizetype longestLanguage = 16;

FrontEndSettings stored(store::Connection &connection)
{
    store::SettingsRepository settings(connection);
    FrontEndSettings found;
    found.language = settings.find(languageKey).value_or(found.language);
    found.theme = settings.find(themeKey).value_or(found.theme);
    found.supportEmail = settings.find(supportKey);
    return found;
}

QList<base::FieldError> problemsOf(const FrontEndSettings &wanted)
{
    QList<base::FieldError> problems;
    if (wanted.language.isEmpty() || wanted.language.size() > longestLanguage)
        problems.append({u"language"_s, u"invalid"_s, u"There is no such language."_s});
    if (!QStringList{u"light"_s, u"dark"_s, u"system"_s}.contains(wanted.theme))
        problems.append({u"theme"_s, u"invalid"_s, u"Use light, dark or system."_s});
    if (wanted.supportEmail) {
        if (auto problem = emailProblem(*wanted.supportEmail)) {
            problem->field = u"supportEmail"_s;
            problems.append(*problem);
        }
    }
    return problems;
}

void write(store::SettingsRepository &settings, model::AuditEvent &event, QLatin1StringView key,
           const QJsonValue &old, const QJsonValue &now)
{
    if (old == now)
        return;
    if (now.isString())
        settings.set(key, now.toString());
    else
        settings.remove(key);
    addChange(event, key, old, now);
}

QJsonValue valueOf(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

} // namespace

FrontEndSettingsService::FrontEndSettingsService(Toolbox &tools)
    : m_tools(tools)
{
}

base::Result<FrontEndSettings> FrontEndSettingsService::read()
{
    return m_tools.read(&stored);
}

base::Result<FrontEndSettings> FrontEndSettingsService::change(const Actor &actor,
                                                               const FrontEndChange &change,
                                                               const Caller &caller)
{
    return m_tools.write([&](store::Connection &connection) -> base::Result<FrontEndSettings> {
        const auto rights = currentRights(connection, actor, m_tools.now());
        if (!rights)
            return base::fail(rights.error());
        if (auto may = demandRight(*rights, model::Action::Manage, model::Subject::Settings); !may)
            return base::fail(may.error());
        const FrontEndSettings before = stored(connection);
        FrontEndSettings after{.language = change.language.value_or(before.language),
                               .theme = change.theme.value_or(before.theme),
                               .supportEmail = change.supportEmail.value_or(before.supportEmail)};
        const QList<base::FieldError> problems = problemsOf(after);
        if (!problems.isEmpty())
            return base::fail(base::Error{.code = base::ErrorCode::InvalidFields,
                                          .message = problems.first().message,
                                          .fields = problems});
        if (after == before)
            return after;
        store::SettingsRepository settings(connection);
        model::AuditEvent event = auditEvent(u"settings.updated"_s, caller, actor);
        write(settings, event, languageKey, before.language, after.language);
        write(settings, event, themeKey, before.theme, after.theme);
        write(settings, event, supportKey, valueOf(before.supportEmail),
              valueOf(after.supportEmail));
        if (auto recorded = recordAudit(connection, m_tools, event); !recorded)
            return base::fail(recorded.error());
        return after;
    });
}

} // namespace authdesk::server::service
