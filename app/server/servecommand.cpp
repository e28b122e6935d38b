// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/servecommand.h"

#include "app/server/stopsignal.h"
#include "core/server/host/serverhost.h"

namespace authdesk::app {

using namespace Qt::StringLiterals;
using server::config::CommandLine;
using server::host::ServerHost;

ExitCode serve(const QStringList &arguments)
{
    const auto line = CommandLine::parse(arguments, {});
    if (!line) {
        printError(line.error());
        return ExitCode::Usage;
    }
    if (!line->words().isEmpty()) {
        printError({.code = base::ErrorCode::InvalidFields,
                    .message = u"serve does not know what to do with \"%1\""_s.arg(
                        line->words().first())});
        return ExitCode::Usage;
    }
    const auto configuration = readConfiguration(*line);
    if (!configuration) {
        printError(configuration.error());
        return ExitCode::Usage;
    }
    base::installLog(configuration->log);
    auto host = ServerHost::start(*configuration);
    if (!host) {
        printError(host.error());
        return ExitCode::Failed;
    }
    for (const QUrl &address : (*host)->addresses())
        printLine("authdesk-server: ready on " + address.toEncoded());
    if (const QString code = (*host)->setupCode(); !code.isEmpty())
        printLine("authdesk-server: setup code " + code.toLatin1());
    waitForStopSignal();
    qCInfo(base::logServer, "stopping");
    host->reset();
    return ExitCode::Ok;
}

} // namespace authdesk::app
