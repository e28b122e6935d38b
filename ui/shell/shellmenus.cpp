// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/shellmenus.h"

#include "ui/shell/language.h"
#include "ui/theme/icons.h"
#include "ui/widgets/languagefollower.h"

#include <QtGui/QActionGroup>
#include <QtWidgets/QMenu>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;

ShellMenus::ShellMenus(const settings::ServerProfiles &profiles, QString current,
                       settings::ConsoleSettings &settings, QWidget *window)
    : QObject(window)
    , m_profiles(profiles)
    , m_current(std::move(current))
    , m_settings(settings)
    , m_window(window)
    , m_servers(std::make_unique<QMenu>())
    , m_person(std::make_unique<QMenu>())
{
    m_servers->setObjectName(u"servers"_s);
    m_person->setObjectName(u"person"_s);
    QObject::connect(&m_profiles, &settings::ServerProfiles::changed, this,
                     &ShellMenus::fillServers);
    widgets::followLanguage(window, [this] {
        fillServers();
        fillPerson();
    });
}

ShellMenus::~ShellMenus() = default;

void ShellMenus::fillServers()
{
    m_servers->clear();
    int number = 0;
    for (const settings::ServerProfile &profile : m_profiles.all()) {
        QAction *action = m_servers->addAction(profile.name);
        action->setCheckable(true);
        action->setChecked(profile.id == m_current);
        if (++number <= 9)
            action->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(number)));
        QObject::connect(action, &QAction::triggered, this, [this, id = profile.id] {
            if (id != m_current)
                Q_EMIT serverChosen(id);
        });
    }
    m_servers->addSeparator();
    QAction *add = m_servers->addAction(theme::icon(theme::Icon::Add), tr("Add a server…"));
    add->setObjectName(u"addServer"_s);
    QObject::connect(add, &QAction::triggered, this, &ShellMenus::addServerRequested);
    // Shortcuts of a menu that was never opened work only for actions of the window.
    m_window->addActions(m_servers->actions());
}

void ShellMenus::fillPerson()
{
    m_person->clear();
    delete m_appearance;
    delete m_languages;
    QMenu *look = m_person->addMenu(tr("Appearance"));
    m_appearance = look;
    auto *group = new QActionGroup(look);
    const std::pair<settings::Theme, QString> themes[] = {
        {settings::Theme::System, tr("Like the desktop")},
        {settings::Theme::Light, tr("Light")},
        {settings::Theme::Dark, tr("Dark")},
    };
    for (const auto &[theme, title] : themes) {
        QAction *action = look->addAction(title);
        action->setCheckable(true);
        action->setChecked(m_settings.theme() == theme);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, this,
                         [this, chosen = theme] { Q_EMIT themeChosen(chosen); });
    }
    fillLanguages();
    m_person->addSeparator();
    QAction *out = m_person->addAction(tr("Sign out"));
    out->setObjectName(u"signOut"_s);
    QObject::connect(out, &QAction::triggered, this, &ShellMenus::signOutRequested);
    QAction *quit = m_person->addAction(tr("Quit"));
    quit->setShortcut(QKeySequence::Quit);
    QObject::connect(quit, &QAction::triggered, this, &ShellMenus::quitRequested);
    m_window->addActions(m_person->actions());
}

void ShellMenus::fillLanguages()
{
    // A word that everybody finds, whatever the menu speaks now.
    const QString word = tr("Language");
    QMenu *menu = m_person->addMenu(word == "Language"_L1 ? word : word + u" (Language)"_s);
    menu->setObjectName(u"languages"_s);
    m_languages = menu;
    auto *group = new QActionGroup(menu);
    const auto add = [this, menu, group](const QString &title, const QString &language) {
        QAction *action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(m_settings.language() == language);
        action->setObjectName(u"language-"_s + language);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, this,
                         [this, language] { Q_EMIT languageChosen(language); });
    };
    add(tr("Like the desktop"), {});
    for (const QString &language : Language::available())
        add(Language::ownName(language), language);
}

} // namespace authdesk::ui::shell
