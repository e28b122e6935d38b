// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Takes a command line apart, strictly. Plain value.
#pragma once

#include "core/base/result.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <optional>

namespace authdesk::server::config {

/// An option that only one command knows, beside those of the table.
struct CommandOption
{
    QString key;            ///< "username"
    bool takesValue = true; ///< false: a flag
};

class CommandLine final
{
public:
    /// `arguments` without the program's name. Knows `--key value` and `--key=value`.
    /// InvalidFields, with the option's name in the message, for an option that is neither in the
    /// table nor among `own`, for a missing value and for a value too many.
    [[nodiscard]] static base::Result<CommandLine> parse(const QStringList &arguments,
                                                         const QList<CommandOption> &own);

    [[nodiscard]] const QStringList &words() const { return m_words; }
    [[nodiscard]] bool has(const QString &key) const { return m_values.contains(key); }
    /// The last one given.
    [[nodiscard]] std::optional<QString> value(const QString &key) const;
    [[nodiscard]] QStringList values(const QString &key) const { return m_values.value(key); }

private:
    QStringList m_words; ///< what is no option, in order
    QHash<QString, QStringList> m_values;
};

} // namespace authdesk::server::config
