// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/hosting/serviceunit.h"

#include <QtCore/QDir>

namespace authdesk::hosting {

using namespace Qt::StringLiterals;

namespace {

constexpr auto staysMark = "X-Authdesk-StaysWhenSignedOut=yes"_L1;
constexpr auto lingersMark = "X-Authdesk-Lingers=yes"_L1;

// What a service of a user may lock without a namespace of its own: those are not to be had
// everywhere, and a service that asks for one then does not start at all.
constexpr auto hardening = R"(UMask=0077
NoNewPrivileges=yes
LockPersonality=yes
MemoryDenyWriteExecute=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged
SystemCallErrorNumber=EPERM
)"_L1;

/// In quotes, as systemd.syntax(7) takes them apart; specifiers are doubled.
QString quoted(const QString &text)
{
    QString result = u"\""_s;
    for (const char byte : text.toUtf8()) {
        const auto code = static_cast<unsigned char>(byte);
        if (byte == '"' || byte == '\\')
            result += u'\\' + QChar::fromLatin1(byte);
        else if (byte == '%')
            result += u"%%"_s;
        else if (code < 0x20 || code >= 0x7f)
            result += u"\\x%1"_s.arg(uint(code), 2, 16, QLatin1Char('0'));
        else
            result += QChar::fromLatin1(byte);
    }
    return result + u'"';
}

/// A sentence in a single line, without specifiers.
QString described(const QString &text)
{
    QString result = text.simplified();
    for (QChar &one : result) {
        if (!one.isPrint())
            one = u' ';
    }
    return result.replace(u'%', u"%%"_s);
}

bool holdsLine(const QString &text, QLatin1StringView line)
{
    return text.split(u'\n').contains(line);
}

} // namespace

QString unitName(const QString &id)
{
    return u"authdesk-%1.service"_s.arg(id);
}

QString unitArgument(const QString &text)
{
    return quoted(text).replace(u'$', u"$$"_s);
}

QString unitText(const ServiceSpec &spec, const QString &program, bool lingers)
{
    QString text =
        u"# Written by Authdesk, and taken away by it again: page Server, Run it in this "
        "window again.\n[Unit]\n"_s;
    // In quotes, so that no name ends the line with a backslash.
    text += u"Description=Authdesk server \"%1\"\n"_s.arg(described(spec.name));
    text += u"Documentation=man:authdesk-server(8)\n"_s;
    if (spec.staysWhenSignedOut)
        text += staysMark + u'\n';
    if (lingers)
        text += lingersMark + u'\n';
    text += u"\n[Service]\nType=exec\n"_s;
    // Of the program's own path systemd takes no variables.
    text += u"ExecStart=%1 serve --data-dir %2 --port %3\n"_s.arg(
        quoted(program), unitArgument(spec.dataFolder), QString::number(spec.port));
    text += u"Restart=on-failure\nRestartSec=2\nTimeoutStopSec=30\n"_s;
    text += hardening;
    text += u"\n[Install]\nWantedBy=default.target\n"_s;
    return text;
}

bool staysWhenSignedOut(const QString &text)
{
    return holdsLine(text, staysMark);
}

bool lingers(const QString &text)
{
    return holdsLine(text, lingersMark);
}

} // namespace authdesk::hosting
