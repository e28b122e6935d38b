// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/language.h"

#include <QtCore/QLibraryInfo>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <tuple>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;

static const auto folder = u":/i18n"_s;
static const auto english = u"en"_s;

static QString codeOf(const QLocale &locale)
{
    return QLocale::languageToCode(locale.language());
}

Language::Language()
{
    std::ignore = m_english.load(u"authdesk_en"_s, folder);
    QCoreApplication::installTranslator(&m_english);
    choose({});
}

Language::~Language()
{
    for (QTranslator *translator : {&m_ours, &m_qt, &m_english})
        QCoreApplication::removeTranslator(translator);
    QLocale::setDefault(m_desktop);
}

QStringList Language::available()
{
    return {u"de"_s, english};
}

QString Language::ownName(const QString &language)
{
    return language == english ? u"English"_s : QLocale(language).nativeLanguageName();
}

void Language::choose(const QString &language)
{
    QString spoken = english;
    // The desktop's own kind of the language knows how dates look where its person lives.
    QLocale locale = m_desktop;
    if (available().contains(language)) {
        spoken = language;
        if (codeOf(m_desktop) != language)
            locale = QLocale(language);
    } else {
        const QStringList wanted = m_desktop.uiLanguages();
        const auto first = std::ranges::find_if(wanted, [](const QString &name) {
            return available().contains(codeOf(QLocale(name)));
        });
        if (first != wanted.end())
            spoken = codeOf(QLocale(*first));
    }
    QLocale::setDefault(locale);
    const QList<QWidget *> windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows)
        window->setLocale(locale);
    speak(spoken);
}

void Language::speak(const QString &language)
{
    if (language == m_current)
        return;
    m_current = language;
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    if (language == english)
        return;
    if (m_qt.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_ours.load(u"authdesk_"_s + language, folder))
        QCoreApplication::installTranslator(&m_ours);
}

} // namespace authdesk::ui::shell
