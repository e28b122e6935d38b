// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The language of the program: the one that was chosen, else the desktop's, else English. A change
// reaches every open window at once, as QEvent::LanguageChange. Window thread.
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QStringList>
#include <QtCore/QTranslator>

namespace authdesk::ui::shell {

class Language final
{
public:
    Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;
    ~Language();

    /// ISO 639-1 names of the languages that the program speaks, by their own names in order.
    [[nodiscard]] static QStringList available();
    /// What a language calls itself: "Deutsch".
    [[nodiscard]] static QString ownName(const QString &language);

    /// Empty, or a language that the program does not speak: the desktop's. Dates and numbers
    /// follow.
    void choose(const QString &language);
    /// The language that is spoken now.
    [[nodiscard]] QString current() const { return m_current; }

private:
    void speak(const QString &language);

    const QLocale m_desktop; ///< before anything was chosen
    QString m_current;
    QTranslator m_english; ///< plural forms
    QTranslator m_ours;
    QTranslator m_qt; ///< Qt's own words: buttons, calendars, shortcuts
};

} // namespace authdesk::ui::shell
