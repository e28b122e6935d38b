// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/consolesettings.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>

namespace authdesk::settings {

using namespace Qt::StringLiterals;

namespace {

constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto themeKey = "window/theme"_L1;
constexpr auto languageKey = "window/language"_L1;
constexpr auto lastServerKey = "window/last_server"_L1;
constexpr auto closeKey = "window/when_closed"_L1;

template <typename T>
struct Named
{
    T value;
    QLatin1StringView name;
};

constexpr Named<Theme> themes[]{
    {Theme::System, "system"_L1}, {Theme::Light, "light"_L1}, {Theme::Dark, "dark"_L1}};

constexpr Named<ConsoleSettings::CloseChoice> closeChoices[]{
    {ConsoleSettings::CloseChoice::Ask, "ask"_L1},
    {ConsoleSettings::CloseChoice::KeepRunning, "keep_running"_L1},
    {ConsoleSettings::CloseChoice::StopServer, "stop_server"_L1}};

/// The first one for anything that somebody wrote into the file by hand.
template <typename T, std::size_t N>
T fromName(const Named<T> (&choices)[N], const QString &name)
{
    for (const Named<T> &choice : choices) {
        if (name == choice.name)
            return choice.value;
    }
    return choices[0].value;
}

template <typename T, std::size_t N>
QString nameOf(const Named<T> (&choices)[N], T value)
{
    for (const Named<T> &choice : choices) {
        if (value == choice.value)
            return QString(choice.name);
    }
    return QString(choices[0].name);
}

QString columnsKey(const QString &table)
{
    return u"tables/%1/columns"_s.arg(table);
}

QString nextListKey(const QString &profileId)
{
    return u"servers/%1/next_dismissed"_s.arg(profileId);
}

QString viewKey(const QString &view)
{
    return u"views/%1"_s.arg(view);
}

} // namespace

ConsoleSettings::ConsoleSettings(QString folder)
    : m_folder(std::move(folder))
    , m_store(QDir(m_folder).filePath(u"settings.ini"_s), QSettings::IniFormat)
{
}

QString ConsoleSettings::serversFolder() const
{
    return QDir(m_folder).filePath(u"servers"_s);
}

QByteArray ConsoleSettings::windowGeometry() const
{
    return m_store.value(geometryKey).toByteArray();
}

void ConsoleSettings::setWindowGeometry(const QByteArray &geometry)
{
    m_store.setValue(geometryKey, geometry);
}

Theme ConsoleSettings::theme() const
{
    return fromName(themes, m_store.value(themeKey).toString());
}

void ConsoleSettings::setTheme(Theme theme)
{
    m_store.setValue(themeKey, nameOf(themes, theme));
}

QString ConsoleSettings::language() const
{
    return m_store.value(languageKey).toString();
}

void ConsoleSettings::setLanguage(const QString &language)
{
    m_store.setValue(languageKey, language);
}

QByteArray ConsoleSettings::tableColumns(const QString &table) const
{
    return m_store.value(columnsKey(table)).toByteArray();
}

void ConsoleSettings::setTableColumns(const QString &table, const QByteArray &state)
{
    m_store.setValue(columnsKey(table), state);
}

QJsonObject ConsoleSettings::viewState(const QString &view) const
{
    return QJsonDocument::fromJson(m_store.value(viewKey(view)).toByteArray()).object();
}

void ConsoleSettings::setViewState(const QString &view, const QJsonObject &state)
{
    m_store.setValue(viewKey(view), QJsonDocument(state).toJson(QJsonDocument::Compact));
}

bool ConsoleSettings::isNextListDismissed(const QString &profileId) const
{
    return m_store.value(nextListKey(profileId)).toBool();
}

void ConsoleSettings::dismissNextList(const QString &profileId)
{
    m_store.setValue(nextListKey(profileId), true);
}

QString ConsoleSettings::lastServer() const
{
    return m_store.value(lastServerKey).toString();
}

void ConsoleSettings::setLastServer(const QString &profileId)
{
    m_store.setValue(lastServerKey, profileId);
}

ConsoleSettings::CloseChoice ConsoleSettings::closeChoice() const
{
    return fromName(closeChoices, m_store.value(closeKey).toString());
}

void ConsoleSettings::setCloseChoice(CloseChoice choice)
{
    m_store.setValue(closeKey, nameOf(closeChoices, choice));
}

void ConsoleSettings::flush()
{
    m_store.sync();
}

} // namespace authdesk::settings
