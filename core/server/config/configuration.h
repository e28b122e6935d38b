// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the server was told from outside, checked: command line over environment over file over
// default. Plain value.
#pragma once

#include "core/base/log.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/server/config/commandline.h"
#include "core/server/config/values.h"

#include <QtCore/QHash>
#include <QtCore/QProcessEnvironment>

namespace authdesk::server::config {

struct Configuration
{
    QString dataFolder; ///< absolute
    QList<ListenAddress> listeners;
    int workers = 1;         ///< event loops that answer
    bool isInWindow = false; ///< the program has a window, which must not go with the server
    QString tlsCertificate;  ///< absolute; empty: plain HTTP
    QString tlsKey;          ///< absolute; set exactly when the certificate is
    QUrl publicUrl;          ///< an origin; empty: not set
    QString serverName;      ///< empty: what is stored
    bool basicPasswordPolicy = false;
    int addressLimit = 100;
    QList<QByteArray> corsOrigins;
    QList<Network> trustedProxies;
    QString tokenAlgorithm;          ///< "HS256" or "EdDSA"
    base::Secret openArchiverSecret; ///< empty: its tokens are signed under the master key
    bool setupCodeAlways = false;
    base::LogOptions log;
    base::Secret databaseUrl; ///< empty: SQLite in the data folder
    base::Secret masterKey;   ///< empty: the data folder's own
    /// The options that were given from outside, by key, with what each is called there:
    /// "--listen", "AUTHDESK_LISTEN", "listen in /etc/authdesk.conf, line 3".
    QHash<QString, QString> given;

    /// `systems`: what may stand behind `ADDR:PORT=`. InvalidFields or FileFailed; the message
    /// names the option as it was given.
    [[nodiscard]] static base::Result<Configuration> read(const CommandLine &line,
                                                          const QProcessEnvironment &environment,
                                                          const QStringList &systems);
};

/// As many event loops as a server has that is not told.
[[nodiscard]] int defaultWorkers();

} // namespace authdesk::server::config
