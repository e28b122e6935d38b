// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/stoppablefile.h"

#include "app/server/stopsignal.h"

#ifdef Q_OS_UNIX
#include <cerrno>
#include <poll.h>
#include <unistd.h>
#endif

namespace authdesk::app {

#ifdef Q_OS_UNIX

namespace {

/// False: the program shall end.
bool waitForMore(int handle)
{
    // The signals are blocked and do not end poll(): they are looked for in between.
    constexpr int longestWaitMs = 100;
    pollfd waiting{.fd = handle, .events = POLLIN, .revents = 0};
    for (;;) {
        const int ready = ::poll(&waiting, 1, longestWaitMs);
        if (ready > 0 || (ready < 0 && errno != EINTR))
            return true;
        if (stopSignalCame())
            return false;
    }
}

} // namespace

qint64 StoppableFile::readData(char *data, qint64 maxSize)
{
    // QFile waits until all of `maxSize` has come.
    if (!isSequential())
        return QFile::readData(data, maxSize);
    m_isCut = m_isCut || !waitForMore(handle());
    if (m_isCut)
        return -1;
    ssize_t count = -1;
    do {
        count = ::read(handle(), data, std::size_t(maxSize));
    } while (count < 0 && errno == EINTR);
    return count;
}

#else

qint64 StoppableFile::readData(char *data, qint64 maxSize)
{
    return QFile::readData(data, maxSize);
}

#endif

} // namespace authdesk::app
