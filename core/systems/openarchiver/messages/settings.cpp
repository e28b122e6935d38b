// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/settings.h"

#include "core/base/json.h"

namespace authdesk::systems::openarchiver::messages {

using namespace Qt::StringLiterals;

namespace {

QJsonObject idleQueue(const QString &name)
{
    const QJsonObject counts{{u"active"_s, 0},  {u"completed"_s, 0}, {u"failed"_s, 0},
                             {u"delayed"_s, 0}, {u"waiting"_s, 0},   {u"paused"_s, 0}};
    return {{u"name"_s, name}, {u"counts"_s, counts}};
}

} // namespace

QJsonObject encode(const SystemSettings &settings)
{
    return {{u"theme"_s, settings.theme},
            {u"language"_s, settings.language},
            {u"supportEmail"_s,
             settings.supportEmail ? QJsonValue(*settings.supportEmail) : QJsonValue()}};
}

base::Result<SystemSettingsChange> decodeSystemSettings(const QJsonObject &body)
{
    base::JsonFields fields(body);
    SystemSettingsChange change{.language = fields.optionalText("language"_L1, {.atLeast = 1}),
                                .theme = fields.optionalText("theme"_L1, {.atLeast = 1}),
                                .supportEmail = {}};
    if (body.contains("supportEmail"_L1)) {
        auto address = fields.optionalText("supportEmail"_L1, {});
        if (address && address->isEmpty())
            address.reset();
        change.supportEmail = std::move(address);
    }
    if (fields.hasErrors())
        return fields.failure();
    return change;
}

QJsonObject encodeNoStats()
{
    return {{u"totalEmailsArchived"_s, 0},
            {u"totalStorageUsed"_s, 0},
            {u"failedIngestionsLast7Days"_s, 0}};
}

QJsonObject encodeNoHistory()
{
    return {{u"history"_s, QJsonArray()}};
}

QJsonObject encodeNoInsights()
{
    return {{u"topSenders"_s, QJsonArray()}};
}

QJsonObject encodeIdleQueues()
{
    return {{u"queues"_s, QJsonArray{idleQueue(u"ingestion"_s), idleQueue(u"indexing"_s)}}};
}

} // namespace authdesk::systems::openarchiver::messages
