// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/template.h"

namespace authdesk::base {

Template::Template(const QString &pattern)
{
    qsizetype from = 0;
    for (qsizetype at = pattern.indexOf(u'%'); at >= 0; at = pattern.indexOf(u'%', at + 1)) {
        const QChar digit = at + 1 < pattern.size() ? pattern[at + 1] : QChar();
        if (digit < u'1' || digit > u'9')
            continue;
        m_words.append(pattern.mid(from, at - from));
        m_places.append(digit.unicode() - u'1');
        from = at + 2;
    }
    m_words.append(pattern.mid(from));
}

std::optional<QStringList> Template::valuesIn(const QString &sentence) const
{
    if (!hasPlaces())
        return sentence == m_words.first() ? std::optional(QStringList()) : std::nullopt;
    if (!sentence.startsWith(m_words.first()))
        return std::nullopt;
    QStringList values;
    qsizetype from = m_words.first().size();
    for (qsizetype place = 0; place < m_places.size(); ++place) {
        const QString &words = m_words[place + 1];
        const bool isLast = place + 1 == m_places.size();
        // At least one character is a value's.
        const qsizetype end =
            isLast ? sentence.size() - words.size() : sentence.indexOf(words, from + 1);
        if (end <= from || (isLast && !sentence.endsWith(words)))
            return std::nullopt;
        const qsizetype number = m_places[place];
        while (values.size() <= number)
            values.append(QString());
        values[number] = sentence.mid(from, end - from);
        from = end + words.size();
    }
    return values;
}

QString Template::filled(const QStringList &values) const
{
    QString sentence = m_words.first();
    for (qsizetype place = 0; place < m_places.size(); ++place) {
        const qsizetype number = m_places[place];
        if (number < values.size())
            sentence += values[number];
        else
            sentence += u'%' + QString::number(number + 1);
        sentence += m_words[place + 1];
    }
    return sentence;
}

} // namespace authdesk::base
