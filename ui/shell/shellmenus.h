// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The two menus of the header: other servers, and what the person who is signed in may do with the
// console itself.
#pragma once

#include "core/settings/consolesettings.h"
#include "core/settings/serverprofiles.h"

#include <QtCore/QObject>

#include <memory>

class QMenu;
class QWidget;

namespace authdesk::ui::shell {

class ShellMenus final : public QObject
{
    Q_OBJECT

public:
    /// `current`: the profile whose server is shown.
    ShellMenus(const settings::ServerProfiles &profiles, QString current,
               settings::ConsoleSettings &settings, QWidget *window);
    ~ShellMenus() override;

    [[nodiscard]] QMenu *serverMenu() const { return m_servers.get(); }
    [[nodiscard]] QMenu *personMenu() const { return m_person.get(); }

Q_SIGNALS:
    void serverChosen(const QString &profileId);
    void addServerRequested();
    void signOutRequested();
    void themeChosen(authdesk::settings::Theme theme);
    /// Empty: the desktop's.
    void languageChosen(const QString &language);
    void quitRequested();

private:
    void fillServers();
    void fillPerson();
    void fillLanguages();

    const settings::ServerProfiles &m_profiles;
    QString m_current;
    settings::ConsoleSettings &m_settings;
    QWidget *m_window;
    std::unique_ptr<QMenu> m_servers;
    std::unique_ptr<QMenu> m_person;
    QMenu *m_appearance = nullptr; ///< made anew with each language
    QMenu *m_languages = nullptr;  ///< likewise
};

} // namespace authdesk::ui::shell
