// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/text/texts.h"

#include "core/server/text/acceptlanguage.h"
#include "core/server/text/messages.h"

#include <array>

namespace authdesk::server::text {

using namespace Qt::StringLiterals;

/// Those that have a file in translations/, beside English.
static constexpr std::array translated{"de"_L1};

Texts::Texts()
    : m_languages{"en"_ba}
{
    m_translators.emplace_back();
    for (const QLatin1StringView language : translated) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(u"authdesk_server_"_s + language, u":/server-texts"_s))
            continue;
        m_languages.append(QByteArray(language.data(), language.size()));
        m_translators.push_back(std::move(translator));
    }
    for (const char *const message : messages()) {
        base::Template words(QString::fromUtf8(message));
        if (words.hasPlaces())
            m_patterns.push_back({message, std::move(words)});
    }
}

Texts::~Texts() = default;

QByteArray Texts::languageFor(QByteArrayView acceptLanguage) const
{
    return bestLanguage(acceptLanguage, m_languages);
}

QString Texts::say(const QString &english, const QByteArray &language) const
{
    const qsizetype index = m_languages.indexOf(language);
    if (index <= 0 || english.isEmpty())
        return english;
    const QTranslator &translator = *m_translators[static_cast<std::size_t>(index)];
    const QString whole = translator.translate(messageContext, english.toUtf8().constData());
    if (!whole.isEmpty())
        return whole;
    for (const Pattern &pattern : m_patterns) {
        const std::optional<QStringList> values = pattern.words.valuesIn(english);
        if (!values)
            continue;
        const QString said = translator.translate(messageContext, pattern.message);
        return said.isEmpty() ? english : base::Template(said).filled(*values);
    }
    return english;
}

base::Error Texts::say(base::Error error, const QByteArray &language) const
{
    error.message = say(error.message, language);
    for (base::FieldError &field : error.fields)
        field.message = say(field.message, language);
    return error;
}

} // namespace authdesk::server::text
