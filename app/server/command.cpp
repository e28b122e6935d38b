// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/command.h"

#include "core/systems/routes/catalogue.h"

#include <cstdio>

namespace authdesk::app {

using namespace Qt::StringLiterals;

void printLine(const QByteArray &text)
{
    std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

void printError(const base::Error &error)
{
    QStringList parts;
    for (const base::FieldError &field : error.fields)
        parts.append(field.field + u": "_s + field.message);
    QString text = parts.isEmpty() ? error.message : parts.join(u' ');
    text.replace(u'\n', u' ');
    const QByteArray line = "authdesk-server: " + text.toLocal8Bit() + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
}

base::Result<server::config::Configuration>
readConfiguration(const server::config::CommandLine &line)
{
    return server::config::Configuration::read(line, QProcessEnvironment::systemEnvironment(),
                                               systems::routes::systemNames());
}

} // namespace authdesk::app
