// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/config/commandline.h"

#include "core/server/config/option.h"

#include <algorithm>

namespace authdesk::server::config {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// Whether the option takes a value; nullopt: nobody knows it.
std::optional<bool> takesValue(const QString &key, const QList<CommandOption> &own)
{
    const auto found = std::find_if(own.begin(), own.end(),
                                    [&key](const CommandOption &o) { return o.key == key; });
    if (found != own.end())
        return found->takesValue;
    const Option *const option = findOption(key);
    if (option && option->isOnCommandLine())
        return true;
    return std::nullopt;
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments,
                                       const QList<CommandOption> &own)
{
    CommandLine line;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (!argument.startsWith(u'-') || argument == u"-"_s) {
            line.m_words.append(argument);
            continue;
        }
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument.left(equals < 0 ? argument.size() : equals);
        const QString key = name.startsWith(u"--"_s) ? name.mid(2) : QString();
        const auto needsValue = takesValue(key, own);
        if (!needsValue)
            return fail(ErrorCode::InvalidFields, u"unknown option %1"_s.arg(name));
        if (!*needsValue) {
            if (equals >= 0)
                return fail(ErrorCode::InvalidFields, u"%1 takes no value"_s.arg(name));
            line.m_values[key].append(QString());
        } else if (equals >= 0) {
            line.m_values[key].append(argument.mid(equals + 1));
        } else if (i + 1 < arguments.size() && !arguments[i + 1].startsWith(u"--"_s)) {
            line.m_values[key].append(arguments[++i]);
        } else {
            return fail(ErrorCode::InvalidFields, u"%1 needs a value"_s.arg(name));
        }
    }
    for (auto entry = line.m_values.cbegin(); entry != line.m_values.cend(); ++entry) {
        const Option *const option = findOption(entry.key());
        if (entry->size() > 1 && !(option && option->isList()))
            return fail(ErrorCode::InvalidFields, u"--%1 is given twice"_s.arg(entry.key()));
    }
    return line;
}

std::optional<QString> CommandLine::value(const QString &key) const
{
    const auto found = m_values.constFind(key);
    if (found == m_values.cend() || found->isEmpty())
        return std::nullopt;
    return found->last();
}

} // namespace authdesk::server::config
