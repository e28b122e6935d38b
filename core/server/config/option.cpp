// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/config/option.h"

#include <array>

namespace authdesk::server::config {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array table{
    Option{"data-dir", OptionType::Folder, "DIR", "", "",
           "Where the database, the master key and all else is kept."},
    Option{"config", OptionType::File, "FILE", "", "",
           "A file with lines `key = value`, by the names of these options."},
    Option{
        "database", OptionType::Database, "URL", "", "",
        "postgresql://user:password@host:port/name; by default SQLite in the data folder. Several "
        "servers may share one."},
    Option{"listen", OptionType::Listeners, "ADDR:PORT[=SYSTEM]", "", "",
           "Where to accept connections, by default on 127.0.0.1 at --port; may be given several "
           "times. Port 0 picks a free one; with =SYSTEM that API alone answers there."},
    Option{"port", OptionType::Number, "N", "8000", "",
           "The port on 127.0.0.1 where connections are accepted while neither --listen nor the "
           "stored settings say where."},
    Option{"tls-cert", OptionType::File, "FILE", "", "",
           "A certificate in PEM form, its chain behind it; listeners speak https then. Read again "
           "when it changes."},
    Option{"tls-key", OptionType::File, "FILE", "", "",
           "The certificate's private key in PEM form, RSA or EC, without a passphrase."},
    Option{"workers", OptionType::Number, "N", "", "",
           "Event loops that answer, 1 to 64; by default one for each core, at most 4."},
    Option{"public-url", OptionType::Origin, "URL", "", "",
           "The origin that people see, without a path: https://id.example.org."},
    Option{"name", OptionType::Text, "NAME", "", "",
           "What people sign in to; shown in authenticator apps. By default the name given at the "
           "first run, or Authdesk."},
    Option{"password-policy", OptionType::Choice, "POLICY", "standard", "standard|basic",
           "Rules for new passwords: standard, or basic for only a minimum of 8 characters."},
    Option{"address-limit", OptionType::Number, "N", "100", "",
           "Failed sign-ins a minute from one address before it has to wait; 0 is off."},
    Option{"cors-origins", OptionType::Origins, "URL", "", "",
           "Origins whose pages may call the API from a browser."},
    Option{
        "trusted-proxies", OptionType::Networks, "ADDR[/BITS]", "", "",
        "Proxies whose X-Forwarded-For, -Proto and -Host or Forwarded count; may be given several "
        "times."},
    Option{"token-algorithm", OptionType::Choice, "NAME", "HS256", "HS256|EdDSA",
           "How tokens of systems that know JWT are signed; with EdDSA anyone can verify them by "
           "/.well-known/jwks.json."},
    Option{"openarchiver-jwt-secret", OptionType::Secret, "TEXT", "", "",
           "What OpenArchiver's own front end has as JWT_SECRET, where it works with this server: "
           "it verifies the tokens by it."},
    Option{"setup-code", OptionType::Choice, "WHEN", "auto", "auto|always",
           "When the first run asks for the setup code: auto is when the caller is not on this "
           "computer."},
    Option{"log-format", OptionType::Choice, "FORMAT", "text", "text|json",
           "How the log on standard error is written."},
    Option{"log-level", OptionType::Choice, "LEVEL", "info", "debug|info|warning|error",
           "What is worth a line in the log."},
    Option{"master-key", OptionType::Secret, "KEY", "", "",
           "The key that seals secrets in the database: 64 hex digits or base64 of 32 bytes. By "
           "default the file master.key in the data folder."},
};

} // namespace

QString Option::environmentName() const
{
    return u"AUTHDESK_"_s + name().toUpper().replace(u'-', u'_');
}

std::span<const Option> options()
{
    return table;
}

const Option *findOption(QStringView key)
{
    for (const Option &option : table) {
        if (key == QLatin1StringView(option.key))
            return &option;
    }
    return nullptr;
}

QString optionHelp()
{
    QString text;
    for (const Option &option : table) {
        if (option.isOnCommandLine())
            text += u"  --%1 %2\n"_s.arg(option.name(), QLatin1StringView(option.value));
        else
            text += u"  (not on the command line)\n"_s;
        text += u"      %1\n"_s.arg(QLatin1StringView(option.help));
        text += u"      %1"_s.arg(option.environmentName());
        if (option.isSecret())
            text += u" or %1_FILE"_s.arg(option.environmentName());
        if (option.isList())
            text += u", with commas"_s;
        if (*option.initial)
            text += u"; default %1"_s.arg(QLatin1StringView(option.initial));
        text += u'\n';
    }
    return text;
}

} // namespace authdesk::server::config
