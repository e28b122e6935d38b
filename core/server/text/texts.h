// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the server says, in the language of whoever reads it. Errors are made in English and stay so
// in the log and the audit; the edge that answers a person asks here. One translator per language,
// asked directly and never installed: a server has readers of many languages at once, and inside
// the console the program's language is somebody else's. Immutable once made, any thread.
#pragma once

#include "core/base/error.h"
#include "core/base/template.h"

#include <QtCore/QTranslator>

#include <memory>
#include <vector>

namespace authdesk::server::text {

class Texts final
{
public:
    Texts();
    ~Texts();
    Texts(const Texts &) = delete;
    Texts &operator=(const Texts &) = delete;

    /// ISO 639-1 names of the languages that are spoken, English first.
    [[nodiscard]] const QList<QByteArray> &languages() const { return m_languages; }
    /// The language for a reader with this Accept-Language header, which may be missing or broken:
    /// English then.
    [[nodiscard]] QByteArray languageFor(QByteArrayView acceptLanguage) const;

    /// An English message in one of the languages(), values included. The message itself where it
    /// is none of messages().
    [[nodiscard]] QString say(const QString &english, const QByteArray &language) const;
    /// The error with its message and those of its fields in that language; codes and detail stay.
    [[nodiscard]] base::Error say(base::Error error, const QByteArray &language) const;

private:
    struct Pattern
    {
        const char *message;
        base::Template words;
    };

    QList<QByteArray> m_languages;
    /// By the place in m_languages; none for English.
    std::vector<std::unique_ptr<QTranslator>> m_translators;
    std::vector<Pattern> m_patterns; ///< the messages with values in them
};

} // namespace authdesk::server::text
