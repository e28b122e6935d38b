// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/movecommand.h"
#include "app/server/servecommand.h"
#include "app/server/stopsignal.h"
#include "app/server/transfercommand.h"
#include "app/server/usercommand.h"
#include "core/server/config/option.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cstring>
#include <span>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace authdesk;

namespace {

QByteArray usage()
{
    return QStringLiteral("Usage: authdesk-server serve [OPTION]…\n"
                          "       authdesk-server user create --username U [--email E] "
                          "[--role SLUG] [--password-stdin] [OPTION]…\n"
                          "       authdesk-server user list [OPTION]…\n"
                          "       authdesk-server user reset-password|reset-mfa|unlock|disable|"
                          "enable U [OPTION]…\n"
                          "       authdesk-server import FILE [--dry-run] [--format csv|json] "
                          "[OPTION]…\n"
                          "       authdesk-server export FILE [--password-hashes] "
                          "[--format csv|json] [OPTION]…\n"
                          "       authdesk-server move-database --to URL [OPTION]…\n"
                          "       authdesk-server --help | --version\n\n"
                          "Options, with the environment variable that means the same:\n")
               .toUtf8()
           + server::config::optionHelp().toUtf8();
}

/// The password in a database's address goes out of what others on this computer see of a program.
void hidePasswords(std::span<char *> arguments)
{
    for (char *const argument : arguments) {
        char *const scheme = std::strstr(argument, "://");
        char *const end = scheme ? std::strrchr(scheme, '@') : nullptr;
        if (!end || !std::strstr(argument, "postgres"))
            continue;
        char *const password = std::find(scheme + 3, end, ':');
        std::fill(password, end, 'x');
    }
}

app::ExitCode run(const QStringList &arguments)
{
    const QString command = arguments.value(0);
    const QStringList rest = arguments.mid(1);
    if (command == u"--version"_s) {
        app::printLine("authdesk-server " AUTHDESK_VERSION);
        return app::ExitCode::Ok;
    }
    if (arguments.contains(u"--help"_s) || command == u"help"_s) {
        app::printLine(usage().trimmed());
        return app::ExitCode::Ok;
    }
    if (command == u"serve"_s)
        return app::serve(rest);
    if (command == u"user"_s)
        return app::manageUsers(rest);
    if (command == u"import"_s)
        return app::importPeople(rest);
    if (command == u"export"_s)
        return app::exportPeople(rest);
    if (command == u"move-database"_s)
        return app::moveDatabase(rest);
    app::printError(
        {.code = base::ErrorCode::InvalidFields,
         .message =
             command.isEmpty()
                 ? u"say what to do: serve, user, import, export or move-database; --help tells "
                   "more"_s
                 : u"unknown command %1; --help tells what there is"_s.arg(command)});
    return app::ExitCode::Usage;
}

} // namespace

int main(int argc, char *argv[])
{
#ifdef Q_OS_UNIX
    // Whatever this program writes is its owner's alone.
    umask(S_IRWXG | S_IRWXO);
#endif
    QCoreApplication::setApplicationName(u"authdesk-server"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(AUTHDESK_VERSION));
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    hidePasswords(std::span(argv, std::size_t(argc)).subspan(1));
    // A server waits for them, and work in several transactions ends between two; any other command
    // simply ends.
    if (QStringList{u"serve"_s, u"import"_s, u"export"_s}.contains(arguments.value(0)))
        app::holdStopSignals();
    return int(run(arguments));
}
