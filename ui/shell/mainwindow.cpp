// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/mainwindow.h"

#include "core/base/whenanswered.h"
#include "ui/pages/account/accountpage.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/users/userspage.h"
#include "ui/shell/connectionheader.h"
#include "ui/shell/navigation.h"
#include "ui/shell/shellmenus.h"
#include "ui/shell/statusline.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/toast.h"

#include <QtGui/QCloseEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <utility>

namespace authdesk::ui::shell {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_header(new ConnectionHeader(this))
    , m_band(new widgets::MessageBar(this))
    , m_navigation(new Navigation(this))
    , m_stack(new QStackedWidget(this))
    , m_status(new StatusLine(context.server.undo(), context.clock, this))
    , m_toast(nullptr)
    , m_wait(new widgets::BusyOverlay(m_stack))
    , m_menus(new ShellMenus(context.profiles, context.server.profile().id, context.settings, this))
{
    setObjectName(u"mainWindow"_s);
    m_band->setObjectName(u"sampleBand"_s);
    m_stack->setObjectName(u"pages"_s);
    setMinimumSize(theme::windowLeastWidth, theme::windowLeastHeight);
    resize(theme::windowWidth, theme::windowHeight);
    restoreGeometry(context.settings.windowGeometry());
    m_header->setMenus(m_menus->serverMenu(), m_menus->personMenu());

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_navigation);
    middle->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_band);
    layout->addLayout(middle, 1);
    layout->addWidget(m_status);
    m_toast = new widgets::Toast(m_stack);

    QObject::connect(m_navigation, &Navigation::chosen, this, &MainWindow::showPage);
    QObject::connect(m_header, &ConnectionHeader::secondFactorRequested, this,
                     &MainWindow::turnOnSecondFactor);
    QObject::connect(m_wait, &widgets::BusyOverlay::cancelled, this, &MainWindow::waitingCancelled);
    workspace::OpenServer &server = context.server;
    QObject::connect(&server, &workspace::OpenServer::userChanged, this, &MainWindow::updateHeader);
    QObject::connect(&server, &workspace::OpenServer::profileChanged, this,
                     &MainWindow::takeProfile);
    m_address = server.profile().addressForPeople();
    m_asked = server.connection().address();
    connectUndo();
    retranslate();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectUndo()
{
    workspace::UndoHistory &history = m_context.server.undo();
    QObject::connect(m_toast, &widgets::Toast::actionClicked, this, &MainWindow::undo);
    QObject::connect(m_status, &StatusLine::undoClicked, this, &MainWindow::undo);
    // A field that is being typed into takes the keys for itself first.
    auto *keys = new QShortcut(QKeySequence::Undo, this);
    QObject::connect(keys, &QShortcut::activated, this, &MainWindow::undo);
    QObject::connect(&history, &workspace::UndoHistory::undone, this,
                     [this](const model::User &changed, const model::User &now) {
                         const bool wasOff = changed.status == model::UserStatus::Disabled;
                         const bool isOff = now.status == model::UserStatus::Disabled;
                         const QString name = now.displayName();
                         announce(wasOff && !isOff ? tr("%1 is enabled again. The sessions that "
                                                        "had ended stay ended.")
                                                         .arg(name)
                                                   : tr("The change to %1 is undone.").arg(name));
                     });
    QObject::connect(&history, &workspace::UndoHistory::undoneTogether, this, [this](int count) {
        announce(tr("The changes to %Ln people are undone.", nullptr, count));
    });
    QObject::connect(
        &history, &workspace::UndoHistory::refused, this,
        [this](const model::User &person, const base::Error &why) {
            const QString name = person.displayName();
            if (why.code == base::ErrorCode::VersionConflict)
                warn(tr("%1 was changed again since, so that stays as it is. Nothing "
                        "is undone.")
                         .arg(name));
            else
                warn(tr("The change to %1 is not undone. %2").arg(name, widgets::errorText(why)));
        });
}

void MainWindow::undo()
{
    m_context.server.undo().undoNewest(m_context.clock.now());
}

void MainWindow::showWaiting(const QString &what)
{
    m_wait->begin(what);
}

void MainWindow::showPages()
{
    m_wait->end();
    updateHeader();
    const qint64 person = m_context.server.user() ? m_context.server.user()->id : 0;
    if (m_made.isEmpty() || person != m_person)
        makePages();
    else if (widgets::Page *page = m_made.value(m_current))
        page->activated();
}

void MainWindow::makePages()
{
    // Somebody else may have signed in after a session ended: nothing of the one before stays.
    for (widgets::Page *page : std::as_const(m_made))
        delete page;
    m_made.clear();
    m_current.clear();
    m_person = m_context.server.user() ? m_context.server.user()->id : 0;
    m_navigation->removeAll();
    const gateway::Capabilities can = m_context.server.connection().capabilities();
    const auto &me = m_context.server.user();
    QString first;
    for (const PageEntry &entry : m_context.pages) {
        if (!(entry.capabilities & can))
            continue;
        if (entry.permission && me && !entry.permission(*me))
            continue;
        if (entry.onlyHosted && !(m_context.hosted && m_context.server.profile().hosted))
            continue;
        m_navigation->addEntry(entry.id, entry.title, entry.icon);
        m_made.insert(entry.id, nullptr);
        if (first.isEmpty())
            first = entry.id;
    }
    // The people are what a window is opened for; a new server's first steps begin there.
    if (m_made.contains(usersPageId))
        first = usersPageId;
    if (!first.isEmpty())
        showPage(first);
}

