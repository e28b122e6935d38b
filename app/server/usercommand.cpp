// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/usercommand.h"

#include "core/server/host/openfolder.h"
#include "core/server/host/serverhost.h"
#include "core/systems/authdesk/messages/users.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <array>

namespace authdesk::app {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;
using base::Secret;
using server::config::CommandLine;
using server::host::OpenFolder;
using server::service::RescueService;
namespace messages = systems::own::messages;

namespace {

using Answer = Result<QJsonDocument>;

Result<Secret> readPassword()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return fail(ErrorCode::FileFailed, u"standard input cannot be read"_s);
    constexpr qint64 longestLine = 8192;
    QByteArray line = input.readLine(longestLine);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return fail(ErrorCode::InvalidFields, u"there is no password on standard input"_s);
    return Secret(std::move(line));
}

messages::OneTimeSecret toMessage(const server::service::OneTimeSecret &made)
{
    return {.secret = made.secret, .expiresAt = made.expiresAt};
}

Answer create(RescueService &rescue, const CommandLine &line)
{
    server::service::NewUser wanted;
    wanted.username = line.value(u"username"_s).value_or(QString());
    wanted.email = line.value(u"email"_s);
    wanted.roleSlug = line.value(u"role"_s).value_or(QString());
    if (wanted.username.isEmpty() && !wanted.email)
        return fail(ErrorCode::InvalidFields, u"user create needs --username"_s);
    if (line.has(u"password-stdin"_s)) {
        auto password = readPassword();
        if (!password)
            return fail(password.error());
        wanted.password = *std::move(password);
    }
    const auto created = rescue.createUser(wanted);
    if (!created)
        return fail(created.error());
    QJsonObject object = messages::encode(created->user);
    if (created->oneTimePassword) {
        const QJsonObject oneTime =
            messages::encode(toMessage(*created->oneTimePassword), messages::OneTimeKind::Password);
        for (auto member = oneTime.begin(); member != oneTime.end(); ++member)
            object.insert(member.key(), member.value());
    }
    return QJsonDocument(object);
}

Answer list(RescueService &rescue, const CommandLine &)
{
    const auto users = rescue.listUsers();
    if (!users)
        return fail(users.error());
    QJsonArray rows;
    for (const model::User &user : *users)
        rows.append(messages::encode(user));
    return QJsonDocument(rows);
}

Answer resetPassword(RescueService &rescue, const CommandLine &line)
{
    const auto made = rescue.resetPassword(line.words().first());
    if (!made)
        return fail(made.error());
    return QJsonDocument(messages::encode(toMessage(*made), messages::OneTimeKind::Password));
}

Answer resetSecondFactor(RescueService &rescue, const CommandLine &line)
{
    const auto made = rescue.resetSecondFactor(line.words().first());
    if (!made)
        return fail(made.error());
    return QJsonDocument(messages::encode(toMessage(*made), messages::OneTimeKind::Code));
}

template <Result<model::User> (RescueService::*change)(const QString &)>
Answer changeUser(RescueService &rescue, const CommandLine &line)
{
    const auto user = (rescue.*change)(line.words().first());
    if (!user)
        return fail(user.error());
    return QJsonDocument(messages::encode(*user));
}

struct Command
{
    const char *name;
    bool namesPerson;
    Answer (*run)(RescueService &, const CommandLine &);
};

constexpr std::array commands{
    Command{"create", false, &create},
    Command{"list", false, &list},
    Command{"reset-password", true, &resetPassword},
    Command{"reset-mfa", true, &resetSecondFactor},
    Command{"unlock", true, &changeUser<&RescueService::unlock>},
    Command{"disable", true, &changeUser<&RescueService::disable>},
    Command{"enable", true, &changeUser<&RescueService::enable>},
};

const Command *findCommand(const QString &name)
{
    for (const Command &command : commands) {
        if (name == QLatin1StringView(command.name))
            return &command;
    }
    return nullptr;
}

QString commandNames()
{
    QStringList names;
    for (const Command &command : commands)
        names.append(QString::fromLatin1(command.name));
    return names.join(u", "_s);
}

Result<CommandLine> parse(const Command &command, const QStringList &arguments)
{
    QList<server::config::CommandOption> own;
    if (command.run == &create)
        own = {{u"username"_s}, {u"email"_s}, {u"role"_s}, {u"password-stdin"_s, false}};
    auto line = CommandLine::parse(arguments, own);
    if (!line)
        return fail(line.error());
    const QString name = QString::fromLatin1(command.name);
    if (command.namesPerson && line->words().isEmpty())
        return fail(ErrorCode::InvalidFields, u"user %1 needs a username"_s.arg(name));
    if (line->words().size() > (command.namesPerson ? 1 : 0))
        return fail(ErrorCode::InvalidFields, u"user %1 does not know what to do with \"%2\""_s.arg(
                                                  name, line->words().last()));
    return line;
}

Answer run(const Command &command, const CommandLine &line,
           const server::config::Configuration &configuration)
{
    const auto open =
        OpenFolder::open({.folder = configuration.dataFolder,
                          .purpose = command.run == &create ? OpenFolder::Purpose::FirstUser
                                                            : OpenFolder::Purpose::Rescue,
                          .databaseUrl = configuration.databaseUrl,
                          .masterKey = configuration.masterKey,
                          .service = server::host::serviceOptions(configuration)});
    if (!open)
        return fail(open.error());
    return command.run((*open)->services().rescue(), line);
}

} // namespace

ExitCode manageUsers(const QStringList &arguments)
{
    const Command *const command = arguments.isEmpty() ? nullptr : findCommand(arguments.first());
    if (!command) {
        printError({.code = ErrorCode::InvalidFields,
                    .message = u"user needs one of: "_s + commandNames()});
        return ExitCode::Usage;
    }
    const auto line = parse(*command, arguments.mid(1));
    if (!line) {
        printError(line.error());
        return ExitCode::Usage;
    }
    const auto configuration = readConfiguration(*line);
    if (!configuration) {
        printError(configuration.error());
        return ExitCode::Usage;
    }
    base::installLog(configuration->log);
    const Answer answer = run(*command, *line, *configuration);
    if (!answer) {
        printError(answer.error());
        return ExitCode::Failed;
    }
    printLine(answer->toJson(QJsonDocument::Indented).trimmed());
    return ExitCode::Ok;
}

} // namespace authdesk::app
