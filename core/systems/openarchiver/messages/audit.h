// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The audit in OpenArchiver's words. Plain values, any thread.
#pragma once

#include "core/model/auditevent.h"

#include <QtCore/QJsonArray>

#include <optional>

namespace authdesk::systems::openarchiver::messages {

struct AuditPlace
{
    qint64 total = 0;
    qint64 page = 1;
    qint64 limit = 1;
};

/// What it calls one of our actions: "LOGIN", "CREATE", …
[[nodiscard]] QLatin1StringView actionTypeOf(const QString &action);
[[nodiscard]] bool isActionType(QStringView name);

[[nodiscard]] QJsonObject encode(const model::AuditEvent &event);
[[nodiscard]] QJsonObject encodeAudit(const QList<model::AuditEvent> &events,
                                      const AuditPlace &place);
/// `brokenAt`: the first event that is not what was written.
[[nodiscard]] QJsonObject encodeVerdict(qint64 checked, const std::optional<qint64> &brokenAt);

} // namespace authdesk::systems::openarchiver::messages
