// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the console remembers about its windows, in `settings.ini` of its data folder. Never a
// secret. Window thread.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QSettings>
#include <QtCore/QString>

namespace authdesk::settings {

/// Which palette: what the desktop says, or always one of the two.
enum class Theme { System, Light, Dark };

class ConsoleSettings final
{
public:
    /// `folder`: the console's data folder.
    explicit ConsoleSettings(QString folder);

    [[nodiscard]] QString folder() const { return m_folder; }
    /// Where the servers that this console hosts live, each in a folder of its own.
    [[nodiscard]] QString serversFolder() const;

    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

    [[nodiscard]] Theme theme() const;
    void setTheme(Theme theme);

    /// ISO 639-1 name of the language that was chosen; empty: the desktop's.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);

    /// QHeaderView::saveState() of the table `table` ("users"); empty: never saved.
    [[nodiscard]] QByteArray tableColumns(const QString &table) const;
    void setTableColumns(const QString &table, const QByteArray &state);

    /// Sort, filter and the like of the view `view` ("users"); empty: never saved. Nothing that a
    /// person typed into a password or code field may go here.
    [[nodiscard]] QJsonObject viewState(const QString &view) const;
    void setViewState(const QString &view, const QJsonObject &state);

    /// Whether the list *Next* of this server was put away; `profileId`: the server's.
    [[nodiscard]] bool isNextListDismissed(const QString &profileId) const;
    void dismissNextList(const QString &profileId);

    /// The server that was shown last; empty: none.
    [[nodiscard]] QString lastServer() const;
    void setLastServer(const QString &profileId);

    /// What closing the window does while a server runs here; Ask until it was answered.
    enum class CloseChoice { Ask, KeepRunning, StopServer };
    [[nodiscard]] CloseChoice closeChoice() const;
    void setCloseChoice(CloseChoice choice);

    /// Writes what has changed; happens by itself at destruction and now and then before.
    void flush();

private:
    QString m_folder;
    QSettings m_store;
};

} // namespace authdesk::settings
