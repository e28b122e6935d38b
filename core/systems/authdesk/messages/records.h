// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happened and what happens, on our own API: audit events, their check, requests. Plain
// values, any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/auditevent.h"
#include "core/model/page.h"
#include "core/model/requestentry.h"

#include <QtCore/QJsonObject>

#include <optional>

namespace authdesk::systems::own::messages {

/// {ok, checked, broken_at?}
struct AuditVerdict
{
    bool ok = false;
    qint64 checked = 0;
    std::optional<qint64> brokenAt; ///< the first event that does not fit its seal
    bool operator==(const AuditVerdict &) const = default;
};

[[nodiscard]] QJsonObject encode(const model::AuditEvent &event);
[[nodiscard]] QJsonObject encode(const AuditVerdict &verdict);
[[nodiscard]] QJsonObject encode(const model::RequestEntry &entry);
[[nodiscard]] QJsonObject encodeAuditEvents(const model::Page<model::AuditEvent> &page);
[[nodiscard]] QJsonObject encodeRequests(const model::Page<model::RequestEntry> &page);

[[nodiscard]] base::Result<model::AuditEvent> decodeAuditEvent(const QJsonObject &object);
[[nodiscard]] base::Result<model::Page<model::AuditEvent>>
decodeAuditEvents(const QByteArray &body);
[[nodiscard]] base::Result<AuditVerdict> decodeAuditVerdict(const QByteArray &body);
[[nodiscard]] base::Result<model::RequestEntry> decodeRequest(const QJsonObject &object);
[[nodiscard]] base::Result<model::Page<model::RequestEntry>> decodeRequests(const QByteArray &body);

} // namespace authdesk::systems::own::messages
