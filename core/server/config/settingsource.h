// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Values of options as one source gives them, with the words to name them by in a message. Plain
// values.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/server/config/commandline.h"

#include <QtCore/QHash>
#include <QtCore/QProcessEnvironment>

namespace authdesk::server::config {

struct Setting
{
    QString calledAs; ///< "--listen", "AUTHDESK_LISTEN", "listen in /etc/authdesk.conf, line 3"
    QStringList values;
    base::Secret secret; ///< instead of values, of a Secret
};

/// By the option's key.
using Settings = QHash<QString, Setting>;

[[nodiscard]] Settings settingsOf(const CommandLine &line);
/// InvalidFields with the name of an AUTHDESK_ variable that no option has. Empty ones count as not
/// set. Reads what a `…_FILE` variable points to.
[[nodiscard]] base::Result<Settings> settingsOf(const QProcessEnvironment &environment);
/// Lines `key = value`; blank ones and those that begin with # are skipped. A list has commas; a
/// secret is also taken as `key-file = PATH`. InvalidFields with the key's name; FileFailed.
[[nodiscard]] base::Result<Settings> settingsOfFile(const QString &path);

} // namespace authdesk::server::config
