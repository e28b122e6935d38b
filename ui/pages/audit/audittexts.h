// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The words of the audit: actions, reasons, fields and values as people say them. What this console
// does not know yet is shown as the server names it. Plain functions; window thread because of the
// translation.
#pragma once

#include "core/gateway/auditgateway.h"

namespace authdesk::ui::pages::audit {

/// "Signed in", "Person changed".
[[nodiscard]] QString actionWords(const QString &action);

/// What one can filter by: an action, or all that begin so ("user."), with its words.
struct ActionChoice
{
    QString action;
    QString words;
    bool beginsSection = false; ///< belongs together with those behind it
};
/// Section by section, what stands for all of it first.
[[nodiscard]] QList<ActionChoice> actionChoices();

/// Who did it: a name, "Command line" or "Not signed in".
[[nodiscard]] QString actorWords(const model::AuditEvent &event);
/// Whom it concerns; empty: nobody, or whoever did it.
[[nodiscard]] QString targetWords(const model::AuditEvent &event);
/// "Done" or "Refused".
[[nodiscard]] QString resultWords(const model::AuditEvent &event);
/// Why it was refused: "wrong password"; empty where there is no reason.
[[nodiscard]] QString reasonWords(const model::AuditEvent &event);
/// Over which API it came.
[[nodiscard]] QString systemWords(const QString &system);

struct ChangeWords
{
    QString field;  ///< "Role"
    QString before; ///< "User"; "nothing" where there was none
    QString after;
    bool operator==(const ChangeWords &) const = default;
};
/// Old and new of every field that changed.
[[nodiscard]] QList<ChangeWords> changeWords(const model::AuditEvent &event);

/// "All 1,204 events are whole.", or where the chain is broken and what that means.
[[nodiscard]] QString verdictWords(const gateway::AuditVerdict &verdict);

} // namespace authdesk::ui::pages::audit
