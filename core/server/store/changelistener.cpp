// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/store/changelistener.h"

#include "core/base/log.h"
#include "core/server/store/connection.h"

#include <QtCore/QTimer>
#include <QtSql/QSqlDriver>

#include <chrono>

namespace authdesk::server::store {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto beatEvery = 200ms;
/// Everybody must see a change within a second, so a silence of this length is none any more.
constexpr qint64 longestSilenceMs = 700;

qint64 nowMs()
{
    using Clock = std::chrono::steady_clock;
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now().time_since_epoch())
        .count();
}

} // namespace

ChangeListener::ChangeListener(std::shared_ptr<const Engine> engine, QString source,
                               ChangeHandler handler)
    : m_engine(std::move(engine))
    , m_source(std::move(source))
    , m_handler(std::move(handler))
{
    start();
}

ChangeListener::~ChangeListener()
{
    requestInterruption(); // for the moment before the loop runs
    quit();
    wait();
}

bool ChangeListener::isListening() const
{
    const qint64 answeredAt = m_answeredAt.load();
    return answeredAt != 0 && nowMs() - answeredAt <= longestSilenceMs;
}

void ChangeListener::run()
{
    std::unique_ptr<Connection> connection;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        if (isInterruptionRequested())
            quit();
        else
            beat(connection);
    });
    timer.start(beatEvery);
    beat(connection);
    exec();
    m_answeredAt = 0;
}

void ChangeListener::beat(std::unique_ptr<Connection> &connection)
{
    const qint64 askedAt = nowMs();
    if (!connection) {
        auto opened = Connection::open(m_engine, Mode::Read);
        if (!opened)
            return;
        QSqlDriver *const driver = (*opened)->driver();
        QObject::connect(driver, &QSqlDriver::notification, driver,
                         [this](const QString &, QSqlDriver::NotificationSource,
                                const QVariant &payload) { hear(payload.toString()); });
        if (!driver->subscribeToNotification(u"authdesk"_s))
            return;
        connection = *std::move(opened);
        // Nobody told what changed before.
        m_handler({.what = Change::What::Everything});
    } else if (!connection->control(u"SELECT 1"_s)) {
        m_answeredAt = 0;
        connection.reset();
        qCWarning(base::logStore).noquote()
            << "nothing is heard of other servers on" << m_engine->name()
            << "for now; every token is checked in the database";
        return;
    }
    m_answeredAt = askedAt;
}

void ChangeListener::hear(const QString &payload) const
{
    const QStringList words = payload.split(u' ');
    if (words.value(0) == m_source)
        return;
    const QString what = words.value(1);
    if (what == "user"_L1)
        m_handler({.what = Change::What::User, .id = words.value(2).toLongLong()});
    else if (what == "session"_L1)
        m_handler({.what = Change::What::Session, .id = words.value(2).toLongLong()});
    else if (what == "key"_L1)
        m_handler({.what = Change::What::Key, .id = words.value(2).toLongLong()});
    else if (what == "audit"_L1)
        m_handler({.what = Change::What::Audit});
    else if (what == "guess"_L1)
        m_handler({.what = Change::What::Guess, .address = words.value(3)});
    else
        m_handler({.what = Change::What::Everything});
}

} // namespace authdesk::server::store
