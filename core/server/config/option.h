// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every option of the server, declared once. Command line, environment, configuration file, help
// and reference all follow from this table. Any thread.
#pragma once

#include <QtCore/QString>

#include <span>

namespace authdesk::server::config {

enum class OptionType {
    Folder,
    File,
    Text,
    Choice,
    Number,
    Origin,
    Origins,
    Listeners,
    Networks,
    Database,
    Secret
};

struct Option
{
    const char *key; ///< "data-dir": in the file; "--data-dir"; AUTHDESK_DATA_DIR
    OptionType type;
    const char *value;   ///< what stands for the value in the help: "ADDR:PORT[=SYSTEM]"
    const char *initial; ///< the default; empty: none, or worked out at the start
    const char *choices; ///< of a Choice, with '|' between them; else empty
    const char *help;    ///< one sentence

    [[nodiscard]] QString name() const { return QString::fromLatin1(key); }
    [[nodiscard]] QString environmentName() const;
    /// What must show up in no log and no message; it can also be read from a file of its own.
    [[nodiscard]] bool isSecret() const
    {
        return type == OptionType::Secret || type == OptionType::Database;
    }
    /// Secrets are not taken from the command line: every user of the machine could read them. A
    /// database's address is; the program takes the password out of what others see.
    [[nodiscard]] bool isOnCommandLine() const { return type != OptionType::Secret; }
    [[nodiscard]] bool isList() const
    {
        return type == OptionType::Listeners || type == OptionType::Origins
               || type == OptionType::Networks;
    }
};

[[nodiscard]] std::span<const Option> options();
/// Null: there is no such option.
[[nodiscard]] const Option *findOption(QStringView key);

/// The part of `--help` that lists the options.
[[nodiscard]] QString optionHelp();

} // namespace authdesk::server::config
