// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/config/settingsource.h"

#include "core/server/config/option.h"

#include <QtCore/QFile>

namespace authdesk::server::config {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;
using base::Secret;

namespace {

constexpr qint64 longestFile = 1024 * 1024;

QStringList splitList(const QString &text)
{
    QStringList parts;
    for (const QString &part : text.split(u',')) {
        if (!part.trimmed().isEmpty())
            parts.append(part.trimmed());
    }
    return parts;
}

Result<Secret> readSecretFile(const QString &path, const QString &calledAs)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileFailed,
                    u"%1: cannot read %2: %3"_s.arg(calledAs, path, file.errorString()));
    QByteArray text = file.read(longestFile);
    while (text.endsWith('\n') || text.endsWith('\r'))
        text.chop(1);
    return Secret(std::move(text));
}

/// Adds what stands under one name of an environment or a file; `key` without "-file".
Result<void> add(Settings &settings, const Option &option, const QString &calledAs,
                 const QString &value, bool isPath)
{
    if (settings.contains(option.name()))
        return fail(ErrorCode::InvalidFields,
                    u"%1 and %2 are both set"_s.arg(settings[option.name()].calledAs, calledAs));
    Setting setting{.calledAs = calledAs, .values = {}, .secret = {}};
    if (option.isSecret()) {
        if (isPath) {
            auto secret = readSecretFile(value, calledAs);
            if (!secret)
                return fail(secret.error());
            setting.secret = *secret;
        } else {
            setting.secret = Secret::fromString(value);
        }
    } else {
        setting.values = option.isList() ? splitList(value) : QStringList{value};
    }
    settings.insert(option.name(), setting);
    return {};
}

/// The option of a key, where "master-key-file" means the secret "master-key".
const Option *optionFor(const QString &key, bool &isPath)
{
    isPath = false;
    if (const Option *const option = findOption(key))
        return option;
    if (!key.endsWith(u"-file"_s))
        return nullptr;
    const Option *const option = findOption(key.chopped(5));
    isPath = true;
    return option && option->isSecret() ? option : nullptr;
}

} // namespace

Settings settingsOf(const CommandLine &line)
{
    Settings settings;
    for (const Option &option : options()) {
        if (!line.has(option.name()))
            continue;
        Setting setting{.calledAs = u"--"_s + option.name(), .values = {}, .secret = {}};
        if (option.isSecret())
            setting.secret = Secret::fromString(line.value(option.name()).value_or(QString()));
        else
            setting.values = line.values(option.name());
        settings.insert(option.name(), setting);
    }
    return settings;
}

Result<Settings> settingsOf(const QProcessEnvironment &environment)
{
    Settings settings;
    QStringList names = environment.keys();
    names.sort();
    for (const QString &name : names) {
        if (!name.startsWith(u"AUTHDESK_"_s))
            continue;
        bool isPath = false;
        const QString key = name.mid(9).toLower().replace(u'_', u'-');
        const Option *const option = optionFor(key, isPath);
        if (!option || name != name.toUpper())
            return fail(ErrorCode::InvalidFields,
                        u"unknown setting %1 in the environment"_s.arg(name));
        const QString value = environment.value(name);
        if (value.isEmpty())
            continue;
        if (const auto added = add(settings, *option, name, value, isPath); !added)
            return fail(added.error());
    }
    return settings;
}

Result<Settings> settingsOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return fail(ErrorCode::FileFailed,
                    u"cannot read the configuration file %1: %2"_s.arg(path, file.errorString()));
    Settings settings;
    const QStringList lines = QString::fromUtf8(file.read(longestFile)).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QString where = u"%1, line %2"_s.arg(path).arg(i + 1);
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 0)
            return fail(ErrorCode::InvalidFields, u"%1 is no `key = value`"_s.arg(where));
        const QString key = line.left(equals).trimmed();
        bool isPath = false;
        const Option *const option = optionFor(key, isPath);
        if (!option || key == u"config"_s)
            return fail(ErrorCode::InvalidFields, u"unknown setting %1 in %2"_s.arg(key, where));
        const QString value = line.mid(equals + 1).trimmed();
        const auto added = add(settings, *option, u"%1 in %2"_s.arg(key, where), value, isPath);
        if (!added)
            return fail(added.error());
    }
    return settings;
}

} // namespace authdesk::server::config
