// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/audit/audittexts.h"

#include "core/base/json.h"
#include "ui/widgets/relativetime.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QLocale>

#include <algorithm>
#include <array>

namespace authdesk::ui::pages::audit {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AuditTexts)
};

struct Entry
{
    const char *name;
    const char *words;
};

constexpr std::array actionEntries{
    Entry{"sign_in", QT_TRANSLATE_NOOP("AuditTexts", "Signed in")},
    Entry{"sign_in.", QT_TRANSLATE_NOOP("AuditTexts", "Sign-ins that failed")},
    Entry{"sign_in.failed", QT_TRANSLATE_NOOP("AuditTexts", "Sign-in refused")},
    Entry{"sign_in.code_failed", QT_TRANSLATE_NOOP("AuditTexts", "Wrong code at a sign-in")},
    Entry{"sign_out", QT_TRANSLATE_NOOP("AuditTexts", "Signed out")},
    Entry{"user.", QT_TRANSLATE_NOOP("AuditTexts", "Everything about people")},
    Entry{"user.created", QT_TRANSLATE_NOOP("AuditTexts", "Person added")},
    Entry{"user.updated", QT_TRANSLATE_NOOP("AuditTexts", "Person changed")},
    Entry{"user.deleted", QT_TRANSLATE_NOOP("AuditTexts", "Person deleted")},
    Entry{"user.password_reset", QT_TRANSLATE_NOOP("AuditTexts", "Password reset")},
    Entry{"user.password_set", QT_TRANSLATE_NOOP("AuditTexts", "Password given to a person")},
    Entry{"user.password_imported",
          QT_TRANSLATE_NOOP("AuditTexts", "Password taken over from a file")},
    Entry{"user.mfa_reset", QT_TRANSLATE_NOOP("AuditTexts", "Second factor reset")},
    Entry{"user.unlocked", QT_TRANSLATE_NOOP("AuditTexts", "Person unlocked")},
    Entry{"user.sessions_ended", QT_TRANSLATE_NOOP("AuditTexts", "All sessions of a person ended")},
    Entry{"users.", QT_TRANSLATE_NOOP("AuditTexts", "Imports and exports of people")},
    Entry{"users.imported", QT_TRANSLATE_NOOP("AuditTexts", "People imported")},
    Entry{"users.exported", QT_TRANSLATE_NOOP("AuditTexts", "People exported")},
    Entry{"session.", QT_TRANSLATE_NOOP("AuditTexts", "Everything about sessions")},
    Entry{"session.ended", QT_TRANSLATE_NOOP("AuditTexts", "Session ended")},
    Entry{"session.others_ended", QT_TRANSLATE_NOOP("AuditTexts", "Own other sessions ended")},
    Entry{"session.reuse_detected",
          QT_TRANSLATE_NOOP("AuditTexts", "Session ended, an old token came back")},
    Entry{"key.", QT_TRANSLATE_NOOP("AuditTexts", "Everything about API keys")},
    Entry{"key.created", QT_TRANSLATE_NOOP("AuditTexts", "API key made")},
    Entry{"key.revoked", QT_TRANSLATE_NOOP("AuditTexts", "API key revoked")},
    Entry{"role.", QT_TRANSLATE_NOOP("AuditTexts", "Everything about roles")},
    Entry{"role.created", QT_TRANSLATE_NOOP("AuditTexts", "Role made")},
    Entry{"role.updated", QT_TRANSLATE_NOOP("AuditTexts", "Role changed")},
    Entry{"role.deleted", QT_TRANSLATE_NOOP("AuditTexts", "Role deleted")},
    Entry{"tier.", QT_TRANSLATE_NOOP("AuditTexts", "Everything about tiers")},
    Entry{"tier.created", QT_TRANSLATE_NOOP("AuditTexts", "Tier made")},
    Entry{"tier.updated", QT_TRANSLATE_NOOP("AuditTexts", "Tier changed")},
    Entry{"tier.deleted", QT_TRANSLATE_NOOP("AuditTexts", "Tier deleted")},
    Entry{"mfa.", QT_TRANSLATE_NOOP("AuditTexts", "Everything about second factors")},
    Entry{"mfa.started", QT_TRANSLATE_NOOP("AuditTexts", "Second factor begun")},
    Entry{"mfa.enabled", QT_TRANSLATE_NOOP("AuditTexts", "Second factor turned on")},
    Entry{"mfa.disabled", QT_TRANSLATE_NOOP("AuditTexts", "Second factor turned off")},
    Entry{"mfa.code_failed", QT_TRANSLATE_NOOP("AuditTexts", "Wrong code for the second factor")},
    Entry{"mfa.recovery_codes_renewed", QT_TRANSLATE_NOOP("AuditTexts", "Recovery codes renewed")},
    Entry{"mfa.reset_on_this_computer",
          QT_TRANSLATE_NOOP("AuditTexts", "Second factor reset on the server's computer")},
    Entry{"account.updated", QT_TRANSLATE_NOOP("AuditTexts", "Own profile changed")},
    Entry{"password.changed", QT_TRANSLATE_NOOP("AuditTexts", "Own password changed")},
    Entry{"settings.updated", QT_TRANSLATE_NOOP("AuditTexts", "Settings changed")},
    Entry{"setup.completed", QT_TRANSLATE_NOOP("AuditTexts", "Server set up")},
};

