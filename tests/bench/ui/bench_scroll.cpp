// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Scrolls the page *Users* of a running server from the first person to the last, and then to
// places in between:  bench_scroll URL, with an access token on standard input. Prints how many
// rows that were, rows per second, the most memory in MB, and the longest time in ms that the
// window computed at a stretch (processor time of its thread: what else runs on the machine does
// not count).
#include "core/settings/consolesettings.h"
#include "core/systems/authdesk/client/ownconnection.h"
#include "core/workspace/undohistory.h"
#include "ui/pages/users/userspage.h"
#include "ui/theme/theme.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace authdesk;

namespace {

class MeasuredApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        // Only the outermost: what an event causes belongs to it.
        if (m_inside)
            return QApplication::notify(receiver, event);
        m_inside = true;
        const double began = computed();
        const bool taken = QApplication::notify(receiver, event);
        m_longest = std::max(m_longest, computed() - began);
        m_inside = false;
        return taken;
    }

    /// In ms.
    [[nodiscard]] double longest() const { return m_longest; }
    void forget() { m_longest = 0; }

private:
    static double computed()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    bool m_inside = false;
    double m_longest = 0;
};

double mostMemoryMb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        qFatal("no /proc");
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.sliced(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    qFatal("no VmHWM");
}

} // namespace

int main(int argc, char *argv[])
{
    MeasuredApplication application(argc, argv);
    QFile input;
    if (argc != 2 || !input.open(stdin, QIODevice::ReadOnly))
        return 2;
    const ui::theme::Theme theme(application, ui::theme::Scheme::Light);
    const base::SystemClock clock;
    systems::own::client::OwnConnection connection(QUrl(QString::fromLocal8Bit(argv[1])), clock,
                                                   {});
    connection.setAccessToken(base::Secret(input.readLine().trimmed()));
    const QTemporaryDir folder;
    settings::ConsoleSettings settings(folder.path());
    workspace::UndoHistory undo(connection.users());
    ui::pages::users::UsersPage page({.users = *connection.users(),
                                      .undo = undo,
                                      .capabilities = connection.capabilities(),
                                      .me = {},
                                      .serverId = {},
                                      .serverName = u"bench"_s,
                                      .address = connection.address(),
                                      .settings = settings,
                                      .clock = clock});
    page.resize(1180, 760);
    page.show();
    page.activated();
    auto *const table = page.findChild<QTableView *>(u"userTable"_s);
    QScrollBar *const bar = table->verticalScrollBar();
    constexpr int placesBetween = 60;
    int places = 0;
    QElapsedTimer sinceRows;
    QElapsedTimer timer;
    timer.start();
    sinceRows.start();
    double seconds = 0;
    QObject::connect(table->model(), &QAbstractItemModel::rowsInserted, table,
                     [&] { sinceRows.restart(); });
    QTimer scrolling;
    QObject::connect(&scrolling, &QTimer::timeout, &page, [&] {
        constexpr qint64 noMore = 3000; // ms
        if (table->model()->rowCount() == 0) {
            application.forget(); // what the window's first frame takes is measured elsewhere
            sinceRows.restart();
        } else if (places == 0 && sinceRows.elapsed() < noMore) {
            seconds = double(timer.elapsed() - sinceRows.elapsed()) / 1000;
            bar->setValue(bar->maximum());
        } else if (places++ < placesBetween) {
            constexpr int step = 37;
            bar->setValue(
                int(qint64(bar->maximum()) * (places * step % placesBetween) / placesBetween));
            scrolling.setInterval(50);
        } else {
            std::printf("%d %.0f %.1f %.1f\n", table->model()->rowCount(),
                        table->model()->rowCount() / seconds, mostMemoryMb(),
                        application.longest());
            QApplication::exit(0);
        }
    });
    scrolling.start(0);
    return QApplication::exec();
}