void MainWindow::showPage(const QString &id)
{
    if (!m_made.contains(id))
        return;
    widgets::Page *before = m_made.value(m_current);
    if (before && id != m_current && !before->mayLeave()) {
        m_navigation->setCurrent(m_current);
        return;
    }
    widgets::Page *&page = m_made[id];
    if (!page) {
        for (const PageEntry &entry : m_context.pages) {
            if (entry.id == id)
                page = entry.make({m_context.server, m_context.settings, m_context.clock,
                                   m_context.hosted, m_context.factory});
        }
        m_stack->addWidget(page);
        QObject::connect(page, &widgets::Page::announced, this, &MainWindow::announce);
        QObject::connect(page, &widgets::Page::announcedUndoable, this,
                         &MainWindow::announceUndoable);
        QObject::connect(page, &widgets::Page::secondFactorWanted, this,
                         &MainWindow::turnOnSecondFactor);
        if (auto *overview = qobject_cast<pages::overview::OverviewPage *>(page))
            QObject::connect(overview, &pages::overview::OverviewPage::concernChosen, this,
                             &MainWindow::showConcern);
        QObject::connect(page, &widgets::Page::accountChanged, this, [this] {
            base::whenAnswered(m_context.server.refreshUser(), this,
                               [this](const base::Result<model::User> &) { updateHeader(); });
        });
    }
    m_current = id;
    m_stack->setCurrentWidget(page);
    m_toast->raise(); // a page that is made while it shows would lie over it
    m_navigation->setCurrent(id);
    updateTitle();
    page->activated();
}

void MainWindow::turnOnSecondFactor()
{
    showPage(accountPageId);
    if (auto *page = qobject_cast<pages::account::AccountPage *>(m_made.value(m_current)))
        page->turnOnSecondFactor();
}

void MainWindow::showConcern(model::Concern concern)
{
    if (concern == model::Concern::CertificateEnds)
        return;
    showPage(usersPageId);
    if (m_current != usersPageId)
        return;
    const auto filterOf = [concern] {
        switch (concern) {
        case model::Concern::OneManager:
            return u"quickAll"_s;
        case model::Concern::NoSecondFactor:
            return u"quickNoSecondFactor"_s;
        case model::Concern::Locked:
            return u"quickLocked"_s;
        case model::Concern::CertificateEnds:
            break;
        }
        Q_UNREACHABLE();
    };
    // Presses what a person would press; the filter stands there to be seen and taken away.
    if (auto *filter = m_made.value(m_current)->findChild<QAbstractButton *>(filterOf()))
        filter->click();
}

void MainWindow::addPerson()
{
    showPage(usersPageId);
    if (auto *page = qobject_cast<pages::users::UsersPage *>(m_made.value(m_current)))
        page->addUser();
}

void MainWindow::announce(const QString &sentence)
{
    m_status->announce(sentence);
    m_toast->showMessage(sentence);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MainWindow::retranslate()
{
    for (const PageEntry &fresh : pageTable()) {
        for (PageEntry &entry : m_context.pages) {
            if (entry.id == fresh.id)
                entry.title = fresh.title;
        }
        m_navigation->setTitle(fresh.id, fresh.title);
    }
    if (m_context.isSample)
        m_band->showMessage(widgets::MessageBar::Kind::Warning,
                            tr("These are made-up people, to try things out. Everything goes when "
                               "this window closes."));
    updateHeader();
}

void MainWindow::takeProfile()
{
    const QUrl address = m_context.server.profile().addressForPeople();
    // The pages behind the one that shows tell people the old address; none of them holds unsaved
    // work, or it would not have been left.
    for (auto page = m_made.begin(); m_address != address && page != m_made.end(); ++page) {
        if (page.key() != m_current)
            delete std::exchange(page.value(), nullptr);
    }
    m_address = address;
    updateHeader();
    // What was asked while the server moved was asked at a place where it is no more.
    const QUrl asked = std::exchange(m_asked, m_context.server.connection().address());
    widgets::Page *page = m_made.value(m_current);
    if (page && asked != m_asked)
        page->activated();
}

void MainWindow::warn(const QString &sentence)
{
    m_status->warn(sentence);
    m_toast->showMessage(sentence, {}, widgets::Toast::Kind::Warning);
}

void MainWindow::announceUndoable(const QString &sentence)
{
    m_status->announceUndoable(sentence);
    //: Takes back what was done last
    m_toast->showMessage(sentence, tr("Undo"));
}

void MainWindow::updateHeader()
{
    const QUrl &address = m_context.server.profile().address;
    m_status->setSafety(address.scheme() == "https"_L1 ? tr("Encrypted (TLS)")
                                                       : tr("Not encrypted (http)"));
    m_header->showServer(m_context.server, m_context.systemName);
    updateTitle();
}

void MainWindow::updateTitle()
{
    QString page;
    for (const PageEntry &entry : m_context.pages) {
        if (entry.id == m_current)
            page = entry.title;
    }
    const QString name = m_context.server.profile().name;
    setWindowTitle(page.isEmpty() ? tr("%1 – Authdesk").arg(name)
                                  : tr("%1 – %2 – Authdesk").arg(name, page));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_context.settings.setWindowGeometry(saveGeometry());
    widgets::Page *page = m_made.value(m_current);
    if ((page && !page->mayLeave()) || (m_mayClose && !m_mayClose())) {
        event->ignore();
        return;
    }
    QWidget::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    m_navigation->setNarrow(width() < theme::narrowWindow);
    QWidget::resizeEvent(event);
}

} // namespace authdesk::ui::shell
