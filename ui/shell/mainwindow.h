// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The frame around the pages: header, navigation, the pages themselves, status line and toast.
// What can be done lives with the pages; what happens between servers lives in Console.
#pragma once

#include "ui/shell/pagetable.h"

#include <QtCore/QHash>
#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

#include <functional>

class QStackedWidget;

namespace authdesk::ui::widgets {
class BusyOverlay;
class MessageBar;
class Toast;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::shell {

class ConnectionHeader;
class Navigation;
class ShellMenus;
class StatusLine;

class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    struct Context
    {
        workspace::OpenServer &server;
        QString systemName; ///< "Authdesk", "Pipelit"
        const settings::ServerProfiles &profiles;
        settings::ConsoleSettings &settings;
        const base::Clock &clock;
        QList<PageEntry> pages;
        HostedServers *hosted = nullptr; ///< null: this program runs none
        gateway::ConnectionFactory *factory = nullptr;
        bool isSample = false; ///< its people are made up, and it goes with the window
    };

    explicit MainWindow(const Context &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] workspace::OpenServer &server() { return m_context.server; }
    [[nodiscard]] QString currentPage() const { return m_current; }
    /// Stays where it is when the page before has unsaved work that the person wants to keep.
    void showPage(const QString &id);
    /// Nobody is signed in yet: what is awaited, instead of pages.
    void showWaiting(const QString &what);
    /// Somebody is signed in: makes the pages that this person may see.
    void showPages();
    /// Opens the page *Users* with the form for a new person.
    void addPerson();
    void announce(const QString &sentence);
    /// Something was not done.
    void warn(const QString &sentence);
    [[nodiscard]] ShellMenus &menus() { return *m_menus; }
    /// Asked when the window is closed; false keeps it open.
    void setMayClose(std::function<bool()> mayClose) { m_mayClose = std::move(mayClose); }

Q_SIGNALS:
    void waitingCancelled();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makePages();
    void connectUndo();
    void turnOnSecondFactor();
    /// Leads to the people that a line of the overview is about.
    void showConcern(model::Concern concern);
    void retranslate();
    void announceUndoable(const QString &sentence);
    void undo();
    void updateTitle();
    void updateHeader();
    void takeProfile();

    Context m_context;
    QUrl m_address; ///< that the pages were made for
    QUrl m_asked;   ///< where the connection sends its calls
    QString m_current;
    qint64 m_person = 0; ///< for whom the pages were made
    QHash<QString, widgets::Page *> m_made;
    std::function<bool()> m_mayClose;
    ConnectionHeader *m_header;
    widgets::MessageBar *m_band;
    Navigation *m_navigation;
    QStackedWidget *m_stack;
    StatusLine *m_status;
    widgets::Toast *m_toast;
    widgets::BusyOverlay *m_wait;
    ShellMenus *m_menus;
};

} // namespace authdesk::ui::shell
