// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What OpenArchiver calls by a UUID and this server by a number. The UUID follows from the number
// (version 5, RFC 9562 section 5.5), so that it is the same on every server of one database and
// needs no place in it. Free functions, any thread.
#pragma once

#include <QtCore/QString>

namespace authdesk::systems::openarchiver::messages {

[[nodiscard]] QString roleUuid(qint64 id);
[[nodiscard]] QString keyUuid(qint64 id);
[[nodiscard]] QString auditUuid(qint64 id);
/// Lower case, without braces; empty for what is no UUID.
[[nodiscard]] QString normalUuid(const QByteArray &text);

} // namespace authdesk::systems::openarchiver::messages
