// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/messages/audit.h"

#include "core/systems/openarchiver/messages/identifiers.h"
#include "core/systems/openarchiver/messages/people.h"

#include <algorithm>
#include <array>

namespace authdesk::systems::openarchiver::messages {

using namespace Qt::StringLiterals;

namespace {

struct Word
{
    QLatin1StringView ours; ///< the action, or how it begins or ends
    QLatin1StringView theirs;
};
/// The first that fits.
constexpr std::array wholeActions{
    Word{"setup.completed"_L1, "SETUP"_L1},
    Word{"sign_in.code_failed"_L1, "MFA_VERIFY_FAIL"_L1},
    Word{"mfa.code_failed"_L1, "MFA_VERIFY_FAIL"_L1},
    Word{"sign_in"_L1, "LOGIN"_L1},
    Word{"sign_in.failed"_L1, "LOGIN"_L1},
    Word{"sign_out"_L1, "LOGOUT"_L1},
    Word{"session.ended"_L1, "LOGOUT"_L1},
    Word{"session.others_ended"_L1, "LOGOUT"_L1},
    Word{"session.reuse_detected"_L1, "LOGOUT"_L1},
    Word{"user.sessions_ended"_L1, "LOGOUT"_L1},
    Word{"mfa.enabled"_L1, "TOTP_ENROLLED"_L1},
    Word{"mfa.disabled"_L1, "TOTP_DISABLED"_L1},
    Word{"mfa.reset_on_this_computer"_L1, "TOTP_DISABLED"_L1},
    Word{"user.mfa_reset"_L1, "TOTP_DISABLED"_L1},
    Word{"mfa.recovery_codes_renewed"_L1, "BACKUP_CODES_REGENERATED"_L1},
    Word{"users.imported"_L1, "IMPORT"_L1},
    Word{"users.exported"_L1, "DOWNLOAD"_L1},
    Word{"key.revoked"_L1, "DELETE"_L1},
};
constexpr std::array endings{
    Word{".created"_L1, "CREATE"_L1},
    Word{".deleted"_L1, "DELETE"_L1},
};
constexpr std::array targets{
    Word{"key."_L1, "ApiKey"_L1},
    Word{"role."_L1, "Role"_L1},
    Word{"settings."_L1, "SystemSettings"_L1},
    Word{"setup."_L1, "SystemEvent"_L1},
};
constexpr QLatin1StringView otherwise{"UPDATE"};

QLatin1StringView targetTypeOf(const QString &action)
{
    for (const Word &word : targets) {
        if (action.startsWith(word.ours))
            return word.theirs;
    }
    return "User"_L1;
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

QLatin1StringView actionTypeOf(const QString &action)
{
    for (const Word &word : wholeActions) {
        if (action == word.ours)
            return word.theirs;
    }
    for (const Word &word : endings) {
        if (action.endsWith(word.ours))
            return word.theirs;
    }
    return otherwise;
}

bool isActionType(QStringView name)
{
    const auto isIt = [name](const Word &word) { return name == word.theirs; };
    return name == otherwise || std::ranges::any_of(wholeActions, isIt)
           || std::ranges::any_of(endings, isIt);
}

QJsonObject encode(const model::AuditEvent &event)
{
    QJsonObject details{{u"event"_s, event.action}, {u"result"_s, event.result}};
    if (!event.reason.isEmpty())
        details.insert(u"error"_s, event.reason);
    if (!event.changes.isEmpty())
        details.insert(u"changes"_s, event.changes);
    const QString actor = event.actorName.isEmpty() ? event.targetName : event.actorName;
    return {{u"id"_s, auditUuid(event.id)},
            // The chain's seals stay on the server: the call that verifies it says what they say.
            {u"previousHash"_s, QJsonValue()},
            {u"currentHash"_s, QJsonValue()},
            {u"timestamp"_s, timeToJson(event.at)},
            {u"actorIdentifier"_s, actor.isEmpty() ? u"system"_s : actor},
            {u"actorIp"_s, orNull(event.address)},
            {u"actionType"_s, QString(actionTypeOf(event.action))},
            {u"targetType"_s, QString(targetTypeOf(event.action))},
            {u"targetId"_s, orNull(event.targetUid)},
            {u"details"_s, details}};
}

QJsonObject encodeAudit(const QList<model::AuditEvent> &events, const AuditPlace &place)
{
    QJsonArray data;
    for (const model::AuditEvent &event : events)
        data.append(encode(event));
    return {{u"data"_s, data},
            {u"meta"_s, QJsonObject{{u"total"_s, place.total},
                                    {u"page"_s, place.page},
                                    {u"limit"_s, place.limit}}}};
}

QJsonObject encodeVerdict(qint64 checked, const std::optional<qint64> &brokenAt)
{
    if (!brokenAt)
        return {{u"ok"_s, true},
                {u"message"_s, u"All %1 events are as they were written."_s.arg(checked)}};
    return {{u"ok"_s, false},
            {u"message"_s, u"An event was changed, removed or added after it was written."_s},
            {u"logId"_s, auditUuid(*brokenAt)}};
}

} // namespace authdesk::systems::openarchiver::messages