constexpr std::array reasonEntries{
    Entry{"unknown_user", QT_TRANSLATE_NOOP("AuditTexts", "nobody has this name")},
    Entry{"locked", QT_TRANSLATE_NOOP("AuditTexts", "locked after wrong passwords")},
    Entry{"wrong_password", QT_TRANSLATE_NOOP("AuditTexts", "wrong password")},
    Entry{"wrong_code", QT_TRANSLATE_NOOP("AuditTexts", "wrong code")},
    Entry{"disabled", QT_TRANSLATE_NOOP("AuditTexts", "the account is disabled or past its end")},
    Entry{"one_time_password_expired",
          QT_TRANSLATE_NOOP("AuditTexts", "the one-time password has expired")},
    Entry{"refresh_reused", QT_TRANSLATE_NOOP("AuditTexts", "an old token came back")},
};

constexpr std::array fieldEntries{
    Entry{"username", QT_TRANSLATE_NOOP("AuditTexts", "Username")},
    Entry{"email", QT_TRANSLATE_NOOP("AuditTexts", "E-mail")},
    Entry{"first_name", QT_TRANSLATE_NOOP("AuditTexts", "First name")},
    Entry{"last_name", QT_TRANSLATE_NOOP("AuditTexts", "Last name")},
    Entry{"role", QT_TRANSLATE_NOOP("AuditTexts", "Role")},
    Entry{"status", QT_TRANSLATE_NOOP("AuditTexts", "Status")},
    Entry{"valid_until", QT_TRANSLATE_NOOP("AuditTexts", "Valid until")},
    Entry{"mfa_enabled", QT_TRANSLATE_NOOP("AuditTexts", "Second factor")},
    Entry{"totp", QT_TRANSLATE_NOOP("AuditTexts", "Authenticator app")},
    Entry{"sessions", QT_TRANSLATE_NOOP("AuditTexts", "Sessions")},
    Entry{"other_sessions", QT_TRANSLATE_NOOP("AuditTexts", "Other sessions")},
    Entry{"api_keys", QT_TRANSLATE_NOOP("AuditTexts", "API keys")},
    Entry{"name", QT_TRANSLATE_NOOP("AuditTexts", "Name")},
    Entry{"expires_at", QT_TRANSLATE_NOOP("AuditTexts", "Valid until")},
    Entry{"level", QT_TRANSLATE_NOOP("AuditTexts", "How far the key goes")},
    Entry{"tier", QT_TRANSLATE_NOOP("AuditTexts", "Tier")},
    Entry{"picture_url", QT_TRANSLATE_NOOP("AuditTexts", "Picture")},
    Entry{"slug", QT_TRANSLATE_NOOP("AuditTexts", "Short name")},
    Entry{"statements", QT_TRANSLATE_NOOP("AuditTexts", "Rights")},
    Entry{"people", QT_TRANSLATE_NOOP("AuditTexts", "People who have it")},
    Entry{"replacement", QT_TRANSLATE_NOOP("AuditTexts", "Role that they get instead")},
    Entry{"recognised_by", QT_TRANSLATE_NOOP("AuditTexts", "Recognised by")},
    Entry{"server.name", QT_TRANSLATE_NOOP("AuditTexts", "Name of the server")},
    Entry{"security.mfa_required",
          QT_TRANSLATE_NOOP("AuditTexts", "Everybody needs a second factor")},
    Entry{"security.mfa_grace_days",
          QT_TRANSLATE_NOOP("AuditTexts", "Days until the second factor must be set up")},
    Entry{"openarchiver.language",
          QT_TRANSLATE_NOOP("AuditTexts", "Language of OpenArchiver's front end")},
    Entry{"openarchiver.theme",
          QT_TRANSLATE_NOOP("AuditTexts", "Theme of OpenArchiver's front end")},
    Entry{"openarchiver.support_email",
          QT_TRANSLATE_NOOP("AuditTexts", "Support address in OpenArchiver's front end")},
    Entry{"created", QT_TRANSLATE_NOOP("AuditTexts", "People added")},
    Entry{"updated", QT_TRANSLATE_NOOP("AuditTexts", "People changed")},
    Entry{"unchanged", QT_TRANSLATE_NOOP("AuditTexts", "People left as they were")},
    Entry{"refused", QT_TRANSLATE_NOOP("AuditTexts", "Rows refused")},
    Entry{"password_hashes", QT_TRANSLATE_NOOP("AuditTexts", "With password hashes")},
};

constexpr std::array roleEntries{
    Entry{"predefined_super_admin", QT_TRANSLATE_NOOP("AuditTexts", "Super Admin")},
    Entry{"admin", QT_TRANSLATE_NOOP("AuditTexts", "Admin")},
    Entry{"help_desk", QT_TRANSLATE_NOOP("AuditTexts", "Help desk")},
    Entry{"auditor", QT_TRANSLATE_NOOP("AuditTexts", "Auditor")},
    Entry{"user", QT_TRANSLATE_NOOP("AuditTexts", "User")},
};

