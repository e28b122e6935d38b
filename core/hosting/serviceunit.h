// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The file that describes a server's service to systemd (systemd.service(5)). Pure functions.
#pragma once

#include "core/hosting/servicemanager.h"

namespace authdesk::hosting {

/// "authdesk-<id>.service".
[[nodiscard]] QString unitName(const QString &id);
/// The content of the file. `program`: the path of authdesk-server, absolute; systemd takes none
/// with a quote or a backslash in it. `lingers`: as lingers() tells.
[[nodiscard]] QString unitText(const ServiceSpec &spec, const QString &program, bool lingers);
/// Whether the unit was made to go on while nobody is signed in, by its content.
[[nodiscard]] bool staysWhenSignedOut(const QString &text);
/// Whether it was this unit, or one of ours beside it, that made the user's services go on then.
[[nodiscard]] bool lingers(const QString &text);

/// One argument of a command, so that systemd hands over exactly `text`.
[[nodiscard]] QString unitArgument(const QString &text);

} // namespace authdesk::hosting