constexpr std::array statusEntries{
    Entry{"active", QT_TRANSLATE_NOOP("AuditTexts", "Active")},
    Entry{"disabled", QT_TRANSLATE_NOOP("AuditTexts", "Disabled")},
    Entry{"locked", QT_TRANSLATE_NOOP("AuditTexts", "Locked")},
    Entry{"invited", QT_TRANSLATE_NOOP("AuditTexts", "Invited")},
};

constexpr std::array systemEntries{
    Entry{"authdesk", QT_TRANSLATE_NOOP("AuditTexts", "Authdesk's own API")},
    Entry{"bloqd", QT_TRANSLATE_NOOP("AuditTexts", "Bloqd's API")},
    Entry{"ndastro", QT_TRANSLATE_NOOP("AuditTexts", "ndastro's API")},
    Entry{"openarchiver", QT_TRANSLATE_NOOP("AuditTexts", "OpenArchiver's API")},
    Entry{"pipelit", QT_TRANSLATE_NOOP("AuditTexts", "Pipelit's API")},
    Entry{"command", QT_TRANSLATE_NOOP("AuditTexts", "Command line")},
};

/// The words of a name, or the name itself.
template <typename Table>
QString wordsOf(const Table &table, const QString &name)
{
    const auto found = std::find_if(table.begin(), table.end(), [&name](const Entry &entry) {
        return name == QLatin1StringView(entry.name);
    });
    return found == table.end() ? name : Words::tr(found->words);
}

QString numberWords(double number)
{
    return QLocale().toString(number, 'g', QLocale::FloatingPointShortest);
}

QString textWords(const QString &field, const QString &text)
{
    if (text.isEmpty())
        return Words::tr("nothing");
    if (field == "role"_L1 || field == "replacement"_L1)
        return wordsOf(roleEntries, text);
    if (field == "status"_L1)
        return wordsOf(statusEntries, text);
    if (field == "valid_until"_L1) {
        if (const auto time = base::timeFromText(text))
            return widgets::exactTime(*time);
    }
    return text;
}

QString valueWords(const QString &field, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return Words::tr("nothing");
    case QJsonValue::Bool:
        //: A switch, as the second factor
        return value.toBool() ? Words::tr("on") : Words::tr("off");
    case QJsonValue::Double:
        return numberWords(value.toDouble());
    case QJsonValue::String:
        return textWords(field, value.toString());
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    }
    Q_UNREACHABLE();
}

} // namespace

QString actionWords(const QString &action)
{
    return wordsOf(actionEntries, action);
}

QList<ActionChoice> actionChoices()
{
    static constexpr std::array beginnings{"sign_in"_L1,  "user."_L1, "users."_L1,
                                           "session."_L1, "key."_L1,  "role."_L1,
                                           "tier."_L1,    "mfa."_L1,  "account.updated"_L1};
    QList<ActionChoice> choices;
    for (const Entry &entry : actionEntries) {
        const QLatin1StringView action(entry.name);
        choices.append({QString(action), Words::tr(entry.words),
                        std::ranges::find(beginnings, action) != beginnings.end()});
    }
    return choices;
}

QString actorWords(const model::AuditEvent &event)
{
    if (!event.actorName.isEmpty())
        return event.actorName;
    return event.system == "command"_L1 ? Words::tr("Command line") : Words::tr("Not signed in");
}

QString targetWords(const model::AuditEvent &event)
{
    const bool oneself = !event.targetUid.isEmpty() && event.targetUid == event.actorUid;
    return oneself ? QString() : event.targetName;
}

QString resultWords(const model::AuditEvent &event)
{
    return event.result == "ok"_L1 ? Words::tr("Done") : Words::tr("Refused");
}

QString reasonWords(const model::AuditEvent &event)
{
    return wordsOf(reasonEntries, event.reason);
}

QString systemWords(const QString &system)
{
    return wordsOf(systemEntries, system);
}

QList<ChangeWords> changeWords(const model::AuditEvent &event)
{
    QList<ChangeWords> changes;
    for (auto change = event.changes.constBegin(); change != event.changes.constEnd(); ++change) {
        const QJsonObject values = change.value().toObject();
        changes.append({.field = wordsOf(fieldEntries, change.key()),
                        .before = valueWords(change.key(), values.value("old"_L1)),
                        .after = valueWords(change.key(), values.value("new"_L1))});
    }
    return changes;
}

QString verdictWords(const gateway::AuditVerdict &verdict)
{
    const QString checked = QLocale().toString(verdict.checked);
    if (verdict.whole)
        return verdict.checked == 1 ? Words::tr("The one event there is is whole.")
                                    : Words::tr("All %1 events are whole.").arg(checked);
    const QString broken = QLocale().toString(verdict.brokenAt.value_or(verdict.checked + 1));
    return Words::tr("The audit is broken at event %1: it, or an event beside it, was changed, "
                     "added or removed from outside. The %2 events before it are whole; do not "
                     "rely on what comes after.")
        .arg(broken, checked);
}

} // namespace authdesk::ui::pages::audit
